import csv
from datetime import date, datetime, timedelta

import pytest
from conftest import shared_data

from denwaban import DenwabanError, Holiday, HolidayCalendar

JAPAN = HolidayCalendar.japan()

# The Cabinet Office's list says for some days only that they are off, or says it in other words.
LISTED_OTHERWISE = {
    "休日": {"振替休日", "国民の休日"},
    "休日（祝日扱い）": {"天皇の即位の日", "即位礼正殿の儀の行われる日"},
    "結婚の儀": {"皇太子明仁親王の結婚の儀", "皇太子徳仁親王の結婚の儀"},
    "大喪の礼": {"昭和天皇の大喪の礼"},
    "体育の日（スポーツの日）": {"体育の日"},
}


def every_date(first: date, last: date):
    return (first + timedelta(days=day) for day in range((last - first).days + 1))


@pytest.fixture(scope="module")
def listed():
    with open(shared_data("holidays/japan_1955_2027.csv"), encoding="utf-8") as file:
        return {date.fromisoformat(row["date"]): row["name"] for row in csv.DictReader(file)}


def test_every_date_is_as_the_cabinet_office_lists_it(listed):
    different = [
        (day, listed.get(day), JAPAN.name(day))
        for day in every_date(date(1955, 1, 1), date(2027, 12, 31))
        if JAPAN.is_holiday(day) != (day in listed)
        or (day in listed and JAPAN.name(day) not in LISTED_OTHERWISE.get(listed[day], {listed[day]}))
    ]
    assert different == []
    assert len(listed) > 1000


def test_the_eves_and_the_days_after_are_those_of_the_list(listed):
    one = timedelta(days=1)
    for day in every_date(date(1955, 1, 2), date(2027, 12, 30)):
        assert JAPAN.is_pre_holiday(day) == (day + one in listed)
        assert JAPAN.is_post_holiday(day) == (day - one in listed)


@pytest.mark.parametrize("day", [date(2026, 9, 22), date(2032, 9, 21)])
def test_a_day_between_two_holidays_is_one(day):
    assert JAPAN.name(day) == "国民の休日"


def test_an_ordinary_day_has_no_name():
    assert JAPAN.name(date(2026, 11, 24)) is None


def test_years_not_yet_published_are_projected():
    assert not JAPAN.is_projected(date(2027, 12, 31))
    assert JAPAN.is_projected(date(2028, 1, 1))


def test_days_of_ones_own_leave_the_calendar_as_it_was():
    day = date(2026, 11, 14)
    own = JAPAN.with_day(day, "埼玉県民の日")
    assert own.name(day) == "埼玉県民の日"
    assert own.is_pre_holiday(date(2026, 11, 13))
    assert not JAPAN.is_holiday(day)
    assert own.without_day(day) == JAPAN
    assert not JAPAN.without_day(date(2026, 11, 23)).is_holiday(date(2026, 11, 23))


def test_between_includes_both_ends():
    assert JAPAN.between(date(2026, 5, 3), date(2026, 5, 6)) == [
        Holiday(date(2026, 5, 3), "憲法記念日", "statutory"),
        Holiday(date(2026, 5, 4), "みどりの日", "statutory"),
        Holiday(date(2026, 5, 5), "こどもの日", "statutory"),
        Holiday(date(2026, 5, 6), "振替休日", "derived"),
    ]
    assert JAPAN.with_day(date(2026, 6, 1), "創業記念日").between(date(2026, 6, 1), date(2026, 6, 1))[0].kind == "own"
    assert JAPAN.between(date(2026, 5, 6), date(2026, 5, 3)) == []


def test_the_calendar_has_a_first_and_a_last_date():
    assert (JAPAN.first_date, JAPAN.last_date) == (date(1948, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("outside", [date(1, 1, 1), date(1947, 11, 3), date(2100, 1, 1), date(9999, 12, 31)])
def test_of_other_dates_a_calendar_knows_nothing(outside):
    calls = [JAPAN.name, JAPAN.is_holiday, JAPAN.is_pre_holiday, JAPAN.is_post_holiday, JAPAN.is_projected]
    calls += [JAPAN.without_day, lambda day: JAPAN.with_day(day, "創業記念日")]
    calls += [lambda day: JAPAN.between(min(day, JAPAN.first_date), max(day, JAPAN.first_date))]
    for call in calls:
        with pytest.raises(DenwabanError, match="known from 1948-01-01 to 2099-12-31") as refusal:
            call(outside)
        assert refusal.value.code == "out_of_range"


def test_the_eve_of_a_day_that_nobody_knows_is_not_known():
    assert not JAPAN.is_holiday(date(2099, 12, 31))
    with pytest.raises(DenwabanError):
        JAPAN.is_pre_holiday(date(2099, 12, 31))
    with pytest.raises(DenwabanError):
        JAPAN.is_post_holiday(date(1948, 1, 1))


def test_calendars_are_values():
    assert JAPAN == HolidayCalendar.japan()
    assert hash(JAPAN) == hash(HolidayCalendar.japan())
    assert JAPAN != JAPAN.without_day(date(2026, 1, 1))
    assert JAPAN != "Japan"


def test_a_datetime_is_no_date():
    with pytest.raises(TypeError, match="not a datetime"):
        JAPAN.is_holiday(datetime(2026, 11, 23))
    with pytest.raises(TypeError):
        JAPAN.is_holiday("2026-11-23")
