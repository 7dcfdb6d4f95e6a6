"""Desks that are awaited. Written by src/tools/awaited.py from those that block."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Mapping, Sequence
from datetime import date, timedelta
from json import dumps, loads
from typing import Any, Callable, Literal, Union

from .._agents import Document, Moment, _agent_now
from .._asking import DueMessages, KeepRequest, OutboxMessage, When, _due, _keeping, _messages, _without_none
from .._awaiting import AnyLedger, AwaitedAsking
from .._call_desk import KeptCall, KeptCalls, _kept
from .._calls import Call
from .._commands import (
    AvailabilityQuestion,
    By,
    Commands,
    Party,
    ProposalQuestion,
    Unpack,
    WalkedIn,
    Wanted,
    WishChanges,
    Words,
    _date_text,
    _text_of,
)
from .._day_books import DayBook, Proposal, _asked_of, _proposal, _renamed, _waiting_question
from .._denwaban import Hours, Restaurant, TalkCore
from .._errors import DenwabanError
from .._kept import AddedRecords, AppliedRecords, BookTemplate, KeptAgent, ListedRestaurants, _words_of
from .._ledger import Observe, _failure
from .._records import _facts_of
from .._reservation_desk import DateWords, DeskChanges, _google_words, _order, _remembered, _where
from .._talk_desk import Conversation, TalkTurn, _turn
from .._told import time
from .._tools import ToolCaller, _table
from ..generated.answers import (
    ConversationKept,
    Forgotten,
    KeptDecision,
    KeptEdit,
    KeptReservation,
    LateParty,
    ListedBookings,
    ListedCustomers,
    ListedDuplicates,
    OpenFollowUps,
    RefreshedBooks,
    Slot,
    UnmergedCustomers,
    Vacancy,
    WaitingParty,
    conversation_kept,
    forgotten,
    kept_decision,
    kept_edit,
    kept_reservation,
    late_party,
    listed_bookings,
    listed_customers,
    listed_duplicates,
    open_follow_ups,
    refreshed_books,
    slot,
    unmerged_customers,
    vacancy,
    waiting_party,
)
from ..generated.nouns import Customer, FloorPlan, HandedOver, Period, ReservationPolicy, TalkPolicy

__all__ = [
    "CallDesk",
    "KeptAgents",
    "KeptCallFacts",
    "KeptCustomers",
    "KeptRestaurants",
    "Outbox",
    "ReservationDesk",
    "Retention",
    "TalkDesk",
    "ToolDesk",
]


class Outbox(AwaitedAsking):
    """What is to be sent."""

    __slots__ = ()

    async def due(self, until: When, *, limit: int = 100, after: str | None = None) -> DueMessages:
        """What is due by a time, the oldest first. `after` is the `next` of the page before."""
        page = await self._ask("find_messages", **_due(until, limit, after))
        messages = (OutboxMessage(**{**one, "due": time(one["due"])}) for one in page["messages"])
        return DueMessages(tuple(messages), page["next"])

    async def drop(self, messages: Sequence[OutboxMessage], request: KeepRequest) -> int:
        """Forgets messages that were sent, and says how many were still there."""
        sent: int = (await self._ask("drop_messages", messages=_messages(messages), **request.to_dict()))["sent"]
        return sent


class CallDesk(AwaitedAsking):
    """Keeps calls, found by any contact of theirs, and what has to be done after them. Raises `DenwabanError` with
    `unknown_reference` where a call is not kept, and with what is wrong with a change of it.
    """

    __slots__ = ()

    async def open(self, call: Call | Words, request: KeepRequest) -> KeptCall:
        """Keeps a call from now on. One that is kept already is left as it is."""
        words = call.to_dict() if isinstance(call, Call) else call
        return _kept(await self._ask("open_call", call=words, **request.to_dict()))

    async def change(self, contact: str, request: KeepRequest, **changes: Any) -> KeptCall:
        """Makes changes together, in the order in which they stand; each is as the method of its name has it."""
        return _kept(await self._ask("change_call", contact=contact, change=changes, **request.to_dict()))

    async def apply(self, contact: str, occurrences: Iterable[Words], request: KeepRequest) -> KeptCall:
        """Adds what happened, each with `id`, `event` and `at`. What is known already changes nothing."""
        return await self.change(contact, request, apply=list(occurrences))

    async def note(self, contact: str, notes: str, request: KeepRequest) -> KeptCall:
        """Keeps free text, in place of what was there."""
        return await self.change(contact, request, note=notes)

    async def draft(
        self, contact: str, dispositions: Sequence[Words], request: KeepRequest, *, policy: Words | None = None
    ) -> KeptCall:
        """Keeps what is being typed, complete or not."""
        return await self.change(contact, request, draft=_without_none(dispositions=dispositions, policy=policy))

    async def extend(self, contact: str, request: KeepRequest, *, policy: Words | None = None) -> KeptCall:
        """Gives the agent more time to wrap up."""
        return await self.change(contact, request, extend=_without_none(policy=policy))

    async def complete(
        self,
        contact: str,
        request: KeepRequest,
        *,
        by: str,
        dispositions: Sequence[Words] | None = None,
        policy: Words | None = None,
    ) -> KeptCall:
        """Records these dispositions, or the drafts, and closes the call."""
        change = _without_none(dispositions=dispositions, policy=policy, by=by)
        return await self.change(contact, request, complete=change)

    async def expire(self, contact: str, request: KeepRequest, *, by: str, policy: Words | None = None) -> KeptCall:
        """What becomes of a call whose time for wrap-up is up."""
        return await self.change(contact, request, expire=_without_none(policy=policy, by=by))

    async def amend(
        self, contact: str, dispositions: Sequence[Words], request: KeepRequest, *, by: str, reason: str = ""
    ) -> KeptCall:
        """Puts other dispositions in the place of those recorded, and keeps what stood before."""
        return await self.change(contact, request, amend={"dispositions": dispositions, "by": by, "reason": reason})

    async def promise(self, contact: str, number: str, at: When, request: KeepRequest, *, by: str) -> KeptCall:
        """Promises to call back."""
        return await self.change(contact, request, promise={"number": number, "at": _text_of(at), "by": by})

    async def assign(
        self,
        contact: str,
        request: KeepRequest,
        *,
        restaurant: str | None = None,
        customer: str | None = None,
        agent: str | None = None,
        booking: str | None = None,
    ) -> KeptCall:
        """Whose call it turns out to be, and what it led to. What is not said stays."""
        whose = _without_none(restaurant=restaurant, customer=customer, agent=agent, booking=booking)
        return await self.change(contact, request, assign=whose)

    async def transfer(self, contact: str, to: str, request: KeepRequest) -> KeptCall:
        """Another contact of the same call."""
        return await self.change(contact, request, transfer=to)

    async def find(self, contact: str) -> KeptCall | None:
        words = await self._ask("find_call", contact=contact)
        return words and _kept(words)

    async def calls(
        self,
        *,
        restaurant: str | None = None,
        date: DateWords | None = None,
        customer: str | None = None,
        order: Literal["ascending", "descending"] = "descending",
        limit: int = 50,
        after: str | None = None,
    ) -> KeptCalls:
        """Those of a restaurant that were opened on a date of its clocks, or a customer's. `limit` is 1 to 100; `after`
        is the `next` of the page before.
        """
        day = None if date is None else _date_text(date)
        whose = _without_none(restaurant=restaurant, date=day, customer=customer)
        page = await self._ask("find_calls", order=order, limit=limit, after=after, **whose)
        return KeptCalls(tuple(map(_kept, page["calls"])), page["next"])

    async def follow_ups(self, until: When, *, limit: int = 100, after: str | None = None) -> OpenFollowUps:
        """What is not done and due by a time, the oldest first."""
        return open_follow_ups(await self._ask("find_follow_ups", **_due(until, limit, after)))

    async def finish_follow_up(self, contact: str, name: str, request: KeepRequest, *, by: str) -> KeptCall:
        return _kept(await self._ask("finish_follow_up", contact=contact, name=name, by=by, **request.to_dict()))


class KeptRestaurants(AwaitedAsking):
    """Restaurants, found by id and by each of their lines, in the form that `Restaurant.from_json` reads."""

    __slots__ = ()

    async def put(
        self, restaurant: Union[Restaurant, Words], request: KeepRequest, *, was: Union[Restaurant, Words, None] = None
    ) -> Words:
        """In place of what was kept; with `was`, as it was read before, only what is otherwise is changed. Raises
        `duplicate_number` at a line that is another restaurant's, `stale` at what somebody else has changed since.
        """
        asked = _without_none(restaurant=_words_of(restaurant), was=_words_of(was))
        kept: Words = await self._ask("put_restaurant", **asked, **request.to_dict())
        return kept

    async def find(self, id: str) -> Words | None:
        found: Words | None = await self._ask("find_restaurant", id=id)
        return found

    async def by_number(self, number: str) -> Words | None:
        """The restaurant that answers on a number, however it is written."""
        found: Words | None = await self._ask("find_restaurant", number=number)
        return found

    async def all(self, *, limit: int = 50, after: str | None = None) -> ListedRestaurants:
        """A page of all that were put since denwaban lists them, by id. `after` is the `next` of the page before."""
        page = await self._ask("list_restaurants", limit=limit, after=after)
        return ListedRestaurants(tuple(page["restaurants"]), page["next"])

    async def put_book_template(
        self,
        restaurant: str,
        floor_plan: FloorPlan,
        request: KeepRequest,
        *,
        policy: ReservationPolicy | None = None,
        was: BookTemplate | None = None,
    ) -> BookTemplate:
        """With `was`, as it was read before, only what is otherwise is changed. Kept day books follow it, but for parts
        that were edited for their date.
        """
        made = _without_none(floor_plan=floor_plan, policy=policy, was=was and was._asdict())
        return BookTemplate(**await self._ask("put_book_template", restaurant=restaurant, **made, **request.to_dict()))

    async def book_template(self, restaurant: str) -> BookTemplate | None:
        words = await self._ask("find_book_template", restaurant=restaurant)
        return words and BookTemplate(**words)


class KeptCustomers(AwaitedAsking):
    """Customers, found by id, by each telephone number and by the beginning of each name. A customer is an object of
    JSON, with the keys of `docs/schema/customer.schema.json`.
    """

    __slots__ = ()

    async def put(self, customer: Customer, request: KeepRequest, *, was: Customer | None = None) -> Customer:
        """In place of what was kept, but for visits, of which none is lost; with `was`, as it was read before, only what
        is otherwise is changed. Raises `stale` at what somebody else has changed since.
        """
        kept: Customer = await self._ask(
            "put_customer", **_without_none(customer=customer, was=was), **request.to_dict()
        )
        return kept

    async def merge(self, keep: str, absorb: str, request: KeepRequest, *, who: str | None = None) -> Customer:
        """Makes one record of two: both histories. `who` sees to it."""
        two = _without_none(keep_id=keep, absorb_id=absorb, who=who)
        kept: Customer = await self._ask("merge_customers", **two, **request.to_dict())
        return kept

    async def unmerge(self, id: str, request: KeepRequest) -> UnmergedCustomers:
        """Takes the last merge of a record back: two records, each with its own history. Raises `stale` where that can't
        be told any more."""
        return unmerged_customers(await self._ask("unmerge_customers", id=id, **request.to_dict()))

    async def duplicates(self, *, limit: int = 20, after: str | None = None) -> ListedDuplicates:
        """Pairs who share a number, or a name of more than one word or its reading: who may be one. `limit` is how many
        customers are looked at, 20 at most; what more than 20 share is `crowded`, and not compared. `after` is the `next`
        of the page before."""
        return listed_duplicates(await self._ask("list_duplicates", limit=limit, after=after))

    async def find(self, id: str) -> Customer | None:
        """Follows records that were merged."""
        found: Customer | None = await self._ask("find_customer", id=id)
        return found

    async def erase(self, id: str, now: When) -> Forgotten:
        """Forgets them, step by step until it is done: what they left in books, calls, messages, and the record itself.
        Says how much that was."""
        bookings = calls = messages = 0
        done = False
        while not done:
            step = await self._ask("erase_customer", id=id, now=_text_of(now))
            bookings, calls = (bookings + step["bookings"], calls + step["calls"])
            messages, done = (messages + step["messages"], step["done"])
        return Forgotten(done, bookings, calls, messages, None)

    async def export_data(self, id: str) -> Words:
        """All that is kept of them, as JSON: what `erase` would erase."""
        data: Words = await self._ask("export_customer", id=id)
        return data

    async def by_phone(self, number: str) -> list[Customer]:
        """Whoever has the number, however it is written: at most 100. `all` has all of them."""
        found: list[Customer] = await self._ask("find_customers", phone=number)
        return found

    async def by_name(self, beginning: str, most: int = 20) -> list[Customer]:
        """Those one of whose names, or readings, begins so, however it is written. `most` is 1 to 100."""
        found: list[Customer] = await self._ask("find_customers", name=beginning, most=most)
        return found

    async def all(
        self, *, phone: str | None = None, name: str | None = None, limit: int = 50, after: str | None = None
    ) -> ListedCustomers:
        """A page of all that were put since denwaban lists them; or of those who have a number, or one of whose names
        begins so. `after` is the `next` of the page before."""
        return listed_customers(
            await self._ask("list_customers", limit=limit, after=after, **_without_none(phone=phone, name=name))
        )


class Retention(AwaitedAsking):
    """Who sees to it that old business dates, calls and messages are nobody's."""

    __slots__ = ()

    async def forget_before(self, before: Union[date, str], now: When, *, after: str | None = None) -> Forgotten:
        """One step, a commit at most, of forgetting the people of business dates, calls and messages before a date, which
        is left as it is: for whoever does it every night. Each restaurant begins where it was last done."""
        return forgotten(await self._ask("forget_before", before=_date_text(before), now=_text_of(now), after=after))


