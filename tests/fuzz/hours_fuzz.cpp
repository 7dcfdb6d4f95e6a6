#include <cstddef>
#include <cstdint>
#include <span>

#include <denwaban/hours.hpp>

#include "ask_hours.hpp"
#include "draw_rules.hpp"

using namespace denwaban;

namespace {

constexpr int days_asked = 8;

/// The opening of any business date around `instant` that holds then; the earliest, as the hours promise.
std::optional<Opening> opening_at(const Hours& hours, Instant instant) {
    const auto today = date::floor<date::days>(hours.zone().local_time(instant));
    for (auto date = today - date::days{3}; date <= today + date::days{2}; date += date::days{1}) {
        const auto openings = *hours.openings_on(date);
        for (const auto& opening : openings) {
            if (opening.begins <= instant && instant < opening.ends) return opening;
        }
    }
    return std::nullopt;
}

void agrees_with_openings(const Hours& hours, Instant instant) {
    const auto opening = opening_at(hours, instant);
    const auto status = *hours.status(instant);
    require(*hours.state(instant) == (opening ? opening->state : State::closed));
    require(!opening || (status.business_date == opening->business_date && status.service == opening->service));
    require(opening || status.service == nullptr);
}

void agrees_with_intervals(const std::vector<Opening>& intervals, const Hours& hours, Instant instant) {
    const auto holds = [&](const Opening& opening) { return opening.begins <= instant && instant < opening.ends; };
    const auto found = std::find_if(intervals.begin(), intervals.end(), holds);
    require(*hours.state(instant) == (found != intervals.end() ? found->state : State::closed));
}

void follow_one_another(const std::vector<Opening>& intervals) {
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        require(intervals[i].begins < intervals[i].ends);
        require(i == 0 || intervals[i - 1].ends <= intervals[i].begins);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Draw draw{{data, size}};
    const auto zone = draw_zone(draw);
    const auto calendar = draw_calendar(draw);
    const auto rules = draw_rules(draw);
    const auto hours = Hours::compile(rules, calendar, zone, two_months);
    require(hours.has_value() == validate(rules).empty());
    if (!hours) return 0;

    const auto first = two_months.first + date::days{5 + draw.below(40)};
    const auto from = zone.first_at_or_after(LocalTime{first});
    const auto until = from + date::days{days_asked};
    const auto intervals = hours->intervals(from, until);
    require(intervals.has_value());
    follow_one_another(*intervals);
    for (int i = 0; i < 16; ++i) {
        const auto instant = from + std::chrono::minutes{draw.below(days_asked * 1440)};
        ask(*hours, instant);
        agrees_with_openings(*hours, instant);
        agrees_with_intervals(*intervals, *hours, instant);
    }
    for (auto date = first; date < first + date::days{days_asked}; date += date::days{1}) {
        require(explain(*hours, date).has_value());
    }
    return 0;
}
