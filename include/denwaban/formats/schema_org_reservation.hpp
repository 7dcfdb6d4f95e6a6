#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/reservation/day_book.hpp>

namespace denwaban {

/// A reservation as schema.org's JSON-LD `FoodEstablishmentReservation`, as mail programs read it. `restaurant` is its
/// name. What the vocabulary has no word for (table, course, presence) is left out.
[[nodiscard]] std::string to_schema_org(const DayBook& book, const Reservation& reservation,
                                        std::string_view restaurant, const TimeZone& zone);

/// What a `FoodEstablishmentReservation` says.
struct SchemaOrgReservation {
    std::string id;          ///< `reservationId`; may be empty
    std::string restaurant;  ///< its name; may be empty
    LocalTime start;         ///< on the restaurant's clocks
    std::optional<LocalTime> end;
    std::optional<Covers> party;
    std::optional<Commitment> commitment;  ///< confirmed, requested, held or cancelled
    std::string name;
    std::optional<PhoneNumber> phone;
    std::string email;
    std::vector<JsonPointer> unread;  ///< what it says beside that
    friend bool operator==(const SchemaOrgReservation&, const SchemaOrgReservation&) = default;
};

/// Reads one, whose times without an offset are those of `zone`. Errors: each with its place; `missing_key` without a
/// start; `invalid_value` for another type.
[[nodiscard]] Expected<SchemaOrgReservation, Errors> schema_org_reservation_from_json(std::string_view text,
                                                                                      const TimeZone& zone);

/// The same in our words, times as the clocks show them: `{"id": "x", "start": "2026-11-27T19:00:00", "party": 2,
/// ...}`.
[[nodiscard]] std::string to_json(const SchemaOrgReservation& reservation);

}  // namespace denwaban
