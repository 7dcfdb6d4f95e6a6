"""Objects without a value, and threads that meet at one."""

from __future__ import annotations

import concurrent.futures
import copy
import pickle
import threading

import pytest
from conftest import EVERY_DAY, document

from denwaban import DenwabanError, Directory, HolidayCalendar, PhoneNumber, Restaurant, Rules, _denwaban

CLASSES = [kind for kind in vars(_denwaban).values() if isinstance(kind, type)]


def test_there_are_classes():
    assert len(CLASSES) > 15


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_nobody_makes_an_object_without_a_value(kind):
    for make in (kind.__new__, object.__new__, kind.__base__.__new__):
        with pytest.raises(TypeError):
            make(kind)


def test_a_list_of_restaurants_has_no_others():
    with pytest.raises(TypeError):
        Directory([None])
    with pytest.raises(TypeError):
        Directory([object()])


def test_what_is_copied_is_equal():
    restaurant = Restaurant.from_json(document(EVERY_DAY))
    rules = Rules.from_japanese("17:00～23:00", "月")
    for value in (
        HolidayCalendar.japan(),
        PhoneNumber.parse("03-1234-5678"),
        rules,
        restaurant,
        Directory([restaurant]),
    ):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(value, protocol)) == value
        assert copy.copy(value) == value
        assert copy.deepcopy(value) == value


def test_an_errand_is_given_one_thing_at_a_time():
    errand = _denwaban.ErrandCore.from_json({"find_customer": {"id": "c1"}}, 1)

    class Sly(dict):
        def items(self):
            errand.give([None])
            return super().items()

    with pytest.raises(DenwabanError):
        errand.give(Sly(documents=[]))
    errand = _denwaban.ErrandCore.from_json({"find_customer": {"id": "c1"}}, 1)
    begin = threading.Barrier(4, timeout=60)

    def refused(_place):
        codes = set()
        begin.wait()
        for _ in range(200):
            try:
                errand.task()
                errand.give([None])
            except DenwabanError as error:
                codes.add(error.code)
        return codes

    with concurrent.futures.ThreadPoolExecutor(4) as threads:
        codes = set().union(*threads.map(refused, range(4), timeout=60))
    assert codes <= {"not_allowed", "wrong_type", "invalid_value", "missing_key", "out_of_range"}
