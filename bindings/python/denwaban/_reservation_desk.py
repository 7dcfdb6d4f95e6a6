"""Reservations on a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Union

from ._agents import Document
from ._asking import Asking, KeepRequest, OutboxMessage, When, _keeping, _messages, _without_none
from ._commands import (
    AvailabilityQuestion,
    By,
    Changes,
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
from ._day_books import (
    DayBook,
    Proposal,
    _asked_of,
    _proposal,
    _renamed,
    _waiting_question,
)
from .generated.answers import (
    KeptDecision,
    KeptEdit,
    KeptReservation,
    LateParty,
    ListedBookings,
    RefreshedBooks,
    Slot,
    Vacancy,
    WaitingParty,
    kept_decision,
    kept_edit,
    kept_reservation,
    late_party,
    listed_bookings,
    refreshed_books,
    slot,
    vacancy,
    waiting_party,
)
from .generated.nouns import FloorPlan, Period, ReservationPolicy

DateWords = Union[date, str]


class DeskChanges(Changes, total=False):
    date: DateWords
    """Another business date: the reservation moves."""
    restaurant: str


@dataclass(frozen=True)
class DeskBy(By):
    """Who gives a command to a desk, which remembers the answer by its key, and what is sent if it is taken."""

    messages: Sequence[OutboxMessage] = ()
    keep: timedelta | None = None
    """How long the answer is remembered: a day, if it is left out."""


def _google_words(document: Document) -> Words:
    words: Words = json.loads(document) if isinstance(document, (str, bytes)) else dict(document)
    return words


def _where(restaurant: str, date: DateWords) -> Words:
    return {"restaurant": restaurant, "date": _date_text(date)}


def _remembered(by: By) -> Words:
    return _keeping(by.keep) if isinstance(by, DeskBy) else {}


class ReservationDesk(Asking, Commands[KeptDecision]):
    """Takes and changes reservations of any restaurant that a ledger keeps: the book, where the reservation is found,
    its customer's visits and the messages are written together.

    Whoever gives a command (`By`, or `DeskBy` with what is to be sent) needs a key, and the same key always gets the
    same answer. Raises `DenwabanError` with every reason of a refusal: `no_seat`, `beyond_limit`, `not_allowed`,
    `undecided`; with `unknown_reference` for what is not kept, `contended` where others were faster every time.
    """

    __slots__ = ()

    def decide(
        self, command: Words, *, restaurant: str | None = None, date: DateWords | None = None, **order: Any
    ) -> KeptDecision:
        """A command as data: `{"do": "book", ..., "by": {...}}`, upon the book named here, or the one that has its
        `booking`. What else there may be: `messages`, `keep`.
        """
        where = _without_none(restaurant=restaurant, date=None if date is None else _date_text(date))
        return kept_decision(self._ask("decide", command=command, **where, **order))

    def _do(self, what: str, by: By, **command: Any) -> KeptDecision:
        where = {key: command.pop(key) for key in ("restaurant", "date") if key in command}
        return self.decide({"do": what, "by": by.to_dict(), **command}, **where, **_order(by))

    def move(self, booking: str, date: DateWords, by: By, **changes: Unpack[WishChanges]) -> KeptDecision:
        """Moves a reservation to another date, as it stands or with other `changes`: out of one book and into the other
        at once, or not at all.
        """
        command = {"do": "change", "booking": booking, "by": by.to_dict(), **changes}
        return kept_decision(self._ask("move_booking", date=_date_text(date), command=command, **_order(by)))

    def change(self, booking: str, by: By, **changes: Unpack[DeskChanges]) -> KeptDecision:
        """Changes `begin`, `party` and what else a wish has; what is not said stays. With a `date` it is `move`."""
        words: Words = {**changes}
        if "date" in words and "restaurant" not in words:
            return self.move(booking, words.pop("date"), by, **words)
        return self._do("change", by, booking=booking, **words)

    def book(
        self, id: str, party: Party, begin: str, by: By, *, restaurant: str, date: DateWords, **wanted: Unpack[Wanted]
    ) -> KeptDecision:
        """Takes a reservation. What else there may be: `details`, `commitment`, `held_until`, and what a wish has."""
        where = _where(restaurant, date)
        return self._do("book", by, id=id, party=party, begin=begin, **where, **wanted)

    def book_group(
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
        return self._do("book_group", by, **whole, **_where(restaurant, date))

    def walk_in(
        self, id: str, party: Party, by: By, *, restaurant: str, date: DateWords, **wanted: Unpack[WalkedIn]
    ) -> KeptDecision:
        """Seats a party that stands at the door."""
        return self._do("walk_in", by, id=id, party=party, **_where(restaurant, date), **wanted)

    def block_table(
        self, table: str, begin: str, end: str, by: By, *, restaurant: str, date: DateWords, note: str = ""
    ) -> KeptDecision:
        block = {"table": table, "begin": begin, "end": end, "note": note}
        return self._do("block", by, **block, **_where(restaurant, date))

    def unblock_table(self, table: str, begin: str, by: By, *, restaurant: str, date: DateWords) -> KeptDecision:
        return self._do("unblock", by, table=table, begin=begin, **_where(restaurant, date))

    def _edit(self, by: By, where: Words, **edit: Any) -> KeptEdit:
        given = {**edit, "by": by.to_dict()}
        return kept_edit(self._ask("edit_day_book", edit=given, **where, **_remembered(by)))

    def replace_floor_plan(
        self, plan: FloorPlan, by: By, *, restaurant: str, date: DateWords, renamed: Mapping[str, str] | None = None
    ) -> KeptEdit:
        """`renamed` says which tables have other names now: `{"A": "窓1"}`."""
        return self._edit(by, _where(restaurant, date), floor_plan=plan, **_renamed(renamed))

    def replace_policy(self, policy: ReservationPolicy, by: By, *, restaurant: str, date: DateWords) -> KeptEdit:
        return self._edit(by, _where(restaurant, date), policy=policy)

    def replace_periods(self, periods: Sequence[Period], by: By, *, restaurant: str, date: DateWords) -> KeptEdit:
        return self._edit(by, _where(restaurant, date), periods=list(periods))

    def refresh_day_books(
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
        return refreshed_books(self._ask("refresh_day_books", **asked))

    def business_date(self, restaurant: str, now: When) -> date:
        """The business date whose book a moment belongs to: at 00:10, the evening before."""
        return date.fromisoformat(self._ask("business_date", restaurant=restaurant, now=_text_of(now))["date"])

    def availability(
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
        return tuple(map(slot, self._ask("availability", question=asked, **_where(restaurant, date))))

    def vacancies(
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
        return tuple(map(vacancy, self._ask("vacancies", restaurant=restaurant, question=asked, **dates)))

    def propose(
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
        return _proposal(self._ask("propose", question=asked, other_days=others, **_where(restaurant, date)))

    def late_parties(self, *, restaurant: str, date: DateWords, now: When, grace: int = 0) -> tuple[LateParty, ...]:
        """As `DayBook.late_parties`."""
        asked = {"now": _text_of(now), "grace": grace}
        parties = self._ask("late_parties", question=asked, **_where(restaurant, date))
        return tuple(map(late_party, parties))

    def waiting_list(
        self, *, restaurant: str, date: DateWords, now: When, moves: int | None = None
    ) -> tuple[WaitingParty, ...]:
        """As `DayBook.waiting_list`."""
        question = _waiting_question(now, moves)
        return tuple(map(waiting_party, self._ask("waiting_list", question=question, **_where(restaurant, date))))

    def _google(self, what: str, request: Document, now: When, **more: Any) -> Words:
        answer: Words = self._ask(f"google_{what}", request=_google_words(request), now=_text_of(now), **more)
        return answer

    def google_batch_availability_lookup(self, request: Document, *, now: When) -> Words:
        """Answers BatchAvailabilityLookup of Google's Maps Booking API v3; merchants are restaurants that are kept."""
        return self._google("batch_availability_lookup", request, now)

    def google_create_booking(self, request: Document, *, id: str, now: When) -> Words:
        """Answers CreateBooking, once for an `idempotency_token`; `id` is for the new booking. The slot is on the
        business date of its restaurant; a user whom nobody keeps becomes a customer."""
        return self._google("create_booking", request, now, id=id)

    def google_update_booking(self, request: Document, *, now: When) -> Words:
        """Answers UpdateBooking, also to another date."""
        return self._google("update_booking", request, now)

    def google_booking_status(self, request: Document, *, now: When) -> Words:
        """Answers GetBookingStatus."""
        return self._google("booking_status", request, now)

    def google_list_bookings(self, request: Document, *, now: When) -> Words:
        """Answers ListBookings: a user's, from yesterday on."""
        return self._google("list_bookings", request, now)

    def day_book(self, restaurant: str, date: DateWords) -> DayBook:
        """As it is kept, or as it would begin."""
        return DayBook.from_json(self._ask("find_day_book", **_where(restaurant, date)))

    def find(self, booking: str) -> KeptReservation | None:
        """None where no book has it."""
        words = self._ask("find_booking", id=booking)
        return None if words is None else kept_reservation(words)

    def bookings(
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
        return listed_bookings(self._ask("list_bookings", limit=limit, after=after, **whose, **dates))


def _order(by: By) -> Words:
    messages = {"messages": _messages(by.messages)} if isinstance(by, DeskBy) else {}
    return {**_remembered(by), **messages}
