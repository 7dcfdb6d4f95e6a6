"""Conversations on a ledger."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from ._agents import Document, Moment
from ._denwaban import TalkCore
from ._errors import DenwabanError
from ._ledger import Ledger, _failure, run

if TYPE_CHECKING:
    from ._denwaban import Hours, Restaurant

Conversation = dict[str, Any]
"""As it is kept between two turns, in the core's words. Only `TalkDesk` changes it."""


class Spoken(NamedTuple):
    """Something to say: as one writes it, and as a whole document for Amazon Polly."""

    text: str
    ssml: str


class TalkTurn(NamedTuple):
    """What is said next, and after which conversation."""

    conversation: Conversation
    say: Spoken
    listen: Union[dict[str, Any], None]
    """What to listen for: `asked`, `hints`, `keypad`, `barge_in`. None where the conversation is over."""
    hand_over: Union[dict[str, Any], None]
    """What the agent sees where a human takes over; `notes` is the same in lines."""


class TalkDesk:
    """Holds a restaurant's conversations upon a ledger that keeps its books: what a conversation wants to know is asked
    there, what it decides is done there under its own request keys, so that a turn that comes twice books once. What
    the ledger can't tell hands over to a human. Whoever calls keeps the conversation between two turns.

    `policy` is how the restaurant wants it (docs/conversation.md): `manner`, `largest_party`, `answers`, ...; `humans`
    is when somebody can take over, always if it is left out.
    """

    def __init__(
        self,
        ledger: Ledger,
        restaurant: Restaurant,
        *,
        policy: Union[Mapping[str, Any], None] = None,
        humans: Union[Hours, None] = None,
        deadline: Union[float, None] = None,
    ) -> None:
        self._ledger = ledger
        self._talk = TalkCore(restaurant, policy or {}, humans)
        self._deadline = deadline

    def greet(self, id: str, now: Moment, *, caller: str = "not_given", language: str = "japanese") -> TalkTurn:
        """A call is answered. No two have the same `id`; `caller` is a number in any form, or what a telephone system
        says where it shows none."""
        return _turn(json.loads(self._talk.greet({"id": id, "caller": caller, "language": language}, now)))

    def hear(self, conversation: Document, now: Moment, *, id: str = "", text: str = "", keys: str = "") -> TalkTurn:
        """Understands what is said, or keyed (`1930#`), and answers it. The same `id` again is answered as before."""
        step = json.loads(self._talk.hear(conversation, {"id": id, "text": text, "keys": keys}, now))
        while "ask" in step:
            step = json.loads(self._talk.given(step["conversation"], self._answer_to(step["ask"]), now))
        return _turn(step)

    def _answer_to(self, errand: Document) -> Any:
        try:
            return run(self._ledger, errand, deadline=self._deadline)
        except DenwabanError as error:
            return _failure(error)


def _turn(words: Mapping[str, Any]) -> TalkTurn:
    return TalkTurn(words["conversation"], Spoken(**words["say"]), words["listen"], words["hand_over"])
