#pragma once

// What an agent is doing, out of events that may come twice, late and in any order.
//
// Each event shows all that there is of an agent at one moment: the status, and every contact. `AgentTimeline` puts
// them in order, tells what each makes known in the words of amazon-connect-streams, and counts how long the agent did
// what. Nothing asks a clock: an agent's state "now" is `state(now)`. The events come from `connect/`: streams'
// snapshots in the browser, the agent event stream on a server; both make the same `AgentEvent`.
//
// ```cpp
// const Instant nine{make_date(2026, 11, 23).time_since_epoch()};  // 9:00 in Japan
// const auto event = [&](std::string id, Duration after, std::string name, AgentStatusType type) {
//     const auto at = nine + after;
//     const AgentSnapshot seen{SnapshotSource::agent_event_stream, at, {name, type, at, ""}, {}, {}};
//     return AgentEvent{id, AgentEventKind::state_change, seen};
// };
// AgentTimeline timeline{TimelineTerms::agent_event_stream()};
// assert(timeline.apply(event("e1", 0min, "Available", AgentStatusType::routable)) == Applied::now);
// assert(timeline.apply(event("e3", 4min, "Offline", AgentStatusType::offline)) == Applied::now);
// assert(timeline.apply(event("e2", 3min, "休憩", AgentStatusType::not_routable)) == Applied::mended);  // it was late
// assert(timeline.apply(event("e2", 3min, "休憩", AgentStatusType::not_routable)) == Applied::duplicate);
//
// assert(timeline.state(nine + 5min) == AgentState::offline);
// assert(timeline.times(nine + 5min).of(AgentState::available) == 3min);
// ```

#include <algorithm>
#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/agent/agent_event.hpp>
#include <denwaban/agent/agent_lifecycle.hpp>
#include <denwaban/agent/contact_track.hpp>
#include <denwaban/agent/notices.hpp>
#include <denwaban/core/names.hpp>

namespace denwaban {

/// How events may come.
struct TimelineTerms {
    /// An event may come this much later than one that happened after it; what comes later still is refused.
    Duration window = std::chrono::minutes{15};
    /// Between two events further apart nothing is known, unless nothing has changed or the agent was signed out. None:
    /// silence means no change.
    std::optional<Duration> longest_silence;

    /// The agent event stream, with a heartbeat every 120 seconds ("Agent event streams"): two may be lost.
    [[nodiscard]] static constexpr TimelineTerms agent_event_stream() noexcept {
        return {std::chrono::minutes{15}, std::chrono::minutes{5}};
    }
    friend bool operator==(const TimelineTerms&, const TimelineTerms&) = default;
};

/// Time in a status of the centre's own.
struct StatusTime {
    std::string name;
    Duration time{0};
    friend bool operator==(const StatusTime&, const StatusTime&) = default;
};

/// How long an agent did what.
struct AgentTimes {
    std::array<Duration, count_of<AgentState>> by_state{};
    std::vector<StatusTime> by_status;  ///< what `not_routable` is made of, in the order of first use

