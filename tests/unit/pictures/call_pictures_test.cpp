#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/pictures/call_pictures.hpp>
#include <denwaban/pictures/call_report.hpp>

namespace call_pictures_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

/// 20:00 in Tokyo on Sunday, 2026-11-22.
constexpr Instant evening{date::sys_days{date::year{2026} / 11 / 22}.time_since_epoch() + 11h};

PlacedCall call(const char* id, Instant began, bool is_answered) {
    PlacedCall one;
    one.call.id = {id};
    one.call.began = began;
    one.call.customer = Caller{*PhoneNumber::parse("+819012345678")};
    one.call.waits.push_back({{id}, {"arn", "<予約>"}, began, began, WaitOutcome::answered});
    if (is_answered) one.call.answered = began + 10s;
    if (!is_answered) one.call.abandoned = Abandonment::in_queue;
    return one;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

}  // namespace

TEST_CASE("a day by its quarter hours, by what became of calls") {
    ServiceFigures busy;
    busy.offered = 4;
    busy.answered = 2;
    busy.abandoned = 1;
    const auto svg = calls_of_day_svg({{"18:45", busy}, {"", busy}, {"18:50", busy}, {"24:00", busy}}, "R&D");
    CHECK(svg.starts_with("<svg xmlns"));
    CHECK(svg.find("<title>R&amp;D</title>") != std::string::npos);
    CHECK(svg.find("<title>18時45分 応答 2</title>") != std::string::npos);
    CHECK(svg.find("<title>18時45分 放棄（待ち中） 1</title>") != std::string::npos);
    CHECK(svg.find("<title>18時45分 その他 1</title>") != std::string::npos);
    CHECK(count(svg, "<title>18時") == 3);
    CHECK(calls_of_day_svg({}, "").ends_with("</svg>\n"));
}

TEST_CASE("a week by its hours is a mean day of each weekday") {
    std::vector<CallsOfDay> days(2);
    days[0].date = make_date(2026, 11, 15);
    days[1].date = make_date(2026, 11, 22);
    days[0].quarters[80] = 3;
    days[1].quarters[81] = 2;
    const auto svg = calls_of_week_svg(days, "週");
    CHECK(count(svg, "<title>2.5件</title>") == 1);
    CHECK(count(svg, "<title>0.0件</title>") == 23);
    CHECK(count(svg, "<title>記録なし</title>") == 6 * 24);
}

TEST_CASE("a funnel tells counts and shares of what came in") {
    ServiceFigures figures;
    figures.offered = 8;
    figures.queued = 6;
    figures.answered = 4;
    CallResults results;
    results.booked = 1;
    const auto svg = funnel_svg(figures, results, "");
    CHECK(svg.find(">8（100%）<") != std::string::npos);
    CHECK(svg.find(">6（75%）<") != std::string::npos);
    CHECK(svg.find(">1（13%）<") != std::string::npos);
    CHECK(funnel_svg(figures, "").find("予約") == std::string::npos);
    CHECK(funnel_svg({}, {}, "").find(">0<") != std::string::npos);
}

TEST_CASE("a report is of its month; calls of others are looked at") {
    const std::vector calls{call("lost", Instant{date::sys_days{date::year{2026} / 11 / 30}} + 14h, false),
                            call("in December", Instant{date::sys_days{date::year{2026} / 11 / 30}} + 16h, true),
                            call("answered", evening, true)};
    const std::vector<BookingTrace> bookings{{{"b1"}, evening, {"r1"}, {}, {}, Covers::of(7)}};
    const std::vector<Reconciliation> rows{{ContactId{"answered"}, BookingId{"b1"}, Reconciled::by_number, {}}};
    const CallReportTerms terms{date::year{2026} / 11, 20s, {evening - 48h, evening + 480h, 24h}};
    const auto html = call_report_html(calls, {rows, bookings}, terms, TimeZone::tokyo());
    CHECK(html.starts_with("<!doctype html>\n<html lang=\"ja\">"));
    CHECK(html.find("<h1>2026年11月の電話</h1>") != std::string::npos);
    CHECK(html.find("合計</th><td>2</td><td>1</td><td>1</td><td>0</td><td>50%</td><td>0秒</td><td>0秒</td><td>1</td>"
                    "<td>7</td><td>100%</td><td>1</td><td>0</td>") != std::string::npos);
    CHECK(count(html, "<svg") == 3);
    CHECK(html.find("<予約>") == std::string::npos);
    CHECK(count(html, "&lt;予約&gt;</th>") == 1);
}

TEST_CASE("a report counts what was written by its channel, where there is any") {
    std::vector calls{call("answered", evening, true), call("chat", evening, true)};
    const CallReportTerms terms{date::year{2026} / 11, 20s, {evening - 48h, evening + 480h, 24h}};
    CHECK(call_report_html(calls, {}, terms, TimeZone::tokyo()).find("チャネル別") == std::string::npos);
    calls[0].call.channel = Channel::voice;
    calls[1].call.channel = Channel::chat;
    const auto html = call_report_html(calls, {}, terms, TimeZone::tokyo());
    CHECK(html.find("合計</th><td>1</td>") != std::string::npos);
    CHECK(html.find("チャット</th><td>1</td><td>1</td>") != std::string::npos);
    CHECK(html.find("電話</th><td>1</td><td>1</td>") < html.find("チャット</th>"));
}

