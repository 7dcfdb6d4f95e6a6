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
    Holiday,
    HolidayKind,
    Horizon,
    LastOrders,
    MatchedClosing,
    MatchedRule,
    Opening,
    PhoneLine,
    Precedence,
    State,
    Withheld,
)
from ._denwaban import (
    Directory,
    HolidayCalendar,
    Hours,
    PhoneNumber,
    Restaurant,
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
    "Holiday",
    "HolidayCalendar",
    "HolidayKind",
    "Horizon",
    "Hours",
    "LastOrders",
    "MatchedClosing",
    "MatchedRule",
    "Opening",
    "PhoneLine",
    "PhoneNumber",
    "Precedence",
    "Problem",
    "Restaurant",
    "State",
    "Status",
    "Withheld",
    "__version__",
    "contact_flow",
    "parse_caller",
]
