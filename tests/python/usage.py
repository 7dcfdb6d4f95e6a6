"""Read by mypy in test_types.py: each `type: ignore` is a mistake that the types have to catch."""

import datetime
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from denwaban import (
    DenwabanError,
    Directory,
    HolidayCalendar,
    Hours,
    NoCaller,
    Opening,
    OutboundCallerPolicy,
    PhoneNumber,
    Restaurant,
    Rules,
    State,
    Withheld,
    contact_flow,
    outbound_whisper,
    parse_caller,
    start_outbound_voice_contact,
)


def closing_time(restaurant: Restaurant, at: datetime.datetime) -> Optional[datetime.datetime]:
    status = restaurant.hours.status(at)
    if status.state is not State.OPEN:
        return None
    if status.cause == "holiday_eve":
        print(status.reason, status.last_orders.food)
    return status.closes_at


def tonight(restaurant: Restaurant, start: int, end: float) -> list[Opening]:
    return restaurant.hours.intervals(start, end)


def open_at(restaurant: Restaurant, instants: NDArray[np.int64]) -> NDArray[np.bool_]:
    return restaurant.hours.is_open_many(instants)


def winner(restaurant: Restaurant, day: datetime.date) -> Optional[str]:
    explanation = restaurant.hours.explain(day)
    return None if explanation.winner is None else restaurant.name + explanation.rules[0].label


def caller(text: str) -> str:
    who = parse_caller(text)
    return who.value if isinstance(who, Withheld) else who.national


def answer(event: dict[str, object], directory: Directory) -> dict[str, str]:
    return contact_flow(event, directory, 0)


def problems(text: str) -> list[str]:
    try:
        Restaurant.from_json(text, horizon=(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)))
    except DenwabanError as error:
        return [problem.where for problem in error.errors]
    return []


def listing(open: str, close: str) -> Hours:
    rules = Rules.from_japanese(open, close)
    for found in rules.findings:
        if found.weight != "note":
            print(found.kind, found.part, found.where, found.dates)
    return rules.hours(zone=rules.zone)


def published(rules: Rules, start: datetime.date, end: datetime.date) -> list[str]:
    return [rules.to_japanese().open, rules.to_google(start, end).text, rules.render_svg(start), rules.say()]


def call_back(policy: OutboundCallerPolicy, restaurant: Restaurant, queues: list[str]) -> dict[str, object]:
    caller = policy.choose(restaurant=restaurant, callee="090-1234-5678", queues=queues)
    if isinstance(caller, NoCaller):
        return {one.source: one.reason for one in caller.passed_over}
    return start_outbound_voice_contact(
        destination="090-1234-5678", instance_id="i", contact_flow_id="f", source=caller.number, attributes={"a": "b"}
    )


def shown(event: object, policy: OutboundCallerPolicy, directory: Directory) -> str:
    return outbound_whisper(event, policy, directory)["callerId"]


def mistakes(restaurant: Restaurant, directory: Directory) -> None:
    restaurant.hours.status("2026-11-22")  # type: ignore[arg-type]
    restaurant.hours.status(0).closes_at.isoformat()  # type: ignore[union-attr]
    restaurant.hours.status(0).cause == "weather"  # type: ignore[comparison-overlap]
    restaurant.name = "べつばら"  # type: ignore[misc]
    HolidayCalendar.japan().name("2026-11-22")  # type: ignore[arg-type]
    directory.find(PhoneNumber.parse("0312345678")).name  # type: ignore[union-attr]
    directory.find(3)  # type: ignore[arg-type]
    Rules.from_japanese("17:00～23:00").findings[0].weight == "heavy"  # type: ignore[comparison-overlap]
    Rules.from_osm(b"24/7")  # type: ignore[arg-type]
    restaurant.hours.rules.to_google("2026-11-01", "2026-11-30")  # type: ignore[arg-type]
    OutboundCallerPolicy.from_json("{}").choose().number  # type: ignore[union-attr]
