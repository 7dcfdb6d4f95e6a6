from __future__ import annotations

import pickle
import random
from datetime import date, datetime, timedelta, timezone
from typing import Callable
from zoneinfo import ZoneInfo

import pytest

from denwaban import (
    BookingTrace,
    CallFacts,
    CallsOfDay,
    CallsTold,
    CallTrace,
    DenwabanError,
    Reconciler,
    ReconcileWindow,
    Reconciliation,
    StaffingGoal,
    Workload,
    bigquery_figures_sql,
    call_forecast,
    forecast_error,
    queue_forecast,
    reconcile,
    staffing_for,
)

tokyo = ZoneInfo("Asia/Tokyo")


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 22, hour, minute, tzinfo=tokyo)


CALLS = [
    CallTrace("c1", at(17, 0), at(17, 4), customer="090-1234-5678", restaurant="r1"),
    CallTrace("c2", at(17, 1), at(17, 3), contacts=("c2", "c2b"), booking="b2"),
    CallTrace("c3", at(18, 0), at(18, 2), customer="+81312345678"),
]
BOOKINGS = [
    BookingTrace("b1", at(17, 5), "r1", "+819012345678"),
    BookingTrace("b2", at(17, 2), "r1"),
    BookingTrace("b3", at(17, 3), "r2", contact="c2b"),
    BookingTrace("b4", at(17, 6), "r1", "09012345678"),
]
ROWS = [
    Reconciliation("c2", "b2", "by_booking", timedelta()),
    Reconciliation("c2", "b3", "by_contact", timedelta()),
    Reconciliation("c1", "b1", "by_number", timedelta(minutes=1)),
    Reconciliation(None, "b4", "nearer_to_another", timedelta()),
    Reconciliation("c3", None, "none_near", timedelta()),
]


def test_a_threshold_is_a_span_of_no_time_or_more():
    facts, told = CallFacts(), CallsTold(at(17, 0), at(18, 0))
    asks: list[Callable[[timedelta], object]] = [
        facts.service_figures,
        lambda span: facts.service_figures_by("weekday", span),
        lambda span: facts.report("2026-11", span, [], told),
        lambda span: bigquery_figures_sql("calls", "weekday", span),
    ]
    for ask in asks:
        with pytest.raises(DenwabanError) as refused:
            ask(timedelta(seconds=-5))
        assert (refused.value.code, refused.value.where) == ("out_of_range", "/threshold")
        with pytest.raises(TypeError, match="threshold"):
            ask(20)  # type: ignore[arg-type]
        ask(timedelta(0))


def test_bookings_find_their_calls_in_any_order():
    assert reconcile(CALLS, BOOKINGS) == ROWS
    random.Random(3).shuffle(BOOKINGS)
    assert reconcile(reversed(CALLS), BOOKINGS + BOOKINGS) == ROWS
    strict = reconcile(CALLS, BOOKINGS, ReconcileWindow(after_call=timedelta(seconds=30)))
    assert Reconciliation(None, "b1", "none_near", timedelta()) in strict


def test_a_stream_is_what_all_at_once_is():
    reconciler = Reconciler()
    assert all(reconciler.add(trace) for trace in [*BOOKINGS, *CALLS])
    assert len(reconciler) == 7
    rows = reconciler.advance(at(17, 30))
    rows += reconciler.advance(at(23, 59) + timedelta(days=1))
    assert not reconciler.add(CALLS[0])
    assert rows + reconciler.finish() == ROWS


def test_what_is_no_trace_is_told_at_its_place():
    with pytest.raises(DenwabanError) as refused:
        reconcile([CALLS[0]._replace(customer="12")], [])
    assert [(code, where) for code, _, where in refused.value.errors] == [("not_a_phone_number", "/calls/0/customer")]
    with pytest.raises(DenwabanError) as naive:
        reconcile([CALLS[0]._replace(began=datetime(2026, 11, 22))], [])
    assert naive.value.code == "naive_datetime"


