"""Every number of every view is what a simulated contact centre did, whatever a stream made of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, Callable, get_args

import pytest
from contact_centre import BEGINS, RESTAURANTS, Booking, Call, ContactCentre, at

from denwaban import (
    BookingTrace,
    CallFacts,
    CallResults,
    CallsTold,
    Directory,
    bigquery_reconcile_sql,
    bigquery_results_sql,
    bigquery_table_sql,
    reconcile,
)
from denwaban._records import CallGroup

THRESHOLD = 20
AGAIN = 86_400
HOURS = {"rules": [{"when": "every_day", "services": [{"name": "夜", "opens": "17:00", "closes": "23:00"}]}]}
CHAIN = "鳥一族"
DIRECTORY = [
    {"id": name, "name": name, "chain": CHAIN, "lines": [{"number": line, "label": "代表"}], "hours": HOURS}
    for name, line in RESTAURANTS.items()
]
NAMES: dict[str, Callable[[Call], str]] = {
    "restaurant": lambda call: call.restaurant or "",
    "chain": lambda call: CHAIN if call.restaurant else "",
    "line": lambda call: call.line,
    "queue": lambda call: call.queue,
    "agent": lambda call: call.agent,
    "disposition": lambda call: call.disposition or "",
    "quarter_hour": lambda call: quarter_hour(call.began),
    "channel": lambda call: "voice",
}


def quarter_hour(second: int) -> str:
    local = at(second) + timedelta(hours=9)
    return f"{local.hour:02}:{local.minute // 15 * 15:02}"


def facts_of(centre: ContactCentre) -> CallFacts:
    facts, delivered = CallFacts(), list(centre.deliveries())
    for place in range(0, len(delivered), 40):
        records = [
            {
                "eventID": f"shardId-000000000000:{place + number}",
                "kinesis": {
                    "sequenceNumber": str(place + number),
                    "data": base64.b64encode(json.dumps(record).encode()).decode(),
                },
            }
            for number, record in enumerate(delivered[place : place + 40])
        ]
        assert not facts.add_kinesis({"Records": records}).poisoned
    return facts


def traces_of(bookings: Iterable[Booking]) -> list[BookingTrace]:
    return [BookingTrace(one.id, at(one.made), one.restaurant, one.phone, one.contact, one.covers) for one in bookings]


def mean(sum_: float, count: int) -> float | None:
    return sum_ / count if count else None


def true_figures(calls: list[Call]) -> tuple[Any, ...]:
    answered = [call for call in calls if call.answered is not None]
    abandoned = [call for call in calls if call.lost == "in_queue"]
    return (
        len(calls),
        sum(call.waited_in_queue for call in calls),
        len(answered),
        len(abandoned),
        sum(call.lost == "in_flow" for call in calls),
        sum(call.queued <= THRESHOLD for call in answered),
        sum(call.queued <= THRESHOLD for call in abandoned),
        mean(sum(call.queued for call in answered), len(answered)),
        mean(sum(call.handled for call in answered), len(answered)),
    )


def true_results(calls: list[Call], everybody: list[Call], until: int) -> CallResults:
    """By the words of the figures, each call beside every other."""
    count = dict.fromkeys(CallResults._fields[:11], 0)
    for call in calls:
        place = call.restaurant or call.line
        others = [
            other
            for other in everybody
            if other is not call and other.number == call.number and (other.restaurant or other.line) == place
        ]
        before = [other for other in others if call.began - AGAIN <= other.began < call.began]
        after = [other for other in others if call.began < other.began <= call.began + AGAIN]
        is_told = call.number is not None and call.began + AGAIN <= until
        count["calls"] += 1
        count["booked"] += bool(call.bookings)
        count["bookings"] += len(call.bookings)
        count["covers"] += sum(booking.covers for booking in call.bookings)
        if call.answered is not None:
            if not is_told or call.began < AGAIN:
                count["first_unknown"] += 1
            elif not before:
                count["first"] += 1
                count["resolved"] += not after
        elif call.lost:
            count["lost"] += 1
            count["lost_unknown"] += not is_told
            count["called_again"] += is_told and bool(after)
            count["booked_later"] += is_told and any(other.bookings for other in after)
    quotients = {
        "bookings_a_call": mean(count["bookings"], count["calls"]),
        "covers_a_call": mean(count["covers"], count["calls"]),
        "calls_a_booking": mean(count["calls"], count["bookings"]),
        "first_contact_resolution": mean(count["resolved"], count["first"]),
    }
    return CallResults(**count, **quotients)


def by_name(calls: list[Call], group: str) -> dict[str, list[Call]]:
    names: dict[str, list[Call]] = {}
    for call in calls:
        names.setdefault(NAMES[group](call), []).append(call)
    return names


@pytest.fixture(scope="module", params=range(6))
def centre(request: pytest.FixtureRequest) -> ContactCentre:
    return ContactCentre(request.param, days=3)


def test_figures_are_what_happened(centre: ContactCentre):
    facts, directory = facts_of(centre), Directory.from_json(json.dumps(DIRECTORY))
    inbound = [call for call in centre.calls if call.direction == "inbound"]
    assert {call.id for call in centre.calls} == {fact.id for fact in facts.all()}
    threshold = timedelta(seconds=THRESHOLD)
    assert facts.service_figures(threshold)[:9] == pytest.approx(true_figures(inbound))
    for group in NAMES:
        told = {name: figures[:9] for name, figures in facts.service_figures_by(group, threshold, directory).items()}
        assert told == {name: pytest.approx(true_figures(calls)) for name, calls in by_name(inbound, group).items()}


def test_every_booking_finds_its_call_and_no_other(centre: ContactCentre):
    facts, directory = facts_of(centre), Directory.from_json(json.dumps(DIRECTORY))
    found = {
        row.booking: row.call
        for row in reconcile(facts.traces(directory), traces_of(centre.bookings))
        if row.booking is not None
    }
    true = {booking.id: call.id for call in centre.calls for booking in call.bookings}
    assert found == {booking.id: true.get(booking.id) for booking in centre.bookings}


def test_results_are_what_happened(centre: ContactCentre):
    facts, directory = facts_of(centre), Directory.from_json(json.dumps(DIRECTORY))
    inbound = [call for call in centre.calls if call.direction == "inbound"]
    told, bookings = CallsTold(BEGINS, at(centre.ends)), traces_of(centre.bookings)
    counted = [call for call in inbound if call.began < centre.ends]
    whole = facts.results(bookings, told, directory=directory)
    assert whole == pytest.approx(true_results(counted, inbound, centre.ends))
    assert min(whole.first, whole.resolved, whole.lost, whole.booked_later, whole.lost_unknown, whole.covers) > 0
    for group in NAMES:
        assert facts.results_by(group, bookings, told, directory=directory) == {
            name: pytest.approx(true_results(calls, inbound, centre.ends))
            for name, calls in by_name(counted, group).items()
        }


def test_sql_tells_the_same(centre: ContactCentre, tmp_path: Path):
    duckdb, sqlglot = pytest.importorskip("duckdb"), pytest.importorskip("sqlglot")
    facts, directory = facts_of(centre), Directory.from_json(json.dumps(DIRECTORY))
    told, bookings = CallsTold(BEGINS, at(centre.ends)), traces_of(centre.bookings)
    db = duckdb.connect()

    def ask(sql: str) -> list[Any]:
        (translated,) = sqlglot.transpile(sql, read="bigquery", write="duckdb")
        rows: list[Any] = db.execute(translated).fetchall()
        return rows

    def load(table: str, rows: list[dict[str, Any]]) -> None:
        file = tmp_path / f"{table}.ndjson"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        db.execute(f"INSERT INTO {table} BY NAME SELECT * FROM read_json('{file}', format='newline_delimited')")

    db.execute("SET TimeZone='UTC'")
    for table in ("calls", "bookings", "reconciled"):
        ask(bigquery_table_sql(table, table).replace(" NOT NULL", ""))  # DuckDB has no such word in structs
    rows = [facts.bigquery_row(fact.id, directory) for fact in facts.all()]
    load("calls", [row.row for row in rows if row is not None])
    load("bookings", [{**one._asdict(), "made": one.made.isoformat()} for one in bookings])
    ask(f"INSERT INTO reconciled (call, booking, why, gap) {bigquery_reconcile_sql('calls', 'bookings')}")
    kept = db.execute("SELECT call, booking, why, gap FROM reconciled").fetchall()
    assert {(call, booking, why, timedelta(milliseconds=gap)) for call, booking, why, gap in kept} == set(
        reconcile(facts.traces(directory), bookings)
    )
    for group in get_args(CallGroup):
        sql = bigquery_results_sql("calls", "bookings", "reconciled", group, told)
        assert {row[0] or "": row[1:] for row in ask(sql)} == {
            name: pytest.approx(tuple(results))
            for name, results in facts.results_by(group, bookings, told, directory=directory).items()
        }
    for spoken in (told, told._replace(channel="voice")):
        (whole,) = ask(bigquery_results_sql("calls", "bookings", "reconciled", None, spoken))
        assert whole[1:] == pytest.approx(tuple(facts.results(bookings, spoken, directory=directory)))
    written = told._replace(channel="chat")
    assert ask(bigquery_results_sql("calls", "bookings", "reconciled", None, written)) == []
    assert facts.results(bookings, written, directory=directory).calls == 0
