"""The reservation book, as Python has it: questions and answers cross as JSON in the core's own words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Callable, Literal, NamedTuple, Union

from . import _denwaban
from ._agents import Document, Moment
from ._commands import (
    AvailabilityQuestion,
    By,
    Commands,
    Party,
    ProposalQuestion,
    Unpack,
    WalkedIn,
    Wanted,
    Words,
    _text_of,
)
from .generated.answers import (
    Alternative,
    Exceeded,
    Hurt,
    LateParty,
    Obstacle,
    Slot,
    TableMove,
    WaitingParty,
    alternative,
    exceeded,
    hurt,
    late_party,
    slot,
    table_move,
    waiting_party,
)
from .generated.nouns import FloorPlan, Period, Reservation, ReservationPolicy


class Proposal(NamedTuple):
    """Whether a party can come; if not, why, and what it could have instead."""

    answer: Literal["possible", "impossible", "undecided"]
    end: str | None
    tables: tuple[str, ...]
    moved: tuple[TableMove, ...]
    exceeded: tuple[Exceeded, ...]
    """Limits that warn, or that were overridden; where it is impossible, those that stand in the way."""
    obstacles: tuple[Obstacle, ...]
    """What alone would have to go, where nobody can be seated."""
    alternatives: tuple[Alternative, ...]


class Decision(NamedTuple):
    """A book after a decision."""

    book: DayBook
    booking: str
    """Empty where it was about none."""
    moved: tuple[TableMove, ...]
    exceeded: tuple[Exceeded, ...]
    """Limits that warn, and those that were overridden."""


class Edited(NamedTuple):
    """A book after an edit, and everybody whom it hurts."""

    book: DayBook
    hurt: tuple[Hurt, ...]
    moved: tuple[TableMove, ...]
    """Others who got another table, so that somebody who lost theirs has one."""


class GoogleAnswer(NamedTuple):
    """Google's answer, and the book after it."""

    book: DayBook
    """As it was, where the answer is a failure."""
    booking: str | None
    response: Words
    """To be sent with status 200."""


def _asked_of(party: Party | None, now: Union[Moment, str], question: Mapping[str, object]) -> Words:
    return {**({} if party is None else {"party": party}), "now": _text_of(now), **question}


def _waiting_question(now: Union[Moment, str], moves: int | None) -> Words:
    return {"now": _text_of(now), **({} if moves is None else {"moves": moves})}


def _renamed(names: Mapping[str, str] | None) -> Words:
    if names is None:
        return {}
    return {"renamed": [{"from": before, "to": after} for before, after in names.items()]}


def _proposal(words: Words) -> Proposal:
    return Proposal(
        words["answer"],
        words.get("end"),
        tuple(words.get("tables", ())),
        tuple(map(table_move, words.get("moved", ()))),
        tuple(map(exceeded, words.get("exceeded") or words.get("limits") or ())),
        tuple(words.get("obstacles", ())),
        tuple(map(alternative, words["alternatives"])),
    )