TEST_CASE("all calls that are known as pictures") {
    CallFacts facts;
    ContactRecord record;
    record.id = {"c1"};
    record.channel = Channel::voice;
    record.initiation = Initiation::inbound;
    record.initiated = record.updated = evening;
    record.disconnected = evening + 9s;
    record.disconnect_reason = "CUSTOMER_DISCONNECT";
    facts.add(record);
    const auto tokyo = TimeZone::tokyo();
    const auto drawn = [&](CallPicture which) { return call_picture(which, facts, tokyo, "R&D").value(); };
    CHECK(drawn(CallPicture::day).find("<title>20時0分 放棄（案内中） 1</title>") != std::string::npos);
    CHECK(drawn(CallPicture::week).find("<title>1.0件</title>") != std::string::npos);
    CHECK(drawn(CallPicture::funnel) == funnel_svg(service_figures(facts.all(), 0s), "R&D"));
    const auto asked = [&](const char* until) {
        return funnel_svg(
            facts, nullptr,
            R"({"bookings":[],"terms":{"from":"2026-11-20T00:00:00Z","until":")" + std::string{until} + "\"}}", "R&D");
    };
    REQUIRE(asked("2026-11-23T00:00:00Z"));
    CHECK(asked("2026-11-23T00:00:00Z")->find("予約") != std::string::npos);
    CHECK(asked("2026-11-23T00:00:00Z")->find(">1（100%）<") != std::string::npos);
    CHECK(asked("2026-11-21T00:00:00Z")->find(">1（100%）<") == std::string::npos);
    CHECK_FALSE(asked("2026-11-19T00:00:00Z"));
}

TEST_CASE("a report says spans as they were asked") {
    const std::vector calls{call("answered", evening, true)};
    const auto said = [&](Duration threshold, Duration again) {
        const CallReportTerms terms{date::year{2026} / 11, threshold, {evening - 48h, evening + 480h, again}};
        return call_report_html(calls, {}, terms, TimeZone::tokyo());
    };
    CHECK(said(20s, 24h).find("20秒以内") != std::string::npos);
    CHECK(said(20s, 24h).find("前後24時間に電話") != std::string::npos);
    CHECK(said(1500ms, 30min).find("1500ミリ秒以内") != std::string::npos);
    CHECK(said(0s, 30min).find("前後30分に電話") != std::string::npos);
}

TEST_CASE("a report has weekdays from Monday, restaurants by name, and means of every day that is told") {
    std::vector<PlacedCall> calls;
    for (int day = 0; day < 7; ++day)
        calls.push_back(call(("c" + std::to_string(day)).c_str(), evening + day * 24h, true));
    Restaurant restaurant;
    restaurant.id = {"r01"};
    restaurant.name = "花丸 & 子";
    auto opened = open_restaurant(restaurant, HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE(opened);
    const auto directory = Directory::make({*std::move(opened)});
    REQUIRE(directory);
    for (auto& one : calls) one.place = CallPlace{{"r01"}, State::open, {}, make_date(2026, 11, 22), {}, {}};
    CallReportTerms terms{date::year{2026} / 11, 20s, {evening - 504h, evening + 216h, 24h}};
    terms.bookings = CallReportTerms::Bookings::unknown;
    const auto html = call_report_html(calls, {}, terms, TimeZone::tokyo(), &*directory);
    std::size_t at = 0;
    for (const auto* weekday : {"月", "火", "水", "木", "金", "土", "日"}) {
        CAPTURE(weekday);
        const auto found = html.find("<th scope=\"row\">" + std::string{weekday} + "</th>");
        REQUIRE(found != std::string::npos);
        CHECK(at < found);
        at = found;
    }
    CHECK(html.find(">花丸 &amp; 子</th>") != std::string::npos);
    CHECK(html.find("r01") == std::string::npos);
    // One Sunday of five that are told.
    CHECK(html.find("11月1日～30日の1日平均") != std::string::npos);
    CHECK(count(html, "<title>0.2件</title>") + count(html, "<title>0.3件</title>") == 7);
    CHECK(html.find("予約になった") == std::string::npos);
    CHECK(html.find("予約は知らされていない") != std::string::npos);
}

TEST_CASE("a report of a time that ends before it begins is none") {
    const auto wrong =
        call_report_html(CallFacts{}, nullptr, TimeZone::tokyo(), date::year{2026} / 11, 20s, R"({"bookings":
        [], "terms": {"from": "2026-11-30T00:00:00Z", "until": "2026-11-01T00:00:00Z"}})");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().front().code == ErrorCode::out_of_range);
    CHECK(to_string(wrong.error().front().where) == "/terms/until");
}

TEST_CASE("what is asked of a report is read with its faults") {
    const auto wrong = call_report_html(CallFacts{}, nullptr, TimeZone::tokyo(), date::year{2026} / 11, 20s, "{}");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().front().code == ErrorCode::missing_key);
}

}  // namespace call_pictures_test
