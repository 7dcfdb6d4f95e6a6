#include <doctest/doctest.h>

#include <denwaban/documents/restaurant_json.hpp>

#include "told_errors.hpp"

namespace restaurant_json_test {
using namespace denwaban;
using Found = std::vector<std::string>;

namespace {

constexpr unsigned sunday = 0;

PhoneNumber number(std::string_view text) { return *PhoneNumber::parse(text); }

Restaurant read(std::string_view text) {
    CAPTURE(text);
    const auto restaurant = restaurant_from_json(text);
    REQUIRE(restaurant);
    return *restaurant;
}

/// A restaurant that only answers the telephone, with `more` said of it.
std::string toribee(const std::string& more) {
    return R"({"id": "r1", "name": "とりべえ", "hours": {"rules": []})" + more + "}";
}

Found errors_with(const std::string& more) { return told(restaurant_from_json(toribee(more))); }

Routing<Destination> routing(const std::string& routes) {
    return read(toribee(R"(, "routing": {"routes": [)" + routes + R"(], "otherwise": {"queue": "main"}})")).routing;
}

Found routing_errors(const std::string& routes) {
    return errors_with(R"(, "routing": {"routes": [)" + routes + R"(], "otherwise": {"queue": "main"}})");
}

}  // namespace

TEST_CASE("a restaurant needs an id, a name and hours") {
    const auto restaurant = read(toribee(""));
    CHECK(restaurant.id == RestaurantId{"r1"});
    CHECK(restaurant.name == "とりべえ");
    CHECK(restaurant.kana.empty());
    CHECK(restaurant.lines.empty());
    CHECK(restaurant.zone == "Asia/Tokyo");
    CHECK(restaurant.holidays == OwnHolidays{});
    CHECK(restaurant.hours == Rules{});
    CHECK(restaurant.routing == Routing<Destination>{{}, ToQueue{"default"}});
    CHECK(restaurant.notes.empty());

    CHECK(told(restaurant_from_json("{}")) == Found{"missing_key ", "missing_key ", "missing_key "});
    CHECK(told(restaurant_from_json("[]")) == Found{"wrong_type "});
}

TEST_CASE("all that can be said of a restaurant") {
    const auto restaurant = read(toribee(R"(,
        "kana": "トリベエ",
        "lines": [{"number": "03-1234-5678", "label": "予約"}, {"number": "０１２０－１２３－４５６"}],
        "zone": "Asia/Tokyo",
        "holidays": {"added": [{"date": "2026-10-01", "name": "都民の日"}], "removed": ["2026-11-23"]},
        "notes": ["駐車場はありません。", "個室は四名様から。"])"));
    CHECK(restaurant.kana == "トリベエ");
    CHECK(restaurant.lines == std::vector<PhoneLine>{{number("+81312345678"), "予約"}, {number("+81120123456"), ""}});
    CHECK(restaurant.holidays == OwnHolidays{{{make_date(2026, 10, 1), "都民の日"}}, {make_date(2026, 11, 23)}});
    CHECK(restaurant.notes == std::vector<std::string>{"駐車場はありません。", "個室は四名様から。"});
}

TEST_CASE("a route names what must hold of a call, and where it goes") {
    const auto read = routing(R"(
        {"label": "深夜", "when": "holiday_eve", "hours": ["open", "unknown"],
         "between": {"from": "22:00", "to": "29:00"}, "line": "+81312345678", "caller": "withheld",
         "to": {"message": "番号を通知しておかけ直しください。"}},
        {"caller": "foreign", "to": {"bot": "concierge"}},
        {"caller": {"numbers": ["090-1234-5678"]}, "to": {"restaurant": "03-1234-5679"}},
        {"hours": ["closed"], "to": {"voicemail": "toribee"}})");
    const std::vector<Route<Destination>> routes{
        {When{OnHolidayEves{}},
         {State::open, State::unknown},
         MinuteSpan{MinuteOfDay::clock(22, 0), MinuteOfDay::clock(29, 0)},
         number("+81312345678"),
         WithheldCaller{},
         ToMessage{"番号を通知しておかけ直しください。"},
         "深夜"},
        {{}, {}, {}, {}, ForeignCaller{}, ToBot{"concierge"}, ""},
        {{}, {}, {}, {}, KnownCallers{{number("+819012345678")}}, ToRestaurant{number("+81312345679")}, ""},
        {{}, {State::closed}, {}, {}, {}, ToVoicemail{"toribee"}, ""},
    };
    CHECK(read == Routing<Destination>{routes, ToQueue{"main"}});
}

TEST_CASE("everything that is wrong is told at once, in the order in which it stands") {
    CHECK(told(restaurant_from_json(R"({
        "id": "", "kana": 7, "adress": "新橋",
        "lines": [{"number": "110"}, {"label": "代表"}, {"number": "03-1234-5678"}, {"number": "0312345678"}],
        "holidays": {"added": [{"date": "2026-13-01"}], "removed": "2026-11-23"},
        "hours": {"rules": [{"when": {"weekdays": ["sun", "sum"]}, "services": [
            {"opens": "11:00", "closes": "15:00"}, {"opens": "14:00", "closes": "22:00"}]}]},
        "routing": {"routes": [{"hours": ["shut"], "caller": "hidden"}]},
        "notes": ["", null]
    })")) == Found{
                 "missing_key ",
                 "invalid_value /id",
                 "wrong_type /kana",
                 "unknown_key /adress",
                 "not_a_phone_number /lines/0/number",
                 "missing_key /lines/1",
                 "duplicate_number /lines/3/number",
                 "missing_key /holidays/added/0",
                 "invalid_value /holidays/added/0/date",
                 "wrong_type /holidays/removed",
                 "invalid_value /hours/rules/0/when/weekdays/1",
                 "overlap /hours/rules/0/services/1",
                 "missing_key /routing",
                 "missing_key /routing/routes/0",
                 "invalid_value /routing/routes/0/hours/0",
                 "invalid_value /routing/routes/0/caller",
                 "wrong_type /notes/1",
             });
}

TEST_CASE("a destination is one of five") {
    const auto to = [](std::string_view destination) {
        return routing_errors(R"({"to": )" + std::string{destination} + "}");
    };
    CHECK(to(R"({"queue": "main"})").empty());
    CHECK(to(R"({})") == Found{"invalid_value /routing/routes/0/to"});
    CHECK(to(R"("queue")") == Found{"wrong_type /routing/routes/0/to"});
    CHECK(to(R"({"queue": ""})") == Found{"invalid_value /routing/routes/0/to/queue"});
    CHECK(to(R"({"line": "main"})") == Found{"unknown_key /routing/routes/0/to/line"});
    CHECK(to(R"({"queue": "main", "bot": 7})") ==
          Found{"invalid_value /routing/routes/0/to", "wrong_type /routing/routes/0/to/bot"});
    CHECK(to(R"({"restaurant": "184"})") == Found{"not_a_phone_number /routing/routes/0/to/restaurant"});
}

TEST_CASE("a route's conditions are held to the same rules as those of hours") {
    const auto to = std::string{R"("to": {"queue": "main"}})"};
    CHECK(routing_errors(R"({"when": {"all": []}, )" + to) == Found{"invalid_value /routing/routes/0/when/all"});
    CHECK(routing_errors(R"({"when": {"period": {"from": "2026-08-16", "to": "2026-08-11"}}, )" + to) ==
          Found{"invalid_value /routing/routes/0/when/period/to"});
    CHECK(routing_errors(R"({"between": {"from": "22:00", "to": "05:00"}, )" + to) ==
          Found{"never_ends /routing/routes/0/between"});
    CHECK(routing_errors(R"({"between": {"from": "22:00", "to": "5:00"}, )" + to) ==
          Found{"invalid_value /routing/routes/0/between/to"});
    CHECK(routing_errors(R"({"caller": {"number": []}, )" + to) ==
          Found{"missing_key /routing/routes/0/caller", "unknown_key /routing/routes/0/caller/number"});
}

TEST_CASE("in a list of restaurants ids and numbers differ") {
    const auto list = [](const std::string& second) {
        return "[" + toribee(R"(, "lines": [{"number": "03-1234-5678"}])") + ", " + second + "]";
    };
    const auto restaurants = restaurants_from_json(
        list(R"({"id": "r2", "name": "うおまさ", "hours": {"rules": []}, "lines": [{"number": "03-1234-5679"}]})"));
    REQUIRE(restaurants);
    CHECK(restaurants->size() == 2);

    CHECK(told(restaurants_from_json(list(toribee(R"(, "lines": [{"number": "x"}, {"number": "+81312345678"}])")))) ==
          Found{"duplicate_id /1/id", "not_a_phone_number /1/lines/0/number", "duplicate_number /1/lines/1/number"});
    CHECK(told(restaurants_from_json("{}")) == Found{"wrong_type "});
    CHECK(restaurants_from_json("[]")->empty());
}

TEST_CASE("names and labels end at 500 bytes, messages and notes at 2,000") {
    const auto of = [](std::size_t bytes) { return std::string(bytes, '&'); };
    CHECK(errors_with(R"(, "kana": ")" + of(500) + R"(", "notes": [")" + of(2000) + R"("])").empty());
    CHECK(errors_with(R"(, "kana": ")" + of(501) + R"(", "notes": [")" + of(2001) + R"("])") ==
          Found{"too_large /kana", "too_large /notes/0"});
    CHECK(routing_errors(R"({"to": {"message": ")" + of(2001) + R"("}}, {"to": {"queue": ")" + of(501) + R"("}})") ==
          Found{"too_large /routing/routes/0/to/message", "too_large /routing/routes/1/to/queue"});
    CHECK(errors_with(R"(, "kana": "\u0000")") == Found{"invalid_value /kana"});
}

TEST_CASE("a restaurant comes back from JSON as it was written") {
    const std::string text =
        R"({"id":"r1","name":"とりべえ","kana":"トリベエ","lines":[{"number":"+81312345678","label":"予約"}],)"
        R"("zone":"Asia/Tokyo","holidays":{"added":[{"date":"2026-10-01","name":"都民の日"}],"removed":["2026-11-23"]},)"
        R"("hours":{"rules":[{"when":{"weekdays":["sun"]},"closed":true}]},)"
        R"("routing":{"routes":[{"label":"深夜","when":"holiday_eve","hours":["open","unknown"],)"
        R"("between":{"from":"22:00","to":"29:00"},"line":"+81312345678","caller":{"numbers":["+819012345678"]},)"
        R"("to":{"restaurant":"+81312345679"}},{"caller":"foreign","to":{"message":"Sorry"}}],)"
        R"("otherwise":{"queue":"main"}},"notes":["一つ","二つ"]})";
    CHECK(to_json(read(text)) == text);
    CHECK(read(text).hours.rules[0].when == When{OnWeekdays{{sunday}}});
}

TEST_CASE("names are one line, and what is too long is counted as schemas count") {
    const auto named = [](const std::string& name) {
        return told(restaurant_from_json(R"({"id": "r1", "name": ")" + name + R"(", "hours": {"rules": []}})"));
    };
    CHECK(named(R"(とりべえ\r\nBcc: evil@example.com)") == Found{"invalid_value /name"});
    CHECK(named(R"(とりべえ\t)") == Found{"invalid_value /name"});
    for (const char* end : {"\\u0007", "\\u000B", "\\u0085", "\\u009B", "\\u2028", "\\u2029"})
        CHECK(named("とりべえ" + std::string{end} + "Bcc: evil@example.com") == Found{"invalid_value /name"});
    std::string kanji;
    for (int i = 0; i < 500; ++i) kanji += "鳥";
    CHECK(named(kanji).empty());
    CHECK(named(kanji + "鳥") == Found{"too_large /name"});
    CHECK(told(restaurant_from_json(
              R"({"x\r\n2026 INFO admin\u001b[2K": 1, "id": "r1", "name": "n", "hours": {"rules": []}})")) ==
          Found{R"(unknown_key /x\u000d\u000a2026 INFO admin\u001b[2K)"});
    CHECK(pointer_step("x\xC2\x85y\xE2\x80\xA8z/~\xFF") == "x\\u0085y\\u2028z~1~0\xFF");
}

}  // namespace restaurant_json_test
