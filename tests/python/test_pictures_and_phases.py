import pickle
from datetime import date, datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from denwaban import HolidayCalendar, Hours, Restaurant, Rules

TOKYO = ZoneInfo("Asia/Tokyo")
FOUNDED = HolidayCalendar.japan().with_day(date(2026, 11, 5), "創業祭").without_day(date(2026, 11, 3))
EVENINGS = Rules.from_japanese("11:30～14:00 17:00～23:00", "火曜").hours(calendar=FOUNDED)


def moment(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (moment(25, 9), "before_opening"),
        (moment(25, 12), None),
        (moment(25, 15), "between_services"),
        (moment(25, 23), "after_closing"),
        (moment(24, 12), "closed_all_day"),
    ],
)
def test_why_it_is_closed_is_a_word_to_count_by(at, phase):
    assert EVENINGS.status(at).phase == phase


def test_pictures_show_a_restaurants_own_holidays():
    page = EVENINGS.render_svg("2026-11")
    ElementTree.fromstring(page)
    assert "創業祭" in page
    assert "文化の日" not in page
    assert page in EVENINGS.render_html(date(2026, 11, 1))
    told = {
        "id": "r",
        "name": "r",
        "hours": EVENINGS.rules.to_dict(),
        "holidays": {"added": [{"date": "2026-11-05", "name": "創業祭"}]},
    }
    restaurant = Restaurant.from_json(told)
    assert "創業祭" in restaurant.hours.render_svg("2026-11")


def test_pictures_are_well_formed_whatever_a_day_is_called():
    calendar = HolidayCalendar.japan().with_day(date(2026, 11, 5), "a]]>b\ufffe\uffff")
    ElementTree.fromstring(Rules.from_japanese("17:00～23:00").render_svg("2026-11", calendar=calendar))


def test_hours_and_what_they_answer_are_pickled():
    again: Hours = pickle.loads(pickle.dumps(EVENINGS))
    assert (again.rules, again.calendar, again.horizon, again.zone) == (
        EVENINGS.rules,
        EVENINGS.calendar,
        EVENINGS.horizon,
        EVENINGS.zone,
    )
    status = EVENINGS.status(moment(25, 12))
    kept = pickle.loads(pickle.dumps(status))
    assert (kept.state, kept.closes_at, kept.reason) == (status.state, status.closes_at, status.reason)


@pytest.mark.parametrize("empty", [None, float("nan"), ""])
def test_an_empty_cell_says_nothing(empty):
    assert Rules.from_japanese("17:00～23:00", empty) == Rules.from_japanese("17:00～23:00")
    assert Rules.from_osm(empty) == Rules.from_osm("")
    with pytest.raises(TypeError):
        Rules.from_japanese("17:00～23:00", 3)
    with pytest.raises(TypeError, match="a listing is text, not int"):
        Rules.from_osm(3)


def test_nothing_is_told_that_nobody_said():
    sold_out = Rules.from_japanese("11:00～スープなくなり次第終了", "木曜")
    assert "29:00" not in sold_out.to_osm().text
    assert "翌5:00" not in sold_out.to_japanese().open
    assert "翌5:00" not in repr(sold_out)
