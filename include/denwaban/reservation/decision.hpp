#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/detail/held.hpp>
#include <denwaban/reservation/differences.hpp>
#include <denwaban/reservation/propose.hpp>

namespace denwaban {

/// Who does something to a book, when, and what they take upon themselves.
struct By {
    Actor actor = Actor::agent;
    std::string who{};  ///< an agent's or a member of staff's name or id; may be empty
    Now now;
    std::string key{};  ///< the same again with the same key changes nothing; none, if empty
    std::vector<Limit> overrides{};
    std::string note{};
    SearchBudget budget{};
};

/// A book after a decision.
struct Decision {
    DayBook book;
    BookingId booking;                 ///< empty where it was about none
    std::vector<Move> moved{};         ///< who got another table
    std::vector<Exceeded> exceeded{};  ///< limits that warn, and those that were overridden
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// Who may change what a party asked for, and when.
inline constexpr auto change_permission = act_permissions[index_of(Act::change)].by;

/// Whether it is within the policy's grace after the booking; of who waited, after their place was taken up.
[[nodiscard]] inline bool is_in_grace(const Policy& policy, const Reservation& reservation, Instant now) noexcept {
    return policy.grace.count() > 0 &&
           std::any_of(reservation.history.begin(), reservation.history.end(), [&](const Entry& line) {
               return (line.deed == Deed::book || line.deed == Deed::take_up) && now - line.at <= policy.grace;
           });
}

/// Whether somebody may, now.
[[nodiscard]] inline bool is_allowed(Allowed allowed, const DayBook& book, const Reservation& reservation,
                                     const Now& now) noexcept {
    const auto start = at(book->date, reservation.begin);
    const auto local = local_in(book, now);
    const auto& deadlines = book->policy.cancel_until;
    switch (allowed) {
        case Allowed::until_deadline:
            return local < start && (is_in_grace(book->policy, reservation, now.instant) ||
                                     std::all_of(deadlines.begin(), deadlines.end(), [&](const Deadline& deadline) {
                                         return local <= moment_of(book, deadline, reservation.begin);
                                     }));
        case Allowed::until_start:
            return local < start;
        case Allowed::until_end:
            return local < at(book->date, reservation.end);
        case Allowed::from_start:
            return local >= start;
        case Allowed::always:
            return true;
        case Allowed::never:
            return false;
    }
    return false;
}

namespace detail {

using Decided = Expected<Decision, Errors>;

[[nodiscard]] inline Unexpected<Errors> refusal(ErrorCode code, std::string message, std::string where = {}) {
    return {Errors{{code, std::move(message), JsonPointer{std::move(where)}}}};
}
[[nodiscard]] inline Unexpected<Errors> no_such_booking(const BookingId& id) {
    return refusal(ErrorCode::unknown_reference, "there is no reservation " + id.text, "/booking");
}

/// What a limit is past, in words.
[[nodiscard]] inline std::string why_not(const Exceeded& one, const DayBookContents& day, MinuteOfDay begin) {
    if (one.limit == Limit::not_open) {
        const auto date = " on " + to_string(day.date);
        return day.restaurant.text +
               (day.periods.empty() ? " is closed" + date : " is not open at " + to_string(begin) + date);
    }
    if (one.limit == Limit::hours_unknown) return "nobody knows whether " + day.restaurant.text + " is open then";
    if (one.limit == Limit::comes_twice) {
        return "clocks go back that night, and show it again " + std::to_string(one.by) + " minutes later";
    }
    // Which limit it is, its place says.
    const auto unit = name_of(trait_of(one.limit).unit);
    return one.by > 0 ? "past it by " + std::to_string(one.by) + " " + std::string{unit} : "does not allow it";
}

/// Limits that bar who would begin then, an error for each.
[[nodiscard]] inline Errors errors_of(const std::vector<Exceeded>& barring, const DayBook& book, MinuteOfDay begin) {
    Errors errors;
    for (const auto& one : barring) {
        if (one.limit == Limit::tables) {
            errors.push_back({ErrorCode::no_seat, "nobody more can be seated then", JsonPointer{"/begin"}});
            continue;
        }
        errors.push_back({ErrorCode::beyond_limit, why_not(one, book.contents(), begin),
                          JsonPointer{"/" + std::string{name_of(one.limit)}}});
    }
    return errors;
}

[[nodiscard]] inline Unexpected<Errors> undecided() {
    return refusal(ErrorCode::undecided, "neither a seat nor a proof that there is none was found");
}
/// Why a party can't come, an error for each reason.
[[nodiscard]] inline Unexpected<Errors> refusal(const Answer& answer, const DayBook& book, MinuteOfDay begin) {
    if (std::holds_alternative<Undecided>(answer)) return undecided();
    auto errors = errors_of(std::get<Impossible>(answer).limits, book, begin);
    if (errors.empty())
        errors.push_back({ErrorCode::out_of_range, "no time is left of the day", JsonPointer{"/begin"}});
    return {std::move(errors)};
}

[[nodiscard]] inline Unexpected<Errors> no_seat(const SeatSearch& found) {
    if (!std::holds_alternative<NoArrangement>(found)) return undecided();
    return refusal(ErrorCode::no_seat, "nobody more can be seated then", "/begin");
}

inline void release(Reservation& reservation) {
    reservation.held_until.reset();
    reservation.allocation = Allocation::unassigned;
    reservation.tables.clear();
}
/// Writes down that a hold or a wait is over. Precondition: it has an end.
inline void lapse(Reservation& reservation) {
    const auto at = *reservation.held_until;
    reservation.commitment = Commitment::lapsed;
    release(reservation);
    add_line(reservation, {Deed::lapse, Actor::system, {}, at, {}, {}, {}});
}

/// A book while it is being changed: what expired has lapsed, and the version is the next one.
class Draft {
public:
    Draft(const DayBook& book, const By& by) : before_(book), contents_(book.contents()), by_(&by) {
        ++contents_.version;
        for (auto& reservation : contents_.reservations) {
            const bool has_lapsed = reservation.commitment != Commitment::lapsed &&
                                    commitment_at(reservation, by.now.instant) == Commitment::lapsed;
            if (has_lapsed) lapse(reservation);
        }
    }

