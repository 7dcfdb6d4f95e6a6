"""Calls as Arrow, read by its own libraries: the rows are those that BigQuery gets."""

from __future__ import annotations

import gc
import json
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from contact_centre import ContactCentre
from test_contact_centre import DIRECTORY

from denwaban import CallFacts, DenwabanError, Directory, bigquery_schema

pyarrow = pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def facts() -> CallFacts:
    made = CallFacts()
    for record in ContactCentre(7).deliveries():
        made.add(record)
    return made


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory.from_json(json.dumps(DIRECTORY))


def as_json(value: Any) -> Any:
    """As BigQuery's rows have it."""
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return {"key": value[0], "value": value[1]}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    return value


def with_times(value: Any, columns: list[dict[str, Any]]) -> Any:
    """A row of BigQuery's, what is no time as it stands."""
    row = {}
    for column in columns:
        item = value.get(column["name"])
        each = item if isinstance(item, list) else [item]
        if column["type"] == "TIMESTAMP":
            each = [one and datetime.fromisoformat(one.replace("Z", "+00:00")) for one in each]
        elif column["type"] == "STRUCT" and item is not None:
            each = [with_times(one, column["fields"]) for one in each]
        row[column["name"]] = each if isinstance(item, list) else each[0]
    return row


def rows_of(facts: CallFacts, directory: Directory | None) -> list[dict[str, Any]]:
    rows = [facts.bigquery_row(fact.id, directory) for fact in facts.all()]
    return [with_times(row.row, bigquery_schema()) for row in rows if row is not None]


@pytest.mark.parametrize("is_placed", [False, True])
def test_rows_are_those_of_bigquery(facts: CallFacts, directory: Directory, is_placed: bool):
    rows = rows_of(facts, directory if is_placed else None)
    table = pyarrow.table(facts.arrow(directory) if is_placed else facts)
    table.validate(full=True)
    assert len(rows) > 100
    assert as_json(table.to_pylist()) == rows
    assert {row["restaurant"] for row in rows} == ({"r0", "r1", None} if is_placed else {None})
    assert any(len(row["waits"]) > 1 for row in rows) and any(row["attributes"] for row in rows)


def test_types_are_those_of_bigquery(facts: CallFacts):
    schema = pyarrow.schema(facts)
    assert schema == pyarrow.table(facts).schema == pyarrow.schema(facts.arrow())
    columns = bigquery_schema()
    assert schema.names == [column["name"] for column in columns]
    assert [field.nullable for field in schema] == [column["mode"] == "NULLABLE" for column in columns]
    assert schema.field("began").type == pyarrow.timestamp("ms", "UTC")
    assert schema.field("attributes").type == pyarrow.map_(
        pyarrow.string(), pyarrow.field("value", pyarrow.string(), nullable=False)
    )


def test_what_was_handed_out_outlives_the_calls(directory: Directory):
    facts = CallFacts()
    facts.add({"ContactId": "c1", "LastUpdateTimestamp": "2026-11-22T08:02:00Z"})
    taken, schema = facts.arrow(directory).__arrow_c_stream__(), facts.__arrow_c_schema__()
    reader = pyarrow.RecordBatchReader.from_stream(facts)
    facts.add({"ContactId": "c2", "LastUpdateTimestamp": "2026-11-22T08:02:00Z"})
    table = pyarrow.table(facts)
    del facts, taken, schema
    gc.collect()
    assert reader.read_all().column("id").to_pylist() == ["c1"]
    ids = table.column("id")
    del table, reader
    gc.collect()
    assert ids.to_pylist() == ["c1", "c2"]


def test_without_calls_there_are_columns():
    table = pyarrow.table(CallFacts())
    assert (table.num_rows, table.num_columns) == (0, len(bigquery_schema()))


def test_a_call_beyond_the_hours_that_are_known_has_no_place_and_costs_the_others_none(directory: Directory):
    facts = CallFacts()
    line = {"Address": "+81312345670", "Type": "TELEPHONE_NUMBER"}
    facts.add(
        {
            "ContactId": "c1",
            "LastUpdateTimestamp": "2190-01-01T00:00:00Z",
            "InitiationTimestamp": "2190-01-01T00:00:00Z",
            "SystemEndpoint": line,
        }
    )
    facts.add({"ContactId": "c2", "LastUpdateTimestamp": "2026-11-22T08:00:00Z", "SystemEndpoint": line})
    table = pyarrow.table(facts.arrow(directory))
    places = dict(zip(table.column("id").to_pylist(), table.column("restaurant").to_pylist(), strict=True))
    assert places["c1"] is None and places["c2"] is not None
    with pytest.raises(DenwabanError, match="beyond"):
        facts.place("c1", directory)


def test_the_ipc_form_and_parquet_are_the_same_table(facts: CallFacts, directory: Directory, tmp_path: Path):
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table(facts.arrow(directory))
    assert pyarrow.ipc.open_stream(facts.arrow(directory).ipc()).read_all().equals(table)
    parquet.write_table(table, tmp_path / "calls.parquet")
    assert parquet.read_table(tmp_path / "calls.parquet").equals(table)


def test_polars_takes_them(facts: CallFacts, directory: Directory):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(facts.arrow(directory))
    assert frame.height == len(facts.all())
    waited = frame.select(polars.col("waits").list.len().sum()).item()
    assert waited == sum(len(fact.waits) for fact in facts.all())
    assert frame["began"].to_list() == [fact.began for fact in facts.all()]


def test_duckdb_asks_them(facts: CallFacts, directory: Directory):
    duckdb = pytest.importorskip("duckdb")
    calls = facts.arrow(directory)
    told = duckdb.sql("SELECT attributes['disposition'], count(*), sum(queued) FROM calls GROUP BY 1").fetchall()
    counted: dict[str | None, list[int]] = {}
    for fact in facts.all():
        of = counted.setdefault(fact.attributes.get("disposition"), [0, 0])
        of[0] += 1
        of[1] += int(fact.queued.total_seconds() * 1000)
    assert calls is not None
    assert {name: [count, queued] for name, count, queued in told} == counted
