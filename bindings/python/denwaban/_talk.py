"""What callers mean: the core's answers cross as JSON in its own words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any, cast

from . import _denwaban
from ._agents import Document, Moment
from ._analysis import _said
from ._denwaban import Hours
from .generated.nouns import HearingNote, Meaning, SpokenSlots
from .generated.words import Question


def understand(
    text: str,
    *,
    now: Moment,
    hours: Hours | None = None,
    asked: Question | None = None,
    known: SpokenSlots | Mapping[str, Any] | None = None,
    offered: Sequence[str] = (),
    courses: Sequence[str] = (),
    zone: str = "Asia/Tokyo",
) -> Meaning:
    """What words mean: days, times and whatever else they hold, wants, and a yes or no. Any text means something.

    `hours` decide between 7:00 and 19:00, with their own zone and calendar; `zone` is the callers' where there are none.
    """
    hearing: HearingNote = {
        "now": _said(datetime.fromtimestamp(now, timezone.utc) if isinstance(now, (int, float)) else now),
        "zone": zone,
        "asked": asked,
        "known": cast(SpokenSlots, known or {}),
        "offered": list(offered),
        "courses": list(courses),
    }
    meaning: Meaning = json.loads(_denwaban.understand(text, hearing, hours))
    return meaning


class LiveTranscript:
    """What Amazon Transcribe has heard of somebody who is still speaking. What `settled` has once given out is never
    given again nor changed, whatever the recogniser makes of it later: what was read back stays as it was read."""

    __slots__ = ("_transcript",)

    def __init__(self) -> None:
        self._transcript = _denwaban.LiveTranscriptCore()

    def __repr__(self) -> str:
        return f"LiveTranscript({self.unsettled()!r})"

    def apply(self, event: Document) -> None:
        """Takes a `TranscriptEvent` of a streaming transcription; its first alternatives count."""
        self._transcript.apply(event)

    def settled(self) -> str:
        """What is settled since it was asked last, to be heard: up to a stable mark, since 7時 may go on as 7時半."""
        return self._transcript.settled()

    def unsettled(self) -> str:
        """What is heard beyond that, for who may not wait; it may change."""
        return self._transcript.unsettled()
