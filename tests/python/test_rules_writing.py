import json
from datetime import date, datetime

import pytest
from conftest import EVERY_DAY
from sample_rules import CLOSED_ON_HOLIDAYS, EVENINGS, FOUNDED, NEW_YORK, NOVEMBER, november, refusal

from denwaban import Rules

every_dated_form = pytest.mark.parametrize(
    ("write", "read"),
    [
        (Rules.to_amazon_connect, Rules.from_amazon_connect),
        (Rules.to_schema_org, Rules.from_schema_org),
        (Rules.to_google, Rules.from_google),
    ],
    ids=["amazon_connect", "schema_org", "google"],
)


def test_json_says_it_all():
    assert Rules.from_json(EVENINGS.to_json()) == Rules.from_json(EVENINGS.to_dict()) == EVENINGS


def test_a_listing():
    listing = EVENINGS.to_japanese()
    assert listing.open == "毎日 17:00～23:00（料理L.O. 22:00）"
    assert listing.findings == ()
    assert Rules.from_japanese(listing.open, listing.close) == EVENINGS


def test_what_a_listing_cannot_say_is_found_in_the_rules():
    weeks = {"every_weeks": {"interval": 3, "from": "2026-11-02"}}
    told = Rules.from_json({"rules": [EVERY_DAY], "closings": [{"when": {"none": [weeks]}}]})
    lost = [found for found in told.to_japanese().findings if found.weight == "loss"]
    assert [(found.kind, found.where, found.part) for found in lost] == [("not_expressible", "/closings/0/when", "")]


def test_openstreetmap_prints_as_its_text():
    every_evening = Rules.from_json({"rules": [EVERY_DAY]})
    written = every_evening.to_osm()
    assert str(written) == written.text
    assert "17:00-23:00" in written.text
    assert november(Rules.from_osm(written.text)) == november(every_evening)
    assert [found.kind for found in EVENINGS.to_osm().findings].count("not_expressible") > 0


@every_dated_form
def test_dates_are_written_one_by_one_where_they_must(write, read):
    written = write(EVENINGS, *NOVEMBER)
    json.loads(str(written))
    assert november(read(written.text)) == november(EVENINGS)


@every_dated_form
def test_what_is_lost_names_its_dates(write, read):
    sometimes = Rules.from_json({"rules": [EVERY_DAY, {"when": {"dates": ["2026-11-10"]}, "unknown": []}]})
    lost = [found for found in write(sometimes, *NOVEMBER).findings if found.weight == "loss"]
    assert [found.dates for found in lost] == [(date(2026, 11, 10),)]


@every_dated_form
def test_the_calendar_is_japans_unless_another_is_given(write, read):
    with_holidays = november(read(write(CLOSED_ON_HOLIDAYS, *NOVEMBER).text))
    assert [day for day, openings in enumerate(with_holidays, 1) if not openings] == [3, 23]
    founded = november(read(write(CLOSED_ON_HOLIDAYS, *NOVEMBER, calendar=FOUNDED).text))
    assert [day for day, openings in enumerate(founded, 1) if not openings] == [3, 16, 23]


def test_the_zone_is_the_rules_own_unless_another_is_given():
    def zone_of(rules, **given):
        return Rules.from_amazon_connect(rules.to_amazon_connect(*NOVEMBER, **given).text).zone

    assert zone_of(EVENINGS) == "Asia/Tokyo"
    assert zone_of(Rules.from_amazon_connect(NEW_YORK)) == "America/New_York"
    assert zone_of(Rules.from_amazon_connect(NEW_YORK), zone="Asia/Tokyo") == "Asia/Tokyo"


@every_dated_form
def test_dates_that_cannot_be_are_refused(write, read):
    first, last = NOVEMBER
    assert refusal(lambda: write(EVENINGS, last, first)).code == "out_of_range"
    assert refusal(lambda: write(EVENINGS, first, date.max)).code == "out_of_range"
    assert refusal(lambda: write(EVENINGS, first, last, zone="Atlantis")).code == "unknown_zone"
    with pytest.raises(TypeError):
        write(EVENINGS, first, "2026-11-30")
    with pytest.raises(TypeError, match="not a datetime"):
        write(EVENINGS, first, datetime(2026, 11, 30))
