from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from conftest import EVERY_DAY, hours

from denwaban import DenwabanError, HolidayCalendar, Horizon, Hours, Opening, State

TOKYO = ZoneInfo("Asia/Tokyo")
LUNCH = {
    "name": "lunch",
    "opens": "11:30",
    "closes": "15:00",
    "last_order": {"food": "14:30", "drink": "14:45", "entry": "14:00"},
}
DINNER = {"name": "dinner", "opens": "17:00", "closes": "23:00"}
LATE = {"name": "dinner", "opens": "17:00", "closes": "26:00"}
TWO_SERVICES = {"when": "every_day", "services": [LUNCH, DINNER]}
CLOSED_ON_MONDAYS = {"when": {"weekdays": ["mon"]}, "on_holiday": "next_day", "label": "月曜定休"}


def tokyo(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=TOKYO)


def test_a_status_says_everything_at_once():
    status = hours(TWO_SERVICES).status(tokyo(11, 24, 12))
    assert status.state is State.OPEN
    assert status.service == "lunch"
    assert status.business_date == date(2026, 11, 24)
    assert status.closes_at == tokyo(11, 24, 15)
    assert status.last_order == status.last_orders.food == tokyo(11, 24, 14, 30)
    assert status.last_orders.drink == tokyo(11, 24, 14, 45)
    assert status.last_orders.entry == tokyo(11, 24, 14)
    assert status.next_opening == tokyo(11, 24, 17)
    assert status.next_unknown is None


def test_times_are_in_the_restaurants_zone():
    closes_at = hours(TWO_SERVICES).status(datetime(2026, 11, 24, 3, tzinfo=timezone.utc)).closes_at
    assert closes_at.tzinfo is TOKYO
    assert closes_at.isoformat() == "2026-11-24T15:00:00+09:00"


def test_while_closed_there_is_no_service_and_no_closing_time():
    status = hours(TWO_SERVICES).status(tokyo(11, 24, 16))
    assert status.state is State.CLOSED
    assert status.service is None
    assert status.closes_at is None
    assert status.last_order is None
    assert status.last_orders == (None, None, None)


def test_a_service_without_a_name_has_none():
    unnamed = {"when": "every_day", "services": [{"opens": "17:00", "closes": "23:00"}]}
    assert hours(unnamed).status(tokyo(11, 24, 18)).service is None


def test_an_opening_past_midnight_keeps_its_business_date_and_its_reason():
    status = hours(EVERY_DAY, {"when": "holiday_eve", "services": [LATE]}).status(tokyo(11, 23, 1))
    assert status.state is State.OPEN
    assert status.business_date == date(2026, 11, 22)
    assert (status.reason, status.cause, status.holiday) == ("勤労感謝の日の前日", "holiday_eve", "勤労感謝の日")


def test_a_closing_day_on_a_holiday_moves():
    asked = hours(EVERY_DAY, closings=[CLOSED_ON_MONDAYS])
    assert asked.is_open(tokyo(11, 23, 18))
    status = asked.status(tokyo(11, 24, 18))
    assert status.state is State.CLOSED
    assert (status.cause, status.holiday) == ("moved_closing", "勤労感謝の日")
    assert status.reason == "勤労感謝の日の振替による月曜定休"


def test_what_nobody_can_know_is_unknown():
    asked = hours({"when": "every_day", "unknown": [DINNER]})
    assert asked.state(tokyo(11, 24, 18)) is State.UNKNOWN
    assert not asked.is_open(tokyo(11, 24, 18))
    status = asked.status(tokyo(11, 24, 12))
    assert status.next_opening is None
    assert status.next_unknown == tokyo(11, 24, 17)


def test_a_moment_is_an_aware_datetime_or_epoch_seconds():
    asked = hours()
    opens = tokyo(11, 24, 17)
    seconds = int(opens.timestamp())
    for moment in (opens, opens.astimezone(timezone.utc), opens.astimezone(ZoneInfo("America/New_York")), seconds):
        assert asked.is_open(moment)
    assert asked.is_open(float(seconds))
    assert not asked.is_open(seconds - 0.001)
    assert not asked.is_open(opens - timedelta(microseconds=1))


@pytest.mark.parametrize("moment", [True, None, "2026-11-24T17:00:00+09:00", date(2026, 11, 24)])
def test_nothing_else_is_a_moment(moment):
    with pytest.raises(TypeError):
        hours().is_open(moment)


def test_a_naive_datetime_is_refused():
    for ask in ("is_open", "state", "status", "next_change", "next_opening", "say", "ssml"):
        with pytest.raises(DenwabanError) as refused:
            getattr(hours(), ask)(datetime(2026, 11, 24, 17))
        assert refused.value.code == "naive_datetime"


