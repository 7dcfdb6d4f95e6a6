#pragma once

#include <memory>

#include <denwaban/core/time_zone.hpp>
#include <denwaban/formats/google_bookings.hpp>
#include <denwaban/reservation/command.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

/// A book, and the clocks of its restaurant.
struct ZonedDayBook {
    DayBook book;
    TimeZone zone;
};
using SharedDayBook = std::shared_ptr<const ZonedDayBook>;

class DayBookHandle : public Wrapped<DayBookHandle, SharedDayBook> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// About; see docs/performance.md.
    [[nodiscard]] static std::size_t bytes_of(const SharedDayBook& book) noexcept;
    [[nodiscard]] static Napi::Value from(Napi::Env env, SharedDayBook book);
    /// (text)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    /// (question) → slots, as text
    Napi::Value availability(const Napi::CallbackInfo& info);
    /// (question, other days) → proposal, as text
    Napi::Value propose(const Napi::CallbackInfo& info);
    Napi::Value late_parties(const Napi::CallbackInfo& info);
    Napi::Value waiting_list(const Napi::CallbackInfo& info);
    /// (command) → [book, decision as text]
    Napi::Value decide(const Napi::CallbackInfo& info);
    /// (edit) → [book, who is hurt, as text]
    Napi::Value edit(const Napi::CallbackInfo& info);
    /// (booking) → reservation as text, or null
    Napi::Value reservation(const Napi::CallbackInfo& info);
    /// (request, id, now) → [book, booking, response]
    Napi::Value google_create(const Napi::CallbackInfo& info);
    /// (request, now) → [book, booking, response]
    Napi::Value google_update(const Napi::CallbackInfo& info);
    /// (booking, restaurant) → JSON-LD, or null
    Napi::Value to_schema_org(const Napi::CallbackInfo& info);
    /// → [restaurant, date, zone, version]
    Napi::Value describe(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
    Napi::Value to_csv(const Napi::CallbackInfo& info);

    [[nodiscard]] Napi::Value next(Napi::Env env, DayBook book) const;
    [[nodiscard]] Napi::Value answer(Napi::Env env, Expected<GoogleAnswer, Errors> answer) const;
};

/// (request, books, zone, now) → response
[[nodiscard]] Napi::Value google_batch_availability_lookup(const Napi::CallbackInfo& info);
/// (request, zone) → date
[[nodiscard]] Napi::Value google_booking_date(const Napi::CallbackInfo& info);
/// (document, zone) → what it says, as text
[[nodiscard]] Napi::Value read_schema_org_reservation(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
