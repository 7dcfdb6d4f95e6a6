"""For `asyncio`: agents' notices, `async for agent, notice in agent_notices(records): ...`, and ledgers that are
awaited, `await run(ledger, errand)`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, MutableMapping, Sequence
from typing import Any, Callable, Protocol, Union

from ._agents import AgentTimeline, Document, Notice, _notices_of
from ._errors import DenwabanError
from ._ledger import (
    CommitResult,
    Ledger,
    LedgerCommit,
    LedgerDocument,
    LedgerKey,
    LedgerPage,
    LedgerQuery,
    SqliteLedger,
    _failure,
    _Work,
)
from ._ledger import run as _run

__all__ = ["AsyncLedger", "InThreads", "agent_notices", "run"]


async def agent_notices(
    records: AsyncIterable[Document],
    timelines: MutableMapping[str, AgentTimeline] | None = None,
    on_error: Callable[[Document, Exception], None] | None = None,
) -> AsyncIterator[tuple[str, Notice]]:
    """As `denwaban.agent_notices_of`, of records that are awaited. Applying one takes microseconds, so nothing is
    handed to a thread."""
    timelines = {} if timelines is None else timelines
    async for record in records:
        for told in _notices_of(record, timelines, on_error):
            yield told


class AsyncLedger(Protocol):
    """As `denwaban.Ledger`, awaited."""

    async def read(self, keys: Sequence[LedgerKey]) -> Sequence[Union[LedgerDocument, None]]: ...

    async def query(self, query: LedgerQuery) -> LedgerPage: ...

    async def commit(self, commit: LedgerCommit) -> CommitResult: ...


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


async def _done(ledger: AsyncLedger, what: str, about: Any) -> Any:
    if what == "pause":
        return await asyncio.sleep(about)
    try:
        return await getattr(ledger, what)(about)
    except DenwabanError as error:
        return _failure(error)


async def run(ledger: Union[AsyncLedger, SqliteLedger], errand: Document) -> Any:
    """As `denwaban.run`; on a `SqliteLedger`, or what is `InThreads`, all of it in one thread."""
    if isinstance(ledger, SqliteLedger):
        return await asyncio.to_thread(ledger.run, errand)
    if isinstance(ledger, InThreads):
        return await asyncio.to_thread(_run, ledger.ledger, errand)
    work = _Work(errand)
    while task := work.task():
        work.give(await _done(ledger, *task))
    return work.answer()
