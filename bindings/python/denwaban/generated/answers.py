"""What is answered. Written by denwaban_tools from the shapes of src/documents."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple, Union

from .._told import day, if_any, span, time
from . import nouns

Channel = Literal["voice", "chat", "task", "email", "unknown"]
AgentState = Literal["unknown", "signed_out", "offline", "available", "not_routable", "ringing", "dialling", "on_contact", "after_contact_work", "error"]
ContactState = Literal["unseen", "in_flow", "queued", "incoming", "pending", "connecting", "connected", "held", "conferenced", "customer_left", "monitoring", "barging", "paused", "transferred", "missed", "rejected", "failed", "ended", "after_contact_work", "done"]
SlotState = Literal["free", "if_others_move", "limited", "full", "undecided"]
Obstacle = Literal["kinds", "areas", "smoking", "access", "tables", "seller", "length"]
BookPart = Literal["floor_plan", "policy", "periods"]


class AgentStatus(NamedTuple):
    """A status as Amazon Connect shows it."""

    name: str
    type: Literal["init", "routable", "not_routable", "offline", "system", "error", "unknown"]
    since: Union[datetime, None]
    arn: str
    """Empty for a system state."""


def agent_status(told: dict[str, Any]) -> AgentStatus:
    return AgentStatus(
        told["name"],
        told["type"],
        if_any(time, told["since"]),
        told["arn"],
    )


class NextStatus(NamedTuple):
    """What the agent will be in once their contacts are done."""

    name: str
    queued_at: Union[datetime, None]
    arn: str


def next_status(told: dict[str, Any]) -> NextStatus:
    return NextStatus(
        told["name"],
        if_any(time, told["queued_at"]),
        told["arn"],
    )


class Queue(NamedTuple):
    """A queue as Amazon Connect names it."""

    arn: str
    name: str
    """Empty for an agent's own."""


def queue(told: dict[str, Any]) -> Queue:
    return Queue(
        told["arn"],
        told["name"],
    )


class Connection(NamedTuple):
    """One end of a contact."""

    id: str
    party: Literal["agent", "customer", "third_party", "monitor"]
    type: Literal["agent", "inbound", "outbound", "monitoring", "unknown"]
    state: Literal["init", "connecting", "connected", "hold", "disconnected", "rejected", "silent_monitor", "barge", "unknown"]
    since: Union[datetime, None]
    number: Union[str, None]
    """E.164, or why none is shown (`by_caller`, `payphone`, …); null where none can be read."""
    quick_connect: str
    """The name of what was dialled; may be empty."""


def connection(told: dict[str, Any]) -> Connection:
    return Connection(
        told["id"],
        told["party"],
        told["type"],
        told["state"],
        if_any(time, told["since"]),
        told["number"],
        told["quick_connect"],
    )


class ContactSnapshot(NamedTuple):
    """A contact as one snapshot of its agent shows it."""

    id: str
    initial: Union[str, None]
    """The first of a chain of transfers."""
    channel: Channel
    initiation: Literal["inbound", "outbound", "transfer", "queue_transfer", "callback", "api", "disconnect", "monitor", "external_outbound", "webrtc_api", "agent_reply", "flow", "campaign_preview", "callback_customer_first_queued", "callback_customer_first_dialed", "unknown"]
    shown: Literal["init", "incoming", "pending", "connecting", "connected", "on_hold", "paused", "missed", "rejected", "error", "ended", "unknown"]
    """What Amazon Connect says its state is."""
    since: Union[datetime, None]
    """When it came to be as shown."""
    queued_at: Union[datetime, None]
    connected_to_agent_at: Union[datetime, None]
    queue: Union[Queue, None]
    connections: tuple[Connection, ...]
    attributes: Mapping[str, str]


def contact_snapshot(told: dict[str, Any]) -> ContactSnapshot:
    return ContactSnapshot(
        told["id"],
        told["initial"],
        told["channel"],
        told["initiation"],
        told["shown"],
        if_any(time, told["since"]),
        if_any(time, told["queued_at"]),
        if_any(time, told["connected_to_agent_at"]),
        if_any(queue, told["queue"]),
        tuple(map(connection, told["connections"])),
        told["attributes"],
    )