def test_the_next_change_and_the_next_opening():
    asked = hours()
    assert asked.next_change(tokyo(11, 24, 12)) == tokyo(11, 24, 17)
    assert asked.next_change(tokyo(11, 24, 18)) == tokyo(11, 24, 23)
    assert asked.next_opening(tokyo(11, 24, 18)) == tokyo(11, 25, 17)


def test_there_may_be_no_next_change():
    asked = hours({"when": "every_day", "services": [{"opens": "00:00", "closes": "24:00"}]})
    assert asked.next_change(tokyo(11, 24, 12)) is None
    assert asked.status(tokyo(11, 24, 12)).closes_at is None


def test_intervals_are_cut_to_fit_and_openings_are_whole():
    asked = hours({"when": "every_day", "services": [LATE]})
    assert asked.intervals(tokyo(11, 24, 1), tokyo(11, 24, 18)) == [
        Opening(tokyo(11, 24, 1), tokyo(11, 24, 2), State.OPEN, "dinner", date(2026, 11, 23)),
        Opening(tokyo(11, 24, 17), tokyo(11, 24, 18), State.OPEN, "dinner", date(2026, 11, 24)),
    ]
    assert asked.openings_on(date(2026, 11, 24)) == [
        Opening(tokyo(11, 24, 17), tokyo(11, 25, 2), State.OPEN, "dinner", date(2026, 11, 24))
    ]


def test_explain_says_who_spoke_and_who_won():
    asked = hours(EVERY_DAY, {"when": "holiday", "closed": True, "label": "祝日休み"}, closings=[CLOSED_ON_MONDAYS])
    explanation = asked.explain(date(2026, 11, 23))
    assert explanation.holiday == "勤労感謝の日"
    assert [(rule.rule, rule.precedence, rule.label) for rule in explanation.rules] == [
        (0, "any_day", ""),
        (1, "holiday", "祝日休み"),
    ]
    assert explanation.winner == 1
    assert explanation.closings == ((0, "moved_away", date(2026, 11, 24), "月曜定休"),)
    assert explanation.openings == ()
    assert (explanation.reason, explanation.cause) == ("勤労感謝の日", "holiday")
    assert not explanation.projected
    assert asked.explain(date(2026, 11, 22)).eve_of == "勤労感謝の日"
    assert asked.explain(date(2026, 11, 24)).day_after == "勤労感謝の日"


def test_a_datetime_is_no_date():
    with pytest.raises(TypeError, match="not a datetime"):
        hours().explain(datetime(2026, 11, 23, tzinfo=TOKYO))


def test_what_a_caller_hears():
    asked = hours(EVERY_DAY, {"when": "holiday_eve", "services": [LATE]})
    assert asked.say(tokyo(11, 22, 18)) == "本日は祝前日のため、翌2時まで営業しております。"
    assert asked.ssml(tokyo(11, 22, 18)) == "<speak>本日は祝前日のため、翌2時まで営業しております。</speak>"


def test_rules_can_be_compiled_alone_with_a_calendar_of_ones_own():
    rules = {"rules": [EVERY_DAY, {"when": "holiday", "closed": True}]}
    founded = HolidayCalendar.japan().with_day(date(2026, 11, 25), "創業記念日")
    asked = Hours.from_json(rules, calendar=founded, horizon=(date(2026, 1, 1), date(2026, 12, 31)))
    assert asked.status(tokyo(11, 25, 18)).reason == "創業記念日"
    assert asked.horizon == Horizon(date(2026, 1, 1), date(2026, 12, 31))
    assert asked.zone == "Asia/Tokyo"


@pytest.mark.parametrize("moment", [0, -1, 10**12, -(10**30), 10**30, 1e300, float("inf")])
def test_beyond_the_horizon_there_is_no_answer(moment):
    for ask in ("is_open", "status", "next_change"):
        with pytest.raises(DenwabanError) as refused:
            getattr(hours(), ask)(moment)
        assert refused.value.code == "beyond_horizon"


def test_answers_cannot_be_changed():
    status = hours().status(tokyo(11, 24, 18))
    with pytest.raises(AttributeError):
        status.state = State.CLOSED
    with pytest.raises(AttributeError):
        status.own = 1


def test_representations_are_worth_reading():
    asked = hours()
    assert repr(asked) == "<denwaban.Hours Asia/Tokyo, 2015-01-01 to 2039-12-31>"
    assert "open, 2026-11-24" in repr(asked.status(tokyo(11, 24, 18)))