    [[nodiscard]] DayBookContents& contents() noexcept { return contents_; }
    /// What the book would hold besides.
    [[nodiscard]] Holding& held() noexcept { return held_; }
    [[nodiscard]] Reservation& at(std::size_t place) { return contents_.reservations[place]; }
    [[nodiscard]] Reservation* find(const BookingId& id) {
        const auto found = std::find_if(contents_.reservations.begin(), contents_.reservations.end(),
                                        [&](const Reservation& one) { return one.id == id; });
        return found == contents_.reservations.end() ? nullptr : &*found;
    }

    /// Adds a line to a reservation's history.
    void record(Reservation& reservation, Deed deed, const std::vector<Exceeded>& exceeded = {}) {
        hold(held_, reservation, "");
        std::vector<Limit> overridden;
        for (const auto& one : exceeded) {
            const auto& overrides = by_->overrides;
            if (std::find(overrides.begin(), overrides.end(), one.limit) != overrides.end())
                overridden.push_back(one.limit);
        }
        const auto* before = before_.find(reservation.id);
        auto changes = before != nullptr ? differences(*before, reservation) : std::vector<Difference>{};
        add_line(reservation,
                 {deed, by_->actor, by_->who, by_->now.instant, std::move(overridden), by_->note, std::move(changes)});
    }

    void move(const std::vector<Move>& moved) {
        for (const auto& one : moved) {
            auto* reservation = find(one.booking);
            reservation->tables = one.to;
            record(*reservation, Deed::move);
        }
    }

