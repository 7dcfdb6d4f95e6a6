"""Agents and contacts, as Python has them: the core's answers cross as JSON in its own words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from datetime import datetime, timedelta
from typing import Any, Callable, Literal, NamedTuple, Union

from . import _denwaban

Document = Union[str, bytes, Mapping[str, Any]]
"""JSON, or what `json.loads` made of it."""
Moment = Union[datetime, float]

AgentState = Literal[
    "unknown",
    "signed_out",
    "offline",
    "available",
    "not_routable",
    "ringing",
    "dialling",
    "on_contact",
    "after_contact_work",
    "error",
]
ContactState = Literal[
    "unseen",
    "in_flow",
    "queued",
    "incoming",
    "pending",
    "connecting",
    "connected",
    "held",
    "conferenced",
    "customer_left",
    "monitoring",
    "barging",
    "paused",
    "transferred",
    "missed",
    "rejected",
    "failed",
    "ended",
    "after_contact_work",
    "done",
]


class AgentStatus(NamedTuple):
    """A status as Amazon Connect shows it."""

    name: str
    type: str
    since: datetime | None
    arn: str


class NextStatus(NamedTuple):
    """The status that the agent will be in once their contacts are done."""

    name: str
    queued_at: datetime | None
    arn: str


class Queue(NamedTuple):
    arn: str
    name: str


class Connection(NamedTuple):
    """One party's leg of a contact."""

    id: str
    party: Literal["agent", "customer", "third_party", "monitor"]
    type: str
    state: str
    since: datetime | None
    number: str | None
    """E.164, or why no number is shown (`by_caller`, `payphone`, ...)."""
    quick_connect: str


class ContactSnapshot(NamedTuple):
    """A contact as one snapshot of its agent shows it."""

    id: str
    initial: str | None
    channel: str
    initiation: str
    shown: str
    """What Amazon Connect says its state is."""
    since: datetime | None
    queued_at: datetime | None
    connected_to_agent_at: datetime | None
    queue: Queue | None
    connections: tuple[Connection, ...]
    attributes: dict[str, str]


class AgentSnapshot(NamedTuple):
    """All that is seen of an agent at one moment."""

    source: Literal["streams", "agent_event_stream"]
    at: datetime
    status: AgentStatus
    next: NextStatus | None
    contacts: tuple[ContactSnapshot, ...]
    unknown: tuple[str, ...] = ()
    """The places of keys and words that are new to us, as JSON pointers."""


class ChannelSlots(NamedTuple):
    channel: str
    maximum: int
    available: int | None


class RoutingProfile(NamedTuple):
    arn: str
    name: str
    queues: tuple[Queue, ...]
    default_outbound_queue: Queue | None
    slots: tuple[ChannelSlots, ...]


class AgentConfiguration(NamedTuple):
    """Who an agent is, and what they may do."""

    username: str
    first_name: str
    last_name: str
    routing_profile: RoutingProfile
    hierarchy: tuple[str, ...]
    """The names of the agent's groups, the widest first."""


class AgentStreamRecord(NamedTuple):
    """One record of the agent event stream."""

    agent: str
    instance_arn: str
    version: str
    id: str
    kind: Literal["login", "logout", "state_change", "heart_beat"]
    snapshot: AgentSnapshot
    configuration: AgentConfiguration | None
    previous: AgentSnapshot | None
    unknown: tuple[str, ...] = ()


class ContactReport(NamedTuple):
    """One contact event of EventBridge."""

    id: str
    kind: str
    at: datetime
    contact: str
    initial: str | None
    previous: str | None
    channel: str
    initiation: str
    queue: Queue | None
    agent: str | None
    disconnect_reason: str
    unknown: tuple[str, ...] = ()


class ContactTimes(NamedTuple):
    """How long a contact was what, as its agent had it."""

    ringing: timedelta
    talking: timedelta
    held: timedelta
    after_contact_work: timedelta


class AgentNotice(NamedTuple):
    """Something that an event makes known of its agent, by the names of amazon-connect-streams."""

    kind: str
    at: datetime
    state: AgentState
    """After it."""
    effect: str | None
    """What the owner of the agent does about it."""