    /// All time in a state.
    [[nodiscard]] Duration of(AgentState state) const noexcept { return by_state[index_of(state)]; }
    friend bool operator==(const AgentTimes&, const AgentTimes&) = default;
};

/// A stretch of time in one state.
struct AgentStay {
    Instant from{};
    Instant until{};
    AgentState state = AgentState::unknown;
    friend bool operator==(const AgentStay&, const AgentStay&) = default;
};

/// A stretch of time in one state, and of `not_routable` in one status.
struct AgentStatusStay {
    AgentStay stay;
    std::optional<std::string> status;  ///< its name, where it is the centre's own
    friend bool operator==(const AgentStatusStay&, const AgentStatusStay&) = default;
};

/// What `AgentTimeline::apply` made of an event.
enum class Applied : std::uint8_t {
    now,            ///< the newest: its notices were told
    mended,         ///< an older one: the times are put right, nothing is told, because what followed was told already
    duplicate,      ///< known already
    too_late,       ///< older than the window reaches
    another_agent,  ///< not of the agent whose events came before: nothing is changed
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<Applied>{"now", "mended", "duplicate", "too_late",
                                                                   "another_agent"};

/// An event as a timeline keeps it, and what was known once it had happened.
struct TimelineEntry {
    AgentEvent event;
    AgentState state = AgentState::unknown;
    Instant since{};                   ///< when the agent came to that state
    int missed_in_a_row = 0;           ///< contacts missed since one was answered
    std::vector<ContactTrack> tracks;  ///< of the snapshot's contacts, in their order
    friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

/// One agent's events, put in order: what the agent and each contact are doing, and how long they did what.
///
/// Each event shows all that there is at its moment, so what is known depends only on which events have come, not on
/// their order or number, as long as none is late beyond the window: duplicates and shuffles change nothing, and after
/// a gap or a restart the next event tells all. Events of the same time are ordered by id; those without, as they come.
class AgentTimeline {
public:
    explicit AgentTimeline(TimelineTerms terms = {}) noexcept : terms_(terms) {}

    /// Adds an event, and calls `tell(const Notice&)` for each thing that it makes known, as amazon-connect-streams
    /// orders them: the agent, contacts that are new, contacts that are gone, contacts that changed.
    ///
    /// Cost: constant for events in order, but for the number of contacts; linear in the window for others.
    template <class Tell>
    Applied apply(AgentEvent event, Tell&& tell) {
        if (!agent_.text.empty() && !event.agent.text.empty() && event.agent != agent_) return Applied::another_agent;
        if (!event.agent.text.empty()) agent_ = std::exchange(event.agent, {});
        const auto place = place_for(event);
        if (is_too_late(event)) return Applied::too_late;
        if (is_duplicate(event, place)) return Applied::duplicate;
        if (place < entries_.size()) {
            mend(std::move(event), place);
            return Applied::mended;
        }
        entries_.push_back({std::move(event), {}, {}, 0, {}});
        derive(place, tell);
        settle();
        return Applied::now;
    }
    Applied apply(AgentEvent event) {
        return apply(std::move(event), [](const Notice&) {});
    }

    /// The newest event and what is known since; null before the first.
    [[nodiscard]] const TimelineEntry* latest() const noexcept { return entries_.empty() ? nullptr : &entries_.back(); }

    /// The newest event that is not after a moment, and what was known since; null if the window holds none.
    [[nodiscard]] const TimelineEntry* entry_at(Instant moment) const noexcept {
        const TimelineEntry* found = nullptr;
        for (const auto& entry : entries()) {
            if (at(entry) <= moment) found = &entry;
        }
        return found;
    }

    /// What the agent is or was doing at a moment; unknown before the first event, and before what the window holds.
    /// Cost: constant from the latest event on, linear in the window before it.
    [[nodiscard]] AgentState state(Instant moment) const noexcept {
        const auto* entry = latest();
        if (entry == nullptr) return AgentState::unknown;
        if (moment >= at(*entry)) return is_silent(*entry, moment) ? AgentState::unknown : entry->state;
        auto found = AgentState::unknown;
        each_stretch(at(*entry), [&](const Stretch& one) {
            if (one.from <= moment && moment < one.until) found = one.state;
        });
        return found;
    }

    /// How far back `times` can look: to the first event that the window holds, once it has let go of others.
    [[nodiscard]] std::optional<Instant> looks_back_to() const noexcept {
        return entries().empty() || settled_ == AgentTimes{} ? std::nullopt : std::optional{at(entries_[first_])};
    }

