"""What is written for BigQuery, read by Google's own client, and run in DuckDB by a translator of dialects."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest

from denwaban import (
    CallFacts,
    DenwabanError,
    Directory,
    bigquery_figures_sql,
    bigquery_merge_sql,
    bigquery_schema,
    bigquery_table_sql,
)
from denwaban._records import CallGroup

duckdb = pytest.importorskip("duckdb")
sqlglot = pytest.importorskip("sqlglot")


def record(contact: str, began: str, **more: Any) -> dict[str, Any]:
    return {
        "ContactId": contact,
        "Channel": "VOICE",
        "InitiationMethod": "INBOUND",
        "InitiationTimestamp": began,
        "DisconnectTimestamp": began.replace(":00Z", ":59Z"),
        "LastUpdateTimestamp": began,
        "CustomerEndpoint": {"Address": "+819012345678", "Type": "TELEPHONE_NUMBER"},
        "Queue": {"ARN": "arn:q", "Name": "予約", "EnqueueTimestamp": began, "DequeueTimestamp": began},
        "Attributes": {"disposition": "booking"},
        **more,
    }


def without_not_null_in_structs(sql: str) -> str:
    """DuckDB has no such word there."""
    text, depth = "", 0
    for part in sql.replace("<", "\0<").replace(">", "\0>").split("\0"):
        depth += {"<": 1, ">": -1}.get(part[:1], 0)
        text += part.replace(" NOT NULL", "") if depth > 0 else part
    return text


class Warehouse:
    def __init__(self, folder: Path) -> None:
        self.db, self.file = duckdb.connect(), folder / "rows.ndjson"
        self.db.execute("SET TimeZone='UTC'; CREATE SCHEMA calls")
        for table in ("calls.facts", "calls.staging"):
            self.run(bigquery_table_sql(table))

    def run(self, sql: str) -> None:
        (translated,) = sqlglot.transpile(without_not_null_in_structs(sql), read="bigquery", write="duckdb")
        self.db.execute(translated)

    def load(self, rows: list[dict[str, Any]]) -> None:
        self.file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        told = f"read_json('{self.file}', format='newline_delimited')"
        self.db.execute(f"INSERT INTO calls.staging BY NAME SELECT * FROM {told}")

    def merge(self) -> list[Any]:
        self.run(bigquery_merge_sql("calls.facts", "calls.staging"))
        kept: list[Any] = self.db.execute("SELECT id, dispositions[1] FROM calls.facts ORDER BY id").fetchall()
        return kept


def test_rows_are_merged_and_calls_that_became_another_go(tmp_path: Path):
    facts, warehouse = CallFacts(), Warehouse(tmp_path)

    def row(contact: str) -> dict[str, Any]:
        made = facts.bigquery_row(contact)
        assert made is not None
        return made.row

    facts.add(record("c1", "2026-11-22T14:59:00Z"))
    facts.add(record("c2", "2026-11-22T15:59:00Z"))
    older = row("c1")
    warehouse.load([older, row("c2")])
    assert warehouse.merge() == [("c1", "booking"), ("c2", "booking")]
    facts.add(record("c1", "2026-11-22T16:59:00Z", Attributes={"disposition": "lost_property"}))
    warehouse.load([row("c1"), older, older])
    assert warehouse.merge() == [("c1", "lost_property"), ("c2", "booking")]
    change = facts.add(record("c2", "2026-11-22T17:59:00Z", PreviousContactId="c1", InitialContactId="c1"))
    assert change.replaced == ("c2",)
    warehouse.load([row("c1")])
    assert [call for call, _ in warehouse.merge()] == ["c1"]
    told = warehouse.db.execute("SELECT attributes[1].key, waits[1].queue.name, began FROM calls.facts").fetchall()
    assert [(key, queue) for key, queue, _ in told] == [("disposition", "予約")]


def test_a_call_that_goes_by_an_old_name_again_keeps_its_row(tmp_path: Path):
    asked = record("c1", "2026-11-22T14:59:00Z", NextContactId="c0")
    back = record("c0", "2026-11-22T15:01:00Z", InitiationMethod="CALLBACK", PreviousContactId="c1")
    moved = record("c2", "2026-11-22T15:09:00Z", InitiationMethod="TRANSFER")
    moved.update(PreviousContactId="c0", InitialContactId="c0")
    for number, order in enumerate(permutations([asked, back, moved])):
        (tmp_path / str(number)).mkdir()
        facts, warehouse = CallFacts(), Warehouse(tmp_path / str(number))
        for one in order:
            change = facts.add(one)
            row = facts.bigquery_row(change.call)
            assert row is not None
            warehouse.load([row.row])
            warehouse.merge()
        warehouse.run("DELETE FROM calls.staging WHERE TRUE")
        assert [call for call, _ in warehouse.merge()] == [fact.id for fact in facts.all()]


def test_what_comes_after_its_call_was_forgotten_changes_no_row_that_knows_more(tmp_path: Path):
    first = record("c1", "2026-11-22T14:59:00Z", NextContactId="c2")
    second = record("c2", "2026-11-22T15:09:00Z", InitiationMethod="TRANSFER", PreviousContactId="c1")
    third = record("c3", "2026-11-22T15:19:00Z", InitiationMethod="TRANSFER", PreviousContactId="c2")
    warehouse = Warehouse(tmp_path)

    def rows_of(*records: dict[str, Any]) -> list[Any]:
        facts = CallFacts()
        for one in records:
            row = facts.bigquery_row(facts.add(one).call)
            assert row is not None
            warehouse.load([row.row])
        warehouse.merge()
        return warehouse.db.execute("SELECT id, contacts FROM calls.facts").fetchall()

    assert rows_of(third) == [("c2", ["c3"])]
    whole = [("c1", ["c1", "c2", "c3"])]
    assert rows_of(third, second, first) == whole
    assert rows_of(second) == rows_of(third) == rows_of(first) == rows_of(third, second) == whole


def test_every_member_of_a_row_is_a_column_and_ids_tell_news_apart():
    facts = CallFacts()
    facts.add(record("c1", "2026-11-22T14:59:00Z"))
    first = facts.bigquery_row("c1")
    assert first is not None and first == facts.bigquery_row("c1")
    columns = {column["name"]: column for column in bigquery_schema()}
    assert set(first.row) <= set(columns)
    required = {name for name, column in columns.items() if column["mode"] == "REQUIRED"}
    assert required <= {name for name, value in first.row.items() if value is not None}
    repeated = {name for name, column in columns.items() if column["mode"] == "REPEATED"}
    assert all(isinstance(first.row[name], list) for name in repeated)
    facts.add(record("c1", "2026-11-22T15:00:00Z"))
    newer = facts.bigquery_row("c1")
    assert newer is not None and newer.insert_id != first.insert_id
    assert facts.bigquery_row("nobody") is None


def test_googles_client_takes_the_schema():
    bigquery = pytest.importorskip("google.cloud.bigquery")
    fields = [bigquery.SchemaField.from_api_repr(column) for column in bigquery_schema()]
    assert [field.name for field in fields] == [column["name"] for column in bigquery_schema()]
    table = bigquery.Table("project.calls.facts", schema=fields)
    modes = {field["name"]: field["mode"] for field in table.to_api_repr()["schema"]["fields"]}
    assert (modes["id"], modes["chain"]) == ("REQUIRED", "NULLABLE")


GROUPS = get_args(CallGroup)


def random_record(number: int, random: Random) -> dict[str, Any]:
    began = datetime(2026, 11, 20, tzinfo=timezone.utc) + timedelta(seconds=random.randrange(86_400 * 6))

    def after(seconds: int) -> str:
        return (began + timedelta(seconds=seconds)).isoformat()

    waited = random.randrange(60)
    made = record(
        f"c{number}", after(0), DisconnectTimestamp=after(waited + 100), DisconnectReason="CUSTOMER_DISCONNECT"
    )
    made["SystemEndpoint"] = {"Address": f"+8131234567{random.randrange(3)}", "Type": "TELEPHONE_NUMBER"}
    made["Queue"] = {"ARN": "arn", "Name": random.choice(["予約", "代表"]), "EnqueueTimestamp": after(0)}
    made["Queue"]["DequeueTimestamp"] = after(waited)
    made["Attributes"] = dict(list({"disposition": "booking", "disposition2": "access"}.items())[: random.randrange(3)])
    if random.randrange(5) == 0:
        del made["Queue"]
    elif random.randrange(3):
        agent = {
            "ARN": "arn:a",
            "Username": random.choice(["sato", "suzuki"]),
            "ConnectedToAgentTimestamp": after(waited),
        }
        made["Agent"] = {**agent, "AgentInteractionDuration": random.randrange(100), "AfterContactWorkDuration": 7}
    if random.randrange(9) == 0:
        made["InitiationMethod"] = "OUTBOUND"
    made["Channel"] = random.choice(["VOICE", "VOICE", "CHAT", "EMAIL"])
    return made


@pytest.mark.parametrize("group", GROUPS)
def test_figures_of_the_table_are_those_of_the_calls(group: Any, tmp_path: Path):
    random, facts, warehouse = Random(5), CallFacts(), Warehouse(tmp_path)
    restaurants = [
        {
            "id": f"r{line}",
            "name": "とりべえ",
            "zone": "Asia/Tokyo",
            "chain": ("鳥一族", "")[line],
            "lines": [{"number": f"03-1234-567{line}", "label": "代表"}],
            "hours": {
                "rules": [
                    {
                        "when": {"weekdays": ["sat", "sun"]},
                        "services": [{"name": "夜", "opens": "17:00", "closes": "26:00"}],
                    }
                ]
            },
        }
        for line in (0, 1)
    ]
    directory = Directory.from_json(json.dumps(restaurants))
    for number in range(300):
        facts.add(random_record(number, random))
    rows = [facts.bigquery_row(fact.id, directory) for fact in facts.all()]
    warehouse.load([row.row for row in rows if row is not None])
    warehouse.merge()
    threshold = timedelta(seconds=20)
    channels: list[Any] = [None, "chat"]
    for channel in channels:
        sql = bigquery_figures_sql("calls.facts", group, threshold, channel=channel)
        (translated,) = sqlglot.transpile(sql, read="bigquery", write="duckdb")
        kept = {row[0] or "": row[1:] for row in warehouse.db.execute(translated).fetchall()}
        told = {
            name: pytest.approx((*figures[:9], *figures.service_level), nan_ok=False)
            for name, figures in facts.service_figures_by(group, threshold, directory, channel=channel).items()
        }
        assert len(told) > (group != "channel" or channel is None)
        assert kept == told


@pytest.mark.parametrize("name", ["", "a b", "a`", "a.b.c.d", "a..b", ".a", "a.", "表", "a;--"])
def test_a_name_gets_out_of_no_quotes(name: str):
    for ask in (lambda: bigquery_table_sql(name), lambda: bigquery_merge_sql("a", name)):
        with pytest.raises(DenwabanError) as refused:
            ask()
        assert refused.value.code == "invalid_value"
