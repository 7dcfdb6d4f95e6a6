import asyncio
import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest
from dict_ledger import DictLedger

from denwaban import (
    By,
    Call,
    CallDesk,
    CallRequest,
    DenwabanError,
    DeskBy,
    FollowUpDone,
    HandOver,
    KeepRequest,
    KeptAgents,
    KeptCallFacts,
    KeptCustomers,
    KeptRestaurants,
    Outbox,
    OutboxMessage,
    ReservationDesk,
    Restaurant,
    SqliteLedger,
    TableMove,
    aio,
    run,
)

VECTORS = {
    path.name: json.loads(path.read_text()) for path in (Path(__file__).parent.parent / "data/errand_vectors").iterdir()
}
NEWER = json.loads((Path(__file__).parent.parent / "data/newer_words.json").read_text("utf-8"))["kept"]
NOW = datetime(2026, 11, 25, 12, tzinfo=timezone(timedelta(hours=9)))
ASKED = KeepRequest(NOW)
AT = {"restaurant": "r1", "date": date(2026, 11, 27)}
NIGHT = {"name": "night", "opens": "17:00", "closes": "24:00", "last_order": {"entry": "22:00"}}
RESTAURANT = {
    "id": "r1",
    "name": "とりべえ",
    "lines": [{"number": "03-1234-5678"}],
    "hours": {"rules": [{"when": "every_day", "services": [NIGHT]}]},
}
PLAN = {"tables": [{"id": "A", "most": 2}, {"id": "B", "least": 2, "most": 4}]}


class AsyncDictLedger:
    """A ledger that is awaited."""

    def __init__(self):
        self.ledger = DictLedger()

    async def read(self, keys):
        return self.ledger.read(keys)

    async def query(self, query):
        return self.ledger.query(query)

    async def commit(self, commit):
        await asyncio.sleep(0)
        return self.ledger.commit(commit)


def ask_awaited(ledger, errand):
    return asyncio.run(aio.run(ledger, errand))


WAYS = {
    "sqlite": (lambda: SqliteLedger.open(":memory:"), run),
    "dict": (DictLedger, run),
    "awaited": (AsyncDictLedger, ask_awaited),
    "sqlite awaited": (lambda: SqliteLedger.open(":memory:"), ask_awaited),
    "in threads": (lambda: aio.InThreads(DictLedger()), ask_awaited),
}


def test_there_are_vectors():
    assert len(VECTORS) >= 5


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", VECTORS)
def test_errands_are_answered_as_the_shared_vectors_say(name, way):
    make, ask = WAYS[way]
    ledger = make()
    for step in VECTORS[name]["steps"]:
        if "errors" not in step:
            assert ask(ledger, step["ask"]) == step["gives"], step["ask"]
            continue
        with pytest.raises(DenwabanError) as refused:
            ask(ledger, json.dumps(step["ask"]))
        assert [f"{error.code} {error.where}" for error in refused.value.errors] == step["errors"], step["ask"]


@pytest.mark.parametrize("way", ["sqlite", "dict"])
@pytest.mark.parametrize("vector", NEWER, ids=lambda vector: vector["errors"][0])
def test_a_word_that_a_newer_version_kept_is_refused_as_such(vector, way):
    make, ask = WAYS[way]
    ledger, document = make(), vector["document"]
    kept = {**document, "body": json.dumps(document["body"])}
    ledger.commit({"writes": [{"put": kept}], "now": "2026-11-25T03:00:00Z"})
    with pytest.raises(DenwabanError) as refused:
        ask(ledger, vector["ask"])
    assert [f"{error.code} {error.where}" for error in refused.value.errors] == vector["errors"]


@pytest.fixture(params=["sqlite", "dict"])
def ledger(request):
    """One that keeps a restaurant."""
    ledger = WAYS[request.param][0]()
    restaurants = KeptRestaurants(ledger)
    restaurants.put(Restaurant.from_json(RESTAURANT), ASKED)
    restaurants.put_book_template("r1", PLAN, ASKED)
    return ledger


@pytest.fixture
def by():
    """Somebody who asks for something new each time."""
    keys = iter(range(1000))
    return lambda now=NOW, actor="agent", **more: DeskBy(now, actor, "a1", f"key {next(keys)}", **more)


def night(hour, minute=0):
    return datetime(2026, 11, 27, hour, minute, tzinfo=NOW.tzinfo)


def code_of(ask):
    with pytest.raises(DenwabanError) as refused:
        ask()
    return refused.value.code


