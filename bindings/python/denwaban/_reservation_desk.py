"""Reservations on a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, Union

from ._agents import Document
from ._asking import Asking, KeepRequest, OutboxMessage, When, _keeping, _messages, _without_none
from ._commands import By, Commands, Party, Words, _date_text, _text_of
from ._day_books import (
    DayBook,
    Exceeded,
    Hurt,
    LateParty,
    Proposal,
    Slot,
    TableMove,
    WaitingParty,
    _asked_of,
    _exceeded,
    _hurt,
    _moved,
    _proposal,
    _renamed,
    _slots,
    _waiting_list,
    _waiting_question,
)

DateWords = Union[date, str]
BookPart = Literal["floor_plan", "policy", "periods"]


@dataclass(frozen=True)
class DeskBy(By):
    """Who gives a command to a desk, which remembers the answer by its key, and what is sent if it is taken."""

    messages: Sequence[OutboxMessage] = ()
    keep: timedelta | None = None
    """How long the answer is remembered: a day, if it is left out."""


class KeptDecision(NamedTuple):
    """What was decided, and how the reservation stands after it."""

    restaurant: str
    date: date
    version: int
    """Of the book after it."""
    booking: str
    """Empty where it was about none."""
    reservation: Words | None
    moved: tuple[TableMove, ...]
    exceeded: tuple[Exceeded, ...]
    """Limits that warn, and those that were overridden."""
    hurt: tuple[Hurt, ...] = ()
    """Whom it hurts that the book follows what its restaurant's hours and floor plan have become."""
    group: tuple[Words, ...] = ()
    """All of the reservation's group, where it has one."""


class RefreshedBook(NamedTuple):
    """A kept book that differs from its restaurant's hours and template, and what became of it."""

    date: date
    version: int
    changed: tuple[BookPart, ...]
    """Parts that follow the restaurant now."""
    own: tuple[BookPart, ...]
    """Parts that were edited for the date, and were left as they are."""
    hurt: tuple[Hurt, ...]
    moved: tuple[TableMove, ...]


class RefreshedBooks(NamedTuple):
    """Those of a page of books that differ."""

    books: tuple[RefreshedBook, ...]
    next: date | None
    """What the next page comes after; None after the last."""


class KeptEdit(NamedTuple):
    """A book that was edited, and everybody whom it hurts."""

    restaurant: str
    date: date
    version: int
    hurt: tuple[Hurt, ...]
    moved: tuple[TableMove, ...]
    """Others who got another table, so that somebody who lost theirs has one."""


class KeptReservation(NamedTuple):
    """Where a reservation stands, and how."""

    restaurant: str
    date: date
    reservation: Words


