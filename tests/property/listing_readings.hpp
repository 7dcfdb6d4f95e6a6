#pragma once

/// What was read, in the same terms as what was meant.

#include <optional>
#include <string>

#include "listing_words.hpp"

namespace listing {

/// When a date is open, in minutes from its midnight in Japan; nothing where it isn't known.
inline std::optional<Spans> openings(const Hours& hours, Date date) {
    constexpr int ahead_of_utc = 9 * 60;
    Spans spans;
    for (const auto& opening : *hours.openings_on(date)) {
        if (opening.state == State::unknown) return std::nullopt;
        const auto of_date = [&](Instant at) {
            return static_cast<int>((at.time_since_epoch() - date.time_since_epoch()) / std::chrono::minutes{1}) +
                   ahead_of_utc;
        };
        const Span span{of_date(opening.begins), of_date(opening.ends)};
        const bool goes_on = !spans.empty() && spans.back().closes == span.opens;
        goes_on ? static_cast<void>(spans.back().closes = span.closes) : spans.push_back(span);
    }
    return spans;
}

/// ` 660-840 1020-1320`, in minutes, or ` no hours`.
inline std::string in_words(const Spans& spans) {
    std::string words;
    for (const auto span : spans) words += " " + std::to_string(span.opens) + "-" + std::to_string(span.closes);
    return words.empty() ? " no hours" : words;
}

}  // namespace listing
