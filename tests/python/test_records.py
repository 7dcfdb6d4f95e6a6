"""Contact records, in Kinesis batches and out, and the calls that they are."""

import base64
import copy
import gzip
import json
from datetime import date, datetime, timedelta, timezone

import pytest
from aws_kinesis_agg.aggregator import RecordAggregator

from denwaban import (
    AgentStreamRecord,
    AgentTimeline,
    CallFacts,
    ContactRecord,
    ContactReport,
    DenwabanError,
    Directory,
    KinesisPosition,
    MessageId,
    Restaurant,
    State,
    batch_item_failures,
    is_redacted,
    read_contact_record,
    read_delivered_events,
    read_kinesis_contact_records,
)


def record(contact, **more):
    return {
        "ContactId": contact,
        "Channel": "VOICE",
        "InitiationMethod": "INBOUND",
        "InitiationTimestamp": "2026-11-22T08:00:00Z",
        "ConnectedToSystemTimestamp": "2026-11-22T08:00:00Z",
        "DisconnectTimestamp": "2026-11-22T08:01:30Z",
        "LastUpdateTimestamp": "2026-11-22T08:02:00Z",
        "DisconnectReason": "CUSTOMER_DISCONNECT",
        "CustomerEndpoint": {"Address": "+819012345678", "Type": "TELEPHONE_NUMBER"},
        "SystemEndpoint": {"Address": "+81312345678", "Type": "TELEPHONE_NUMBER"},
        "Queue": {
            "ARN": "arn:q",
            "Name": "予約",
            "EnqueueTimestamp": "2026-11-22T08:00:10Z",
            "DequeueTimestamp": "2026-11-22T08:01:30Z",
        },
        **more,
    }


def event(*data):
    return {
        "Records": [
            {
                "eventID": f"shardId-000000000001:{100 + place}",
                "kinesis": {"sequenceNumber": str(100 + place), "data": base64.b64encode(one).decode()},
            }
            for place, one in enumerate(data)
        ]
    }


def as_bytes(document):
    return json.dumps(document).encode()


def test_a_record_has_times_and_spans_and_what_is_new_of_it():
    agent = {"ARN": "a", "ConnectedToAgentTimestamp": "2026-11-22T08:01:00Z", "AgentInteractionDuration": 30}
    locations = ("bucket/a/b.wav", "bucket/Analysis/Voice/Redacted/b.wav")
    recordings = [{"Location": location, "Status": "AVAILABLE"} for location in locations]
    read = read_contact_record(record("c1", Novelty=1, Agent=agent, Recordings=recordings))
    assert read.updated == datetime(2026, 11, 22, 8, 2, tzinfo=timezone.utc)
    assert read.agent.interaction == timedelta(seconds=30)
    assert read.agent.customer_hold is None
    assert read.queue.queue.name == "予約"
    assert (read.recordings[0].bucket, read.recordings[0].key) == ("bucket", "a/b.wav")
    assert [is_redacted(one) for one in read.recordings] == [False, True]
    assert read.unknown == ("/Novelty",)
    with pytest.raises(DenwabanError):
        read_contact_record({})


def test_queues_and_topics_bring_events_of_every_kind_and_poison_holds_none_of_them_up():
    contact_event = {
        "id": "e1",
        "time": "2026-11-22T08:00:10Z",
        "detail": {"eventType": "QUEUED", "contactId": "c1", "channel": "VOICE"},
    }
    agent_event = {
        "AgentARN": "arn:a",
        "EventId": "e2",
        "EventType": "HEART_BEAT",
        "EventTimestamp": "2026-11-22T08:00:00Z",
        "CurrentAgentSnapshot": {"AgentStatus": {"Name": "Available"}, "Contacts": []},
    }
    notification = {"Type": "Notification", "TopicArn": "arn:t", "Message": json.dumps(record("c2"))}
    bodies = [contact_event, agent_event, notification, "Hello"]
    messages = [{"messageId": f"m{n}", "body": json.dumps(body)} for n, body in enumerate(bodies)]
    events, poisoned = read_delivered_events({"Records": messages})
    assert [position for position, _, _ in events] == [MessageId("m0"), MessageId("m1"), MessageId("m2")]
    kinds = [type(one.event) for one in events]
    assert kinds == [ContactReport, AgentStreamRecord, ContactRecord]
    assert events[0].event.at == datetime(2026, 11, 22, 8, 0, 10, tzinfo=timezone.utc)
    assert AgentTimeline.for_agent_event_stream().apply(events[1].document).applied == "now"
    assert CallFacts().add(events[2].document).added == "kept"
    assert [(one.position, one.code, one.data) for one in poisoned] == [(MessageId("m3"), "wrong_type", b'"Hello"')]
    failed = [events[2].position, poisoned[0].position, events[2].position]
    assert batch_item_failures(failed) == {"batchItemFailures": [{"itemIdentifier": "m2"}, {"itemIdentifier": "m3"}]}
    stream = read_delivered_events(event(as_bytes(agent_event)))
    assert stream.events[0].position == KinesisPosition("shardId-000000000001", "100")
    with pytest.raises(DenwabanError) as refused:
        read_delivered_events({"Records": [{"body": "{}"}]})
    assert refused.value.where == "/Records/0"


