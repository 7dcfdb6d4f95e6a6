#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/sizes.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/reservation/limit.hpp>
#include <denwaban/reservation/reservation_lifecycle.hpp>
#include <denwaban/seating/floor_plan.hpp>

namespace denwaban {

/// Who may sell a party its table, on each channel.
[[nodiscard]] constexpr Seller seller_of(BookingChannel channel) noexcept {
    return channel == BookingChannel::restaurant || channel == BookingChannel::walk_in ? Seller::restaurant
                                                                                       : Seller::anyone;
}

/// What a party wants, whatever the time.
struct Wish {
    Party party;
    Needs needs{};
    std::optional<std::string> course{};
    BookingChannel channel = BookingChannel::phone;
    std::optional<std::chrono::minutes> turn{};  ///< how long they stay, if it is not as the policy has it
    std::vector<TableId> tables{};               ///< the very ones, joined; any that suit, where there is none
    friend bool operator==(const Wish&, const Wish&) = default;
};

/// 料理・飲み放題など
struct OrderedItem {
    std::string name{};
    int count = 1;
    friend bool operator==(const OrderedItem&, const OrderedItem&) = default;
};

/// Where the money of a deposit is.
enum class DepositState : std::uint8_t {
    due,
    paid,
    refunded,
    kept,    ///< the guest did not come, or cancelled too late
    waived,  ///< the restaurant does without
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<DepositState>{"due", "paid", "refunded", "kept", "waived"};

/// What is to be paid before.
struct Deposit {
    std::int64_t amount = 0;  ///< in the currency's smallest unit: yen
    std::string currency = "JPY";
    std::optional<Instant> due{};
    std::string terms{};  ///< of paying back
    DepositState state = DepositState::due;
    friend bool operator==(const Deposit&, const Deposit&) = default;
};

/// What the book keeps of a reservation and does not reckon with.
struct Details {
    std::optional<CustomerId> customer{};
    std::string name{};
    std::string kana{};
    std::optional<PhoneNumber> phone{};
    std::string email{};
    std::vector<OrderedItem> items{};
    std::string occasion{};  ///< 誕生日, 接待
    std::vector<std::string> allergies{};
    int high_chairs = 0;
    std::string for_restaurant{};  ///< notes
    std::string for_centre{};
    std::optional<AgentId> taken_by{};
    std::optional<ContactId> contact{};  ///< of the call
    std::optional<Deposit> deposit{};
    friend bool operator==(const Details&, const Details&) = default;
};

/// Who or what was the cause.
enum class CancelReason : std::uint8_t { guest, restaurant, moved, duplicate, mistake, unpaid };
template <>
inline constexpr std::array<std::string_view, 6> names_of<CancelReason>{"guest",     "restaurant", "moved",
                                                                        "duplicate", "mistake",    "unpaid"};

/// What was done to a reservation.
enum class Deed : std::uint8_t {
    book,
    change,
    change_details,
    request,
    confirm,
    reconfirm,
    cancel,
    decline,
    miss,
    lapse,
    run_late,
    arrive_partly,
    sit_down,
    leave,
    pin,
    unpin,
    unassign,
    assign,
    move,        ///< to another table, to let somebody else fit
    lose_table,  ///< the floor plan changed
    block,
    unblock,
    change_date,  ///< into another date's book
    undo,         ///< what was done or said last, by mistake
    swap,         ///< tables, with another party
    renew,        ///< held, or waiting, for longer
    take_up,      ///< by who waited
};
template <>
inline constexpr std::array<std::string_view, 27> names_of<Deed>{
    "book",  "change",     "change_details", "request",  "confirm",     "reconfirm", "cancel", "decline",  "miss",
    "lapse", "run_late",   "arrive_partly",  "sit_down", "leave",       "pin",       "unpin",  "unassign", "assign",
    "move",  "lose_table", "block",          "unblock",  "change_date", "undo",      "swap",   "renew",    "take_up",
};

/// What a deed made of one member of a reservation, as text; of what is personal, only that it changed.
struct Difference {
    std::string what{};  ///< `begin`, `party`, `tables`, `details.phone`
    std::string from{};
    std::string to{};
    friend bool operator==(const Difference&, const Difference&) = default;
};

/// A line of a reservation's history.
struct Entry {
    Deed deed;
    Actor by;
    std::string who{};  ///< an agent's or a member of staff's name or id; may be empty
    Instant at;
    std::vector<Limit> overridden{};
    std::string note{};
    std::vector<Difference> changes{};  ///< what the deed itself does not say
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// A party that comes, or was to come, on one business date.
struct Reservation {
    BookingId id;
    Wish wish;
    MinuteOfDay begin;
    MinuteOfDay end;
    std::chrono::minutes buffer{0};  ///< to reset the table, as the policy had it
    Commitment commitment = Commitment::confirmed;
    Presence presence = Presence::expected;
    Allocation allocation = Allocation::unassigned;
    std::vector<TableId> tables{};                ///< in the floor plan's order
    std::optional<Instant> held_until{};          ///< while it is held; of who waits, until when, if they said so
    std::optional<CancelReason> cancel_reason{};  ///< once it is cancelled
    Details details{};
    std::vector<Entry> history{};
    std::optional<MinuteOfDay> expected_at{};  ///< when the guests said to come instead: 「30分遅れます」
    std::optional<GroupId> group{};            ///< of those who belong together, each at a table of their own
    std::optional<MinuteOfDay> latest{};       ///< of who waits: the last start that suits them; the first is `begin`
    std::optional<int> fee{};  ///< what its guest owes who cancelled late or never came, in percent, by the policy
    friend bool operator==(const Reservation&, const Reservation&) = default;
};

namespace detail {

/// Adds a line to a reservation's history. Of one that is full its second goes: how it began, and what was done of
/// late, is what is asked for.
inline void add_line(Reservation& reservation, Entry entry) {
    auto& history = reservation.history;
    if (history.size() >= longest_list) history.erase(history.begin() + 1);
    const auto shorten = [](std::string& text) { text.resize(first_characters(text, longest_text).size()); };
    shorten(entry.note);
    for (auto& change : entry.changes) {
        shorten(change.from);
        shorten(change.to);
    }
    history.push_back(std::move(entry));
}

}  // namespace detail

/// The commitment at an instant: what is held lapses by itself, and so does a wait that has an end.
[[nodiscard]] inline Commitment commitment_at(const Reservation& reservation, Instant now) noexcept {
    const bool may_lapse = reservation.commitment == Commitment::held || reservation.commitment == Commitment::waiting;
    const bool has_lapsed = may_lapse && reservation.held_until && *reservation.held_until <= now;
    return has_lapsed ? Commitment::lapsed : reservation.commitment;
}
/// Whether it takes room, or will.
[[nodiscard]] inline bool counts_at(const Reservation& reservation, Instant now) noexcept {
    switch (commitment_at(reservation, now)) {
        case Commitment::held:
        case Commitment::requested:
        case Commitment::confirmed:
        case Commitment::reconfirmed:
            return true;
        case Commitment::cancelled:
        case Commitment::declined:
        case Commitment::no_show:
        case Commitment::lapsed:
        case Commitment::waiting:
            return false;
    }
    return false;
}
/// Whether guests of this reservation can arrive.
[[nodiscard]] inline bool is_agreed(const Reservation& reservation) noexcept {
    switch (reservation.commitment) {
        case Commitment::confirmed:
        case Commitment::reconfirmed:
            return true;
        case Commitment::held:
        case Commitment::requested:
        case Commitment::cancelled:
        case Commitment::declined:
        case Commitment::no_show:
        case Commitment::lapsed:
        case Commitment::waiting:
            return false;
    }
    return false;
}
/// Whether a table stands ready for it.
[[nodiscard]] constexpr bool has_table(Allocation allocation) noexcept {
    switch (allocation) {
        case Allocation::assigned:
        case Allocation::pinned:
            return true;
        case Allocation::unassigned:
        case Allocation::overbooked:
            return false;
    }
    return false;
}
/// Whether the party has sat down, even if it has left since.
[[nodiscard]] constexpr bool is_at_table(Presence presence) noexcept {
    switch (presence) {
        case Presence::seated:
        case Presence::left:
            return true;
        case Presence::expected:
        case Presence::late:
        case Presence::partly_arrived:
            return false;
    }
    return false;
}
/// The chairs that the party takes. Precondition: no more than 999, as every book has it.
[[nodiscard]] inline Covers chairs_of(const Reservation& reservation) noexcept {
    return *chairs(reservation.wish.party);
}

/// When the table is free for the next party.
[[nodiscard]] inline MinuteOfDay free_from(const Reservation& reservation) noexcept {
    const auto minutes = reservation.end.count() + static_cast<int>(reservation.buffer.count());
    return *MinuteOfDay::make(std::min(minutes, MinuteOfDay::max));
}

}  // namespace denwaban