class AgentSnapshot(NamedTuple):
    """All that is seen of an agent at one moment."""

    source: Literal["streams", "agent_event_stream"]
    at: datetime
    status: AgentStatus
    next: Union[NextStatus, None]
    contacts: tuple[ContactSnapshot, ...]
    unknown: tuple[str, ...] = ()
    """The places of keys and words that are new to us, as JSON pointers: nothing passes unread in silence."""


def agent_snapshot(told: dict[str, Any], unknown: Iterable[str] = ()) -> AgentSnapshot:
    return AgentSnapshot(
        told["source"],
        time(told["at"]),
        agent_status(told["status"]),
        if_any(next_status, told["next"]),
        tuple(map(contact_snapshot, told["contacts"])),
        tuple(unknown),
    )


class ChannelSlots(NamedTuple):
    """How many contacts of a channel an agent may have at once."""

    channel: Channel
    maximum: int
    available: Union[int, None]
    """Now."""


def channel_slots(told: dict[str, Any]) -> ChannelSlots:
    return ChannelSlots(
        told["channel"],
        told["maximum"],
        told["available"],
    )


class RoutingProfile(NamedTuple):
    """Which queues an agent takes contacts from."""

    arn: str
    name: str
    queues: tuple[Queue, ...]
    default_outbound_queue: Union[Queue, None]
    slots: tuple[ChannelSlots, ...]


def routing_profile(told: dict[str, Any]) -> RoutingProfile:
    return RoutingProfile(
        told["arn"],
        told["name"],
        tuple(map(queue, told["queues"])),
        if_any(queue, told["default_outbound_queue"]),
        tuple(map(channel_slots, told["slots"])),
    )


class AgentConfiguration(NamedTuple):
    """Who an agent is, and what they may do."""

    username: str
    first_name: str
    last_name: str
    routing_profile: RoutingProfile
    hierarchy: tuple[str, ...]
    """The agent's groups, the widest first."""


def agent_configuration(told: dict[str, Any]) -> AgentConfiguration:
    return AgentConfiguration(
        told["username"],
        told["first_name"],
        told["last_name"],
        routing_profile(told["routing_profile"]),
        tuple(told["hierarchy"]),
    )


class AgentStreamRecord(NamedTuple):
    """One record of the agent event stream."""

    agent: str
    instance_arn: str
    version: str
    id: str
    kind: Literal["snapshot", "login", "logout", "state_change", "heart_beat"]
    snapshot: AgentSnapshot
    configuration: Union[AgentConfiguration, None]
    previous: Union[AgentSnapshot, None]
    """Null at a login."""
    unknown: tuple[str, ...] = ()
    """The places of keys and words that are new to us, as JSON pointers: nothing passes unread in silence."""


def agent_stream_record(told: dict[str, Any], unknown: Iterable[str] = ()) -> AgentStreamRecord:
    return AgentStreamRecord(
        told["agent"],
        told["instance_arn"],
        told["version"],
        told["id"],
        told["kind"],
        agent_snapshot(told["snapshot"]),
        if_any(agent_configuration, told["configuration"]),
        if_any(agent_snapshot, told["previous"]),
        tuple(unknown),
    )


class ContactReport(NamedTuple):
    """What a contact event reports."""

    id: str
    kind: Literal["initiated", "connected_to_system", "queued", "connected_to_agent", "paused", "resumed", "disconnected", "completed", "contact_data_updated", "amd_disabled", "unknown"]
    at: datetime
    contact: str
    initial: Union[str, None]
    previous: Union[str, None]
    channel: Channel
    initiation: Literal["inbound", "outbound", "transfer", "queue_transfer", "callback", "api", "disconnect", "monitor", "external_outbound", "webrtc_api", "agent_reply", "flow", "campaign_preview", "callback_customer_first_queued", "callback_customer_first_dialed", "unknown"]
    queue: Union[Queue, None]
    agent: Union[str, None]
    disconnect_reason: str
    """Empty where it is not told."""
    queued_at: Union[datetime, None]
    connected_to_agent_at: Union[datetime, None]
    customer: Union[str, None]
    """E.164, or why none is shown (`by_caller`, …); null where none can be told."""
    line: Union[str, None]
    """The number dialled, or shown to whom we called."""
    customer_address: str
    """As it stands: a number, an e-mail address; may be empty."""
    tags: Mapping[str, str]
    language: str
    """As the flow set it: ja-JP; empty where it is not told."""
    unknown: tuple[str, ...] = ()
    """The places of keys and words that are new to us, as JSON pointers: nothing passes unread in silence."""


