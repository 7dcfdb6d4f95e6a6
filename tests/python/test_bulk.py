from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from conftest import hours
from hypothesis import given
from hypothesis import strategies as st

from denwaban import DenwabanError, State

WEEK = np.arange(1795_500_000, 1795_500_000 + 7 * 86_400, 60)
ASKED = hours(
    {"when": {"weekdays": ["fri", "sat"]}, "services": [{"opens": "17:00", "closes": "29:00"}]},
    {"when": {"weekdays": ["sun"]}, "unknown": []},
)
TOKYO = ZoneInfo("Asia/Tokyo")
FIRST, LAST = 1420_070_400, 2208_900_000


def test_one_bool_for_each_instant():
    answers = ASKED.is_open_many(WEEK)
    assert answers.dtype == np.bool_
    assert answers.tolist() == [ASKED.is_open(int(second)) for second in WEEK]
    assert 0 < answers.sum() < len(answers)


def test_one_state_for_each_instant():
    states = ASKED.states(WEEK)
    assert states.dtype == np.uint8
    names = np.array([State.CLOSED, State.OPEN, State.UNKNOWN])
    assert names[states].tolist() == [ASKED.state(int(second)) for second in WEEK]
    assert set(states) == {0, 1, 2}


@given(st.lists(st.integers(FIRST, LAST), max_size=1500))
def test_bulk_equals_scalar(seconds):
    assert ASKED.is_open_many(seconds).tolist() == [ASKED.is_open(second) for second in seconds]


@pytest.mark.parametrize("unit", ["h", "m", "s", "ms", "us", "ns"])
def test_datetime64_of_any_unit_is_in_utc_if_one_says_so(unit):
    hourly = WEEK[WEEK % 3600 == 0]
    dated = hourly.astype("datetime64[s]").astype(f"datetime64[{unit}]")
    assert ASKED.is_open_many(dated, utc=True).tolist() == ASKED.is_open_many(hourly).tolist()


def test_datetime64_of_whole_days():
    days = np.arange(np.datetime64("2026-11-01"), np.datetime64("2026-12-01"))
    midnights = days.astype("datetime64[s]").astype("int64")
    assert ASKED.is_open_many(days, utc=True).tolist() == ASKED.is_open_many(midnights).tolist()


def test_part_of_a_second_belongs_to_it():
    last_moment = np.array(["2026-11-27T07:59:59.999999999", "2026-11-27T08:00"], dtype="datetime64[ns]")
    assert ASKED.is_open_many(last_moment, utc=True).tolist() == [False, True]


@pytest.mark.parametrize(
    "array",
    [WEEK[::2], WEEK[::-1], WEEK.astype(">i8"), WEEK.astype("uint32"), WEEK.reshape(7, -1), WEEK.reshape(7, -1).T],
    ids=["strided", "backwards", "big-endian", "unsigned", "rows", "transposed"],
)
def test_any_array_of_whole_numbers(array):
    answers = ASKED.is_open_many(array)
    assert answers.shape == array.shape
    assert answers.ravel().tolist() == [ASKED.is_open(int(second)) for second in array.ravel()]


def test_nothing_asked_nothing_answered():
    assert ASKED.is_open_many([]).tolist() == []
    assert ASKED.is_open_many(np.empty((0, 3), dtype="int64")).shape == (0, 3)


def test_one_instant_beyond_the_horizon_is_refused():
    for beyond in (0, FIRST - 86_400, 2**62, -(2**62)):
        with pytest.raises(DenwabanError) as refused:
            ASKED.is_open_many(np.append(WEEK, beyond))
        assert refused.value.code == "beyond_horizon"
        assert refused.value.where == f"/{len(WEEK)}"


@pytest.mark.parametrize("array", [["2026-11-27"], [True], np.array([1j])])
def test_nothing_else_is_an_array_of_instants(array):
    with pytest.raises(TypeError):
        ASKED.is_open_many(array)


def test_rows_of_unequal_lengths_are_no_array():
    with pytest.raises(ValueError, match="inhomogeneous"):
        ASKED.is_open_many([[1], [1, 2]])


OPEN, CLOSED = datetime(2026, 11, 27, 18, 0), datetime(2026, 11, 27, 12, 0)


def test_times_without_a_zone_say_no_moment():
    shown = np.array([OPEN, CLOSED], dtype="datetime64[s]")
    with pytest.raises(DenwabanError) as refused:
        ASKED.is_open_many(shown)
    assert refused.value.code == "naive_datetime"
    assert ASKED.is_open_many(shown, zone="Asia/Tokyo").tolist() == [True, False]
    assert ASKED.is_open_many(shown, utc=True).tolist() == [True, True]
    with pytest.raises(TypeError):
        ASKED.is_open_many(shown, zone="Asia/Tokyo", utc=True)
    with pytest.raises(DenwabanError) as refused:
        ASKED.is_open_many([OPEN.replace(tzinfo=TOKYO), OPEN])
    assert (refused.value.code, refused.value.where) == ("naive_datetime", "/1")
    with pytest.raises(DenwabanError) as refused:
        ASKED.is_open_many([OPEN.replace(tzinfo=TOKYO), "2026-11-27"])
    assert (refused.value.code, refused.value.where) == ("wrong_type", "/1")


def test_moments_one_by_one():
    moments = [OPEN.replace(tzinfo=TOKYO), CLOSED.replace(tzinfo=TOKYO), OPEN.replace(tzinfo=timezone.utc)]
    assert ASKED.is_open_many(moments).tolist() == [True, False, True]
    seconds = [moment.timestamp() + 0.5 for moment in moments]
    assert ASKED.is_open_many(seconds).tolist() == [True, False, True]


def test_no_time_is_unknown():
    open_then = OPEN.replace(tzinfo=TOKYO)
    assert ASKED.states([open_then, None]).tolist() == [1, 2]
    assert ASKED.is_open_many([open_then, None]).tolist() == [True, False]
    assert ASKED.states([open_then.timestamp(), float("nan")]).tolist() == [1, 2]
    assert ASKED.states(np.array(["2026-11-27T09:00", "NaT"], dtype="datetime64[s]"), utc=True).tolist() == [1, 2]
    assert State.of_code(2) is State.UNKNOWN
    assert [state.code for state in (State.CLOSED, State.OPEN, State.UNKNOWN)] == [0, 1, 2]


def test_pandas_says_the_zone():
    pandas = pytest.importorskip("pandas")
    shown = pandas.Series([OPEN, CLOSED, pandas.NaT])
    aware = shown.dt.tz_localize("Asia/Tokyo")
    for times in (
        aware,
        pandas.DatetimeIndex(aware),
        aware.array,
        aware.to_numpy(),
        aware.dt.tz_convert("UTC"),
        list(aware),
    ):
        assert ASKED.states(times).tolist() == [1, 0, 2]
    with pytest.raises(DenwabanError) as refused:
        ASKED.is_open_many(shown)
    assert refused.value.code == "naive_datetime"
    assert ASKED.states(shown, zone="Asia/Tokyo").tolist() == [1, 0, 2]


def test_polars_says_the_zone():
    polars = pytest.importorskip("polars")
    shown = polars.Series([OPEN, CLOSED])
    assert ASKED.is_open_many(shown.dt.replace_time_zone("Asia/Tokyo")).tolist() == [True, False]
    with pytest.raises(DenwabanError):
        ASKED.is_open_many(shown)
