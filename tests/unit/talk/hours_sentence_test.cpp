#include <doctest/doctest.h>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/talk/hours_sentence.hpp>

namespace hours_sentence_test {
using namespace denwaban;

namespace {

/// A clock time of 2026; hours past 24 reach into the next day. November 22 is a Sunday and 祝前日, 23 a Monday and
/// 勤労感謝の日.
Instant tokyo(unsigned month, unsigned day, int hour, int minute = 0) {
    return TimeZone::tokyo().first_at_or_after(at(make_date(2026, month, day), *MinuteOfDay::make(hour * 60 + minute)));
}

Hours with_hours(const std::string& rules) {
    CAPTURE(rules);
    const auto read = rules_from_json("{" + rules + "}");
    REQUIRE(read);
    const auto hours = Hours::compile(*read, HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE(hours);
    return *hours;
}

/// An izakaya: later on 祝前日, earlier on 祝日, closed on Tuesdays, or the day after if that is 祝日.
Hours izakaya() {
    return with_hours(R"("rules": [
        {"when": "every_day", "services": [
            {"name": "夜", "opens": "17:00", "closes": "23:00", "last_order": {"food": "22:00"}}]},
        {"when": "holiday_eve", "services": [
            {"name": "夜", "opens": "17:00", "closes": "26:00", "last_order": {"food": "25:00"}}]},
        {"when": "holiday", "services": [{"opens": "12:00", "closes": "15:00"}, {"opens": "16:00", "closes": "22:00"}]}],
        "closings": [{"when": {"weekdays": ["tue"]}, "on_holiday": "next_day"}])");
}

std::string say(const Hours& hours, Instant at) {
    const auto status = hours.status(at);
    REQUIRE(status);
    return announce(hours, *status, at).text();
}

}  // namespace

TEST_CASE("what an open restaurant says") {
    CHECK(say(izakaya(), tokyo(11, 25, 18)) == "本日は23時まで営業しております。ラストオーダーは22時です。");
    CHECK(say(izakaya(), tokyo(11, 25, 22)) == "本日は23時まで営業しております。ラストオーダーは終了いたしました。");
    CHECK(say(izakaya(), tokyo(11, 22, 24, 30)) ==
          "ただいま営業しております。閉店は深夜2時です。ラストオーダーは深夜1時です。");
    CHECK(say(izakaya(), tokyo(11, 23, 12, 30)) ==
          "本日は勤労感謝の日のため、15時まで営業しております。そのあとは16時から営業いたします。");
}

TEST_CASE("the reason for a date or a season is told alike of one that is open and one that is closed") {
    const auto reason = [](const char* when, const char* what) {
        const auto hours = with_hours(
            std::string{
                R"("rules": [{"when": "every_day", "services": [{"opens": "17:00", "closes": "23:00"}]}, {"when": )"} +
            when + ", " + what + "}]");
        return describe(hours.status(tokyo(12, 5, 18))->reason);
    };
    for (const auto* what : {R"("closed": true)", R"("services": [{"opens": "18:00", "closes": "20:00"}])"}) {
        CHECK(reason(R"({"dates": ["2026-12-05"]})", what) == "この日だけの予定");
        CHECK(reason(R"({"season": {"from": "12-01", "to": "12-24"}})", what) == "期間中の予定");
    }
}

TEST_CASE("what a restaurant says that goes on till morning") {
    const auto until = [](const std::string& closes) {
        const auto hours = R"("rules": [{"when": "every_day", "services": [{"opens": "18:00", "closes": ")" + closes +
                           R"(", "last_order": {"drink": "23:30"}}]}])";
        return with_hours(hours);
    };
    CHECK(say(until("24:00"), tokyo(11, 25, 20)) ==
          "本日は深夜0時まで営業しております。お飲み物のラストオーダーは23時30分です。");
    CHECK(say(until("29:00"), tokyo(11, 25, 20)) ==
          "本日は翌朝5時まで営業しております。お飲み物のラストオーダーは23時30分です。");
    CHECK(say(until("29:00"), tokyo(11, 25, 26)) ==
          "ただいま営業しております。閉店は朝5時です。お飲み物のラストオーダーは終了いたしました。");
    CHECK(say(until("36:00"), tokyo(11, 25, 20)).starts_with("本日は翌日の12時まで営業しております。"));
}