def contact_report(told: dict[str, Any], unknown: Iterable[str] = ()) -> ContactReport:
    return ContactReport(
        told["id"],
        told["kind"],
        time(told["at"]),
        told["contact"],
        told["initial"],
        told["previous"],
        told["channel"],
        told["initiation"],
        if_any(queue, told["queue"]),
        told["agent"],
        told["disconnect_reason"],
        if_any(time, told["queued_at"]),
        if_any(time, told["connected_to_agent_at"]),
        told["customer"],
        told["line"],
        told["customer_address"],
        told["tags"],
        told["language"],
        tuple(unknown),
    )


class ContactTimes(NamedTuple):
    """How long a contact was what."""

    ringing: timedelta
    talking: timedelta
    held: timedelta
    after_contact_work: timedelta


def contact_times(told: dict[str, Any]) -> ContactTimes:
    return ContactTimes(
        span(told["ringing"]),
        span(told["talking"]),
        span(told["held"]),
        span(told["after_contact_work"]),
    )


class AgentNotice(NamedTuple):
    """Something that an event makes known of its agent."""

    kind: Literal["init", "routable", "not_routable", "offline", "state_change", "error", "acw", "enqueued_next_state", "cleared_next_state", "signed_in", "signed_out"]
    at: datetime
    state: AgentState
    """After it."""
    effect: Union[Literal["start_after_contact_work_limit", "check_missed_limit", "warn_of_second_window", "show_error"], None]
    """What the owner of the agent does about it."""


def agent_notice(told: dict[str, Any]) -> AgentNotice:
    return AgentNotice(
        told["kind"],
        time(told["at"]),
        told["state"],
        told["effect"],
    )


class ContactNotice(NamedTuple):
    """Something that an event makes known of a contact."""

    kind: Literal["init", "incoming", "pending", "connecting", "connected", "held", "resumed", "conferenced", "customer_left", "monitoring", "barging", "paused", "ended", "missed", "rejected", "error", "acw", "destroyed"]
    at: datetime
    state: ContactState
    """After it."""
    effect: Union[Literal["ring", "talk", "hold", "resume", "confer", "count_missed", "begin_after_contact_work", "close"], None]
    """What the owner of the contact does about it."""
    contact: str
    """Its id."""
    times: ContactTimes
    """So far; all of them with `destroyed`."""
    overheard: bool
    """It is another agent's call, and this one a supervisor."""


def contact_notice(told: dict[str, Any]) -> ContactNotice:
    return ContactNotice(
        told["kind"],
        time(told["at"]),
        told["state"],
        told["effect"],
        told["contact"],
        contact_times(told["times"]),
        told["overheard"],
    )


class Recording(NamedTuple):
    """A recording or transcript of a contact."""

    bucket: str
    """Of Amazon S3; empty where the record does not say."""
    key: str
    status: Literal["available", "deleted", "unknown"]
    media: str
    """Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty."""
    participant: str
    """Whose voice: ALL, AGENT, CUSTOMER, …; may be empty."""
    begins: Union[datetime, None]
    ends: Union[datetime, None]
    deletion_reason: str
    """May be empty."""


def recording(told: dict[str, Any]) -> Recording:
    return Recording(
        told["bucket"],
        told["key"],
        told["status"],
        told["media"],
        told["participant"],
        if_any(time, told["from"]),
        if_any(time, told["until"]),
        told["deletion_reason"],
    )


class RecordedQueue(NamedTuple):
    """A stay in a queue."""

    queue: Queue
    enqueued: Union[datetime, None]
    dequeued: Union[datetime, None]
    """The agent connected, or the contact left."""


def recorded_queue(told: dict[str, Any]) -> RecordedQueue:
    return RecordedQueue(
        queue(told["queue"]),
        if_any(time, told["enqueued"]),
        if_any(time, told["dequeued"]),
    )


