#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <iostream>
#include <string>
#include <vector>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours.hpp>

#include "generators.hpp"

namespace japanese_property {
using namespace denwaban;

namespace {

const HolidayCalendar& japan() {
    static const auto calendar = HolidayCalendar::japan();
    return calendar;
}

/// Every opening of two years that the writer does not look at, names aside.
std::vector<std::string> openings(const Rules& rules) {
    const Horizon years{make_date(2027, 1, 1), make_date(2028, 12, 31)};
    const auto hours = Hours::compile(rules, japan(), TimeZone::tokyo(), years);
    RC_ASSERT(hours.has_value());
    std::vector<std::string> days;
    for (auto date = years.first; date <= years.last; date += date::days{1}) {
        auto text = to_string(date);
        for (const auto& opening : *hours->openings_on(date)) {
            text += " " + std::string{to_string(opening.state)};
            if (opening.service == nullptr) continue;
            const auto& service = *opening.service;
            text += " " + to_string(service.opens) + "-" + to_string(service.closes);
            for (const auto order : {service.last_orders.food, service.last_orders.drink, service.last_orders.entry}) {
                text += order ? "/" + to_string(*order) : "/";
            }
        }
        days.push_back(std::move(text));
    }
    return days;
}

/// A meal that is served at such hours, for no reader believes in a lunch at midnight.
std::string meal_at(const Service& service) {
    const auto opens = service.opens.count(), closes = service.closes.count();
    if (opens >= 18 * 60) return "バー";
    if (opens >= 12 * 60 && closes > 18 * 60) return "ディナー";
    if (opens >= 9 * 60 && opens < 17 * 60 && closes <= 18 * 60) return "ランチ";
    return opens < 12 * 60 && closes <= 17 * 60 ? "モーニング" : "";
}

/// What listings say: hours by weekday, 祝日 and 祝前日, and closing days that 祝日 move.
rc::Gen<Rules> listed_rules() {
    const auto when = generate::one_of<When>({
        {EveryDay{}},
        {OnWeekdays{{1, 2, 3, 4}}},
        {OnWeekdays{{5}}},
        {OnWeekdays{{6, 0}}},
        {OnHolidays{}},
        {AnyOf{{{OnWeekdays{{5, 6}}}, {OnHolidayEves{}}}}},
        {AnyOf{{{OnWeekdays{{0}}}, {OnHolidays{}}}}},
        {OnDaysAfterHolidays{}},
    });
    const auto services = rc::gen::map(generate::services(), [](std::vector<Service> drawn) {
        for (auto& service : drawn) service.name = meal_at(service);
        if (drawn.empty()) drawn.push_back({"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}});
        return drawn;
    });
    const auto rule = rc::gen::apply(
        [](When on, std::vector<Service> open) {
            return Rule{std::move(on), Open{std::move(open)}, ""};
        },
        when, services);
    const auto closed_on = generate::one_of<When>({
        {OnWeekdays{{1}}},
        {OnWeekdays{{2, 3}}},
        {OnNthWeekdays{{1, 3}, {2}}},
        {OnNthWeekdays{{last_ordinal}, {3}}},
        {OnHolidays{}},
        {OnDaysOfMonth{{5, 15, 25}}},
        {InSeason{date::December / 29, date::January / 3}},
        {InPeriod{make_date(2026, 5, 7), make_date(2026, 5, 9)}},
        {OnDates{{make_date(2026, 9, 24), make_date(2026, 9, 26)}}},
        {AllOf{{{OnHolidays{}}, {OnWeekdays{{1}}}}}},
        {AllOf{{{OnWeekdays{{0}}}, {NoneOf{{{OnHolidayEves{}}}}}}}},
    });
    const auto closing = rc::gen::apply(
        [](When on, OnHoliday on_holiday, ClosingEffect effect, std::vector<std::string> meals) {
            return RegularClosing{std::move(on), on_holiday, std::move(meals), "", effect};
        },
        closed_on, generate::on_holiday(), generate::closing_effect(),
        rc::gen::weightedOneOf<std::vector<std::string>>(
            {{4, rc::gen::just(std::vector<std::string>{})}, {1, rc::gen::just(std::vector<std::string>{"ランチ"})}}));
    return rc::gen::apply(
        [](std::vector<Rule> rules, std::vector<RegularClosing> closings) {
            // Said twice, a closing day is still one, though moved it would take two places.
            std::vector<RegularClosing> distinct;
            for (const auto& one : closings) {
                if (std::find(distinct.begin(), distinct.end(), one) == distinct.end()) distinct.push_back(one);
            }
            return Rules{std::move(rules), std::move(distinct), {}};
        },
        generate::few(rule), generate::few(closing));
}

std::atomic<long> complete{0};

void comes_back(const Rules& rules) {
    const auto listing = to_japanese(rules);
    if (!is_complete(listing.findings)) return;
    ++complete;
    const auto reading = rules_from_japanese(listing.open, listing.close);
    RC_LOG() << listing.open << "\n" << listing.close << "\n";
    for (const auto& finding : reading.findings) RC_LOG() << finding.message << ": " << finding.words << "\n";
    RC_ASSERT(is_complete(reading.findings));
    if (listing.open.empty()) return;
    const auto read = openings(reading.rules), written = openings(rules);
    const auto differ = std::mismatch(read.begin(), read.end(), written.begin());
    if (differ.first != read.end()) RC_FAIL(*differ.first + " was read, but written " + *differ.second);
}

}  // namespace

int run() {
    bool ok = true;
    ok &= rc::check("what a listing can say comes back from it", [] { comes_back(*listed_rules()); });
    const auto of_listings = complete.load();
    ok &= rc::check("of all other rules, what it can't say is found", [] { comes_back(*generate::rules()); });
    ok &= rc::check("any text gives valid rules, and the same ones twice", [] {
        const auto word = generate::one_of<std::string>(
            {"月",   "火曜日", "祝日",   "祝前日", "平日",  "第1・3",   "の場合は",   "翌日",     "営業",
             "休み", "定休日", "不定休", "11:30",  "23:00", "翌2:00",   "～",         "-",        "（",
             "）",   "、",     "・",     "L.O.",   "料理",  "ドリンク", "ランチ",     "年末年始", "12/31",
             "まで", "ラスト", "\n",     " ",      "※",     "。",       "24時間営業", "月2回",    "隔週",
             "5日",  "3月",    "お盆",   "\xff",   "当店",  "はお休み", "から",       "または"});
        const auto text =
            rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const std::vector<std::string>& words) {
                std::string all;
                for (const auto& each : words) all += each;
                return all;
            });
        const auto open = *text, close = *text;
        const auto reading = rules_from_japanese(open, close);
        RC_ASSERT(validate(reading.rules).empty());
        RC_ASSERT(rules_from_japanese(open, close).rules == reading.rules);
        for (const auto& finding : reading.findings) {
            if (const auto* bytes = std::get_if<ByteRange>(&finding.where)) {
                RC_ASSERT(bytes->begin <= bytes->end);
                RC_ASSERT(bytes->end <= (finding.part == "close" ? close : open).size());
            }
        }
    });
    std::cout << of_listings << " listings compared\n";
    return ok && of_listings > 0 ? 0 : 1;
}

}  // namespace japanese_property
