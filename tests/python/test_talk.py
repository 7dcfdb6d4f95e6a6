"""What callers say, as all languages hear it."""

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest

import denwaban

DATA = Path(__file__).resolve().parents[1] / "data" / "talk"
VECTORS = [json.loads(line) for line in (DATA / "vectors.jsonl").read_text(encoding="utf-8").splitlines()]
NOW = datetime(2026, 11, 24, 6, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def hours():
    return denwaban.Rules.from_json((DATA / "rules.json").read_text(encoding="utf-8")).hours()


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"])
def test_python_hears_what_all_hear(vector, hours):
    asked = {name: value for name, value in vector["hearing"].items() if name != "now"}
    now = datetime.fromisoformat(vector["hearing"]["now"].replace("Z", "+00:00"))
    heard = denwaban.understand(vector["text"], now=now, hours=hours if vector.get("open") else None, **asked)
    assert heard == vector["meaning"]


def test_what_was_asked_decides():
    assert denwaban.understand("大丈夫です", now=NOW)["polarity"] == "unclear"
    assert denwaban.understand("大丈夫です", now=NOW, asked="read_back")["polarity"] == "yes"


def test_a_naive_now_is_refused():
    with pytest.raises(denwaban.DenwabanError) as refused:
        denwaban.understand("はい", now=datetime(2026, 11, 24, 6))
    assert refused.value.code == "naive_datetime"


TRANSCRIPTS = [json.loads(line) for line in (DATA / "transcripts.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("vector", TRANSCRIPTS, ids=lambda vector: vector["about"])
def test_python_settles_a_transcript_as_all_do(vector):
    live = denwaban.LiveTranscript()
    for step in vector["steps"]:
        live.apply(step["event"])
        assert live.settled() == step["settled"]
        assert live.unsettled() == step["unsettled"]
    assert live.settled() == ""


@pytest.mark.parametrize(("event", "code"), [({}, "missing_key"), ("{", "malformed_json")])
def test_what_is_no_event_of_a_transcription_is_refused(event, code):
    live = denwaban.LiveTranscript()
    with pytest.raises(denwaban.DenwabanError) as refused:
        live.apply(event)
    assert refused.value.code == code
    assert live.unsettled() == ""
