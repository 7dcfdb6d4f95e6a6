"""What JSON has no words for, as it is told in JSON."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Callable, TypeVar

T = TypeVar("T")


def time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def day(text: str) -> date:
    return date.fromisoformat(text)


def span(milliseconds: int) -> timedelta:
    return timedelta(milliseconds=milliseconds)


def if_any(read: Callable[[Any], T], told: Any) -> T | None:
    return None if told is None else read(told)