class RecordedAgent(NamedTuple):
    """An agent's part in a contact; null where Amazon Connect has not said it."""

    agent: str
    username: str
    routing_profile: str
    """Its name; may be empty."""
    connected: Union[datetime, None]
    after_contact_work_from: Union[datetime, None]
    after_contact_work_until: Union[datetime, None]
    interaction: Union[timedelta, None]
    """Without holds."""
    customer_hold: Union[timedelta, None]
    agent_hold: Union[timedelta, None]
    """How much of it the agent began."""
    longest_hold: Union[timedelta, None]
    after_contact_work: Union[timedelta, None]
    holds: int


def recorded_agent(told: dict[str, Any]) -> RecordedAgent:
    return RecordedAgent(
        told["agent"],
        told["username"],
        told["routing_profile"],
        if_any(time, told["connected"]),
        if_any(time, told["after_contact_work_from"]),
        if_any(time, told["after_contact_work_until"]),
        if_any(span, told["interaction"]),
        if_any(span, told["customer_hold"]),
        if_any(span, told["agent_hold"]),
        if_any(span, told["longest_hold"]),
        if_any(span, told["after_contact_work"]),
        told["holds"],
    )


class ContactRecord(NamedTuple):
    """What Amazon Connect says of a contact that is over (once called CTR): one leg of a call."""

    id: str
    updated: datetime
    """Of two records of a contact the newer holds."""
    initial: Union[str, None]
    """The first of a chain of transfers."""
    previous: Union[str, None]
    next: Union[str, None]
    related: Union[str, None]
    association: str
    """May be empty."""
    channel: Channel
    initiation: Literal["inbound", "outbound", "transfer", "queue_transfer", "callback", "api", "disconnect", "monitor", "external_outbound", "webrtc_api", "agent_reply", "flow", "campaign_preview", "callback_customer_first_queued", "callback_customer_first_dialed", "unknown"]
    instance_arn: str
    initiated: Union[datetime, None]
    connected_to_system: Union[datetime, None]
    """Of a contact that dials out, when the customer answered."""
    disconnected: Union[datetime, None]
    transferred: Union[datetime, None]
    """When a number outside was reached."""
    scheduled: Union[datetime, None]
    disconnect_reason: str
    """Amazon Connect's word; old records have none."""
    customer: Union[str, None]
    """E.164, or why none is shown (`by_caller`, …); null where none can be told."""
    line: Union[str, None]
    """The number dialled, or shown to whom we called."""
    transferred_to: Union[str, None]
    customer_address: str
    """As it stands; may be empty."""
    queue: Union[RecordedQueue, None]
    agent: Union[RecordedAgent, None]
    connection_attempts: int
    """How often it was offered to an agent."""
    recordings: tuple[Recording, ...]
    attributes: Mapping[str, str]
    tags: Mapping[str, str]
    formerly: tuple[str, ...]
    """Others that older records of it linked it to."""
    was_first: bool
    """An older record of it said that nothing was before it."""
    unknown: tuple[str, ...] = ()
    """The places of keys and words that are new to us, as JSON pointers: nothing passes unread in silence."""


def contact_record(told: dict[str, Any], unknown: Iterable[str] = ()) -> ContactRecord:
    return ContactRecord(
        told["id"],
        time(told["updated"]),
        told["initial"],
        told["previous"],
        told["next"],
        told["related"],
        told["association"],
        told["channel"],
        told["initiation"],
        told["instance_arn"],
        if_any(time, told["initiated"]),
        if_any(time, told["connected_to_system"]),
        if_any(time, told["disconnected"]),
        if_any(time, told["transferred"]),
        if_any(time, told["scheduled"]),
        told["disconnect_reason"],
        told["customer"],
        told["line"],
        told["transferred_to"],
        told["customer_address"],
        if_any(recorded_queue, told["queue"]),
        if_any(recorded_agent, told["agent"]),
        told["connection_attempts"],
        tuple(map(recording, told["recordings"])),
        told["attributes"],
        told["tags"],
        tuple(told.get("formerly", ())),
        told.get("was_first", False),
        tuple(unknown),
    )


class QueueWait(NamedTuple):
    """A stay in a queue, of one leg of a call."""

    contact: str
    queue: Queue
    begins: datetime
    ends: Union[datetime, None]
    outcome: Literal["answered", "abandoned", "moved", "ended"]


def queue_wait(told: dict[str, Any]) -> QueueWait:
    return QueueWait(
        told["contact"],
        queue(told["queue"]),
        time(told["from"]),
        if_any(time, told["until"]),
        told["outcome"],
    )


