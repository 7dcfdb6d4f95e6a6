"""The questions that all three languages answer alike."""

import json
from datetime import datetime

import pytest
from conftest import ROOT

from denwaban import Restaurant

FILES = sorted((ROOT / "tests" / "data" / "vectors").glob("*.json"))


def iso(time):
    return time and time.isoformat()


def answer(status):
    return {
        "state": status.state.value,
        "service": status.service,
        "businessDate": status.business_date.isoformat(),
        "closesAt": iso(status.closes_at),
        "lastOrder": iso(status.last_order),
        "nextOpening": iso(status.next_opening),
        "reason": status.reason,
    }


def test_there_are_vectors():
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_vector(file):
    vector = json.loads(file.read_text(encoding="utf-8"))
    assert vector["cases"]
    hours = Restaurant.from_json(vector["restaurant"]).hours
    for case in vector["cases"]:
        # Python 3.9 and 3.10 read no "Z".
        at = datetime.fromisoformat(case["at"].replace("Z", "+00:00"))
        assert answer(hours.status(at)) == case["status"], case["at"]
        if "say" in case:
            assert hours.say(at) == case["say"], case["at"]
