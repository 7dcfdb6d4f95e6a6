from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong."""

    code: str
    """`malformed_json`, `unknown_key`, `beyond_horizon`, `naive_datetime`, ...; of a ledger `unavailable`, `contended`,
    `read_only`, `storage_full`, `corrupt`, `newer_version`, `timed_out`, `stale`, `expired_cursor`; of a book
    `no_such_time`; of a tool's token `unknown_token`, `foreign_token`, `lapsed_token`"""
    message: str
    where: str
    """A JSON pointer, a range of bytes (`12-15`), or empty."""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.message} [{self.code}]"


class DenwabanError(ValueError):
    """Why there is no answer: `code`, `message` and `where` of the first problem, and every problem in `errors`."""

    def __init__(self, errors: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(errors)
        self.errors: list[Problem] = [Problem(*error) for error in errors]

    @property
    def code(self) -> str:
        return self.errors[0].code

    @property
    def message(self) -> str:
        return self.errors[0].message

    @property
    def where(self) -> str:
        return self.errors[0].where

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))
