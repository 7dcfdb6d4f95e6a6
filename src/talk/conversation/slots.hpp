#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <denwaban/reservation/period.hpp>
#include <denwaban/reservation/reservation.hpp>
#include <denwaban/talk/conversation.hpp>

namespace denwaban::detail::talk {

/// Whether it may not have been meant at all.
template <class T>
[[nodiscard]] bool is_in_doubt(const std::optional<Heard<T>>& heard) noexcept {
    return heard && heard->decider == denwaban::Decider::whether;
}

/// Whether anything came to be known, or to be no longer.
enum class News : std::uint8_t { none, some };

/// Adds what was said to what is known: what is said anew stands in the place of what was, and nothing else changes.
/// `booked` is who comes as it is booked now, to whom others may be added.
[[nodiscard]] News learn(Conversation& talk, const Meaning& meaning, std::string_view text, Date today,
                         const std::optional<Party>& booked);

/// Decides between readings of a time by when the restaurant is open on that day, and by what part of the day was said.
void decide_by_hours(Conversation& talk, std::span<const Period> periods);

/// Whether it is about one that stands in the book.
[[nodiscard]] constexpr bool is_about_a_booking(Purpose purpose) noexcept {
    return purpose == Purpose::change || purpose == Purpose::cancel || purpose == Purpose::tell;
}

/// What is known for certain.
[[nodiscard]] const Date* day_of(const Conversation& talk) noexcept;
[[nodiscard]] std::optional<MinuteOfDay> time_of(const Conversation& talk) noexcept;
/// Any time between two will do, as long as none was chosen.
[[nodiscard]] const TimeRange* window_of(const Conversation& talk) noexcept;
[[nodiscard]] std::optional<Party> party_of(const Conversation& talk) noexcept;
[[nodiscard]] const SpokenName* name_of_guest(const Conversation& talk) noexcept;
/// The number that was said; else the one that is shown.
[[nodiscard]] const PhoneNumber* phone_of(const Conversation& talk) noexcept;
[[nodiscard]] const PhoneNumber* shown_phone(const Conversation& talk) noexcept;

/// What was needed of a table, with what of the needs a floor plan knows; nothing else of it changes.
[[nodiscard]] Needs needs_upon(Needs all, const std::vector<HeardNeed>& needs);
/// Whether a floor plan knows it; what it does not is passed on to the restaurant.
[[nodiscard]] bool is_of_seats(Need need) noexcept;

}  // namespace denwaban::detail::talk
