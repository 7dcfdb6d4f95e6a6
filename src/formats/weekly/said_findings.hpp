#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "documents/json_document.hpp"
#include "said_hours.hpp"

namespace denwaban::formats {

/// More than a chain says of twenty years.
inline constexpr std::size_t max_sayings = 10'000;

/// What a document is found to say, as it is read.
struct HoursReading {
    SaidHours hours{};
    Findings findings{};
    std::size_t sayings = 0;  ///< times that hours were said of some days

    /// As many as anyone reads.
    void find(FindingKind kind, Weight weight, std::string message, const std::string& path, std::string words = {}) {
        if (findings.size() > max_errors) return;
        if (findings.size() == max_errors) {
            kind = FindingKind::not_understood;
            weight = Weight::loss;
            message = "there is more to find from here on";
        }
        findings.push_back({kind, weight, std::move(message), JsonPointer{path}, std::move(words)});
    }
    void not_understood(std::string message, const std::string& path, std::string words = {}) {
        find(FindingKind::not_understood, Weight::loss, std::move(message), path, std::move(words));
    }
    /// A day's hours are said in words that were not understood, and nobody knows which day's.
    void some_day_is_unknown() { hours.unlisted = Unlisted::unknown; }

    /// Says `then` of `days`, as `node` does.
    void say(SaidWeek& week, DaySet days, const Outcome& then, const Node& node) {
        if (++sayings > max_sayings) {
            if (sayings == max_sayings + 1) node.fail(ErrorCode::out_of_range, "says hours more than 10000 times");
            return;
        }
        auto worst = Meeting::adds;
        for (unsigned day = 0; day < kinds_of_day; ++day) {
            if (days.contains(day)) worst = std::max(worst, formats::say(week[day], then));
        }
        switch (worst) {
            case Meeting::adds:
                return;
            case Meeting::repeats:
                return find(FindingKind::repetition, Weight::note, "is said before", node.path());
            case Meeting::overlaps:
                return find(FindingKind::contradiction, Weight::doubt, "overlaps another opening: read as one with it",
                            node.path());
            case Meeting::contradicts:
                return find(FindingKind::contradiction, Weight::loss, "is both open and closed: unknown", node.path());
        }
    }
};

/// The rules of a reading, or an error of the document if they are more than rules may be.
[[nodiscard]] RulesReading finish(HoursReading reading, const Node& document);

}  // namespace denwaban::formats
