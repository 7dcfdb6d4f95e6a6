#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/records/call_fact.hpp>
#include <denwaban/seating/party.hpp>

/// 突合: which booking came of which call.
namespace denwaban {

/// A call, as far as it is needed to find what came of it.
struct CallTrace {
    ContactId call;
    Instant began{};
    Instant ended{};
    std::vector<ContactId> contacts;         ///< its legs
    std::optional<PhoneNumber> customer;     ///< none where no number is shown
    std::optional<RestaurantId> restaurant;  ///< none where nobody knows: it may have been for any
    std::optional<BookingId> booking;        ///< that its attributes name
    friend auto operator<=>(const CallTrace&, const CallTrace&) = default;
};

/// None of a call that is not over, or not whole.
[[nodiscard]] inline std::optional<CallTrace> trace_of(const CallFact& fact, std::optional<RestaurantId> restaurant) {
    if (!fact.ended) return std::nullopt;
    const auto* number = fact.customer ? std::get_if<PhoneNumber>(&*fact.customer) : nullptr;
    CallTrace trace;
    trace.call = fact.id;
    trace.began = fact.began;
    trace.ended = *fact.ended;
    trace.contacts = fact.contacts;
    if (number != nullptr) trace.customer = *number;
    trace.restaurant = std::move(restaurant);
    trace.booking = fact.booking;
    return trace;
}

/// A booking, likewise.
struct BookingTrace {
    BookingId booking;
    Instant made{};  ///< when it was first said: neither its evening nor its last change
    RestaurantId restaurant;
    std::optional<PhoneNumber> phone;
    std::optional<ContactId> contact;  ///< the contact that it was made in, if it says so
    std::optional<Covers> covers;      ///< for `call_results`; it decides nothing here
    friend auto operator<=>(const BookingTrace&, const BookingTrace&) = default;
};

/// Why a call and a booking are one another's, or nobody's.
enum class Reconciled : std::uint8_t {
    by_contact,         ///< the booking names the call
    by_booking,         ///< the call's attributes name the booking
    by_number,          ///< the guest's number, the restaurant, and the time: nearer to one another than to any other
    no_number,          ///< nobody's: there is no number to go by
    none_near,          ///< nobody's: of its number nothing was near
    nearer_to_another,  ///< nobody's: what was near was nearer to another
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<Reconciled>{"by_contact", "by_booking", "by_number",
                                                                      "no_number",  "none_near",  "nearer_to_another"};

/// A booking with its call, a booking without, or a call without.
struct Reconciliation {
    std::optional<ContactId> call;
    std::optional<BookingId> booking;
    Reconciled why = Reconciled::none_near;
    Duration gap{0};  ///< from the end of the call to the booking; nothing while the call went on
    friend auto operator<=>(const Reconciliation&, const Reconciliation&) = default;
};

/// What is near.
struct ReconcileWindow {
    Duration after_call = std::chrono::minutes{15};  ///< how long after a call its booking may be written down
    Duration named = std::chrono::hours{1};          ///< likewise where one names the other
    Duration skew = std::chrono::seconds{10};        ///< how far the two clocks may be apart
    Duration longest_call = std::chrono::hours{2};   ///< calls are taken to have begun at most so long before their end
    friend bool operator==(const ReconcileWindow&, const ReconcileWindow&) = default;
};

namespace detail::records {

/// A call and a booking that may belong together; what is less belongs together more.
struct Candidate {
    Reconciled why;
    Duration gap;
    Duration since_call;  ///< from the call's beginning: of two calls at once the later one
    Instant made;
    std::uint32_t call;
    std::uint32_t booking;
    friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// Sorted, and of what stands twice the greatest: in whatever order they came.
template <class Trace, class Key>
[[nodiscard]] std::vector<const Trace*> once_each(std::span<const Trace> traces, Key Trace::*key) {
    std::vector<const Trace*> all;
    all.reserve(traces.size());
    for (const auto& trace : traces) all.push_back(&trace);
    std::sort(all.begin(), all.end(), [&](const Trace* a, const Trace* b) {
        const auto order = a->*key <=> b->*key;
        return order != 0 ? order < 0 : *b < *a;
    });
    const auto is_same = [&](const Trace* a, const Trace* b) { return a->*key == b->*key; };
    all.erase(std::unique(all.begin(), all.end(), is_same), all.end());
    return all;
}

class Reconciling {
public:
    Reconciling(std::span<const CallTrace> calls, std::span<const BookingTrace> bookings, const ReconcileWindow& window)
        : window_(window),
          calls_(once_each(calls, &CallTrace::call)),
          bookings_(once_each(bookings, &BookingTrace::booking)),
          call_of_(bookings_.size()),
          is_taken_(calls_.size()),
          was_near_(calls_.size()),
          had_near_(bookings_.size()) {
        match_named();
        match_numbers();
    }

