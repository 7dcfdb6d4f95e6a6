/// Whatever order a house says things in, what was meant is read, or it is said that it may not be.

#include <rapidcheck.h>

#include <iostream>
#include <string>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours.hpp>

#include "listing_orders.hpp"
#include "listing_readings.hpp"

namespace japanese_orders_property {
using namespace denwaban;
namespace orders = listing::orders;

namespace {

struct Tally {
    long texts = 0;
    long complete = 0;
};

/// The first date of which the reader is certain and mistaken.
std::string mistake(const orders::Order& said, const Rules& rules) {
    static const auto japan = HolidayCalendar::japan();
    const Horizon month{orders::first_of_month, orders::first_of_month + date::days{orders::days_of_month - 1}};
    const auto hours = Hours::compile(rules, japan, TimeZone::tokyo(), month);
    RC_ASSERT(hours.has_value());
    auto date = month.first;
    for (const auto& meant : said.meant) {
        const auto read = listing::openings(*hours, date);
        if (read && *read != meant)
            return to_string(date) + " has" + listing::in_words(*read) + ", not" + listing::in_words(meant);
        date += date::days{1};
    }
    return {};
}

void is_read_or_found(Tally& tally) {
    const auto seed = *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint64_t>()));
    const auto said = orders::Drawing{seed}.draw();
    const auto reading = rules_from_japanese(said.open, said.close);
    ++tally.texts;
    if (!is_complete(reading.findings)) return;
    ++tally.complete;
    const auto wrong = mistake(said, reading.rules);
    if (!wrong.empty()) RC_FAIL("「" + said.open + "」「" + said.close + "」: " + wrong);
}

}  // namespace

int run() {
    Tally tally;
    const bool ok = rc::check("in whatever order it is said", [&] { is_read_or_found(tally); });
    std::cout << tally.complete << " of " << tally.texts << " complete\n";
    return ok && tally.complete > 0 ? 0 : 1;
}

}  // namespace japanese_orders_property
