#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/edit.hpp>
#include <denwaban/reservation/follow_group.hpp>
#include <denwaban/reservation/waiting.hpp>

namespace denwaban {

/// What is to be done to a book, as a value: it can be sent, queued, and done again on a newer book.
struct WalkIn {
    BookingId id;
    Wish wish;
    Details details{};
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
    Details details{};
    friend bool operator==(const ChangeDetails&, const ChangeDetails&) = default;
};
/// Whom a command is about.
enum class Whom : std::uint8_t {
    booking,
    group,  ///< all who belong together with it
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Whom>{"booking", "group"};

/// Something happens to the promise: confirmed, cancelled, no show.
struct Follow {
    BookingId booking;
    CommitmentEvent event;
    std::optional<CancelReason> reason{};
    Whom whom = Whom::booking;
    friend bool operator==(const Follow&, const Follow&) = default;
};
/// Something happens to the guests: late, at the table, gone.
struct Attend {
    BookingId booking;
    PresenceEvent event;
    std::vector<TableId> tables{};             ///< of who sits down
    std::optional<MinuteOfDay> expected_at{};  ///< of who is late
    friend bool operator==(const Attend&, const Attend&) = default;
};
/// An `overbook` is no one's to ask for: the book answers `not_allowed`.
struct Allocate {
    BookingId booking;
    AllocationEvent event;
    std::vector<TableId> tables{};  ///< of who is promised them
    friend bool operator==(const Allocate&, const Allocate&) = default;
};
/// What is held, or waits, does so for longer.
struct Renew {
    BookingId booking;
    Instant held_until;
    Whom whom = Whom::booking;
    friend bool operator==(const Renew&, const Renew&) = default;
};
/// Who waits takes a start.
struct TakeUp {
    BookingId booking;
    MinuteOfDay begin;
    friend bool operator==(const TakeUp&, const TakeUp&) = default;
};
/// Two parties are to have each other's tables.
struct Swap {
    BookingId booking;
    BookingId with;
    friend bool operator==(const Swap&, const Swap&) = default;
};
/// What was done or said last was a mistake.
struct Undo {
    BookingId booking;
    friend bool operator==(const Undo&, const Undo&) = default;
};
/// A table is to be had again.
struct Unblock {
    TableId table;
    MinuteOfDay begin;
    friend bool operator==(const Unblock&, const Unblock&) = default;
};

/// Everything that may be done to a reservation or a table.
using Command = std::variant<NewReservation, WalkIn, Change, ChangeDetails, Follow, Attend, Allocate, Block, Unblock,
                             Swap, Undo, NewGroup, ChangeGroup, Renew, TakeUp>;

/// Who may give a command, and when, in the order of `Actor`. A command that no table has does not compile.
struct PermissionOf {
    /// In the order of `Actor`.
    using Permissions = std::array<Allowed, count_of<Actor>>;
    [[nodiscard]] constexpr Permissions operator()(const NewReservation&) const noexcept { return of(Act::book); }
    [[nodiscard]] constexpr Permissions operator()(const NewGroup&) const noexcept { return of(Act::book); }
    [[nodiscard]] constexpr Permissions operator()(const ChangeGroup&) const noexcept { return of(Act::change); }
    [[nodiscard]] constexpr Permissions operator()(const Renew&) const noexcept { return of(CommitmentEvent::renew); }
    [[nodiscard]] constexpr Permissions operator()(const TakeUp&) const noexcept {
        return of(CommitmentEvent::take_up);
    }
    [[nodiscard]] constexpr Permissions operator()(const WalkIn&) const noexcept { return of(Act::walk_in); }
    [[nodiscard]] constexpr Permissions operator()(const Change&) const noexcept { return of(Act::change); }
    [[nodiscard]] constexpr Permissions operator()(const ChangeDetails&) const noexcept {
        return of(Act::change_details);
    }
    [[nodiscard]] constexpr Permissions operator()(const Follow& one) const noexcept { return of(one.event); }
    [[nodiscard]] constexpr Permissions operator()(const Attend& one) const noexcept {
        return presence_permissions[index_of(one.event)].by;
    }
    [[nodiscard]] constexpr Permissions operator()(const Allocate& one) const noexcept {
        return allocation_permissions[index_of(one.event)].by;
    }
    [[nodiscard]] constexpr Permissions operator()(const Block&) const noexcept { return of(Act::block); }
    [[nodiscard]] constexpr Permissions operator()(const Unblock&) const noexcept { return of(Act::unblock); }
    [[nodiscard]] constexpr Permissions operator()(const Swap&) const noexcept { return of(Act::swap); }
    /// Of a promise; what was said of guests, `presence_permissions` has.
    [[nodiscard]] constexpr Permissions operator()(const Undo&) const noexcept { return of(CommitmentEvent::undo); }

private:
    [[nodiscard]] static constexpr Permissions of(Act act) noexcept { return act_permissions[index_of(act)].by; }
    [[nodiscard]] static constexpr Permissions of(CommitmentEvent event) noexcept {
        return commitment_permissions[index_of(event)].by;
    }
};
/// When somebody may give a command, beside what the book and the policy say.
[[nodiscard]] constexpr Allowed permission_of(const Command& command, Actor actor) {
    return std::visit(PermissionOf{}, command)[index_of(actor)];
}

namespace detail {

struct Decide {
    const DayBook& day;
    const By& by;

    [[nodiscard]] Decided operator()(const NewReservation& wanted) const { return book(day, wanted, by); }
    [[nodiscard]] Decided operator()(const WalkIn& one) const {
        return walk_in(day, one.id, one.wish, one.details, by);
    }
    [[nodiscard]] Decided operator()(const NewGroup& wanted) const { return book_group(day, wanted, by); }
    [[nodiscard]] Decided operator()(const ChangeGroup& one) const {
        return change_group(day, one.booking, one.begin, by);
    }
    [[nodiscard]] Decided operator()(const Renew& one) const {
        if (one.whom == Whom::group) return renew_group(day, one.booking, one.held_until, by);
        return renew(day, one.booking, one.held_until, by);
    }
    [[nodiscard]] Decided operator()(const TakeUp& one) const { return take_up(day, one.booking, one.begin, by); }
    [[nodiscard]] Decided operator()(const Change& one) const { return change(day, one.booking, one.request, by); }
    [[nodiscard]] Decided operator()(const ChangeDetails& one) const {
        return change_details(day, one.booking, one.details, by);
    }
    [[nodiscard]] Decided operator()(const Follow& one) const {
        if (one.whom == Whom::group) return follow_group(day, one.booking, one.event, by, one.reason);
        return follow(day, one.booking, one.event, by, one.reason);
    }
    [[nodiscard]] Decided operator()(const Attend& one) const {
        if (one.event == PresenceEvent::sit_down) return seat(day, one.booking, one.tables, by);
        return attend(day, one.booking, one.event, by, one.expected_at);
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
    [[nodiscard]] Decided operator()(const Swap& one) const { return swap_tables(day, one.booking, one.with, by); }
    [[nodiscard]] Decided operator()(const Undo& one) const { return undo(day, one.booking, by); }
};

}  // namespace detail

/// Does what the function of that name does. Errors: those of that function; `out_of_range` for a moment years off.
[[nodiscard]] inline Expected<Decision, Errors> decide(const DayBook& day, const Command& command, const By& by) {
    if (auto errors = check(day, by.now); !errors.empty()) return Unexpected{std::move(errors)};
    return std::visit(detail::Decide{day, by}, command);
}

}  // namespace denwaban
