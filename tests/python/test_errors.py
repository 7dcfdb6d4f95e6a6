import json
import pickle

import pytest
from conftest import EVERY_DAY, document

from denwaban import DayBook, DenwabanError, Directory, Hours, Restaurant, read_contact_event


def refusal(source, read=Restaurant.from_json):
    with pytest.raises(DenwabanError) as refused:
        read(source)
    return refused.value


def test_all_that_is_wrong_is_told_at_once_each_with_its_place():
    wrong = document(
        {"when": "every_day", "services": [{"opens": "17:00", "closes": "16:00"}]},
        {"when": {"weekdays": ["monday"]}, "closed": True},
        lines=[{"number": "03-1234-5678"}, {"number": "0312345678"}, {"number": "hello"}],
        colour="red",
    )
    problems = {(error.where, error.code) for error in refusal(wrong).errors}
    assert problems == {
        ("/hours/rules/0/services/0", "never_ends"),
        ("/hours/rules/1/when/weekdays/0", "invalid_value"),
        ("/lines/1/number", "duplicate_number"),
        ("/lines/2/number", "not_a_phone_number"),
        ("/colour", "unknown_key"),
    }


def test_an_error_is_a_value_error_with_the_first_problem_at_hand():
    error = refusal(document(colour="red"))
    assert isinstance(error, ValueError)
    assert (error.code, error.where) == ("unknown_key", "/colour")
    assert error.message
    assert error.errors[0] == (error.code, error.message, error.where)
    assert str(error) == f"/colour: {error.message} [unknown_key]"


def test_malformed_json_has_a_range_of_bytes():
    error = refusal('{"id": }')
    assert error.code == "malformed_json"
    assert error.where.split("-")[0].isdigit()


@pytest.mark.parametrize("text", ["", "\ud800", b"\xff", "{" * 100_000, "null", "[]", '{"a":1,"a":2}'])
def test_whatever_the_text_the_refusal_is_ours(text):
    assert refusal(text).errors


def nested(depth):
    document = {}
    for _ in range(depth):
        document = {"a": document}
    return document


def holding_itself():
    document = {"hours": [1, {}]}
    document["hours"][1]["y"] = document
    return document


class Unreadable(dict):
    def items(self):
        raise RuntimeError("not today")


@pytest.mark.parametrize(
    ("source", "code", "where"),
    [
        ({"id": {1, 2}}, "wrong_type", "/id"),
        ({"id": "r1", "lines": [{"a/b": object()}]}, "wrong_type", "/lines/0/a~1b"),
        (object(), "wrong_type", ""),
        ({"hours": {(1, 2): 3}}, "wrong_type", "/hours"),
        (nested(10_000), "too_deep", "/a" * 64),
        (holding_itself(), "too_deep", "/hours/1/y"),
        ({"hours": Unreadable(a=1)}, "wrong_type", "/hours"),
    ],
)
@pytest.mark.parametrize("read", [Restaurant.from_json, Hours.from_json, DayBook.from_json, read_contact_event])
def test_what_json_cannot_say_is_refused_where_it_stands(source, code, where, read):
    error = refusal(source, read)
    assert (error.code, error.where) == (code, where)
    assert error.__cause__ is not None


def test_what_a_process_is_told_is_no_mistake_of_a_document():
    class Interrupted(dict):
        def items(self):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Restaurant.from_json({"id": Interrupted(a=1)})


def test_a_directory_says_which_restaurant():
    problems = refusal([document(), document(id="r2", zone="Nowhere"), document(id="r3", zone="")], Directory.from_json)
    assert [error.where for error in problems.errors] == ["/2/zone"]
    problems = refusal([document(zone="Here"), document(id="r2", zone="There")], Directory.from_json)
    assert [(error.code, error.where) for error in problems.errors] == [
        ("unknown_zone", "/0/zone"),
        ("unknown_zone", "/1/zone"),
    ]


def test_rules_alone_have_places_of_their_own():
    error = refusal({"rules": [dict(EVERY_DAY, colour="red")]}, Hours.from_json)
    assert (error.code, error.where) == ("unknown_key", "/rules/0/colour")
    with pytest.raises(DenwabanError) as refused:
        Hours.from_json(json.dumps({"rules": [EVERY_DAY]}), zone="Atlantis")
    assert refused.value.code == "unknown_zone"


def test_slips_in_names_are_told_where_they_stand():
    error = refusal({"rules": [EVERY_DAY], "closings": [{"when": "every_day", "services": ["昼"]}]}, Hours.from_json)
    assert (error.code, error.where) == ("unknown_reference", "/closings/0/services/0")
    error = refusal({"rules": [{"when": {"holiday": "元旦"}, "closed": True}]}, Hours.from_json)
    assert (error.code, error.where) == ("unknown_reference", "/rules/0/when/holiday")
    hours = {"rules": [{"when": {"holiday": "元旦"}, "closed": True}]}
    assert refusal(document(hours=hours)).where == "/hours/rules/0/when/holiday"


def test_errors_can_be_pickled():
    error = refusal(document(colour="red"))
    kept = pickle.loads(pickle.dumps(error))
    assert (kept.errors, str(kept)) == (error.errors, str(error))
