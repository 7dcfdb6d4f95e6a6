"""Google's Maps Booking API on a ledger, and books by the clocks of their zone."""

import asyncio
from datetime import date, datetime, timedelta, timezone

import pytest
from dict_ledger import DictLedger

from denwaban import (
    By,
    DayBook,
    DenwabanError,
    KeepRequest,
    KeptRestaurants,
    LateParty,
    ReservationDesk,
    SqliteLedger,
    aio,
)

JAPAN = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 25, 12, tzinfo=JAPAN)
NIGHT = {"name": "night", "opens": "17:00", "closes": "26:00"}
RESTAURANT = {"id": "r1", "name": "とりべえ", "hours": {"rules": [{"when": "every_day", "services": [NIGHT]}]}}
TABLES = {"tables": [{"id": "A", "most": 2}]}


def seconds(day, hour):
    return str(int(datetime(2026, 11, day, hour, tzinfo=JAPAN).timestamp()))


def asked(day, hour, token):
    slot = {"merchant_id": "r1", "start_sec": seconds(day, hour), "resources": {"party_size": 2}}
    user = {"user_id": "u1", "family_name": "山田"}
    return {"slot": slot, "idempotency_token": token, "user_information": user}


@pytest.fixture(params=["sqlite", "dict"])
def ledger(request):
    if request.param == "dict":
        yield DictLedger()
    else:
        with SqliteLedger.open(":memory:") as opened:
            yield opened


@pytest.fixture
def desk(ledger):
    KeptRestaurants(ledger).put(RESTAURANT, KeepRequest(NOW))
    KeptRestaurants(ledger).put_book_template("r1", TABLES, KeepRequest(NOW), policy={"turn": 60})
    return ReservationDesk(ledger)


def test_google_takes_moves_lists_and_cancels_a_booking(desk):
    slot = {"start_sec": seconds(28, 0), "resource_ids": {"party_size": 2}}
    lookup = {"merchant_id": "r1", "slot_time": [slot]}
    told = desk.google_batch_availability_lookup(lookup, now=NOW)
    assert told["slot_time_availability"][0]["available"]
    made = desk.google_create_booking(asked(28, 0, "t1"), id="g1", now=NOW)
    assert made["booking"]["status"] == "CONFIRMED"
    assert desk.find("g1").date == date(2026, 11, 27)
    assert desk.google_create_booking(asked(28, 0, "t1"), id="g2", now=NOW) == made
    with pytest.raises(DenwabanError, match="duplicate_key"):
        desk.google_create_booking(asked(28, 19, "t1"), id="g3", now=NOW)
    change = {"booking": {"booking_id": "g1", "slot": {"start_sec": seconds(28, 19)}}}
    assert desk.google_update_booking(change, now=NOW)["booking"]["slot"]["start_sec"] == int(seconds(28, 19))
    assert desk.find("g1").date == date(2026, 11, 28)
    listed = desk.google_list_bookings({"user_id": "u1"}, now=NOW)
    assert [one["booking_id"] for one in listed["bookings"]] == ["g1"]
    desk.google_update_booking({"booking": {"booking_id": "g1", "status": "CANCELED"}}, now=NOW)
    assert desk.google_booking_status({"booking_id": "g1"}, now=NOW)["booking_status"] == "CANCELED"


def test_google_is_answered_in_asyncio(ledger):
    async def evening():
        restaurants = aio.KeptRestaurants(ledger)
        await restaurants.put(RESTAURANT, KeepRequest(NOW))
        await restaurants.put_book_template("r1", TABLES, KeepRequest(NOW))
        desk = aio.ReservationDesk(ledger)
        await desk.google_create_booking(asked(27, 19, "t1"), id="g1", now=NOW)
        late = datetime(2026, 11, 27, 19, 20, tzinfo=JAPAN)
        return await desk.late_parties(restaurant="r1", date="2026-11-27", now=late)

    assert asyncio.run(evening()) == (LateParty("g1", "19:00", 20),)


def test_a_book_is_by_the_clocks_of_its_zone():
    book = DayBook.from_json(
        {
            "restaurant": "r1",
            "date": "2027-03-27",
            "zone": "Europe/London",
            "floor_plan": TABLES,
            "periods": [{"name": "night", "opens": "17:00", "closes": "30:00"}],
        }
    )
    by = By(datetime(2027, 3, 25, 12, tzinfo=timezone.utc))
    assert book.book("b1", 2, "24:30", by).book.reservation("b1")["end"] == "27:30"
    with pytest.raises(DenwabanError, match="no_such_time"):
        book.book("b1", 2, "25:30", by)
