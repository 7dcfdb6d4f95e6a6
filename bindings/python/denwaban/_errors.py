from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .generated.words import ErrorCode


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
