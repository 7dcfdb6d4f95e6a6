#pragma once

#include <optional>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/seating/floor_plan.hpp>

namespace denwaban {

/// A stay that stands in another date's book, in the minutes of this one's date, half open, with the time to reset its
/// table: tables are the same ones on either side of the night.
struct StayElsewhere {
    /// A party that has no table yet, for which room is kept.
    struct Waiting {
        Covers chairs;
        Needs needs;
        Seller seller = Seller::anyone;
        friend bool operator==(const Waiting&, const Waiting&) = default;
    };

    MinuteOfDay begin;
    MinuteOfDay end;
    std::vector<TableId> tables;     ///< those that this book's plan lacks do not matter
    std::optional<Waiting> waiting;  ///< where it has no tables
    friend bool operator==(const StayElsewhere&, const StayElsewhere&) = default;
};

}  // namespace denwaban
