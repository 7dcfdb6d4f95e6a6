#include "openings.hpp"

#include <algorithm>
#include <chrono>

namespace denwaban::talk {

void Openings::on(std::optional<Date> day) {
    if (day == day_) return;
    day_ = day;
    loaded_ = false;
}

bool Openings::admits(int minute) {
    load();
    return std::any_of(spans_.begin(), spans_.end(),
                       [&](const Span& span) { return span.begin <= minute && minute < span.end; });
}

bool Openings::reaches(int minute) {
    load();
    return std::any_of(spans_.begin(), spans_.end(),
                       [&](const Span& span) { return span.begin < minute && minute <= span.end; });
}

std::vector<int> Openings::begins() {
    load();
    std::vector<int> all;
    for (const auto& span : spans_) all.push_back(span.begin);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// A day that is closed decides nothing: then as on any day.
void Openings::load() {
    if (loaded_ || hearing_.hours == nullptr) return;
    loaded_ = true;
    spans_.clear();
    if (day_) add(*day_);
    if (!spans_.empty()) return;
    constexpr int week = 7;
    const auto today = date::floor<date::days>(hearing_.now);
    for (int day = 0; day < week; ++day) add(today + date::days{day});
}

void Openings::add(Date day) {
    const auto& hours = *hearing_.hours;
    const auto openings = hours.openings_on(day);
    if (!openings) return;
    const auto minute = [&](Instant instant) {
        const auto since = hours.zone().local_time(instant) - LocalTime{day};
        return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(since).count());
    };
    for (const auto& opening : *openings) spans_.push_back({minute(opening.begins), minute(opening.ends)});
}

}  // namespace denwaban::talk