class ContactNotice(NamedTuple):
    """Something that an event makes known of a contact."""

    kind: str
    at: datetime
    state: ContactState
    effect: str | None
    contact: str
    times: ContactTimes
    """So far; all of them with `destroyed`."""


Notice = Union[AgentNotice, ContactNotice]


class AppliedEvent(NamedTuple):
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


class AfterContactWorkTooLong(NamedTuple):
    since: datetime
    by: timedelta


class MissedTooMany(NamedTuple):
    in_a_row: int


class Transition(NamedTuple):
    state: str
    event: str
    to: str | None
    """None where the event is ignored or refused."""
    effect: str | None
    refused: str | None
    """Why it must not happen."""


class Lifecycle(NamedTuple):
    rows: tuple[Transition, ...]
    mermaid: str


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _time_if_any(text: str | None) -> datetime | None:
    return None if text is None else _time(text)


def _moment(seconds: float | None) -> datetime | None:
    if seconds is None:
        return None
    from datetime import timezone

    return datetime.fromtimestamp(0, timezone.utc) + timedelta(seconds=seconds)


def _milliseconds(span: timedelta | None) -> int | None:
    return None if span is None else span // timedelta(milliseconds=1)


def _queue(words: Any) -> Queue | None:
    return None if words is None else Queue(**words)


def _status(words: Any) -> AgentStatus:
    return AgentStatus(words["name"], words["type"], _time_if_any(words["since"]), words["arn"])


def _next(words: Any) -> NextStatus | None:
    return None if words is None else NextStatus(words["name"], _time_if_any(words["queued_at"]), words["arn"])


def _connection(words: Any) -> Connection:
    return Connection(**{**words, "since": _time_if_any(words["since"])})


def _contact(words: Any) -> ContactSnapshot:
    known = {key: words[key] for key in ContactSnapshot._fields}
    for key in ("since", "queued_at", "connected_to_agent_at"):
        known[key] = _time_if_any(known[key])
    known["queue"] = _queue(known["queue"])
    known["connections"] = tuple(map(_connection, known["connections"]))
    return ContactSnapshot(**known)


def _snapshot(words: Any, unknown: tuple[str, ...] = ()) -> AgentSnapshot:
    return AgentSnapshot(
        words["source"],
        _time(words["at"]),
        _status(words["status"]),
        _next(words["next"]),
        tuple(map(_contact, words["contacts"])),
        unknown,
    )


def _configuration(words: Any) -> AgentConfiguration | None:
    if words is None:
        return None
    profile = words["routing_profile"]
    return AgentConfiguration(
        words["username"],
        words["first_name"],
        words["last_name"],
        RoutingProfile(
            profile["arn"],
            profile["name"],
            tuple(Queue(**queue) for queue in profile["queues"]),
            _queue(profile["default_outbound_queue"]),
            tuple(ChannelSlots(**slots) for slots in profile["slots"]),
        ),
        tuple(words["hierarchy"]),
    )


def _times(words: Any) -> ContactTimes:
    return ContactTimes(**{key: timedelta(milliseconds=count) for key, count in words.items()})


def _notice(text: str) -> Notice:
    words = json.loads(text)
    about = words.pop("about")
    words["at"] = _time(words["at"])
    if about == "agent":
        return AgentNotice(**words)
    return ContactNotice(**{**words, "times": _times(words["times"])})


def _agent_now(words: Any) -> AgentNow:
    return AgentNow(
        _time(words["at"]),
        words["state"],
        _time(words["since"]),
        _status(words["status"]),
        _next(words["next"]),
        words["missed_in_a_row"],
        tuple(map(_tracked, words["contacts"])),
    )


def _report(words: Any, unknown: tuple[str, ...] = ()) -> ContactReport:
    return ContactReport(**{**words, "at": _time(words["at"]), "queue": _queue(words["queue"])}, unknown=unknown)


def _tracked(words: Any) -> TrackedContact:
    return TrackedContact(
        _contact(words), words["state"], _time(words["state_since"]), _times(words["times"]), words["first_to_leave"]
    )


def read_agent_event(source: Document) -> AgentStreamRecord:
    """Reads a record of the agent event stream (versions 2017-10-01 and 2019-05-25)."""
    text, unknown = _denwaban.read_agent_event(source)
    words = json.loads(text)
    previous = words["previous"]
    return AgentStreamRecord(
        words["agent"],
        words["instance_arn"],
        words["version"],
        words["id"],
        words["kind"],
        _snapshot(words["snapshot"]),
        _configuration(words["configuration"]),
        None if previous is None else _snapshot(previous),
        unknown,
    )