class AgentPart(NamedTuple):
    """An agent's part in one leg of a call."""

    contact: str
    agent: RecordedAgent


def agent_part(told: dict[str, Any]) -> AgentPart:
    return AgentPart(
        told["contact"],
        recorded_agent(told["agent"]),
    )


class CallFact(NamedTuple):
    """A call as a guest would count it, whatever legs transfers, callbacks and flows made of it."""

    id: str
    """The first leg's, also where its record has not come."""
    contacts: tuple[str, ...]
    """Its legs, as they began."""
    awaited: tuple[str, ...]
    """Legs whose records have not come: none, and it is whole."""
    overheard: int
    """How many legs of supervisors listened."""
    channel: Channel
    direction: Literal["inbound", "outbound", "transfer", "queued_callback"]
    customer: Union[str, None]
    """Null where no record shows a number."""
    line: Union[str, None]
    """The restaurant's number that was dialled, or shown."""
    began: datetime
    answered: Union[datetime, None]
    """By an agent; of a call that we made, by the customer."""
    ended: Union[datetime, None]
    transferred_to: Union[str, None]
    """A number outside that it ended at."""
    called_back: Union[datetime, None]
    """When a promised callback began."""
    in_flow: timedelta
    queued: timedelta
    interaction: timedelta
    """The agents', together, without holds."""
    customer_hold: timedelta
    agent_hold: timedelta
    after_contact_work: timedelta
    holds: int
    unanswered_offers: int
    """To agents who missed or rejected it."""
    waits: tuple[QueueWait, ...]
    agents: tuple[AgentPart, ...]
    abandoned: Union[Literal["in_flow", "in_queue"], None]
    """Where a caller gave up whom nobody had answered."""
    left_first: Literal["customer", "agent", "third_party", "flow", "system", "unknown"]
    disconnect_reason: str
    """Amazon Connect's word, of the last leg."""
    recordings: tuple[Recording, ...]
    region: str
    """Where recordings lie, as a rule."""
    attributes: Mapping[str, str]
    """Of all legs; what was written last holds."""
    dispositions: tuple[str, ...]
    """Codes, as attributes have them."""
    booking: Union[str, None]
    updated: datetime
    """Of its newest record."""
    revision: int
    """Grows with all that becomes known of it: of two rows the greater is the later."""


def call_fact(told: dict[str, Any]) -> CallFact:
    return CallFact(
        told["id"],
        tuple(told["contacts"]),
        tuple(told["awaited"]),
        told["overheard"],
        told["channel"],
        told["direction"],
        told["customer"],
        told["line"],
        time(told["began"]),
        if_any(time, told["answered"]),
        if_any(time, told["ended"]),
        told["transferred_to"],
        if_any(time, told["called_back"]),
        span(told["in_flow"]),
        span(told["queued"]),
        span(told["interaction"]),
        span(told["customer_hold"]),
        span(told["agent_hold"]),
        span(told["after_contact_work"]),
        told["holds"],
        told["unanswered_offers"],
        tuple(map(queue_wait, told["waits"])),
        tuple(map(agent_part, told["agents"])),
        told["abandoned"],
        told["left_first"],
        told["disconnect_reason"],
        tuple(map(recording, told["recordings"])),
        told["region"],
        told["attributes"],
        tuple(told["dispositions"]),
        told["booking"],
        time(told["updated"]),
        told["revision"],
    )


class CallFactChange(NamedTuple):
    """What became of a record."""

    added: Literal["kept", "newer", "as_known"]
    call: str
    """The call that the record belongs to."""
    replaced: tuple[str, ...]
    """Calls that are that one now."""
    unknown: tuple[str, ...] = ()
    """The places of keys and words that are new to us, as JSON pointers: nothing passes unread in silence."""


def call_fact_change(told: dict[str, Any], unknown: Iterable[str] = ()) -> CallFactChange:
    return CallFactChange(
        told["added"],
        told["call"],
        tuple(told["replaced"]),
        tuple(unknown),
    )


class Reconciliation(NamedTuple):
    """A booking with its call, a booking without, or a call without."""

    call: Union[str, None]
    booking: Union[str, None]
    why: Literal["by_contact", "by_booking", "by_number", "no_number", "none_near", "nearer_to_another"]
    gap: timedelta
    """From the end of the call to the booking."""