    /// Errors: what of those who were recorded, or of who gives the command, no document of a book holds. Precondition:
    /// the contents are right.
    [[nodiscard]] Decided finish(Deed deed, BookingId booking, std::vector<Move> moved = {},
                                 std::vector<Exceeded> exceeded = {}, std::optional<GroupId> group = {}) && {
        auto& receipts = contents_.receipts;
        held_.text(TextSort::label, by_->who, "/by", "who");
        held_.text(TextSort::label, by_->key, "/by", "key");
        held_.text(TextSort::text, by_->note, "/by", "note");
        if (auto errors = std::move(held_).take(); !errors.empty()) return Unexpected{std::move(errors)};
        if (!by_->key.empty()) {
            if (receipts.size() >= most_receipts) receipts.erase(receipts.begin());
            receipts.push_back({by_->key, deed, booking, moved, exceeded, std::move(group)});
        }
        return Decision{BookKeeper::write(std::move(contents_), before_), std::move(booking), std::move(moved),
                        std::move(exceeded)};
    }

private:
    DayBook before_;
    DayBookContents contents_;
    const By* by_;
    Holding held_;
};

/// The answer that the same request key was given before. Errors: `duplicate_key` where the key was used for something
/// else.
[[nodiscard]] inline std::optional<Decided> answered(const DayBook& book, const By& by, Deed deed,
                                                     const BookingId& booking,
                                                     const std::optional<GroupId>& group = std::nullopt) {
    if (by.key.empty()) return std::nullopt;
    const auto& receipts = book->receipts;
    const auto found =
        std::find_if(receipts.begin(), receipts.end(), [&](const Receipt& one) { return one.key == by.key; });
    if (found == receipts.end()) return std::nullopt;
    if (found->deed != deed || found->booking != booking || found->group != group) {
        return refusal(ErrorCode::duplicate_key, "was used for something else", "/key");
    }
    return Decision{book, found->booking, found->moved, found->exceeded};
}

[[nodiscard]] inline std::optional<Unexpected<Errors>> not_permitted(
    const std::array<Allowed, count_of<Actor>>& permission, const DayBook& book, const Reservation& reservation,
    const By& by) {
    const auto allowed = permission[index_of(by.actor)];
    if (is_allowed(allowed, book, reservation, by.now)) return std::nullopt;
    return refusal(ErrorCode::not_allowed,
                   "a " + std::string{name_of(by.actor)} + " may: " + std::string{name_of(allowed)}, "/by");
}

/// The same of an act that is on no reservation.
[[nodiscard]] inline std::optional<Unexpected<Errors>> not_permitted(Act act, const By& by, std::string where = "/by") {
    if (act_permissions[index_of(act)].by[index_of(by.actor)] != Allowed::never) return std::nullopt;
    return refusal(ErrorCode::not_allowed,
                   "a " + std::string{name_of(by.actor)} + " may never " + std::string{name_of(act)}, std::move(where));
}
/// Who may override, and on which channel somebody may book.
[[nodiscard]] inline std::optional<Unexpected<Errors>> not_permitted(const Wish& wish, const By& by) {
    if (!by.overrides.empty()) {
        if (auto refused = not_permitted(Act::override_limits, by, "/by/overrides")) return refused;
    }
    if (wish.channel == BookingChannel::walk_in) return not_permitted(Act::walk_in, by, "/channel");
    if (wish.channel == BookingChannel::restaurant) return not_permitted(Act::sell_kept_back, by, "/channel");
    return std::nullopt;
}
/// Whoever books may owe a deposit; where its money is says who may change it.
[[nodiscard]] inline std::optional<Unexpected<Errors>> not_permitted(const Details& details, const By& by) {
    if (!details.deposit || details.deposit->state == DepositState::due) return std::nullopt;
    return not_permitted(Act::change_deposit, by, "/details/deposit");
}
/// Why what passes limits is refused, if the policy does.
[[nodiscard]] inline std::optional<Unexpected<Errors>> barred(const DayBook& book, const Wish& wish, const By& by,
                                                              const std::vector<Exceeded>& exceeded,
                                                              MinuteOfDay begin = {}) {
    auto barring = barring_of(book->policy, wish.channel, by.overrides, exceeded);
    if (barring.empty()) return std::nullopt;
    return Unexpected<Errors>{errors_of(barring, book, begin)};
}

/// What an event does to a reservation on one of its axes. Errors: `not_allowed` where the table refuses it.
template <class State, class Event>
[[nodiscard]] Expected<std::optional<Moved<State, ReservationEffect>>, Errors> step_of(
    const StateMachine<State, Event, ReservationEffect>& machine, State state, Event event) {
    using Move = Moved<State, ReservationEffect>;
    const auto step = machine.step(state, event);
    if (const auto* refused = std::get_if<Refused>(&step)) {
        return refusal(ErrorCode::not_allowed, std::string{refused->reason}, "/" + std::string{name_of(event)});
    }
    const auto* moved = std::get_if<Move>(&step);
    return moved == nullptr ? std::optional<Move>{} : std::optional<Move>{*moved};
}

/// The minute of the book's business date. Errors: `out_of_range` where it is none of its 48 hours.
[[nodiscard]] inline Expected<MinuteOfDay, Errors> minute_of(const DayBook& book, const Now& now) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local_in(book, now) - LocalTime{book->date}).count();
    const auto minute = MinuteOfDay::make(static_cast<int>(std::clamp<decltype(minutes)>(minutes, -1, 100'000)));
    if (!minute) return refusal(ErrorCode::out_of_range, "is not on this business date", "/now");
    return *minute;
}

}  // namespace detail

}  // namespace denwaban
