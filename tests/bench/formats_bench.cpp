/// Microseconds to read the hours of a restaurant in each format, and to write them. Prints
/// `format<TAB>read<TAB>write`.

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <denwaban/formats/hours_formats.hpp>
#include <denwaban/formats/japanese_hours.hpp>

using namespace denwaban;

namespace {

constexpr int rounds = 15;

constexpr std::string_view open_text =
    "月～木: 11:30～15:00 （料理L.O. 14:30 ドリンクL.O. 14:30）17:00～翌0:00 （料理L.O. 23:00 ドリンクL.O. 23:30）"
    "金、土、祝前日: 17:00～翌5:00 （料理L.O. 翌4:00 ドリンクL.O. 翌4:30）日、祝日: 12:00～23:00 （料理L.O. 22:00 "
    "ドリンクL.O. 22:30）";
constexpr std::string_view close_text = "火曜日、第3水曜日（祝日の場合は営業し、翌日休み）、年末年始（12/31～1/3）";

template <class F>
double median_microseconds(int calls, F&& f) {
    std::vector<double> each;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < calls; ++i) f();
        const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
        each.push_back(taken.count() / calls);
    }
    std::nth_element(each.begin(), each.begin() + rounds / 2, each.end());
    return each[rounds / 2];
}

volatile std::size_t sink = 0;

}  // namespace

int main() {
    const auto rules = rules_from_japanese(open_text, close_text).rules;
    const Horizon year{make_date(2026, 1, 1), make_date(2026, 12, 31)};
    const auto hours = *Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo(), year);
    std::cout << "japanese, " << open_text.size() + close_text.size() << " bytes\t"
              << median_microseconds(
                     2000, [] { sink = sink + rules_from_japanese(open_text, close_text).rules.rules.size(); })
              << "\t" << median_microseconds(2000, [&] { sink = sink + to_japanese(rules).open.size(); }) << "\n";
    for (const auto format : {HoursFormat::json, HoursFormat::osm, HoursFormat::amazon_connect, HoursFormat::schema_org,
                              HoursFormat::google}) {
        const auto text = write_rules(format, hours, year)->text;
        const int calls = format == HoursFormat::amazon_connect ? 3 : 50;
        std::cout << to_string(format) << ", " << text.size() << " bytes\t"
                  << median_microseconds(calls, [&] { sink = sink + read_rules(format, text)->rules.rules.size(); })
                  << "\t"
                  << median_microseconds(calls, [&] { sink = sink + write_rules(format, hours, year)->text.size(); })
                  << "\n";
    }
}