def reconciliation(told: dict[str, Any]) -> Reconciliation:
    return Reconciliation(
        told["call"],
        told["booking"],
        told["why"],
        span(told["gap"]),
    )


class FollowUpDone(NamedTuple):
    """Who did it, and when."""

    by: str
    at: datetime


def follow_up_done(told: dict[str, Any]) -> FollowUpDone:
    return FollowUpDone(
        told["by"],
        time(told["at"]),
    )


class KeptFollowUp(NamedTuple):
    """Something to do after a call."""

    name: str
    """Tells it from the call's others."""
    what: str
    """call_back, or what a disposition demands."""
    code: str
    """The disposition's that demands it; may be empty."""
    to: str
    """Whom to tell or to call; may be empty."""
    due: datetime
    done: Union[FollowUpDone, None]


def kept_follow_up(told: dict[str, Any]) -> KeptFollowUp:
    return KeptFollowUp(
        told["name"],
        told["what"],
        told["code"],
        told["to"],
        time(told["due"]),
        if_any(follow_up_done, told["done"]),
    )


class OpenFollowUp(NamedTuple):
    """Something to do that is not done."""

    name: str
    """Tells it from the call's others."""
    what: str
    """call_back, or what a disposition demands."""
    code: str
    """The disposition's that demands it; may be empty."""
    to: str
    """Whom to tell or to call; may be empty."""
    due: datetime
    contact: str
    restaurant: Union[str, None]
    customer: Union[str, None]


def open_follow_up(told: dict[str, Any]) -> OpenFollowUp:
    return OpenFollowUp(
        told["name"],
        told["what"],
        told["code"],
        told["to"],
        time(told["due"]),
        told["contact"],
        told["restaurant"],
        told["customer"],
    )


class OpenFollowUps(NamedTuple):
    """Some of what is not done, the oldest first."""

    follow_ups: tuple[OpenFollowUp, ...]
    next: Union[str, None]
    """What the next page comes after."""


def open_follow_ups(told: dict[str, Any]) -> OpenFollowUps:
    return OpenFollowUps(
        tuple(map(open_follow_up, told["follow_ups"])),
        told["next"],
    )


class Exceeded(NamedTuple):
    """A limit that is passed, and by how much; 0 where that can't be told."""

    limit: Literal["not_open", "hours_unknown", "last_entry", "closing", "start_grid", "comes_twice", "lead_time", "cut_off", "furthest_date", "smallest_party", "largest_party", "pacing_covers", "pacing_parties", "walk_in_time", "table_size", "same_guest", "tables"]
    by: int
    unit: Literal["minutes", "days", "covers", "parties"]
    """What it is by."""


def exceeded(told: dict[str, Any]) -> Exceeded:
    return Exceeded(
        told["limit"],
        told["by"],
        told["unit"],
    )


class TableMove(NamedTuple):
    """A party that gets another table."""

    booking: str
    origin: tuple[str, ...]
    to: tuple[str, ...]


def table_move(told: dict[str, Any]) -> TableMove:
    return TableMove(
        told["booking"],
        tuple(told["from"]),
        tuple(told["to"]),
    )


class Slot(NamedTuple):
    """A start on the grid, and whether a party can come then. Times are from midnight of the business date: 26:00 is two in the morning after."""

    begin: str
    end: str
    state: SlotState
    exceeded: tuple[Exceeded, ...]
    """Limits, those too that only warn."""


def slot(told: dict[str, Any]) -> Slot:
    return Slot(
        told["begin"],
        told["end"],
        told["state"],
        tuple(map(exceeded, told["exceeded"])),
    )


class Vacancy(NamedTuple):
    """What a business date has for a party."""

    date: date
    best: Union[Slot, None]
    """The first of the starts that suit best: free, then if others move, undecided, limited, full; null where the restaurant has no start that day."""


def vacancy(told: dict[str, Any]) -> Vacancy:
    return Vacancy(
        day(told["date"]),
        if_any(slot, told["best"]),
    )


class LateParty(NamedTuple):
    """Who was to be there by now, and is not."""

    booking: str
    expected: str
    """As booked, or as they said since."""
    late: int
    """Whole minutes since."""


def late_party(told: dict[str, Any]) -> LateParty:
    return LateParty(
        told["booking"],
        told["expected"],
        told["late"],
    )


