"""What has changed in a ledger, files of before there was such a thing, and where denwaban can't be."""

import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

import denwaban
from denwaban import DenwabanError, SqliteLedger, changes_from_stream, deliver_changes

OLD_FILE = Path(__file__).parent.parent / "data/ledger_files/version_1.ledger"
NOW = "2026-11-27T03:00:00Z"
BOOK = {"partition": "restaurant#r1", "sort": "book#2026-11-27"}


def put(body, key=BOOK):
    return {"writes": [{"put": {**key, "body": body}}], "now": NOW}


def test_changes_are_told_in_the_order_of_commits():
    with SqliteLedger.open(":memory:") as ledger:
        ledger.commit(put("1"))
        ledger.commit({"writes": [{"erase": BOOK}], "now": NOW})
        page = ledger.changes()
        about = {**BOOK, "version": 1, "noun": "day_book", "restaurant": "r1", "date": "2026-11-27"}
        assert page["changes"] == [{"cursor": "1", "kind": "put", **about}, {"cursor": "2", "kind": "erase", **about}]
        assert page == ledger.changes()
        assert ledger.changes("1", 1)["changes"] == page["changes"][1:]
        assert ledger.newest_change() == page["next"] == "2"
        assert [change["cursor"] for change in islice(ledger.follow("0", every=0), 2)] == ["1", "2"]
        with pytest.raises(DenwabanError) as refused:
            ledger.changes("7")
        assert refused.value.code == "expired_cursor"


def test_whoever_follows_is_told_what_comes_later():
    with SqliteLedger.open(":memory:", keep_changes=60) as ledger:
        following = ledger.follow(every=0)
        ledger.commit(put("1"))
        assert next(following)["version"] == 1
        ledger.commit(put("2"))
        assert next(following)["version"] == 2


def test_an_older_file_is_a_ledger_of_today(tmp_path):
    shutil.copyfile(OLD_FILE, tmp_path / "l")
    with SqliteLedger.open(tmp_path / "l") as ledger:
        assert denwaban.ReservationDesk(ledger).find("b1").reservation["begin"] == "19:00"
        assert ledger.changes() == {"changes": [], "next": "0"}


def record(sequence, **more):
    keys = {"partition": {"S": BOOK["partition"]}, "sort": {"S": BOOK["sort"]}}
    images = {"NewImage": {"version": {"N": "2"}}, "OldImage": {"version": {"N": "1"}}}
    return {"eventName": "MODIFY", "dynamodb": {"SequenceNumber": sequence, "Keys": keys, **images, **more}}


def test_a_batch_of_a_stream_is_answered_with_the_first_that_failed(caplog):
    poisoned = {"Records": [record("1"), record("2", NewImage={})]}
    changes, failed = changes_from_stream(poisoned)
    assert [(change["cursor"], change["version"]) for change in changes] == [("1", 2)]
    assert failed[0] == "2"
    assert failed[1].where == "/Records/1/dynamodb/NewImage"
    assert deliver_changes(poisoned, print) == {"batchItemFailures": [{"itemIdentifier": "2"}]}
    delivered = []

    def deliver(change):
        if change["cursor"] == "4":
            raise OSError("not now")
        delivered.append(change["cursor"])

    event = {"Records": [record("3"), record("4"), record("5")]}
    assert deliver_changes(event, deliver) == {"batchItemFailures": [{"itemIdentifier": "4"}]}
    assert deliver_changes({"Records": []}, deliver) == {"batchItemFailures": []}
    assert delivered == ["3"]
    assert "not now" in caplog.text


IN_A_SUB_INTERPRETER = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
try:
    one = interpreters.create(isolated=False)
except TypeError:
    one = interpreters.create("legacy")
told = '''
try:
    import denwaban
except ImportError as error:
    print("refused:", error)
'''
interpreters.run_string(one, told) if hasattr(interpreters, "run_string") else interpreters.exec(one, told)
"""


def test_a_sub_interpreter_is_told_at_once_that_it_is_none():
    ran = subprocess.run([sys.executable, "-c", IN_A_SUB_INTERPRETER], capture_output=True, text=True, timeout=30)
    assert "refused: denwaban works in Python's main interpreter alone" in ran.stdout, ran.stderr
