"""What contact records cost in Python, beside `json` with the same mapping: records_bench.py [FILE]. Processor time, the
least of fifteen."""

from __future__ import annotations

import gzip
import io
import json
import sys
import time
from datetime import datetime
from pathlib import Path

from contact_records import lines

from denwaban import CallFacts, contact_records_of

TIMES = (
    "LastUpdateTimestamp",
    "InitiationTimestamp",
    "ConnectedToSystemTimestamp",
    "DisconnectTimestamp",
    "TransferCompletedTimestamp",
    "ScheduledTimestamp",
)
LINKS = ("InitialContactId", "PreviousContactId", "NextContactId")


def moment(text):
    return text and datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def mapped(told):
    """What a call fact is made of, and no more."""
    agent, queue = told["Agent"], told["Queue"]
    record = {name: moment(told.get(name)) for name in TIMES}
    record.update((name, told.get(name)) for name in LINKS)
    return {
        **record,
        "id": told["ContactId"],
        "channel": told["Channel"],
        "initiation": told["InitiationMethod"],
        "reason": told["DisconnectReason"],
        "customer": told["CustomerEndpoint"] and told["CustomerEndpoint"]["Address"],
        "line": told["SystemEndpoint"] and told["SystemEndpoint"]["Address"],
        "queue": queue
        and (queue["ARN"], queue["Name"], moment(queue["EnqueueTimestamp"]), moment(queue["DequeueTimestamp"])),
        "agent": agent
        and (
            agent["ARN"],
            agent["Username"],
            agent["RoutingProfile"]["Name"],
            moment(agent["ConnectedToAgentTimestamp"]),
            moment(agent["AfterContactWorkStartTimestamp"]),
            moment(agent["AfterContactWorkEndTimestamp"]),
            agent["AgentInteractionDuration"],
            agent["CustomerHoldDuration"],
            agent["LongestHoldDuration"],
            agent["AfterContactWorkDuration"],
            agent["NumberOfHolds"],
        ),
        "attempts": told["AgentConnectionAttempts"],
        "attributes": told["Attributes"],
        "recordings": [
            (one["Location"], one["Status"], one["MediaStreamType"], one["ParticipantType"])
            for one in told["Recordings"]
        ],
    }


def newest_by_call(data):
    calls = {}
    for line in io.BytesIO(data):
        record = mapped(json.loads(line))
        legs = calls.setdefault(record["InitialContactId"] or record["id"], {})
        known = legs.get(record["id"])
        if known is None or known["LastUpdateTimestamp"] < record["LastUpdateTimestamp"]:
            legs[record["id"]] = record
    return calls


def added(data):
    facts = CallFacts()
    facts.add_file([data[at : at + (1 << 18)] for at in range(0, len(data), 1 << 18)])
    return facts


def seconds(work):
    def once():
        begins = time.process_time()
        work()
        return time.process_time() - begins

    return min(once() for _ in range(15))


def main():
    data = Path(sys.argv[1]).read_bytes() if len(sys.argv) > 1 else "\n".join(lines(10_000)).encode()
    packed, megabytes = gzip.compress(data, 6), len(data) / 1e6
    assert len(added(data).all()) == len(newest_by_call(data)) == len(added(packed).all())
    whole = added(data)
    peer = seconds(lambda: newest_by_call(data))
    print(f"{len(data.splitlines()):,} contact records, {megabytes:.0f} MB")
    for name, work in (
        ("json.loads alone", lambda: [json.loads(line) for line in io.BytesIO(data)]),
        ("json.loads, mapped and by call", None),
        ("CallFacts.add_file", lambda: added(data)),
        ("CallFacts.add_file of gzip", lambda: added(packed)),
        ("add_file, and all of them as Arrow", lambda: added(data).arrow().ipc()),
        ("contact_records_of", lambda: sum(1 for _ in contact_records_of([data]))),
        ("all of them as Arrow alone", lambda: whole.arrow().ipc()),
    ):
        took = peer if work is None else seconds(work)
        print(f"{name:<36} {took * 1e3:7.0f} ms {megabytes / took:7.0f} MB/s {peer / took:6.2f}x")


if __name__ == "__main__":
    main()
