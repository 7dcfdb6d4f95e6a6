#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/records/contact_record.hpp>

/// What a leg says of others: which of them are of its call, and which of them was first.
namespace denwaban::detail::records {

/// A supervisor's leg, which no guest counts.
[[nodiscard]] inline bool is_overhearing(const ContactRecord& leg) noexcept {
    return leg.initiation == Initiation::monitor;
}

/// What an API starts is a call that we make, or something written that comes to us.
[[nodiscard]] inline bool dials_out(const ContactRecord& leg) noexcept {
    return leg.initiation == Initiation::outbound || leg.initiation == Initiation::external_outbound ||
           (leg.initiation == Initiation::api && !is_written(leg.channel)) ||
           leg.initiation == Initiation::campaign_preview || leg.initiation == Initiation::agent_reply;
}

[[nodiscard]] inline CallDirection direction_of(const ContactRecord& leg) noexcept {
    if (dials_out(leg)) return CallDirection::outbound;
    if (denwaban::detail::is_callback(leg.initiation)) return CallDirection::queued_callback;
    const bool moved = leg.initiation == Initiation::transfer || leg.initiation == Initiation::queue_transfer ||
                       leg.initiation == Initiation::disconnect;
    return moved ? CallDirection::transfer : CallDirection::inbound;
}

[[nodiscard]] inline bool belongs_to_related(const ContactRecord& leg) noexcept {
    if (leg.initial || leg.previous) return false;
    return direction_of(leg) == CallDirection::transfer || denwaban::detail::is_callback(leg.initiation);
}
[[nodiscard]] inline bool is_begun_beside(const ContactRecord& leg) noexcept {
    return leg.channel == Channel::task && leg.initiation == Initiation::api;
}
/// Whether its own record says that nothing was before it.
[[nodiscard]] inline bool is_first(const ContactRecord& leg) noexcept {
    if (is_overhearing(leg)) return false;
    if (is_begun_beside(leg)) return true;
    const bool begins_elsewhere = leg.initial && *leg.initial != leg.id;
    return !begins_elsewhere && !leg.previous && !(leg.related && belongs_to_related(leg));
}

/// How sure it is that a call begins with a contact, and so is called by it; the surest first.
enum class Standing : std::uint8_t {
    first,        ///< its own record says that nothing was before it
    initial,      ///< others name it as InitialContactId, and its record has not come
    before,       ///< others were after it, likewise
    later,        ///< its own record says what was before it, or it is only named as what comes after
    unconnected,  ///< nobody counts it
};

/// What a leg says of another, whose record may not have come.
struct LegLink {
    ContactId to;
    Standing as;
    friend auto operator<=>(const LegLink&, const LegLink&) = default;
};

/// Other contacts that are of the same call, as far as a record says and older ones did. A supervisor listens to one
/// call and joins no two; a task that an agent begins for later (StartTaskContact) names a call, and is none of its
/// legs.
[[nodiscard]] inline std::vector<LegLink> links_of(const ContactRecord& leg) {
    std::vector<LegLink> links;
    for (const auto& id : leg.formerly) links.push_back({id, Standing::later});
    const auto add = [&](const std::optional<ContactId>& id, Standing as) {
        if (id) links.push_back({*id, as});
        return id.has_value();
    };
    const auto add_association = [&] {
        if (!leg.association.empty()) links.push_back({{leg.association}, Standing::before});
    };
    if (is_overhearing(leg)) {
        const bool names_one = add(leg.initial, Standing::initial) || add(leg.previous, Standing::before) ||
                               add(leg.related, Standing::before);
        if (!names_one) add_association();
        return links;
    }
    const bool is_task = leg.channel == Channel::task;
    if (!is_task) add(leg.initial, Standing::initial);
    if (!is_begun_beside(leg)) add(leg.previous, Standing::before);
    add(leg.next, Standing::later);
    if (is_task) return links;
    add_association();
    if (belongs_to_related(leg)) add(leg.related, Standing::before);
    return links;
}

[[nodiscard]] inline Standing standing_of(const ContactRecord& leg) noexcept {
    if (is_overhearing(leg)) return Standing::unconnected;
    return is_first(leg) ? Standing::first : Standing::later;
}

}  // namespace denwaban::detail::records
