#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/records/call_groups.hpp>
#include <denwaban/records/reconcile.hpp>

/// What came of calls: bookings, and whether who called had to call again.
namespace denwaban {

/// Of calls that came in, or of what came in through a channel. Who had to call again is told by the number, of calls
/// for one restaurant (or one line, where nobody knows the restaurant); where nobody can tell, it counts as unknown.
struct CallResults {
    std::size_t calls = 0;
    std::size_t booked = 0;         ///< of them, that a booking came of
    std::size_t bookings = 0;       ///< that came of them
    std::size_t covers = 0;         ///< of those bookings that tell
    std::size_t first = 0;          ///< answered, and nobody had called from that number in the time before
    std::size_t resolved = 0;       ///< of them, and nobody called from it in the time after (一次解決)
    std::size_t first_unknown = 0;  ///< answered, without a number or near an end of what is told
    std::size_t lost = 0;           ///< nobody answered, and the customer left
    std::size_t called_again = 0;   ///< of them, in the time after
    std::size_t booked_later = 0;   ///< of them, and a booking came of such a call
    std::size_t lost_unknown = 0;   ///< lost, without a number or near the end of what is told
    friend bool operator==(const CallResults&, const CallResults&) = default;
};

/// What is told of calls, and how long after a call another is about the same.
struct ResultTerms {
    Instant from{};   ///< all calls that began from here
    Instant until{};  ///< to here are told; these count, and no others
    Duration again = std::chrono::hours{24};
    std::optional<Channel> channel = std::nullopt;  ///< only what came in through it
    friend bool operator==(const ResultTerms&, const ResultTerms&) = default;
};

/// What calls brought: `reconcile`'s rows, and the bookings in them, which tell their covers.
struct Brought {
    std::span<const Reconciliation> rows;
    std::span<const BookingTrace> bookings;
};

namespace detail::records {

/// A call, what came of it, and those of its number before and after it.
struct FollowedCall {
    const PlacedCall* call = nullptr;
    std::size_t bookings = 0;
    std::size_t covers = 0;
    /// None where nobody can tell.
    std::optional<bool> again_before, again_after, booked_after;
};

class Following {
public:
    Following(std::optional<CallGroup> group, std::span<const PlacedCall> calls, std::span<const PlacedCall> beside,
              const Brought& brought, const ResultTerms& terms)
        : terms_(terms) {
        std::map<std::string_view, std::size_t> place_of;
        const auto is_told = [&](const PlacedCall& one) {
            return terms.from <= one.call.began && one.call.began < terms.until;
        };
        const auto add = [&](std::span<const PlacedCall> some, const auto& is_one) {
            for (const auto& placed : some) {
                if (!counts_in(group, terms.channel, placed.call) || !is_one(placed)) continue;
                place_of.emplace(placed.call.id.text, all_.size());
                all_.push_back({&placed, 0, 0, {}, {}, {}});
            }
        };
        add(calls, is_told);
        counted_ = all_.size();
        add(calls, [&](const PlacedCall& one) { return !is_told(one); });
        add(beside, [](const PlacedCall&) { return true; });
        std::map<std::string_view, std::size_t> covers_of;
        for (const auto& one : brought.bookings) {
            if (one.covers) covers_of[one.booking.text] = static_cast<std::size_t>(one.covers->count());
        }
        for (const auto& row : brought.rows) {
            if (!row.call || !row.booking) continue;
            const auto found = place_of.find(row.call->text);
            if (found == place_of.end()) continue;
            ++all_[found->second].bookings;
            const auto covers = covers_of.find(row.booking->text);
            if (covers != covers_of.end()) all_[found->second].covers += covers->second;
        }
        follow();
    }
    /// Those that count.
    [[nodiscard]] std::span<const FollowedCall> calls() const noexcept { return std::span{all_}.first(counted_); }

private:
    /// None without a number: nothing by which one call could be another's.
    using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
    [[nodiscard]] static std::optional<Key> key_of(const PlacedCall& placed) {
        const auto& customer = placed.call.customer;
        const auto* number = customer ? std::get_if<PhoneNumber>(&*customer) : nullptr;
        if (number == nullptr) return std::nullopt;
        const auto written = is_written(placed.call.channel) ? name_of(placed.call.channel) : std::string_view{};
        if (placed.place) return Key{number->e164(), placed.place->restaurant.text, {}, written};
        return Key{number->e164(), {}, placed.call.line ? placed.call.line->e164() : std::string_view{}, written};
    }

