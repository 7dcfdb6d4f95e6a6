"""Whoever asks something of a ledger: an errand of `docs/ledger.md` for each question. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Callable, NamedTuple, Union

from ._agents import Moment
from ._commands import Words, _text_of
from ._ledger import Ledger, Observe, run
from ._told import time

When = Union[Moment, str]


class OutboxMessage(NamedTuple):
    """Something to send: a hand-over note, a reminder. It is kept with its cause, until it is dropped as sent."""

    id: str
    """Whoever receives it knows it by this: it may come twice."""
    due: When
    channel: str = ""
    """The sender's words: mail, line, sms."""
    to: str = ""
    text: str = ""


@dataclass(frozen=True)
class KeepRequest:
    """Who asks for something to be kept."""

    now: When
    key: str = ""
    """The same again gets the same answer."""
    keep: timedelta | None = None
    """How long the answer is remembered: a day, if it is left out."""

    def to_dict(self) -> Words:
        words: Words = {"now": _text_of(self.now)}
        if self.key:
            words["key"] = self.key
        return {**words, **_keeping(self.keep)}


def _keeping(keep: timedelta | None) -> Words:
    return {} if keep is None else {"keep": int(keep.total_seconds())}


def _messages(messages: Sequence[OutboxMessage]) -> list[Words]:
    return [{**message._asdict(), "due": _text_of(message.due)} for message in messages]


def _due(until: When, limit: int, after: str | None) -> Words:
    return {"until": _text_of(until), "limit": limit, "after": after}


def _without_none(**words: Any) -> Words:
    return {key: value for key, value in words.items() if value is not None}


class Asking:
    __slots__ = ("_deadline", "_ledger", "_observe")

    def __init__(self, ledger: Ledger, *, deadline: float | None = None, observe: Observe | None = None) -> None:
        """`deadline` and `observe` are those of `run`."""
        self._ledger = ledger
        self._deadline = deadline
        self._observe = observe

    def _ask(self, errand: str, **document: Any) -> Any:
        return run(self._ledger, {errand: document}, deadline=self._deadline, observe=self._observe)

    def _tell(self, whom: Callable[[Any], object], what: Any) -> None:
        whom(what)


class DueMessages(NamedTuple):
    """Some of what is due."""

    messages: tuple[OutboxMessage, ...]
    next: str | None
    """Where the next page begins; None after the last."""


class Outbox(Asking):
    """What is to be sent."""

    __slots__ = ()

    def due(self, until: When, *, limit: int = 100, after: str | None = None) -> DueMessages:
        """What is due by a time, the oldest first. `after` is the `next` of the page before."""
        page = self._ask("find_messages", **_due(until, limit, after))
        messages = (OutboxMessage(**{**one, "due": time(one["due"])}) for one in page["messages"])
        return DueMessages(tuple(messages), page["next"])

    def drop(self, messages: Sequence[OutboxMessage], request: KeepRequest) -> int:
        """Forgets messages that were sent, and says how many were still there."""
        sent: int = self._ask("drop_messages", messages=_messages(messages), **request.to_dict())["sent"]
        return sent
