"""What language models call, on a ledger."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Union

from ._asking import Asking, When
from ._commands import Words, _text_of
from ._denwaban import tools_json


@dataclass(frozen=True)
class ToolCaller:
    """For whom tools are called. The model says none of it: whoever runs it does."""

    session: str
    """The contact, chat or connection; tokens are good within it."""
    actor: str = "guest"
    """`guest`, `agent` or `restaurant`"""
    who: str = ""
    """An agent's or a member of staff's name or id."""
    limits: Union[Mapping[str, int], None] = None
    """How much the session may do: `bookings`, `covers`, `days`, `notes`, `misses`; `hold` and `lapse` in seconds. What is
    left out is as by default of the actor."""
    phone: Union[str, None] = None
    """That the call shows. A guest is told unasked of a table of theirs only under this number."""

    def to_dict(self) -> Words:
        words: Words = {"session": self.session, "actor": self.actor, "who": self.who, "phone": self.phone}
        return {**words, "limits": dict(self.limits)} if self.limits is not None else words


def _table() -> Words:
    table: Words = json.loads(tools_json())
    return table


class ToolDesk(Asking):
    """Calls tools for language models (docs/tools.md). What reads is free; what writes needs the token of a read-back."""

    __slots__ = ()

    @staticmethod
    def list() -> tuple[dict[str, Any], ...]:
        """Every tool there is: `name`, `title`, `description`, `effect`, `destructive`, `token_of`, `inputSchema`,
        `outputSchema`."""
        return tuple(_table()["tools"])

    @staticmethod
    def instructions() -> str:
        """What a model is told before it is given any tool."""
        return str(_table()["instructions"])

    def call(self, restaurant: str, tool: str, arguments: Mapping[str, object], caller: ToolCaller, now: When) -> Words:
        """What a tool answers, as its output schema has it. A token again is answered as the first time."""
        answer: Words = self._ask(
            "call_tool",
            restaurant=restaurant,
            tool=tool,
            arguments=dict(arguments),
            now=_text_of(now),
            **caller.to_dict(),
        )
        return answer
