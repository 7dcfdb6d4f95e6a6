import asyncio
import copy
import json
import pickle
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import denwaban
from denwaban import AgentLimits, AgentTimeline, ContactHistory, DenwabanError
from denwaban.aio import agent_notices

VECTORS = {
    path.name: json.loads(path.read_text()) for path in (Path(__file__).parent.parent / "data/agent_vectors").iterdir()
}
PLAYED = {name: vector for name, vector in VECTORS.items() if vector["source"] != "contact_events"}
DAY = VECTORS["event_stream_day.json"]["events"]


def line(notice):
    who = "agent" if isinstance(notice, denwaban.AgentNotice) else f"contact {notice.contact}"
    return f"{who} {notice.kind} {notice.state}"


def iso(at):
    return at and at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(spans):
    return {name: span // timedelta(milliseconds=1) for name, span in spans.items()}


@pytest.mark.parametrize("name", PLAYED)
def test_events_become_what_the_shared_vectors_say(name):
    vector = PLAYED[name]
    streams = vector["source"] == "streams"
    timeline = AgentTimeline() if streams else AgentTimeline.for_agent_event_stream()
    applied = [timeline.apply(event) for event in vector["snapshots" if streams else "events"]]
    assert [one.applied for one in applied] == vector["applied"]
    assert [[line(notice) for notice in one.notices] for one in applied] == vector["notices"]
    gone = [
        {"id": notice.contact, **milliseconds(notice.times._asdict())}
        for one in applied
        for notice in one.notices
        if isinstance(notice, denwaban.ContactNotice) and notice.kind == "destroyed"
    ]
    assert gone == vector["gone"]
    times = timeline.times(datetime.fromisoformat(vector["until"].replace("Z", "+00:00")))
    assert (milliseconds(times.by_state), milliseconds(times.by_status)) == (vector["times"], vector["statuses"])
    assert (timeline.latest.state, iso(timeline.latest.since)) == (vector["state"], vector["since"])
    assert timeline.missed_in_a_row == vector["missed_in_a_row"]
    contacts = [
        {"id": c.id, "state": c.state, "since": iso(c.since), **milliseconds(c.times._asdict())}
        for c in timeline.contacts
    ]
    assert contacts == vector["contacts"]


def test_a_past_moment_is_told_as_it_was_as_far_back_as_the_window_holds():
    def seen(seconds, name, type_):
        return {
            "snapshotTimestamp": 1_790_000_000 + seconds,
            "state": {"name": name, "type": type_, "agentStateARN": f"arn:{name}"},
            "contacts": [],
        }

    def at(seconds):
        return datetime.fromtimestamp(1_790_000_000 + seconds, timezone.utc)

    timeline = AgentTimeline(window=timedelta(minutes=1))
    timeline.apply(seen(0, "Available", "routable"))
    timeline.apply(seen(50, "Lunch", "not_routable"))
    assert [timeline.state(at(seconds)) for seconds in (-10, 30, 50)] == ["unknown", "available", "not_routable"]
    assert timeline.times(at(30)).by_state == {"available": timedelta(seconds=30)}
    timeline.apply(seen(200, "Available", "routable"))
    with pytest.raises(denwaban.DenwabanError) as refused:
        timeline.times(at(30))
    assert (refused.value.errors[0].code, refused.value.errors[0].where) == ("out_of_range", "/until")


def test_contact_events_in_any_order_tell_the_same():
    vector = VECTORS["contact_events.json"]
    history = ContactHistory()
    added, states = [], []
    for event in vector["events"]:
        added.append("yes" if history.add(event) else "duplicate")
        states.append(history.state)
    assert (added, states) == (vector["added"], vector["states"])
    assert iso(history.first("connected_to_agent")) == vector["connected_to_agent"]
    assert iso(history.abandoned_at) == vector["abandoned_at"]
    again = pickle.loads(pickle.dumps(history))
    assert again.reports == history.reports and len(again) == len(history) == 5


def test_what_is_read_is_read_as_python_has_it():
    record = denwaban.read_agent_event(json.dumps(DAY[4]))
    assert record.kind == "state_change" and record.unknown == ()
    assert record.snapshot.at.tzinfo is timezone.utc
    assert record.snapshot.contacts[0].shown == "connected"
    snapshot = denwaban.read_streams_snapshot(
        {"snapshotTimestamp": 1.5, "state": {"name": "Busy", "type": "system"}, "mood": "good"}
    )
    assert snapshot.at == datetime.fromtimestamp(1.5, timezone.utc)
    assert snapshot.unknown == ("/mood",)
    event = {"time": "2026-11-23T09:00:00Z", "detail": {"eventType": "COMPLETED", "contactId": "c"}}
    assert denwaban.read_contact_event(event).contact == "c"


def test_what_is_wrong_is_told_with_its_place():
    with pytest.raises(DenwabanError) as refused:
        denwaban.read_agent_event({"AgentARN": "a", "EventId": "e", "EventTimestamp": "soon", "EventType": "LOGOUT"})
    assert (refused.value.code, refused.value.where) == ("invalid_value", "/EventTimestamp")
    with pytest.raises(DenwabanError):
        AgentTimeline().apply("nonsense")


def test_any_order_gives_the_same_and_a_pickle_goes_on():
    ordered, shuffled = AgentTimeline.for_agent_event_stream(), AgentTimeline.for_agent_event_stream()
    for event in DAY[:7]:
        ordered.apply(event)
    for event in reversed(DAY[:7]):
        shuffled.apply(event)
    assert shuffled == ordered
    resumed, copied = pickle.loads(pickle.dumps(ordered)), copy.deepcopy(ordered)
    for event in DAY[7:]:
        for timeline in (ordered, resumed, copied):
            timeline.apply(event)
    assert resumed == ordered == copied
    assert shuffled != ordered


def test_limits_are_told_and_when_to_ask_again():
    timeline = AgentTimeline()
    timeline.apply(
        {
            "snapshotTimestamp": 100,
            "state": {"name": "AfterCallWork", "type": "system", "startTimestamp": 100},
            "contacts": [{"contactId": "c", "type": "voice", "state": {"type": "ended", "timestamp": 100}}],
        }
    )
    limits = AgentLimits(after_contact_work=timedelta(seconds=30))
    began = datetime.fromtimestamp(100, timezone.utc)
    assert timeline.after_contact_work_ends(limits) == began + timedelta(seconds=30)
    assert timeline.exceeded(limits, 131) == (denwaban.AfterContactWorkTooLong(began, timedelta(seconds=1)),)
    assert timeline.after_contact_work_ends(AgentLimits()) is None


def test_after_contact_work_is_limited_by_channel():
    timeline = AgentTimeline()
    timeline.apply(
        {
            "snapshotTimestamp": 100,
            "state": {"name": "AfterCallWork", "type": "system", "startTimestamp": 100},
            "contacts": [
                {"contactId": contact, "type": channel, "state": {"type": "ended", "timestamp": 100}}
                for contact, channel in (("c1", "voice"), ("c2", "chat"))
            ],
        }
    )
    limits = AgentLimits(
        after_contact_work=timedelta(seconds=60),
        after_contact_work_by_channel={"chat": timedelta(seconds=30), "task": None},
    )
    began = datetime.fromtimestamp(100, timezone.utc)
    assert timeline.after_contact_work_ends(limits) == began + timedelta(seconds=30)
    assert timeline.exceeded(limits, 131) == (denwaban.AfterContactWorkTooLong(began, timedelta(seconds=1), "c2"),)
    with pytest.raises(DenwabanError, match="is no channel"):
        timeline.exceeded(AgentLimits(after_contact_work_by_channel={"fax": None}), 0)


def test_which_line_lost_a_call_is_known_whatever_report_tells_it():
    def report(kind, **more):
        detail = {"contactId": "c", "eventType": kind, "channel": "VOICE", **more}
        return {"time": "2026-11-23T09:00:10Z", "detail": detail}

    def endpoint(address):
        return {"type": "TELEPHONE_NUMBER", "address": address}

    history = ContactHistory()
    history.add(report("QUEUED"))
    assert history.line is None
    told = {"customerEndpoint": endpoint("+819012345678"), "systemEndpoint": endpoint("+81312345678")}
    history.add(report("DISCONNECTED", tags={"some_key": "v"}, languageCode="ja-JP", **told))
    assert history.line == "+81312345678"
    assert history.abandoned_at is not None
    assert history.reports[1].customer == "+819012345678"
    assert history.reports[1].tags == {"some_key": "v"}
    assert [one.language for one in history.reports] == ["", "ja-JP"]


def test_a_history_is_kept_between_two_events():
    def report(type_, seconds, **more):
        detail = {"contactId": "c", "eventType": type_, "channel": "VOICE", "initiationMethod": "INBOUND", **more}
        return {"id": type_, "time": f"2026-11-23T09:00:{seconds}Z", "detail": detail}

    history = ContactHistory()
    history.add(report("QUEUED", 10, queueInfo={"queueArn": "arn:q"}, tags={"店": "渋谷"}))
    for kept in (ContactHistory.from_json(history.to_json()), pickle.loads(pickle.dumps(history))):
        assert kept == history
        assert len(kept) == 1
        assert not kept.add(report("QUEUED", 10))
        kept.add(report("DISCONNECTED", 40, disconnectReason="CUSTOMER_DISCONNECT"))
        assert kept.abandoned_at is not None
    with pytest.raises(DenwabanError, match="reports"):
        ContactHistory.from_json("{}")


async def later(records):
    for record in records:
        await asyncio.sleep(0)
        yield record


def test_notices_are_iterated_over_and_awaited():
    timelines, wrong = {}, []

    async def listen():
        records = [*DAY[:5], "nonsense", *DAY[5:]]
        told = agent_notices(later(records), timelines, lambda record, error: wrong.append(error.code))
        return [pair async for pair in told]

    awaited = asyncio.run(listen())
    assert wrong == ["malformed_json"]
    assert awaited == list(denwaban.agent_notices_of(DAY))
    assert timelines[awaited[0][0]].latest.state == "signed_out"
    with pytest.raises(DenwabanError):
        list(denwaban.agent_notices_of(["nonsense"]))


def test_lifecycles_can_be_looked_at():
    contact = denwaban.lifecycle("contact")
    assert denwaban.Transition("connected", "held", "held", "hold", None) in contact.rows
    assert contact.mermaid.startswith("stateDiagram-v2")
    assert any(row.refused for row in denwaban.lifecycle("call").rows)


def test_a_timeline_is_of_one_agent_a_history_of_one_contact():
    def record(agent, second):
        return {
            "AgentARN": agent,
            "EventId": f"{agent}-{second}",
            "EventType": "CONFIG_CHANGE",
            "EventTimestamp": f"2026-11-23T09:00:0{second}Z",
            "CurrentAgentSnapshot": {"AgentStatus": {"Name": "Available", "Type": "ROUTABLE"}, "Contacts": []},
        }

    timeline = AgentTimeline.for_agent_event_stream()
    assert timeline.apply(record("arn:one", 1)).applied == "now"
    assert timeline.apply(record("arn:two", 2)).applied == "another_agent"

    def event(contact):
        return {"ContactId": contact, "EventType": "INITIATED", "InitiationTimestamp": "2026-11-23T09:00:00Z"}

    history = ContactHistory()
    assert history.add(event("c1"))
    with pytest.raises(DenwabanError) as refused:
        history.add(event("c2"))
    assert refused.value.code == "invalid_value"


def test_what_is_no_event_of_an_agent_is_refused_with_what_to_do():
    with pytest.raises(DenwabanError, match="decoded from base64"):
        AgentTimeline().apply({"Records": [{"kinesis": {"data": "e30="}}]})


def test_a_call_that_ended_otherwise_was_not_abandoned():
    def history(reason):
        told = ContactHistory()
        told.add(
            {
                "contactId": "c1",
                "eventType": "DISCONNECTED",
                "initiationMethod": "INBOUND",
                "disconnectTimestamp": "2026-11-23T09:01:00Z",
                "disconnectReason": reason,
                "queueInfo": {"queueArn": "q", "enqueueTimestamp": "2026-11-23T09:00:00Z"},
            }
        )
        return told

    assert history("CUSTOMER_DISCONNECT").abandoned_at is not None
    assert history("CONTACT_FLOW_DISCONNECT").abandoned_at is None


def test_a_day_has_stretches_occupancy_and_adherence_to_a_shift():
    def at(minutes):
        return datetime.fromtimestamp(1_790_000_000 + minutes * 60, timezone.utc)

    def event(minutes, name, type_):
        started = 1_790_000_000 + minutes * 60
        status = {"name": name, "type": type_, "agentStateARN": f"arn:{name}", "startTimestamp": started}
        return {"snapshotTimestamp": started, "state": status, "contacts": []}

    timeline = AgentTimeline(window=timedelta(days=1))
    timeline.apply(event(0, "Available", "routable"))
    timeline.apply(event(30, "休憩", "not_routable"))
    shift = [denwaban.ShiftPart(at(10), at(50)), denwaban.ShiftPart(at(50), at(60), "non_productive")]
    day = timeline.day(at(60), shift)
    assert day.stays == (
        denwaban.AgentStay("available", at(0), at(30)),
        denwaban.AgentStay("not_routable", at(30), at(60)),
    )
    assert day.occupancy == 0
    assert day.adherence == (timedelta(minutes=50), timedelta(minutes=30), timedelta(0), 0.6)
    assert AgentTimeline().day(at(0)).occupancy is None
