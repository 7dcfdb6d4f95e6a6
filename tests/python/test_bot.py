"""A code hook of Lex V2 and a flow's Lambda in Python, put the same events as in Node."""

import importlib.util
import json
import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from denwaban import KeepRequest, KeptRestaurants, ReservationDesk, Restaurant, SqliteLedger, TalkDesk

ROOT = Path(__file__).resolve().parents[2]
CONVERSATIONS = json.loads((ROOT / "tests/data/lex/conversations.json").read_text())
NOW = datetime(2026, 11, 25, 3, tzinfo=timezone.utc)
DINNER = {"name": "dinner", "opens": "17:00", "closes": "23:00", "last_order": {"food": "21:30"}}
RESTAURANT = Restaurant.from_json(
    {"id": "r1", "name": "花丸", "hours": {"rules": [{"when": "every_day", "services": [DINNER]}]}}
)
FROM_THE_FLOW = {
    "caller": "+819012345678",
    "streamArn": "arn:aws:kinesisvideo:ap-northeast-1:111122223333:stream/s/1",
    "startFragment": "42",
}


def loaded_bot():
    spec = importlib.util.spec_from_file_location("bot", ROOT / "examples/lambda/bot.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BOT = loaded_bot()


@pytest.fixture
def ledger():
    ledger = SqliteLedger.open(":memory:")
    KeptRestaurants(ledger).put(RESTAURANT, KeepRequest(NOW))
    KeptRestaurants(ledger).put_book_template("r1", {"tables": [{"id": "A", "most": 4}]}, KeepRequest(NOW))
    return ledger


def event_of(turn, attributes, locale="ja_JP", plain=False):
    keys = turn.get("keys_pressed")
    return {
        "sessionId": "5ca1ab1e-0000-4000-8000-000000000001",
        "inputMode": "Speech" if keys is None else "DTMF",
        "inputTranscript": turn["text"] if keys is None else keys,
        "bot": {"localeId": locale},
        "interpretations": [{"intent": {"name": "Book", "slots": {"Day": None, "Time": None}}}],
        "requestAttributes": {"x-amz-lex:accept-content-types": "PlainText" if plain else "PlainText,SSML"},
        "sessionState": {"sessionAttributes": attributes, "intent": {"name": "FallbackIntent"}},
    }


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda one: one["name"])
def test_the_hook_holds_the_conversation(conversation, ledger):
    desk = TalkDesk(ledger, RESTAURANT)
    hook = BOT.hook_of(lambda event: desk, lambda: NOW)
    how = {key: conversation[key] for key in ("locale", "plain") if key in conversation}
    attributes = FROM_THE_FLOW
    for turn in conversation["turns"]:
        event = event_of(turn, attributes, **how)
        answer = hook(event, None)
        assert hook(event, None) == answer
        state = answer["sessionState"]
        assert state["dialogAction"]["type"] == turn["action"]
        assert state.get("intent", {}).get("state") == turn.get("intent")
        assert turn["says"] in re.sub("<[^>]*>", "", answer["messages"][0]["content"])
        attributes = state["sessionAttributes"]
        assert turn.get("attributes", {}).items() <= attributes.items()
    book = ReservationDesk(ledger).day_book("r1", date(2026, 11, 26))
    assert sum(one["commitment"] == "confirmed" for one in book.reservations) == conversation["booked"]


def test_what_was_heard_of_whoever_goes_to_an_agent_is_kept_for_the_desk(ledger, caplog):
    class Away:
        def commit(self, _):
            raise ConnectionError

    def to_an_agent(keep, caller):
        desk = TalkDesk(ledger, RESTAURANT, handed_over=keep)
        hook = BOT.hook_of(lambda event: desk, lambda: NOW)
        first = hook(event_of({"text": "明日の夜7時に4人で予約したいです"}, {**FROM_THE_FLOW, "caller": caller}))
        answer = hook(event_of({"text": "人に代わってください"}, first["sessionState"]["sessionAttributes"]))
        assert answer["sessionState"]["sessionAttributes"]["next"] == "queue"

    key = {"partition": "desk#heard#r1", "sort": FROM_THE_FLOW["caller"]}
    to_an_agent(BOT.keeping(Away(), "r1", lambda: NOW), FROM_THE_FLOW["caller"])
    assert ledger.read([key]) == [None]
    assert "can't be kept" in caplog.text
    to_an_agent(BOT.keeping(ledger, "r1", lambda: NOW), "anonymous")
    to_an_agent(BOT.keeping(ledger, "r1", lambda: NOW), FROM_THE_FLOW["caller"])
    (kept,) = ledger.read([key])
    heard = json.loads(kept["body"])
    assert [one["slot"] for one in heard["heard"]] == ["day", "time", "party"]
    assert heard["reason"] == "asked_for"


def test_a_conversation_that_the_attributes_have_no_room_for_is_kept_in_the_ledger_whole(ledger):
    desk = TalkDesk(ledger, RESTAURANT)
    hook = BOT.hook_of(lambda event: desk, lambda: NOW)
    session = "5ca1ab1e-0000-4000-8000-000000000001"
    answer = hook(event_of({"text": "予約したいです"}, FROM_THE_FLOW))
    assert desk.kept(session) is None
    for turn in range(24):
        noise = "".join(chr(0x3400 + (turn * 7919 + i * i * 613 + i * turn * 37) % 6_500) for i in range(200))
        event = event_of({"text": f"駐車場はありますか。{noise}"}, answer["sessionState"]["sessionAttributes"])
        answer = hook(event)
        assert hook(event) == answer
    attributes = answer["sessionState"]["sessionAttributes"]
    assert attributes["denwaban"] == "kept:25"
    hook(event_of({"text": "明日です"}, attributes))
    conversation = desk.kept(session)
    assert conversation["turns"] == 26
    assert next(line["text"] for line in conversation["lines"] if line["who"] == "caller") == "予約したいです"
    assert desk.keep(conversation, NOW).expires == NOW + timedelta(hours=1)


def test_what_goes_wrong_goes_to_a_human(ledger):
    desk = TalkDesk(ledger, RESTAURANT)
    for event in ({}, event_of({"text": "はい"}, {"denwaban": "deflate:?"}, plain=True)):
        answer = BOT.hook_of(lambda _: desk, lambda: NOW)(event)
        assert answer["sessionState"]["sessionAttributes"] == {"next": "queue", "handOver": "unavailable"}
        assert BOT.flow_of(lambda _: desk, lambda: NOW)(event)["next"] == "queue"


def test_a_flow_without_a_bot_is_greeted_and_takes_what_is_typed(ledger):
    desk = TalkDesk(ledger, RESTAURANT)
    flow = BOT.flow_of(lambda event: desk, lambda: NOW)
    contact = {"ContactId": "c2", "Channel": "CHAT", "Attributes": {}}
    greeted = flow({"Details": {"ContactData": contact, "Parameters": {}}})
    assert "花丸でございます" in greeted["say"]
    contact["Attributes"] = {"denwaban": greeted["denwaban"]}
    asked = flow({"Details": {"ContactData": contact, "Parameters": {"input": "予約したいです"}}})
    assert (asked["next"], asked["handOver"]) == ("listen", "")
    assert "日にち" in asked["say"]
