#pragma once

#include <array>

#include <denwaban/reservation/policy.hpp>

#include "shapes.hpp"

/// What crosses a border of how a restaurant takes reservations.
namespace denwaban::shapes {

using denwaban::detail::most_days;
using denwaban::detail::most_minutes;
inline constexpr std::int64_t most_rules = longest_list;
inline constexpr auto some_minutes = whole(1, minutes_of_a_day);

inline constexpr Shape fixed_turn = shape_as<std::chrono::minutes>(some_minutes);
inline constexpr std::array<std::string_view, 1> turn_words{"until_period_ends"};
inline constexpr Shape open_turn{.sort = Sort::word, .words = turn_words};
inline constexpr std::array<const Shape*, 2> turn_ways{&fixed_turn, &open_turn};
void read_turn(const Node& node, Turn& turn);
void write_turn(const Turn& turn, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<Turn> = by_hand<Turn, read_turn, write_turn>(either(turn_ways, "Turn",
                                                                                    "Minutes, or to the end."));

inline constexpr std::array turn_time_fields{
    field<&TurnTime::most>("most", always, "Chairs of the party."),
    field<&TurnTime::turn>("turn", required),
    field<&TurnTime::period>("period", if_any, kind::label),
    field<&TurnTime::course>("course", if_any, kind::name),
};
template <>
inline constexpr Shape shape_of<TurnTime> = record<TurnTime>("TurnTime", "How long some parties keep their table.",
                                                             turn_time_fields);

inline constexpr std::array pacing_fields{
    field<&Pacing::channels>("channels", always, "Whose parties it limits and counts; all, where there is none."),
    field<&Pacing::span>("span", always, some_minutes),
    field<&Pacing::period>("period", if_any, kind::label),
    field<&Pacing::covers>("covers", if_any),
    field<&Pacing::parties>("parties", if_any, whole(0, Covers::max)),
    field<&Pacing::from>("from", if_any, "Of the starts that it limits and counts."),
    field<&Pacing::until>("until", if_any, "Likewise, not included."),
};
template <>
inline constexpr Shape shape_of<Pacing> =
    record<Pacing>("Pacing", "The most that may arrive in any stretch of time as long as the span.", pacing_fields);

inline constexpr std::array days_before_fields{
    field<&DaysBefore::days>("days", required, whole(0, most_days)),
    field<&DaysBefore::at>("at", required),
};
inline constexpr Shape days_before =
    record<DaysBefore>("DaysBefore", "So many days before, at a time.", days_before_fields);
inline constexpr std::array deadline_forms{
    form<Deadline, MinutesBefore>("minutes_before", bare<&MinutesBefore::minutes, whole(0, most_minutes)>()),
    form<Deadline, DaysBefore>("days_before", days_before, "前日17時まで is one day before at 17:00."),
};
template <>
inline constexpr Shape shape_of<Deadline> = forms("Deadline", "Until when something may be done about a start.",
                                                  deadline_forms);

inline constexpr auto percent = whole(1, 100);
inline constexpr std::array cancel_fee_fields{
    field<&CancelFee::after>("after", required),
    field<&CancelFee::percent>("percent", required, percent, "Of what was agreed to be paid."),
};
template <>
inline constexpr Shape shape_of<CancelFee> = record<CancelFee>("CancelFee",
                                                               "What a guest owes who cancels after a deadline.",
                                                               cancel_fee_fields);

void read_on_limit(const Node& node, OnLimits& actions);
void write_on_limit(const OnLimits& actions, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<OnLimits> =
    by_hand<OnLimits, read_on_limit, write_on_limit>(map_by<Limit>(shape_of<OnLimit>));

inline constexpr std::array policy_fields{
    field<&Policy::start_grid>("start_grid", always, some_minutes, "Starts are at multiples of it from midnight."),
    field<&Policy::turn_times>("turn_times", always, some(most_rules), "The first that fits a party holds."),
    field<&Policy::turn>("turn", always, "Of parties that no turn time fits."),
    field<&Policy::shortest_stay>("shortest_stay", or_null, some_minutes,
                                  "A stay is cut at closing if this much is left of it."),
    field<&Policy::buffer>("buffer", always, whole(0, minutes_of_a_day), "To reset a table after a party."),
    field<&Policy::pacing>("pacing", always, some(most_rules), "All of them hold."),
    field<&Policy::lead_time>("lead_time", always, whole(0, most_minutes)),
    field<&Policy::cut_offs>("cut_offs", always, some(most_rules), "All of them hold."),
    field<&Policy::furthest>("furthest", or_null, whole(0, most_days), "Days from today; any date, if not said."),
    field<&Policy::smallest_party>("smallest_party", always, "In chairs."),
    field<&Policy::largest_party>("largest_party", always),
    field<&Policy::overbooking>("overbooking", always, "How many may be taken without a seat on one day."),
    field<&Policy::cancel_until>("cancel_until", always, some(most_rules),
                                 "Until when guests may cancel; all of them hold."),
    field<&Policy::on_limit>("on_limit", always, "What happens at each limit."),
    field<&Policy::grace>("grace", or_else, whole(0, most_minutes),
                          "After booking, guests may change and cancel for so long even past `cancel_until`."),
    field<&Policy::undo_within>("undo_within", or_else, whole(0, most_minutes),
                                "How long after it a mistake can be undone."),
    field<&Policy::overstay>("overstay", or_else, whole(0, minutes_of_a_day),
                             "Who sits on past their end is reckoned to sit for so long from now."),
    field<&Policy::longest_hold>("longest_hold", if_any, whole(1, most_minutes),
                                 "How long something may be held in all, from booking on, however often renewed."),
    field<&Policy::cancel_fees>("cancel_fees", or_else, some(most_rules),
                                "What guests owe who cancel late; of those whose deadline is past the highest."),
    field<&Policy::no_show_fee>("no_show_fee", if_any, percent, "What guests owe who never came."),
};
void check_policy(const Node& node, Policy& policy);
template <>
inline constexpr Shape shape_of<Policy> = checked<Policy, check_policy>(record<Policy>(
    "Policy", "How a restaurant takes reservations; spans of time in minutes, and furthest in days.", policy_fields));

void until_it_closes(Period& period);
inline constexpr std::array period_fields{
    field<&Period::name>("name", always, kind::label, "lunch, ディナー"),
    field<&Period::opens>("opens", required),
    field<&Period::closes>("closes", required),
    or_as<Period, until_it_closes>(field<&Period::last_entry>("last_entry", always, "The last time to come.")),
    field<&Period::state>("state", always, Only<State::open, State::unknown>{}),
};
template <>
inline constexpr Shape shape_of<Period> = record<Period>(
    "Period",
    "A service of one business date. Times are from midnight of that date: 26:00 is two in the morning after.",
    period_fields);

}  // namespace denwaban::shapes