    /// Every booking made from `from` until `until`, and every call that ended then and has none, as time went.
    [[nodiscard]] std::vector<Reconciliation> rows(std::optional<Instant> from, Instant until) const {
        std::vector<std::pair<Instant, Reconciliation>> timed;
        const auto take = [&](Instant when, Reconciliation row) {
            if (when <= until && (!from || when > *from)) timed.emplace_back(when, std::move(row));
        };
        for (std::uint32_t place = 0; place < bookings_.size(); ++place) {
            const auto& booking = *bookings_[place];
            if (const auto& found = call_of_[place]) {
                take(booking.made, {calls_[found->call]->call, booking.booking, found->why, found->gap});
            } else {
                take(booking.made, {{}, booking.booking, why_none(booking.phone, had_near_[place]), {}});
            }
        }
        for (std::uint32_t place = 0; place < calls_.size(); ++place) {
            const auto& call = *calls_[place];
            if (!is_taken_[place]) take(call.ended, {call.call, {}, why_none(call.customer, was_near_[place]), {}});
        }
        std::sort(timed.begin(), timed.end());
        std::vector<Reconciliation> all;
        all.reserve(timed.size());
        for (auto& [when, row] : timed) all.push_back(std::move(row));
        return all;
    }

private:
    [[nodiscard]] static Reconciled why_none(const std::optional<PhoneNumber>& number, bool near) noexcept {
        if (near) return Reconciled::nearer_to_another;
        return number ? Reconciled::none_near : Reconciled::no_number;
    }
    [[nodiscard]] Instant beginning_of(const CallTrace& call) const noexcept {
        return std::max(call.began, call.ended - window_.longest_call);
    }
    /// None where the booking was made before the call, long after it, or at another restaurant.
    [[nodiscard]] std::optional<Candidate> candidate(std::uint32_t call, std::uint32_t booking, Reconciled why) const {
        const auto& from = *calls_[call];
        const auto& to = *bookings_[booking];
        const auto began = beginning_of(from);
        const auto latest = why == Reconciled::by_number ? window_.after_call : window_.named;
        if (to.made < began - window_.skew || to.made > from.ended + latest) return std::nullopt;
        if (why != Reconciled::by_contact && from.restaurant && *from.restaurant != to.restaurant) return std::nullopt;
        const auto gap = std::max(Duration{0}, to.made - from.ended);
        return Candidate{why, gap, to.made - began, to.made, call, booking};
    }

    /// Several bookings may name one call, or be named by it.
    void match_named() {
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_contact, by_booking;
        for (std::uint32_t call = 0; call < calls_.size(); ++call) {
            by_contact[calls_[call]->call.text].push_back(call);
            for (const auto& leg : calls_[call]->contacts) {
                if (leg != calls_[call]->call) by_contact[leg.text].push_back(call);
            }
            if (calls_[call]->booking) by_booking[calls_[call]->booking->text].push_back(call);
        }
        for (std::uint32_t booking = 0; booking < bookings_.size(); ++booking) {
            const auto look = [&](const auto& index, std::string_view name, Reconciled why) {
                const auto found = index.find(name);
                if (found == index.end()) return;
                for (const auto call : found->second) offer(call_of_[booking], candidate(call, booking, why));
            };
            const auto& trace = *bookings_[booking];
            if (trace.contact) look(by_contact, trace.contact->text, Reconciled::by_contact);
            look(by_booking, trace.booking.text, Reconciled::by_booking);
            if (call_of_[booking]) is_taken_[call_of_[booking]->call] = true;
        }
    }

    static void offer(std::optional<Candidate>& best, const std::optional<Candidate>& candidate) {
        if (candidate && (!best || *candidate < *best)) best = candidate;
    }

    void match_numbers() {
        const auto by_number = free_calls();
        std::vector<std::optional<Candidate>> of_call(calls_.size()), of_booking(bookings_.size());
        for (std::uint32_t booking = 0; booking < bookings_.size(); ++booking) {
            const auto& trace = *bookings_[booking];
            if (call_of_[booking] || !trace.phone) continue;
            const auto found = by_number.find(trace.phone->e164());
            if (found == by_number.end()) continue;
            for (const auto call : near(found->second, trace.made)) {
                const auto fitting = candidate(call, booking, Reconciled::by_number);
                offer(of_call[call], fitting);
                offer(of_booking[booking], fitting);
                if (fitting) was_near_[call] = had_near_[booking] = true;
            }
        }
        for (std::uint32_t booking = 0; booking < bookings_.size(); ++booking) {
            const auto& best = of_booking[booking];
            if (!best || of_call[best->call] != best) continue;
            call_of_[booking] = best;
            is_taken_[best->call] = true;
        }
    }