class WaitingParty(NamedTuple):
    """Who waits, and what they could have now."""

    booking: str
    since: datetime
    state: SlotState
    """The best of the starts that suit them."""
    begin: Union[str, None]
    """The first of those; none where no start is to be had."""
    exceeded: tuple[Exceeded, ...]
    """Limits, there or where none is to be had."""


def waiting_party(told: dict[str, Any]) -> WaitingParty:
    return WaitingParty(
        told["booking"],
        time(told["since"]),
        told["state"],
        told["begin"],
        tuple(map(exceeded, told["exceeded"])),
    )


class Alternative(NamedTuple):
    """What a party could have instead."""

    kind: Literal["earlier", "later", "split", "other_seat", "other_day"]
    date: date
    begin: str
    end: str
    tables: tuple[tuple[str, ...], ...]
    """For each part of the party."""
    without: Union[Obstacle, None]
    """What is dropped."""
    moves: int
    """How many others have to move."""


def alternative(told: dict[str, Any]) -> Alternative:
    return Alternative(
        told["kind"],
        day(told["date"]),
        told["begin"],
        told["end"],
        tuple(map(tuple, told["tables"])),
        told["without"],
        told["moves"],
    )


class Hurt(NamedTuple):
    """A reservation that an edit of its book hurts. It stays in the book."""

    booking: str
    exceeded: tuple[Exceeded, ...]
    """Limits that it passes now and did not, or not so far."""
    lost: tuple[str, ...]
    """The tables that it can't have any more."""
    tables: tuple[str, ...]
    """Those that it has now: instead, or still, though they do not suit it any more; none where it is overbooked."""


def hurt(told: dict[str, Any]) -> Hurt:
    return Hurt(
        told["booking"],
        tuple(map(exceeded, told["exceeded"])),
        tuple(told["lost"]),
        tuple(told["tables"]),
    )


class KeptReservation(NamedTuple):
    """Where a reservation stands, and how."""

    restaurant: str
    date: date
    """The business date."""
    reservation: nouns.Reservation


def kept_reservation(told: dict[str, Any]) -> KeptReservation:
    return KeptReservation(
        told["restaurant"],
        day(told["date"]),
        told["reservation"],
    )


class ListedBookings(NamedTuple):
    """Some of the reservations of a list."""

    bookings: tuple[KeptReservation, ...]
    next: Union[str, None]
    """What the next page comes after."""


def listed_bookings(told: dict[str, Any]) -> ListedBookings:
    return ListedBookings(
        tuple(map(kept_reservation, told["bookings"])),
        told["next"],
    )


class KeptDecision(NamedTuple):
    """What was decided upon a kept book."""

    restaurant: str
    date: date
    """The business date."""
    version: int
    """Of the book after it."""
    booking: str
    """Empty where it was about none."""
    reservation: Union[nouns.Reservation, None]
    """As it stands after it."""
    group: tuple[nouns.Reservation, ...]
    """All of its group, where it has one."""
    moved: tuple[TableMove, ...]
    """Others who got another table."""
    exceeded: tuple[Exceeded, ...]
    """Limits that warn, and those that were overridden."""
    hurt: tuple[Hurt, ...]
    """By what its restaurant has become, which the book now follows."""


def kept_decision(told: dict[str, Any]) -> KeptDecision:
    return KeptDecision(
        told["restaurant"],
        day(told["date"]),
        told["version"],
        told["booking"],
        told["reservation"],
        tuple(told.get("group", ())),
        tuple(map(table_move, told["moved"])),
        tuple(map(exceeded, told["exceeded"])),
        tuple(map(hurt, told.get("hurt", ()))),
    )


class KeptEdit(NamedTuple):
    """A kept book, one of whose parts was replaced."""

    restaurant: str
    date: date
    """The business date."""
    version: int
    """Of the book after it."""
    hurt: tuple[Hurt, ...]
    """Everybody whom it hurts."""
    moved: tuple[TableMove, ...]
    """Others who got another table."""


def kept_edit(told: dict[str, Any]) -> KeptEdit:
    return KeptEdit(
        told["restaurant"],
        day(told["date"]),
        told["version"],
        tuple(map(hurt, told["hurt"])),
        tuple(map(table_move, told["moved"])),
    )