    /// How long the agent has done what, from the first event to `until`. Cost: linear in the window.
    /// Precondition: `until` is not before `looks_back_to()`; of what was let go of, only the whole is known.
    [[nodiscard]] AgentTimes times(Instant until) const {
        auto all = settled_;
        each_stretch(until, [&](const Stretch& one) {
            if (one.until > until && one.from >= until) return;
            add(all, {one.state, one.status, one.from, std::min(one.until, until)});
        });
        return all;
    }

    /// The same stretch after stretch, of what the window still holds and no further than `until`: a timeline of a
    /// window of a day tells that day. Cost: linear in the window.
    [[nodiscard]] std::vector<AgentStay> stays(Instant until) const {
        std::vector<AgentStay> all;
        each_stay(until, [&](const AgentStay& stay, const AgentStatus&) {
            if (!all.empty() && all.back().state == stay.state) {
                all.back().until = stay.until;
            } else {
                all.push_back(stay);
            }
        });
        return all;
    }

    /// The same, of which a stay in `not_routable` ends with its status.
    [[nodiscard]] std::vector<AgentStatusStay> status_stays(Instant until) const {
        std::vector<AgentStatusStay> all;
        each_stay(until, [&](const AgentStay& stay, const AgentStatus& status) {
            AgentStatusStay next{stay, std::nullopt};
            if (stay.state == AgentState::not_routable) next.status = status.name;
            if (!all.empty() && all.back().stay.state == stay.state && all.back().status == next.status) {
                all.back().stay.until = stay.until;
            } else {
                all.push_back(std::move(next));
            }
        });
        return all;
    }

    /// Whose it is; empty until an event says so. Not kept by `resume`: the next event tells.
    [[nodiscard]] const AgentId& agent() const noexcept { return agent_; }
    /// As it was made.
    [[nodiscard]] const TimelineTerms& terms() const noexcept { return terms_; }
    /// The events that the window still holds, and the newest of those before it.
    [[nodiscard]] std::span<const TimelineEntry> entries() const noexcept {
        return std::span{entries_}.subspan(first_);
    }
    /// What was counted before the first of `entries`.
    [[nodiscard]] const AgentTimes& settled() const noexcept { return settled_; }

    /// A timeline that goes on where another stood: what `terms`, `settled` and `entries` of that one said.
    /// Precondition: the entries are those of a timeline, in order.
    [[nodiscard]] static AgentTimeline resume(TimelineTerms terms, AgentTimes settled,
                                              std::vector<TimelineEntry> entries) {
        AgentTimeline timeline{terms};
        timeline.settled_ = std::move(settled);
        timeline.entries_ = std::move(entries);
        return timeline;
    }

    friend bool operator==(const AgentTimeline& a, const AgentTimeline& b) {
        return a.terms_ == b.terms_ && a.settled_ == b.settled_ && std::ranges::equal(a.entries(), b.entries());
    }

private:
    static Instant at(const TimelineEntry& entry) noexcept { return entry.event.snapshot.at; }

    static std::strong_ordering order(const AgentEvent& a, const AgentEvent& b) noexcept {
        const auto times = a.snapshot.at.time_since_epoch() <=> b.snapshot.at.time_since_epoch();
        return times != std::strong_ordering::equal ? times : a.id <=> b.id;
    }

    /// Behind every event that is not after it.
    [[nodiscard]] std::size_t place_for(const AgentEvent& event) const noexcept {
        auto place = entries_.size();
        while (place > first_ && order(entries_[place - 1].event, event) > 0) --place;
        return place;
    }

    [[nodiscard]] bool is_too_late(const AgentEvent& event) const noexcept {
        return !entries_.empty() && event.snapshot.at <= at(entries_.back()) - terms_.window &&
               order(event, entries_.back().event) != 0;
    }

    [[nodiscard]] bool is_duplicate(const AgentEvent& event, std::size_t place) const {
        for (; place > first_ && order(entries_[place - 1].event, event) == 0; --place) {
            if (!event.id.empty() || entries_[place - 1].event == event) return true;
        }
        return false;
    }