    using ByNumber = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

    /// Of each number those that nobody named, as they began.
    [[nodiscard]] ByNumber free_calls() const {
        ByNumber calls;
        for (std::uint32_t call = 0; call < calls_.size(); ++call) {
            if (!is_taken_[call] && calls_[call]->customer) calls[calls_[call]->customer->e164()].push_back(call);
        }
        for (auto& [number, all] : calls) {
            std::sort(all.begin(), all.end(),
                      [&](auto a, auto b) { return beginning_of(*calls_[a]) < beginning_of(*calls_[b]); });
        }
        return calls;
    }
    [[nodiscard]] std::span<const std::uint32_t> near(const std::vector<std::uint32_t>& calls, Instant made) const {
        const auto begin_before = [&](Instant instant) {
            return std::partition_point(calls.begin(), calls.end(),
                                        [&](auto call) { return beginning_of(*calls_[call]) < instant; });
        };
        const auto first = begin_before(made - window_.after_call - window_.longest_call);
        return {first, begin_before(made + window_.skew + Duration{1})};
    }

    const ReconcileWindow& window_;
    std::vector<const CallTrace*> calls_;
    std::vector<const BookingTrace*> bookings_;
    std::vector<std::optional<Candidate>> call_of_;
    std::vector<bool> is_taken_;
    std::vector<bool> was_near_;  ///< a call, to a booking of its number that nobody names
    std::vector<bool> had_near_;  ///< a booking, likewise
};

}  // namespace detail::records

/// Every booking in one row, with its call or none, and every call that no booking came of in another. Whoever is named
/// comes first: a booking by a contact, then by a call's attributes, and a call may so have several bookings. The rest
/// go by number and time, and only where both are nearer to one another than to any other that is left: what is in
/// doubt stays nobody's, and says so. The same in whatever order they come and however often.
///
/// Cost: n log n; of one number's calls and bookings that are near one another, their product.
[[nodiscard]] inline std::vector<Reconciliation> reconcile(std::span<const CallTrace> calls,
                                                           std::span<const BookingTrace> bookings,
                                                           const ReconcileWindow& window = {}) {
    return detail::records::Reconciling{calls, bookings, window}.rows(std::nullopt, latest_instant);
}

/// The same as `reconcile`, of streams that have no end, in memory bounded by the window.
///
/// ```cpp
/// Reconciler reconciler;
/// reconciler.add(call);
/// reconciler.add(booking);
/// for (const auto& row : reconciler.advance(now - 1h)) insert(row);
/// ```
class Reconciler {
public:
    explicit Reconciler(const ReconcileWindow& window = {}) : window_(window) {}

    /// False where what it could belong to has been decided: it came later than `advance` was told.
    bool add(CallTrace call) { return add(calls_, std::move(call), call.ended); }
    bool add(BookingTrace booking) { return add(bookings_, std::move(booking), booking.made); }

    /// What is certain once nothing that ended, or was made, before `instant` will come any more: in the order of
    /// `reconcile`. Cost: amortised that of `reconcile`.
    [[nodiscard]] std::vector<Reconciliation> advance(Instant instant) {
        const auto until = instant - reach();
        // So that everything is looked at a few times, not at every step of the clock.
        if (decided_ && until < *decided_ + reach() / 2) return {};
        auto rows = decide(until);
        forget(until - reach());
        return rows;
    }
    /// What is left, where nothing more will come.
    [[nodiscard]] std::vector<Reconciliation> finish() {
        auto rows = decide(latest_instant);
        calls_.clear();
        bookings_.clear();
        return rows;
    }

    /// How many calls and bookings are kept.
    [[nodiscard]] std::size_t size() const noexcept { return calls_.size() + bookings_.size(); }

private:
    /// A booking may depend on a call, that on another booking, and that on another call.
    [[nodiscard]] Duration reach() const noexcept {
        return 2 * (window_.longest_call + window_.skew + std::max(window_.named, window_.after_call)) + Duration{1};
    }

    template <class Trace>
    bool add(std::vector<Trace>& all, Trace trace, Instant when) {
        if (decided_ && when <= *decided_) return false;
        all.push_back(std::move(trace));
        return true;
    }

    [[nodiscard]] std::vector<Reconciliation> decide(Instant until) {
        auto rows = detail::records::Reconciling{calls_, bookings_, window_}.rows(decided_, until);
        decided_ = until;
        return rows;
    }
    void forget(Instant before) {
        std::erase_if(calls_, [&](const auto& call) { return call.ended < before; });
        std::erase_if(bookings_, [&](const auto& booking) { return booking.made < before; });
    }

    ReconcileWindow window_;
    std::vector<CallTrace> calls_;
    std::vector<BookingTrace> bookings_;
    std::optional<Instant> decided_;
};

}  // namespace denwaban
