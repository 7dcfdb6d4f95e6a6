#include "words.hpp"

#include <algorithm>
#include <array>

#include "words/clocks.hpp"
#include "words/closings.hpp"
#include "words/conditions.hpp"
#include "words/dates.hpp"
#include "words/elsewhere.hpp"
#include "words/english.hpp"
#include "words/fillers.hpp"
#include "words/holidays.hpp"
#include "words/hours.hpp"
#include "words/korean.hpp"
#include "words/last_orders.hpp"
#include "words/meals.hpp"
#include "words/particles.hpp"
#include "words/remarks.hpp"
#include "words/signs.hpp"
#include "words/weekdays.hpp"

namespace denwaban::formats::japanese {

namespace {

/// By first character, longest first.
constexpr bool stands_before(const Entry& a, const Entry& b) {
    if (a.text[0] != b.text[0]) return a.text[0] < b.text[0];
    if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
    return a.text < b.text;
}

// A compiler takes so many steps for a constant: each table is sorted, and each two are merged, as one of its own.

template <const auto& table>
constexpr auto sorted = [] {
    auto entries = table;
    std::sort(entries.begin(), entries.end(), stands_before);
    return entries;
}();

template <const auto& table, const auto&... others>
constexpr auto merged = [] {
    std::array<Entry, sorted<table>.size() + merged<others...>.size()> entries{};
    std::merge(sorted<table>.begin(), sorted<table>.end(), merged<others...>.begin(), merged<others...>.end(),
               entries.begin(), stands_before);
    return entries;
}();
template <const auto& table>
constexpr auto merged<table> = sorted<table>;

constexpr const auto& vocabulary =
    merged<words::clocks, words::closings, words::conditions, words::dates, words::elsewhere, words::english,
           words::fillers, words::holidays, words::hours, words::korean, words::last_orders, words::meals,
           words::particles, words::remarks, words::signs, words::weekdays>;

static_assert(std::adjacent_find(vocabulary.begin(), vocabulary.end(),
                                 [](const Entry& a, const Entry& b) { return a.text == b.text; }) == vocabulary.end(),
              "a word stands in two tables, or twice in one");

}  // namespace

Entries entries_starting_with(char32_t code) noexcept {
    const auto before = [](const Entry& entry, char32_t first) { return entry.text[0] < first; };
    const auto* first = std::lower_bound(vocabulary.begin(), vocabulary.end(), code, before);
    const auto* last = first;
    while (last != vocabulary.end() && last->text[0] == code) ++last;
    return {first, last};
}

}  // namespace denwaban::formats::japanese