def read_streams_snapshot(source: Document) -> AgentSnapshot:
    """Reads what amazon-connect-streams' `agent::update` carries."""
    text, unknown = _denwaban.read_streams_snapshot(source)
    return _snapshot(json.loads(text), unknown)


def read_contact_event(source: Document) -> ContactReport:
    """Reads a contact event, with EventBridge's envelope or without."""
    text, unknown = _denwaban.read_contact_event(source)
    return _report(json.loads(text), unknown)


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
        return AppliedEvent(applied, tuple(map(_notice, notices)))

    def state(self, at: Moment) -> AgentState:
        return self._timeline.state(at)

    def times(self, until: Moment) -> AgentTimes:
        """How long the agent has done what, from the first event to `until`."""
        states, statuses = self._timeline.times(until)
        spans = [{name: timedelta(milliseconds=count) for name, count in each.items()} for each in (states, statuses)]
        return AgentTimes(*spans)

    def day(self, until: Moment, shift: Iterable[ShiftPart] = ()) -> AgentDay:
        """Of what the window still holds (a day, if it is a day), and no further than `until`: occupancy, and adherence to a
        shift, of the same time, as Amazon Connect defines them; None where there is nothing to divide by. Errors: `overlap`
        and `out_of_range` for a shift whose parts do, or end before they begin."""
        parts = [
            {"from": part.begins.isoformat(), "until": part.ends.isoformat(), "activity": part.activity}
            for part in shift
        ]
        words = json.loads(self._timeline.day(until, json.dumps(parts)))
        stays = tuple(AgentStay(one["state"], _time(one["from"]), _time(one["until"])) for one in words["stays"])
        told = words["adherence"]
        scheduled, adherent, unknown = (
            timedelta(milliseconds=told[key]) for key in ("scheduled", "adherent", "unknown")
        )
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
        latest = self.latest
        return () if latest is None else latest.contacts

    @property
    def missed_in_a_row(self) -> int:
        latest = self.latest
        return 0 if latest is None else latest.missed_in_a_row

    def exceeded(self, limits: AgentLimits, at: Moment) -> tuple[AfterContactWorkTooLong | MissedTooMany, ...]:
        """What is beyond the limits; the caller acts."""
        all_: list[AfterContactWorkTooLong | MissedTooMany] = []
        work = _milliseconds(limits.after_contact_work)
        for limit in self._timeline.exceeded(work, limits.missed_in_a_row, at):
            if limit[0] == "missed_in_a_row":
                all_.append(MissedTooMany(limit[1]))
            else:
                since = _moment(limit[1])
                assert since is not None
                all_.append(AfterContactWorkTooLong(since, timedelta(milliseconds=limit[2])))
        return tuple(all_)

    def after_contact_work_ends(self, limits: AgentLimits) -> datetime | None:
        """When to ask again; None where after-contact work is not going on, or has no limit."""
        return _moment(self._timeline.after_contact_work_ends(_milliseconds(limits.after_contact_work)))

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
    """All that contact events reported of one contact, in whatever order they came."""

    __slots__ = ("_history", "_sources")

    def __init__(self) -> None:
        self._history = _denwaban.History()
        self._sources: list[str] = []

    def add(self, source: Document) -> bool:
        """Whether it was new."""
        added = self._history.add(source)
        if added:
            text = source.decode() if isinstance(source, bytes) else source
            self._sources.append(text if isinstance(text, str) else json.dumps(text))
        return added

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
    def reports(self) -> tuple[ContactReport, ...]:
        return tuple(_report(json.loads(text)) for text in self._history.reports())

    def __len__(self) -> int:
        return len(self._sources)

    def __reduce__(self) -> tuple[Callable[[list[str]], ContactHistory], tuple[list[str]]]:
        return _history_of, (self._sources,)


def _history_of(sources: list[str]) -> ContactHistory:
    history = ContactHistory()
    for source in sources:
        history.add(source)
    return history


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
    for notice in notices:
        yield agent, notice