def test_an_evening_goes_by(ledger, by):
    desk = ReservationDesk(ledger)
    assert desk.day_book(**AT).version == 0
    message = OutboxMessage("m1", NOW.timestamp(), "sms", "090-1234-5678", "お待ちしております")
    asked = by(messages=[message], keep=timedelta(days=2))
    booked = desk.book("b1", 2, "19:00", asked, details={"name": "山田"}, **AT)
    assert (booked.booking, booked.version, booked.reservation["tables"], booked.moved) == ("b1", 1, ["A"], ())
    assert desk.book("b1", 2, "19:00", asked, details={"name": "山田"}, **AT) == booked
    changed = desk.change("b1", by(), party={"adults": 3})
    assert (changed.date, changed.reservation["tables"]) == (date(2026, 11, 27), ["B"])
    desk.change_details("b1", {"name": "山田太郎"}, by())
    desk.reconfirm("b1", By(NOW, key="plain"))
    desk.run_late("b1", by())
    desk.pin("b1", by(), ["B"])
    desk.seat("b1", by(night(19, 10), "restaurant"))
    desk.walk_in("w", 1, by(night(19, 20), "restaurant"), **AT)
    desk.finish("b1", by(night(20), "restaurant"))
    found = desk.find("b1")
    assert (found.restaurant, found.reservation["end"], found.reservation["presence"]) == ("r1", "20:00", "left")
    assert desk.find("nobody") is None
    assert [one["id"] for one in desk.day_book("r1", "2026-11-27").reservations] == ["b1", "w"]
    outbox = Outbox(ledger)
    due = outbox.due(NOW)
    assert (due.messages, due.next) == ((message._replace(due=NOW),), None)
    assert outbox.drop(due.messages, ASKED) == 1
    assert outbox.due(NOW, limit=1).messages == ()


def test_a_reservation_moves_to_another_date(ledger, by):
    desk = ReservationDesk(ledger)
    desk.book("b1", 2, "19:00", by(), **AT)
    asked = by()
    moved = desk.change("b1", asked, begin="21:00", date="2026-11-28")
    assert (moved.date, moved.reservation["begin"], moved.hurt) == (date(2026, 11, 28), "21:00", ())
    assert desk.change("b1", asked, begin="21:00", date="2026-11-28") == moved
    assert desk.day_book(**AT).reservations == []
    assert desk.find("b1").date == date(2026, 11, 28)
    line = moved.reservation["history"][-1]
    assert (line["deed"], line["note"]) == ("change_date", "2026-11-27 19:00 -> 2026-11-28 21:00")
    assert desk.move("b1", date(2026, 11, 27), by()).date == date(2026, 11, 27)
    assert code_of(lambda: desk.move("b9", "2026-11-28", by())) == "unknown_reference"
    assert code_of(lambda: desk.change("b1", by(), begin="20:00", restaurant="r1")) == "missing_key"
    assert desk.find("b1").reservation["begin"] == "21:00"


def test_details_are_changed_by_what_is_named(ledger, by):
    desk = ReservationDesk(ledger)
    desk.book("b1", 2, "19:00", by(), details={"name": "山田", "phone": "090-1234-5678", "allergies": ["そば"]}, **AT)
    desk.change_details("b1", {"name": "山田太郎", "allergies": None}, by())
    details = desk.find("b1").reservation["details"]
    assert details == {"name": "山田太郎", "phone": "+819012345678"}
    again = desk.change_details("b1", {"name": "山田太郎"}, by())
    assert (again.version, len(again.reservation["history"])) == (2, 2)
    assert code_of(lambda: desk.change_details("b1", {"nmae": None}, by())) == "unknown_key"


def test_kept_evenings_follow_their_restaurant(ledger, by):
    desk = ReservationDesk(ledger)
    desk.book("b1", 2, "19:00", by(), **AT)
    restaurants = KeptRestaurants(ledger)
    read = restaurants.find("r1")
    closed = {**read, "hours": {**read["hours"], "closings": [{"when": {"weekdays": ["fri"]}}]}}
    restaurants.put(closed, ASKED, was=read)
    assert code_of(lambda: desk.book("b2", 2, "19:00", by(), **AT)) == "beyond_limit"
    refreshed = desk.refresh_day_books("r1", ASKED, since="2026-11-01")
    (book,) = refreshed.books
    assert (book.date, book.changed, book.own, refreshed.next) == (date(2026, 11, 27), ("periods",), (), None)
    assert [(one.booking, one.exceeded[0].limit) for one in book.hurt] == [("b1", "not_open")]
    assert code_of(lambda: restaurants.put({**read, "hours": {"rules": []}}, ASKED, was=read)) == "stale"


