"""Files of contact records."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from denwaban import CallFacts, ContactRecordLine, FailedLine, contact_records_of


def record(contact: str, **more: Any) -> str:
    return json.dumps({"ContactId": contact, "LastUpdateTimestamp": "2026-11-22T08:02:00Z", **more})


FILE = f"{record('a', Novelty=1)}\n{record('b')}{record('c')}\nno record\n{record('a')}".encode()
LINES = ["1 a", "2 b", "2 c", "3 malformed_json", "4 a"]


def told(read: Any) -> list[str]:
    return [f"{one.line} {one.record.id if isinstance(one, ContactRecordLine) else one.code}" for one in read]


@pytest.mark.parametrize("packed", [FILE, gzip.compress(FILE)])
@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_records_come_with_their_lines_however_a_file_is_cut(packed: bytes, size: int):
    cut = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert told(contact_records_of(cut)) == LINES
    assert told(contact_records_of(map(memoryview, cut))) == LINES


def test_a_folder_is_read_whole_and_in_order(tmp_path: Path):
    (tmp_path / "day" / "1").mkdir(parents=True)
    (tmp_path / "day" / "1" / "a.gz").write_bytes(gzip.compress(FILE))
    (tmp_path / "day" / "b").write_bytes(record("d").encode())
    read = list(contact_records_of(tmp_path / "day"))
    assert told(read) == [*LINES, "1 d"]
    assert [one.path and one.path.name for one in read] == ["a.gz"] * 5 + ["b"]
    assert told(contact_records_of(str(tmp_path / "day" / "b"))) == ["1 d"]
    first = read[0]
    assert isinstance(first, ContactRecordLine) and first.record.unknown == ("/Novelty",)

    facts = CallFacts()
    added = facts.add_file(tmp_path / "day")
    assert (added.kept, added.newer, added.as_known, len(facts)) == (4, 0, 1, 4)
    path = tmp_path / "day" / "1" / "a.gz"
    assert [(one.path, one.line, one.code) for one in added.failed] == [(path, 3, "malformed_json")]


def test_a_gzip_that_is_cut_short_is_told():
    whole = gzip.compress(FILE)
    last = list(contact_records_of([whole[:-9]]))[-2:]
    assert any(isinstance(one, FailedLine) and "cut short" in one.message for one in last)


def test_what_is_no_file_is_refused(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        CallFacts().add_file(tmp_path / "nothing")
    with pytest.raises(TypeError):
        CallFacts().add_file(["text"])  # type: ignore[list-item]


def test_threads_read_their_own_files_at_once():
    part = b"\n".join(record(f"c{number}").encode() for number in range(2_000))
    all_ = [CallFacts() for _ in range(4)]
    threads = [Thread(target=facts.add_file, args=([part] * 3,)) for facts in all_]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(facts) for facts in all_] == [2_000] * 4
