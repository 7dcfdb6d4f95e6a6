"""Whoever is killed while they write, read in or copy a ledger leaves it whole, or not at all."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from denwaban import DenwabanError, SqliteLedger

NOW = "2026-11-27T03:00:00Z"
DOCUMENTS = 600
PROGRAM = """
import sys
from denwaban import SqliteLedger
ledger = SqliteLedger.open(sys.argv[1], check="none")
print("begun", flush=True)
getattr(ledger, sys.argv[2])(sys.argv[3])
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A ledger of some megabytes, and what it is written out as."""
    folder = tmp_path_factory.mktemp("kept")
    with SqliteLedger.open(folder / "l") as ledger:
        for page in range(DOCUMENTS // 50):
            sorts = range(page * 50, page * 50 + 50)
            writes = [{"put": {"partition": "p", "sort": f"{sort:05}", "body": "x" * 20_000}} for sort in sorts]
            ledger.commit({"writes": writes, "now": NOW})
        ledger.export_to(folder / "lines")
    return folder


def count_in(ledger):
    count, after = 0, None
    while True:
        page = ledger.query({"partition": "p", "limit": 200, "after": after})
        count, after = count + len(page["documents"]), page["next"]
        if after is None:
            return count


def killed(path, what, other, wait):
    """Whether it was killed before it was done."""
    with subprocess.Popen([sys.executable, "-c", PROGRAM, path, what, other], stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        return child.wait() != 0


def waits(whole):
    draw = random.Random(1)
    return [draw.uniform(0, whole) for _ in range(8)]


def time_of(path, what, other):
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", PROGRAM, path, what, other], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def test_a_backup_that_is_killed_leaves_nothing_under_its_name(kept, tmp_path):
    whole = time_of(kept / "l", "backup", tmp_path / "whole")
    kills = 0
    for round, wait in enumerate(waits(whole)):
        copy = tmp_path / f"copy{round}"
        kills += killed(kept / "l", "backup", copy, wait)
        if copy.exists():
            with SqliteLedger.open(copy) as ledger:
                assert count_in(ledger) == DOCUMENTS
    assert kills > 0


def test_an_export_that_is_killed_leaves_what_was_there(kept, tmp_path):
    lines = tmp_path / "lines"
    whole = time_of(kept / "l", "export_to", tmp_path / "whole")
    kills = 0
    for wait in waits(whole):
        lines.write_text("what was there")
        kills += killed(kept / "l", "export_to", lines, wait)
        if lines.read_bytes() != b"what was there":
            with SqliteLedger.open(":memory:") as ledger:
                ledger.import_from(lines)
                assert count_in(ledger) == DOCUMENTS
    assert kills > 0


def test_of_an_import_that_is_killed_nothing_is_kept(kept, tmp_path):
    whole = time_of(tmp_path / "whole", "import_from", kept / "lines")
    kills = 0
    for round, wait in enumerate(waits(whole)):
        path = tmp_path / f"l{round}"
        kills += killed(path, "import_from", kept / "lines", wait)
        with SqliteLedger.open(path) as ledger:
            assert count_in(ledger) in (0, DOCUMENTS)
    assert kills > 0


def test_whoever_is_killed_while_they_make_a_ledger_leaves_one_or_none(tmp_path):
    program = "import sys; from denwaban import SqliteLedger\nprint(flush=True)\nSqliteLedger.open(sys.argv[1])"
    for round in range(10):
        path = tmp_path / f"l{round}"
        with subprocess.Popen([sys.executable, "-c", program, path], stdout=subprocess.PIPE) as child:
            child.stdout.readline()
            time.sleep(round / 2000)
            child.kill()
        assert not path.exists() or os.path.getsize(path) > 0
        with SqliteLedger.open(path) as ledger:
            assert count_in(ledger) == 0


def test_an_export_that_was_cut_is_not_read_in(kept, tmp_path):
    lines = (kept / "lines").read_bytes().splitlines(keepends=True)
    for cut in (0, 1, 2, len(lines) // 2, len(lines) - 1):
        (tmp_path / "cut").write_bytes(b"".join(lines[:cut]))
        with SqliteLedger.open(":memory:") as ledger:
            with pytest.raises(DenwabanError) as refused:
                ledger.import_from(tmp_path / "cut")
            assert refused.value.code == "corrupt"
            assert count_in(ledger) == 0
