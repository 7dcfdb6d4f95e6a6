"""Conversations on a ledger."""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps, loads
from typing import Any, Callable, NamedTuple, Union

from ._agents import Document, Moment
from ._asking import Asking, When
from ._commands import _text_of
from ._denwaban import Hours, Restaurant, TalkCore
from ._errors import DenwabanError
from ._ledger import Ledger, Observe, _failure
from .generated.answers import ConversationKept, Spoken, conversation_kept, spoken
from .generated.nouns import HandedOver, Listening, TalkPolicy

Conversation = dict[str, Any]
"""As it is kept between two turns, in the core's words. Only `TalkDesk` changes it."""


class TalkTurn(NamedTuple):
    """What is said next, and after which conversation."""

    conversation: Conversation
    say: Spoken
    listen: Union[Listening, None]
    """None where the conversation is over."""
    hand_over: Union[HandedOver, None]
    """Where a human takes over."""


class TalkDesk(Asking):
    """Holds a restaurant's conversations upon a ledger that keeps its books: what a conversation wants to know is asked
    there, what it decides is done there under its own request keys, so that a turn that comes twice books once. What
    the ledger can't tell hands over to a human. Whoever calls keeps the conversation between two turns.

    `policy` is how the restaurant wants it (docs/conversation.md): `manner`, `largest_party`, `answers`, ...; `humans`
    is when somebody can take over, always if it is left out. `handed_over` is told what the agent sees, and
    in `denwaban.aio` awaited, where `hear_lex` or `hear_flow` has a human take over, before that is answered.
    """

    __slots__ = ("_handed_over", "_talk")

    def __init__(
        self,
        ledger: Ledger,
        restaurant: Restaurant,
        *,
        policy: Union[TalkPolicy, None] = None,
        humans: Union[Hours, None] = None,
        handed_over: Union[Callable[[HandedOver], object], None] = None,
        deadline: Union[float, None] = None,
        observe: Union[Observe, None] = None,
    ) -> None:
        super().__init__(ledger, deadline=deadline, observe=observe)
        self._handed_over = handed_over
        self._talk = TalkCore(restaurant, policy or {}, humans)

    def greet(self, id: str, now: Moment, *, caller: str = "not_given", language: str = "japanese") -> TalkTurn:
        """A call is answered. No two have the same `id`; `caller` is a number in any form, or what a telephone system
        says where it shows none."""
        return _turn(loads(self._talk.greet({"id": id, "caller": caller, "language": language}, now)))

    def hear(self, conversation: Document, now: Moment, *, id: str = "", text: str = "", keys: str = "") -> TalkTurn:
        """Understands what is said, or keyed (`1930#`), and answers it. The same `id` again is answered as before."""
        return _turn(self._settled(self._talk.hear(conversation, {"id": id, "text": text, "keys": keys}, now), now))

    def hear_lex(self, event: Document, now: Moment) -> dict[str, Any]:
        """Answers what Lex V2 sends to a code hook: what to say and how to listen, and the conversation among the
        session's attributes, or in the ledger for an hour where they have no room for it. It is greeted where nobody
        has spoken yet. Once it is over, the attribute `next` is `end` or `queue`, and with that `handOver` and
        `notes`."""
        step = self._told(self._heard(self._talk.hear_lex, event, now), now)
        response: dict[str, Any] = self._response(self._talk.answer_lex(event, step["conversation"], now))
        return response

    def hear_flow(self, event: Document, now: Moment) -> dict[str, str]:
        """The same for a contact flow without a bot: its parameter `input` is what "Store customer input" took, and the
        flow keeps the answer's `denwaban` as an attribute of the contact."""
        step = self._told(self._heard(self._talk.hear_flow, event, now), now)
        attributes: dict[str, str] = self._response(self._talk.answer_flow(step["conversation"], now))
        return attributes

    def keep(self, conversation: Conversation, now: When) -> ConversationKept:
        """Keeps a conversation in the ledger between two turns, for an hour, for whoever has no place for it."""
        return conversation_kept(self._ask("keep_conversation", conversation=conversation, now=_text_of(now)))

    def kept(self, id: str) -> Union[Conversation, None]:
        """A conversation as it was kept last; None where it never was, or is gone."""
        found: Union[Conversation, None] = self._ask("find_conversation", id=id)
        return found

    def _heard(self, hear: Callable[[Document, Document, Moment], str], event: Document, now: Moment) -> str:
        """What `hear` makes of a conversation that goes along, or that the ledger keeps."""
        text = hear(event, "", now)
        find = loads(text).get("find")
        return text if find is None else hear(event, dumps(self._answer_of(find)), now)

    def _response(self, text: str) -> Any:
        """A response, once what has no room in it is kept."""
        step = loads(text)
        if "keep" in step:
            self._answer_of(step["keep"])
        return step["response"]

    def _told(self, text: str, now: Moment) -> dict[str, Any]:
        """A step, once whoever wants to know has been told that a human takes over."""
        step = self._settled(text, now)
        if step["hand_over"] and self._handed_over is not None:
            self._tell(self._handed_over, step["hand_over"])
        return step

    def _settled(self, text: str, now: Moment) -> dict[str, Any]:
        """A step, once nothing is left to ask."""
        step: dict[str, Any] = loads(text)
        while "ask" in step:
            step = loads(self._talk.given(step["conversation"], self._answer_to(step["ask"]), now))
        return step

    def _answer_to(self, errand: Mapping[str, Any]) -> Any:
        try:
            return self._answer_of(errand)
        except DenwabanError as error:
            return _failure(error)

    def _answer_of(self, errand: Mapping[str, Any]) -> Any:
        ((name, document),) = errand.items()
        return self._ask(name, **document)


def _turn(words: Mapping[str, Any]) -> TalkTurn:
    return TalkTurn(words["conversation"], spoken(words["say"]), words["listen"], words["hand_over"])