class KeptCallFacts(AwaitedAsking):
    """Calls, out of contact records that many readers of a stream get."""

    __slots__ = ()

    async def add(
        self, records: Iterable[Mapping[str, object]], now: When, *, keep: timedelta | None = None
    ) -> AddedRecords:
        """Adds records of one call, as `CallFacts.records_of` has them: in whatever order they come, and however often,
        the answers to the last of them are the same. `keep` is how long they are kept after the call's first: 731 days,
        since Amazon Connect sends records anew for 24 months. Raises `invalid_value` where they are of several calls,
        `too_large` where the call names more than 90 contacts."""
        words = await self._ask("add_contact_records", records=list(records), now=_text_of(now), **_keeping(keep))
        facts = _facts_of(words["records"])
        return AddedRecords(tuple(words["added"]), words["call"], tuple(words["replaced"]), facts)


class KeptAgents(AwaitedAsking):
    """What agents do, out of the records of the agent event stream."""

    __slots__ = ()

    async def follow(self, agent: str, records: Iterable[Mapping[str, object]], now: When) -> AppliedRecords:
        """Adds records of one agent; twice, late or out of order they change nothing."""
        words = await self._ask("follow_agent", agent=agent, records=list(records), now=_text_of(now))
        return AppliedRecords(words["agent"], tuple(words["applied"]), words["state"])

    async def find(self, agent: str, now: When) -> KeptAgent | None:
        """As of a time no earlier than the latest record."""
        words = await self._ask("find_agent", agent=agent, now=_text_of(now))
        if words is None:
            return None
        times = {state: timedelta(milliseconds=time) for state, time in words["times"].items()}
        return KeptAgent(words["agent"], words["state"], words["latest"] and _agent_now(words["latest"]), times)


