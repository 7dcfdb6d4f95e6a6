#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/agent/contact.hpp>
#include <denwaban/agent/contact_lifecycle.hpp>
#include <denwaban/agent/contact_times.hpp>
#include <denwaban/agent/notices.hpp>

namespace denwaban {

/// What has become of a contact up to a moment.
struct ContactTrack {
    ContactState state = ContactState::unseen;
    Instant since{};  ///< when it came to that state
    ContactTimes times;
    friend bool operator==(const ContactTrack&, const ContactTrack&) = default;
};

namespace detail {

/// When a change seen at `at` came about: as it says itself, if that is after `before`, when it had not come about yet;
/// else when it was seen, because what was so all along had to wait for something else to end.
[[nodiscard]] constexpr Instant moment_of(std::optional<Instant> since, Instant before, Instant at) noexcept {
    return since && *since > before && *since <= at ? *since : at;
}

struct TrackMove {
    ContactState from;
    std::optional<ContactEffect> effect;
};

/// Moves a track by what is seen at `at`, and counts the time since `before`, when it was last seen.
inline TrackMove advance(ContactTrack& track, std::optional<ContactEvent> event, std::optional<Instant> since,
                         Instant before, Instant at) {
    const auto from = track.state;
    const auto step = event ? contact_lifecycle.step(from, *event) : Ignored{};
    const auto* moved = std::get_if<Moved<ContactState, ContactEffect>>(&step);
    if (moved == nullptr || moved->to == from) {
        add(track.times, from, at - before);
        return {from, std::nullopt};
    }
    // What a contact was before it was first seen is not known, but since when it is so may be.
    const auto changed = from == ContactState::unseen ? std::min(since.value_or(at), at) : moment_of(since, before, at);
    add(track.times, from, changed - before);
    add(track.times, moved->to, at - changed);
    track.state = moved->to;
    track.since = changed;
    return {from, moved->effect};
}

template <class Tell>
void tell_contact(const ContactSnapshot& contact, const ContactTrack& track, TrackMove move, Instant at, Tell&& tell) {
    std::optional<ContactNoticeKind> last;
    const bool overheard = is_supervisors(contact) || overhears(move.from) || overhears(track.state);
    const auto send = [&](ContactNoticeKind kind, std::optional<ContactEffect> effect) {
        tell(Notice{ContactNotice{kind, at, &contact, track.state, effect, track.times, overheard}});
    };
    tell_move(move.from, track.state, [&](ContactNoticeKind kind) {
        if (last) send(*last, std::nullopt);
        last = kind;
    });
    if (last) send(*last, move.effect);
}

[[nodiscard]] inline std::size_t place_of(const ContactId& id, std::span<const ContactSnapshot> contacts) noexcept {
    std::size_t place = 0;
    while (place < contacts.size() && contacts[place].id != id) ++place;
    return place;
}

}  // namespace detail

}  // namespace denwaban
