import json
from pathlib import Path

import pytest

from denwaban import AgentNotice, AgentTimeline, DenwabanError, call_event_of

DAY = json.loads((Path(__file__).parent.parent / "data/agent_vectors/event_stream_day.json").read_text())


def test_a_kind_of_notice_says_something_to_its_call():
    assert [call_event_of(kind) for kind in ("connected", "destroyed", "incoming")] == [
        "answered",
        "contact_gone",
        None,
    ]
    with pytest.raises(DenwabanError) as refused:
        call_event_of("telepathy")
    assert refused.value.code == "invalid_value"


def test_so_does_the_notice_itself():
    timeline = AgentTimeline.for_agent_event_stream()
    notices = [notice for event in DAY["events"] for notice in timeline.apply(event).notices]
    for notice in notices:
        of_agent = isinstance(notice, AgentNotice)
        assert call_event_of(notice) == (None if of_agent else call_event_of(notice.kind))
    assert {call_event_of(notice) for notice in notices} >= {"answered", "ended", None}
