import json
import pickle
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import EVERY_DAY

from denwaban import (
    By,
    Customers,
    DayBook,
    DenwabanError,
    Exceeded,
    LateParty,
    Rules,
    TableMove,
    WaitingParty,
    google_batch_availability_lookup,
    google_booking_date,
    lifecycle,
    read_schema_org_reservation,
)

VECTORS = {
    path.name: json.loads(path.read_text())
    for path in (Path(__file__).parent.parent / "data/reservation_vectors").iterdir()
}

JST = timezone(timedelta(hours=9))
NOON = datetime(2026, 11, 27, 12, tzinfo=JST)
PLAN = {"tables": [{"id": "A", "most": 2}, {"id": "B", "most": 4}]}
EMPTY = DayBook.from_json(
    {
        "restaurant": "r",
        "date": "2026-11-27",
        "floor_plan": PLAN,
        "periods": [{"name": "dinner", "opens": "17:00", "closes": "23:00", "last_entry": "21:00"}],
    }
)
BY = By(now=NOON, who="a1")


def staff(hour, minute=0):
    return By(now=NOON.replace(hour=hour, minute=minute), actor="restaurant")


def run_customers(customers, book, step):
    if "find" in step:
        return customers.find(step["find"])
    if "by_name" in step:
        return customers.by_name(step["by_name"])
    if "by_phone" in step:
        return customers.by_phone(step["by_phone"])
    if "keep" in step:
        customers.merge(**step)
    elif "visit" in step:
        customers.record_visit(book, step["visit"])
    else:
        customers.put(step["put"])
    return True


def run_google(book, request, now, id=None, lookup=False):
    now = datetime.fromisoformat(now.replace("Z", "+00:00"))
    if lookup:
        return None, google_batch_availability_lookup(request, books=[book], now=now)
    made = book.google_create_booking(request, id=id, now=now) if id else book.google_update_booking(request, now=now)
    return made.book, made.response


def run(book, customers, step):
    """The next book if there is one, and the answer as the vectors have it; through the core, which answers in JSON."""
    core = book._core
    if "customers" in step:
        return None, run_customers(customers, book, step["customers"])
    if "google" in step:
        return run_google(book, **step["google"])
    if "schema_org" in step:
        said = book.to_schema_org(step["schema_org"], "花丸")
        return None, {"said": said, "read": read_schema_org_reservation(said)}
    if "availability" in step:
        return None, json.loads(core.availability(step["availability"]))
    if "waiting_list" in step:
        return None, json.loads(core.waiting_list(step["waiting_list"]))
    if "propose" in step:
        return None, json.loads(core.propose(step["propose"], []))
    made, said = core.edit(step["edit"]) if "edit" in step else core.decide(step["command"])
    return DayBook(made), json.loads(said)


@pytest.mark.parametrize("name", VECTORS)
def test_books_become_what_the_shared_vectors_say(name):
    vector = VECTORS[name]
    book = DayBook.from_json(vector["book"])
    customers = Customers()
    for step in vector["steps"]:
        if "errors" in step:
            with pytest.raises(DenwabanError) as refused:
                run(book, customers, step)
            assert [[error.code, error.where] for error in refused.value.errors] == step["errors"], step
            continue
        made, answer = run(book, customers, step)
        assert answer == step["answer"], step
        book = made or book
    assert book.to_json() == json.dumps(vector["after"], ensure_ascii=False, separators=(",", ":"))
    assert pickle.loads(pickle.dumps(book)) == book


def test_there_are_vectors():
    assert len(VECTORS) >= 3


