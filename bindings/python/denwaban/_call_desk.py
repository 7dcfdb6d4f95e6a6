"""Calls on a ledger, and what has to be done after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NamedTuple

from ._asking import Asking, KeepRequest, OutboxMessage, When, _due, _messages, _without_none
from ._calls import Call
from ._commands import Words, _date_text, _text_of
from ._reservation_desk import DateWords
from ._told import time
from .generated.answers import KeptFollowUp, OpenFollowUps, kept_follow_up, open_follow_ups


class KeptCall(NamedTuple):
    """A call as it is kept, and what is to be done after it."""

    opened: datetime
    """When the desk opened it."""
    call: Call
    follow_ups: tuple[KeptFollowUp, ...]


class KeptCalls(NamedTuple):
    """Some of what was asked for."""

    calls: tuple[KeptCall, ...]
    next: str | None
    """Where the next page begins; None after the last."""


@dataclass(frozen=True)
class HandOver:
    """A note to the restaurant (申し送り) to send, written of the call as it then is."""

    id: str
    due: When
    channel: str = ""
    to: str = ""
    template: str | None = None
    """One of `hand_over_templates`, or your own; for mail, if it is left out."""
    restaurant: str = ""
    agent: str = ""
    zone: str = "Asia/Tokyo"

    def to_dict(self) -> Words:
        return _without_none(**{**vars(self), "due": _text_of(self.due)})


@dataclass(frozen=True)
class CallRequest(KeepRequest):
    """Who asks for a change of a call, and what is sent if it is made."""

    messages: Sequence[OutboxMessage] = ()
    hand_overs: Sequence[HandOver] = ()
    catalogue: Words | None = None
    """What the restaurant has otherwise than the default catalogue."""

    def to_dict(self) -> Words:
        words = super().to_dict()
        words["messages"] = _messages(self.messages)
        words["hand_overs"] = [one.to_dict() for one in self.hand_overs]
        return {**words, **_without_none(catalogue=self.catalogue)}


def _kept(words: Words) -> KeptCall:
    follow_ups = tuple(map(kept_follow_up, words["follow_ups"]))
    return KeptCall(time(words["opened"]), Call.from_json(words["call"]), follow_ups)


class CallDesk(Asking):
    """Keeps calls, found by any contact of theirs, and what has to be done after them. Raises `DenwabanError` with
    `unknown_reference` where a call is not kept, and with what is wrong with a change of it.
    """

    __slots__ = ()

    def open(self, call: Call | Words, request: KeepRequest) -> KeptCall:
        """Keeps a call from now on. One that is kept already is left as it is."""
        words = call.to_dict() if isinstance(call, Call) else call
        return _kept(self._ask("open_call", call=words, **request.to_dict()))

    def change(self, contact: str, request: KeepRequest, **changes: Any) -> KeptCall:
        """Makes changes together, in the order in which they stand; each is as the method of its name has it."""
        return _kept(self._ask("change_call", contact=contact, change=changes, **request.to_dict()))

    def apply(self, contact: str, occurrences: Iterable[Words], request: KeepRequest) -> KeptCall:
        """Adds what happened, each with `id`, `event` and `at`. What is known already changes nothing."""
        return self.change(contact, request, apply=list(occurrences))

    def note(self, contact: str, notes: str, request: KeepRequest) -> KeptCall:
        """Keeps free text, in place of what was there."""
        return self.change(contact, request, note=notes)

    def draft(
        self, contact: str, dispositions: Sequence[Words], request: KeepRequest, *, policy: Words | None = None
    ) -> KeptCall:
        """Keeps what is being typed, complete or not."""
        return self.change(contact, request, draft=_without_none(dispositions=dispositions, policy=policy))

    def extend(self, contact: str, request: KeepRequest, *, policy: Words | None = None) -> KeptCall:
        """Gives the agent more time to wrap up."""
        return self.change(contact, request, extend=_without_none(policy=policy))

    def complete(
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
        return self.change(contact, request, complete=change)

    def expire(self, contact: str, request: KeepRequest, *, by: str, policy: Words | None = None) -> KeptCall:
        """What becomes of a call whose time for wrap-up is up."""
        return self.change(contact, request, expire=_without_none(policy=policy, by=by))

    def amend(
        self, contact: str, dispositions: Sequence[Words], request: KeepRequest, *, by: str, reason: str = ""
    ) -> KeptCall:
        """Puts other dispositions in the place of those recorded, and keeps what stood before."""
        return self.change(contact, request, amend={"dispositions": dispositions, "by": by, "reason": reason})

    def promise(self, contact: str, number: str, at: When, request: KeepRequest, *, by: str) -> KeptCall:
        """Promises to call back."""
        return self.change(contact, request, promise={"number": number, "at": _text_of(at), "by": by})

    def assign(
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
        return self.change(contact, request, assign=whose)

    def transfer(self, contact: str, to: str, request: KeepRequest) -> KeptCall:
        """Another contact of the same call."""
        return self.change(contact, request, transfer=to)

    def find(self, contact: str) -> KeptCall | None:
        words = self._ask("find_call", contact=contact)
        return words and _kept(words)

    def calls(
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
        page = self._ask("find_calls", order=order, limit=limit, after=after, **whose)
        return KeptCalls(tuple(map(_kept, page["calls"])), page["next"])

    def follow_ups(self, until: When, *, limit: int = 100, after: str | None = None) -> OpenFollowUps:
        """What is not done and due by a time, the oldest first."""
        return open_follow_ups(self._ask("find_follow_ups", **_due(until, limit, after)))

    def finish_follow_up(self, contact: str, name: str, request: KeepRequest, *, by: str) -> KeptCall:
        return _kept(self._ask("finish_follow_up", contact=contact, name=name, by=by, **request.to_dict()))