class DayBook(Commands[Decision]):
    """The reservations of one restaurant on one business date. Immutable: what is decided gives a new one, or raises
    `DenwabanError` with every reason: `no_seat`, `beyond_limit`, `not_allowed`, `undecided`.
    """

    __slots__ = ("_core",)
    _core: _denwaban.DayBookCore

    def __init__(self, core: _denwaban.DayBookCore) -> None:
        self._core = core

    @staticmethod
    def from_json(source: Document) -> DayBook:
        return DayBook(_denwaban.DayBookCore.from_json(source))

    @property
    def restaurant(self) -> str:
        return self._core.restaurant()

    @property
    def date(self) -> date:
        return date.fromisoformat(self._core.date())

    @property
    def zone(self) -> str:
        return self._core.zone()

    @property
    def version(self) -> int:
        """One more with every decision."""
        return self._core.version()

    @property
    def reservations(self) -> list[Reservation]:
        reservations: list[Reservation] = self.to_dict()["reservations"]
        return reservations

    def reservation(self, booking: str) -> Reservation | None:
        found = self._core.reservation(booking)
        words: Reservation | None = None if found is None else json.loads(found)
        return words

    def availability(
        self, party: Party | None = None, *, now: Union[Moment, str], **question: Unpack[AvailabilityQuestion]
    ) -> tuple[Slot, ...]:
        """Every start on the grid from `first` to `last`. `moves` is the budget for each start; without it nobody moves.
        What else a wish has: `needs`, `course`, `channel`, `turn`, `wanted_tables`. With `changing` it is for a change of
        that booking, which is no obstacle to itself; what is not said, the party too, is as the booking has it.
        """
        return tuple(map(slot, json.loads(self._core.availability(_asked_of(party, now, question)))))

    def propose(
        self,
        party: Party | None,
        begin: str,
        *,
        now: Union[Moment, str],
        other_days: Iterable[DayBook] = (),
        **question: Unpack[ProposalQuestion],
    ) -> Proposal:
        """Whether a party can come; if not, why, and what it could have instead. What else a question has: `overrides`,
        `budget`, `changing` as `availability` has it, and what a wish has.
        """
        asked = {"begin": begin, **_asked_of(party, now, question)}
        return _proposal(json.loads(self._core.propose(asked, [day._core for day in other_days])))

    def late_parties(self, *, now: Union[Moment, str], grace: int = 0) -> tuple[LateParty, ...]:
        """Who was to come `grace` minutes ago or earlier and of whom nobody is there, the latest first."""
        words = json.loads(self._core.late_parties({"now": _text_of(now), "grace": grace}))
        return tuple(map(late_party, words))

    def waiting_list(self, *, now: Union[Moment, str], moves: int | None = None) -> tuple[WaitingParty, ...]:
        """Who waits, whoever has waited longest first, and what they could have now: to call, and to `take_up`."""
        return tuple(map(waiting_party, json.loads(self._core.waiting_list(_waiting_question(now, moves)))))

    def decide(self, command: Document) -> Decision:
        """A command as data: `{"do": "book", ..., "by": {...}}`."""
        core, said = self._core.decide(command)
        words = json.loads(said)
        moved, passed = tuple(map(table_move, words["moved"])), tuple(map(exceeded, words["exceeded"]))
        return Decision(DayBook(core), words["booking"], moved, passed)

    def _do(self, what: str, by: By, **command: Any) -> Decision:
        return self.decide({"do": what, "by": by.to_dict(), **command})

    def book(self, id: str, party: Party, begin: str, by: By, **wanted: Unpack[Wanted]) -> Decision:
        """Takes a reservation. What else there may be: `details`, `commitment`, `held_until`, and what a wish has; of who
        waits `latest`, the last start that suits them.
        """
        return self._do("book", by, id=id, party=party, begin=begin, **wanted)

    def book_group(
        self, group: str, party: Party, begin: str, parts: Sequence[Words], by: By, **wanted: Unpack[Wanted]
    ) -> Decision:
        """Takes a party that sits at several tables, or nobody: `parts` have an `id`, a `party` and perhaps
        `wanted_tables`, and add up to `party`. What else there may be: as `book` has it.
        """
        return self._do("book_group", by, group=group, party=party, begin=begin, parts=list(parts), **wanted)

    def walk_in(self, id: str, party: Party, by: By, **wanted: Unpack[WalkedIn]) -> Decision:
        """Seats a party that stands at the door."""
        return self._do("walk_in", by, id=id, party=party, **wanted)

    def block_table(self, table: str, begin: str, end: str, by: By, note: str = "") -> Decision:
        return self._do("block", by, table=table, begin=begin, end=end, note=note)

    def unblock_table(self, table: str, begin: str, by: By) -> Decision:
        return self._do("unblock", by, table=table, begin=begin)

    def _edit(self, by: By, **edit: Any) -> Edited:
        core, said = self._core.edit({**edit, "by": by.to_dict()})
        words = json.loads(said)
        return Edited(DayBook(core), tuple(map(hurt, words["hurt"])), tuple(map(table_move, words["moved"])))

    def replace_floor_plan(self, plan: FloorPlan, by: By, renamed: Mapping[str, str] | None = None) -> Edited:
        """`renamed` says which tables have other names now: `{"A": "窓1"}`."""
        return self._edit(by, floor_plan=plan, **_renamed(renamed))

    def replace_policy(self, policy: ReservationPolicy, by: By) -> Edited:
        return self._edit(by, policy=policy)

    def replace_periods(self, periods: Sequence[Period], by: By) -> Edited:
        return self._edit(by, periods=list(periods))

    def google_create_booking(self, request: Document, *, id: str, now: Moment) -> GoogleAnswer:
        """Answers CreateBooking of Google's Maps Booking API v3."""
        core, booking, response = self._core.google_create(request, id, now)
        return GoogleAnswer(DayBook(core), booking or None, json.loads(response))

    def google_update_booking(self, request: Document, *, now: Moment) -> GoogleAnswer:
        """Answers UpdateBooking: a cancellation, or another slot or party."""
        core, booking, response = self._core.google_update(request, now)
        return GoogleAnswer(DayBook(core), booking or None, json.loads(response))

    def to_schema_org(self, booking: str, restaurant: str) -> Words | None:
        """A FoodEstablishmentReservation in JSON-LD."""
        text = self._core.to_schema_org(booking, restaurant)
        words: Words | None = None if text is None else json.loads(text)
        return words

    def to_json(self) -> str:
        return self._core.to_json()

    def to_csv(self) -> str:
        """All reservations in the order in which they come, as `bookings_csv` has them."""
        return self._core.to_csv()

    def to_dict(self) -> Words:
        words: Words = json.loads(self.to_json())
        return words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DayBook) and self._core == other._core

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Callable[[Document], DayBook], tuple[str]]:
        return DayBook.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        return f"<denwaban.DayBook of {self.restaurant} on {self.date}, version {self.version}>"


def google_batch_availability_lookup(
    request: Document, *, books: Iterable[DayBook], now: Moment, zone: str = "Asia/Tokyo"
) -> Words:
    """Answers BatchAvailabilityLookup out of the books at hand, which name their restaurants as `merchant_id` does."""
    text = _denwaban.google_batch_availability_lookup(request, [book._core for book in books], zone, now)
    answer: Words = json.loads(text)
    return answer


def google_booking_date(request: Document, *, zone: str = "Asia/Tokyo") -> date:
    """The date on which the slot of a CreateBooking or UpdateBooking begins."""
    return date.fromisoformat(_denwaban.google_booking_date(request, zone))


def read_schema_org_reservation(source: Document, *, zone: str = "Asia/Tokyo") -> Words:
    """What a FoodEstablishmentReservation of schema.org says; times as the restaurant's clocks show them. `unread` has
    the places of what else it says.
    """
    words: Words = json.loads(_denwaban.read_schema_org_reservation(source, zone))
    return words
