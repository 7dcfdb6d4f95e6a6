/// Closing days and hours crossed with what excepts days from them, in every way to join the two: what is read of the
/// days of a month is what the tables say of them, or it is found to be unclear.

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "listed_week.hpp"

namespace japanese_exceptions_test {
using namespace denwaban;

/// What holds on each date of November 2026, whose 3rd (Tuesday) and 23rd (Monday) are 祝日.
using Month = std::array<std::string, 30>;
using Dates = std::vector<std::size_t>;

constexpr auto lunch = "11:00-15:00", dinner = "17:00-22:00", both = "11:00-15:00 17:00-22:00";
constexpr auto hours_said = "11:00～15:00 17:00～22:00";

/// Words, and the dates that they name.
struct Named {
    std::string_view words;
    Dates dates;
};
/// Words, and what they say of dates.
struct Said {
    std::string_view words;
    std::string openings;
};

const Dates sundays{1, 8, 15, 22, 29}, mondays{2, 9, 16, 23, 30};

const std::vector<std::string_view> joints{"。{}",  "\n{}",       " ※{}",      "※{}",          "（{}）",
                                           "\n※{}", "。ただし{}", " 但し、{}", "（ただし{}）", "。なお、{}。"};

std::string joined(std::string_view to, std::string_view joint, std::string_view what) {
    std::string text{joint};
    text.replace(text.find("{}"), 2, what);
    return std::string{to} + text;
}

Month month_of(const std::string& usual) {
    Month month;
    month.fill(usual);
    return month;
}

void put(Month& month, const Dates& dates, const std::string& openings) {
    for (const auto date : dates) month[date - 1] = openings;
}

/// How many listings were compared, and how many of them were understood.
struct Count {
    int all = 0;
    int complete = 0;
};

/// No date is read otherwise than it is meant, unless there is a finding.
void compare(const std::string& open, const std::string& close, const Month& truth, Count& count) {
    const auto reading = rules_from_japanese(open, close);
    ++count.all;
    if (!is_complete(reading.findings)) return;
    ++count.complete;
    CAPTURE(open);
    CAPTURE(close);
    const auto hours = *Hours::compile(reading.rules, HolidayCalendar::japan(), TimeZone::tokyo(),
                                       {make_date(2026, 10, 31), make_date(2026, 12, 1)});
    std::string otherwise;
    for (unsigned day = 1; day <= truth.size(); ++day) {
        const auto read = listed_week::day_of(hours, make_date(2026, 11, day));
        if (!read.ends_with('?') && read != truth[day - 1]) otherwise += std::to_string(day) + " " + read + "; ";
    }
    CHECK(otherwise == "");
}

void most_are_complete(const Count& count, int least_in_a_hundred) {
    CHECK(count.all > 0);
    CHECK(count.complete * 100 >= count.all * least_in_a_hundred);
}

TEST_CASE("closing days on some of which the house is open") {
    struct Closing {
        Named days;
        std::vector<Named> some;
    };
    const std::vector<Closing> closings{
        {{"日曜", sundays}, {{"第2日曜", {8}}, {"第2・第4日曜日", {8, 22}}, {"11月8日", {8}}, {"祝前日の日曜", {22}}}},
        {{"日曜日・祝日", {1, 3, 8, 15, 22, 23, 29}}, {{"最終日曜", {29}}, {"11/8(日)", {8}}}},
        {{"月・火", {2, 3, 9, 10, 16, 17, 23, 24, 30}}, {{"第1月曜", {2}}, {"第3火曜", {17}}}},
    };
    const std::vector<Said> opened{
        {"は営業", both},
        {"は休まず営業", both},
        {"のみ営業", both},
        {"は昼のみ営業", lunch},
        {"は夜のみ営業", dinner},
        {"はランチ営業あり", lunch},
        {"は13:00～18:00", "13:00-18:00"},
        {"のみ13:00～18:00営業", "13:00-18:00"},
        {"は営業（13:00～18:00）", "13:00-18:00"},
    };
    Count count;
    for (const auto& [days, some] : closings) {
        for (const auto& named : some) {
            for (const auto& said : opened) {
                auto truth = month_of(both);
                put(truth, days.dates, "closed");
                put(truth, named.dates, said.openings);
                const auto what = std::string{named.words} + std::string{said.words};
                for (const auto joint : joints) compare(hours_said, joined(days.words, joint, what), truth, count);
            }
        }
    }
    most_are_complete(count, 95);
}

TEST_CASE("what becomes of a closing day that is a 祝日") {
    const std::vector<std::string_view> cases{"祝日の場合は", "祝日と重なる場合は", "祝祭日の場合は"};
    struct Then {
        std::string_view words;
        std::string holiday;
        std::string next_day;
    };
    const std::vector<Then> consequences{
        {"翌日", both, "closed"},     {"営業し翌日休み", both, "closed"},
        {"休まず営業", both, both},   {"翌日に振替", both, "closed"},
        {"営業", both, both},         {"昼のみ営業", lunch, both},
        {"夜営業のみ", dinner, both}, {"ランチのみ営業し翌日休み", lunch, "closed"},
    };
    Count count;
    for (const auto in_case : cases) {
        for (const auto& then : consequences) {
            auto truth = month_of(both);
            put(truth, mondays, "closed");
            put(truth, {23}, then.holiday);
            put(truth, {24}, then.next_day);
            const auto what = std::string{in_case} + std::string{then.words};
            for (const auto joint : joints) compare(hours_said, joined("月曜", joint, what), truth, count);
        }
    }
    most_are_complete(count, 95);
}

TEST_CASE("hours that are other on some days") {
    const std::vector<Named> some{
        {"土日祝", {1, 3, 7, 8, 14, 15, 21, 22, 23, 28, 29}},
        {"日祝", {1, 3, 8, 15, 22, 23, 29}},
        {"第2日曜", {8}},
        {"金・土・祝前日", {2, 6, 7, 13, 14, 20, 21, 22, 27, 28}},
        {"11/8(日)", {8}},
        {"水曜と木曜", {4, 5, 11, 12, 18, 19, 25, 26}},
    };
    const std::vector<Said> changed{
        {"は休み", "closed"},      {"は定休日", "closed"},        {"は21:00まで", "11:00-15:00 17:00-21:00"},
        {"は昼のみ", lunch},       {"は夜のみ営業", dinner},      {"は12時～20時で営業", "12:00-20:00"},
        {"はディナー休み", lunch}, {"は通し営業", "11:00-22:00"}, {"はランチなし", dinner},
    };
    Count count;
    for (const auto& named : some) {
        for (const auto& said : changed) {
            auto truth = month_of(both);
            put(truth, named.dates, said.openings);
            const auto what = std::string{named.words} + std::string{said.words};
            for (const auto joint : joints) compare(joined(hours_said, joint, what), "", truth, count);
        }
    }
    most_are_complete(count, 90);
}

TEST_CASE("days on which alone the house is open") {
    const std::vector<Named> some{
        {"金・土・日", {1, 6, 7, 8, 13, 14, 15, 20, 21, 22, 27, 28, 29}},
        {"第1・第3土曜", {7, 21}},
        {"第1・第3土曜日とその翌日の日曜日", {7, 8, 21, 22}},
        {"毎週土曜日", {7, 14, 21, 28}},
        {"土曜・日曜・祝日", {1, 3, 7, 8, 14, 15, 21, 22, 23, 28, 29}},
        {"金・土・祝前日", {2, 6, 7, 13, 14, 20, 21, 22, 27, 28}},
    };
    struct Frame {
        std::string_view open;
        std::string_view close;
    };
    const std::vector<Frame> frames{
        {"{H}", "営業日：{D}"},   {"{H}", "{D}のみ営業"},   {"{H}", "{D}だけ開けています"}, {"{H}", "{D}以外は休み"},
        {"{H}", "{D}を除く毎日"}, {"{H} ※{D}のみ営業", ""}, {"営業日：{D}\n{H}", ""},       {"{H}\n営業日：{D}", ""},
        {"{H}", "{D}に営業"},     {"{H}（{D}に営業）", ""}, {"{D}のみ営業\n{H}", ""},       {"{H}", "営業は{D}のみ"},
        {"{H}", "{D}以外の日"},
    };
    const auto filled = [](std::string_view frame, std::string_view days) {
        std::string text{frame};
        if (const auto at = text.find("{H}"); at != std::string::npos) text.replace(at, 3, hours_said);
        if (const auto at = text.find("{D}"); at != std::string::npos) text.replace(at, 3, days);
        return text;
    };
    Count count;
    for (const auto& named : some) {
        auto truth = month_of("closed");
        put(truth, named.dates, both);
        for (const auto& frame : frames)
            compare(filled(frame.open, named.words), filled(frame.close, named.words), truth, count);
    }
    most_are_complete(count, 90);
}

TEST_CASE("dates that are closed") {
    const std::vector<Named> some{
        {"11/10～11/13", {10, 11, 12, 13}},
        {"11月10日～13日", {10, 11, 12, 13}},
        {"11月10日から13日まで", {10, 11, 12, 13}},
        {"11/10、11/12", {10, 12}},
        {"11月10日(火)", {10}},
        {"令和8年11月10日", {10}},
        {"2026年11月10日（火）～13日（金）", {10, 11, 12, 13}},
    };
    const std::vector<std::string_view> closes{"は休業",           "臨時休業",   "はお休みをいただきます",
                                               "は都合により休業", "(臨時休業)", "は社員研修のためお休みです"};
    Count count;
    for (const auto& named : some) {
        auto truth = month_of(both);
        put(truth, named.dates, "closed");
        auto of_mondays = truth;
        put(of_mondays, mondays, "closed");
        for (const auto close : closes) {
            const auto what = std::string{named.words} + std::string{close};
            for (const auto joint : joints) {
                compare(joined(hours_said, joint, what), "", truth, count);
                compare(hours_said, joined("月曜", joint, what), of_mondays, count);
            }
            compare(what + "\n" + hours_said, "", truth, count);
        }
    }
    most_are_complete(count, 85);
}

}  // namespace japanese_exceptions_test
