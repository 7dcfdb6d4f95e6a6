"""Calls that the script for BigQuery stitches of legs are the library's, row for row."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from contact_centre import ContactCentre
from test_bigquery import Warehouse

from denwaban import (
    BigQueryRow,
    CallFacts,
    DenwabanError,
    bigquery_merge_sql,
    bigquery_schema,
    bigquery_stitch_sql,
    bigquery_table_sql,
)
from denwaban.generated.nouns import BigQueryTable

BEGAN = datetime(2026, 11, 20, 9, tzinfo=timezone.utc)


def legs_of(record: dict[str, Any]) -> list[BigQueryRow]:
    facts = CallFacts()
    return facts.bigquery_legs(facts.add(record).call)


def insert(warehouse: Warehouse, table: str, rows: list[dict[str, Any]]) -> None:
    """By the schema, since a guess at types would go by what happens to be there."""
    name = table.split(".")[1]
    of = name if name in get_args(BigQueryTable) else "calls"
    warehouse.file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    names = ", ".join(f'"{column["name"]}"' for column in bigquery_schema(of))
    types = warehouse.db.execute(f"DESCRIBE {table}").fetchall()
    read = ", ".join(f"'{name}': '{kind}'" for name, kind, *_ in types)
    warehouse.db.execute(
        f"INSERT INTO {table} ({names}) SELECT {names} FROM read_json('{warehouse.file}', "
        f"format='newline_delimited', columns={{{read}}})"
    )


def stitched(warehouse: Warehouse, legs: list[dict[str, Any]]) -> None:
    warehouse.run(bigquery_table_sql("calls.legs", "legs"))
    insert(warehouse, "calls.legs", legs)
    for statement in bigquery_stitch_sql("calls.legs", "calls.staging").split(";\n"):
        warehouse.run(statement)


def assert_equal_to_calls_of(facts: CallFacts, warehouse: Warehouse) -> None:
    rows = [facts.bigquery_row(fact.id) for fact in facts.all()]
    insert(warehouse, "calls.facts", [row.row for row in rows if row is not None])
    lists = ["contacts", "awaited", "waits", "agents", "recordings", "attributes", "dispositions"]
    like = ", ".join(f"coalesce({name}, []) AS {name}" for name in lists)  # BigQuery takes null for an empty list
    told, ours = (f"SELECT * REPLACE ({like}) FROM calls.{table}" for table in ("facts", "staging"))
    for left, right in ((told, ours), (ours, told)):
        assert warehouse.db.execute(f"{left} EXCEPT ALL {right} ORDER BY id LIMIT 3").fetchall() == []
    assert warehouse.db.execute("SELECT count(*) FROM calls.staging").fetchone() == (len(rows),)


def shuffled(records: list[dict[str, Any]], random: Random) -> list[dict[str, Any]]:
    every = records + random.sample(records, len(records) // 3)
    random.shuffle(every)
    return every


def compare(records: list[dict[str, Any]], folder: Path) -> list[int]:
    """How many legs each call has."""
    facts, warehouse = CallFacts(), Warehouse(folder)
    for record in records:
        facts.add(record)
    stitched(warehouse, [row.row for record in records for row in legs_of(record)])
    assert_equal_to_calls_of(facts, warehouse)
    return [len(fact.contacts) for fact in facts.all()]


@pytest.mark.parametrize("seed", range(3))
def test_days_of_a_contact_centre(seed: int, tmp_path: Path):
    random = Random(seed)
    sizes = compare(shuffled(list(ContactCentre(seed).deliveries()), random), tmp_path)
    assert len(sizes) > 150 and max(sizes) > 1


def random_leg(random: Random, ids: int) -> dict[str, Any]:
    def some(often: int, value: Any) -> Any:
        return value if random.randrange(often) == 0 else None

    def at(seconds: int) -> str:
        return (BEGAN + timedelta(seconds=seconds)).isoformat()

    def one() -> str:
        return f"c{random.randrange(ids):03}"

    began = random.randrange(3_600)
    waits, talks = random.randrange(60), random.randrange(300)
    method = "INBOUND OUTBOUND TRANSFER QUEUE_TRANSFER CALLBACK API DISCONNECT MONITOR CALLBACK_CUSTOMER_FIRST_DIALED"
    reasons = ["CUSTOMER_DISCONNECT", "AGENT_DISCONNECT", "OTHER", "TELECOM_BUSY", "NEW", None]
    queue = {"ARN": f"arn:q{waits % 2}", "Name": "予約", "EnqueueTimestamp": some(1, at(began + 9))}
    agent = {"ARN": "arn:a", "Username": random.choice(["sato", "suzuki"]), "NumberOfHolds": waits % 3}
    spans = {"AgentInteractionDuration": talks, "CustomerHoldDuration": waits, "AfterContactWorkDuration": some(2, 7)}
    keys = ["disposition", "disposition2", "disposition3", "disposition02", "disposition1", "bookingId", "z", "a"]
    recording = {"Location": f"bucket/calls/{began}.wav", "Status": "AVAILABLE", "MediaStreamType": "AUDIO"}
    told = {
        "ContactId": one(),
        "InitialContactId": some(4, one()),
        "PreviousContactId": some(4, one()),
        "NextContactId": some(5, one()),
        "RelatedContactId": some(4, one()),
        "ContactAssociationId": some(8, one()),
        "Channel": random.choice(["VOICE", "VOICE", "VOICE", "CHAT", "TASK"]),
        "InitiationMethod": random.choice(method.split()),
        "InstanceARN": random.choice(["arn:aws:connect:ap-northeast-1:1:instance/i", "arn:aws", "arn:a:b:c", None]),
        "LastUpdateTimestamp": at(4_000 + random.randrange(5_000)),
        "InitiationTimestamp": at(began) if random.randrange(9) else None,
        "ConnectedToSystemTimestamp": at(began + 1) if random.randrange(4) else None,
        "DisconnectTimestamp": at(began + waits + talks) if random.randrange(6) else None,
        "DisconnectReason": random.choice(reasons),
        "CustomerEndpoint": some(2, {"Address": f"+8190{10_000_000 + began}", "Type": "TELEPHONE_NUMBER"}),
        "SystemEndpoint": some(2, {"Address": "+81312345670", "Type": "TELEPHONE_NUMBER"}),
        "TransferredToEndpoint": some(6, {"Address": f"+8131{10_000_000 + began}", "Type": "TELEPHONE_NUMBER"}),
        "AgentConnectionAttempts": random.randrange(3),
        "Queue": some(2, {**queue, "DequeueTimestamp": some(2, at(began + 9 + waits))}),
        "Agent": some(2, {**agent, **spans, "ConnectedToAgentTimestamp": some(2, at(began + 9 + waits))}),
        "Recordings": some(4, [recording, {**recording, "Status": "DELETED"}]),
        "Attributes": {key: random.choice(["booking", "access", ""]) for key in keys if random.randrange(2)},
    }
    return {key: value for key, value in told.items() if value is not None}


@pytest.mark.parametrize("seed", range(8))
def test_legs_that_name_one_another_at_random(seed: int, tmp_path: Path):
    random = Random(seed)
    ids = random.choice([100, 400, 1000, 2000])
    records = [random_leg(random, ids) for _ in range(300)]
    sizes = compare(shuffled(records, random), tmp_path)
    assert max(sizes) > 2


def test_a_chain_is_one_call_however_far_its_ends_are_apart(tmp_path: Path):
    def leg(number: int) -> dict[str, Any]:
        told = {"ContactId": f"c{number:03}", "InitiationMethod": "TRANSFER" if number else "INBOUND"}
        began = (BEGAN + timedelta(seconds=number)).isoformat()
        told.update(Channel="VOICE", InitiationTimestamp=began, LastUpdateTimestamp=began, DisconnectTimestamp=began)
        return {**told, "PreviousContactId": f"c{number - 1:03}"} if number else told

    assert compare(shuffled([leg(number) for number in range(129)], Random(1)), tmp_path) == [129]


def test_calls_are_appended_to_what_is_merged(tmp_path: Path):
    warehouse = Warehouse(tmp_path)
    records = list(ContactCentre(5).deliveries())
    facts = CallFacts()
    for record in records:
        facts.add(record)
    stitched(warehouse, [row.row for record in records for row in legs_of(record)])
    warehouse.run(bigquery_merge_sql("calls.facts", "calls.staging"))
    kept = warehouse.db.execute("SELECT id, revision FROM calls.facts ORDER BY id").fetchall()
    assert kept == sorted((fact.id, fact.revision) for fact in facts.all())


def test_records_that_are_kept_tell_the_same_as_all_that_came(tmp_path: Path):
    random = Random(9)
    facts, warehouse = CallFacts(), Warehouse(tmp_path)
    for record in [random_leg(random, 60) for _ in range(300)]:
        facts.add(record)
    rows = [row for fact in facts.all() for row in facts.bigquery_legs(fact.id)]
    assert len({row.insert_id for row in rows}) == len(rows)
    stitched(warehouse, [row.row for row in rows])
    assert_equal_to_calls_of(facts, warehouse)


def test_of_a_leg_that_links_more_a_row_is_another():
    facts = CallFacts()
    record = {"ContactId": "c2", "LastUpdateTimestamp": "2026-11-22T15:00:00Z", "InitiationMethod": "INBOUND"}
    facts.add(record)
    (first,) = facts.bigquery_legs("c2")
    assert {name for name, value in first.row.items() if value is not None} <= {
        column["name"] for column in bigquery_schema("legs")
    }
    facts.add({**record, "LastUpdateTimestamp": "2026-11-22T14:00:00Z", "NextContactId": "c3"})
    (second,) = facts.bigquery_legs("c2")
    assert first.row["moment"] == second.row["moment"] and first.insert_id != second.insert_id
    assert second.row["formerly"] == ["c3"]
    assert facts.bigquery_legs("nobody") == []


def test_a_name_gets_out_of_no_quotes():
    for legs, staging in (("a`", "b"), ("a", "b;--")):
        with pytest.raises(DenwabanError) as refused:
            bigquery_stitch_sql(legs, staging)
        assert refused.value.code == "invalid_value"