def test_a_batch_brings_records_and_poison():
    packed = gzip.compress(as_bytes(record("c1")) + as_bytes(record("c2")))
    batch = read_kinesis_contact_records(event(packed, b"Hello", as_bytes(record("c3"))))
    assert [(one.position.sequence, one.record.id) for one in batch.records] == [
        ("100", "c1"),
        ("100", "c2"),
        ("102", "c3"),
    ]
    (poisoned,) = batch.poisoned
    assert poisoned.data == b"Hello"
    assert poisoned.position == KinesisPosition("shardId-000000000001", "101")


def test_of_bad_records_each_is_a_call_or_poison_with_its_bytes():
    note = "n" * (1 << 20)
    cut = as_bytes(record("cut"))[:-20]
    queue = {"ARN": "arn:q", "EnqueueTimestamp": "2026-11-22T09:00:00Z", "DequeueTimestamp": "2026-11-22T08:00:30Z"}
    older = record(
        "back", Queue=queue, LastUpdateTimestamp="2026-11-22T08:01:00Z", Attributes={"disposition": "access"}
    )
    newer = {**older, "LastUpdateTimestamp": "2026-11-22T08:02:00Z", "Attributes": {"disposition": "booking"}}
    large = record("large", Attributes={"note": note})
    batch = event(*(as_bytes(one) for one in (large, newer, older)), cut, b"-", as_bytes(record("last")))
    batch["Records"][4]["kinesis"]["data"] = "no base64!"
    facts = CallFacts()
    added = facts.add_kinesis(batch)
    assert [(one.position.sequence, one.data) for one in added.poisoned] == [("103", cut), ("104", b"no base64!")]
    calls = {fact.id: fact for fact in facts.all()}
    assert sorted(calls) == ["back", "large", "last"]
    assert calls["large"].attributes["note"] == note
    assert (calls["back"].dispositions, calls["back"].queued) == (("booking",), timedelta(0))


def test_aggregated_records_of_the_producer_library_are_opened():
    packer = RecordAggregator()
    for contact in ("c1", "c2"):
        packer.add_user_record("key", as_bytes(record(contact)))
    _, _, data = packer.clear_and_get().get_contents()
    batch = read_kinesis_contact_records(event(data))
    assert [one.record.id for one in batch.records] == ["c1", "c2"]


def test_a_partial_answer_names_the_first_of_each_shard():
    failed = [KinesisPosition("a", number) for number in ("100", "99", "1000")]
    assert batch_item_failures(failed) == {"batchItemFailures": [{"itemIdentifier": "99"}]}
    assert batch_item_failures([]) == {"batchItemFailures": []}


def test_legs_are_one_call_that_finds_its_restaurant():
    transferred = record(
        "c2",
        InitiationMethod="TRANSFER",
        InitialContactId="c1",
        PreviousContactId="c1",
        InitiationTimestamp="2026-11-22T08:01:30Z",
        Queue=None,
    )
    facts = CallFacts()
    assert facts.add(transferred).call == "c1"
    assert facts.find("c2").awaited == ("c1",)
    added = facts.add_kinesis(event(as_bytes(record("c1")), as_bytes(record("c1"))))
    assert [one.change.added for one in added.changes] == ["kept", "as_known"]
    (call,) = facts.all()
    assert call.contacts == ("c1", "c2")
    assert call.queued == timedelta(seconds=80)
    assert call.waits[0].outcome == "moved"
    assert call.abandoned == "in_flow"
    assert facts.find("nobody") is None

    directory = Directory(
        [
            Restaurant.from_json(
                {
                    "id": "r1",
                    "name": "とりべえ",
                    "zone": "Asia/Tokyo",
                    "lines": [{"number": "03-1234-5678", "label": "代表"}],
                    "hours": {
                        "rules": [
                            {
                                "when": {"weekdays": ["sun"]},
                                "services": [{"name": "ディナー", "opens": "17:00", "closes": "26:00"}],
                            }
                        ]
                    },
                }
            )
        ]
    )
    place = facts.place("c1", directory)
    assert (place.restaurant, place.state, place.service) == ("r1", State.OPEN, "ディナー")
    assert (place.business_date, place.eve_of) == (date(2026, 11, 22), "勤労感謝の日")
    before = copy.copy(facts)
    facts.forget_before(datetime(2027, 1, 1, tzinfo=timezone.utc))
    assert (len(facts), len(before)) == (0, 2)


def test_figures_are_by_the_three_formulas():
    agent = {"ARN": "a", "ConnectedToAgentTimestamp": "2026-11-22T08:01:30Z", "AgentInteractionDuration": 60}
    facts = CallFacts()
    facts.add(record("c1", Agent=agent))
    facts.add(record("c2"))
    figures = facts.service_figures(timedelta(seconds=100))
    assert (figures.answered, figures.abandoned, figures.speed_of_answer) == (1, 1, 80)
    assert figures.service_level == (0.5, 1.0, 1.0)
