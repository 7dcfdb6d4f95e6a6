"""Lists, people who are told and forgotten, and errands that end in time, from Python."""

import asyncio
import time

import pytest

from denwaban import (
    CallDesk,
    DenwabanError,
    DeskBy,
    KeepRequest,
    KeptCustomers,
    KeptRestaurants,
    ReservationDesk,
    Retention,
    SqliteLedger,
    aio,
    run,
)

NOW = "2026-11-25T03:00:00Z"
RULES = [{"when": "every_day", "services": [{"name": "night", "opens": "17:00", "closes": "24:00"}]}]
DETAILS = {"name": "山田 花子", "phone": "090-1234-5678", "allergies": ["そば"]}


@pytest.fixture
def ledger(tmp_path):
    with SqliteLedger.open(tmp_path / "l") as ledger:
        restaurants, desk = KeptRestaurants(ledger), ReservationDesk(ledger)
        for id in ("r1", "r2"):
            restaurants.put({"id": id, "name": id, "hours": {"rules": RULES}}, KeepRequest(NOW))
            restaurants.put_book_template(id, {"tables": [{"id": "A", "most": 4}]}, KeepRequest(NOW))
        customer = {"id": "c1", "name": DETAILS["name"], "phones": [DETAILS["phone"]]}
        KeptCustomers(ledger).put(customer, KeepRequest(NOW, key="put"))

        def book(restaurant, date, id, **more):
            by = DeskBy(NOW, key=f"k {id}")
            desk.book(id, 2, "19:00", by, restaurant=restaurant, date=date, details={**DETAILS, **more})

        book("r1", "2026-11-27", "b1", customer="c1")
        book("r2", "2026-11-27", "b2")
        book("r1", "2026-11-28", "b3", name="佐藤", phone="03-1111-2222", allergies=[])
        call = {"contacts": ["ct1"], "direction": "inbound", "other": "+819012345678", "customer": "c1"}
        CallDesk(ledger).open({**call, "restaurant": "r1"}, KeepRequest(NOW, key="open"))
        yield ledger


def every_page(asked, what, **question):
    all, after = [], None
    while True:
        page = asked(after=after, limit=1, **question)
        all, after = all + list(getattr(page, what)), page.next
        if after is None:
            return all


def test_what_is_kept_is_listed_a_page_at_a_time(ledger):
    desk = ReservationDesk(ledger)

    def ids(**question):
        return [one.reservation["id"] for one in every_page(desk.bookings, "bookings", **question)]

    assert ids(restaurant="r1", first="2026-11-27", last="2026-11-30") == ["b1", "b3"]
    assert ids(first="2026-11-27", last="2026-11-27") == ["b1", "b2"]
    assert ids(phone="090 1234 5678") == ["b1", "b2"]
    assert ids(customer="c1") == ["b1"]
    assert [one["id"] for one in every_page(KeptRestaurants(ledger).all, "restaurants")] == ["r1", "r2"]
    assert [one["id"] for one in every_page(KeptCustomers(ledger).all, "customers", name="山田")] == ["c1"]


def test_a_customer_is_told_what_is_kept_of_them_and_forgotten(ledger, tmp_path):
    customers = KeptCustomers(ledger)
    data = customers.export_data("c1")
    assert [one["reservation"]["id"] for one in data["bookings"]] == ["b1", "b2"]
    assert len(data["calls"]) == 1
    assert customers.erase("c1", NOW)[:4] == (True, 2, 1, 0)
    assert customers.erase("c1", NOW)[:4] == (True, 0, 0, 0)
    assert customers.find("c1") is None
    for file in tmp_path.iterdir():
        written = file.read_bytes()
        assert not [word for word in ("山田", "花子", "9012345678", "そば") if word.encode() in written]


def test_old_dates_forget_their_people(ledger):
    retention, after, forgotten, done = Retention(ledger), None, 0, False
    while not done:
        step = retention.forget_before("2026-11-28", NOW, after=after)
        after, forgotten, done = step.next, forgotten + step.bookings, step.done
    assert forgotten == 2
    assert ReservationDesk(ledger).find("b2").reservation["details"] == {}
    assert ReservationDesk(ledger).find("b3").reservation["details"]["name"] == "佐藤"


def test_desks_that_are_awaited_list_and_forget(ledger):
    async def ask():
        page = await aio.ReservationDesk(ledger, deadline=5).bookings(phone="090 1234 5678")
        return len(page.bookings), await aio.KeptCustomers(ledger).erase("c1", NOW)

    count, erased = asyncio.run(ask())
    assert count == 2 and erased[:4] == (True, 2, 1, 0)


class Refusing:
    def _refuse(self, asked):
        raise DenwabanError([("unavailable", "not now", "")])

    read = query = commit = _refuse


def test_an_errand_ends_in_time():
    errand = {"find_customer": {"id": "c1"}}
    began = time.monotonic()

    async def awaited():
        class Awaited:
            async def read(self, keys):
                raise DenwabanError([("unavailable", "not now", "")])

        await aio.run(Awaited(), errand, deadline=0.05)

    for ask in (
        lambda: run(Refusing(), errand, deadline=0.05),
        lambda: KeptCustomers(Refusing(), deadline=0.05).find("c1"),
        lambda: asyncio.run(awaited()),
    ):
        with pytest.raises(DenwabanError) as refused:
            ask()
        assert (refused.value.code, refused.value.message) == ("timed_out", "was not done within 50 ms")
    assert time.monotonic() - began < 2
    with pytest.raises(DenwabanError) as refused:
        run(Refusing(), errand, deadline=-1)
    assert refused.value.code == "out_of_range"
