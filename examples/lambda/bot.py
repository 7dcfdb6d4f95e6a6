"""The code hook of Lex V2, and the Lambda of a flow without a bot, in Python: as bot.mjs."""

from __future__ import annotations

import functools
import json
import logging
import os
from datetime import datetime, timedelta, timezone
from typing import Any, Callable

Event = dict[str, Any]
Clock = Callable[[], datetime]

SORRY = "申し訳ございません。担当者におつなぎいたします。"
SSML = f"<speak>{SORRY}</speak>"
HEARD_FOR = timedelta(hours=1)
TO_AGENTS = {"next": "queue", "handOver": "unavailable"}


def _closed(event: Event) -> dict[str, Any]:
    """What Lex is told where nothing else can be said."""
    intent = (event.get("sessionState") or {}).get("intent") or {}
    accepted = (event.get("requestAttributes") or {}).get("x-amz-lex:accept-content-types", "SSML")
    said = (
        {"contentType": "SSML", "content": SSML}
        if "SSML" in accepted
        else {"contentType": "PlainText", "content": SORRY}
    )
    return {
        "sessionState": {
            "dialogAction": {"type": "Close"},
            "intent": {"name": intent.get("name", "FallbackIntent"), "state": "Failed"},
            "sessionAttributes": TO_AGENTS,
        },
        "messages": [said],
    }


def _now() -> datetime:
    return datetime.now(timezone.utc)


def hook_of(desk_for: Callable[[Event], Any], clock: Clock = _now) -> Callable[..., dict[str, Any]]:
    """A code hook for each intent of the bot: an event that comes twice is answered twice, and books once."""

    def hook(event: Event, context: object = None) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = desk_for(event).hear_lex(event, clock())
            return answer
        except Exception:
            logging.exception("the conversation can't go on")
            return _closed(event)

    return hook


def flow_of(desk_for: Callable[[Event], Any], clock: Clock = _now) -> Callable[..., dict[str, str]]:
    """An "Invoke AWS Lambda function" block behind "Store customer input", in a flow without a bot."""

    def flow(event: Event, context: object = None) -> dict[str, str]:
        try:
            attributes: dict[str, str] = desk_for(event).hear_flow(event, clock())
            return attributes
        except Exception:
            logging.exception("the conversation can't go on")
            return {**TO_AGENTS, "say": SORRY, "ssml": SSML, "notes": "", "denwaban": ""}

    return flow


def keeping(ledger: Any, restaurant: str, clock: Clock = _now) -> Callable[[dict[str, Any]], None]:
    """Keeps what was heard for the agents' desk, under the number that calls: as heard.mjs. A call that shows none has
    nobody to keep it under, and one that cannot be kept goes to an agent all the same."""

    def keep(heard: dict[str, Any]) -> None:
        if not heard["caller"].startswith("+"):
            return
        now = clock()
        body = json.dumps(heard, ensure_ascii=False)
        place = {"partition": f"desk#heard#{restaurant}", "sort": heard["caller"]}
        try:
            ledger.commit({"writes": [{"put": {**place, "body": body, "expires": now + HEARD_FOR}}], "now": now})
        except Exception:
            logging.exception("what was heard can't be kept")

    return keep


@functools.cache
def _desk(restaurant: str) -> Any:
    """The restaurants and their books are in the table. Once for a container; what failed is tried again."""
    import boto3

    from denwaban import KeptRestaurants, Restaurant, TalkDesk
    from denwaban.dynamodb import DynamoDbLedger

    ledger = DynamoDbLedger(boto3.client("dynamodb"), os.environ["DENWABAN_TABLE"])
    place = Restaurant.from_json(KeptRestaurants(ledger).find(restaurant))
    return TalkDesk(ledger, place, handed_over=keeping(ledger, restaurant))


def _desk_for(event: Event) -> Any:
    """Which restaurant is called: as the flow says, or the only one."""
    details = event.get("Details") or {}
    places = (
        (event.get("sessionState") or {}).get("sessionAttributes"),
        details.get("Parameters"),
        (details.get("ContactData") or {}).get("Attributes"),
    )
    said = (place["restaurantId"] for place in places if place and place.get("restaurantId"))
    return _desk(next(said, os.environ.get("DENWABAN_RESTAURANT", "")))


hook = hook_of(_desk_for)
flow = flow_of(_desk_for)
