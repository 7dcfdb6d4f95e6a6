"""Who calls: customers, as Python has them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Callable, Union

from . import _denwaban
from ._day_books import DayBook
from .generated.nouns import Customer


class Customers:
    """顧客台帳: customers, found by telephone number and by the beginning of a name. A customer is an object of JSON, with
    the keys of `docs/schema/customer.schema.json`.
    """

    __slots__ = ("_core",)
    _core: _denwaban.CustomersCore

    def __init__(self, customers: Union[str, bytes, Iterable[Customer]] = ()) -> None:
        given = customers if isinstance(customers, (str, bytes)) else list(customers)
        self._core = _denwaban.CustomersCore.from_json(given)

    def put(self, customer: Union[str, bytes, Customer]) -> None:
        """Writes a customer down in place of what was there."""
        self._core.put(customer)

    def find(self, id: str) -> Customer | None:
        """Follows records that were merged."""
        found = self._core.find(id)
        words: Customer | None = None if found is None else json.loads(found)
        return words

    def by_phone(self, number: str) -> list[Customer]:
        """Everybody who has the number, however it is written."""
        found: list[Customer] = json.loads(self._core.by_phone(number))
        return found

    def by_name(self, beginning: str, most: int = 20) -> list[Customer]:
        """Those one of whose names, or readings, begins so, however it is written."""
        found: list[Customer] = json.loads(self._core.by_name(beginning, most))
        return found

    def merge(self, keep: str, absorb: str) -> None:
        """Makes one record of two: both histories."""
        self._core.merge(keep, absorb)

    def record_visit(self, book: DayBook, booking: str) -> None:
        """Writes down what a book knows of a reservation's visit, with whoever it names as its customer."""
        self._core.record_visit(book._core, booking)

    def __len__(self) -> int:
        return len(self._core)

    def to_json(self) -> str:
        return self._core.to_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Customers) and self.to_json() == other.to_json()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Callable[[str], Customers], tuple[str]]:
        return Customers, (self.to_json(),)

    def __repr__(self) -> str:
        return f"<denwaban.Customers: {len(self)}>"
