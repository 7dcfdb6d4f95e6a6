#include <algorithm>

#include "week_builder.hpp"

namespace denwaban::formats::japanese {

/// モーニング 7:00～11:00 ランチ 11:00～14:00 営業時間 7:00～18:00: the meals are within the whole.
bool WeekBuilder::covers_what_was_said(const Group& group) {
    if (group.services.size() != 1 || !group.days.empty() || !group.services.front().end_known) return false;
    const auto& whole = group.services.front();
    const auto within = [&](const ListedService& meal) { return is_a_meal_within(meal, whole); };
    for (std::size_t slot = 0; slot < weekday_slots; ++slot) {
        const auto& said = week_.slots[slot];
        if (said.empty() || !std::all_of(said.begin(), said.end(), within)) return false;
    }
    for (std::size_t slot = 0; slot < weekday_slots; ++slot) week_.slots[slot] = {whole};
    find(FindingKind::repetition, Weight::note, "the meals are within these hours", whole.place);
    return true;
}

/// What a later part of the text says again: nothing new if it lies within what the first part said.
void WeekBuilder::compare(const Group& group) {
    if (covers_what_was_said(group)) return;
    for (const auto& service : group.services) {
        const auto known = [&](const Services& services) {
            return std::any_of(services.begin(), services.end(), [&](const ListedService& said) {
                return said.opens <= service.opens && (!service.end_known || service.closes <= said.closes);
            });
        };
        const auto slots = known_slots(group);
        const bool all = std::all_of(slots.begin(), slots.end(), [&](std::size_t slot) {
            return known(week_.slots[slot]) || week_.slots[slot].empty();
        });
        if (all) {
            find(FindingKind::repetition, Weight::note, "explains hours said before", service.place);
        } else {
            find(FindingKind::contradiction, Weight::doubt, "differs from the hours said before", service.place);
            listing_.doubts.push_back({group.days});
        }
    }
}

std::vector<std::size_t> WeekBuilder::known_slots(const Group& group) const {
    std::vector<std::size_t> slots;
    for (const auto& day : group.days) {
        for (const auto slot : slots_of(day)) slots.push_back(slot);
    }
    for (std::size_t slot = 0; group.days.empty() && slot < weekday_slots; ++slot) slots.push_back(slot);
    return slots;
}

}  // namespace denwaban::formats::japanese
