#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/change.hpp>

/// キャンセル待ち: who waits has a place in the book and takes no room of it. Nobody is booked by itself: whoever frees
/// something asks `waiting_list`, calls the first whom it suits, and gives `take_up`.
namespace denwaban {

/// Who waits, and what they could have now.
struct WaitingParty {
    BookingId booking;
    Instant since;
    SlotState state = SlotState::full;   ///< the best of the starts that suit them
    std::optional<MinuteOfDay> begin{};  ///< the first of those; none where no start is to be had
    std::vector<Exceeded> exceeded{};    ///< limits, there or where none is to be had
    friend bool operator==(const WaitingParty&, const WaitingParty&) = default;
};

namespace detail {

/// The better the lower.
[[nodiscard]] constexpr int rank_of(SlotState state) noexcept {
    switch (state) {
        case SlotState::free:
            return 0;
        case SlotState::if_others_move:
            return 1;
        case SlotState::undecided:
            return 2;
        case SlotState::limited:
            return 3;
        case SlotState::full:
            break;
    }
    return 4;
}

/// The first of the starts that suit best; the end of none.
[[nodiscard]] inline std::vector<Slot>::const_iterator best_of(const std::vector<Slot>& slots) {
    return std::min_element(slots.begin(), slots.end(),
                            [](const Slot& a, const Slot& b) { return rank_of(a.state) < rank_of(b.state); });
}

}  // namespace detail

/// Everybody who waits and could still come, whoever has waited longest first, each as if nobody else did; within a
/// budget for each start, if others move. Errors: `out_of_range` for a moment years off. Cost: that of `availability`
/// for each.
[[nodiscard]] inline Expected<std::vector<WaitingParty>, Errors> waiting_list(
    const DayBook& day, const Now& now, std::optional<SearchBudget> moves = std::nullopt) {
    if (auto errors = check(day, now); !errors.empty()) return Unexpected{std::move(errors)};
    std::vector<WaitingParty> all;
    for (const auto& one : day->reservations) {
        if (commitment_at(one, now.instant) != Commitment::waiting || !one.latest) continue;
        auto slots = availability(day, one.wish, {one.begin, *one.latest}, now, moves);
        if (!slots) continue;
        std::erase_if(*slots, [&](const Slot& slot) { return span_since(day, slot.begin, now).count() > 0; });
        const auto best = detail::best_of(*slots);
        if (best == slots->end()) continue;
        const bool is_had = best->state == SlotState::free || best->state == SlotState::if_others_move;
        all.push_back({one.id, one.history.empty() ? Instant{} : one.history.front().at, best->state,
                       is_had ? std::optional{best->begin} : std::nullopt, best->exceeded});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const WaitingParty& a, const WaitingParty& b) { return a.since < b.since; });
    return all;
}

/// Books who waits, from `begin` on, as `book` does. Errors: `unknown_reference`; `not_allowed` for who does not wait,
/// or not any more, and for who may not; those of `book`.
[[nodiscard]] inline Expected<Decision, Errors> take_up(const DayBook& day, const BookingId& id, MinuteOfDay begin,
                                                        const By& by) {
    if (auto before = detail::answered(day, by, Deed::take_up, id)) return *std::move(before);
    const auto place = day.place_of(id);
    if (!place) return detail::no_such_booking(id);
    const auto& old = day->reservations[*place];
    const auto moved =
        detail::step_of(commitment_lifecycle, commitment_at(old, by.now.instant), CommitmentEvent::take_up);
    if (!moved) return Unexpected{moved.error()};
    const auto& permission = commitment_permissions[index_of(CommitmentEvent::take_up)].by;
    if (auto refused = detail::not_permitted(permission, day, old, by)) return *std::move(refused);
    if (auto refused = detail::not_permitted(old.wish, by)) return *std::move(refused);
    auto errors = check(day, old.wish);
    detail::append(errors, check(day, begin));
    if (!errors.empty()) return Unexpected{std::move(errors)};

    const auto stay = planned_stay(day, old.wish, chairs_of(old), begin);
    auto also = detail::same_guest(day, old, old.details, begin, stay.end, by.now.instant);
    const Asking asking{by.overrides, by.budget};
    const auto answer = detail::Decider{day, by.now, asking, std::nullopt, std::move(also)}.decide({old.wish, begin});
    const auto* possible = std::get_if<Possible>(&answer);
    if (possible == nullptr) return detail::refusal(answer, day, begin);
    detail::Draft draft{day, by};
    auto& changed = draft.at(*place);
    changed.commitment = Commitment::confirmed;
    changed.begin = begin;
    changed.held_until.reset();
    changed.latest.reset();
    detail::seat(changed, day, *possible);
    draft.record(changed, Deed::take_up, possible->exceeded);
    draft.move(possible->moved);
    return std::move(draft).finish(Deed::take_up, id, possible->moved, possible->exceeded);
}

}  // namespace denwaban