def test_ten_past_midnight_is_the_evening_before(ledger):
    desk = ReservationDesk(ledger)
    assert desk.business_date("r1", datetime(2026, 11, 28, 0, 10, tzinfo=NOW.tzinfo)) == date(2026, 11, 27)
    assert desk.business_date("r1", datetime(2026, 11, 28, 18, 0, tzinfo=NOW.tzinfo)) == date(2026, 11, 28)


def test_a_no_comes_with_its_reasons_and_is_remembered(ledger, by):
    desk = ReservationDesk(ledger)
    desk.book("b1", 4, "19:00", by(), **AT)
    asked = by()
    assert code_of(lambda: desk.book("b2", 3, "19:00", asked, **AT)) == "no_seat"
    desk.cancel("b1", by(), "guest")
    assert code_of(lambda: desk.book("b2", 3, "19:00", asked, **AT)) == "no_seat"
    desk.book("b2", 3, "19:00", by(), **AT)
    no = desk.propose(3, "19:00", now=NOW, other_days=["2026-11-28"], **AT)
    assert no.answer == "impossible"
    assert ("other_day", date(2026, 11, 28)) in [(one.kind, one.date) for one in no.alternatives]
    (vacancy,) = desk.vacancies(3, now=NOW, restaurant="r1", since=AT["date"], until=AT["date"])
    assert (vacancy.date, vacancy.best and vacancy.best.state) == (AT["date"], "free")
    slots = desk.availability(3, now=NOW, first="19:00", last="21:00", **AT)
    assert (slots[0].state, slots[-1].state) == ("full", "free")
    assert code_of(lambda: desk.confirm("nobody", by())) == "unknown_reference"
    assert code_of(lambda: desk.confirm("b2", By(NOW))) == "missing_key"
    again = by()
    desk.reconfirm("b2", again)
    assert code_of(lambda: desk.cancel("b2", again)) == "duplicate_key"


def test_a_date_is_no_datetime_and_a_moment_has_a_zone(ledger, by):
    desk = ReservationDesk(ledger)
    for asked in (
        lambda: desk.book("b1", 2, "19:00", by(), restaurant="r1", date=NOW),
        lambda: desk.availability(2, restaurant="r1", date=NOW, now=NOW),
        lambda: desk.propose(2, "19:00", **AT, now=NOW, other_days=[NOW]),
        lambda: desk.move("b1", NOW, by()),
        lambda: desk.bookings(restaurant="r1", first=NOW, last=AT["date"]),
        lambda: desk.refresh_day_books("r1", ASKED, since=NOW),
        lambda: desk.day_book("r1", NOW),
    ):
        with pytest.raises(
            TypeError, match=r"a date is wanted, not a datetime: say which date you mean with \.date\(\)"
        ):
            asked()
    with pytest.raises(DenwabanError) as naive:
        desk.availability(2, **AT, now=NOW.replace(tzinfo=None))
    assert (naive.value.code, naive.value.where) == ("naive_datetime", "/now")
    with pytest.raises(DenwabanError) as naive:
        desk.book("b1", 2, "19:00", By("2026-11-25T12:00:00", key="naive"), **AT)
    assert naive.value.code == "naive_datetime"


def test_a_kept_call_that_nobody_could_have_called_is_corrupt(ledger):
    body = '{"opened":"2026-11-27T00:00:00Z","call":{"contacts":[],"direction":"inbound"},"follow_ups":[]}'
    ledger.commit(
        {"now": NOW.isoformat(), "writes": [{"put": {"partition": "contact#k", "sort": "call", "body": body}}]}
    )
    desk = CallDesk(ledger)
    assert code_of(lambda: desk.find("k")) == code_of(lambda: desk.note("k", "?", ASKED)) == "corrupt"


def test_a_books_parts_are_replaced_and_a_table_is_blocked(ledger, by):
    desk = ReservationDesk(ledger)
    desk.book("b1", 2, "19:00", by(), **AT)
    blocked = desk.block_table("A", "18:00", "20:00", by(night(12), "restaurant"), note="貸切", **AT)
    assert blocked.moved == (TableMove("b1", ("A",), ("B",)),)
    desk.unblock_table("A", "18:00", by(), **AT)
    edited = desk.replace_policy({"smallest_party": 3}, by(keep=timedelta(minutes=1)), **AT)
    assert [one.booking for one in edited.hurt] == ["b1"]
    edited = desk.replace_floor_plan({"tables": PLAN["tables"][1:]}, by(), **AT)
    periods = desk.day_book(**AT).to_dict()["periods"]
    assert desk.replace_periods(periods, by(), **AT).version == edited.version + 1


