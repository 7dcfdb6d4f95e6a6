import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from conftest import document, shared_data
from hypothesis import given
from hypothesis import strategies as st

from denwaban import DenwabanError, Directory, contact_flow

AT = datetime(2026, 11, 22, 18, tzinfo=ZoneInfo("Asia/Tokyo"))
RULES = [
    {"when": "every_day", "services": [{"name": "dinner", "opens": "17:00", "closes": "23:00"}]},
    {
        "when": "holiday_eve",
        "services": [{"name": "dinner", "opens": "17:00", "closes": "26:00", "last_order": {"food": "25:00"}}],
    },
]
DIRECTORY = Directory.from_json(
    [
        document(*RULES, lines=[{"number": "03-1234-5678"}]),
        document(*RULES, id="sample", name="見本", lines=[{"number": "+1234567890"}]),
    ]
)
RESULTS = {"answered", "unknown_number", "malformed_event", "beyond_horizon"}


def call(dialled="+81312345678", caller="+819012345678", **parameters):
    contact = {"CustomerEndpoint": {"Address": caller}, "SystemEndpoint": {"Address": dialled}}
    return {"Details": {"ContactData": contact, "Parameters": parameters}, "Name": "ContactFlowEvent"}


def test_a_call_is_answered():
    assert contact_flow(call(), DIRECTORY, AT) == {
        "result": "answered",
        "restaurantId": "r1",
        "restaurantName": "とりべえ",
        "state": "open",
        "reason": "勤労感謝の日の前日",
        "cause": "holiday_eve",
        "service": "dinner",
        "businessDate": "2026-11-22",
        "closesAt": "2026-11-23T02:00:00+09:00",
        "lastOrder": "2026-11-23T01:00:00+09:00",
        "nextOpening": "2026-11-23T17:00:00+09:00",
        "route": "queue",
        "routeTo": "default",
        "routeLabel": "",
        "caller": "number",
        "callerNumber": "+819012345678",
        "say": "本日は祝前日のため、翌2時まで営業しております。ラストオーダーは翌1時です。",
        "ssml": "<speak>本日は祝前日のため、翌2時まで営業しております。"
        '<break time="300ms"/>ラストオーダーは翌1時です。</speak>',
    }


def test_text_and_dict_are_answered_alike():
    assert contact_flow(json.dumps(call()), DIRECTORY, AT) == contact_flow(call(), DIRECTORY, AT)


def circular():
    event = {}
    event["event"] = event
    return event


def nested(depth):
    event = {}
    for _ in range(depth):
        event = {"event": event}
    return event


@pytest.mark.parametrize(
    ("event", "result"),
    [
        (call("+81399999999"), "unknown_number"),
        (call("+81399999999", restaurantId="sample"), "answered"),
        (call(caller=None), "answered"),
        (call(caller="anonymous"), "answered"),
        ({}, "malformed_event"),
        (None, "malformed_event"),
        (7, "malformed_event"),
        ("", "malformed_event"),
        ("\ud800", "malformed_event"),
        (b"\xff\xfe", "malformed_event"),
        (call(caller=["+81"]), "answered"),
        ({"Details": {"ContactData": {"Attributes": {"電話" * 100: [1]}}}}, "unknown_number"),
        ({"Details": {"ContactData": {"Attributes": {"a" + "電話" * 100: [1]}}}}, "unknown_number"),
        ({1, 2}, "malformed_event"),
        (AT, "malformed_event"),
        (circular(), "malformed_event"),
        (nested(5000), "malformed_event"),
        (call(seats=4, since=AT, broken="\ud800", list=[1]), "answered"),
    ],
)
def test_whatever_the_event_says_there_is_an_answer(event, result):
    attributes = contact_flow(event, DIRECTORY, AT)
    assert attributes["result"] == result
    assert {"result", "state", "route", "say", "ssml"} <= attributes.keys()


def test_beyond_the_horizon_there_is_an_answer_too():
    assert contact_flow(call(), DIRECTORY, 0)["result"] == "beyond_horizon"


def test_the_moment_is_not_the_events():
    with pytest.raises(DenwabanError) as refused:
        contact_flow(call(), DIRECTORY, AT.replace(tzinfo=None))
    assert refused.value.code == "naive_datetime"


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
keys = st.sampled_from(["ContactData", "Parameters", "CustomerEndpoint", "SystemEndpoint", "Address", "Attributes"])


@given(
    st.text()
    | json_values
    | st.fixed_dictionaries({"Details": json_values | st.dictionaries(keys, st.dictionaries(keys, json_values))})
)
def test_no_event_raises(event):
    attributes = contact_flow(event, DIRECTORY, AT)
    assert attributes["result"] in RESULTS
    assert all(isinstance(text, str) for pair in attributes.items() for text in pair)


def test_amazons_published_samples():
    samples = sorted(shared_data("connect/contactflow").glob("*.json"))
    assert samples
    results = {}
    for sample in samples:
        event = sample.read_text(encoding="utf-8")
        results[sample.name] = contact_flow(event, DIRECTORY, AT)["result"]
        assert contact_flow(json.loads(event), DIRECTORY, AT)["result"] == results[sample.name]
    assert set(results.values()) <= RESULTS - {"beyond_horizon"}
    assert "answered" in results.values()
