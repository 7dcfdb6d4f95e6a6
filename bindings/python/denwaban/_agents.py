"""Agents and contacts, as Python has them: the core's answers cross as JSON in its own words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Callable, Literal, NamedTuple, Union

from . import _denwaban
from ._told import if_any, span, time
from .generated.answers import (
    AgentSnapshot,
    AgentState,
    AgentStatus,
    AgentStreamRecord,
    ContactReport,
    ContactSnapshot,
    ContactState,
    ContactTimes,
    NextStatus,
    Notice,
    agent_snapshot,
    agent_status,
    agent_stream_record,
    contact_report,
    contact_snapshot,
    contact_times,
    next_status,
    notice,
)

Document = Union[str, bytes, Mapping[str, Any]]
"""JSON, or what `json.loads` made of it."""
Moment = Union[datetime, float]


class AppliedEvent(NamedTuple):
    """What became of an event, and what it made known."""

    applied: Literal["now", "mended", "duplicate", "too_late", "another_agent"]
    notices: tuple[Notice, ...]


class TrackedContact(NamedTuple):
    """A contact that the agent has, and what has become of it."""

    snapshot: ContactSnapshot
    state: ContactState
    since: datetime
    times: ContactTimes
    first_to_leave: str | None

    @property
    def id(self) -> str:
        return self.snapshot.id


class AgentNow(NamedTuple):
    """What is known of an agent since their latest event."""

    at: datetime
    state: AgentState
    since: datetime
    status: AgentStatus
    next: NextStatus | None
    missed_in_a_row: int
    contacts: tuple[TrackedContact, ...]


class AgentTimes(NamedTuple):
    """How long an agent was in what."""

    by_state: dict[str, timedelta]
    by_status: dict[str, timedelta]
    """What `not_routable` is made of: the centre's own statuses."""


class AgentStay(NamedTuple):
    """A stretch of time in one state."""

    state: AgentState
    begins: datetime
    ends: datetime


class ShiftPart(NamedTuple):
    """A part of a shift: to take calls, or anything else."""

    begins: datetime
    ends: datetime
    activity: Literal["productive", "non_productive"] = "productive"


class Adherence(NamedTuple):
    """How much of a shift was kept."""

    scheduled: timedelta
    adherent: timedelta
    """In a state that the shift asked for."""
    unknown: timedelta
    share: float | None
    """`adherent / (scheduled - unknown)`"""


class AgentDay(NamedTuple):
    """An agent's day."""

    stays: tuple[AgentStay, ...]
    occupancy: float | None
    """On contacts and after them, over that and idle time."""
    adherence: Adherence


class AgentLimits(NamedTuple):
    """What a centre allows its agents; None for no limit."""

    after_contact_work: timedelta | None = None
    missed_in_a_row: int | None = None
    """This many missed calls are too many."""
    after_contact_work_by_channel: Mapping[str, timedelta | None] = MappingProxyType({})
    """Of each channel (`voice`, `chat`, ...), as Amazon Connect's AfterContactWorkConfigPerChannel; None for no limit. Each
    contact is then held to its own channel's, and to `after_contact_work` where its channel is not named."""


class AfterContactWorkTooLong(NamedTuple):
    """After-contact work goes on past its limit."""

    since: datetime
    by: timedelta
    """How far past it."""
    contact: str | None = None
    """Where channels have limits of their own."""


class MissedTooMany(NamedTuple):
    """As many calls were missed, one after the other, as are too many."""

    in_a_row: int


class Transition(NamedTuple):
    """What an event makes of a state."""

    state: str
    event: str
    to: str | None
    """None where the event is ignored or refused."""
    effect: str | None
    refused: str | None
    """Why it must not happen."""


class Lifecycle(NamedTuple):
    """A life as a table, and as a diagram: `lifecycle`."""

    rows: tuple[Transition, ...]
    """Every state with every event."""
    mermaid: str


def _moment(seconds: float | None) -> datetime | None:
    if seconds is None:
        return None
    from datetime import timezone

    return datetime.fromtimestamp(0, timezone.utc) + timedelta(seconds=seconds)


def _milliseconds(span: timedelta | None) -> int | None:
    return None if span is None else span // timedelta(milliseconds=1)


def _by_channel(limits: AgentLimits) -> list[tuple[str, int | None]]:
    return [(channel, _milliseconds(longest)) for channel, longest in limits.after_contact_work_by_channel.items()]