POLICY = {"demand": "required", "timer": {"limit": 60}}


def test_a_call_is_kept_with_what_is_to_be_done_after_it(ledger):
    desk = CallDesk(ledger)
    assert desk.find("ct1") is None
    document = {
        "contacts": ["ct1"],
        "direction": "inbound",
        "other": "090-1234-5678",
        "restaurant": "r1",
        "agent": "a1",
    }
    opened = desk.open(Call.from_json(document), ASKED)
    assert (opened.opened, opened.call.state, opened.follow_ups) == (NOW, "ringing", ())
    occurrences = [
        {"id": "e1", "event": "answered", "at": NOW},
        {"id": "e2", "event": "ended", "at": NOW + timedelta(minutes=1)},
    ]
    assert desk.apply("ct1", occurrences, ASKED).call.state == "wrapping_up"
    desk.transfer("ct1", "ct2", ASKED)
    desk.assign("ct2", ASKED, customer="c1")
    desk.note("ct2", "傘の件", ASKED)
    refused = KeepRequest(NOW, "k", timedelta(hours=1))
    assert code_of(lambda: desk.complete("ct2", refused, by="a1", policy=POLICY)) == "missing_key"
    due = NOW + timedelta(hours=2)
    desk.promise("ct2", "090-1234-5678", due, ASKED, by="a1")
    desk.draft("ct2", [{"code": "lost_property", "fields": {"item": "傘"}}], ASKED, policy=POLICY)
    note = HandOver("m1", NOW, "mail", "r1", restaurant="とりべえ", agent="鈴木")
    closed = desk.complete("ct2", CallRequest(NOW, hand_overs=[note]), by="a1", policy=POLICY)
    assert (closed.call.state, closed.call.to_dict()["notes"]) == ("closed", "傘の件")
    (call_back,) = [one for one in desk.follow_ups("2026-11-30T00:00:00Z").follow_ups if one.what == "call_back"]
    assert (call_back.due, call_back.contact, call_back.customer) == (due, "ct1", "c1")
    finished = desk.finish_follow_up(call_back.contact, call_back.name, ASKED, by="a2")
    assert [one.done for one in finished.follow_ups if one.name == call_back.name] == [FollowUpDone("a2", NOW)]
    assert "傘" in Outbox(ledger).due(NOW).messages[0].text
    page = desk.calls(restaurant="r1", date=date(2026, 11, 25))
    assert ([kept.call.to_dict()["contacts"] for kept in page.calls], page.next) == ([["ct1", "ct2"]], None)
    assert len(desk.calls(customer="c1", limit=1).calls) == 1
    amended = desk.amend("ct1", [{"code": "no_request.wrong_number"}], ASKED, by="a2", reason="聞き違い")
    assert amended == desk.find("ct2")


def test_a_call_runs_out_of_time(ledger):
    desk = CallDesk(ledger)
    desk.open({"contacts": ["ct1"], "direction": "inbound", "agent": "a1"}, ASKED)
    occurrences = [{"id": "1", "event": "answered", "at": NOW}, {"id": "2", "event": "ended", "at": NOW}]
    policy = {"demand": "optional", "timer": {"limit": 60, "extension": 30, "extensions": 1}}
    desk.change("ct1", ASKED, apply=occurrences, note="?")
    extended = desk.extend("ct1", KeepRequest(NOW + timedelta(seconds=50)), policy=policy)
    assert extended.call.wrap_up_due(policy) == NOW + timedelta(seconds=90)
    assert (
        desk.expire("ct1", KeepRequest(NOW + timedelta(seconds=90)), by="system", policy=policy).call.state == "closed"
    )