def test_an_evening_goes_by():
    key = By(now=NOON, key="k")
    booked = EMPTY.book("b1", 2, "19:00", key, details={"name": "山田"})
    assert (booked.booking, booked.moved, booked.exceeded, booked.book.version) == ("b1", (), (), 1)
    assert booked.book.book("b1", 2, "19:00", key) == booked
    book = booked.book.change("b1", BY, party={"adults": 2, "children": 1}).book
    assert book.reservation("b1")["tables"] == ["B"]
    book = book.change_details("b1", {"name": "山田太郎"}, BY).book
    book = book.reconfirm("b1", BY).book.run_late("b1", BY).book
    book = book.seat("b1", staff(19, 10)).book
    book = book.walk_in("w", 1, staff(19, 20)).book
    assert [(one["id"], one["presence"], one["begin"]) for one in book.reservations] == [
        ("b1", "seated", "19:00"),
        ("w", "seated", "19:20"),
    ]
    assert book.finish("b1", staff(20)).book.reservation("b1")["end"] == "20:00"
    assert book.reservation("nobody") is None
    assert (book.restaurant, book.date, book.zone) == ("r", date(2026, 11, 27), "Asia/Tokyo")


def test_a_no_comes_with_its_reasons_and_with_other_days():
    book = EMPTY.book("b1", 4, "19:00", BY).book
    tomorrow = DayBook.from_json({**EMPTY.to_dict(), "date": "2026-11-28"})
    no = book.propose(3, "19:00", now=NOON, other_days=[tomorrow])
    assert no.answer == "impossible"
    assert no.exceeded == (Exceeded("tables", 3, "covers"),)
    assert [(one.kind, one.date, one.begin) for one in no.alternatives] == [
        ("earlier", date(2026, 11, 27), "17:00"),
        ("later", date(2026, 11, 27), "21:00"),
        ("other_day", date(2026, 11, 28), "19:00"),
    ]
    slots = {slot.begin: slot.state for slot in book.availability(3, now=NOON, first="19:00", last="21:15")}
    assert (slots["19:00"], slots["21:00"], slots["21:15"]) == ("full", "free", "limited")
    with pytest.raises(DenwabanError) as refused:
        book.book("b2", 3, "19:00", BY)
    assert refused.value.code == "no_seat"


def test_tables_are_promised_blocked_and_let_go():
    book = EMPTY.book("b1", 2, "19:00", BY).book.pin("b1", BY, ["B"]).book
    assert book.reservation("b1")["allocation"] == "pinned"
    blocked = book.unpin("b1", BY).book.block_table("B", "18:00", "20:00", staff(12), "貸切")
    assert blocked.moved == (TableMove("b1", ("B",), ("A",)),)
    book = blocked.book.unblock_table("B", "18:00", BY).book
    book = book.unassign("b1", staff(12)).book.assign("b1", BY).book.cancel("b1", BY, "guest").book
    assert [(one["commitment"], one["tables"]) for one in book.reservations] == [("cancelled", [])]


def test_what_waits_for_the_restaurant():
    book = EMPTY.book("r1", 2, "19:00", BY, commitment="requested").book
    with pytest.raises(DenwabanError, match="never"):
        book.decline("r1", BY)
    assert book.decline("r1", staff(12)).book.reservation("r1")["commitment"] == "declined"
    held = EMPTY.book("h1", 2, "19:00", BY, held_until="2026-11-27T03:10:00Z").book
    assert held.request("h1", BY).book.confirm("h1", BY).book.arrive_partly("h1", staff(18)).booking == "h1"
    assert EMPTY.book("m", 2, "19:00", BY).book.miss("m", staff(20)).book.reservation("m")["commitment"] == "no_show"


def test_an_edit_lists_whom_it_hurts():
    book = EMPTY.book("b1", 2, "19:00", BY).book
    edited = book.replace_policy({"smallest_party": 3}, BY)
    assert edited.hurt[0].exceeded == (Exceeded("smallest_party", 1, "covers"),)
    edited = book.replace_floor_plan({"tables": PLAN["tables"][1:]}, BY)
    assert (edited.hurt[0].lost, edited.hurt[0].tables) == (("A",), ("B",))
    assert book.replace_periods(book.to_dict()["periods"], BY).hurt == ()


