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
    template <bool (HolidayCalendar::*Question)(Date) const noexcept>
    Napi::Value ask(const Napi::CallbackInfo& info) {
        return Napi::Boolean::New(info.Env(), (value().*Question)(date_argument(info, 0)));
    }
    Napi::Value name(const Napi::CallbackInfo& info);
    Napi::Value holidays(const Napi::CallbackInfo& info);
    Napi::Value span(const Napi::CallbackInfo& info);
    Napi::Value with(const Napi::CallbackInfo& info);
    Napi::Value without(const Napi::CallbackInfo& info);
};

}  // namespace denwaban::node