    void mend(AgentEvent event, std::size_t place) {
        entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(place),
                        TimelineEntry{std::move(event), {}, {}, 0, {}});
        for (; place < entries_.size(); ++place) derive(place, [](const Notice&) {});
    }

    /// Lets go of what no event may come before any more.
    void settle() {
        const auto horizon = at(entries_.back()) - terms_.window;
        while (first_ + 1 < entries_.size() && at(entries_[first_ + 1]) <= horizon) {
            between(entries_[first_], entries_[first_ + 1], [&](const Stretch& one) { add(settled_, one); });
            ++first_;
        }
        if (first_ > 8 && first_ * 2 > entries_.size()) {
            entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
            first_ = 0;
        }
    }

    /// What is known once the entry at `place` has happened, from what was known before.
    template <class Tell>
    void derive(std::size_t place, Tell&& tell) {
        auto& entry = entries_[place];
        const auto* before = place > first_ ? &entries_[place - 1] : nullptr;
        derive_agent(place, tell);
        derive_contacts(entry, before, tell);
    }

    template <class Tell>
    void derive_agent(std::size_t place, Tell&& tell);
    template <class Tell>
    static void tell_agent(const TimelineEntry& entry, const TimelineEntry* before, std::optional<AgentEffect> effect,
                           Tell&& tell);
    template <class Tell>
    static void derive_contacts(TimelineEntry& entry, const TimelineEntry* before, Tell&& tell);

    [[nodiscard]] bool is_silent(const TimelineEntry& last, Instant until) const noexcept {
        return last.state != AgentState::signed_out && terms_.longest_silence &&
               until - at(last) > *terms_.longest_silence;
    }

    /// Events go on for an hour after a log-off. They show the status that the agent left with, and the call that they
    /// left in, until that is over.
    [[nodiscard]] bool is_echo(std::size_t place) const noexcept {
        if (place <= first_ || entries_[place - 1].state != AgentState::signed_out) return false;
        const auto& before = entries_[place - 1];
        const auto& [id, kind, snapshot, agent] = entries_[place].event;
        if (kind != AgentEventKind::heart_beat && kind != AgentEventKind::state_change) return false;
        const auto since = snapshot.status.since;
        if (since && *since > before.since) return false;
        for (const auto& contact : snapshot.contacts) {
            if (is_begun_after_log_off(contact, place)) return false;
        }
        const auto same = [](const ContactSnapshot& x, const ContactSnapshot& y) {
            return x.id == y.id && x.shown == y.shown;
        };
        return since || kind == AgentEventKind::heart_beat ||
               !std::ranges::equal(snapshot.contacts, before.event.snapshot.contacts, same);
    }

    /// Of a call that the event at `place` shows while the agent is signed out.
    [[nodiscard]] bool is_begun_after_log_off(const ContactSnapshot& contact, std::size_t place) const noexcept {
        const bool talks = contact.shown == ShownContactState::connected || contact.shown == ShownContactState::on_hold;
        if (contact.channel != Channel::voice || (!talks && !is_offered(contact.shown))) return false;
        const auto since = talks && contact.connected_to_agent_at ? contact.connected_to_agent_at : contact.since;
        const bool is_later =
            since ? *since > entries_[place - 1].since : entries_[place].event.kind == AgentEventKind::state_change;
        return is_later && !was_there_at_log_off(contact.id, place);
    }
    [[nodiscard]] bool was_there_at_log_off(const ContactId& id, std::size_t place) const noexcept {
        while (place-- > first_) {
            const auto& contacts = entries_[place].event.snapshot.contacts;
            if (detail::place_of(id, contacts) != contacts.size()) return true;
            if (entries_[place].state != AgentState::signed_out) return false;
        }
        return false;
    }

