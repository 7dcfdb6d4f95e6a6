#include <doctest/doctest.h>

#include <string>

#include <denwaban/connect/contact_attributes.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/talk/hand_over.hpp>

namespace hand_over_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

/// 23 November 2026, 19:05 in Japan.
constexpr Instant evening{make_date(2026, 11, 23).time_since_epoch() + 10h + 5min};

Call lost_umbrella() {
    Call call;
    call.other = *PhoneNumber::parse("09012345678");
    call.booking = BookingId{"R-1024"};
    call.notes = "お急ぎとのこと。";
    call.occurrences = {{"1", CallEvent::answered, evening}};
    const Disposition lost{
        {"lost_property"},
        {{"item", std::string{"黒い傘"}}, {"visited_at", evening - 24h}, {"phone", *PhoneNumber::parse("09012345678")}},
        "柄に名札あり"};
    call.record = DispositionRecord{"2026-11", {lost}, {"a1"}, evening + 3min, {}, {}};
    return call;
}

const HandOverContext torimaru{"とりまる 新宿店", "佐藤", TimeZone::tokyo()};

std::string note(std::string_view text, const Call& call) {
    const auto by = HandOverTemplate::parse(text);
    REQUIRE(by);
    return hand_over(*by, call, default_catalogue(), torimaru);
}

std::string where(std::string_view text) {
    const auto by = HandOverTemplate::parse(text);
    return by ? "read" : to_string(by.error().where);
}

}  // namespace

TEST_CASE("the restaurant reads what was recorded") {
    CHECK(note(hand_over_mail_subject, lost_umbrella()) == "【お電話のご報告】とりまる 新宿店様 忘れ物");
    CHECK(note(hand_over_mail, lost_umbrella()) == R"(とりまる 新宿店 御中

いつもお世話になっております。
下記のお電話を承りましたので、ご報告いたします。

■受付日時　11月23日（月）19:05
■お電話番号　09012345678
■ご予約番号　R-1024
■ご用件
・忘れ物
　品物：黒い傘
　ご来店日時：11月22日（日）19:05
　連絡先：09012345678
　柄に名札あり
■対応のお願い
・11月23日（月）19:23までにご確認ください（忘れ物）
■備考
お急ぎとのこと。

受付担当：佐藤

何卒よろしくお願いいたします。
)");
}

TEST_CASE("nothing is invented: what is not known is left out, or is said to be unknown") {
    Call call;
    CHECK(note(hand_over_line, call) == "【お電話のご報告】\n不明　不明\n・不明\n受付：佐藤");
    call.other = Withheld{WithheldReason::payphone};
    call.drafts = {{{"booking.cancel"}, {}, {}}};
    CHECK(note("{number} {summary}\n{dispositions}[ {booking}]", call) == "公衆電話 予約取消\n・予約：予約取消");
}

TEST_CASE("every part of a template has its word, and every default template is one") {
    for (const auto part : names_of<HandOverPart>) CHECK(where("{" + std::string{part} + "}") == "read");
    for (const auto text : {hand_over_mail, hand_over_mail_subject, hand_over_line, hand_over_print}) {
        CHECK(where(text) == "read");
    }
    CHECK(note("{{restaurant}} [[{agent}]]", {}) == "{restaurant} [佐藤]");
}

TEST_CASE("what is wrong in a template is told by its bytes") {
    CHECK(where("あ{name}") == "3-9");
    CHECK(where("{restaurant") == "0-11");
    CHECK(where("a[b") == "1-3");
    CHECK(where("a[b[c]]") == "3-4");
    CHECK(where("a]") == "1-2");
    CHECK(where("}") == "0-1");
}

TEST_CASE("a note too long for LINE says that it goes on") {
    CHECK(shortened_note("あいうえお", 5) == "あいうえお");
    CHECK(shortened_note("あいうえおかきくけこ", 9) == "あい…（続きあり）");
}

TEST_CASE("a contact is told what its call was about") {
    const auto made = contact_attributes(lost_umbrella(), OnTooLarge::refuse);
    REQUIRE(made);
    CHECK(made->shortened.empty());
    CHECK(made->attributes == FlowAttributes{{"disposition", "lost_property"},
                                             {"disposition_item", "黒い傘"},
                                             {"disposition_note", "柄に名札あり"},
                                             {"disposition_phone", "+819012345678"},
                                             {"disposition_visited_at", "2026-11-22T10:05:00.000Z"},
                                             {"catalogueVersion", "2026-11"},
                                             {"bookingId", "R-1024"},
                                             {"callNotes", "お急ぎとのこと。"}});
}

TEST_CASE("no field of a disposition takes the place of its note, or of another field") {
    auto call = lost_umbrella();
    REQUIRE(call.record);
    auto& disposition = call.record->dispositions.at(0);
    disposition.note = "NOTE";
    disposition.fields["note"] = std::string{"FIELD"};
    disposition.fields["傘"] = std::string{"a"};
    disposition.fields["鞄"] = std::string{"b"};
    const auto attributes = contact_attributes(call, OnTooLarge::refuse)->attributes;
    CHECK(attributes.at("disposition_note") == "NOTE");
    CHECK(attributes.at("disposition_note_2") == "FIELD");
    CHECK(attributes.at("disposition____") == "a");
    CHECK(attributes.at("disposition_____2") == "b");
}

TEST_CASE("more than 32 KB are refused, or shortened and told") {
    auto call = lost_umbrella();
    for (int i = 0; i < 20'000; ++i) call.notes += "あ";
    const auto refused = contact_attributes(call, OnTooLarge::refuse);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().code == ErrorCode::too_large);
    CHECK(to_string(refused.error().front().where) == "/callNotes");

    const auto made = contact_attributes(call, OnTooLarge::shorten);
    REQUIRE(made);
    CHECK(made->shortened == std::vector<std::string>{"callNotes"});
    const auto request = update_contact_attributes_request("i", {"c"}, made->attributes);
    REQUIRE(request);
    CHECK(made->attributes.at("callNotes").size() % 3 == 0);
}

TEST_CASE("a request that can't be is refused, with every fault") {
    const auto request = update_contact_attributes_request("", {""}, {{"日本", "x"}});
    REQUIRE_FALSE(request);
    CHECK(request.error().size() == 3);
}

TEST_CASE("nothing in a line makes another, and no control character leaves") {
    auto call = lost_umbrella();
    call.notes = "一行目\r\n■折り返しのお約束　19:00\x1B@\x1Bp\0";
    call.booking = BookingId{"r\r\nSet-Cookie: a=b"};
    const HandOverContext hostile{"とりべえ\r\nBcc: evil@example.com\r\n\r\nbody", "a\u2028b", TimeZone::tokyo()};
    const auto by = [](std::string_view text) { return *HandOverTemplate::parse(text); };
    const auto filled = [&](std::string_view text) { return hand_over(by(text), call, default_catalogue(), hostile); };
    CHECK(filled(hand_over_mail_subject) == "【お電話のご報告】とりべえ Bcc: evil@example.com  body様 忘れ物");
    CHECK(filled("{agent}") == "a b");
    CHECK(filled("{booking}") == "r Set-Cookie: a=b");
    CHECK(filled("{notes}") == "一行目\n　■折り返しのお約束　19:00@p");
    call.record->dispositions.front().note = "名札\n■備考";
    CHECK(filled("{dispositions}").ends_with("\n　名札\n　■備考"));
}

}  // namespace hand_over_test
