"""Read by mypy in test_types.py: each `type: ignore` is a mistake that the types have to catch."""

import datetime
from pathlib import Path
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from denwaban import (
    CallDesk,
    CallRequest,
    DayBook,
    DenwabanError,
    DeskBy,
    Directory,
    HandOver,
    HolidayCalendar,
    Hours,
    KeepRequest,
    KeptCall,
    KeptCustomers,
    KeptDecision,
    Ledger,
    LedgerKey,
    LedgerPage,
    NoCaller,
    Opening,
    OutboundCallerPolicy,
    PhoneNumber,
    ReservationDesk,
    Restaurant,
    Rules,
    SqliteLedger,
    State,
    Withheld,
    contact_flow,
    outbound_whisper,
    parse_caller,
    run,
    start_outbound_voice_contact,
)
from denwaban.aio import AsyncLedger, InThreads
from denwaban.aio import run as run_async
from denwaban.generated.nouns import ReservationDetails


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


def kept(path: Path, at: LedgerKey, now: datetime.datetime) -> Optional[str]:
    with SqliteLedger.open(path, check="none") as ledger:
        ledger.commit({"writes": [{"put": {**at, "expected": "absent", "body": "1"}}], "now": now})
        page: LedgerPage = ledger.query({"partition": at["partition"], "prefix": "", "limit": 3})
        (found,) = ledger.read([at])
        return page["next"] if found is None else found["body"] + str(found["version"])


def asked(ledger: Ledger) -> object:
    return run(ledger, {"find_restaurant": {"id": "r1"}})


async def asked_later(ledger: AsyncLedger, blocking: SqliteLedger) -> list[object]:
    errand = {"find_restaurant": {"id": "r1"}}
    threads: AsyncLedger = InThreads(blocking)
    return [asked(blocking), await run_async(ledger, errand), await run_async(blocking, errand), await threads.read([])]


def taken(ledger: Ledger, now: datetime.datetime) -> list[str]:
    desk = ReservationDesk(ledger)
    by = DeskBy(now, key="k", keep=datetime.timedelta(days=2))
    r1, day = "r1", "2026-11-27"
    details: ReservationDetails = {"name": "山田"}
    decided: KeptDecision = desk.book(
        "b1", 2, "19:00", by, restaurant=r1, date=day, course="A", details=details, commitment="held", held_until=now
    )
    desk.walk_in("b2", 2, by, restaurant=r1, date=day, channel="walk_in", needs={"kinds": ["terrace"]})
    desk.change("b1", by, begin="20:00", whom="group")
    desk.change("b1", by, date="2026-11-28", party={"adults": 3})
    firsts = [
        one.best.begin
        for one in desk.vacancies(2, now=now, restaurant=r1, since=day, until=day, first="18:00")
        if one.best
    ]
    desk.availability(2, now=now, restaurant=r1, date=day, moves=3, wanted_tables=["A"])
    desk.propose(None, "19:00", now=now, restaurant=r1, date=day, changing="b1", overrides=["lead_time"])
    return [*firsts, *desk.confirm(decided.booking, by).moved[0].to]


def looked_up(ledger: Ledger, book: DayBook, now: datetime.datetime) -> list[str]:
    party = book.reservations[0]["party"]
    chairs: int = party["adults"] + party["children"]
    limits = [passed.limit for slot in book.availability(party, now=now) for passed in slot.exceeded]
    customers = KeptCustomers(ledger)
    pairs = [(pair.first["id"], pair.same) for pair in customers.duplicates().pairs]
    merged_at: datetime.datetime = customers.unmerge("c1", KeepRequest(now)).merged_at
    return [*limits, *(id for id, _ in pairs), merged_at.isoformat(), str(chairs)]


def closed(ledger: Ledger, now: datetime.datetime) -> KeptCall:
    request = CallRequest(now, hand_overs=[HandOver("m1", now, restaurant="とりべえ")])
    return CallDesk(ledger).complete("ct1", request, by="a1")


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
    SqliteLedger.open("l", check="some")  # type: ignore[arg-type]
    SqliteLedger.open("l").query({"prefix": "a"})  # type: ignore[typeddict-item]
    SqliteLedger.open("l").read(["a"])  # type: ignore[list-item]
    run(restaurant, "{}")  # type: ignore[arg-type]
    ReservationDesk(SqliteLedger.open("l")).book("b1", 2, "19:00", DeskBy(0))  # type: ignore[call-arg]
    desk, by = ReservationDesk(SqliteLedger.open("l")), DeskBy(0)
    desk.book("b1", 2, "19:00", by, restaurant="r1", date="2026-11-27", detials={})  # type: ignore[call-arg]
    desk.book("b1", 2, "19:00", by, restaurant="r1", date="2026-11-27", commitment="no_show")  # type: ignore[arg-type]
    desk.walk_in("b1", 2, by, restaurant="r1", date="2026-11-27", held_until=0)  # type: ignore[call-arg]
    desk.change("b1", by, whom="everybody")  # type: ignore[arg-type]
    desk.availability(2, now=0, restaurant="r1", date="2026-11-27", move=3)  # type: ignore[call-arg]
    ReservationDesk(SqliteLedger.open("l")).find("b1").reservation  # type: ignore[union-attr]
    ReservationDesk(SqliteLedger.open("l")).bookings(phone="0312345678").bookings[0].reservation["guest"]  # type: ignore[typeddict-item]
    KeptCustomers(SqliteLedger.open("l")).put({"id": "c1", "nombre": "山田"}, KeepRequest(0))  # type: ignore[typeddict-unknown-key]
    CallDesk(SqliteLedger.open("l")).note("ct1", "?", 3)  # type: ignore[arg-type]
    KeepRequest()  # type: ignore[call-arg]
