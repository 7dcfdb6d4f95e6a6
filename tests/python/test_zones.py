"""Times in zones whose clocks change, beside a naive model of the same hours made with zoneinfo."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from conftest import document, hours
from hypothesis import given
from hypothesis import strategies as st

from denwaban import DenwabanError, Restaurant, State

NEW_YORK = ZoneInfo("America/New_York")
NIGHT = {"when": "every_day", "services": [{"name": "bar", "opens": "18:00", "closes": "27:00"}]}
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ZONES = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Auckland", "Asia/Tokyo"]


def test_times_have_the_zones_own_offset():
    status = hours(NIGHT, zone="America/New_York").status(datetime(2026, 7, 1, 20, tzinfo=NEW_YORK))
    assert status.state is State.OPEN
    assert status.closes_at.tzinfo is NEW_YORK
    assert status.closes_at.isoformat() == "2026-07-02T03:00:00-04:00"
    assert status.next_opening.isoformat() == "2026-07-02T18:00:00-04:00"


def test_across_the_clocks_leap_forward():
    status = hours(NIGHT, zone="America/New_York").status(datetime(2026, 3, 7, 23, tzinfo=NEW_YORK))
    assert status.closes_at.isoformat() == "2026-03-08T03:00:00-04:00"
    assert status.closes_at.timestamp() == datetime(2026, 3, 8, 7, tzinfo=timezone.utc).timestamp()


def test_a_repeated_end_is_the_second_and_a_folded_moment_is_understood():
    until_half_past_one = {"when": "every_day", "services": [{"opens": "18:00", "closes": "25:30"}]}
    asked = hours(until_half_past_one, zone="America/New_York")
    closes_at = asked.status(datetime(2026, 10, 31, 20, tzinfo=NEW_YORK)).closes_at
    assert closes_at.fold == 1
    assert closes_at.isoformat() == "2026-11-01T01:30:00-05:00"
    assert asked.is_open(datetime(2026, 11, 1, 1, 29, fold=1, tzinfo=NEW_YORK))
    assert not asked.is_open(datetime(2026, 11, 1, 1, 31, fold=1, tzinfo=NEW_YORK))


@pytest.mark.parametrize("year", [2026, 2038])
@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Australia/Sydney"])
def test_summer_is_summer_in_every_year(zone, year):
    asked = hours(NIGHT, zone=zone)
    for month in (1, 7):
        opens = asked.openings_on(date(year, month, 15))[0].begins
        assert opens.replace(tzinfo=None) == datetime(year, month, 15, 18)
        assert opens.timestamp() == datetime(year, month, 15, 18, tzinfo=ZoneInfo(zone)).timestamp()


def test_an_unknown_zone_is_an_error():
    with pytest.raises(DenwabanError) as refused:
        hours(NIGHT, zone="Asia/Tokio")
    assert (refused.value.code, refused.value.where) == ("unknown_zone", "/zone")


def test_a_machine_without_zone_files_gets_plain_offsets():
    script = f"""
