from datetime import date, datetime, timedelta, timezone

import pytest
from dict_ledger import DictLedger

from denwaban import (
    DenwabanError,
    KeepRequest,
    KeptRestaurants,
    ReservationDesk,
    Restaurant,
    SqliteLedger,
    TalkDesk,
)

NOW = datetime(2026, 11, 25, 12, tzinfo=timezone(timedelta(hours=9)))
DINNER = {"name": "dinner", "opens": "17:00", "closes": "23:00", "last_order": {"food": "21:30"}}
RESTAURANT = Restaurant.from_json(
    {
        "id": "r1",
        "name": "花丸",
        "kana": "はなまる",
        "hours": {"rules": [{"when": "every_day", "services": [DINNER]}]},
    }
)
MOBILE = "090-1234-5678"


@pytest.fixture(params=[lambda: SqliteLedger.open(":memory:"), DictLedger], ids=["sqlite", "dict"])
def ledger(request):
    """One that keeps a restaurant."""
    ledger = request.param()
    KeptRestaurants(ledger).put(RESTAURANT, KeepRequest(NOW))
    KeptRestaurants(ledger).put_book_template("r1", {"tables": [{"id": "A", "most": 4}]}, KeepRequest(NOW))
    return ledger


def confirmed_in(ledger):
    book = ReservationDesk(ledger).day_book("r1", date(2026, 11, 26))
    return [one for one in book.reservations if one["commitment"] == "confirmed"]


def test_a_booking_is_taken_in_three_turns_and_once_however_often_a_turn_comes(ledger):
    desk = TalkDesk(ledger, RESTAURANT)
    greeted = desk.greet("c1", NOW, caller=MOBILE)
    assert "花丸でございます" in greeted.say.text
    asked = desk.hear(greeted.conversation, NOW, id="u1", text="明日の夜7時に大人3人で予約をお願いします")
    assert asked.listen["asked"] == "name"
    read_back = desk.hear(asked.conversation, NOW, id="u2", text="やまだです")
    assert "午後7時、3名様、ヤマダ様でご予約をお取りいたします" in read_back.say.text
    assert read_back.say.ssml.startswith("<speak>")
    assert confirmed_in(ledger) == []
    booked = desk.hear(read_back.conversation, NOW, id="u3", text="はい、お願いします")
    assert "ご予約を承りました" in booked.say.text
    assert desk.hear(read_back.conversation, NOW, id="u3", text="はい、お願いします") == booked
    assert desk.hear(booked.conversation, NOW, id="u3", text="はい、お願いします") == booked
    (one,) = confirmed_in(ledger)
    assert (one["begin"], one["details"]["kana"]) == ("19:00", "ヤマダ")


def test_who_is_asked_for_takes_over_with_what_is_known(ledger):
    desk = TalkDesk(ledger, RESTAURANT, policy={"manner": "friendly"})
    turn = desk.hear(desk.greet("c1", NOW).conversation, NOW, text="予約したいです")
    assert turn.listen["keypad"] == {"most": 4, "end": "#"}
    turn = desk.hear(turn.conversation, NOW, keys="1126#")
    assert turn.hand_over is None
    turn = desk.hear(turn.conversation, NOW, text="お店の人に代わってください")
    assert (turn.listen, turn.hand_over["reason"], turn.hand_over["purpose"]) == (None, "asked_for", "book")


class AbsentLedger:
    def read(self, keys):
        raise DenwabanError([("unavailable", "is away", "")])

    query = commit = read


def test_a_ledger_that_does_not_answer_hands_over():
    desk = TalkDesk(AbsentLedger(), RESTAURANT)
    greeted = desk.greet("c1", NOW, caller=MOBILE)
    turn = desk.hear(greeted.conversation, NOW, text="明日の19時に2名で予約したいです")
    assert turn.hand_over["reason"] == "unavailable"


def test_what_is_no_conversation_or_no_policy_is_refused():
    with pytest.raises(DenwabanError) as refused:
        TalkDesk(DictLedger(), RESTAURANT, policy={"maner": "formal"})
    assert refused.value.code == "unknown_key"
    with pytest.raises(DenwabanError) as refused:
        TalkDesk(DictLedger(), RESTAURANT).hear({"id": "c1", "state": "dreaming"}, NOW, text="はい")
    assert (refused.value.code, refused.value.where) == ("newer_version", "/state")
