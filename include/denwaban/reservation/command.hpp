#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/edit.hpp>

namespace denwaban {

/// What is to be done to a book, as a value: it can be sent, queued, and done again on a newer book.
struct WalkIn {
    BookingId id;
    Wish wish;
    Details details;
    friend bool operator==(const WalkIn&, const WalkIn&) = default;
};
/// The guests want something else: a time, a party, a seat.
struct Change {
    BookingId booking;
    Request request;
    friend bool operator==(const Change&, const Change&) = default;
};
/// What the book keeps of a reservation and does not reckon with, anew.
struct ChangeDetails {
    BookingId booking;
    Details details;
    friend bool operator==(const ChangeDetails&, const ChangeDetails&) = default;
};
/// Something happens to the promise: confirmed, cancelled, no show.
struct Follow {
    BookingId booking;
    CommitmentEvent event;
    std::optional<CancelReason> reason;
    friend bool operator==(const Follow&, const Follow&) = default;
};
/// Something happens to the guests: late, at the table, gone.
struct Attend {
    BookingId booking;
    PresenceEvent event;
    std::vector<TableId> tables;  ///< of who sits down
    friend bool operator==(const Attend&, const Attend&) = default;
};
/// An `overbook` is no one's to ask for: the book answers `not_allowed`.
struct Allocate {
    BookingId booking;
    AllocationEvent event;
    std::vector<TableId> tables;  ///< of who is promised them
    friend bool operator==(const Allocate&, const Allocate&) = default;
};
/// A table is to be had again.
struct Unblock {
    TableId table;
    MinuteOfDay begin;
    friend bool operator==(const Unblock&, const Unblock&) = default;
};

/// Everything that may be done to a reservation or a table.
using Command = std::variant<NewReservation, WalkIn, Change, ChangeDetails, Follow, Attend, Allocate, Block, Unblock>;

namespace detail {

struct Decide {
    const DayBook& day;
    const By& by;

    [[nodiscard]] Decided operator()(const NewReservation& wanted) const { return book(day, wanted, by); }
    [[nodiscard]] Decided operator()(const WalkIn& one) const {
        return walk_in(day, one.id, one.wish, one.details, by);
    }
    [[nodiscard]] Decided operator()(const Change& one) const { return change(day, one.booking, one.request, by); }
    [[nodiscard]] Decided operator()(const ChangeDetails& one) const {
        return change_details(day, one.booking, one.details, by);
    }
    [[nodiscard]] Decided operator()(const Follow& one) const {
        return follow(day, one.booking, one.event, by, one.reason);
    }
    [[nodiscard]] Decided operator()(const Attend& one) const {
        if (one.event == PresenceEvent::sit_down) return seat(day, one.booking, one.tables, by);
        return attend(day, one.booking, one.event, by);
    }
    [[nodiscard]] Decided operator()(const Allocate& one) const {
        switch (one.event) {
            case AllocationEvent::assign:
                return assign(day, one.booking, by);
            case AllocationEvent::pin:
                return pin(day, one.booking, one.tables, by);
            case AllocationEvent::unpin:
                return unpin(day, one.booking, by);
            case AllocationEvent::unassign:
                return unassign(day, one.booking, by);
            case AllocationEvent::overbook:
                break;
        }
        return refusal(ErrorCode::not_allowed, "nobody asks for that", "/do");
    }
    [[nodiscard]] Decided operator()(const Block& block) const { return block_table(day, block, by); }
    [[nodiscard]] Decided operator()(const Unblock& one) const { return unblock_table(day, one.table, one.begin, by); }
};

}  // namespace detail

/// Does what the function of that name does.
[[nodiscard]] inline Expected<Decision, Errors> decide(const DayBook& day, const Command& command, const By& by) {
    return std::visit(detail::Decide{day, by}, command);
}

}  // namespace denwaban
