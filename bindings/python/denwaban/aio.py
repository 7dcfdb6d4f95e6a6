"""Agents' notices for `asyncio`: `async for agent, notice in agent_notices(records): ...`"""

from __future__ import annotations

from typing import AsyncIterable, AsyncIterator, Callable, MutableMapping

from ._agents import AgentTimeline, Document, Notice, _notices_of

__all__ = ["agent_notices"]


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
