import json
import pickle
from datetime import datetime
from pathlib import Path

import pytest

from denwaban import Call, Catalogue, DenwabanError, hand_over_templates

VECTORS = {
    path.name: json.loads(path.read_text()) for path in (Path(__file__).parent.parent / "data/call_vectors").iterdir()
}


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def iso(at):
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


STEPS = {
    "apply": lambda call, step, policy: call.apply(**step["occurrence"]),
    "draft": lambda call, step, policy: call.draft(step["dispositions"], policy=policy),
    "extend": lambda call, step, policy: call.extend(policy=policy, at=moment(step["at"])),
    "complete": lambda call, step, policy: call.complete(policy=policy, by=step["by"], at=moment(step["at"])),
    "expire": lambda call, step, policy: call.expire(policy=policy, by=step["by"], at=moment(step["at"])),
    "amend": lambda call, step, policy: call.amend(
        step["dispositions"], by=step["by"], at=moment(step["at"]), reason=step["reason"]
    ),
    "wrap_up_due": lambda call, step, policy: call.wrap_up_due(policy),
}


@pytest.mark.parametrize("name", VECTORS)
def test_calls_become_what_the_shared_vectors_say(name):
    vector = VECTORS[name]
    call = Call.from_json(vector["call"])
    for step in vector["steps"]:
        if "errors" in step:
            with pytest.raises(DenwabanError) as refused:
                STEPS[step["do"]](call, step, vector["policy"])
            assert [[error.code, error.where] for error in refused.value.errors] == step["errors"]
            continue
        made = STEPS[step["do"]](call, step, vector["policy"])
        if step["do"] == "wrap_up_due":
            assert iso(made) == step["due"]
            continue
        if step["do"] == "apply":
            made, effect = made
            assert effect == step["effect"]
        call = made
        assert call.state == step["state"], step
    assert call.outcome == vector["outcome"]
    assert [{**due._asdict(), "due": iso(due.due)} for due in call.follow_ups()] == vector["follow_ups"]
    note = dict(vector["hand_over"])
    text = note.pop("text")
    assert call.hand_over(**note) == text
    assert call.contact_attributes() == (vector["attributes"], ())
    if "unfinished" in vector:
        assert call.to_dict()["record"]["unfinished"] == vector["unfinished"]
    assert pickle.loads(pickle.dumps(call)) == call
    assert hash(Call.from_json(call.to_json())) == hash(call)


def test_a_restaurant_has_its_own_catalogue():
    changes = {"version": "r1", "removed": ["business"], "added": [{"code": "sauna", "label": {"ja": "サウナ"}}]}
    own = Catalogue.default().changed(changes)
    assert own.version == "r1"
    problems = own.check([{"code": "business.sales"}, {"code": "sauna"}])
    assert [(problem.code, problem.where) for problem in problems] == [("not_allowed", "/dispositions/0/code")]
    assert pickle.loads(pickle.dumps(own)) == own != Catalogue.default()
    with pytest.raises(DenwabanError) as refused:
        Catalogue.default().changed({"version": "x", "removed": ["no.such"]})
    assert refused.value.code == "unknown_reference"


def test_every_default_template_is_one():
    call = Call.from_json(VECTORS["missed.json"]["call"])
    for template in hand_over_templates.values():
        assert call.hand_over(template, restaurant="とりまる")
    with pytest.raises(DenwabanError) as refused:
        call.hand_over("あ{name}")
    assert refused.value.where == "3-9"