def _agent_now(words: Any) -> AgentNow:
    return AgentNow(
        time(words["at"]),
        words["state"],
        time(words["since"]),
        agent_status(words["status"]),
        if_any(next_status, words["next"]),
        words["missed_in_a_row"],
        tuple(map(_tracked, words["contacts"])),
    )


def _tracked(words: Any) -> TrackedContact:
    return TrackedContact(
        contact_snapshot(words),
        words["state"],
        time(words["state_since"]),
        contact_times(words["times"]),
        words["first_to_leave"],
    )


def read_agent_event(source: Document) -> AgentStreamRecord:
    """Reads a record of the agent event stream (versions 2017-10-01 and 2019-05-25)."""
    text, unknown = _denwaban.read_agent_event(source)
    return agent_stream_record(json.loads(text), unknown)


def read_streams_snapshot(source: Document) -> AgentSnapshot:
    """Reads what amazon-connect-streams' `agent::update` carries."""
    text, unknown = _denwaban.read_streams_snapshot(source)
    return agent_snapshot(json.loads(text), unknown)


def read_contact_event(source: Document) -> ContactReport:
    """Reads a contact event, with EventBridge's envelope or without."""
    text, unknown = _denwaban.read_contact_event(source)
    return contact_report(json.loads(text), unknown)


def lifecycle(
    name: Literal["agent", "contact", "call", "commitment", "presence", "allocation"],
) -> Lifecycle:
    """The table of a life, and its Mermaid diagram."""
    rows, mermaid = _denwaban.lifecycle(name)
    return Lifecycle(tuple(Transition(*row) for row in rows), mermaid)


class AgentTimeline:
    """One agent's events, put in order: what the agent and each contact are doing, and how long they did what.

    Duplicates, and events late within the window, change nothing in the result. Pickles, and goes on where it stood.
    """

    __slots__ = ("_timeline",)

    def __init__(self, *, window: timedelta = timedelta(minutes=15), longest_silence: timedelta | None = None) -> None:
        """An event may come `window` later than one that happened after it; between two events further apart than
        `longest_silence` nothing is known unless nothing has changed."""
        self._timeline = _denwaban.Timeline(window // timedelta(milliseconds=1), _milliseconds(longest_silence))

    @classmethod
    def for_agent_event_stream(cls, window: timedelta = timedelta(minutes=15)) -> AgentTimeline:
        """For a stream with a heartbeat every 120 seconds, of which two may be lost."""
        return cls(window=window, longest_silence=timedelta(minutes=5))

    @classmethod
    def from_json(cls, source: Document) -> AgentTimeline:
        timeline = cls()
        timeline._timeline = _denwaban.Timeline.from_json(source)
        return timeline

    def apply(self, source: Document) -> AppliedEvent:
        """Takes a record of the agent event stream, or a snapshot of amazon-connect-streams."""
        applied, notices = self._timeline.apply(source)
        return AppliedEvent(applied, tuple(notice(json.loads(text)) for text in notices))

    def state(self, at: Moment) -> AgentState:
        """Also of a past moment; unknown before the first event, and before what the window still holds."""
        return self._timeline.state(at)

    def times(self, until: Moment) -> AgentTimes:
        """How long the agent has done what, from the first event to `until`. Errors: `out_of_range` for a moment before
        what the window still holds."""
        states, statuses = self._timeline.times(until)
        spans = [{name: timedelta(milliseconds=count) for name, count in each.items()} for each in (states, statuses)]
        return AgentTimes(*spans)

    def day(self, until: Moment, shift: Iterable[ShiftPart] = (), *, since: Moment | None = None) -> AgentDay:
        """Of what the window still holds (a day, if it is a day) from `since` on, and no further than `until`: occupancy, and
        adherence to a shift, of the same time, as Amazon Connect defines them; None where there is nothing to divide by.
        Errors: `overlap` and `out_of_range` for a shift whose parts do, or end before they begin."""
        parts = [
            {"from": part.begins.isoformat(), "until": part.ends.isoformat(), "activity": part.activity}
            for part in shift
        ]
        words = json.loads(self._timeline.day(until, json.dumps(parts), since))
        stays = tuple(AgentStay(one["state"], time(one["from"]), time(one["until"])) for one in words["stays"])
        told = words["adherence"]
        scheduled, adherent, unknown = (span(told[key]) for key in ("scheduled", "adherent", "unknown"))
        return AgentDay(stays, words["occupancy"], Adherence(scheduled, adherent, unknown, told["share"]))

    @property
    def latest(self) -> AgentNow | None:
        """None before the first event."""
        text = self._timeline.latest()
        if text is None:
            return None
        return _agent_now(json.loads(text))

    @property
    def contacts(self) -> tuple[TrackedContact, ...]:
        """Those that the agent has now."""
        latest = self.latest
        return () if latest is None else latest.contacts

    @property
    def missed_in_a_row(self) -> int:
        """Contacts missed since one was answered."""
        latest = self.latest
        return 0 if latest is None else latest.missed_in_a_row

    def exceeded(self, limits: AgentLimits, at: Moment) -> tuple[AfterContactWorkTooLong | MissedTooMany, ...]:
        """What is beyond the limits; the caller acts."""
        all_: list[AfterContactWorkTooLong | MissedTooMany] = []
        work = _milliseconds(limits.after_contact_work)
        for limit in self._timeline.exceeded(work, _by_channel(limits), limits.missed_in_a_row, at):
            if limit[0] == "missed_in_a_row":
                all_.append(MissedTooMany(limit[1]))
            else:
                since = _moment(limit[1])
                assert since is not None
                all_.append(AfterContactWorkTooLong(since, timedelta(milliseconds=limit[2]), limit[3]))
        return tuple(all_)

    def after_contact_work_ends(self, limits: AgentLimits) -> datetime | None:
        """When to ask again; None where after-contact work is not going on, or has no limit."""
        work = _milliseconds(limits.after_contact_work)
        return _moment(self._timeline.after_contact_work_ends(work, _by_channel(limits)))

    def to_json(self) -> str:
        return self._timeline.to_json()

    def __copy__(self) -> AgentTimeline:
        copied = AgentTimeline()
        copied._timeline = self._timeline.copy()
        return copied

    def __deepcopy__(self, memo: object) -> AgentTimeline:
        return self.__copy__()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AgentTimeline) and self._timeline == other._timeline

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Callable[[str], AgentTimeline], tuple[str]]:
        return AgentTimeline.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        latest = self.latest
        return f"<denwaban.AgentTimeline {latest.state} at {latest.at}>" if latest else "<denwaban.AgentTimeline>"


