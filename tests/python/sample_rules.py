"""Rules that several tests ask, and what is asked of all of them."""

from datetime import date

import pytest
from conftest import EVERY_DAY

from denwaban import DenwabanError, HolidayCalendar, Rules

EVENINGS = Rules.from_japanese("17:00～23:00（料理L.O.22:00）", "月曜（祝日の場合は営業し、翌日休み）")
CLOSED_ON_HOLIDAYS = Rules.from_json({"rules": [EVERY_DAY, {"when": "holiday", "closed": True}]})
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
FOUNDED = HolidayCalendar.japan().with_day(date(2026, 11, 16), "創業記念日")


def clock(hour):
    return {"Hours": hour, "Minutes": 0}


NEW_YORK = {
    "HoursOfOperation": {
        "Name": "受付",
        "TimeZone": "America/New_York",
        "Config": [{"Day": "MONDAY", "StartTime": clock(9), "EndTime": clock(17)}],
    }
}


def november(rules):
    hours = rules.hours(zone="Asia/Tokyo", horizon=NOVEMBER)
    return [
        [(opening.begins, opening.ends, opening.state) for opening in hours.openings_on(date(2026, 11, day))]
        for day in range(1, 31)
    ]


def refusal(ask):
    with pytest.raises(DenwabanError) as refused:
        ask()
    return refused.value
