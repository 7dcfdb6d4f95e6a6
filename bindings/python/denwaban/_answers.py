from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from ._denwaban import PhoneNumber
from ._states import State
from .generated.words import (
    CallerSource,
    Cause,
    ClosingFate,
    FindingKind,
    HolidayKind,
    PassedOverReason,
    Precedence,
    Weight,
)


class Horizon(NamedTuple):
    """The business dates that hours can speak of, both included."""

    first: datetime.date
    last: datetime.date


class LastOrders(NamedTuple):
    """ラストオーダー of a service, and when the last party is let in (最終入店)."""

    food: datetime.datetime | None
    drink: datetime.datetime | None
    entry: datetime.datetime | None


class Opening(NamedTuple):
    """A stretch of being open, or of possibly being open."""

    begins: datetime.datetime
    ends: datetime.datetime
    state: State
    service: str | None
    business_date: datetime.date


class MatchedRule(NamedTuple):
    """A rule that applies to a date, by its place among the rules."""

    rule: int
    precedence: Precedence
    label: str


class MatchedClosing(NamedTuple):
    """A regular closing that has to do with a date, by its place among the closings."""

    closing: int
    fate: ClosingFate
    other: datetime.date | None
    """Where it moved from or to."""
    label: str


class Explanation(NamedTuple):
    """Why a date is as it is: all that spoke, who won, and what came of it."""

    date: datetime.date
    holiday: str | None
    """祝日"""
    eve_of: str | None
    """祝前日: tomorrow's 祝日, if the rules count the eve."""
    day_after: str | None
    """祝後日: yesterday's."""
    projected: bool
    """Whether the year's holidays are not officially published yet."""
    rules: tuple[MatchedRule, ...]
    winner: int | None
    """The rule that wins, by its place among the rules."""
    closings: tuple[MatchedClosing, ...]
    openings: tuple[Opening, ...]
    reason: str
    cause: Cause


class Holiday(NamedTuple):
    """A 祝日, and by what it is one."""

    date: datetime.date
    name: str
    kind: HolidayKind


class PhoneLine(NamedTuple):
    """A number that callers dial."""

    number: PhoneNumber
    label: str


class Finding(NamedTuple):
    """Something that a reader or a writer of rules has to say of its work."""

    kind: FindingKind
    weight: Weight
    """`note`: nothing of the hours is lost. `doubt`: it may mean otherwise. `loss`: not understood, or not said."""
    message: str
    where: str
    """Of a text, the range of its bytes in UTF-8 (`12-15`); of a document or of rules, a JSON pointer; or empty."""
    words: str
    """The words themselves."""
    part: Literal["open", "close", ""]
    """Which of the texts handed in, if there are two."""
    dates: tuple[datetime.date, ...]
    """The dates that it costs, if they can be named."""

    def __str__(self) -> str:
        place = " ".join(filter(None, (self.part, self.where)))
        words = f": {self.words}" if self.words else ""
        return f"{place}{place and ': '}{self.message}{words} [{self.kind}, {self.weight}]"


class RulesWriting(NamedTuple):
    """Rules written in another form, and all that it could not say."""

    text: str
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        return self.text


class JapaneseListing(NamedTuple):
    """Rules as a listing puts them, and all that it could not say."""

    open: str
    """営業時間, a line for each group of days."""
    close: str
    """定休日"""
    findings: tuple[Finding, ...]


class PassedOver(NamedTuple):
    """A number, or a source of numbers, that was passed over."""

    source: CallerSource
    number: str
    """As it was given; empty if there was none."""
    reason: PassedOverReason


class ChosenCaller(NamedTuple):
    """The number that a callee sees (発信者番号), and why."""

    number: PhoneNumber
    source: CallerSource
    queue: str | None
    """The ARN of the queue that shows it."""
    label: str
    passed_over: tuple[PassedOver, ...]
    """Every number before it."""


class NoCaller(NamedTuple):
    """No number may be shown, for these reasons."""

    passed_over: tuple[PassedOver, ...]
