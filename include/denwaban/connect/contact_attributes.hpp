#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/connect/contact_flow.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>

namespace denwaban {

/// Keys and values of all of a contact's attributes together, in UTF-8 (UpdateContactAttributes).
inline constexpr std::size_t max_contact_attributes = std::size_t{32} * 1024;

/// What to do where a call has more to say than its contact can hold.
enum class OnTooLarge : std::uint8_t { refuse, shorten };
template <>
inline constexpr std::array<std::string_view, 2> names_of<OnTooLarge>{"refuse", "shorten"};

/// Attributes for UpdateContactAttributes, and the keys of those that had to be shortened.
struct ContactAttributes {
    FlowAttributes attributes;
    std::vector<std::string> shortened;
    friend bool operator==(const ContactAttributes&, const ContactAttributes&) = default;
};

/// What is written back to the contact of what a call was about: `disposition` (its code), `disposition_note` and
/// `disposition_<field>`; of a second one `disposition2`, …; `catalogueVersion`, `bookingId`, `callbackAt`,
/// `callbackNumber`, `callNotes`. What is recorded goes before what was typed. A key of characters that an attribute
/// may not have ([A-Za-z0-9_-]) has `_` in their place; a field whose key is taken has `_2`, `_3`, … behind it.
///
/// `too_large` (refuse): at the place of the longest value. Where values are shortened, the longest are first, never
/// inside a character; their keys are told.
[[nodiscard]] Expected<ContactAttributes, Errors> contact_attributes(const Call& call, OnTooLarge on_too_large);

/// The request of UpdateContactAttributes as JSON. Errors: `invalid_value` for an empty id or a key that an attribute
/// can't have, `too_large` for more than `max_contact_attributes`.
[[nodiscard]] Expected<std::string, Errors> update_contact_attributes_request(std::string_view instance_id,
                                                                              const ContactId& initial_contact,
                                                                              const FlowAttributes& attributes);

}  // namespace denwaban
