import json
import pickle

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from denwaban import (
    ChosenCaller,
    DenwabanError,
    Directory,
    NoCaller,
    OutboundCallerPolicy,
    PassedOver,
    PhoneNumber,
    agent_connect,
    outbound_whisper,
    start_outbound_voice_contact,
)

FILES = sorted((ROOT / "tests" / "data" / "outbound_caller_vectors").glob("*.json"))
VECTOR = json.loads((ROOT / "tests/data/outbound_caller_vectors/outbound_whisper.json").read_text(encoding="utf-8"))
POLICY = OutboundCallerPolicy.from_json(VECTOR["policy"])
DIRECTORY = Directory.from_json(VECTOR["restaurants"])
TORIBEE = DIRECTORY.find("toribee")
CONTACT = {"destination": "090-1234-5678", "instance_id": "i", "contact_flow_id": "f", "source": "03-1234-5678"}


def written(answer):
    """An answer as the vectors have it."""
    passed_over = [" ".join(filter(None, (one.source, one.reason, one.number))) for one in answer.passed_over]
    if isinstance(answer, NoCaller):
        return {"number": None, "passed_over": passed_over}
    return {**answer._asdict(), "number": answer.number.e164, "passed_over": passed_over}


def outcome(ask, arguments):
    try:
        return ask(**arguments)
    except DenwabanError as error:
        return [f"{problem.code} {problem.where}" for problem in error.errors]


def test_there_are_vectors():
    assert len(FILES) >= 5


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_vector(file):
    vector = json.loads(file.read_text(encoding="utf-8"))
    policy = OutboundCallerPolicy.from_json(vector["policy"]) if "policy" in vector else None
    directory = Directory.from_json(vector.get("restaurants", []))
    for case in vector.get("cases", []):
        call = case["call"]
        restaurant = call["restaurant"] and directory.find(call["restaurant"])
        assert written(policy.choose(**{**call, "restaurant": restaurant})) == case["answer"], case["says"]
    for case in vector.get("events", []):
        assert outbound_whisper(case["event"], policy, directory) == case["attributes"], case["says"]
    for case in vector.get("contacts", []):
        expected = case.get("request", case.get("errors"))
        assert outcome(start_outbound_voice_contact, case["contact"]) == expected, case["says"]
    for case in vector.get("connects", []):
        assert outcome(agent_connect, case["call"]) == case.get("parameters", case.get("errors")), case["says"]


def test_the_answer_is_a_tuple_with_names():
    answer = POLICY.choose(restaurant=TORIBEE, callee="090-1234-5678", choice="03-1111-2222")
    assert answer == ChosenCaller(
        number=PhoneNumber.parse("03-1234-5678"),
        source="restaurant",
        queue=VECTOR["policy"]["claimed"][0]["queues"][0],
        label="予約",
        passed_over=(PassedOver("choice", "03-1111-2222", "not_claimed"), PassedOver("last_called", "", "none")),
    )
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert isinstance(POLICY.choose(restaurant=TORIBEE, queues=[]), NoCaller)


def test_numbers_may_be_text_or_read_already():
    number = PhoneNumber.parse("0120-123-456")
    assert POLICY.choose(choice=number, callee=number).number == number
    assert POLICY.choose(choice="0120-123-456").number == number
    assert start_outbound_voice_contact(**{**CONTACT, "source": number})["SourcePhoneNumber"] == number.e164


def test_a_policy_is_a_value():
    assert OutboundCallerPolicy.from_json(POLICY.to_json()) == POLICY
    assert POLICY.to_dict() == VECTOR["policy"]
    assert pickle.loads(pickle.dumps(POLICY)) == POLICY
    assert hash(OutboundCallerPolicy.from_json(POLICY.to_json())) == hash(POLICY)
    assert POLICY != OutboundCallerPolicy.from_json({"claimed": []})
    assert repr(POLICY) == "<denwaban.OutboundCallerPolicy of 5 numbers>"


def test_a_policy_is_refused_with_every_error():
    with pytest.raises(DenwabanError) as refused:
        OutboundCallerPolicy.from_json({"claimed": [], "centre": "03-1234-5678", "order": ["chain", "chain"]})
    assert [(problem.code, problem.where) for problem in refused.value.errors] == [
        ("unknown_reference", "/centre"),
        ("invalid_value", "/order/1"),
    ]


def test_arguments_of_the_wrong_kind_are_refused():
    with pytest.raises(DenwabanError) as refused:
        POLICY.choose(callee="110")
    assert refused.value.code == "not_a_phone_number"
    for ask in (
        lambda: POLICY.choose(restaurant="toribee"),
        lambda: POLICY.choose(queues="arn:"),
        lambda: POLICY.choose(callee=81312345678),
        lambda: start_outbound_voice_contact(**CONTACT, attributes={"guests": 4}),
        lambda: start_outbound_voice_contact(**CONTACT, ring_timeout_seconds="30"),
    ):
        with pytest.raises(TypeError):
            ask()


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
keys = st.sampled_from(["ContactData", "Parameters", "CustomerEndpoint", "Address", "restaurantId", "agentChoice"])


@given(
    st.text()
    | json_values
    | st.fixed_dictionaries({"Details": json_values | st.dictionaries(keys, st.dictionaries(keys, json_values))})
)
def test_no_event_raises_and_every_number_is_claimed(event):
    attributes = outbound_whisper(event, POLICY, DIRECTORY)
    assert attributes["callerId"] in {claimed["number"] for claimed in VECTOR["policy"]["claimed"]}
    assert attributes["result"] in {"chosen", "fallback"}
    assert len(json.dumps(attributes).encode()) < 32 * 1024