TEST_CASE("last orders are told of the service that ends the opening, and by their kind") {
    const auto all_day = with_hours(R"("rules": [{"when": "every_day", "services": [
        {"name": "昼", "opens": "11:00", "closes": "17:00", "last_order": {"food": "14:00"}},
        {"name": "夜", "opens": "17:00", "closes": "22:00", "last_order": {"entry": "21:00"}}]}])");
    CHECK(say(all_day, tokyo(11, 25, 15)) == "本日は22時まで営業しております。");
    CHECK(say(all_day, tokyo(11, 25, 18)) == "本日は22時まで営業しております。ご入店の最終受付は21時です。");
}

TEST_CASE("what may still be ordered is not said to be over, and who comes hears until when he is let in") {
    const auto bistro = with_hours(R"("rules": [{"when": "every_day", "services": [
        {"opens": "11:00", "closes": "15:00", "last_order": {"food": "14:30", "entry": "14:00"}},
        {"opens": "17:00", "closes": "23:00", "last_order": {"food": "22:00", "drink": "22:30"}},
        {"opens": "24:00", "closes": "28:00", "last_order": {"food": "27:00", "drink": "26:00"}}]}])");
    const auto last_orders = [&](Instant at) {
        const auto said = say(bistro, at);
        const auto from = said.find("。") + std::string_view{"。"}.size();
        return said.substr(from, said.find("そのあとは") - from);
    };
    CHECK(last_orders(tokyo(11, 25, 13)) == "ご入店の最終受付は14時です。ラストオーダーは14時30分です。");
    CHECK(last_orders(tokyo(11, 25, 14, 10)) == "ご入店の最終受付は終了いたしました。ラストオーダーは14時30分です。");
    CHECK(last_orders(tokyo(11, 25, 14, 40)) ==
          "ご入店の最終受付は終了いたしました。ラストオーダーは終了いたしました。");
    CHECK(last_orders(tokyo(11, 25, 21)) == "ラストオーダーは22時です。");
    CHECK(last_orders(tokyo(11, 25, 22)) ==
          "お食事のラストオーダーは終了いたしました。お飲み物のラストオーダーは22時30分です。");
    CHECK(last_orders(tokyo(11, 25, 22, 30)) == "ラストオーダーは終了いたしました。");
    CHECK(say(bistro, tokyo(11, 25, 26, 30)) ==
          "ただいま営業しております。閉店は朝4時です。お食事のラストオーダーは深夜3時です。"
          "お飲み物のラストオーダーは終了いたしました。");
}

TEST_CASE("what a restaurant says before it opens, between services and after it has closed") {
    CHECK(say(izakaya(), tokyo(11, 25, 10)) == "本日は17時から営業いたします。");
    CHECK(say(izakaya(), tokyo(11, 22, 10)) == "本日は祝前日のため、17時から営業いたします。");
    CHECK(say(izakaya(), tokyo(11, 23, 15, 30)) == "ただいま準備中です。16時から営業いたします。");
    CHECK(say(izakaya(), tokyo(11, 25, 23)) == "本日の営業は終了いたしました。次の営業は、明日17時からです。");
    CHECK(say(izakaya(), tokyo(11, 23, 22)) ==
          "本日の営業は終了いたしました。次の営業は、11月25日水曜日の17時からです。");
    const auto bar =
        with_hours(R"("rules": [{"when": "every_day", "services": [{"opens": "25:00", "closes": "29:00"}]}])");
    CHECK(say(bar, tokyo(11, 25, 20)) == "本日は翌1時から営業いたします。");
    const auto bakery =
        with_hours(R"("rules": [{"when": "every_day", "services": [{"opens": "07:00", "closes": "19:00"}]}])");
    CHECK(say(bakery, tokyo(11, 25, 2)) == "本日は朝7時から営業いたします。");
}

