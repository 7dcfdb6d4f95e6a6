"""Contact records as Amazon Connect writes them, 3.2 KB each, a tenth of them sent anew, as NDJSON: contact_records.py COUNT > FILE."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from random import Random

INSTANCE = "arn:aws:connect:ap-northeast-1:123456789012:instance/258252ea-967d-46f9-a510-b7f0bae69eea"
BEGINS = datetime(2026, 11, 1, tzinfo=timezone.utc)


def arn(of: str, number: int) -> str:
    return f"{INSTANCE}/{of}/078ccbaa-ae69-4bf9-84bc-{number:012}"


RECORDING = {
    "DeletionReason": None,
    "FragmentStartNumber": None,
    "FragmentStopNumber": None,
    "Location": "amazon-connect-b278e465e71c/connect/toribee/CallRecordings/%(id)s_UTC.wav",
    "MediaStreamType": "AUDIO",
    "ParticipantType": None,
    "StartTimestamp": None,
    "Status": "AVAILABLE",
    "StopTimestamp": None,
    "StorageType": "S3",
}
TEMPLATE = json.dumps(
    {
        "AWSAccountId": "123456789012",
        "AWSContactTraceRecordFormatVersion": "2017-03-10",
        "Agent": {
            "ARN": arn("agent", 7),
            "AfterContactWorkDuration": 5,
            "AfterContactWorkEndTimestamp": "%(after)s",
            "AfterContactWorkStartTimestamp": "%(ended)s",
            "AgentInteractionDuration": 239,
            "ConnectedToAgentTimestamp": "%(answered)s",
            "CustomerHoldDuration": 21,
            "HierarchyGroups": {
                "Level1": {"ARN": arn("agent-group", 1), "GroupName": "予約センター"},
                "Level2": {"ARN": arn("agent-group", 2), "GroupName": "予約センター 夜"},
                "Level3": None,
                "Level4": None,
                "Level5": None,
            },
            "LongestHoldDuration": 20,
            "NumberOfHolds": 2,
            "RoutingProfile": {"ARN": arn("routing-profile", 1), "Name": "予約"},
            "Username": "sato.hanako",
        },
        "AgentConnectionAttempts": 1,
        "AnsweringMachineDetectionStatus": None,
        "Attributes": {
            "restaurantId": "r%(place)s",
            "disposition": "booking",
            "bookingId": "b%(id)s",
            "language": "ja-JP",
            "greetingPlayed": "true",
            "hoursState": "open",
            "service": "夜",
        },
        "Campaign": {"CampaignId": None},
        "Channel": "VOICE",
        "ConnectedToSystemTimestamp": "%(began)s",
        "ContactDetails": {},
        "ContactId": "%(id)s",
        "CustomerEndpoint": {"Address": "+8190%(number)s", "Type": "TELEPHONE_NUMBER"},
        "DisconnectReason": "CUSTOMER_DISCONNECT",
        "DisconnectTimestamp": "%(ended)s",
        "InitialContactId": None,
        "InitiationMethod": "INBOUND",
        "InitiationTimestamp": "%(began)s",
        "InstanceARN": INSTANCE,
        "LastUpdateTimestamp": "%(updated)s",
        "MediaStreams": [{"Type": "AUDIO"}],
        "NextContactId": None,
        "PreviousContactId": None,
        "Queue": {
            "ARN": arn("queue", 1),
            "DequeueTimestamp": "%(answered)s",
            "Duration": 46,
            "EnqueueTimestamp": "%(queued)s",
            "Name": "予約",
        },
        "Recording": {
            "DeletionReason": None,
            "Location": RECORDING["Location"],
            "Status": "AVAILABLE",
            "Type": "AUDIO",
        },
        "Recordings": [RECORDING],
        "References": [],
        "ScheduledTimestamp": None,
        "SystemEndpoint": {"Address": "+81312345%(place)s", "Type": "TELEPHONE_NUMBER"},
        "TransferCompletedTimestamp": None,
        "TransferredToEndpoint": None,
        "VoiceIdResult": None,
    },
    ensure_ascii=False,
)


def lines(count: int) -> Iterator[str]:
    """Of a centre that takes 2,000 calls an hour."""
    random = Random(1)
    sent = [""] * 1_000
    for place in range(count):
        if place > len(sent) and place % 10 == 0:
            yield sent[random.randrange(len(sent))]
            continue
        began = BEGINS + timedelta(seconds=1.8 * place)

        def at(seconds: int, began: datetime = began) -> str:
            return (began + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")

        line = TEMPLATE % {
            "id": f"6fe40d2a-1a89-4d73-bfcf-{place:012}",
            "place": 100 + random.randrange(200),
            "number": random.randrange(10_000_000, 99_999_999),
            "began": at(0),
            "queued": at(7),
            "answered": at(53),
            "ended": at(313),
            "after": at(318),
            "updated": at(400),
        }
        sent[place % len(sent)] = line
        yield line


if __name__ == "__main__":
    for line in lines(int(sys.argv[1])):
        sys.stdout.write(line + "\n")
