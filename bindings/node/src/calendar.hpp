#pragma once

#include <denwaban/calendar/holiday_calendar.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

class Calendar : public Wrapped<Calendar, HolidayCalendar> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(Napi::Env env, HolidayCalendar calendar);
    [[nodiscard]] static Napi::Value japan(const Napi::CallbackInfo& info);

private:
    /// The date that is asked about, if the calendar knows it and the date `days` to the side of it.
    [[nodiscard]] Date known_date(const Napi::CallbackInfo& info, int days = 0);

    template <bool (HolidayCalendar::*Question)(Date) const noexcept, int days = 0>
    Napi::Value ask(const Napi::CallbackInfo& info) {
        return Napi::Boolean::New(info.Env(), (value().*Question)(known_date(info, days)));
    }
    Napi::Value name(const Napi::CallbackInfo& info);
    Napi::Value holidays(const Napi::CallbackInfo& info);
    Napi::Value span(const Napi::CallbackInfo& info);
    Napi::Value with(const Napi::CallbackInfo& info);
    Napi::Value without(const Napi::CallbackInfo& info);
};

}  // namespace denwaban::node
