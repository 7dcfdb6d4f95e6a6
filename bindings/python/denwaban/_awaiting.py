"""Ledgers that are awaited, and whoever asks something of one."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Sequence
from typing import Any, Callable, Protocol, Union

from ._agents import Document
from ._errors import DenwabanError
from ._ledger import (
    CommitResult,
    Ledger,
    LedgerCommit,
    LedgerDocument,
    LedgerKey,
    LedgerPage,
    LedgerQuery,
    Observe,
    _Effort,
    _failure,
    _Until,
    _Work,
)
from ._ledger import run as _run


class AsyncLedger(Protocol):
    """As `denwaban.Ledger`, awaited."""

    async def read(self, keys: Sequence[LedgerKey]) -> Sequence[Union[LedgerDocument, None]]: ...

    async def query(self, query: LedgerQuery) -> LedgerPage: ...

    async def commit(self, commit: LedgerCommit) -> CommitResult: ...


AnyLedger = Union[AsyncLedger, Ledger]


async def _done(ledger: AsyncLedger, what: str, about: Any, until: _Until) -> Any:
    if what == "pause":
        return await asyncio.sleep(until.within(about))
    try:
        return await getattr(ledger, what)(about)
    except DenwabanError as error:
        return _failure(error)


def _blocking(ledger: AnyLedger) -> Ledger | None:
    """The ledger, if it blocks."""
    return None if inspect.iscoroutinefunction(ledger.read) else ledger  # type: ignore[return-value]


async def run(
    ledger: AnyLedger, errand: Document, *, deadline: float | None = None, observe: Observe | None = None
) -> Any:
    """As `denwaban.run`. A ledger that blocks does all of it in one thread of the loop's executor, `observe` too; what is
    cancelled there is not awaited, but done."""
    blocking = ledger.ledger if isinstance(ledger, InThreads) else _blocking(ledger)
    if blocking is not None:
        return await asyncio.to_thread(_run, blocking, errand, deadline=deadline, observe=observe)
    until = _Until(deadline)
    work = _Work(errand)
    with _Effort(observe, errand) as effort:
        while task := work.task():
            effort.retries += task[0] == "pause"
            work.give(await _done(ledger, *task, until))  # type: ignore[arg-type]
            if work.task() and until.is_over():
                work.give_up(deadline)
        return work.answer()


class InThreads:
    """A ledger that blocks, in threads of the loop's executor. What is cancelled is not awaited, but done."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    async def read(self, keys: Sequence[LedgerKey]) -> Sequence[Union[LedgerDocument, None]]:
        return await asyncio.to_thread(self.ledger.read, keys)

    async def query(self, query: LedgerQuery) -> LedgerPage:
        return await asyncio.to_thread(self.ledger.query, query)

    async def commit(self, commit: LedgerCommit) -> CommitResult:
        return await asyncio.to_thread(self.ledger.commit, commit)


class AwaitedAsking:
    __slots__ = ("_deadline", "_ledger", "_observe")

    def __init__(self, ledger: AnyLedger, *, deadline: float | None = None, observe: Observe | None = None) -> None:
        """`deadline` and `observe` are those of `run`."""
        self._ledger = ledger
        self._deadline = deadline
        self._observe = observe

    async def _ask(self, errand: str, **document: Any) -> Any:
        return await run(self._ledger, {errand: document}, deadline=self._deadline, observe=self._observe)

    async def _tell(self, whom: Callable[[Any], object], what: Any) -> None:
        told = whom(what)
        if inspect.isawaitable(told):
            await told