def test_facts_become_traces_and_counts():
    facts = CallFacts()
    facts.add(
        {
            "ContactId": "c1",
            "Channel": "VOICE",
            "InitiationMethod": "INBOUND",
            "InitiationTimestamp": "2026-11-22T14:59:00Z",
            "DisconnectTimestamp": "2026-11-22T14:59:50Z",
            "LastUpdateTimestamp": "2026-11-22T15:00:00Z",
            "CustomerEndpoint": {"Address": "+819012345678", "Type": "TELEPHONE_NUMBER"},
        }
    )
    assert pickle.loads(pickle.dumps(facts)).all() == facts.all()
    assert CallFacts.from_json(facts.to_json()).all() == facts.all()
    (trace,) = facts.traces()
    assert trace == CallTrace(
        "c1",
        datetime(2026, 11, 22, 14, 59, tzinfo=timezone.utc),
        datetime(2026, 11, 22, 14, 59, 50, tzinfo=timezone.utc),
        ("c1",),
        "+819012345678",
    )
    assert "<title>23時45分" in facts.render_day_svg("R&D") and "R&amp;D" in facts.render_day_svg("R&D")
    assert "<title>1.0件</title>" in facts.render_week_svg()
    assert "\n23:45     1     0 ░░" in facts.render_day_text("R&D")
    assert facts.render_week_text("11月").startswith("11月\n   0     3     6")
    told = CallsTold(datetime(2026, 11, 20, tzinfo=timezone.utc), datetime(2026, 11, 25, tzinfo=timezone.utc))
    assert "予約になった" in facts.render_funnel_svg("11月", [], told)
    assert "予約" not in facts.render_funnel_svg()
    assert facts.render_funnel_text("11月", [], told).splitlines()[4] == "予約になった       0    0%"
    assert facts.render_funnel_text().startswith("着信               1  100% █")
    (day,) = facts.calls_by_quarter_hour()
    assert (day.date, day.quarters[95], sum(day.quarters)) == (date(2026, 11, 22), 1, 1)
    with pytest.raises(DenwabanError):
        facts.calls_by_quarter_hour("Asia/Edo")
    facts.add(
        {"ContactId": "w", "InitiationTimestamp": "9999-01-01T00:00:00Z", "LastUpdateTimestamp": "2026-11-22T08:00:00Z"}
    )
    with pytest.raises(DenwabanError) as too_long:
        facts.calls_by_quarter_hour()
    assert too_long.value.code == "too_large"


def test_a_queue_needs_as_many_agents_as_tables_say():
    load = Workload(100, timedelta(minutes=30), timedelta(minutes=3))
    staffing = staffing_for(load, StaffingGoal(shrinkage=0.3))
    assert (staffing.agents, staffing.rostered) == (14, 20)
    assert round(staffing.queue.service_level, 3) == 0.888
    assert queue_forecast(load, 14, timedelta(seconds=20)) == staffing.queue
    assert queue_forecast(load, 9, timedelta(seconds=20)).wait is None
    impatient = load._replace(patience=timedelta(minutes=1))
    assert queue_forecast(impatient, 9, timedelta(seconds=20)).abandoned > 0.1
    with pytest.raises(DenwabanError, match="service level"):
        staffing_for(load, StaffingGoal(service_level=1))


def test_spans_are_no_bare_numbers_and_numbers_are_finite():
    load = Workload(100, timedelta(minutes=30), timedelta(minutes=3))
    for wrong in (load._replace(interval=900), load._replace(handle_time=180.0), load._replace(patience=60)):
        with pytest.raises(TypeError, match="is a timedelta"):
            staffing_for(wrong)
    with pytest.raises(TypeError, match="/threshold is a timedelta"):
        queue_forecast(load, 14, 20)
    with pytest.raises(TypeError, match="/goal/threshold is a timedelta"):
        staffing_for(load, StaffingGoal(threshold=20))
    with pytest.raises(DenwabanError) as refused:
        staffing_for(load._replace(calls=float("nan")))
    assert (refused.value.code, refused.value.where) == ("out_of_range", "/load/calls")


def test_calls_are_forecast():
    def day(number: int) -> CallsOfDay:
        on = date(2026, 8, 3) + timedelta(days=number)
        calls = 20.0 if on.weekday() == 5 else 10.0
        return CallsOfDay(on, (0.0,) * 72 + (calls,) + (0.0,) * 23)

    history = [day(number) for number in range(70)]
    forecast = call_forecast(history, [date(2026, 10, 17)], holidays=[date(2026, 10, 20)])
    assert forecast.days[0].date == date(2026, 10, 17)
    assert forecast.days[0].quarters[72] == pytest.approx(20)
    error = forecast_error(history, 3)
    assert error.days == 21
    assert error.by_day is not None and error.by_day < 0.01
    with pytest.raises(DenwabanError):
        call_forecast(history[:5], [])
