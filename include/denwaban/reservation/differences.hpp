#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/reservation/reservation.hpp>

namespace denwaban {

namespace detail {

[[nodiscard]] inline std::string text_of(const Party& party) {
    std::string text = std::to_string(party.adults.count());
    const auto add = [&](Covers count, std::string_view who) {
        if (count.count() > 0) text += " + " + std::to_string(count.count()) + " " + std::string{who};
    };
    add(party.children, "children");
    add(party.infants, "infants");
    add(party.strollers, "strollers");
    return text;
}
[[nodiscard]] inline std::string text_of(const std::vector<TableId>& tables) {
    std::string text;
    for (const auto& table : tables) text += (text.empty() ? "" : "+") + table.text;
    return text;
}
[[nodiscard]] inline std::string text_of(const Needs& needs) {
    std::string text;
    const auto add = [&](std::string_view word) { text += (text.empty() ? "" : ", ") + std::string{word}; };
    for (const auto kind : needs.kinds) add(name_of(kind));
    for (const auto& area : needs.areas) add(area.text);
    if (needs.smoking) add(name_of(*needs.smoking));
    if (needs.access != Access::on_foot) add(name_of(needs.access));
    return text;
}
[[nodiscard]] inline std::string text_of(const std::optional<std::chrono::minutes>& minutes) {
    return minutes ? std::to_string(minutes->count()) : std::string{};
}

/// Gathers what differs.
class Differences {
public:
    void add(std::string_view what, std::string from, std::string to) {
        if (from != to) all_.push_back({std::string{what}, std::move(from), std::move(to)});
    }
    /// What nobody needs to read in a history.
    template <class T>
    void add_unsaid(std::string_view what, const T& from, const T& to) {
        if (!(from == to)) all_.push_back({std::string{what}, {}, {}});
    }
    [[nodiscard]] std::vector<Difference> take() && { return std::move(all_); }

private:
    std::vector<Difference> all_;
};

inline void compare(Differences& all, const Wish& from, const Wish& to) {
    all.add("party", text_of(from.party), text_of(to.party));
    all.add("needs", text_of(from.needs), text_of(to.needs));
    all.add("course", from.course.value_or(""), to.course.value_or(""));
    all.add("channel", std::string{name_of(from.channel)}, std::string{name_of(to.channel)});
    all.add("turn", text_of(from.turn), text_of(to.turn));
    all.add("wanted_tables", text_of(from.tables), text_of(to.tables));
}
[[nodiscard]] inline std::string text_of(const std::optional<Deposit>& deposit) {
    if (!deposit) return {};
    return std::to_string(deposit->amount) + " " + deposit->currency + " " + std::string{name_of(deposit->state)};
}
inline void compare(Differences& all, const Details& from, const Details& to) {
    all.add_unsaid("details.customer", from.customer, to.customer);
    all.add_unsaid("details.name", from.name, to.name);
    all.add_unsaid("details.kana", from.kana, to.kana);
    all.add_unsaid("details.phone", from.phone, to.phone);
    all.add_unsaid("details.email", from.email, to.email);
    all.add_unsaid("details.items", from.items, to.items);
    all.add_unsaid("details.occasion", from.occasion, to.occasion);
    all.add_unsaid("details.allergies", from.allergies, to.allergies);
    all.add_unsaid("details.high_chairs", from.high_chairs, to.high_chairs);
    all.add_unsaid("details.for_restaurant", from.for_restaurant, to.for_restaurant);
    all.add_unsaid("details.for_centre", from.for_centre, to.for_centre);
    all.add_unsaid("details.taken_by", from.taken_by, to.taken_by);
    all.add_unsaid("details.contact", from.contact, to.contact);
    all.add("details.deposit", text_of(from.deposit), text_of(to.deposit));
}

}  // namespace detail

/// What became of a reservation that the deed's own name does not say: a promise that was more than confirmed or less,
/// guests who were late already, a promised table. Cost: linear in both.
[[nodiscard]] inline std::vector<Difference> differences(const Reservation& from, const Reservation& to) {
    detail::Differences all;
    all.add("begin", to_string(from.begin), to_string(to.begin));
    all.add("end", to_string(from.end), to_string(to.end));
    all.add("tables", detail::text_of(from.tables), detail::text_of(to.tables));
    detail::compare(all, from.wish, to.wish);
    if (from.commitment != Commitment::confirmed)
        all.add("commitment", std::string{name_of(from.commitment)}, std::string{name_of(to.commitment)});
    if (from.presence == Presence::late || from.presence == Presence::partly_arrived)
        all.add("presence", std::string{name_of(from.presence)}, std::string{name_of(to.presence)});
    if (from.allocation == Allocation::pinned || from.allocation == Allocation::overbooked)
        all.add("allocation", std::string{name_of(from.allocation)}, std::string{name_of(to.allocation)});
    if (from.commitment == Commitment::waiting && to.commitment == Commitment::cancelled) {
        const auto instant = [](const auto& at) { return at ? to_iso8601(*at) : std::string{}; };
        all.add("held_until", instant(from.held_until), instant(to.held_until));
    }
    const auto clock = [](const auto& at) { return at ? to_string(*at) : std::string{}; };
    all.add("expected_at", clock(from.expected_at), clock(to.expected_at));
    detail::compare(all, from.details, to.details);
    return std::move(all).take();
}

}  // namespace denwaban
