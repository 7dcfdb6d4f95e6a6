import pickle

import pytest

from denwaban import DenwabanError, PhoneNumber, Withheld, parse_caller


@pytest.mark.parametrize(
    "text", ["03-1234-5678", "（０３）１２３４－５６７８", "+81 (0)3-1234-5678", "tel:+81312345678"]
)
def test_however_it_is_written_a_number_is_one_number(text):
    number = PhoneNumber.parse(text)
    assert number.e164 == str(number) == "+81312345678"
    assert number.national == "0312345678"
    assert number.is_japanese
    assert repr(number) == "PhoneNumber('+81312345678')"


def test_numbers_are_values():
    number, other = PhoneNumber.parse("+81312345678"), PhoneNumber.parse("+14155550123")
    assert number == PhoneNumber.parse("0312345678")
    assert len({number, PhoneNumber.parse("0312345678"), other}) == 2
    assert sorted([number, other]) == [other, number]
    assert number != "+81312345678"
    assert not other.is_japanese
    assert pickle.loads(pickle.dumps(number)) == number


def test_what_is_no_number_is_refused_with_its_place():
    for text in ("", "110", "hello", "\ud800", "03-1234-5678 ext 9"):
        with pytest.raises(DenwabanError) as refused:
            PhoneNumber.parse(text)
        assert refused.value.code == "not_a_phone_number"
    assert refused.value.where.split("-")[0].isdigit()
    with pytest.raises(TypeError):
        PhoneNumber.parse(312345678)


def test_a_caller_shows_a_number_or_does_not():
    assert parse_caller("090-1234-5678") == PhoneNumber.parse("+819012345678")
    assert parse_caller("anonymous") is parse_caller("非通知") is Withheld.BY_CALLER
    assert parse_caller("公衆電話") is Withheld.PAYPHONE
    assert parse_caller("表示圏外") is Withheld.OUT_OF_AREA
    assert parse_caller("") is Withheld.NOT_GIVEN
    with pytest.raises(DenwabanError):
        parse_caller("who?")
