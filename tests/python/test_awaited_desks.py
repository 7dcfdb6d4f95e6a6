import asyncio
from datetime import date, datetime, timedelta, timezone

import pytest
from dict_ledger import DictLedger

from denwaban import By, DenwabanError, KeepRequest, OutboxMessage, Restaurant, SqliteLedger, aio

NOW = datetime(2026, 11, 25, 12, tzinfo=timezone(timedelta(hours=9)))
AT = {"restaurant": "r1", "date": date(2026, 11, 27)}
NIGHT = {"name": "night", "opens": "17:00", "closes": "24:00"}
RESTAURANT = {"id": "r1", "name": "とりべえ", "hours": {"rules": [{"when": "every_day", "services": [NIGHT]}]}}


class AwaitedLedger:
    """Lets others go on whenever it is asked."""

    def __init__(self):
        self.ledger = DictLedger()
        self.asked = 0

    async def read(self, keys):
        return await self.answered(self.ledger.read, keys)

    async def query(self, query):
        return await self.answered(self.ledger.query, query)

    async def commit(self, commit):
        return await self.answered(self.ledger.commit, commit)

    async def answered(self, ask, about):
        self.asked += 1
        await asyncio.sleep(0)
        return ask(about)


@pytest.fixture(params=["sqlite", "awaited", "in threads"])
def ledger(request):
    if request.param == "awaited":
        yield AwaitedLedger()
    elif request.param == "in threads":
        yield aio.InThreads(DictLedger())
    else:
        with SqliteLedger.open(":memory:") as opened:
            yield opened


async def prepared(ledger):
    restaurants = aio.KeptRestaurants(ledger)
    await restaurants.put(RESTAURANT, KeepRequest(NOW))
    await restaurants.put_book_template("r1", {"tables": [{"id": "A", "most": 4}]}, KeepRequest(NOW))
    await aio.KeptCustomers(ledger).put({"id": "c1", "name": "山田"}, KeepRequest(NOW))
    return aio.ReservationDesk(ledger)


def test_an_evening_is_awaited(ledger):
    async def evening():
        desk = await prepared(ledger)
        by = By(NOW, key="k1")
        booked = await desk.book("b1", 4, "19:00", by, **AT, details={"customer": "c1"})
        assert booked.reservation["tables"] == ["A"]
        assert await desk.book("b1", 4, "19:00", by, **AT, details={"customer": "c1"}) == booked
        assert (await desk.find("b1")).reservation["begin"] == "19:00"
        assert (await desk.cancel("b1", By(NOW, key="k2"), "guest")).reservation["commitment"] == "cancelled"
        assert (await aio.KeptCustomers(ledger).find("c1"))["visits"][0]["outcome"] == "cancelled"
        outbox = aio.Outbox(ledger)
        assert await outbox.drop([OutboxMessage("m1", NOW)], KeepRequest(NOW)) == 0

    asyncio.run(evening())


def test_of_two_who_want_the_same_table_at_once_one_gets_it():
    async def both():
        ledger = AwaitedLedger()
        desk = await prepared(ledger)
        wanted = [desk.book(f"b{each}", 4, "19:00", By(NOW, key=f"k{each}"), **AT) for each in (1, 2)]
        return await asyncio.gather(*wanted, return_exceptions=True)

    got = asyncio.run(both())
    refused = [one for one in got if isinstance(one, DenwabanError)]
    assert len(refused) == 1
    assert refused[0].code == "no_seat"


def test_a_conversation_is_held(ledger):
    seen = []

    async def held():
        kept = aio.KeptRestaurants(ledger)
        await kept.put(RESTAURANT, KeepRequest(NOW))
        await kept.put_book_template("r1", {"tables": [{"id": "A", "most": 4}]}, KeepRequest(NOW))
        desk = aio.TalkDesk(ledger, Restaurant.from_json(RESTAURANT), handed_over=seen.append)
        turn = await desk.greet("c1", NOW, caller="090-1234-5678")
        for text in ("明日の夜7時に3人で予約をお願いします", "やまだです", "はい"):
            turn = await desk.hear(turn.conversation, NOW, text=text)
        event = {"sessionId": "c2", "inputTranscript": "お店の人に代わってください"}
        return turn, await desk.hear_lex(event, NOW)

    turn, response = asyncio.run(held())
    assert "ご予約を承りました" in turn.say.text
    assert response["sessionState"]["sessionAttributes"]["handOver"] == "asked_for"
    assert [one["reason"] for one in seen] == ["asked_for"]