class ReservationDesk(AwaitedAsking, Commands[Coroutine[Any, Any, KeptDecision]]):
    """Takes and changes reservations of any restaurant that a ledger keeps: the book, where the reservation is found,
    its customer's visits and the messages are written together.

    Whoever gives a command (`By`, or `DeskBy` with what is to be sent) needs a key, and the same key always gets the
    same answer. Raises `DenwabanError` with every reason of a refusal: `no_seat`, `beyond_limit`, `not_allowed`,
    `undecided`; with `unknown_reference` for what is not kept, `contended` where others were faster every time.
    """

    __slots__ = ()

    async def decide(
        self, command: Words, *, restaurant: str | None = None, date: DateWords | None = None, **order: Any
    ) -> KeptDecision:
        """A command as data: `{"do": "book", ..., "by": {...}}`, upon the book named here, or the one that has its
        `booking`. What else there may be: `messages`, `keep`.
        """
        where = _without_none(restaurant=restaurant, date=None if date is None else _date_text(date))
        return kept_decision(await self._ask("decide", command=command, **where, **order))

    async def _do(self, what: str, by: By, **command: Any) -> KeptDecision:
        where = {key: command.pop(key) for key in ("restaurant", "date") if key in command}
        return await self.decide({"do": what, "by": by.to_dict(), **command}, **where, **_order(by))

    async def move(self, booking: str, date: DateWords, by: By, **changes: Unpack[WishChanges]) -> KeptDecision:
        """Moves a reservation to another date, as it stands or with other `changes`: out of one book and into the other
        at once, or not at all.
        """
        command = {"do": "change", "booking": booking, "by": by.to_dict(), **changes}
        return kept_decision(await self._ask("move_booking", date=_date_text(date), command=command, **_order(by)))

    async def change(self, booking: str, by: By, **changes: Unpack[DeskChanges]) -> KeptDecision:
        """Changes `begin`, `party` and what else a wish has; what is not said stays. With a `date` it is `move`."""
        words: Words = {**changes}
        if "date" in words and "restaurant" not in words:
            return await self.move(booking, words.pop("date"), by, **words)
        return await self._do("change", by, booking=booking, **words)

    async def book(
        self, id: str, party: Party, begin: str, by: By, *, restaurant: str, date: DateWords, **wanted: Unpack[Wanted]
    ) -> KeptDecision:
        """Takes a reservation. What else there may be: `details`, `commitment`, `held_until`, and what a wish has."""
        where = _where(restaurant, date)
        return await self._do("book", by, id=id, party=party, begin=begin, **where, **wanted)

    async def book_group(
        self,
        group: str,
        party: Party,
        begin: str,
        parts: Sequence[Words],
        by: By,
        *,
        restaurant: str,
        date: DateWords,
        **wanted: Unpack[Wanted],
    ) -> KeptDecision:
        """Takes a party that sits at several tables, or nobody, as `DayBook.book_group` has it."""
        whole = {"group": group, "party": party, "begin": begin, "parts": list(parts), **wanted}
        return await self._do("book_group", by, **whole, **_where(restaurant, date))

    async def walk_in(
        self, id: str, party: Party, by: By, *, restaurant: str, date: DateWords, **wanted: Unpack[WalkedIn]
    ) -> KeptDecision:
        """Seats a party that stands at the door."""
        return await self._do("walk_in", by, id=id, party=party, **_where(restaurant, date), **wanted)

    async def block_table(
        self, table: str, begin: str, end: str, by: By, *, restaurant: str, date: DateWords, note: str = ""
    ) -> KeptDecision:
        block = {"table": table, "begin": begin, "end": end, "note": note}
        return await self._do("block", by, **block, **_where(restaurant, date))

    async def unblock_table(self, table: str, begin: str, by: By, *, restaurant: str, date: DateWords) -> KeptDecision:
        return await self._do("unblock", by, table=table, begin=begin, **_where(restaurant, date))

    async def _edit(self, by: By, where: Words, **edit: Any) -> KeptEdit:
        given = {**edit, "by": by.to_dict()}
        return kept_edit(await self._ask("edit_day_book", edit=given, **where, **_remembered(by)))

    async def replace_floor_plan(
        self, plan: FloorPlan, by: By, *, restaurant: str, date: DateWords, renamed: Mapping[str, str] | None = None
    ) -> KeptEdit:
        """`renamed` says which tables have other names now: `{"A": "窓1"}`."""
        return await self._edit(by, _where(restaurant, date), floor_plan=plan, **_renamed(renamed))

    async def replace_policy(self, policy: ReservationPolicy, by: By, *, restaurant: str, date: DateWords) -> KeptEdit:
        return await self._edit(by, _where(restaurant, date), policy=policy)

    async def replace_periods(self, periods: Sequence[Period], by: By, *, restaurant: str, date: DateWords) -> KeptEdit:
        return await self._edit(by, _where(restaurant, date), periods=list(periods))

    async def refresh_day_books(
        self,
        restaurant: str,
        request: KeepRequest,
        *,
        since: DateWords,
        limit: int = 20,
        after: DateWords | None = None,
    ) -> RefreshedBooks:
        """Brings kept books from a date on up to their restaurant's hours and template, as they would be by themselves
        when something is next decided upon them, and says whom that hurts. `after` is the `next` of the page before.
        """
        page = _without_none(after=None if after is None else _date_text(after))
        asked = {"restaurant": restaurant, "from": _date_text(since), "limit": limit, **page, **request.to_dict()}
        return refreshed_books(await self._ask("refresh_day_books", **asked))

    async def business_date(self, restaurant: str, now: When) -> date:
        """The business date whose book a moment belongs to: at 00:10, the evening before."""
        return date.fromisoformat((await self._ask("business_date", restaurant=restaurant, now=_text_of(now)))["date"])

    async def availability(
        self,
        party: Party | None = None,
        *,
        restaurant: str,
        date: DateWords,
        now: When,
        **question: Unpack[AvailabilityQuestion],
    ) -> tuple[Slot, ...]:
        """As `DayBook.availability`."""
        asked = _asked_of(party, now, question)
        return tuple(map(slot, await self._ask("availability", question=asked, **_where(restaurant, date))))

    async def vacancies(
        self,
        party: Party | None = None,
        *,
        restaurant: str,
        since: DateWords,
        until: DateWords,
        now: When,
        **question: Unpack[AvailabilityQuestion],
    ) -> tuple[Vacancy, ...]:
        """What each business date from `since` to `until`, up to 31, has for a party: a calendar of vacancies."""
        dates = {"from": _date_text(since), "to": _date_text(until)}
        asked = _asked_of(party, now, question)
        return tuple(map(vacancy, await self._ask("vacancies", restaurant=restaurant, question=asked, **dates)))

    async def propose(
        self,
        party: Party | None,
        begin: str,
        *,
        restaurant: str,
        date: DateWords,
        now: When,
        other_days: Iterable[DateWords] = (),
        **question: Unpack[ProposalQuestion],
    ) -> Proposal:
        """As `DayBook.propose`; `other_days` are at most 14 dates."""
        asked = {"begin": begin, **_asked_of(party, now, question)}
        others = [_date_text(day) for day in other_days]
        return _proposal(await self._ask("propose", question=asked, other_days=others, **_where(restaurant, date)))

    async def late_parties(
        self, *, restaurant: str, date: DateWords, now: When, grace: int = 0
    ) -> tuple[LateParty, ...]:
        """As `DayBook.late_parties`."""
        asked = {"now": _text_of(now), "grace": grace}
        parties = await self._ask("late_parties", question=asked, **_where(restaurant, date))
        return tuple(map(late_party, parties))

    async def waiting_list(
        self, *, restaurant: str, date: DateWords, now: When, moves: int | None = None
    ) -> tuple[WaitingParty, ...]:
        """As `DayBook.waiting_list`."""
        question = _waiting_question(now, moves)
        return tuple(map(waiting_party, await self._ask("waiting_list", question=question, **_where(restaurant, date))))

    async def _google(self, what: str, request: Document, now: When, **more: Any) -> Words:
        answer: Words = await self._ask(f"google_{what}", request=_google_words(request), now=_text_of(now), **more)
        return answer

    async def google_batch_availability_lookup(self, request: Document, *, now: When) -> Words:
        """Answers BatchAvailabilityLookup of Google's Maps Booking API v3; merchants are restaurants that are kept."""
        return await self._google("batch_availability_lookup", request, now)

    async def google_create_booking(self, request: Document, *, id: str, now: When) -> Words:
        """Answers CreateBooking, once for an `idempotency_token`; `id` is for the new booking. The slot is on the
        business date of its restaurant; a user whom nobody keeps becomes a customer."""
        return await self._google("create_booking", request, now, id=id)

    async def google_update_booking(self, request: Document, *, now: When) -> Words:
        """Answers UpdateBooking, also to another date."""
        return await self._google("update_booking", request, now)

    async def google_booking_status(self, request: Document, *, now: When) -> Words:
        """Answers GetBookingStatus."""
        return await self._google("booking_status", request, now)

    async def google_list_bookings(self, request: Document, *, now: When) -> Words:
        """Answers ListBookings: a user's, from yesterday on."""
        return await self._google("list_bookings", request, now)

    async def day_book(self, restaurant: str, date: DateWords) -> DayBook:
        """As it is kept, or as it would begin."""
        return DayBook.from_json(await self._ask("find_day_book", **_where(restaurant, date)))

    async def find(self, booking: str) -> KeptReservation | None:
        """None where no book has it."""
        words = await self._ask("find_booking", id=booking)
        return None if words is None else kept_reservation(words)

    async def bookings(
        self,
        *,
        restaurant: str | None = None,
        phone: str | None = None,
        customer: str | None = None,
        first: DateWords | None = None,
        last: DateWords | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> ListedBookings:
        """A page of the reservations of some dates (`first` to `last`), by date, restaurant and time, of one restaurant
        or all, with a number or without; of those for which a number was given since denwaban lists them; or of a
        customer's. Also of those that came to nothing. `after` is the `next` of the page before.
        """
        dates = _without_none(**{"from": first and _date_text(first), "to": last and _date_text(last)})
        whose = _without_none(restaurant=restaurant, phone=phone, customer=customer)
        return listed_bookings(await self._ask("list_bookings", limit=limit, after=after, **whose, **dates))


class TalkDesk(AwaitedAsking):
    """Holds a restaurant's conversations upon a ledger that keeps its books: what a conversation wants to know is asked
    there, what it decides is done there under its own request keys, so that a turn that comes twice books once. What
    the ledger can't tell hands over to a human. Whoever calls keeps the conversation between two turns.

    `policy` is how the restaurant wants it (docs/conversation.md): `manner`, `largest_party`, `answers`, ...; `humans`
    is when somebody can take over, always if it is left out. `handed_over` is told what the agent sees, and
    in `denwaban.aio` awaited, where `hear_lex` or `hear_flow` has a human take over, before that is answered.
    """

    __slots__ = ("_handed_over", "_talk")

    def __init__(
        self,
        ledger: AnyLedger,
        restaurant: Restaurant,
        *,
        policy: Union[TalkPolicy, None] = None,
        humans: Union[Hours, None] = None,
        handed_over: Union[Callable[[HandedOver], object], None] = None,
        deadline: Union[float, None] = None,
        observe: Union[Observe, None] = None,
    ) -> None:
        super().__init__(ledger, deadline=deadline, observe=observe)
        self._handed_over = handed_over
        self._talk = TalkCore(restaurant, policy or {}, humans)

    async def greet(self, id: str, now: Moment, *, caller: str = "not_given", language: str = "japanese") -> TalkTurn:
        """A call is answered. No two have the same `id`; `caller` is a number in any form, or what a telephone system
        says where it shows none."""
        return _turn(loads(self._talk.greet({"id": id, "caller": caller, "language": language}, now)))

    async def hear(
        self, conversation: Document, now: Moment, *, id: str = "", text: str = "", keys: str = ""
    ) -> TalkTurn:
        """Understands what is said, or keyed (`1930#`), and answers it. The same `id` again is answered as before."""
        return _turn(
            await self._settled(self._talk.hear(conversation, {"id": id, "text": text, "keys": keys}, now), now)
        )

    async def hear_lex(self, event: Document, now: Moment) -> dict[str, Any]:
        """Answers what Lex V2 sends to a code hook: what to say and how to listen, and the conversation among the
        session's attributes, or in the ledger for an hour where they have no room for it. It is greeted where nobody
        has spoken yet. Once it is over, the attribute `next` is `end` or `queue`, and with that `handOver` and
        `notes`."""
        step = await self._told(await self._heard(self._talk.hear_lex, event, now), now)
        response: dict[str, Any] = await self._response(self._talk.answer_lex(event, step["conversation"], now))
        return response

    async def hear_flow(self, event: Document, now: Moment) -> dict[str, str]:
        """The same for a contact flow without a bot: its parameter `input` is what "Store customer input" took, and the
        flow keeps the answer's `denwaban` as an attribute of the contact."""
        step = await self._told(await self._heard(self._talk.hear_flow, event, now), now)
        attributes: dict[str, str] = await self._response(self._talk.answer_flow(step["conversation"], now))
        return attributes

    async def keep(self, conversation: Conversation, now: When) -> ConversationKept:
        """Keeps a conversation in the ledger between two turns, for an hour, for whoever has no place for it."""
        return conversation_kept(await self._ask("keep_conversation", conversation=conversation, now=_text_of(now)))

    async def kept(self, id: str) -> Union[Conversation, None]:
        """A conversation as it was kept last; None where it never was, or is gone."""
        found: Union[Conversation, None] = await self._ask("find_conversation", id=id)
        return found

    async def _heard(self, hear: Callable[[Document, Document, Moment], str], event: Document, now: Moment) -> str:
        """What `hear` makes of a conversation that goes along, or that the ledger keeps."""
        text = hear(event, "", now)
        find = loads(text).get("find")
        return text if find is None else hear(event, dumps(await self._answer_of(find)), now)

    async def _response(self, text: str) -> Any:
        """A response, once what has no room in it is kept."""
        step = loads(text)
        if "keep" in step:
            await self._answer_of(step["keep"])
        return step["response"]

    async def _told(self, text: str, now: Moment) -> dict[str, Any]:
        """A step, once whoever wants to know has been told that a human takes over."""
        step = await self._settled(text, now)
        if step["hand_over"] and self._handed_over is not None:
            await self._tell(self._handed_over, step["hand_over"])
        return step

    async def _settled(self, text: str, now: Moment) -> dict[str, Any]:
        """A step, once nothing is left to ask."""
        step: dict[str, Any] = loads(text)
        while "ask" in step:
            step = loads(self._talk.given(step["conversation"], await self._answer_to(step["ask"]), now))
        return step

    async def _answer_to(self, errand: Mapping[str, Any]) -> Any:
        try:
            return await self._answer_of(errand)
        except DenwabanError as error:
            return _failure(error)

    async def _answer_of(self, errand: Mapping[str, Any]) -> Any:
        ((name, document),) = errand.items()
        return await self._ask(name, **document)


class ToolDesk(AwaitedAsking):
    """Calls tools for language models (docs/tools.md). What reads is free; what writes needs the token of a read-back."""

    __slots__ = ()

    @staticmethod
    def list() -> tuple[dict[str, Any], ...]:
        """Every tool there is: `name`, `title`, `description`, `effect`, `destructive`, `token_of`, `inputSchema`,
        `outputSchema`."""
        return tuple(_table()["tools"])

    @staticmethod
    def instructions() -> str:
        """What a model is told before it is given any tool."""
        return str(_table()["instructions"])

    async def call(
        self, restaurant: str, tool: str, arguments: Mapping[str, object], caller: ToolCaller, now: When
    ) -> Words:
        """What a tool answers, as its output schema has it. A token again is answered as the first time."""
        answer: Words = await self._ask(
            "call_tool",
            restaurant=restaurant,
            tool=tool,
            arguments=dict(arguments),
            now=_text_of(now),
            **caller.to_dict(),
        )
        return answer
