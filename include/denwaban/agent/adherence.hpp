#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/names.hpp>

/// How agents spent the time that they were paid for, as Amazon Connect defines it ("Metric definitions").
namespace denwaban {

/// Handling a contact.
inline constexpr std::array busy_states{AgentState::on_contact, AgentState::after_contact_work};
/// Waiting for one.
inline constexpr std::array idle_states{AgentState::available, AgentState::error};

/// Of the time in which calls were taken, the part in which there was one: on contact and after-contact work, over that
/// and idle time. Ringing and dialling count as neither, an error as idle. None where there was no such time.
[[nodiscard]] inline std::optional<double> occupancy(const AgentTimes& times) noexcept {
    Duration busy{0}, idle{0};
    for (const auto state : busy_states) busy += times.of(state);
    for (const auto state : idle_states) idle += times.of(state);
    if (busy + idle <= Duration{0}) return std::nullopt;
    return static_cast<double>(busy.count()) / static_cast<double>((busy + idle).count());
}

/// What a shift asks for.
enum class ShiftActivity : std::uint8_t {
    productive,      ///< to take calls
    non_productive,  ///< a break, a meal, a meeting: at work or not, but on no call
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<ShiftActivity>{"productive", "non_productive"};

/// A part of a shift. Parts of one agent do not overlap.
struct ShiftPart {
    Instant from{};
    Instant until{};
    ShiftActivity activity = ShiftActivity::productive;
    friend bool operator==(const ShiftPart&, const ShiftPart&) = default;
};

/// How much of a shift was kept.
struct Adherence {
    Duration scheduled{0};
    Duration adherent{0};  ///< in a state that the shift asked for
    Duration unknown{0};   ///< nobody knows what the agent did
    friend bool operator==(const Adherence&, const Adherence&) = default;
};

/// Whether a state is what a shift asks for; none where nobody knows the state.
[[nodiscard]] constexpr std::optional<bool> keeps_to(AgentState state, ShiftActivity activity) noexcept {
    switch (state) {
        case AgentState::unknown:
            return std::nullopt;
        case AgentState::available:
        case AgentState::ringing:
        case AgentState::dialling:
        case AgentState::on_contact:
        case AgentState::after_contact_work:
        case AgentState::error:
            return activity == ShiftActivity::productive;
        case AgentState::signed_out:
        case AgentState::offline:
        case AgentState::not_routable:
            break;
    }
    return activity == ShiftActivity::non_productive;
}

/// What is wrong with a shift, each at its place (`/1/until`): `out_of_range` for a part that ends before it begins,
/// `overlap` for two at once. Cost: n log n.
[[nodiscard]] inline Errors check(std::span<const ShiftPart> shift) {
    Errors errors;
    std::vector<std::size_t> order;
    const auto place_of = [](std::size_t place, const char* key) {
        return JsonPointer{"/" + std::to_string(place) + key};
    };
    for (std::size_t place = 0; place < shift.size(); ++place) {
        if (shift[place].until < shift[place].from) {
            errors.push_back({ErrorCode::out_of_range, "must not be before it begins", place_of(place, "/until")});
        } else if (shift[place].from < shift[place].until) {
            order.push_back(place);
        }
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return shift[a].from < shift[b].from; });
    for (std::size_t next = 1; next < order.size(); ++next) {
        if (shift[order[next]].from >= shift[order[next - 1]].until) continue;
        errors.push_back(
            {ErrorCode::overlap, "begins before the one before has ended", place_of(order[next], "/from")});
    }
    return errors;
}

/// What a shift asks for until an instant; what comes after it nobody can keep yet.
[[nodiscard]] inline std::vector<ShiftPart> until(std::span<const ShiftPart> shift, Instant end) {
    std::vector<ShiftPart> all;
    for (auto part : shift) {
        part.until = std::min(part.until, end);
        if (part.from < part.until) all.push_back(part);
    }
    return all;
}

/// What of stays, or of parts of a shift, is between two instants.
template <class Stretch>
[[nodiscard]] std::vector<Stretch> within(const std::vector<Stretch>& stretches, Instant since, Instant until) {
    std::vector<Stretch> all;
    for (auto one : stretches) {
        one.from = std::max(one.from, since);
        one.until = std::min(one.until, until);
        if (one.from < one.until) all.push_back(one);
    }
    return all;
}

/// How long each state was, of some stays. Cost: linear.
[[nodiscard]] inline AgentTimes times_of(std::span<const AgentStay> stays) noexcept {
    AgentTimes times;
    for (const auto& stay : stays) times.by_state[index_of(stay.state)] += stay.until - stay.from;
    return times;
}

/// Stays are those of `AgentTimeline::stays`, in order and apart; what they do not cover is unknown. Cost: of each
/// part the stays that it meets, and the logarithm of all.
[[nodiscard]] inline Adherence adherence(std::span<const AgentStay> stays, std::span<const ShiftPart> shift) {
    Adherence sum;
    for (const auto& part : shift) {
        if (part.until <= part.from) continue;
        auto known = Duration{0};
        const auto* stay = std::upper_bound(stays.data(), stays.data() + stays.size(), part.from,
                                            [](Instant from, const AgentStay& one) { return from < one.until; });
        for (; stay != stays.data() + stays.size() && stay->from < part.until; ++stay) {
            const auto time = std::min(stay->until, part.until) - std::max(stay->from, part.from);
            const auto keeps = keeps_to(stay->state, part.activity);
            if (keeps) known += time;
            if (keeps.value_or(false)) sum.adherent += time;
        }
        sum.scheduled += part.until - part.from;
        sum.unknown += part.until - part.from - known;
    }
    return sum;
}

/// Of the time that is known, the part that was kept; none where nothing is.
[[nodiscard]] inline std::optional<double> adherence_share(const Adherence& of) noexcept {
    const auto known = of.scheduled - of.unknown;
    if (known <= Duration{0}) return std::nullopt;
    return static_cast<double>(of.adherent.count()) / static_cast<double>(known.count());
}

}  // namespace denwaban