class ContactHistory:
    """All that contact events reported of one contact, in whatever order they came. Pickles, and goes on where it
    stood."""

    __slots__ = ("_history",)

    def __init__(self) -> None:
        self._history = _denwaban.History()

    @classmethod
    def from_json(cls, source: Document) -> ContactHistory:
        history = cls()
        history._history = _denwaban.History.from_json(source)
        return history

    def to_json(self) -> str:
        return self._history.to_json()

    def add(self, source: Document) -> bool:
        """Whether it was new."""
        return self._history.add(source)

    @property
    def state(self) -> ContactState:
        return self._history.state()

    def first(self, kind: str) -> datetime | None:
        """When it was first reported as this: `queued`, `connected_to_agent`, `disconnected`, ..."""
        return _moment(self._history.first(kind))

    @property
    def abandoned_at(self) -> datetime | None:
        """When the customer gave up in the queue (放棄呼)."""
        return _moment(self._history.abandoned_at())

    @property
    def line(self) -> str | None:
        """The number that was dialled, or shown: which line lost a call. None while no event tells it."""
        return self._history.line()

    @property
    def reports(self) -> tuple[ContactReport, ...]:
        return tuple(contact_report(json.loads(text)) for text in self._history.reports())

    def __len__(self) -> int:
        return len(self._history.reports())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ContactHistory) and self._history == other._history

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Callable[[str], ContactHistory], tuple[str]]:
        return ContactHistory.from_json, (self.to_json(),)


def agent_notices_of(
    records: Iterable[Document],
    timelines: MutableMapping[str, AgentTimeline] | None = None,
    on_error: Callable[[Document, Exception], None] | None = None,
) -> Iterator[tuple[str, Notice]]:
    """What the records of an agent event stream make known: pairs of an agent's ARN and a notice.

    `timelines` keeps a timeline an agent, and may be handed in and looked at. A record that can't be read goes to
    `on_error`; without it, its error is raised.
    """
    timelines = {} if timelines is None else timelines
    for record in records:
        yield from _notices_of(record, timelines, on_error)


def _notices_of(
    record: Document,
    timelines: MutableMapping[str, AgentTimeline],
    on_error: Callable[[Document, Exception], None] | None,
) -> Iterator[tuple[str, Notice]]:
    try:
        agent = read_agent_event(record).agent
        timeline = timelines.get(agent)
        if timeline is None:
            timeline = timelines[agent] = AgentTimeline.for_agent_event_stream()
        notices = timeline.apply(record).notices
    except ValueError as error:
        if on_error is None:
            raise
        on_error(record, error)
        return
    for told in notices:
        yield agent, told
