import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from dict_ledger import DictLedger
from hypothesis import given
from hypothesis import strategies as st

from denwaban import DenwabanError, SqliteLedger
from denwaban.aio import InThreads

VECTORS = {path.name: json.loads(path.read_text()) for path in (Path(__file__).parent.parent / "data/ledger").iterdir()}
KEY = {"partition": "p", "sort": "a"}
COUNTER = {"partition": "p", "sort": "counter"}
NOW = datetime(2026, 11, 27, 12, tzinfo=timezone(timedelta(hours=9)))


def put(body, sort="a"):
    return {"writes": [{"put": {"partition": "p", "sort": sort, "body": body}}], "now": NOW}


def body_at(ledger, key=KEY):
    (found,) = ledger.read([key])
    return found and found["body"]


def bodies_of(ledger, query):
    """The bodies of everything that a query gives, page after page."""
    bodies = []
    while True:
        page = ledger.query(query)
        assert len(page["documents"]) <= query.get("limit", 100)
        bodies += [document["body"] for document in page["documents"]]
        if page["next"] is None:
            return bodies
        query = {**query, "after": page["next"]}


def answer_to(ledger, step):
    if "commit" in step:
        return ledger.commit(step["commit"])
    if "read" in step:
        return ledger.read(step["read"])
    return bodies_of(ledger, step["query"]) if "bodies" in step else ledger.query(step["query"])


def follow(ledger, steps):
    for step in steps:
        if "errors" not in step:
            assert answer_to(ledger, step) == step.get("gives", step.get("bodies")), step
            continue
        with pytest.raises(DenwabanError) as refused:
            answer_to(ledger, step)
        assert [f"{error.code} {error.where}" for error in refused.value.errors] == step["errors"]


def test_there_are_vectors():
    assert len(VECTORS) >= 5


@pytest.mark.parametrize("name", VECTORS)
@pytest.mark.parametrize("place", ["memory", "file"])
def test_sqlite_answers_the_shared_vectors(name, place, tmp_path):
    with SqliteLedger.open(":memory:" if place == "memory" else tmp_path / "l") as ledger:
        follow(ledger, VECTORS[name]["steps"])


@pytest.mark.parametrize(
    "name", [name for name in VECTORS if not any("errors" in step for step in VECTORS[name]["steps"])]
)
def test_a_dict_answers_the_shared_vectors(name):
    follow(DictLedger(), VECTORS[name]["steps"])


NAMES = st.sampled_from(["a", "ab", "b", "ヤ", "🍣", "～"])
KEYS = st.fixed_dictionaries({"partition": st.sampled_from("pq"), "sort": NAMES})
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
EXPECTED = st.sampled_from([None, "absent", 1, 2, 3])
TARGETS = st.builds(lambda key, expected: {**key, "expected": expected}, KEYS, EXPECTED)
WRITES = st.one_of(
    st.builds(lambda target, body: {"put": {**target, "body": body}}, TARGETS, TEXTS),
    st.builds(lambda target: {"erase": target}, TARGETS),
    st.builds(lambda target: {"check": target}, TARGETS),
)
MINUTES = st.builds(lambda minute: NOW + timedelta(minutes=minute), st.integers(0, 59))
ANSWERS = st.fixed_dictionaries(
    {"request": st.sampled_from(["k1", "k2"]), "about": TEXTS, "answer": TEXTS, "keep_until": MINUTES}
)


def place_of(write):
    (key,) = write.values()
    return (key["partition"], key["sort"])


COMMITS = st.fixed_dictionaries(
    {"writes": st.lists(WRITES, unique_by=place_of, max_size=6), "now": MINUTES}, optional={"answer": ANSWERS}
)
RANGES = st.one_of(
    st.fixed_dictionaries({"prefix": st.sampled_from(["", "a", "ヤ", "🍣"])}),
    st.builds(lambda a, b: {"first": min(a, b), "last": max(a, b)}, NAMES, NAMES),
)
QUERIES = st.builds(
    lambda some, query: {**some, **query},
    RANGES,
    st.fixed_dictionaries(
        {
            "partition": st.sampled_from("pq"),
            "order": st.sampled_from(["ascending", "descending"]),
            "limit": st.integers(1, 4),
            "after": st.none() | NAMES,
        }
    ),
)
QUESTIONS = st.one_of(
    st.fixed_dictionaries({"commit": COMMITS}),
    st.fixed_dictionaries({"read": st.lists(KEYS, unique_by=lambda key: (key["partition"], key["sort"]))}),
    st.fixed_dictionaries({"query": QUERIES}),
)