class RefreshedBook(NamedTuple):
    """A kept book that differs, and what became of it."""

    date: date
    """The business date."""
    version: int
    """After it."""
    changed: tuple[BookPart, ...]
    """Parts that follow the restaurant."""
    own: tuple[BookPart, ...]
    """Parts that were edited for the date, and were left as they are."""
    hurt: tuple[Hurt, ...]
    """Everybody whom it hurts."""
    moved: tuple[TableMove, ...]
    """Others who got another table."""


def refreshed_book(told: dict[str, Any]) -> RefreshedBook:
    return RefreshedBook(
        day(told["date"]),
        told["version"],
        tuple(told["changed"]),
        tuple(told["own"]),
        tuple(map(hurt, told["hurt"])),
        tuple(map(table_move, told["moved"])),
    )


class RefreshedBooks(NamedTuple):
    """Kept books that were brought up to their restaurant."""

    books: tuple[RefreshedBook, ...]
    """Those that differ."""
    next: Union[date, None]
    """What the next page comes after."""


def refreshed_books(told: dict[str, Any]) -> RefreshedBooks:
    return RefreshedBooks(
        tuple(map(refreshed_book, told["books"])),
        if_any(day, told["next"]),
    )


class ListedCustomers(NamedTuple):
    """Some of the customers."""

    customers: tuple[nouns.Customer, ...]
    next: Union[str, None]
    """What the next page comes after."""


def listed_customers(told: dict[str, Any]) -> ListedCustomers:
    return ListedCustomers(
        tuple(told["customers"]),
        told["next"],
    )


class LikelyDuplicate(NamedTuple):
    """Two who may be one."""

    first: nouns.Customer
    second: nouns.Customer
    same: tuple[Literal["phone", "email", "name", "kana"], ...]
    """What they have both."""


def likely_duplicate(told: dict[str, Any]) -> LikelyDuplicate:
    return LikelyDuplicate(
        told["first"],
        told["second"],
        tuple(told["same"]),
    )


class ListedDuplicates(NamedTuple):
    """Some of those who may be one."""

    pairs: tuple[LikelyDuplicate, ...]
    crowded: tuple[str, ...]
    """Numbers and names of so many that they were not compared."""
    next: Union[str, None]
    """What the next page comes after."""


def listed_duplicates(told: dict[str, Any]) -> ListedDuplicates:
    return ListedDuplicates(
        tuple(map(likely_duplicate, told["pairs"])),
        tuple(told["crowded"]),
        told["next"],
    )


class UnmergedCustomers(NamedTuple):
    """Two records where one was."""

    kept: nouns.Customer
    restored: nouns.Customer
    merged_at: datetime
    merged_by: str
    """Empty where nobody said it."""


def unmerged_customers(told: dict[str, Any]) -> UnmergedCustomers:
    return UnmergedCustomers(
        told["kept"],
        told["restored"],
        time(told["merged_at"]),
        told["merged_by"],
    )


class Forgotten(NamedTuple):
    """What one step forgot."""

    done: bool
    """Or it is to be asked again."""
    bookings: int
    """That lost their person."""
    calls: int
    """That lost their person."""
    messages: int
    """That will not be sent."""
    next: Union[str, None]
    """What the next step of `forget_before` goes on after."""


def forgotten(told: dict[str, Any]) -> Forgotten:
    return Forgotten(
        told["done"],
        told["bookings"],
        told["calls"],
        told["messages"],
        told["next"],
    )


class ConversationKept(NamedTuple):
    """That a conversation is kept."""

    id: str
    turns: int
    """Of the caller, so far."""
    expires: datetime
    """When it may be gone."""


def conversation_kept(told: dict[str, Any]) -> ConversationKept:
    return ConversationKept(
        told["id"],
        told["turns"],
        time(told["expires"]),
    )


class Spoken(NamedTuple):
    """Something to say."""

    text: str
    """As one writes it."""
    ssml: str
    """A whole document for Amazon Polly."""


def spoken(told: dict[str, Any]) -> Spoken:
    return Spoken(
        told["text"],
        told["ssml"],
    )


Notice = Union[AgentNotice, ContactNotice]


def notice(told: dict[str, Any]) -> Notice:
    if told["about"] == "agent":
        return agent_notice(told)
    return contact_notice(told)
