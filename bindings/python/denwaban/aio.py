"""For `asyncio`: agents' notices, `async for agent, notice in agent_notices(records): ...`, and desks that are awaited,
`await ReservationDesk(ledger).find("b1")`, on any ledger: one that blocks, as `SqliteLedger` and `DynamoDbLedger` do, is
asked in a thread of the loop's executor.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, MutableMapping
from typing import Callable

from ._agents import AgentTimeline, Document, _notices_of
from ._awaiting import AsyncLedger, InThreads, run
from .generated.answers import Notice
from .generated.awaited import (
    CallDesk,
    KeptAgents,
    KeptCallFacts,
    KeptCustomers,
    KeptRestaurants,
    Outbox,
    ReservationDesk,
    Retention,
    TalkDesk,
    ToolDesk,
)

__all__ = [
    "AsyncLedger",
    "CallDesk",
    "InThreads",
    "KeptAgents",
    "KeptCallFacts",
    "KeptCustomers",
    "KeptRestaurants",
    "Outbox",
    "ReservationDesk",
    "Retention",
    "TalkDesk",
    "ToolDesk",
    "agent_notices",
    "run",
]


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