import sys, zoneinfo
zoneinfo.reset_tzpath(to=())
sys.modules["tzdata"] = None
from denwaban import Restaurant
document = {document(NIGHT)!r}
print(repr(Restaurant.from_json(document).hours.status(1795_000_000).next_opening))
asked = Restaurant.from_json(dict(document, zone="America/New_York")).hours
print(asked.next_change(1768_000_000).utcoffset(), asked.next_change(1783_000_000).utcoffset())
"""
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    first, second = ran.stdout.splitlines()
    assert first.endswith("tzinfo=datetime.timezone(datetime.timedelta(seconds=32400)))")
    assert second == "-1 day, 19:00:00 -1 day, 20:00:00"


class NaiveHours:
    """Openings of each weekday in minutes from midnight, laid out on the time line one by one."""

    def __init__(self, zone: str, week: list[list[tuple[int, int]]]) -> None:
        self.zone = ZoneInfo(zone)
        self.week = week

    def utc(self, local: datetime, fold: int) -> datetime:
        return local.replace(tzinfo=self.zone, fold=fold).astimezone(timezone.utc)

    def jump(self, before: datetime, after: datetime) -> datetime:
        """The second at which the offset changes that held `before`."""
        offset = before.astimezone(self.zone).utcoffset()
        while after - before > timedelta(seconds=1):
            middle = before + (after - before) // 2
            middle = middle.replace(microsecond=0)
            if middle.astimezone(self.zone).utcoffset() == offset:
                before = middle
            else:
                after = middle
        return after

    def instant(self, day: date, minute: int, fold: int) -> datetime:
        local = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
        first, second = self.utc(local, 0), self.utc(local, 1)
        if first > second:  # The clock never shows it.
            return self.jump(second - timedelta(hours=1), first + timedelta(hours=1))
        return second if fold else first

    def is_open(self, moment: datetime) -> bool:
        today = moment.astimezone(self.zone).date()
        for day in (today - timedelta(days=back) for back in range(-1, 4)):
            for opens, closes in self.week[day.weekday()]:
                if self.instant(day, opens, 0) <= moment < self.instant(day, closes, 1):
                    return True
        return False

    def to_json(self) -> dict:
        def clock(minute: int) -> str:
            return f"{minute // 60:02}:{minute % 60:02}"

        rules = [
            {
                "when": {"weekdays": [weekday]},
                "services": [{"opens": clock(opens), "closes": clock(closes)} for opens, closes in openings],
            }
            for weekday, openings in zip(WEEKDAYS, self.week)
            if openings
        ]
        return document(*rules, zone=self.zone.key)


@st.composite
def weeks(draw):
    def openings():
        ends = sorted(draw(st.lists(st.integers(0, 48 * 60), unique=True, max_size=6)))
        return list(zip(ends[::2], ends[1::2]))

    week = [openings() for _ in WEEKDAYS]
    return week if any(week) else [[(540, 1260)]] * 7


def clock_changes(zone: str) -> list[datetime]:
    naive = NaiveHours(zone, [])
    days = [datetime(2026, 1, 2, tzinfo=timezone.utc) + timedelta(days=day) for day in range(360)]
    return [
        naive.jump(day, day + timedelta(days=1))
        for day in days
        if day.astimezone(naive.zone).utcoffset() != (day + timedelta(days=1)).astimezone(naive.zone).utcoffset()
    ]


CHANGES = {zone: clock_changes(zone) for zone in ZONES}


@st.composite
def moments(draw, zone):
    first = datetime(2026, 1, 2, tzinfo=timezone.utc)
    anywhere = st.integers(0, 360 * 86_400).map(lambda seconds: first + timedelta(seconds=seconds))
    if not CHANGES[zone]:
        return draw(anywhere)
    near = st.builds(lambda at, m: at + timedelta(minutes=m), st.sampled_from(CHANGES[zone]), st.integers(-300, 300))
    return draw(anywhere | near)


@given(zone=st.sampled_from(ZONES), week=weeks(), data=st.data())
def test_hours_agree_with_a_naive_model(zone, week, data):
    naive = NaiveHours(zone, week)
    asked = Restaurant.from_json(naive.to_json(), horizon=YEAR).hours
    for _ in range(20):
        moment = data.draw(moments(zone))
        assert asked.is_open(moment) == naive.is_open(moment), moment
        assert asked.is_open(int(moment.timestamp())) == naive.is_open(moment)


@given(zone=st.sampled_from(ZONES), week=weeks(), data=st.data())
def test_it_changes_when_it_says_it_does(zone, week, data):
    asked = Restaurant.from_json(NaiveHours(zone, week).to_json(), horizon=YEAR).hours
    moment = data.draw(moments(zone))
    change = asked.next_change(moment)
    if change is None:
        return
    assert change.timestamp() > moment.timestamp()
    assert asked.is_open(change.timestamp()) != asked.is_open(moment)
    assert asked.is_open(change.timestamp() - 1) == asked.is_open(moment)