def test_periods_come_of_the_hours_of_a_restaurant():
    hours = Rules.from_json({"rules": [EVERY_DAY]}).hours()
    (period,) = hours.periods(date(2026, 11, 27))
    assert period["state"] == "open"
    assert DayBook.from_json({**EMPTY.to_dict(), "periods": [period]}).to_dict()["periods"] == [period]


def test_what_is_wrong_with_a_book_is_told_with_its_place():
    with pytest.raises(DenwabanError) as refused:
        DayBook.from_json({**EMPTY.to_dict(), "zone": "Asia/Edo"})
    assert (refused.value.code, refused.value.where) == ("unknown_zone", "/zone")
    with pytest.raises(DenwabanError):
        DayBook.from_json("{")
    assert hash(EMPTY) == hash(DayBook.from_json(EMPTY.to_json()))
    assert repr(EMPTY) == "<denwaban.DayBook of r on 2026-11-27, version 0>"


@pytest.mark.parametrize("name", ["commitment", "presence", "allocation"])
def test_lifecycles_are_tables(name):
    assert lifecycle(name).mermaid.startswith("stateDiagram-v2")


def test_customers_are_kept_as_json():
    customers = Customers([{"id": "1", "name": "山田", "phones": ["0312345678"]}])
    assert len(customers) == 1
    assert pickle.loads(pickle.dumps(customers)) == customers
    assert repr(customers) == "<denwaban.Customers: 1>"
    with pytest.raises(DenwabanError) as refused:
        Customers([{"id": "1"}, {"id": "1"}])
    assert (refused.value.code, refused.value.where) == ("duplicate_id", "/1")


def test_googles_slot_is_on_a_date_of_the_restaurants_clocks():
    slot = {
        "start_sec": int(datetime(2026, 11, 27, 16, 30, tzinfo=timezone.utc).timestamp()),
        "resources": {"party_size": 2},
    }
    assert google_booking_date({"slot": slot}) == date(2026, 11, 28)
    assert google_booking_date({"booking": {"slot": slot}}, zone="UTC") == date(2026, 11, 27)


def test_who_is_to_be_changed_is_no_obstacle():
    book = DayBook.from_json({**EMPTY.to_dict(), "floor_plan": {"tables": PLAN["tables"][:1]}})
    book = book.book("b1", 2, "19:00", BY).book
    half_past = {"first": "19:30", "last": "19:30", "now": NOON}
    assert book.availability(2, **half_past)[0].state == "full"
    assert book.availability(changing="b1", **half_past)[0].state == "free"
    assert book.propose(None, "19:30", now=NOON, changing="b1").tables == ("A",)
    with pytest.raises(DenwabanError) as refused:
        book.propose(None, "19:30", now=NOON, changing="b2")
    assert (refused.value.code, refused.value.errors[0].where) == ("unknown_reference", "/changing")


def test_who_cancels_late_or_never_comes_owes_what_the_policy_says():
    policy = {"cancel_fees": [{"after": {"minutes_before": 60}, "percent": 50}], "no_show_fee": 80}
    book = DayBook.from_json({**EMPTY.to_dict(), "policy": policy}).book("b1", 2, "19:00", BY).book
    assert "fee" not in book.cancel("b1", BY, "guest").book.reservation("b1")
    assert book.cancel("b1", staff(18, 30), "guest").book.reservation("b1")["fee"] == 50
    assert book.miss("b1", staff(19, 30)).book.reservation("b1")["fee"] == 80


