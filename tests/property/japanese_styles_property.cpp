/// What people mean, said in every style that they publish it in, is what the reader reads, or it says that it doubts.

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours.hpp>

#include "listing_places.hpp"
#include "listing_readings.hpp"
#include "listing_remarks.hpp"
#include "listing_styles.hpp"

namespace japanese_styles_property {
using namespace denwaban;
using listing::Said;

namespace {

struct Style {
    std::string_view name;
    Said (*say)();
};

constexpr auto styles = std::to_array<Style>({
    {"days before", listing::days_before},
    {"days before, in brackets", listing::days_before_in_brackets},
    {"days after, in brackets", listing::days_after_in_brackets},
    {"days after, on the line", listing::days_after_on_a_line},
    {"another end on some days", listing::other_end_on_some_days},
    {"another end after a mark", listing::other_end_after_a_mark},
    {"a meal on some days", listing::meal_on_some_days},
    {"meals with their days", listing::meals_with_their_days},
    {"a meal but not on a day", listing::meal_but_not_on_a_day},
    {"open on some days only", listing::open_on_some_days},
    {"days from … to", listing::days_from_to},
    {"open from day to day", listing::open_from_day_to_day},
    {"closing of a meal", listing::closing_of_a_meal},
    {"closing by ordinal", listing::closing_by_ordinal},
    {"closing on holidays", listing::closing_on_holidays},
    {"closing on dates", listing::closing_on_dates},
    {"closing after holidays", listing::after_holidays},
    {"seasons", listing::seasons},
    {"hours of a date", listing::hours_of_a_date},
    {"newspaper", listing::newspaper},
    {"newspaper, by days", listing::newspaper_by_days},
    {"twelve-hour clock", listing::twelve_hour_clock},
    {"town hall", listing::town_hall},
    {"map export", listing::map_export},
    {"English map export", listing::english_map_export},
    {"English", listing::english},
    {"table", listing::table},
    {"Hot Pepper", listing::hotpepper},
    {"Tabelog", listing::tabelog},
    {"magazine", listing::magazine},
    {"profile", listing::profile},
    {"hours of something else", listing::hours_of_something_else},
    {"a break", listing::a_break},
    {"no break on some days", listing::no_break_on_some_days},
    {"numerals", listing::numerals},
    {"loose times", listing::loose_times},
    {"open and close", listing::open_and_close},
    {"last orders", listing::last_orders},
});

/// What slips from a pen or from an optical reader: it stays what was meant, or it is found.
struct Slip {
    std::string_view name;
    std::string_view right;
    std::string_view wrong;
};
constexpr auto slips = std::to_array<Slip>({
    {"a dot for a colon", ":", "."},
    {"a semicolon for a colon", ":", ";"},
    {"a middle dot for a colon", ":", "・"},
    {"a colon twice", ":", "::"},
    {"a colon lost", ":", ""},
    {"a space in a time", ":", " :"},
    {"a nought doubled", "0", "00"},
    {"a letter for a nought", "0", "O"},
    {"a letter for a one", "1", "l"},
    {"a bracket not closed", "）", ""},
    {"a bracket not opened", "（", ""},
    {"a bracket closed twice", "）", "））"},
    {"a line break lost", "\n", ""},
    {"a line break for a range", "～", "\n"},
    {"a range lost", "～", ""},
    {"a range twice", "～", "～～"},
});

/// 祝日 on a Monday and on a Tuesday, none of which is also 祝前日.
const Horizon months{make_date(2026, 10, 1), make_date(2026, 11, 30)};

Hours compiled(const Rules& rules) {
    static const auto japan = HolidayCalendar::japan();
    auto hours = Hours::compile(rules, japan, TimeZone::tokyo(), months);
    RC_ASSERT(hours.has_value());
    return *std::move(hours);
}

/// The first date of which the reader is certain and mistaken.
std::optional<std::string> mistake(const Said& said, const RulesReading& reading) {
    const auto read = compiled(reading.rules), meant = compiled(said.meant);
    for (auto date = months.first; date <= months.last; date += date::days{1}) {
        const auto is = listing::openings(read, date), was = listing::openings(meant, date);
        if (is && is != was)
            return to_string(date) + " has" + listing::in_words(*is) + ", not" +
                   (was ? listing::in_words(*was) : " what is unknown");
    }
    return std::nullopt;
}

/// What a text is read as, against what was meant by it.
struct Tally {
    int texts = 0;
    int complete = 0;

    [[nodiscard]] int percent(int count) const { return 100 * count / std::max(texts, 1); }
};

/// What is wrong with how a text is read, without a finding that weighs.
std::optional<std::string> read(const Said& said, Tally& tally) {
    const auto reading = rules_from_japanese(said.open, said.close);
    ++tally.texts;
    if (!is_complete(reading.findings)) return std::nullopt;
    ++tally.complete;
    const auto wrong = mistake(said, reading);
    if (!wrong) return std::nullopt;
    return "「" + said.open + "」「" + said.close + "」: " + *wrong;
}

/// Nothing that is said so is read wrongly in silence.
template <class Say>
bool holds(std::string_view name, Say say) {
    Tally tally;
    const auto ok = rc::check(std::string{name}, [&] {
        if (const auto wrong = read(say(), tally)) RC_FAIL(*wrong);
    });
    std::cout << "  " << tally.percent(tally.complete) << "% complete\n";
    return ok;
}

/// Where it stands, a range after a time only: one between days that is lost is another list of days.
std::vector<std::size_t> places_of(std::string_view words, std::string_view text) {
    std::vector<std::size_t> places;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const bool after_time = at >= 3 && (text[at - 3] == ':' || text[at - 3] == '.' || text[at - 3] == ';');
        if (words != "～" || after_time) places.push_back(at);
    }
    return places;
}

/// A text of some style with a slip of the pen in it.
Said with_slip(const Slip& slip) {
    for (int tries = 0; tries < 100; ++tries) {
        auto said = styles[static_cast<std::size_t>(listing::below(static_cast<int>(styles.size())))].say();
        const auto places = places_of(slip.right, said.open);
        if (places.empty()) continue;
        const auto place = places[static_cast<std::size_t>(listing::below(static_cast<int>(places.size())))];
        said.open.replace(place, slip.right.size(), slip.wrong);
        return said;
    }
    RC_DISCARD("no style has it");
}

}  // namespace

int run() {
    bool ok = true;
    for (const auto& style : styles) ok &= holds(style.name, style.say);
    for (const auto& slip : slips) ok &= holds(slip.name, [&] { return with_slip(slip); });
    return ok ? 0 : 1;
}

}  // namespace japanese_styles_property
