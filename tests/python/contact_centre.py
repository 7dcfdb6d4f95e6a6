"""A contact centre that answers for two restaurants: what it does, and the contact records that Amazon Connect makes of it."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any, Callable

BEGINS = datetime(2026, 11, 20, 1, 0, tzinfo=timezone.utc)
RESTAURANTS = {"r0": "+81312345670", "r1": "+81312345671"}
NOBODYS_LINE = "+81312345679"


def at(second: int) -> datetime:
    return BEGINS + timedelta(seconds=second)


@dataclass
class Booking:
    id: str
    made: int
    restaurant: str
    covers: int
    phone: str | None
    contact: str | None = None


@dataclass
class Call:
    """A call as it was; times are seconds from the beginning."""

    id: str
    began: int
    line: str
    number: str | None
    direction: str = "inbound"
    queue: str = ""
    agent: str = ""
    answered: int | None = None
    lost: str | None = None
    queued: int = 0  # until it was answered
    handled: int = 0
    ended: int = 0
    waited_in_queue: bool = False
    disposition: str | None = None
    bookings: list[Booking] = field(default_factory=list)

    @property
    def restaurant(self) -> str | None:
        return next((name for name, line in RESTAURANTS.items() if line == self.line), None)


@dataclass
class Caller:
    number: str | None
    line: str
    wish: str
    again: int = 0


class ContactCentre:
    """Plays `days` of calls; `calls` and `bookings` are the truth, `records` what a stream brings of it, in any order."""

    def __init__(self, seed: int, *, days: int = 2, callers: int = 240, agents: int = 2) -> None:
        self.random = Random(seed)
        self.calls: list[Call] = []
        self.bookings: list[Booking] = []
        self.records: list[dict[str, Any]] = []
        self.ends = days * 86_400
        self._events: list[tuple[int, int, Callable[[int], None]]] = []
        self._count = 0
        self._waiting: deque[tuple[Call, str, int, Caller, bool]] = deque()
        self._free = [f"agent{number}" for number in range(agents)]
        for place in range(callers):
            number = None if self._once_in(12) else f"+8190{10_000_000 + place}"
            line = NOBODYS_LINE if self._once_in(15) else self.random.choice(list(RESTAURANTS.values()))
            caller = Caller(number, line, self.random.choice(["booking", "booking", "access", "lost_property"]))
            # Most call between 17:00 and 19:00.
            evening = 86_400 * self.random.randrange(days) + 7 * 3_600 + self.random.randrange(7_200)
            when = self.random.randrange(self.ends) if self._once_in(4) else evening
            self._at(when, lambda now, caller=caller: self._calls(now, caller))
        for place in range(callers // 10):
            self._at(self.random.randrange(self.ends), lambda now, place=place: self._calls_out(now, place))
            self._at(self.random.randrange(self.ends), lambda now, place=place: self._books_on_the_web(now, place))
        while self._events:
            now, _, happens = heapq.heappop(self._events)
            happens(now)
        self._number_contacts()

    def _once_in(self, times: int) -> bool:
        return self.random.randrange(times) == 0

    def _at(self, second: int, happens: Callable[[int], None]) -> None:
        self._count += 1
        heapq.heappush(self._events, (second, self._count, happens))

    def _id(self) -> str:
        self._count += 1
        return f"contact-{self._count}"

    def _calls(self, now: int, caller: Caller) -> None:
        call = Call(self._id(), now, caller.line, caller.number)
        self.calls.append(call)
        flow = self.random.randrange(5, 40)
        if self._once_in(12):
            call.lost, call.ended = "in_flow", now + flow
            self._record(call.id, call, now, now + flow, "CUSTOMER_DISCONNECT")
            self._calls_again(now + flow, caller)
            return
        call.queue = self.random.choice(["予約", "代表"])
        call.waited_in_queue = True
        self._at(now + flow, lambda now: self._queues(now, call, call.id, caller, False))

    def _queues(self, now: int, call: Call, contact: str, caller: Caller, is_callback: bool) -> None:
        self._waiting.append((call, contact, now, caller, is_callback))
        patience = self.random.randrange(20, 200)
        if not is_callback:
            self._at(now + patience, lambda now: self._gives_up(now, contact))
        self._serve(now)

    def _gives_up(self, now: int, contact: str) -> None:
        waiting = next((one for one in self._waiting if one[1] == contact), None)
        if waiting is None:
            return
        self._waiting.remove(waiting)
        call, _, since, caller, _ = waiting
        call.queued += now - since
        if self._once_in(3):
            self._promises_a_callback(now, call, since, caller)
            return
        call.lost, call.ended = "in_queue", now
        self._record(contact, call, call.began, now, "CUSTOMER_DISCONNECT", queue=(since, now))
        self._calls_again(now, caller)

    def _promises_a_callback(self, now: int, call: Call, since: int, caller: Caller) -> None:
        then = self._id()
        queue = (since, now)
        self._record(call.id, call, call.began, now, "CONTACT_FLOW_DISCONNECT", queue=queue, NextContactId=then)
        self._at(now + 300, lambda now: self._queues(now, call, then, caller, True))

    def _serve(self, now: int) -> None:
        while self._free and self._waiting:
            call, contact, since, caller, is_callback = self._waiting.popleft()
            agent = self._free.pop(self.random.randrange(len(self._free)))
            self._talks(now, call, contact, since, agent, caller, is_callback)

    def _talks(
        self, now: int, call: Call, contact: str, since: int, agent: str, caller: Caller, is_callback: bool
    ) -> None:
        attempts = 1 + self.random.randrange(2)
        talk, hold, work = self.random.randrange(30, 300), self.random.randrange(2) * 25, self.random.randrange(5, 60)
        ended = now + talk + hold
        call.agent = call.agent or agent
        if call.answered is None:
            call.answered = now
            call.queued += now - since
        call.handled += talk + hold + work
        call.ended = ended
        more: dict[str, Any] = {"AgentConnectionAttempts": attempts}
        if is_callback:
            more["InitiationMethod"], more["PreviousContactId"] = "CALLBACK", call.id
        elif contact != call.id:
            more["InitiationMethod"], more["PreviousContactId"], more["InitialContactId"] = "TRANSFER", call.id, call.id
        began = since if contact != call.id else call.began
        if contact == call.id and self._once_in(6):
            then = self._id()
            more["NextContactId"] = then
            self._at(ended, lambda now: self._handed(now, call, then, caller))
        else:
            more["Attributes"] = self._comes_to(call, contact, ended, caller)
            if self._once_in(8):
                self._calls_again(ended, caller)
        self._record(
            contact,
            call,
            began,
            ended,
            "AGENT_DISCONNECT" if "NextContactId" in more else "CUSTOMER_DISCONNECT",
            queue=(since, now),
            agent=(agent, now, talk, hold, work, ended),
            **more,
        )
        if self._once_in(10):
            self._overheard(now, ended, contact)
        self._at(ended + work, lambda now: self._is_free(now, agent))

    def _handed(self, now: int, call: Call, contact: str, caller: Caller) -> None:
        """To whoever is next, and nobody gives up: of a transferred call somebody had answered."""
        self._waiting.appendleft((call, contact, now, caller, False))
        self._serve(now)

    def _is_free(self, now: int, agent: str) -> None:
        self._free.append(agent)
        self._serve(now)

    def _comes_to(self, call: Call, contact: str, ended: int, caller: Caller) -> dict[str, str]:
        call.disposition = caller.wish
        attributes = {"disposition": caller.wish}
        if caller.wish != "booking" or call.restaurant is None:
            return attributes
        way = self.random.choice(["by_contact", "by_booking", "by_number"])
        if way == "by_number" and call.number is None:
            return attributes
        for _ in range(2 if way == "by_contact" and self._once_in(4) else 1):
            covers = self.random.randrange(1, 9)
            booking = Booking(
                f"b{len(self.bookings)}", ended + self.random.randrange(-20, 60), call.restaurant, covers, call.number
            )
            if way == "by_contact":
                booking.contact = contact
            elif way == "by_booking":
                attributes["bookingId"] = booking.id
            call.bookings.append(booking)
            self.bookings.append(booking)
        return attributes

    def _calls_again(self, now: int, caller: Caller) -> None:
        if caller.again < 2 and not self._once_in(3):
            caller.again += 1
            later = now + self.random.choice([3_600, 7_200, 90_000]) + self.random.randrange(60)
            self._at(later, lambda now: self._calls(now, caller))

    def _calls_out(self, now: int, place: int) -> None:
        number = f"+8190{20_000_000 + place}"
        call = Call(self._id(), now, next(iter(RESTAURANTS.values())), number, direction="outbound", ended=now + 60)
        self.calls.append(call)
        self._record(call.id, call, now, now + 60, "AGENT_DISCONNECT", InitiationMethod="OUTBOUND")

    def _books_on_the_web(self, now: int, place: int) -> None:
        phone = None if self._once_in(3) else f"+8190{30_000_000 + place}"
        self.bookings.append(Booking(f"b{len(self.bookings)}", now, "r0", 2, phone))

    def _overheard(self, began: int, ended: int, contact: str) -> None:
        call = Call(self._id(), began, NOBODYS_LINE, None)
        self._record(
            call.id,
            call,
            began,
            ended,
            "AGENT_DISCONNECT",
            InitiationMethod="MONITOR",
            InitialContactId=contact,
            PreviousContactId=contact,
        )

    def _record(
        self,
        contact: str,
        call: Call,
        began: int,
        ended: int,
        reason: str,
        *,
        queue: tuple[int, int] | None = None,
        agent: tuple[str, int, int, int, int, int] | None = None,
        **more: Any,
    ) -> None:
        record = {
            "ContactId": contact,
            "Channel": "VOICE",
            "InitiationMethod": "INBOUND",
            "InitiationTimestamp": at(began).isoformat(),
            "ConnectedToSystemTimestamp": at(began).isoformat(),
            "DisconnectTimestamp": at(ended).isoformat(),
            "LastUpdateTimestamp": at(ended + 1).isoformat(),
            "DisconnectReason": reason,
            "SystemEndpoint": {"Address": call.line, "Type": "TELEPHONE_NUMBER"},
            **more,
        }
        if call.number is not None:
            record["CustomerEndpoint"] = {"Address": call.number, "Type": "TELEPHONE_NUMBER"}
        if queue is not None:
            enqueued, dequeued = (at(second).isoformat() for second in queue)
            name = call.queue if contact == call.id else "転送"
            record["Queue"] = {
                "ARN": f"arn:{name}",
                "Name": name,
                "EnqueueTimestamp": enqueued,
                "DequeueTimestamp": dequeued,
            }
        if agent is not None:
            name, connected, talk, hold, work, until = agent
            record["Agent"] = {
                "ARN": f"arn:{name}",
                "Username": name,
                "ConnectedToAgentTimestamp": at(connected).isoformat(),
                "AgentInteractionDuration": talk,
                "CustomerHoldDuration": hold,
                "NumberOfHolds": 1 if hold else 0,
                "LongestHoldDuration": hold,
                "AfterContactWorkDuration": work,
                "AfterContactWorkStartTimestamp": at(until).isoformat(),
                "AfterContactWorkEndTimestamp": at(until + work).isoformat(),
            }
        self.records.append(record)

    def _number_contacts(self) -> None:
        self.calls.sort(key=lambda call: (call.began, call.id))

    def deliveries(self) -> Iterator[dict[str, Any]]:
        """As a stream brings them: some twice, some in an older state too, in no order."""
        delivered = list(self.records)
        for record in self.records:
            if self._once_in(5):
                delivered.append(record)
            if self._once_in(4):
                older = {key: value for key, value in record.items() if key not in ("Attributes", "Agent")}
                began = datetime.fromisoformat(record["InitiationTimestamp"])
                delivered.append({**older, "LastUpdateTimestamp": began.isoformat()})
        self.random.shuffle(delivered)
        yield from delivered
