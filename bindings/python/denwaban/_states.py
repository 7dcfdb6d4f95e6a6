"""What is known of a moment, or of a caller: loaded without the other answers, which take longer."""

from __future__ import annotations

import enum


class _Word(str, enum.Enum):
    """Members are equal to their words, and print as them."""

    __str__ = str.__str__
    __format__ = str.__format__  # type: ignore[assignment]


class State(_Word):
    """What is known of a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"

    @property
    def code(self) -> int:
        """What stands for it in `Hours.states`."""
        return _STATES_BY_CODE.index(self)

    @classmethod
    def of_code(cls, code: int) -> State:
        """The state that `Hours.states` says so."""
        if not 0 <= code < len(_STATES_BY_CODE):
            raise ValueError(f"{code} stands for no state")
        return _STATES_BY_CODE[code]


_STATES_BY_CODE = (State.CLOSED, State.OPEN, State.UNKNOWN)


class Withheld(_Word):
    """Why a call shows no number."""

    BY_CALLER = "by_caller"
    """非通知"""
    PAYPHONE = "payphone"
    """公衆電話"""
    OUT_OF_AREA = "out_of_area"
    """表示圏外, 通知不可能"""
    NOT_GIVEN = "not_given"
