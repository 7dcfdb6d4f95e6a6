"""Calls and what they were about, as Python has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Callable, Literal, NamedTuple, Union

from . import _denwaban
from ._agents import Document, Moment, _moment
from ._commands import _text_of
from ._errors import Problem
from .generated.answers import ContactNotice, Notice

CallEvent = Literal["answered", "held", "resumed", "ended", "missed", "rejected", "failed", "contact_gone"]
"""What happens to a call outside the desk: wrap-up is completed by `complete` and `expire` alone."""
Dispositions = Union[str, bytes, Sequence[Mapping[str, Any]]]

hand_over_templates: dict[str, str] = _denwaban.hand_over_templates
"""`mail_subject`, `mail`, `line`, `print`: templates of the note to the restaurant (申し送り)."""


def call_event_of(notice: Notice | str) -> CallEvent | None:
    """What a contact's notice, or its kind, says to its call; None where it says nothing."""
    if isinstance(notice, str):
        return _denwaban.call_event_of(notice)  # type: ignore[return-value]
    if not isinstance(notice, ContactNotice) or notice.overheard:
        return None
    return _denwaban.call_event_of(notice.kind)  # type: ignore[return-value]


class FollowUp(NamedTuple):
    """Something to do after a call, and by when."""

    code: str
    what: Literal["tell_restaurant", "call_back_at", "escalate"]
    to: str | None
    due: datetime


class CallStep(NamedTuple):
    """A call after an occurrence, and what the desk does about it."""

    call: Call
    effect: str | None


class ContactAttributes(NamedTuple):
    """Attributes for UpdateContactAttributes, and the keys of those that had to be shortened."""

    attributes: dict[str, str]
    shortened: tuple[str, ...]


class Catalogue:
    """The codes that a centre records calls with, in one version. Immutable."""

    __slots__ = ("_core",)
    _core: _denwaban.CatalogueCore

    def __init__(self, core: _denwaban.CatalogueCore) -> None:
        self._core = core

    @staticmethod
    def default() -> Catalogue:
        """What restaurants in Japan are called about."""
        return Catalogue(_denwaban.CatalogueCore.default())

    @staticmethod
    def from_json(source: Document) -> Catalogue:
        return Catalogue(_denwaban.CatalogueCore.from_json(source))

    def changed(self, changes: Document) -> Catalogue:
        """The catalogue of a chain or a restaurant. What is removed is retired, because old records have it."""
        return Catalogue(self._core.changed(changes))

    def check(
        self, dispositions: Dispositions, completeness: Literal["draft", "code", "with_data"] = "with_data"
    ) -> tuple[Problem, ...]:
        """All that is wrong with dispositions."""
        return tuple(Problem(*problem) for problem in self._core.check(dispositions, completeness))

    @property
    def version(self) -> str:
        """Of these codes, as whoever made them calls it."""
        version: str = self.to_dict()["version"]
        return version

    @property
    def entries(self) -> list[dict[str, Any]]:
        """What calls can be about, as `docs/schema/catalogue.schema.json` has it."""
        entries: list[dict[str, Any]] = self.to_dict()["entries"]
        return entries

    def to_json(self) -> str:
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        words: dict[str, Any] = json.loads(self.to_json())
        return words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Catalogue) and self._core == other._core

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Callable[[Document], Catalogue], tuple[str]]:
        return Catalogue.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        return f"<denwaban.Catalogue {self.version}>"


class Call:
    """A call at the desk, and all that was typed during it. Immutable: each step gives a new one."""

    __slots__ = ("_core",)
    _core: _denwaban.CallCore

    def __init__(self, core: _denwaban.CallCore) -> None:
        self._core = core

    @staticmethod
    def from_json(source: Document) -> Call:
        return Call(_denwaban.CallCore.from_json(source))

    @property
    def state(self) -> Literal["ringing", "talking", "held", "wrapping_up", "closed"]:
        return self._core.state()

    @property
    def outcome(self) -> Literal["open", "talked", "missed", "rejected", "failed", "abandoned"]:
        """`open` until it is answered or over."""
        return self._core.outcome()

    @property
    def answered_at(self) -> datetime | None:
        """When agent and customer were put through; None if they were not."""
        return _moment(self._core.answered_at())

    @property
    def closed_at(self) -> datetime | None:
        """When the desk was done with it; None before."""
        return _moment(self._core.closed_at())

    def apply(self, id: str, event: CallEvent, at: Moment | str) -> CallStep:
        """Adds what happened. What is known already changes nothing; any order gives the same call."""
        call, effect = self._core.apply({"id": id, "event": event, "at": _text_of(at, "/at")})
        return CallStep(Call(call), effect)

    def draft(self, dispositions: Dispositions, *, policy: Document, catalogue: Catalogue | None = None) -> Call:
        """Keeps what is being typed, complete or not."""
        return Call(self._core.draft(dispositions, policy, _of(catalogue)))

    def extend(self, *, policy: Document, at: Moment) -> Call:
        """Gives the agent more time to wrap up."""
        return Call(self._core.extend(policy, at))

    def complete(self, *, policy: Document, by: str, at: Moment, catalogue: Catalogue | None = None) -> Call:
        """Records the drafts and closes the call."""
        return Call(self._core.complete(policy, _of(catalogue), by, at))

    def expire(self, *, policy: Document, by: str, at: Moment, catalogue: Catalogue | None = None) -> Call:
        """What becomes of a call whose time for wrap-up is up. Nothing that was typed is lost."""
        return Call(self._core.expire(policy, _of(catalogue), by, at))

    def amend(
        self,
        dispositions: Dispositions,
        *,
        by: str,
        at: Moment,
        reason: str = "",
        catalogue: Catalogue | None = None,
    ) -> Call:
        """Puts other dispositions in the place of those recorded, and keeps what stood before."""
        return Call(self._core.amend(dispositions, _of(catalogue), by, at, reason))

    def wrap_up_due(self, policy: Document) -> datetime | None:
        """When wrap-up must be complete; None without a timer, and while the call is not being wrapped up."""
        return _moment(self._core.wrap_up_due(policy))

    def follow_ups(self, catalogue: Catalogue | None = None) -> tuple[FollowUp, ...]:
        """What the record demands, the most urgent first."""
        return tuple(_follow_ups(self._core.follow_ups(_of(catalogue))))

    def hand_over(
        self,
        template: str = hand_over_templates["mail"],
        *,
        restaurant: str = "",
        agent: str = "",
        zone: str = "Asia/Tokyo",
        catalogue: Catalogue | None = None,
    ) -> str:
        """The note to the restaurant (申し送り)."""
        return self._core.hand_over(template, _of(catalogue), restaurant, agent, zone)

    def contact_attributes(self, on_too_large: Literal["refuse", "shorten"] = "refuse") -> ContactAttributes:
        """What is written back to the contact of what the call was about."""
        return ContactAttributes(*self._core.contact_attributes(on_too_large))

    def to_json(self) -> str:
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        words: dict[str, Any] = json.loads(self.to_json())
        return words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Call) and self._core == other._core

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Callable[[Document], Call], tuple[str]]:
        return Call.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        return f"<denwaban.Call {self.state}>"


def _of(catalogue: Catalogue | None) -> _denwaban.CatalogueCore:
    return (catalogue or Catalogue.default())._core


def _follow_ups(rows: Iterable[tuple[str, Any, str | None, float]]) -> Iterable[FollowUp]:
    for code, what, to, due in rows:
        moment = _moment(due)
        assert moment is not None
        yield FollowUp(code, what, to, moment)
