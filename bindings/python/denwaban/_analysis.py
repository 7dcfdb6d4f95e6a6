"""What is asked of calls: which bookings came of them, how many will come, how many agents that takes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Any, NamedTuple, Union

from . import _denwaban
from ._agents import Moment
from ._commands import _date_text
from ._errors import DenwabanError
from .generated.answers import Channel, Reconciliation, reconciliation


class CallTrace(NamedTuple):
    """A call, as far as its bookings are looked for."""

    call: str
    began: datetime
    ended: datetime
    contacts: tuple[str, ...] = ()
    """Its legs."""
    customer: str | None = None
    """None where no number is shown."""
    restaurant: str | None = None
    """None where nobody knows: it may have been for any."""
    booking: str | None = None
    """That its attributes name."""


class BookingTrace(NamedTuple):
    """A booking, as far as its call is looked for."""

    booking: str
    made: datetime
    """When it was first said: neither its evening nor its last change."""
    restaurant: str
    phone: str | None = None
    contact: str | None = None
    """The contact that it was made in, if it says so."""
    covers: int | None = None
    """For what came of calls; it decides nothing in `reconcile`."""


class CallResults(NamedTuple):
    """What came of calls that came in. Who had to call again is told by the number, of calls for one restaurant (or one
    line, where nobody knows the restaurant). Means and shares are None where there is nothing to divide by."""

    calls: int
    booked: int
    """Of them, that a booking came of."""
    bookings: int
    covers: int
    """Of those bookings that tell."""
    first: int
    """Answered, and nobody had called from that number in the time before."""
    resolved: int
    """Of them, and nobody called from it in the time after (一次解決)."""
    first_unknown: int
    """Answered, without a number or near an end of what is told."""
    lost: int
    """Nobody answered, and the customer left."""
    called_again: int
    """Of them, in the time after."""
    booked_later: int
    """Of them, and a booking came of such a call."""
    lost_unknown: int
    """Lost, without a number or near the end of what is told."""
    bookings_a_call: float | None
    covers_a_call: float | None
    calls_a_booking: float | None
    first_contact_resolution: float | None
    """一次解決率"""


class CallsTold(NamedTuple):
    """What is told of calls, and how long after a call another is about the same."""

    begins: datetime
    """All calls that began from here to `ends` are told."""
    ends: datetime
    again: timedelta = timedelta(days=1)
    channel: Channel | None = None
    """Only what came in through it."""


class ReconcileWindow(NamedTuple):
    """What is near."""

    after_call: timedelta = timedelta(minutes=15)
    """How long after a call its booking may be written down."""
    named: timedelta = timedelta(hours=1)
    """Likewise where one names the other."""
    skew: timedelta = timedelta(seconds=10)
    """How far the two clocks may be apart."""
    longest_call: timedelta = timedelta(hours=2)
    """Calls are taken to have begun at most so long before their end."""


class Workload(NamedTuple):
    """What comes to a queue in a span in which nothing changes."""

    calls: float
    interval: timedelta
    handle_time: timedelta
    """AHT, after-contact work and all."""
    patience: timedelta | None = None
    """How long callers wait on average before they give up; None: for ever."""


class StaffingGoal(NamedTuple):
    """What is promised to callers, and to agents."""

    service_level: float = 0.8
    """Of the calls that come, the share to be answered within `threshold`."""
    threshold: timedelta = timedelta(seconds=20)
    occupancy: float = 1.0
    """The most of an agent's time that calls may take."""
    shrinkage: float = 0.0
    """縮小率: the share of paid time in which an agent takes no calls."""


class QueueForecast(NamedTuple):
    """What a queue will be like; shares of all calls."""

    occupancy: float
    """Of an agent's time, what calls take."""
    waiting: float
    service_level: float
    abandoned: float
    wait: float | None
    """Seconds that a call waits; None where the queue only grows."""


class Staffing(NamedTuple):
    """How many it takes."""

    agents: int
    """At their telephones."""
    rostered: int
    """At work, so that so many are at their telephones."""
    queue: QueueForecast


class CallsOfDay(NamedTuple):
    """Calls that came in, or are expected to, by the quarter hour of the wall clock: 96, from midnight on."""

    date: date
    quarters: tuple[float, ...]


class CallForecast(NamedTuple):
    """What is expected: level x weekday x 祝日 or 祝前日 x the quarter hour's share."""

    level: float
    """Calls of a mean day, now."""
    weekdays: tuple[float, ...]
    """Sunday first; 1 is the mean."""
    holiday: float
    """What a 祝日 has more than a Sunday."""
    holiday_eve: float
    """What a 祝前日 has more than a Friday."""
    days: tuple[CallsOfDay, ...]


