"""What callers mean: the core's answers cross as JSON in its own words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from . import _denwaban
from ._agents import Moment
from ._analysis import _said
from .generated.nouns import Decider, Intent, Question

if TYPE_CHECKING:
    from ._denwaban import Hours


class SpokenRange(TypedDict):
    """Bytes of the text as UTF-8."""

    begin: int
    end: int


class HeardIntent(TypedDict, total=False):
    """What is wanted, and the words that say so."""

    intent: Intent
    words: SpokenRange


class Heard(TypedDict, total=False):
    """What some words say: every reading that stands, the likelier first. One without `decider` is certain."""

    readings: list[Any]
    words: SpokenRange
    precision: Literal["about"]
    decider: Decider
    """What would tell which was meant; `whether` beside one that may not have been meant at all."""


class SpokenSlots(TypedDict, total=False):
    """What was said of a booking."""

    day: Heard
    time: Heard
    party: Heard
    name: Heard
    phone: Heard
    digits: Heard
    """Of a telephone number that is no whole one yet."""
    needs: list[dict[str, Any]]
    allergies: list[dict[str, Any]]
    course: Heard
    occasion: Heard
    budget: Heard


class Meaning(TypedDict):
    """What somebody said, as far as the words say it: docs/talk.md."""

    intents: list[HeardIntent]
    """The strongest first."""
    polarity: Literal["none", "yes", "no", "unclear"]
    slots: SpokenSlots
    corrected: list[str]
    """Of which a value was taken back."""
    unread: list[SpokenRange]
    """Words with a figure in them that were not understood."""
    booked_day: Heard
    """Of the booking that is to be changed, cancelled or told of; missing where none is named."""
    booked_time: Heard
    """Of the same booking; likewise."""


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
    hearing = {
        "now": _said(datetime.fromtimestamp(now, timezone.utc) if isinstance(now, (int, float)) else now),
        "zone": zone,
        "asked": asked,
        "known": known or {},
        "offered": list(offered),
        "courses": list(courses),
    }
    meaning: Meaning = json.loads(_denwaban.understand(text, hearing, hours))
    return meaning
