#include <doctest/doctest.h>

#include <string>
#include <unordered_set>

#include <denwaban/core/phone_number.hpp>

namespace phone_number_test {
using namespace denwaban;

namespace {

std::string e164(std::string_view text) {
    const auto number = PhoneNumber::parse(text);
    return number ? std::string{number->e164()} : number.error().message;
}

std::string national(std::string_view text) {
    const auto number = PhoneNumber::parse(text);
    return number ? number->national() : number.error().message;
}

/// The part of the text that the error is about.
std::string_view wrong_part(std::string_view text) {
    const auto number = PhoneNumber::parse(text);
    REQUIRE_FALSE(number);
    CHECK(number.error().code == ErrorCode::not_a_phone_number);
    const auto& bytes = std::get<ByteRange>(number.error().where);
    REQUIRE(bytes.begin <= bytes.end);
    REQUIRE(bytes.end <= text.size());
    return text.substr(bytes.begin, bytes.end - bytes.begin);
}

WithheldReason reason(std::string_view text) {
    const auto caller = parse_caller(text);
    REQUIRE(caller);
    return std::get<Withheld>(*caller).reason;
}

}  // namespace

TEST_CASE("a number in Japan is the same however it is written") {
    for (const std::string_view text : {
             "+81312345678",
             "+81-3-1234-5678",
             "+81 (0)3 1234 5678",
             "+81-03-1234-5678",
             "(+81) 3-1234-5678",
             "+81［０］3.1234.5678",
             "81312345678",
             "0312345678",
             "03-1234-5678",
             "(03)1234-5678",
             "03(1234)5678",
             "03/1234/5678",
             "  03 1234 5678\n",
             "０３－１２３４－５６７８",
             "（０３）１２３４ー５６７８",
             "＋８１（０）３―１２３４―５６７８",
             "03‐1234‑5678",
             "03–1234—5678",
             "03−1234ｰ5678",
             "03〜1234～5678",
             "03　1234\u00A05678",
             "\u202A03-1234-5678\u202C",
             "010-81-3-1234-5678",
             "010 81 03 1234 5678",
             "tel:+81-3-1234-5678",
             " TEL:03-1234-5678",
         }) {
        CAPTURE(text);
        CHECK(e164(text) == "+81312345678");
        CHECK(national(text) == "0312345678");
    }
}

TEST_CASE("each kind of number in Japan has its own length") {
    CHECK(e164("090-1234-5678") == "+819012345678");
    CHECK(e164("050-1234-5678") == "+815012345678");
    CHECK(e164("020-1234-5678") == "+812012345678");
    CHECK(e164("0200-12345-67890") == "+812001234567890");
    CHECK(e164("060-1234-5678") == "+816012345678");
    CHECK(e164("060-123-4567") == "+81601234567");
    CHECK(e164("0120-123-456") == "+81120123456");
    CHECK(e164("0800-123-4567") == "+818001234567");
    CHECK(e164("0570-123-456") == "+81570123456");
    CHECK(e164("0990-123-456") == "+81990123456");
    CHECK(e164("04992-2-1234") == "+81499221234");

    CHECK(wrong_part("03-1234-567") == "3-1234-567");
    CHECK(wrong_part("03-1234-56789") == "9");
    CHECK(wrong_part("090-1234-567") == "90-1234-567");
    CHECK(wrong_part("0120-1234-567") == "7");
    CHECK(wrong_part("0200-1234-56789") == "89");
    CHECK(wrong_part("+81-10-1234-5678") == "10-1234-5678");
    CHECK(wrong_part("0077-7123-4567") == "077-7123-4567");
    CHECK(wrong_part("+81") == "81");
}

TEST_CASE("a foreign number needs only the shape of E.164") {
    CHECK(e164("+1234567890") == "+1234567890");
    CHECK(e164("+1 (206) 555-0100") == "+12065550100");
    CHECK(e164("010-1-206-555-0100") == "+12065550100");
    CHECK(e164("+44 (0)20 7946 0018") == "+442079460018");
    CHECK(e164("010 44 (0)20 7946 0018") == "+442079460018");
    CHECK(e164("+8(0)1234567") == "+801234567");
    CHECK(e164("+2904123") == "+2904123");
    CHECK(e164("+123456789012345") == "+123456789012345");
    CHECK(national("+1 206-555-0100") == "+12065550100");
    CHECK_FALSE(PhoneNumber::parse("+12065550100")->is_japanese());

    CHECK(wrong_part("+123456") == "123456");
    CHECK(wrong_part("+1234567890123456 ") == "6");
    CHECK(wrong_part("+0312345678") == "0312345678");
    CHECK(wrong_part("010") == "010");
    CHECK(wrong_part("010-0-81") == "0-81");
}

TEST_CASE("what is wrong is shown in the text as it was handed in") {
    CHECK(wrong_part("") == "");
    CHECK(wrong_part("tel:") == "");
    CHECK(wrong_part("--") == "--");
    CHECK(wrong_part("03-1234-5678 内線 12") == "内");
    CHECK(wrong_part("tel:+81-3-1234-5678;ext=1") == ";");
    CHECK(wrong_part("03+1234-5678") == "+");
    CHECK(wrong_part("++81312345678") == "+");
    CHECK(wrong_part("110") == "110");
    CHECK(wrong_part("9012345678") == "9012345678");
    CHECK(wrong_part("03-1234-5678 / 090-1234-5678") == "090-1234-5678");
    CHECK(wrong_part(std::string_view{"03\0", 3}) == std::string_view{"\0", 1});
    CHECK(wrong_part("03\xE3\x83") == "\xE3\x83");
    CHECK(wrong_part("\xEF\xBC") == "\xEF\xBC");
    CHECK(wrong_part("\x80\x80") == "\x80\x80");
    CHECK(wrong_part("\xFF\xFF") == "\xFF");
}

TEST_CASE("megabytes are read once and refused") {
    const std::string digits(1 << 20, '0');
    CHECK(wrong_part("+1" + digits).size() == digits.size() - 14);
    CHECK(wrong_part(std::string(1 << 20, '-')).size() == 1 << 20);
}

TEST_CASE("numbers compare and hash as what they are") {
    const auto office = PhoneNumber::parse("03-1234-5678");
    const auto mobile = PhoneNumber::parse("090-1234-5678");
    CHECK(office == PhoneNumber::parse("+81 3 1234 5678"));
    CHECK(*office < *mobile);
    const std::unordered_set<PhoneNumber> numbers{*office, *mobile, *PhoneNumber::parse("0312345678")};
    CHECK(numbers.size() == 2);
}

TEST_CASE("a caller is a number or a reason why there is none") {
    const auto caller = parse_caller(" 090-1234-5678 ");
    REQUIRE(caller);
    CHECK(std::get<PhoneNumber>(*caller).e164() == "+819012345678");

    CHECK(reason("anonymous") == WithheldReason::by_caller);
    CHECK(reason("Anonymous") == WithheldReason::by_caller);
    CHECK(reason("　非通知\n") == WithheldReason::by_caller);
    CHECK(reason("RESTRICTED") == WithheldReason::by_caller);
    CHECK(reason("private") == WithheldReason::by_caller);
    CHECK(reason("公衆電話") == WithheldReason::payphone);
    CHECK(reason("通知不可") == WithheldReason::out_of_area);
    for (const auto* word : {"Blocked", "withheld", "ID Withheld", "NO CALLER ID"}) {
        CHECK(reason(word) == WithheldReason::by_caller);
    }
    CHECK(reason("Coin line/payphone") == WithheldReason::payphone);
    CHECK(reason("表示圏外") == WithheldReason::out_of_area);
    CHECK(reason("Unavailable") == WithheldReason::out_of_area);
    CHECK(reason("unknown") == WithheldReason::not_given);
    CHECK(reason(" \t\u3000") == WithheldReason::not_given);
    CHECK(to_string(reason("")) == "not_given");

    CHECK(parse_caller("somebody").error() == PhoneNumber::parse("somebody").error());
}

TEST_CASE("whatever stands for a hyphen is one") {
    for (const std::string_view hyphen : {"\u02D7", "\u2043", "\u207B", "\u2796", "\uFE58", "・", "･", "_"}) {
        CAPTURE(hyphen);
        CHECK(e164("03" + std::string{hyphen} + "1234" + std::string{hyphen} + "5678") == "+81312345678");
    }
}

TEST_CASE("what may be one of two numbers is neither") {
    CHECK(wrong_part("010-9876-5432") == "010-9876-5432");
    CHECK(wrong_part("01023456789") == "01023456789");
    CHECK(e164("010-82-10-9876-5432") == "+821098765432");
    CHECK(e164("+82 10-9876-5432") == "+821098765432");
}

TEST_CASE("few area codes have one digit") {
    CHECK(wrong_part("08-1234-5678") == "8-1234-5678");
    CHECK(wrong_part("+81-8-1234-5678") == "8-1234-5678");
    CHECK(e164("04-2345-6789") == "+81423456789");
    CHECK(e164("06-1234-5678") == "+81612345678");
    CHECK(e164("082-123-4567") == "+81821234567");
    CHECK(e164("0821234567") == "+81821234567");
}

}  // namespace phone_number_test