TEST_CASE("what a restaurant says on a closing day") {
    CHECK(say(izakaya(), tokyo(11, 24, 18)) ==
          "本日は定休日のため、お休みをいただいております。次の営業は、明日17時からです。");
    // 2026-09-22 is a Tuesday and 国民の休日, the day after it 秋分の日.
    CHECK(say(izakaya(), tokyo(9, 24, 18)) ==
          "本日は振替定休日のため、お休みをいただいております。次の営業は、明日17時からです。");
    const auto new_year = with_hours(R"("rules": [
        {"when": "every_day", "services": [{"opens": "17:00", "closes": "22:00"}]},
        {"label": "年末年始", "when": {"season": {"from": "12-31", "to": "01-03"}}, "closed": true}])");
    CHECK(say(new_year, tokyo(12, 31, 12)) ==
          "本日は年末年始のため、お休みをいただいております。次の営業は、1月4日月曜日の17時からです。");
    CHECK(say(with_hours(R"("rules": [])"), tokyo(11, 24, 18)) == "本日はお休みをいただいております。");
}

TEST_CASE("what a restaurant says of days that nobody knows") {
    const auto irregular = with_hours(R"("rules": [
        {"when": "every_day", "services": [{"opens": "17:00", "closes": "22:00"}]},
        {"when": {"weekdays": ["tue"]}, "unknown": [{"opens": "17:00", "closes": "22:00"}]}])");
    const std::string sorry = "申し訳ございません。本日の営業については、こちらでは分かりかねます。";
    CHECK(say(irregular, tokyo(11, 24, 18)) == sorry);
    CHECK(say(irregular, tokyo(11, 24, 12)) == sorry + "次の営業は、明日17時からです。");
    CHECK(say(irregular, tokyo(11, 24, 23)) == "ただいまは営業時間外です。次の営業は、明日17時からです。");
    CHECK(say(irregular, tokyo(11, 23, 23)) ==
          "本日の営業は終了いたしました。明日の営業は未定です。次の営業は、11月25日水曜日の17時からです。");
}

TEST_CASE("a day that is a year off is told with its year") {
    const auto until = [](const std::string& last) {
        return with_hours(R"("rules": [{"when": "every_day", "services": [{"opens": "18:00", "closes": "23:00"}]},
            {"when": {"period": {"from": "2026-01-01", "to": ")" +
                          last + R"("}}, "closed": true}])");
    };
    CHECK(say(until("2028-03-31"), tokyo(11, 30, 12)).ends_with("次の営業は、2028年4月1日土曜日の18時からです。"));
    CHECK(say(until("2027-03-31"), tokyo(11, 30, 12)).ends_with("次の営業は、4月1日木曜日の18時からです。"));
}

TEST_CASE("what a restaurant says that never closes") {
    const auto always =
        with_hours(R"("rules": [{"when": "every_day", "services": [{"opens": "00:00", "closes": "24:00"}]}])");
    CHECK(say(always, tokyo(11, 24, 3)) == "ただいま営業しております。");
}

TEST_CASE("SSML escapes what XML would take for its own") {
    const Announcement announcement{{"<b> & \"c\" & 'd'", "\x01終"}};
    CHECK(announcement.text() == "<b> & \"c\" & 'd'\x01終");
    CHECK(announcement.ssml() ==
          "<speak>&lt;b&gt; &amp; &quot;c&quot; &amp; &apos;d&apos;<break time=\"300ms\"/>終</speak>");
}

TEST_CASE("SSML has what XML can hold, and nothing else") {
    const Announcement said{{"a\uFFFE\uFFFFb\x01\x7F\u0085c", "<'\"&>]]>", "\xFF", "\U0001F363"}};
    CHECK(said.ssml() ==
          "<speak>abc<break time=\"300ms\"/>&lt;&apos;&quot;&amp;&gt;]]&gt;<break time=\"300ms\"/>\uFFFD"
          "<break time=\"300ms\"/>\U0001F363</speak>");
}

}  // namespace hours_sentence_test