class ForecastError(NamedTuple):
    """Parts of the calls that forecasts missed; naive ones say of every quarter hour what it was a week before."""

    by_day: float | None
    by_quarter_hour: float | None
    naive_by_day: float | None
    naive_by_quarter_hour: float | None
    days: int


def _said(value: Any, where: str = "") -> Any:
    """As the core's JSON has it. A bare number is no span of time: nobody would know of what."""
    if isinstance(value, timedelta):
        return value // timedelta(milliseconds=1)
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise DenwabanError([("naive_datetime", "must have a time zone", where)])
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        raise DenwabanError([("out_of_range", "must be a finite number", where)])
    if hasattr(value, "_asdict"):
        for key, kind in type(value).__annotations__.items():
            _check_span(getattr(value, key), str(kind), f"{where}/{key}")
        value = value._asdict()
    if isinstance(value, dict):
        return {key: _said(part, f"{where}/{key}") for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_said(part, f"{where}/{place}") for place, part in enumerate(value)]
    return value


def _check_span(value: Any, kind: str, where: str) -> None:
    may_be_none = value is None and "None" in kind
    if "timedelta" in kind and not isinstance(value, timedelta) and not may_be_none:
        raise TypeError(f"{where} is a timedelta, not {type(value).__name__}")


def _dates(days: Iterable[date]) -> list[str]:
    return [_date_text(day) for day in days]


def _ask(question: str, **asked: Any) -> Any:
    return json.loads(_denwaban.answer_records(question, json.dumps(_said(asked))))


def _rows(text: str) -> list[Reconciliation]:
    return _reconciled(json.loads(text))


def _reconciled(rows: Iterable[dict[str, Any]]) -> list[Reconciliation]:
    return [reconciliation(row) for row in rows]


def _day(words: dict[str, Any]) -> CallsOfDay:
    return CallsOfDay(date.fromisoformat(words["date"]), tuple(words["quarters"]))


def reconcile(
    calls: Iterable[CallTrace], bookings: Iterable[BookingTrace], window: ReconcileWindow | None = None
) -> list[Reconciliation]:
    """突合: every booking in one row, with its call or none, and every call that no booking came of in another."""
    return _reconciled(
        _ask("reconcile", calls=list(calls), bookings=list(bookings), window=window or ReconcileWindow())
    )


class Reconciler:
    """The same as `reconcile`, of streams that have no end, in memory bounded by the window."""

    __slots__ = ("_reconciler",)

    def __init__(self, window: ReconcileWindow | None = None) -> None:
        self._reconciler = _denwaban.ReconcilerCore(json.dumps(_said(window or ReconcileWindow())))

    def add(self, trace: Union[CallTrace, BookingTrace]) -> bool:
        """False where what it could belong to has been decided."""
        text = json.dumps(_said(trace))
        is_call = isinstance(trace, CallTrace)
        return self._reconciler.add_call(text) if is_call else self._reconciler.add_booking(text)

    def advance(self, moment: Moment) -> list[Reconciliation]:
        """What is certain once nothing that ended, or was made, before `moment` will come any more."""
        return _rows(self._reconciler.advance(moment))

    def finish(self) -> list[Reconciliation]:
        """What is left, where nothing more will come."""
        return _rows(self._reconciler.finish())

    def __len__(self) -> int:
        return len(self._reconciler)


def queue_forecast(load: Workload, agents: int, threshold: timedelta) -> QueueForecast:
    """A queue with so many agents: Erlang C, or Erlang A where callers lose patience."""
    _check_span(threshold, "timedelta", "/threshold")
    return QueueForecast(**_ask("queue_forecast", load=load, agents=agents, threshold=threshold))


def staffing_for(load: Workload, goal: StaffingGoal | None = None) -> Staffing:
    """The fewest agents that reach the goal."""
    words = _ask("staffing", load=load, goal=goal or StaffingGoal())
    return Staffing(**{**words, "queue": QueueForecast(**words["queue"])})


def call_forecast(
    history: Sequence[CallsOfDay], dates: Iterable[date], *, holidays: Iterable[date] = ()
) -> CallForecast:
    """Calls expected on these dates. `holidays` are days beside Japan's 祝日 that count as such."""
    words = _ask("call_forecast", history=list(history), dates=_dates(dates), holidays=_dates(holidays))
    weekdays, days = tuple(words["weekdays"]), tuple(map(_day, words["days"]))
    return CallForecast(**{**words, "weekdays": weekdays, "days": days})


def forecast_error(history: Sequence[CallsOfDay], weeks: int, *, holidays: Iterable[date] = ()) -> ForecastError:
    """Forecasts each of the last `weeks` weeks from what was before it."""
    return ForecastError(**_ask("forecast_error", history=list(history), weeks=weeks, holidays=_dates(holidays)))


def _terms(told: CallsTold) -> dict[str, Any]:
    return {"from": told.begins, "until": told.ends, "again": told.again, "channel": told.channel}