@given(st.lists(QUESTIONS, max_size=30))
def test_whatever_is_asked_sqlite_answers_as_a_dict_does(asked):
    # Time goes on: what is forgotten would be known again if it went back.
    times = iter(sorted(question["commit"]["now"] for question in asked if "commit" in question))
    model = DictLedger()
    with SqliteLedger.open(":memory:") as ledger:
        for question in asked:
            if "commit" in question:
                question = {"commit": {**question["commit"], "now": next(times)}}
            assert answer_to(ledger, question) == answer_to(model, question)


def test_what_was_committed_is_there_when_the_file_is_opened_again(tmp_path):
    with SqliteLedger.open(tmp_path / "l") as ledger:
        assert ledger.commit(put("一")) == {"result": "committed"}
    with SqliteLedger.open(str(tmp_path / "l"), check="none", busy=0.1) as ledger:
        assert ledger.read([KEY]) == [{**KEY, "version": 1, "body": "一"}]
        assert repr(ledger) == f"<denwaban.SqliteLedger at {tmp_path / 'l'}>"


def u32(number):
    return number.to_bytes(4, "big")


# "Database File Format": the user version is at 60, the application id at 68.
@pytest.mark.parametrize(
    "code, at, change",
    [
        ("newer_version", 60, u32(99)),
        ("invalid_value", 68, u32(99)),
        ("corrupt", 4096, b"\xaa" * 2000),
        ("corrupt", 0, b"x" * 4096),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_and_left_as_it_is(code, at, change, tmp_path):
    path = tmp_path / "l"
    SqliteLedger.open(path).close()
    changed = bytearray(path.read_bytes())
    changed[at : at + len(change)] = change
    path.write_bytes(changed)
    with pytest.raises(DenwabanError) as refused:
        SqliteLedger.open(path)
    assert refused.value.code == code
    assert path.read_bytes() == changed


def test_a_path_that_leads_nowhere_is_wrong(tmp_path):
    with pytest.raises(DenwabanError) as refused:
        SqliteLedger.open(tmp_path / "no/such/folder")
    assert refused.value.code == "invalid_value"


def test_a_ledger_that_would_keep_nothing_and_a_backup_that_would_be_none_are_refused(tmp_path):
    def refused(ask, *given):
        with pytest.raises(DenwabanError) as error:
            ask(*given)
        return error.value.code == "invalid_value"

    own = str(tmp_path / "l")
    with SqliteLedger.open(own) as ledger:
        ledger.commit(put("1"))
        assert all(refused(SqliteLedger.open, path) for path in ("", own + "\0.never"))
        for path in ("", ":memory:", own + "\0x", own):
            assert refused(ledger.backup, path) and refused(ledger.export_to, path)
            assert path == own or refused(ledger.import_from, path)
        assert body_at(ledger) == "1"
    assert os.stat(own).st_mode & 0o777 == 0o600


IN_A_CHILD = """
import os, signal, sys, threading, time
from denwaban import DenwabanError, SqliteLedger

path = sys.argv[1]
put = lambda body: {"now": "2026-11-27T03:00:00Z", "writes": [{"put": {"partition": "p", "sort": "s", "body": body}}]}

def code_of(ask, *given):
    try:
        ask(*given)
    except DenwabanError as error:
        return error.code

ledger = SqliteLedger.open(path)
ledger.commit(put("1"))
other = threading.Thread(target=lambda: [ledger.commit(put("1")) for _ in range(2000)])
other.start()
for _ in range(12):
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        right = code_of(ledger.commit, put("2")) == code_of(ledger.read, []) == code_of(ledger.run, {"find_restaurant": {"id": "r"}}) == "not_allowed"
        ledger.close()
        del ledger
        os._exit(0 if right else 1)
    assert os.waitpid(child, 0)[1] == 0
other.join()
child = os.fork()
if child == 0:
    signal.alarm(20)
    with SqliteLedger.open(path) as own:
        own.commit(put("3"))
        time.sleep(0.5)
        own.commit(put("4"))
    os._exit(0)
time.sleep(0.2)
ledger.close()
assert os.waitpid(child, 0)[1] == 0
with SqliteLedger.open(path) as ledger:
    assert ledger.read([{"partition": "p", "sort": "s"}])[0]["body"] == "4"
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_the_child_of_a_fork_opens_the_ledger_anew(tmp_path):
    subprocess.run([sys.executable, "-W", "ignore", "-c", IN_A_CHILD, str(tmp_path / "l")], check=True, timeout=100)


def test_what_is_wrong_with_a_question_is_told_with_its_place():
    with SqliteLedger.open(":memory:") as ledger:
        for ask, code, where in [
            (lambda: ledger.read([{"partition": "p"}]), "missing_key", "/0"),
            (lambda: ledger.query({"partition": "p", "limit": 0}), "out_of_range", "/limit"),
            (lambda: ledger.commit("{"), "malformed_json", "0-1"),
            (lambda: ledger.commit({"writes": [], "now": object()}), "wrong_type", "/now"),
        ]:
            with pytest.raises(DenwabanError) as refused:
                ask()
            assert (refused.value.code, refused.value.where) == (code, where)


def test_an_option_that_means_nothing_is_refused():
    for wrong in ({"busy": -1}, {"busy": float("nan")}, {"keep_changes": -1}, {"check": "page"}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            SqliteLedger.open(":memory:", **wrong)
    for long in (3e6, 1e30, float("inf")):
        SqliteLedger.open(":memory:", busy=long, keep_changes=long).close()


def test_once_it_is_closed_everything_is_refused():
    with SqliteLedger.open(":memory:") as ledger:
        pass
    ledger.close()
    for ask in (
        lambda: ledger.read([KEY]),
        lambda: ledger.commit(put("1")),
        lambda: ledger.backup("x"),
        lambda: ledger.run("{}"),
    ):
        with pytest.raises(DenwabanError):
            ask()
    with pytest.raises(DenwabanError, match="the ledger is closed") as refused:
        ledger.query({"partition": "p"})
    assert refused.value.code == "not_allowed"


def test_a_forgotten_ledger_is_closed(tmp_path):
    ledger = SqliteLedger.open(tmp_path / "l")
    ledger.commit(put("1"))
    assert (tmp_path / "l-wal").exists()
    del ledger
    assert not (tmp_path / "l-wal").exists()


def test_closing_waits_for_what_has_begun(tmp_path):
    ledger = SqliteLedger.open(tmp_path / "l")
    ends = []

    def write():
        for each in range(10_000):
            try:
                ledger.commit(put(str(each)))
            except DenwabanError as error:
                ends.append((error.code, each))
                return

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    ledger.close()
    assert not (tmp_path / "l-wal").exists()
    for thread in threads:
        thread.join()
    assert [code for code, _ in ends] == ["not_allowed"] * 4
    with SqliteLedger.open(tmp_path / "l") as ledger:
        assert ledger.read([KEY])[0]["version"] == sum(done for _, done in ends)


def test_a_backup_is_all_of_it_as_of_one_moment_and_overwrites_nothing(tmp_path):
    with SqliteLedger.open(tmp_path / "l") as ledger:
        ledger.commit(put("1"))
        ledger.backup(tmp_path / "copy")
        ledger.commit(put("2"))
        with pytest.raises(DenwabanError):
            ledger.backup(tmp_path / "copy")
    with SqliteLedger.open(tmp_path / "copy") as copy:
        assert body_at(copy) == "1"


def test_what_is_exported_and_imported_is_the_same_ledger(tmp_path):
    answer = {"request": "k", "about": "a", "answer": '"はい"', "keep_until": NOW + timedelta(days=1)}
    with SqliteLedger.open(tmp_path / "l") as ledger, SqliteLedger.open(":memory:") as copy:
        ledger.commit({**put('"一"\n'), "answer": answer})
        ledger.export_to(tmp_path / "lines")
        assert len((tmp_path / "lines").read_text().splitlines()) == 4
        copy.import_from(tmp_path / "lines")
        copy.export_to(tmp_path / "again")
        assert (tmp_path / "again").read_bytes() == (tmp_path / "lines").read_bytes()
        assert copy.commit({"writes": [], "answer": answer, "now": NOW})["result"] == "replayed"
        with pytest.raises(DenwabanError) as refused:
            copy.import_from(tmp_path / "lines")
        assert (refused.value.code, refused.value.where) == ("duplicate_id", "/2")


def test_an_import_is_all_or_nothing_and_an_export_leaves_nothing_half_done(tmp_path):
    lines = tmp_path / "lines"
    line = json.dumps({**KEY, "version": 3, "body": "1"}, separators=(",", ":"))
    lines.write_text(line + '\n{"partition":"p","sort":"b","version":0,"body":""}\n')
    with SqliteLedger.open(":memory:") as ledger:
        with pytest.raises(DenwabanError) as refused:
            ledger.import_from(lines)
        assert (refused.value.code, refused.value.where) == ("out_of_range", "/2/version")
        assert ledger.read([KEY]) == [None]
        for impossible in (
            lambda: ledger.import_from(tmp_path / "nothing"),
            lambda: ledger.import_from(tmp_path),
            lambda: ledger.export_to(tmp_path / "no/such/folder"),
            lambda: ledger.export_to(tmp_path),
        ):
            with pytest.raises(DenwabanError) as refused:
                impossible()
            assert refused.value.code == "invalid_value"
        lines.write_text(line)
        ledger.import_from(lines)
        ledger.export_to(lines)
        assert lines.read_text().splitlines()[1] == line
    assert [path.name for path in tmp_path.iterdir()] == ["lines"]


def count_up(ledger, rounds):
    done = 0
    while done < rounds:
        (seen,) = ledger.read([COUNTER])
        expected, body = (seen["version"], int(seen["body"]) + 1) if seen else ("absent", 1)
        write = {"put": {**COUNTER, "expected": expected, "body": str(body)}}
        done += ledger.commit({"writes": [write], "now": NOW})["result"] == "committed"


def test_processes_and_threads_that_write_one_file_at_once_each_get_their_answer(tmp_path):
    path, rounds = tmp_path / "l", 40
    program = f"""
from test_ledger import *
with SqliteLedger.open({str(path)!r}) as ledger:
    count_up(ledger, {rounds})"""
    children = [subprocess.Popen([sys.executable, "-c", program], cwd=Path(__file__).parent) for _ in range(2)]
    with SqliteLedger.open(path) as ledger:
        threads = [threading.Thread(target=count_up, args=(ledger, rounds)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [child.wait() for child in children] == [0, 0]
        assert body_at(ledger, COUNTER) == str(6 * rounds)


class Lock:
    """Another process holds the lock of a file until it is told to let go: it imports of a pipe."""

    def __init__(self, path):
        pipe = path.with_name("pipe")
        os.mkfifo(pipe)
        program = "import sys, denwaban; denwaban.SqliteLedger.open(sys.argv[1]).import_from(sys.argv[2])"
        self.child = subprocess.Popen([sys.executable, "-c", program, path, pipe])
        self.held = open(pipe, "w")
        with SqliteLedger.open(path, busy=0) as probe:
            while self._is_free(probe):
                time.sleep(0.005)

    @staticmethod
    def _is_free(probe):
        try:
            return probe.commit({"writes": [], "now": NOW})
        except DenwabanError as error:
            assert error.code == "unavailable"
            return False

    def let_go(self):
        self.held.close()
        assert self.child.wait() == 0


def test_the_interpreter_is_free_while_a_commit_waits(tmp_path):
    with SqliteLedger.open(tmp_path / "l", busy=60) as ledger:
        lock = Lock(tmp_path / "l")
        done = []
        thread = threading.Thread(target=lambda: done.append(ledger.commit(put("1"))))
        thread.start()
        for _ in range(30):
            time.sleep(0.001)
        assert done == []
        assert ledger.read([KEY]) == [None]
        lock.let_go()
        thread.join()
        assert done == [{"result": "committed"}]


def test_whoever_has_waited_long_enough_is_told_so_and_nothing_is_written(tmp_path):
    with SqliteLedger.open(tmp_path / "l", busy=0.02) as ledger:
        lock = Lock(tmp_path / "l")
        with pytest.raises(DenwabanError) as refused:
            ledger.commit(put("1"))
        assert refused.value.code == "unavailable"
        assert ledger.read([KEY]) == [None]
        lock.let_go()
        assert ledger.commit(put("1"))["result"] == "committed"


def test_a_ledger_in_threads_is_awaited(tmp_path):
    async def ask(ledger):
        assert await ledger.commit(put("1")) == {"result": "committed"}
        assert (await ledger.query({"partition": "p"}))["next"] is None
        return await ledger.read([KEY])

    with SqliteLedger.open(tmp_path / "l") as ledger:
        assert asyncio.run(ask(InThreads(ledger)))[0]["body"] == "1"
    assert asyncio.run(ask(InThreads(DictLedger())))[0]["body"] == "1"
