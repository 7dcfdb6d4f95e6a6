"""What is done to reservations, and by whom: for a book at hand and for the desk."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Union

from ._agents import Moment
from ._errors import DenwabanError
from .generated.nouns import Guests, ReservationDetails, ReservationParty, _Wish
from .generated.words import Actor, Limit, Whom

if sys.version_info >= (3, 11):
    from typing import Unpack as Unpack
elif TYPE_CHECKING:
    from typing_extensions import Unpack as Unpack
else:
    Unpack = Union  # for whoever asks for the hints of a method

Party = Union[ReservationParty, Guests, Mapping[str, int]]
"""A number counts adults; else as `PartyMembers` has it."""


class WalkedIn(_Wish, total=False):
    """What else may be said of a party that is at the door: what a wish has."""

    details: ReservationDetails


class Wanted(WalkedIn, total=False):
    """What else may be said of a party that books."""

    commitment: Literal["held", "requested", "confirmed", "waiting"]
    held_until: Union[datetime, str]
    """Of what is held; of who waits, until when, if they said so."""
    latest: str
    """Of who waits: the last start that suits them; the first is `begin`."""


class WishChanges(_Wish, total=False):
    """What of a reservation is to be otherwise; what is not said stays."""

    party: Party
    begin: str


class Changes(WishChanges, total=False):
    whom: Whom


class AskedChanges(_Wish, total=False):
    """What else a question has. With `changing` what is not said is as that booking has it."""

    changing: str


class AvailabilityQuestion(AskedChanges, total=False):
    first: str
    last: str
    moves: int
    """The budget for each start; without it nobody moves."""


class ProposalQuestion(AskedChanges, total=False):
    overrides: Sequence[Limit]
    budget: int


Words = dict[str, Any]
"""An object of JSON, with the keys of `docs/schema/day_book.schema.json`."""


def _text_of(at: Union[Moment, str], where: str = "/now") -> str:
    if isinstance(at, str):
        return at
    if isinstance(at, bool) or (isinstance(at, date) and not isinstance(at, datetime)) or at is None:
        raise TypeError(f"a moment is a datetime, seconds, or text, not {type(at).__name__}")
    try:
        moment = at if isinstance(at, datetime) else datetime.fromtimestamp(at, timezone.utc)
        offset = moment.utcoffset()
    except (OverflowError, OSError, ValueError) as error:
        raise DenwabanError([("invalid_value", f"is no time: {error}", where)]) from error
    if offset is None:
        words = "a datetime without a time zone says no moment: give it a tzinfo"
        raise DenwabanError([("naive_datetime", words, where)])
    return moment.isoformat()


def _date_text(day: Union[date, str]) -> str:
    """To a type checker a datetime is a date; it is not said here whose clocks it shows."""
    if isinstance(day, datetime):
        raise TypeError("a date is wanted, not a datetime: say which date you mean with .date()")
    return str(day)


@dataclass(frozen=True)
class By:
    """Who does something to a book, when, and what they take upon themselves."""

    now: Union[Moment, str]
    actor: Actor = "agent"
    who: str = ""
    key: str = ""
    """The same again with the same key changes nothing."""
    overrides: Sequence[str] = ()
    """Limits that may be passed, which is recorded."""
    note: str = ""
    budget: int | None = None
    """How many places the search for seats may look at."""

    def to_dict(self) -> Words:
        words: Words = {"now": _text_of(self.now), "actor": self.actor, "overrides": list(self.overrides)}
        words.update({key: getattr(self, key) for key in ("who", "key", "note", "budget") if getattr(self, key)})
        return words


Decided = TypeVar("Decided", covariant=True)


class Commands(Generic[Decided]):
    """Commands upon a reservation, by its id."""

    __slots__ = ()

    def _do(self, what: str, by: By, **command: Any) -> Decided:
        raise NotImplementedError

    def change(self, booking: str, by: By, **changes: Unpack[Changes]) -> Decided:
        """Changes `begin`, `party` and what else a wish has; what is not said stays. With `whom="group"` all of its
        group come at another `begin`, or nobody.
        """
        return self._do("change", by, booking=booking, **changes)

    def change_details(self, booking: str, details: Words, by: By) -> Decided:
        return self._do("change_details", by, booking=booking, details=details)

    def request(self, booking: str, by: By, whom: Whom = "booking") -> Decided:
        return self._do("request", by, booking=booking, whom=whom)

    def confirm(self, booking: str, by: By, whom: Whom = "booking") -> Decided:
        return self._do("confirm", by, booking=booking, whom=whom)

    def reconfirm(self, booking: str, by: By, whom: Whom = "booking") -> Decided:
        return self._do("reconfirm", by, booking=booking, whom=whom)

    def cancel(self, booking: str, by: By, reason: str | None = None, whom: Whom = "booking") -> Decided:
        return self._do("cancel", by, booking=booking, reason=reason, whom=whom)

    def decline(self, booking: str, by: By, whom: Whom = "booking") -> Decided:
        return self._do("decline", by, booking=booking, whom=whom)

    def miss(self, booking: str, by: By, whom: Whom = "booking") -> Decided:
        """A no-show."""
        return self._do("miss", by, booking=booking, whom=whom)

    def run_late(self, booking: str, by: By, at: str | None = None) -> Decided:
        """Until `at` (`"19:30"`), where the guests say so, nobody is a no-show."""
        return self._do("run_late", by, booking=booking, at=at)

    def arrive_partly(self, booking: str, by: By) -> Decided:
        return self._do("arrive_partly", by, booking=booking)

    def seat(self, booking: str, by: By, tables: Sequence[str] = ()) -> Decided:
        """The guests sit down, at their table or at `tables`."""
        return self._do("sit_down", by, booking=booking, tables=list(tables))

    def finish(self, booking: str, by: By) -> Decided:
        """The guests have left; it may be said days later."""
        return self._do("leave", by, booking=booking)

    def undo(self, booking: str, by: By) -> Decided:
        """Takes back what was said last by mistake: cancelled, declined, missed; left, seated, there in part, late."""
        return self._do("undo", by, booking=booking)

    def renew(self, booking: str, by: By, held_until: Union[datetime, str], whom: Whom = "booking") -> Decided:
        """Holds longer, or lets somebody wait so long; for as long in all as the policy's `longest_hold`."""
        return self._do("renew", by, booking=booking, held_until=_text_of(held_until), whom=whom)

    def take_up(self, booking: str, begin: str, by: By) -> Decided:
        """Who waits takes a start."""
        return self._do("take_up", by, booking=booking, begin=begin)

    def swap_tables(self, booking: str, other: str, by: By) -> Decided:
        """Two parties have each other's tables from now on."""
        return self._do("swap", by, booking=booking, **{"with": other})

    def assign(self, booking: str, by: By) -> Decided:
        return self._do("assign", by, booking=booking)

    def pin(self, booking: str, by: By, tables: Sequence[str] = ()) -> Decided:
        """Promises tables, or the one that the party has."""
        return self._do("pin", by, booking=booking, tables=list(tables))

    def unpin(self, booking: str, by: By) -> Decided:
        return self._do("unpin", by, booking=booking)

    def unassign(self, booking: str, by: By) -> Decided:
        return self._do("unassign", by, booking=booking)