    [[nodiscard]] static bool nothing_changed(const AgentSnapshot& a, const AgentSnapshot& b) noexcept {
        const auto same = [](const ContactSnapshot& x, const ContactSnapshot& y) {
            return x.id == y.id && x.shown == y.shown && x.since == y.since;
        };
        return a.status.name == b.status.name && a.status.since == b.status.since &&
               std::ranges::equal(a.contacts, b.contacts, same);
    }

    static void count_missed(TimelineEntry& entry, std::optional<ContactEffect> effect) noexcept {
        if (effect == ContactEffect::count_missed) ++entry.missed_in_a_row;
        if (effect == ContactEffect::talk) entry.missed_in_a_row = 0;
    }

    struct Stretch {
        AgentState state;
        const AgentStatus& status;
        Instant from, until;
    };

    static void add(AgentTimes& times, const Stretch& one) {
        const auto time = one.until - one.from;
        times.by_state[index_of(one.state)] += time;
        if (one.state != AgentState::not_routable) return;
        for (auto& known : times.by_status) {
            if (known.name == one.status.name) {
                known.time += time;
                return;
            }
        }
        times.by_status.push_back({one.status.name, time});
    }

    template <class Take>
    void between(const TimelineEntry& from, const TimelineEntry& to, Take&& take) const {
        const bool is_known = !is_silent(from, at(to)) || nothing_changed(from.event.snapshot, to.event.snapshot);
        const auto changed = detail::moment_of(to.since, at(from), at(to));
        take(Stretch{is_known ? from.state : AgentState::unknown, from.event.snapshot.status, at(from), changed});
        take(Stretch{to.state, to.event.snapshot.status, changed, at(to)});
    }
    template <class Take>
    void each_stretch(Instant until, Take&& take) const {
        for (auto place = first_; place + 1 < entries_.size(); ++place) {
            between(entries_[place], entries_[place + 1], take);
        }
        const auto* entry = latest();
        if (entry == nullptr || until <= at(*entry)) return;
        const auto state = is_silent(*entry, until) ? AgentState::unknown : entry->state;
        take(Stretch{state, entry->event.snapshot.status, at(*entry), until});
    }
    template <class Take>
    void each_stay(Instant until, Take&& take) const {
        each_stretch(until, [&](const Stretch& one) {
            const AgentStay stay{one.from, std::min(one.until, until), one.state};
            if (stay.from < stay.until) take(stay, one.status);
        });
    }

