#include "common_kinds.hpp"

#include <algorithm>

namespace denwaban::formats::amazon_connect {

namespace {

/// Of the kinds had on at least so many days, the one with the longest hours.
[[nodiscard]] std::size_t longest_of(const std::vector<std::size_t>& days_with, std::size_t least, const Days& days) {
    std::size_t longest = 0;
    bool found = false;
    for (std::size_t kind = 0; kind < days_with.size(); ++kind) {
        if (days_with[kind] == 0 || days_with[kind] < least) continue;
        if (found && days.kinds[kind].count() <= days.kinds[longest].count()) continue;
        longest = kind;
        found = true;
    }
    return longest;
}

}  // namespace

CommonKinds common_kinds(const Days& days) {
    std::array<std::vector<std::size_t>, 7> days_with;
    for (auto& counts : days_with) counts.resize(days.kinds.size());
    for (std::size_t day = 0; day < days.size(); ++day) ++days_with[days.weekday(day)][days.kind_of_day[day]];
    CommonKinds common;
    for (std::size_t day = 0; day < 7; ++day) {
        const auto most = *std::max_element(days_with[day].begin(), days_with[day].end());
        common.usual[day] = longest_of(days_with[day], most == 0 ? 0 : most - 1, days);
        common.longest[day] = longest_of(days_with[day], most / 4, days);
    }
    return common;
}

}  // namespace denwaban::formats::amazon_connect
