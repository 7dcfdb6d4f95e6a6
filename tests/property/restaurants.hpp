#pragma once

/// Random restaurants, with all that their JSON form can say.

#include <denwaban/restaurant/restaurant.hpp>

#include "generators.hpp"

namespace generate {

inline rc::Gen<PhoneNumber> phone_number() {
    const auto with_digits = [](std::string prefix, std::size_t digits) {
        return rc::gen::map(rc::gen::container<std::string>(digits, rc::gen::inRange('0', char{'9' + 1})),
                            [prefix](const std::string& rest) { return *PhoneNumber::parse(prefix + rest); });
    };
    return rc::gen::oneOf(with_digits("+8135", 7), with_digits("+8190", 8), with_digits("+81120", 6),
                          with_digits("+1", 10));
}

inline rc::Gen<Destination> destination() {
    return rc::gen::oneOf(
        rc::gen::map(name(), [](std::string text) { return Destination{ToQueue{std::move(text)}}; }),
        rc::gen::map(name(), [](std::string text) { return Destination{ToBot{std::move(text)}}; }),
        rc::gen::map(phone_number(), [](PhoneNumber number) { return Destination{ToRestaurant{number}}; }),
        rc::gen::map(name(), [](std::string text) { return Destination{ToVoicemail{std::move(text)}}; }),
        rc::gen::map(label(), [](std::string text) { return Destination{ToMessage{std::move(text)}}; }));
}

inline rc::Gen<CallerCondition> caller_condition() {
    return rc::gen::oneOf(rc::gen::just(CallerCondition{WithheldCaller{}}),
                          rc::gen::just(CallerCondition{ForeignCaller{}}),
                          rc::gen::map(few(phone_number()), [](std::vector<PhoneNumber> numbers) {
                              return CallerCondition{KnownCallers{std::move(numbers)}};
                          }));
}

inline rc::Gen<MinuteSpan> minute_span() {
    return rc::gen::mapcat(rc::gen::inRange(0, 2880), [](int from) {
        return rc::gen::map(rc::gen::inRange(from + 1, 2881), [from](int until) {
            return MinuteSpan{*MinuteOfDay::make(from), *MinuteOfDay::make(until)};
        });
    });
}

inline rc::Gen<Route<Destination>> route() {
    return rc::gen::apply(
        [](std::optional<When> when, std::vector<State> states, std::optional<MinuteSpan> between,
           std::optional<PhoneNumber> line, std::optional<CallerCondition> caller, Destination to, std::string said) {
            return Route<Destination>{std::move(when),   std::move(states), between,        line,
                                      std::move(caller), std::move(to),     std::move(said)};
        },
        maybe(when(2)), few(one_of<State>({State::closed, State::open, State::unknown})), maybe(minute_span()),
        maybe(phone_number()), maybe(caller_condition()), destination(), label());
}

inline rc::Gen<Routing<Destination>> routing() {
    return rc::gen::apply(
        [](std::vector<Route<Destination>> routes, Destination otherwise) {
            return Routing<Destination>{std::move(routes), std::move(otherwise)};
        },
        few(route()), destination());
}

inline rc::Gen<std::vector<PhoneLine>> lines() {
    const auto line = rc::gen::apply(
        [](PhoneNumber number, std::string said) {
            return PhoneLine{number, std::move(said)};
        },
        phone_number(), label());
    return rc::gen::scale(
        0.1, rc::gen::uniqueBy<std::vector<PhoneLine>>(line, [](const PhoneLine& of) { return of.number; }));
}

inline rc::Gen<OwnHolidays> own_holidays() {
    const auto added = rc::gen::apply(
        [](Date date, std::string called) {
            return OwnHolidays::Added{date, std::move(called)};
        },
        date_in_2026(), name());
    return rc::gen::apply(
        [](std::vector<OwnHolidays::Added> more, std::vector<Date> fewer) {
            return OwnHolidays{std::move(more), std::move(fewer)};
        },
        few(added), few(date_in_2026()));
}

inline rc::Gen<Restaurant> restaurant() {
    return rc::gen::apply(
        [](std::string id, std::string called, std::string kana, std::vector<PhoneLine> on, std::string in_zone,
           OwnHolidays holidays, Rules hours, Routing<Destination> calls, std::vector<std::string> notes) {
            return Restaurant{{std::move(id)},  std::move(called),  std::move(kana),
                              std::move(on),    std::move(in_zone), std::move(holidays),
                              std::move(hours), std::move(calls),   std::move(notes)};
        },
        name(), name(), label(), lines(), one_of<std::string>({"Asia/Tokyo", "America/New_York"}), own_holidays(),
        rules(), routing(), few(label()));
}

}  // namespace generate
