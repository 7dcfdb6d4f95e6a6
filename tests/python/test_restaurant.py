import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest
from conftest import EVERY_DAY, ROOT, document, restaurant

from denwaban import DenwabanError, Directory, PhoneLine, PhoneNumber, Restaurant

TWENTY = (ROOT / "examples" / "restaurants" / "restaurants.json").read_text(encoding="utf-8")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
LINES = [{"number": "03-1234-5678", "label": "予約"}, {"number": "0120-123-456"}]


def test_a_restaurant_says_who_it_is():
    told = restaurant(kana="トリベエ", lines=LINES, notes=["個室は二つ"])
    assert (told.id, told.name, told.kana, told.zone) == ("r1", "とりべえ", "トリベエ", "Asia/Tokyo")
    assert told.lines == (
        PhoneLine(PhoneNumber.parse("+81312345678"), "予約"),
        PhoneLine(PhoneNumber.parse("+81120123456"), ""),
    )
    assert told.notes == ("個室は二つ",)
    assert repr(told) == "<denwaban.Restaurant 'r1' とりべえ>"
    assert told.hours is told.hours


def test_a_route_of_a_line_that_it_does_not_have_is_found():
    routes = [{"line": "03-1234-5678", "to": {"queue": "own"}}, {"line": "03-9999-9999", "to": {"queue": "theirs"}}]
    told = restaurant(lines=LINES, routing={"routes": routes, "otherwise": {"queue": "q"}})
    assert [(found.code, found.where) for found in told.findings] == [("unknown_reference", "/routing/routes/1/line")]
    assert restaurant().findings == ()


def test_text_bytes_and_dict_are_read_alike():
    told = document(EVERY_DAY, lines=LINES)
    text = json.dumps(told, ensure_ascii=False)
    assert Restaurant.from_json(told) == Restaurant.from_json(text) == Restaurant.from_json(text.encode())


def test_the_round_trip_is_exact():
    for told in json.loads(TWENTY):
        read = Restaurant.from_json(told)
        assert Restaurant.from_json(read.to_json()) == read
        assert Restaurant.from_json(read.to_dict()).to_json() == read.to_json()


def test_restaurants_are_values():
    assert restaurant() == restaurant()
    assert hash(restaurant()) == hash(restaurant())
    assert restaurant() != restaurant(kana="トリベエ")
    assert Restaurant.from_json(document()) != Restaurant.from_json(document(), horizon=YEAR)
    assert restaurant() != "r1"


def test_a_directory_finds_by_number_and_by_id():
    directory = Directory.from_json(TWENTY)
    assert len(directory) == len(list(directory)) == len(directory.restaurants) == 20
    first = directory.restaurants[0]
    number = first.lines[0].number
    assert directory.find(first.id) is directory.find(number) is directory.find(number.national) is first
    assert directory.find("03-9999-9999") is None
    assert directory.find(PhoneNumber.parse("+14155550123")) is None
    assert directory.find("") is None


def test_a_directory_is_made_of_restaurants_too():
    directory = Directory([restaurant(), restaurant(id="r2", name="べつばら")])
    assert directory.find("r2").name == "べつばら"
    with pytest.raises(DenwabanError) as refused:
        Directory([restaurant(lines=LINES), restaurant(lines=LINES[:1])])
    assert [(error.code, error.where) for error in refused.value.errors] == [
        ("duplicate_id", "/1/id"),
        ("duplicate_number", "/1/lines/0/number"),
    ]
    with pytest.raises(TypeError):
        Directory(["r1"])


def test_pickles_keep_everything():
    told = Restaurant.from_json(document(EVERY_DAY, lines=LINES), horizon=YEAR)
    kept = pickle.loads(pickle.dumps(told))
    assert kept == told
    assert kept.hours.horizon == YEAR
    directory = Directory.from_json(TWENTY, horizon=YEAR)
    assert pickle.loads(pickle.dumps(directory)) == directory
    assert b"denwaban._denwaban" not in pickle.dumps(directory)


def test_many_threads_may_ask_one_restaurant():
    asked = Directory.from_json(TWENTY, horizon=YEAR)
    instants = np.arange(1767_300_000, 1798_600_000, 7919)

    def everything(told):
        hours = told.hours
        scalar = [hours.is_open(int(instant)) for instant in instants]
        assert hours.is_open_many(instants).tolist() == scalar
        return scalar, [repr(hours.status(int(instant))) for instant in instants[::50]]

    alone = [everything(told) for told in asked]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(4):
            assert list(pool.map(everything, asked)) == alone