class ListedBookings(NamedTuple):
    """Some of the reservations that were asked for. It may hold fewer than the limit, even none, and not be the last."""

    bookings: tuple[KeptReservation, ...]
    next: str | None
    """What the next page comes after; None after the last."""


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
        return _decision(self._ask("decide", command=command, **where, **order))

    def _do(self, what: str, by: By, **command: Any) -> KeptDecision:
        where = {key: command.pop(key) for key in ("restaurant", "date") if key in command}
        return self.decide({"do": what, "by": by.to_dict(), **command}, **where, **_order(by))

    def move(self, booking: str, date: DateWords, by: By, **changes: Any) -> KeptDecision:
        """Moves a reservation to another date, as it stands or with other `changes`: out of one book and into the other
        at once, or not at all.
        """
        command = {"do": "change", "booking": booking, "by": by.to_dict(), **changes}
        return _decision(self._ask("move_booking", date=_date_text(date), command=command, **_order(by)))

    def change(self, booking: str, by: By, **changes: Any) -> KeptDecision:
        """Changes `begin`, `party` and what else a wish has; what is not said stays. With a `date` it is `move`."""
        if "date" in changes and "restaurant" not in changes:
            return self.move(booking, changes.pop("date"), by, **changes)
        return self._do("change", by, booking=booking, **changes)

    def book(
        self, id: str, party: Party, begin: str, by: By, *, restaurant: str, date: DateWords, **wanted: Any
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
        **wanted: Any,
    ) -> KeptDecision:
        """Takes a party that sits at several tables, or nobody, as `DayBook.book_group` has it."""
        whole = {"group": group, "party": party, "begin": begin, "parts": list(parts), **wanted}
        return self._do("book_group", by, **whole, **_where(restaurant, date))

    def walk_in(
        self, id: str, party: Party, by: By, *, restaurant: str, date: DateWords, **wanted: Any
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
        words = self._ask("edit_day_book", edit=given, **where, **_remembered(by))
        day = date.fromisoformat(words["date"])
        hurt, moved = _hurt(words["hurt"]), _moved(words["moved"])
        return KeptEdit(words["restaurant"], day, words["version"], hurt, moved)

    def replace_floor_plan(
        self, plan: Words, by: By, *, restaurant: str, date: DateWords, renamed: Mapping[str, str] | None = None
    ) -> KeptEdit:
        """`renamed` says which tables have other names now: `{"A": "窓1"}`."""
        return self._edit(by, _where(restaurant, date), floor_plan=plan, **_renamed(renamed))

    def replace_policy(self, policy: Words, by: By, *, restaurant: str, date: DateWords) -> KeptEdit:
        return self._edit(by, _where(restaurant, date), policy=policy)

    def replace_periods(self, periods: Sequence[Words], by: By, *, restaurant: str, date: DateWords) -> KeptEdit:
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
        words = self._ask("refresh_day_books", **asked)
        next_page = words["next"] and date.fromisoformat(words["next"])
        return RefreshedBooks(tuple(_refreshed(book) for book in words["books"]), next_page)

    def business_date(self, restaurant: str, now: When) -> date:
        """The business date whose book a moment belongs to: at 00:10, the evening before."""
        return date.fromisoformat(self._ask("business_date", restaurant=restaurant, now=_text_of(now))["date"])

    def availability(
        self, party: Party | None = None, *, restaurant: str, date: DateWords, now: When, **question: Any
    ) -> tuple[Slot, ...]:
        """As `DayBook.availability`."""
        asked = _asked_of(party, now, question)
        return _slots(self._ask("availability", question=asked, **_where(restaurant, date)))

    def propose(
        self,
        party: Party | None,
        begin: str,
        *,
        restaurant: str,
        date: DateWords,
        now: When,
        other_days: Iterable[DateWords] = (),
        **question: Any,
    ) -> Proposal:
        """As `DayBook.propose`; `other_days` are at most 14 dates."""
        asked = {"begin": begin, **_asked_of(party, now, question)}
        others = [_date_text(day) for day in other_days]
        return _proposal(self._ask("propose", question=asked, other_days=others, **_where(restaurant, date)))

    def late_parties(self, *, restaurant: str, date: DateWords, now: When, grace: int = 0) -> tuple[LateParty, ...]:
        """As `DayBook.late_parties`."""
        asked = {"now": _text_of(now), "grace": grace}
        parties = self._ask("late_parties", question=asked, **_where(restaurant, date))
        return tuple(LateParty(**one) for one in parties)

    def waiting_list(
        self, *, restaurant: str, date: DateWords, now: When, moves: int | None = None
    ) -> tuple[WaitingParty, ...]:
        """As `DayBook.waiting_list`."""
        question = _waiting_question(now, moves)
        return _waiting_list(self._ask("waiting_list", question=question, **_where(restaurant, date)))

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
        if words is None:
            return None
        return _reservation(words)

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
        page = self._ask("list_bookings", limit=limit, after=after, **whose, **dates)
        return ListedBookings(tuple(map(_reservation, page["bookings"])), page["next"])


def _reservation(words: Words) -> KeptReservation:
    return KeptReservation(words["restaurant"], date.fromisoformat(words["date"]), words["reservation"])


def _order(by: By) -> Words:
    messages = {"messages": _messages(by.messages)} if isinstance(by, DeskBy) else {}
    return {**_remembered(by), **messages}


def _refreshed(words: Words) -> RefreshedBook:
    return RefreshedBook(
        date.fromisoformat(words["date"]),
        words["version"],
        tuple(words["changed"]),
        tuple(words["own"]),
        _hurt(words["hurt"]),
        _moved(words["moved"]),
    )


def _decision(words: Words) -> KeptDecision:
    return KeptDecision(
        words["restaurant"],
        date.fromisoformat(words["date"]),
        words["version"],
        words["booking"],
        words["reservation"],
        _moved(words["moved"]),
        _exceeded(words["exceeded"]),
        _hurt(words.get("hurt", ())),
        tuple(words.get("group", ())),
    )
