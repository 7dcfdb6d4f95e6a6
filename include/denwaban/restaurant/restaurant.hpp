#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/hours/routing.hpp>
#include <denwaban/hours/validate.hpp>

namespace denwaban {

/// A number that callers dial to reach the restaurant.
struct PhoneLine {
    PhoneNumber number;
    std::string label{};  ///< 予約, 代表; may be empty
    friend bool operator==(const PhoneLine&, const PhoneLine&) = default;
};

/// Amazon Connect's queue, by name or ARN.
struct ToQueue {
    std::string queue{};
    friend bool operator==(const ToQueue&, const ToQueue&) = default;
};
/// A bot, by name or alias ARN.
struct ToBot {
    std::string bot{};
    friend bool operator==(const ToBot&, const ToBot&) = default;
};
/// The restaurant's own telephone.
struct ToRestaurant {
    PhoneNumber number;
    friend bool operator==(const ToRestaurant&, const ToRestaurant&) = default;
};
/// 留守番電話
struct ToVoicemail {
    std::string mailbox{};
    friend bool operator==(const ToVoicemail&, const ToVoicemail&) = default;
};
/// Words to say before hanging up.
struct ToMessage {
    std::string text{};
    friend bool operator==(const ToMessage&, const ToMessage&) = default;
};

/// What an IVR does with a call.
using Destination = std::variant<ToQueue, ToBot, ToRestaurant, ToVoicemail, ToMessage>;

/// In the order of `Destination`'s alternatives.
inline constexpr std::array<std::string_view, 5> destination_names{"queue", "bot", "restaurant", "voicemail",
                                                                   "message"};

/// Its word in `destination_names`.
[[nodiscard]] constexpr std::string_view kind_of(const Destination& destination) noexcept {
    return destination_names[destination.index()];
}

/// The queue, bot, number, mailbox or words.
[[nodiscard]] inline std::string target_of(const Destination& destination) {
    struct Target {
        std::string operator()(const ToQueue& to) const { return to.queue; }
        std::string operator()(const ToBot& to) const { return to.bot; }
        std::string operator()(const ToRestaurant& to) const { return std::string{to.number.e164()}; }
        std::string operator()(const ToVoicemail& to) const { return to.mailbox; }
        std::string operator()(const ToMessage& to) const { return to.text; }
    };
    return std::visit(Target{}, destination);
}

/// Days on which a restaurant's 祝日 differ from its country's.
struct OwnHolidays {
    /// A 祝日 of the restaurant's own.
    struct Added {
        Date date;
        std::string name;
        friend bool operator==(const Added&, const Added&) = default;
    };
    std::vector<Added> added{};
    std::vector<Date> removed{};
    friend bool operator==(const OwnHolidays&, const OwnHolidays&) = default;
};

/// A restaurant as its telephone needs to know it.
struct Restaurant {
    RestaurantId id;
    std::string name{};
    std::string kana{};  ///< the name's reading; may be empty
    std::vector<PhoneLine> lines{};
    std::string zone = "Asia/Tokyo";  ///< a name of the IANA database
    OwnHolidays holidays{};
    Rules hours;
    Routing<Destination> routing{{}, ToQueue{"default"}};
    std::vector<std::string> notes{};  ///< for the agent to read
    std::string chain{};               ///< 系列, by whatever name its owner has for it; may be empty
    friend bool operator==(const Restaurant&, const Restaurant&) = default;
};

/// `country` with the restaurant's own days. Errors: `out_of_range` for each of which `country` knows nothing.
[[nodiscard]] inline Expected<HolidayCalendar, Errors> calendar_of(const OwnHolidays& own, HolidayCalendar country) {
    Errors errors;
    const auto take = [&](Expected<HolidayCalendar> changed, const std::string& place) {
        if (changed) {
            country = *std::move(changed);
        } else {
            errors.push_back({changed.error().code, changed.error().message, JsonPointer{"/holidays/" + place}});
        }
    };
    for (std::size_t i = 0; i < own.removed.size(); ++i) {
        take(country.without(own.removed[i]), "removed/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < own.added.size(); ++i) {
        take(country.with(own.added[i].date, own.added[i].name), "added/" + std::to_string(i) + "/date");
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return country;
}

/// The 祝日 that a restaurant's hours name and neither `country` nor the restaurant has: `unknown_reference` at each,
/// its place below `path`.
[[nodiscard]] inline Errors unknown_holidays(const Restaurant& restaurant, const HolidayCalendar& country,
                                             std::string_view path) {
    const auto calendar = calendar_of(restaurant.holidays, country);
    if (!calendar) return {};
    auto errors = unknown_holidays(restaurant.hours, *calendar);
    for (auto& error : errors) error.where = JsonPointer{std::string{path} + "/hours" + to_string(error.where)};
    return errors;
}

/// A restaurant with its hours compiled: what questions are asked of.
struct OpenedRestaurant {
    Restaurant restaurant;
    Hours hours;
};

/// Compiles a restaurant's hours in `zone`, the time zone that it names. Errors: those of `calendar_of`, else those of
/// `Hours::compile`.
[[nodiscard]] inline Expected<OpenedRestaurant, Errors> open_restaurant(Restaurant restaurant,
                                                                        const HolidayCalendar& country, TimeZone zone,
                                                                        Horizon horizon = Horizon::standard()) {
    auto calendar = calendar_of(restaurant.holidays, country);
    if (!calendar) return Unexpected{std::move(calendar).error()};
    auto hours = Hours::compile(restaurant.hours, *std::move(calendar), std::move(zone), horizon);
    if (!hours) return Unexpected{std::move(hours).error()};
    return OpenedRestaurant{std::move(restaurant), *std::move(hours)};
}

}  // namespace denwaban