    TimelineTerms terms_;
    AgentId agent_;
    AgentTimes settled_;
    std::vector<TimelineEntry> entries_;
    std::size_t first_ = 0;  ///< those before it are settled, and let go in due course
};

template <class Tell>
void AgentTimeline::derive_agent(std::size_t place, Tell&& tell) {
    auto& entry = entries_[place];
    const auto* before = place > first_ ? &entries_[place - 1] : nullptr;
    const auto now = at(entry);
    const auto from = before != nullptr ? before->state : AgentState::unknown;
    auto to = from;
    std::optional<AgentEffect> effect;
    const auto see = [&](AgentSighting sighting) {
        const auto step = agent_lifecycle.step(to, sighting);
        if (const auto* moved = std::get_if<Moved<AgentState, AgentEffect>>(&step)) {
            to = moved->to;
            effect = moved->effect;
        }
    };
    Seen seen{AgentSighting::signed_out, std::nullopt};
    if (entry.event.kind == AgentEventKind::login) see(AgentSighting::signed_in);
    if (entry.event.kind != AgentEventKind::logout) seen = seen_in(entry.event.snapshot);
    if (is_echo(place)) seen = {AgentSighting::signed_out, std::nullopt};
    see(seen.sighting);

    entry.state = to;
    const bool same_status =
        before != nullptr &&
        (to == AgentState::signed_out || before->event.snapshot.status.name == entry.event.snapshot.status.name);
    const auto earliest = before != nullptr ? at(*before) : std::min(seen.since.value_or(now), now);
    entry.since = to == from && same_status ? before->since : detail::moment_of(seen.since, earliest, now);
    tell_agent(entry, before, effect, tell);
}

template <class Tell>
void AgentTimeline::tell_agent(const TimelineEntry& entry, const TimelineEntry* before,
                               std::optional<AgentEffect> effect, Tell&& tell) {
    const auto& now = entry.event.snapshot;
    const auto send = [&](AgentNoticeKind kind, std::optional<AgentEffect> with = std::nullopt) {
        tell(Notice{AgentNotice{kind, now.at, entry.state, with}});
    };
    if (before == nullptr) send(AgentNoticeKind::init);
    if (entry.event.kind == AgentEventKind::login) send(AgentNoticeKind::signed_in);
    const auto left = before != nullptr ? before->state : AgentState::unknown;
    if (entry.state == AgentState::signed_out) {
        if (left != AgentState::signed_out) send(AgentNoticeKind::signed_out);
        return;
    }
    const auto type = detail::type_of(now.status);
    if (before == nullptr || left == AgentState::signed_out || detail::type_of(before->event.snapshot.status) != type) {
        if (type == AgentStatusType::routable) send(AgentNoticeKind::routable);
        if (type == AgentStatusType::not_routable) send(AgentNoticeKind::not_routable);
        if (type == AgentStatusType::offline) send(AgentNoticeKind::offline);
    }
    if (left != entry.state || before == nullptr || before->event.snapshot.status.name != now.status.name) {
        send(AgentNoticeKind::state_change, effect);
        if (entry.state == AgentState::error) send(AgentNoticeKind::error);
        if (entry.state == AgentState::after_contact_work) send(AgentNoticeKind::acw);
    }
    const auto* queued = before != nullptr && before->event.snapshot.next ? &*before->event.snapshot.next : nullptr;
    if (now.next && (queued == nullptr || queued->name != now.next->name)) send(AgentNoticeKind::enqueued_next_state);
    if (!now.next && queued != nullptr) send(AgentNoticeKind::cleared_next_state);
}

template <class Tell>
void AgentTimeline::derive_contacts(TimelineEntry& entry, const TimelineEntry* before, Tell&& tell) {
    const std::span<const ContactSnapshot> contacts{entry.event.snapshot.contacts};
    const auto earlier = before != nullptr ? std::span<const ContactSnapshot>{before->event.snapshot.contacts}
                                           : std::span<const ContactSnapshot>{};
    const auto now = at(entry);
    entry.missed_in_a_row = before != nullptr ? before->missed_in_a_row : 0;
    entry.tracks.assign(contacts.size(), {});

    const auto move = [&](const ContactSnapshot& contact, ContactTrack& track, std::optional<ContactEvent> event,
                          std::optional<Instant> since, Instant seen_before) {
        const auto moved = detail::advance(track, event, since, seen_before, now);
        if (contact.channel == Channel::voice) count_missed(entry, moved.effect);
        detail::tell_contact(contact, track, moved, now, tell);
    };

    for (std::size_t place = 0; place < contacts.size(); ++place) {
        const auto& contact = contacts[place];
        if (detail::place_of(contact.id, earlier) != earlier.size()) continue;
        move(contact, entry.tracks[place], event_of(contact), since_at_first_sight(contact), now);
    }
    for (std::size_t place = 0; place < earlier.size(); ++place) {
        if (detail::place_of(earlier[place].id, contacts) != contacts.size()) continue;
        auto track = before->tracks[place];
        move(earlier[place], track, ContactEvent::gone, now, at(*before));
    }
    for (std::size_t place = 0; place < earlier.size(); ++place) {
        const auto here = detail::place_of(earlier[place].id, contacts);
        if (here == contacts.size()) continue;
        entry.tracks[here] = before->tracks[place];
        move(contacts[here], entry.tracks[here], event_of(contacts[here]), since_of(contacts[here]), at(*before));
    }
}

}  // namespace denwaban