def test_mistakes_are_undone_and_tables_swapped():
    book = EMPTY.book("b1", 2, "19:00", BY).book.book("b2", 2, "19:00", BY).book
    here, there = (book.reservation(one)["tables"] for one in ("b1", "b2"))
    book = book.swap_tables("b1", "b2", BY).book
    assert [book.reservation(one)["tables"] for one in ("b1", "b2")] == [there, here]
    book = book.run_late("b1", BY, "19:30").book
    assert book.reservation("b1")["expected_at"] == "19:30"
    assert book.late_parties(now=staff(19, 20).now) == (LateParty("b2", "19:00", 20),)
    assert book.late_parties(now=staff(19, 20).now, grace=30) == ()
    book = book.miss("b2", staff(19, 30)).book.undo("b2", staff(19, 40)).book
    assert book.reservation("b2")["commitment"] == "confirmed"
    assert book.reservation("b2")["tables"] == here


def test_a_renamed_table_is_the_same():
    book = EMPTY.book("b1", 2, "19:00", BY, wanted_tables=["A"]).book
    plan = {"tables": [{**PLAN["tables"][0], "id": "窓1"}, *PLAN["tables"][1:]]}
    edited = book.replace_floor_plan(plan, BY, renamed={"A": "窓1"})
    assert edited.hurt == ()
    assert edited.book.reservation("b1")["tables"] == ["窓1"]


def test_now_is_a_moment_near_the_book():
    with pytest.raises(TypeError):
        EMPTY.availability(2, now=True)
    with pytest.raises(TypeError, match="not date"):
        EMPTY.availability(2, now=date(2026, 11, 27))
    for none in (2**63, 1e300, float("nan"), float("inf"), 1_795_748_400_000):
        with pytest.raises(DenwabanError) as refused:
            EMPTY.availability(2, now=none)
        assert (refused.value.code, refused.value.where) == ("invalid_value", "/now")
    with pytest.raises(DenwabanError) as refused:
        EMPTY.availability(2, now=1_795_748)
    assert refused.value.code == "out_of_range"
    with pytest.raises(DenwabanError) as refused:
        EMPTY.walk_in("w", 2, By(now=staff(19).now, actor="guest"))
    assert refused.value.code == "not_allowed"


def test_a_group_is_taken_held_longer_moved_and_cancelled_as_one():
    plan = {"tables": [{"id": name, "most": 4} for name in "ABC"]}
    parts = [{"id": "a", "party": 2}, {"id": "b", "party": 4}]
    book = EMPTY.replace_floor_plan(plan, BY).book
    until = NOON + timedelta(hours=1)
    book = book.book_group("g", 6, "19:00", parts, BY, held_until=until.isoformat()).book
    book = book.renew("a", BY, until + timedelta(hours=1), whom="group").book
    book = book.confirm("b", BY, whom="group").book
    book = book.change("a", BY, begin="20:00", whom="group").book
    said = [(one["begin"], one["group"], one["commitment"]) for one in book.reservations]
    assert said == [("20:00", "g", "confirmed")] * 2
    book = book.cancel("a", BY, "guest", whom="group").book
    assert {one["commitment"] for one in book.reservations} == {"cancelled"}


def test_who_waits_is_told_when_something_is_free_and_takes_it_up():
    full = EMPTY.replace_floor_plan({"tables": [{"id": "A", "most": 2}]}, BY).book.book("b1", 2, "19:00", BY).book
    waits = full.book("w", 2, "19:00", BY, commitment="waiting", latest="19:30").book
    assert waits.waiting_list(now=NOON) == (WaitingParty("w", NOON, "full", None, ()),)
    freed = waits.cancel("b1", BY).book
    assert freed.waiting_list(now=NOON) == (WaitingParty("w", NOON, "free", "19:00", ()),)
    assert freed.take_up("w", "19:30", BY).book.reservation("w")["commitment"] == "confirmed"


def test_none_is_no_other_day():
    for none in (DayBook(None), None):
        with pytest.raises((TypeError, AttributeError)):
            EMPTY.propose(4, "19:30", now=NOON, other_days=[none])
    with pytest.raises(TypeError):
        google_batch_availability_lookup({}, books=[DayBook(None)], now=NOON)
