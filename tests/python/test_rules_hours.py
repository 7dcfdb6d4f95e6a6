from datetime import date, datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from conftest import EVERY_DAY, document, restaurant
from sample_rules import EVENINGS, FOUNDED, NEW_YORK, NOVEMBER, refusal

from denwaban import HolidayCalendar, Horizon, Hours, Restaurant, Rules

TOKYO = ZoneInfo("Asia/Tokyo")


def test_rules_become_hours_that_know_them():
    hours = EVENINGS.hours(horizon=NOVEMBER)
    assert hours.horizon == Horizon(*NOVEMBER)
    assert hours.zone == "Asia/Tokyo"
    assert hours.rules == EVENINGS
    assert hours.explain(date(2026, 11, 24)).cause == "moved_closing"


def test_hours_are_made_of_rules_too():
    hours = Hours.from_rules(EVENINGS, zone="America/New_York", calendar=FOUNDED, horizon=NOVEMBER)
    assert (hours.zone, hours.calendar, hours.horizon) == ("America/New_York", FOUNDED, NOVEMBER)
    assert Hours.from_rules(EVENINGS).calendar == HolidayCalendar.japan()
    with pytest.raises(TypeError):
        Hours.from_rules(EVENINGS.to_dict())


def test_the_zone_is_the_one_that_was_read():
    rules = Rules.from_amazon_connect(NEW_YORK)
    assert rules.hours().zone == Hours.from_rules(rules).zone == "America/New_York"
    assert rules.hours(zone="Asia/Tokyo").zone == "Asia/Tokyo"
    assert refusal(lambda: rules.hours(zone="Atlantis")).code == "unknown_zone"


def test_a_restaurants_hours_can_be_written():
    told = restaurant(EVERY_DAY, zone="America/New_York")
    assert told.hours.rules.zone == "America/New_York"
    written = told.hours.rules.to_amazon_connect(*NOVEMBER, calendar=told.hours.calendar)
    assert Rules.from_amazon_connect(written.text).zone == "America/New_York"


def test_what_is_read_can_be_a_restaurants():
    told = Restaurant.from_json({**document(), "hours": EVENINGS.to_dict()})
    assert told.hours.rules == EVENINGS


def test_a_month_is_drawn():
    picture = ElementTree.fromstring(EVENINGS.render_svg("2026-11"))
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert "17:00-23:00" in "".join(picture.itertext())
    assert "勤労感謝の日" in "".join(picture.itertext())


def test_a_date_says_its_month():
    assert EVENINGS.render_svg(date(2026, 11, 24)) == EVENINGS.render_svg("2026-11")
    assert EVENINGS.render_svg("2026-11") != EVENINGS.render_svg("2026-12")


def test_the_calendar_may_be_ones_own():
    assert "創業記念日" in EVENINGS.render_svg("2026-11", calendar=FOUNDED)


def test_html_tells_what_was_found_too():
    read = Rules.from_japanese("11:00～20:00（L.O.20:30）<b>")
    page = read.render_html("2026-11")
    assert read.render_svg("2026-11") in page
    assert "contradiction, doubt" in page
    assert "<b>" not in page
    ElementTree.fromstring(page)


def test_a_notebook_shows_this_month():
    before = datetime.now(TOKYO).date()
    shown = EVENINGS._repr_html_()
    assert shown in {EVENINGS.render_html(before), EVENINGS.render_html(datetime.now(TOKYO).date())}


@pytest.mark.parametrize("month", ["", "2026-13", "2026-1", "2026-11-01", "2026-11\n", "\ud800", "２０２６-11"])
def test_no_other_text_is_a_month(month):
    assert refusal(lambda: EVENINGS.render_svg(month)).code == "invalid_value"


@pytest.mark.parametrize("month", [None, 202611, datetime(2026, 11, 1)])
def test_nothing_else_is_a_month(month):
    with pytest.raises(TypeError):
        EVENINGS.render_svg(month)


def test_a_month_beyond_the_calendar_is_refused():
    assert refusal(lambda: EVENINGS.render_svg("9999-12")).code == "out_of_range"