    void follow() {
        std::map<Key, std::vector<FollowedCall*>> by_key;
        for (auto& one : all_) {
            if (const auto key = key_of(*one.call)) by_key[*key].push_back(&one);
        }
        for (auto& [key, calls] : by_key) {
            std::sort(calls.begin(), calls.end(), [](const FollowedCall* a, const FollowedCall* b) {
                return std::tie(a->call->call.began, a->call->call.id) <
                       std::tie(b->call->call.began, b->call->call.id);
            });
            tell(calls);
        }
    }
    /// In the order in which they began.
    void tell(std::span<FollowedCall* const> calls) const {
        std::optional<Instant> booked;
        for (auto place = calls.size(); place-- > 0;) {
            auto& one = *calls[place];
            const auto began = one.call->call.began;
            const auto is_near = [&](std::optional<Instant> other) { return other && *other <= began + terms_.again; };
            if (began >= terms_.from && began + terms_.again <= terms_.until) {
                one.again_after = place + 1 < calls.size() && is_near(calls[place + 1]->call->call.began);
                one.booked_after = is_near(booked);
            }
            if (began - terms_.again >= terms_.from && began <= terms_.until) {
                one.again_before = place > 0 && calls[place - 1]->call->call.began >= began - terms_.again;
            }
            if (one.bookings > 0) booked = began;
        }
    }

    const ResultTerms& terms_;
    std::vector<FollowedCall> all_;
    std::size_t counted_ = 0;
};

inline void add(CallResults& sum, const FollowedCall& one) noexcept {
    const auto& call = one.call->call;
    ++sum.calls;
    if (one.bookings > 0) ++sum.booked;
    sum.bookings += one.bookings;
    sum.covers += one.covers;
    if (call.answered) {
        if (!one.again_before || !one.again_after) {
            ++sum.first_unknown;
        } else if (!*one.again_before) {
            ++sum.first;
            if (!*one.again_after) ++sum.resolved;
        }
    } else if (call.abandoned) {
        ++sum.lost;
        if (!one.again_after) ++sum.lost_unknown;
        if (one.again_after.value_or(false)) ++sum.called_again;
        if (one.booked_after.value_or(false)) ++sum.booked_later;
    }
}

}  // namespace detail::records

/// Of calls, and of what they brought. Before and after a call those `beside` are looked at too, which count nowhere:
/// of another month, for instance, and so are calls outside `from` and `until`. Calls that we made, and their bookings,
/// count nowhere either. Cost: n log n.
[[nodiscard]] inline CallResults call_results(std::span<const PlacedCall> calls, const Brought& brought,
                                              const ResultTerms& terms, std::span<const PlacedCall> beside = {}) {
    CallResults sum;
    const detail::records::Following following{std::nullopt, calls, beside, brought, terms};
    for (const auto& one : following.calls()) detail::records::add(sum, one);
    return sum;
}

/// Likewise, by what calls are counted by: `service_figures_by`. Before and after a call all calls are looked at, not
/// only those of its name.
[[nodiscard]] inline std::map<std::string, CallResults> call_results_by(CallGroup group,
                                                                        std::span<const PlacedCall> calls,
                                                                        const Brought& brought,
                                                                        const ResultTerms& terms, const TimeZone& zone,
                                                                        std::span<const PlacedCall> beside = {}) {
    std::map<std::string, CallResults> groups;
    const detail::records::Following following{group, calls, beside, brought, terms};
    for (const auto& one : following.calls()) {
        for (const auto& name : detail::records::names_in(group, *one.call, zone)) {
            detail::records::add(groups[name], one);
        }
    }
    return groups;
}

/// Means and shares; none where there is nothing to divide by.
[[nodiscard]] inline std::optional<double> bookings_a_call(const CallResults& of) noexcept {
    return detail::records::share(of.bookings, of.calls);
}
/// Likewise.
[[nodiscard]] inline std::optional<double> covers_a_call(const CallResults& of) noexcept {
    return detail::records::share(of.covers, of.calls);
}
/// Likewise.
[[nodiscard]] inline std::optional<double> calls_a_booking(const CallResults& of) noexcept {
    return detail::records::share(of.calls, of.bookings);
}
/// 一次解決率: of those that were the first, how many nobody called again after.
[[nodiscard]] inline std::optional<double> first_contact_resolution(const CallResults& of) noexcept {
    return detail::records::share(of.resolved, of.first);
}

}  // namespace denwaban
