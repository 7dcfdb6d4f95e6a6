"""A ledger in a table of DynamoDB, through boto3: the shared vectors, long bodies, and what a server refuses."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import boto3
import pytest
from botocore.config import Config

from denwaban import DenwabanError, SqliteLedger, run
from denwaban.dynamodb import DynamoDbLedger, table_definition, time_to_live

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
VECTORS = sorted((ROOT / "tests/data/ledger").glob("*.json"))
ERRANDS = sorted((ROOT / "tests/data/errand_vectors").glob("*.json"))
NOW = "2026-11-27T03:00:00Z"
KEY = {"partition": "p", "sort": "a"}
tables = count()


def client_of(endpoint, **options):
    config = Config(region_name="ap-northeast-1", max_pool_connections=16, **options)
    credentials = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    return boto3.client("dynamodb", endpoint_url=endpoint, config=config, **credentials)


@pytest.fixture(scope="module")
def client():
    """Of a server of ours, or of the one that DENWABAN_DYNAMODB_ENDPOINT names."""
    given = os.environ.get("DENWABAN_DYNAMODB_ENDPOINT")
    if given:
        yield client_of(given)
        return
    command = [ROOT / "build/dynamodb/bin/python", HERE / "server.py"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        port = server.stdout.readline().strip()
        assert port, "the server of tests/dynamodb/setup.sh does not start"
        yield client_of(f"http://127.0.0.1:{port}")
        server.stdin.close()


@pytest.fixture
def table(client):
    name = f"ledger-{os.getpid()}-python-{next(tables)}"
    client.create_table(**table_definition(name))
    client.update_time_to_live(**time_to_live(name))
    return name


@pytest.fixture
def ledger(client, table):
    return DynamoDbLedger(client, table)


def put(body, **more):
    return {"writes": [{"put": {**KEY, "body": body, **more}}], "now": NOW}


def bodies_of(ledger, query):
    bodies = []
    after = query.get("after")
    while True:
        page = ledger.query({**query, "after": after})
        assert len(page["documents"]) <= query.get("limit", 100)
        bodies += [document["body"] for document in page["documents"]]
        after = page["next"]
        if after is None:
            return bodies


def answer_to(ledger, step):
    try:
        if "commit" in step:
            return ledger.commit(step["commit"])
        if "read" in step:
            return ledger.read(step["read"])
        return bodies_of(ledger, step["query"]) if "bodies" in step else ledger.query(step["query"])
    except DenwabanError as error:
        return [f"{problem.code} {problem.where}" for problem in error.errors]


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_dynamodb_answers_the_shared_vectors_as_sqlite_does(ledger, path):
    for step in json.loads(path.read_text("utf-8"))["steps"]:
        wanted = next(step[key] for key in ("gives", "bodies", "errors") if key in step)
        assert json.dumps(answer_to(ledger, step)) == json.dumps(wanted), step


class AnyLedger:
    """The same ledger, without its own way of running errands."""

    def __init__(self, ledger):
        self.read, self.query, self.commit = ledger.read, ledger.query, ledger.commit


@pytest.mark.parametrize("made", [lambda ledger: ledger, AnyLedger], ids=["itself", "as any ledger"])
@pytest.mark.parametrize("path", ERRANDS, ids=lambda path: path.stem)
def test_errands_run_on_dynamodb(ledger, path, made):
    for step in json.loads(path.read_text("utf-8"))["steps"]:
        try:
            assert run(made(ledger), step["ask"]) == step.get("gives"), step
        except DenwabanError as error:
            assert [f"{problem.code} {problem.where}" for problem in error.errors] == step.get("errors"), step


def test_there_are_vectors():
    assert len(VECTORS) >= 5
    assert len(ERRANDS) >= 5


def test_bodies_of_any_length_grow_shrink_and_go(client, table, ledger):
    for version, size in enumerate([10, 350_000, 2_900_000, 1_000_000, 10], start=1):
        body = "x" + "席" * (size // 3)
        assert ledger.commit(put(body)) == {"result": "committed"}
        assert ledger.read([KEY]) == [{**KEY, "version": version, "body": body}]
    assert client.scan(TableName=table)["Count"] == 1
    ledger.commit({"writes": [{"erase": KEY}], "now": NOW})
    assert client.scan(TableName=table)["Count"] == 0


def test_threads_share_it(ledger):
    def add(name):
        for _ in range(100):
            (found,) = ledger.read([KEY])
            known = json.loads(found["body"]) if found else []
            expected = found["version"] if found else "absent"
            if ledger.commit(put(json.dumps([*known, name]), expected=expected))["result"] == "committed":
                return
        raise AssertionError("others were faster every time")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add, range(24)))
    (found,) = ledger.read([KEY])
    assert sorted(json.loads(found["body"])) == list(range(24))


def test_an_errand_runs_on_it(ledger):
    assert run(ledger, {"find_restaurant": {"id": "r1"}}) is None


def refused(ask, *asked):
    with pytest.raises(DenwabanError) as raised:
        ask(*asked)
    return raised.value.code, raised.value.where


def test_what_a_server_refuses_and_what_no_server_hears(client, table, ledger):
    nowhere = DynamoDbLedger(client, "nowhere")
    assert refused(nowhere.read, [KEY]) == ("unknown_reference", "")
    assert refused(nowhere.commit, put("{}")) == ("unknown_reference", "")
    deaf = client_of("http://127.0.0.1:1", retries={"total_max_attempts": 1})
    assert refused(DynamoDbLedger(deaf, "ledger").commit, put("{}")) == ("unavailable", "")
    client.put_item(TableName=table, Item={"partition": {"S": "p"}, "sort": {"S": "a"}, "body": {"S": ""}})
    assert refused(ledger.read, [KEY]) == ("corrupt", f"/output/Responses/{table}/0")


def test_without_credentials_nothing_is_allowed(monkeypatch):
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    anonymous = boto3.session.Session().client(
        "dynamodb", endpoint_url="http://127.0.0.1:1", region_name="ap-northeast-1"
    )
    assert refused(DynamoDbLedger(anonymous, "ledger").read, [KEY]) == ("not_allowed", "")


def test_types_hold_and_catch_mistakes():
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "usage.py"], capture_output=True, text=True, cwd=HERE
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_is_exported_is_imported(client, ledger, tmp_path):
    long = "そば" * 100_000
    answer = {"request": "k", "about": "a", "answer": "1", "keep_until": "2099-01-01T00:00:00Z"}
    ledger.commit({"writes": [{"put": {**KEY, "body": long}}], "answer": answer, "now": NOW})
    ledger.export_to(tmp_path / "e")
    assert (tmp_path / "e").stat().st_mode & 0o777 == 0o600
    with SqliteLedger.open(":memory:") as sqlite:
        sqlite.import_from(tmp_path / "e")
        assert sqlite.read([KEY])[0]["body"] == long
        sqlite.export_to(tmp_path / "s")
    name = f"ledger-{os.getpid()}-python-{next(tables)}"
    client.create_table(**table_definition(name))
    another = DynamoDbLedger(client, name)
    cut = tmp_path / "cut"
    cut.write_bytes(b"".join((tmp_path / "s").read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(DenwabanError, match="cut off"):
        another.import_from(cut)
    assert another.read([KEY]) == [None]
    for _ in range(2):
        another.import_from(tmp_path / "s")
    assert another.read([KEY])[0]["body"] == long
    assert another.commit({"writes": [], "answer": answer, "now": NOW})["result"] == "replayed"
    with pytest.raises(DenwabanError) as refused:
        another.import_from(tmp_path / "nowhere")
    assert refused.value.code == "invalid_value"


def test_an_export_takes_the_place_of_a_file_and_of_nothing_else(ledger, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(DenwabanError) as refused:
            ledger.export_to(path)
        assert refused.value.code == "invalid_value"
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
