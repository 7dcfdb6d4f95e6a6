#pragma once

#include <optional>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/reservation/limit.hpp>
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

    /// A party that comes, which pacing counts.
    struct Arrival {
        int minute = 0;  ///< of this book's date: less than 0 before it
        Covers chairs{};
        BookingChannel channel = BookingChannel::phone;
        friend bool operator==(const Arrival&, const Arrival&) = default;
    };

    MinuteOfDay begin;
    MinuteOfDay end;                   ///< as it begins, where none of it is on this date
    std::vector<TableId> tables{};     ///< those that this book's plan lacks do not matter
    std::optional<Waiting> waiting{};  ///< where it has no tables and is to have some
    std::optional<Arrival> arrival{};  ///< none of a block
    friend bool operator==(const StayElsewhere&, const StayElsewhere&) = default;
};

}  // namespace denwaban
