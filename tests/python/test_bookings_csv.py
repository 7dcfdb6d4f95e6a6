"""Reservations as CSV, by the vectors that all languages share."""

import csv
import io
import json
from pathlib import Path

import pytest

from denwaban import DayBook, DenwabanError, bookings_csv

VECTOR = json.loads((Path(__file__).parent.parent / "data/booking_csv/formulas.json").read_text())
BOOK = json.loads((Path(__file__).parent.parent / "data/reservation_vectors/evening.json").read_text())["after"]


def test_nothing_is_a_formula_and_numbers_stay_numbers():
    assert bookings_csv(VECTOR["bookings"]) == VECTOR["csv"]
    assert bookings_csv([]) == VECTOR["csv"].split("\n")[0] + "\n"
    with pytest.raises(DenwabanError) as refused:
        bookings_csv([{"restaurant": "r1"}])
    assert (refused.value.code, refused.value.where) == ("missing_key", "/0")


def test_an_evening_is_read_back_by_who_reads_csv():
    book = DayBook.from_json(BOOK)
    rows = list(csv.DictReader(io.StringIO(book.to_csv(), newline="")))
    assert {row["booking"] for row in rows} == {one["id"] for one in BOOK["reservations"]}
    assert [row["begin"] for row in rows] == sorted(row["begin"] for row in rows)
    assert all(None not in row and None not in row.values() for row in rows)
