#pragma once

#include <array>

#include <denwaban/restaurant/restaurant.hpp>

#include "rules_shapes.hpp"

/// What a restaurant's telephone needs to know.
namespace denwaban::shapes {

inline constexpr std::array destination_forms{
    form<Destination, ToQueue>(destination_names[0], bare<&ToQueue::queue, kind::name>(), "By name or ARN."),
    form<Destination, ToBot>(destination_names[1], bare<&ToBot::bot, kind::name>(), "By name or alias ARN."),
    form<Destination, ToRestaurant>(destination_names[2], bare<&ToRestaurant::number>()),
    form<Destination, ToVoicemail>(destination_names[3], bare<&ToVoicemail::mailbox, kind::name>(), "留守番電話"),
    form<Destination, ToMessage>(destination_names[4], bare<&ToMessage::text, kind::text>(),
                                 "Words to say before hanging up."),
};
template <>
inline constexpr Shape shape_of<Destination> = forms("Destination", "What an IVR does with a call.", destination_forms);

inline constexpr std::array<std::string_view, 2> caller_words{"withheld", "foreign"};
inline constexpr Shape caller_word{.sort = Sort::word, .words = caller_words};
inline constexpr std::array known_callers_fields{field<&KnownCallers::numbers>("numbers", required)};
inline constexpr Shape known_callers = record<KnownCallers>({}, {}, known_callers_fields);
inline constexpr std::array<const Shape*, 2> caller_ways{&caller_word, &known_callers};
void read_caller_condition(const Node& node, CallerCondition& caller);
void write_caller_condition(const CallerCondition& caller, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<CallerCondition> =
    by_hand<CallerCondition, read_caller_condition, write_caller_condition>(
        either(caller_ways, "Caller", "withheld whatever the reason, foreign, or one of these numbers."));

inline constexpr std::array span_fields{
    field<&MinuteSpan::from>("from", required),
    field<&MinuteSpan::until>("to", required, "Not included; past midnight 24:00 to 48:00."),
};
void check_span(const Node& node, MinuteSpan& span, std::size_t known);
template <>
inline constexpr Shape shape_of<MinuteSpan> = checked_anyhow<MinuteSpan, check_span>(record<MinuteSpan>({}, {},
                                                                                                        span_fields));

using RestaurantRoute = Route<Destination>;
inline constexpr std::array route_fields{
    field<&RestaurantRoute::label>("label", or_else, kind::label),
    field<&RestaurantRoute::when>("when", if_said, "The business date."),
    field<&RestaurantRoute::states>("hours", or_else, "One of these; any, where there is none."),
    field<&RestaurantRoute::between>("between", if_said, "The time of the business date."),
    field<&RestaurantRoute::line>("line", if_said, "The number dialled."),
    field<&RestaurantRoute::caller>("caller", if_said),
    field<&RestaurantRoute::to>("to", required),
};
template <>
inline constexpr Shape shape_of<RestaurantRoute> =
    record<RestaurantRoute>("Route", "Where a call goes if everything that is said of it holds.", route_fields);

inline constexpr std::array routing_fields{
    field<&Routing<Destination>::routes>("routes", or_else, "The first that fits."),
    field<&Routing<Destination>::otherwise>("otherwise", required),
};
template <>
inline constexpr Shape shape_of<Routing<Destination>> = record<Routing<Destination>>("Routing",
                                                                                     "What happens to a call.",
                                                                                     routing_fields);

inline constexpr std::array line_fields{
    field<&PhoneLine::number>("number", required),
    field<&PhoneLine::label>("label", or_else, kind::label, "予約, 代表"),
};
template <>
inline constexpr Shape shape_of<PhoneLine> = record<PhoneLine>("PhoneLine",
                                                               "A number that callers dial to reach the restaurant.",
                                                               line_fields);

inline constexpr std::array added_fields{
    field<&OwnHolidays::Added::date>("date", required),
    field<&OwnHolidays::Added::name>("name", required, kind::name),
};
template <>
inline constexpr Shape shape_of<OwnHolidays::Added> = record<OwnHolidays::Added>({}, {}, added_fields);
inline constexpr std::array holidays_fields{
    field<&OwnHolidays::added>("added", or_else),
    field<&OwnHolidays::removed>("removed", or_else),
};
template <>
inline constexpr Shape shape_of<OwnHolidays> = record<OwnHolidays>("OwnHolidays",
                                                                   "Days on which its 祝日 differ from the country's.",
                                                                   holidays_fields);

inline constexpr std::array restaurant_fields{
    field<&Restaurant::id>("id", identity),
    field<&Restaurant::name>("name", required, kind::name),
    field<&Restaurant::kana>("kana", or_else, kind::label, "The name's reading."),
    field<&Restaurant::lines>("lines", or_else),
    field<&Restaurant::zone>("zone", always, kind::name, "A name of the IANA database."),
    field<&Restaurant::holidays>("holidays", or_else),
    field<&Restaurant::hours>("hours", required),
    field<&Restaurant::routing>("routing", always),
    field<&Restaurant::notes>("notes", or_else, any_number<kind::text>, "For the agent to read."),
    field<&Restaurant::chain>("chain", or_else, kind::label, "系列, by whatever name its owner has for it."),
};
template <>
inline constexpr Shape shape_of<Restaurant> = record<Restaurant>("Restaurant",
                                                                 "A restaurant as its telephone needs to know it.",
                                                                 restaurant_fields);

}  // namespace denwaban::shapes