def test_restaurants_and_customers_are_found(ledger):
    restaurants = KeptRestaurants(ledger)
    assert restaurants.by_number("+81312345678")["id"] == "r1"
    assert Restaurant.from_json(restaurants.find("r1")).name == "とりべえ"
    assert restaurants.find("nobody") is None
    assert restaurants.book_template("nobody") is None
    assert len(restaurants.book_template("r1").floor_plan["tables"]) == 2
    assert code_of(lambda: restaurants.put({**RESTAURANT, "id": "r2"}, ASKED)) == "duplicate_number"
    customers = KeptCustomers(ledger)
    customers.put({"id": "c1", "name": "山田 花子", "kana": "ヤマダ ハナコ", "phones": ["090-1234-5678"]}, ASKED)
    customers.put({"id": "c2", "name": "やまだ", "phones": ["+819012345678"]}, ASKED)
    assert [one["id"] for one in customers.by_phone("０９０１２３４５６７８")] == ["c1", "c2"]
    assert [one["id"] for one in customers.by_name("はなこ")] == ["c1"]
    assert len(customers.by_name("やま", most=1)) == 1
    assert [pair.same for pair in customers.duplicates().pairs] == [("phone",)]
    customers.merge("c1", "c2", ASKED, who="鈴木")
    assert customers.find("c2")["id"] == "c1"
    two = customers.unmerge("c2", ASKED)
    assert (two.kept["id"], two.restored["name"], two.merged_by) == ("c1", "やまだ", "鈴木")
    assert customers.find("c2") == two.restored
    assert code_of(lambda: customers.unmerge("c2", ASKED)) == "unknown_reference"
    customers.merge("c1", "c2", ASKED)


def test_calls_are_kept_whichever_reader_gets_their_records(ledger):
    steps = VECTORS["contact_records.json"]["steps"]
    one, another = (step["ask"]["add_contact_records"]["records"] for step in steps[:2])
    assert KeptCallFacts(ledger).add(one, NOW).call == "c1"
    added = KeptCallFacts(ledger).add(another, NOW, keep=timedelta(days=1))
    assert (added.added, added.call, added.replaced) == (("kept",), "c1", ())
    assert added.facts.find("c2").contacts == ("c1", "c2")
    again = KeptCallFacts(ledger).add(added.facts.records_of("c2"), NOW)
    assert again.added == ("as_known", "as_known")
    assert again.facts.all() == added.facts.all()


def test_agents_are_followed(ledger):
    steps = VECTORS["agents.json"]["steps"]
    records = next(step["ask"] for step in steps if "follow_agent" in step["ask"])["follow_agent"]["records"]
    agents = KeptAgents(ledger)
    assert agents.find("arn:a1", NOW) is None
    applied = agents.follow("arn:a1", records, NOW)
    assert len(applied.applied) == len(records)
    found = agents.find("arn:a1", "2026-11-25T03:30:00Z")
    assert found.latest.state == applied.state
    assert sum(found.times.values(), timedelta()) > timedelta()


def test_those_who_book_at_once_each_get_their_answer_and_a_table_is_taken_once(tmp_path):
    with SqliteLedger.open(tmp_path / "l") as ledger:
        KeptRestaurants(ledger).put(RESTAURANT, ASKED)
        KeptRestaurants(ledger).put_book_template("r1", PLAN, ASKED)
        answers = {}

        def book(each):
            try:
                answers[each] = (
                    ReservationDesk(ledger).book(f"b{each}", 2, "19:00", By(NOW, key=f"k{each}"), **AT).booking
                )
            except DenwabanError as error:
                answers[each] = error.code

        threads = [Thread(target=book, args=(each,)) for each in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        booked = sorted(answer for answer in answers.values() if answer != "no_seat")
        assert len(answers) == 16
        assert booked == sorted(one["id"] for one in ReservationDesk(ledger).day_book(**AT).reservations)
        assert len(booked) == 2


class Failing(DictLedger):
    """Raises the first so many times."""

    def __init__(self, error, times):
        super().__init__()
        self.error, self.times = error, times

    def read(self, keys):
        self.times -= 1
        if self.times >= 0:
            raise self.error
        return super().read(keys)


FIND = {"find_restaurant": {"id": "r1"}}


@pytest.mark.parametrize("ask", [run, lambda ledger, errand: asyncio.run(aio.run(aio.InThreads(ledger), errand))])
def test_what_a_ledger_raises_is_given_to_the_errand_if_it_is_an_error_of_ours(ask):
    failing = Failing(DenwabanError([("unavailable", "busy", "")]), 3)
    assert ask(failing, FIND) is None
    assert failing.times == -1
    assert code_of(lambda: ask(Failing(DenwabanError([("corrupt", "damaged", "")]), 1), FIND)) == "corrupt"
    with pytest.raises(ZeroDivisionError):
        ask(Failing(ZeroDivisionError(), 1), FIND)


def test_what_is_no_errand_is_told():
    with SqliteLedger.open(":memory:") as ledger:
        for kept in (ledger, DictLedger()):
            assert code_of(lambda kept=kept: run(kept, {"dance": {}})) == "unknown_key"
            assert code_of(lambda kept=kept: run(kept, "{")) == "malformed_json"
