"""Occupancy and adherence that the query for BigQuery tells of agents' states are the library's, number for number."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, get_args
from zoneinfo import ZoneInfo

import pytest
from test_bigquery import Warehouse
from test_bigquery_stitch import insert

from denwaban import (
    AgentTimeline,
    DenwabanError,
    ShiftPart,
    bigquery_agent_days_sql,
    bigquery_schema,
    bigquery_states,
    bigquery_table_sql,
)
from denwaban.generated.answers import AgentState

BEGAN = datetime(2026, 10, 31, 9, 0, 0, 123_000, tzinfo=timezone.utc)  # the night before clocks go back in New York
WINDOW, BETWEEN = timedelta(minutes=15), timedelta(minutes=4)
ARN = "arn:aws:connect:ap-northeast-1:123456789012:instance/12345678-1234-1234-1234-123456789012/agent/"


class Figures(NamedTuple):
    busy: timedelta
    idle: timedelta
    occupancy: float | None
    scheduled: timedelta
    adherent: timedelta
    unknown: timedelta
    share: float | None


STATUSES = {
    "Available": "routable",
    "休憩": "not_routable",
    "研修": "not_routable",
    "Offline": "offline",
    "PendingBusy": "system",
    "CallingCustomer": "system",
    "Busy": "system",
    "AfterCallWork": "system",
    "FailedConnectAgent": "error",
}


def snapshot(at: datetime, status: str = "Available") -> dict[str, Any]:
    state = {"name": status, "type": STATUSES[status], "startTimestamp": at.timestamp()}
    return {"snapshotTimestamp": at.timestamp(), "state": state, "contacts": []}


def some_days(random: Random, days: float) -> list[dict[str, Any]]:
    at, seen = BEGAN, []
    while at < BEGAN + timedelta(days=days):
        at += timedelta(milliseconds=random.choice([20_000, 400_000, 400_000, 7_200_000]) * random.random() // 1 + 1)
        seen.append(snapshot(at, random.choice(list(STATUSES))))
    return seen


def some_shift(random: Random, days: float) -> list[ShiftPart]:
    at, parts = BEGAN - timedelta(hours=30), []
    while at < BEGAN + timedelta(days=days + 1):
        at += timedelta(seconds=random.randrange(40_000))
        ends = at + timedelta(seconds=random.randrange(30_000))
        parts.append(ShiftPart(at, ends, random.choice(["productive", "non_productive"])))
        at = ends
    return parts


def told_as_they_came(
    random: Random, agent: str, events: list[dict[str, Any]], until: datetime
) -> list[dict[str, Any]]:
    """What a stream tells from time to time, of events that are late as long as it is let them."""
    latest = WINDOW - BETWEEN - timedelta(seconds=1)
    coming = sorted(
        (event["snapshotTimestamp"] + random.random() * latest.total_seconds(), i) for i, event in enumerate(events)
    )
    timeline, now, rows = AgentTimeline(window=WINDOW, longest_silence=timedelta(minutes=5)), BEGAN, []
    while now < until:
        now = min(now + BETWEEN, until)
        while coming and coming[0][0] <= now.timestamp():
            assert timeline.apply(events[coming.pop(0)[1]]).applied in ("now", "mended")
        rows += [row.row for row in bigquery_states(timeline, agent, now)]
    for _, i in coming:
        timeline.apply(events[i])
    return rows + [row.row for row in bigquery_states(timeline, agent, until + timedelta(milliseconds=1))]


def rows_of(agent: str, shift: list[ShiftPart]) -> list[dict[str, Any]]:
    return [
        {"agent": agent, "from": part.begins.isoformat(), "until": part.ends.isoformat(), "activity": part.activity}
        for part in shift
    ]


def days_told(
    folder: Path, states: list[dict[str, Any]], shifts: list[dict[str, Any]], until: datetime, zone: str
) -> dict[tuple[str, date], Figures]:
    warehouse = Warehouse(folder)
    for table, rows in (("states", states), ("shifts", shifts)):
        warehouse.run(bigquery_table_sql(f"calls.{table}", table))
        insert(warehouse, f"calls.{table}", rows)
    warehouse.run("CREATE TABLE calls.days AS " + bigquery_agent_days_sql("calls.states", "calls.shifts", until, zone))
    told = warehouse.db.execute("SELECT * FROM calls.days").fetchall()

    def span(milliseconds: int) -> timedelta:
        return timedelta(milliseconds=milliseconds)

    return {
        (agent, day): Figures(span(busy), span(idle), occupied, span(scheduled), span(adherent), span(unknown), share)
        for agent, day, busy, idle, occupied, scheduled, adherent, unknown, share in told
    }


def days_of(timeline: AgentTimeline, shift: list[ShiftPart], until: datetime, zone: ZoneInfo) -> dict[date, Figures]:
    days, day = {}, (BEGAN - timedelta(days=3)).date()
    while datetime(day.year, day.month, day.day, tzinfo=zone) < until:
        tomorrow = day + timedelta(days=1)
        begins, ends = (datetime(one.year, one.month, one.day, tzinfo=zone) for one in (day, tomorrow))
        told = timeline.day(min(ends, until), shift, since=begins)
        busy, idle = (
            sum((stay.ends - stay.begins for stay in told.stays if stay.state in states), timedelta())
            for states in (("on_contact", "after_contact_work"), ("available", "error"))
        )
        if told.stays or told.adherence.scheduled:
            days[day] = Figures(busy, idle, told.occupancy, *told.adherence)
        day = tomorrow
    return days


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
@pytest.mark.parametrize("seed", range(3))
def test_days_of_agents_whose_events_come_late(seed: int, zone: str, tmp_path: Path):
    random, until = Random(seed), BEGAN + timedelta(days=2.5)
    states, shifts, truth = [], [], {}
    for agent in (f"{ARN}a", "sato", "suzuki"):
        events, shift = some_days(random, 2.5), some_shift(random, 2.5)
        events = [event for event in events if event["snapshotTimestamp"] < until.timestamp()]
        whole = AgentTimeline(window=timedelta(days=9), longest_silence=timedelta(minutes=5))
        for event in random.sample(events, len(events)):
            whole.apply(event)
        told = told_as_they_came(random, agent, events, until)
        states += told + random.sample(told, len(told) // 3)
        shifts += rows_of(agent, shift)
        truth.update({(agent, day): figures for day, figures in days_of(whole, shift, until, ZoneInfo(zone)).items()})
    random.shuffle(states)
    random.shuffle(shifts)
    assert days_told(tmp_path, states, shifts, until, zone) == truth
    assert {state["state"] for state in states} == set(get_args(AgentState)) - {"signed_out"}
    assert len(truth) >= 9 and any(figures.unknown and figures.share for figures in truth.values())


def test_a_state_that_is_still_open_is_counted_so_far_and_cut_at_midnight(tmp_path: Path):
    midnight = datetime(2026, 11, 3, 15, tzinfo=timezone.utc)  # in Japan
    hour = timedelta(hours=1)
    timeline = AgentTimeline(window=timedelta(days=1))
    timeline.apply(snapshot(midnight - 2 * hour, "Busy"))
    timeline.apply(snapshot(midnight - hour))
    first = bigquery_states(timeline, "sato", midnight + hour)
    assert [(row.row["state"], row.row["until"]) for row in first] == [
        ("on_contact", "2026-11-03T14:00:00.000Z"),
        ("available", "2026-11-03T16:00:00.000Z"),
    ]
    timeline.apply(snapshot(midnight + 1.5 * hour, "休憩"))
    second = bigquery_states(timeline, "sato", midnight + 2 * hour)
    assert [row.row["status"] for row in second] == [None, None, "休憩"]
    assert len({row.insert_id for row in first + second}) == 5
    shift = [ShiftPart(midnight - hour, midnight + 4 * hour)]
    shifts = rows_of("sato", shift) + rows_of("nobody", [ShiftPart(midnight, midnight + hour)])
    rows = [row.row for row in second + first]
    eve, day, zero = date(2026, 11, 3), date(2026, 11, 4), timedelta()
    assert days_told(tmp_path, rows, shifts, midnight + 3 * hour, "Asia/Tokyo") == {
        ("sato", eve): Figures(hour, hour, 0.5, hour, hour, zero, 1.0),
        # The hour until 3:00 nobody has told yet.
        ("sato", day): Figures(zero, 1.5 * hour, 0.0, 3 * hour, 1.5 * hour, hour, 0.75),
        ("nobody", day): Figures(zero, zero, None, hour, zero, hour, None),
    }


def test_rows_are_those_of_the_schema_and_their_ids_short_enough():
    timeline = AgentTimeline()
    timeline.apply(snapshot(BEGAN))
    (row,) = bigquery_states(timeline, ARN + "87654321-1234-1234-1234-123456789012", BEGAN + BETWEEN)
    assert list(row.row) == [column["name"] for column in bigquery_schema("states")]
    assert row.insert_id == "87654321-1234-1234-1234-123456789012@1793437200123.1793437440123"
    assert bigquery_states(timeline, "sato", BEGAN) == []


def test_names_get_out_of_no_quotes():
    for states, shifts, zone, code in (
        ("a`", "b", "UTC", "invalid_value"),
        ("a", "b;", "UTC", "invalid_value"),
        ("a", "b", "'", "unknown_zone"),
    ):
        with pytest.raises(DenwabanError) as refused:
            bigquery_agent_days_sql(states, shifts, BEGAN, zone)
        assert refused.value.code == code
