import json
import pickle
from datetime import datetime
from typing import get_args

import pytest
from conftest import EVERY_DAY
from hypothesis import given
from hypothesis import strategies as st
from sample_rules import CLOSED_ON_HOLIDAYS, EVENINGS, NEW_YORK, november, refusal

from denwaban import FindingKind, Rules, State, Weight

WEB_PAGE = {
    "@type": "Restaurant",
    "openingHoursSpecification": [{"dayOfWeek": ["Monday", "Tuesday"], "opens": "11:00", "closes": "15:00"}],
}
LOCATION = {
    "regularHours": {
        "periods": [{"openDay": "MONDAY", "openTime": {"hours": 17}, "closeDay": "TUESDAY", "closeTime": {"hours": 2}}]
    }
}
DOCUMENTS = [
    (Rules.from_json, {"rules": [EVERY_DAY]}),
    (Rules.from_amazon_connect, NEW_YORK),
    (Rules.from_schema_org, WEB_PAGE),
    (Rules.from_google, LOCATION),
]
every_document = pytest.mark.parametrize(("read", "told"), DOCUMENTS)


def test_a_listing_is_read_and_nothing_is_missing():
    assert [(found.kind, found.weight) for found in EVENINGS.findings] == [("unknowable", "note")]
    assert EVENINGS.is_complete
    assert EVENINGS.zone is None
    assert EVENINGS.to_dict() == {
        "rules": [
            {
                "when": "every_day",
                "services": [{"opens": "17:00", "closes": "23:00", "last_order": {"food": "22:00"}}],
            }
        ],
        "closings": [{"when": {"weekdays": ["mon"]}, "on_holiday": "day_after"}],
    }


def test_what_was_found_has_its_place():
    read = Rules.from_japanese("11:00～20:00（L.O.20:30）", "日曜 ※駐車場12台")
    contradiction, remark = read.findings
    assert (contradiction.kind, contradiction.weight, contradiction.part) == ("contradiction", "doubt", "open")
    assert (contradiction.where, contradiction.words) == ("16-25", "L.O.20:30")
    assert str(contradiction) == f"open 16-25: {contradiction.message}: L.O.20:30 [contradiction, doubt]"
    assert (remark.kind, remark.weight, remark.part, remark.dates) == ("remark", "note", "close", ())
    assert not read.is_complete


def test_the_range_is_one_of_bytes():
    text = "11:00～20:00（L.O.20:30）"
    found = Rules.from_japanese(text).findings[0]
    begin, end = map(int, found.where.split("-"))
    assert text.encode()[begin:end].decode() == found.words


def test_notes_alone_leave_a_reading_complete():
    read = Rules.from_japanese("17:00～23:00", "不定休")
    assert [(found.kind, found.weight) for found in read.findings] == [("unknowable", "note")]
    assert read.is_complete
    assert read.hours().state(datetime.fromisoformat("2026-11-24T18:00:00+09:00")) is State.UNKNOWN


def test_openstreetmap_is_read():
    read = Rules.from_osm("Tu-Su 17:00-23:00; PH off")
    assert read.is_complete
    assert [bool(openings) for openings in november(read)[21:24]] == [True, False, True]
    lost = Rules.from_osm("sunrise-17:00")
    assert not lost.is_complete
    assert all(found.where for found in lost.findings)


@every_document
def test_text_bytes_and_objects_are_read_alike(read, told):
    text = json.dumps(told, ensure_ascii=False)
    assert read(told) == read(text) == read(text.encode())


@every_document
def test_all_that_is_wrong_with_a_document_is_told(read, told):
    assert refusal(lambda: read("{")).code == "malformed_json"
    assert refusal(lambda: read(b"\xff")).code == "malformed_json"
    assert refusal(lambda: read("3")).code == "wrong_type"


def test_every_error_has_its_place():
    wrong = {"rules": [{"when": "always", "closed": True}, {"when": "holiday", "closed": "yes"}]}
    assert [error.where for error in refusal(lambda: Rules.from_json(wrong)).errors] == [
        "/rules/0/when",
        "/rules/1/closed",
    ]
    error = refusal(lambda: Rules.from_google({"regularHours": 3, "specialHours": 4}))
    assert {problem.where for problem in error.errors} == {"/regularHours", "/specialHours"}


def test_only_amazon_connect_states_a_zone():
    assert Rules.from_amazon_connect(NEW_YORK).zone == "America/New_York"
    assert all(read(told).zone is None for read, told in DOCUMENTS if told is not NEW_YORK)


def test_texts_are_texts():
    for read in (Rules.from_japanese, Rules.from_osm):
        with pytest.raises(TypeError):
            read(3)


@given(st.text(), st.text())
def test_no_listing_raises(open, close):
    read = Rules.from_japanese(open, close)
    assert Rules.from_json(read.to_json()) == read
    assert {found.kind for found in read.findings} <= set(get_args(FindingKind))
    assert {found.weight for found in read.findings} <= set(get_args(Weight))
    assert read.is_complete == all(found.weight == "note" for found in read.findings)
    assert read.say()
    assert repr(read)


@given(st.text() | st.text(alphabet='Mo-FrPHSa ,;:+0123456789offunk"|[]()'))
def test_no_opening_hours_raise(text):
    read = Rules.from_osm(text)
    assert Rules.from_json(read.to_json()) == read


@pytest.mark.parametrize("text", ["\ud800", "17:00～\ud80023:00", "\0"])
def test_what_is_no_utf_8_is_a_finding(text):
    assert Rules.from_japanese(text, text).findings


def test_rules_that_say_the_same_are_equal():
    again = Rules.from_json(EVENINGS.to_json())
    assert again == EVENINGS
    assert hash(again) == hash(EVENINGS)
    assert EVENINGS != CLOSED_ON_HOLIDAYS
    assert EVENINGS != EVENINGS.to_dict()


def test_pickles_keep_what_was_found():
    for read in (Rules.from_japanese("ラストまで", "不定休\ud800"), Rules.from_amazon_connect(NEW_YORK)):
        kept = pickle.loads(pickle.dumps(read))
        assert (kept, kept.findings, kept.is_complete, kept.zone) == (
            read,
            read.findings,
            read.is_complete,
            read.zone,
        )


def test_rules_cannot_be_changed():
    for name in ("findings", "is_complete", "zone", "own"):
        with pytest.raises(AttributeError):
            setattr(EVENINGS, name, None)
    assert isinstance(EVENINGS.findings, tuple)


def test_the_representation_is_a_listing():
    listing = EVENINGS.to_japanese()
    assert repr(EVENINGS) == f"<denwaban.Rules {listing.open!r}, {listing.close!r}>"


def test_what_a_caller_hears():
    said = EVENINGS.say()
    assert said.startswith("営業時間は、17時から23時までです。")
    assert "定休日は月曜日です。" in said
    assert EVENINGS.ssml().startswith("<speak>営業時間は、")
