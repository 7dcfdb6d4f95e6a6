from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

ErrorCode = Literal[
    "malformed_json",
    "too_deep",
    "too_large",
    "wrong_type",
    "missing_key",
    "unknown_key",
    "duplicate_key",
    "invalid_value",
    "out_of_range",
    "overlap",
    "never_ends",
    "duplicate_number",
    "duplicate_id",
    "not_a_phone_number",
    "unknown_zone",
    "beyond_horizon",
    "naive_datetime",
    "unknown_reference",
    "not_allowed",
    "beyond_limit",
    "no_seat",
    "undecided",
    "contended",
    "unavailable",
    "read_only",
    "storage_full",
    "corrupt",
    "newer_version",
    "timed_out",
    "stale",
    "no_such_time",
    "expired_cursor",
    "unknown_token",
    "foreign_token",
    "lapsed_token",
]


class Problem(NamedTuple):
    """One thing that is wrong."""

    code: ErrorCode
    message: str
    where: str
    """A JSON pointer, a range of bytes (`12-15`), or empty."""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.message} [{self.code}]"


class DenwabanError(ValueError):
    """Why there is no answer: `code`, `message` and `where` of the first problem, and every problem in `errors`."""

    def __init__(self, errors: Sequence[tuple[ErrorCode, str, str]]) -> None:
        super().__init__(errors)
        self.errors: list[Problem] = [Problem(*error) for error in errors]

    @property
    def code(self) -> ErrorCode:
        return self.errors[0].code

    @property
    def message(self) -> str:
        return self.errors[0].message

    @property
    def where(self) -> str:
        return self.errors[0].where

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))
