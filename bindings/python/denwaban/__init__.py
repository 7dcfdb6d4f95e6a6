"""Knows everything that a restaurant's telephone needs to know: when it is open, why, and where a call should go.

    >>> restaurant = Restaurant.from_json(text)
    >>> restaurant.hours.status(datetime.now(timezone.utc)).state
    <State.OPEN: 'open'>

Wherever a function asks for a moment (`at`, `start`, `end`), give a zone-aware `datetime` or epoch seconds.
"""

from ._answers import (
    Cause,
    ClosingFate,
    Explanation,
    Finding,
    FindingKind,
    Holiday,
    HolidayKind,
    Horizon,
    JapaneseListing,
    LastOrders,
    MatchedClosing,
    MatchedRule,
    Opening,
    PhoneLine,
    Precedence,
    RulesWriting,
    State,
    Weight,
    Withheld,
)
from ._denwaban import (
    Directory,
    HolidayCalendar,
    Hours,
    PhoneNumber,
    Restaurant,
    Rules,
    Status,
    __version__,
    contact_flow,
    parse_caller,
)
from ._errors import DenwabanError, Problem

__all__ = [
    "Cause",
    "ClosingFate",
    "DenwabanError",
    "Directory",
    "Explanation",
    "Finding",
    "FindingKind",
    "Holiday",
    "HolidayCalendar",
    "HolidayKind",
    "Horizon",
    "Hours",
    "JapaneseListing",
    "LastOrders",
    "MatchedClosing",
    "MatchedRule",
    "Opening",
    "PhoneLine",
    "PhoneNumber",
    "Precedence",
    "Problem",
    "Restaurant",
    "Rules",
    "RulesWriting",
    "State",
    "Status",
    "Weight",
    "Withheld",
    "__version__",
    "contact_flow",
    "parse_caller",
]
