#pragma once

#include <array>

#include <denwaban/hours/rules.hpp>

#include "documents/engine/shapes.hpp"

/// What a restaurant says of its hours.
namespace denwaban::shapes {

/// Days from Sunday on, and the conditions that need no more than a word.
inline constexpr std::array<std::string_view, 7> weekday_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
inline constexpr std::array<std::string_view, 4> when_words{"every_day", "holiday", "holiday_eve", "day_after_holiday"};

void read_place(const Shape& shape, const Node& node, void* place);
void write_place(const Shape& shape, const void* place, Sink& sink, const Value* before);
inline constexpr Shape weekday_number{
    .sort = Sort::word, .most = 6, .words = weekday_names, .read = read_place, .write = write_place};

/// A number from 1 on, or "last" as 0.
void read_number_or_last(const Shape& shape, const Node& node, void* number);
void write_number_or_last(const Shape& shape, const void* number, Sink& sink, const Value* before);
inline constexpr std::array<std::string_view, 1> last_words{"last"};
inline constexpr Shape last_word{.sort = Sort::word, .words = last_words};
inline constexpr Shape nth_number = shape_as<unsigned>(whole(1, 5)), day_number = shape_as<unsigned>(whole(1, 31)),
                       month_number = shape_as<unsigned>(whole(1, 12));
inline constexpr std::array<const Shape*, 2> nth_ways{&nth_number, &last_word}, day_ways{&day_number, &last_word};
inline constexpr Shape nth_or_last{
    .sort = Sort::either, .most = 5, .ways = nth_ways, .read = read_number_or_last, .write = write_number_or_last};
inline constexpr Shape day_or_last{
    .sort = Sort::either, .most = 31, .ways = day_ways, .read = read_number_or_last, .write = write_number_or_last};

/// A set is a list with something in it, written from 1 on; 0, which is the last or Sunday, comes last.
template <class Set>
[[nodiscard]] constexpr Shape set_of(const Shape& item) {
    return {.sort = Sort::list,
            .least = 1,
            .most = most_items,
            .of = &item,
            .read =
                [](const Shape& shape, const Node& node, void* set) {
                    node.each([&](const Node& member) {
                        unsigned number = 0;
                        read_shape(*shape.of, member, &number);
                        static_cast<Set*>(set)->insert(number);
                    });
                    detail::require_items(node);
                },
            .write =
                [](const Shape& shape, const void* set, Sink& sink, const Value*) {
                    const auto most = static_cast<unsigned>(shape.of->most);
                    sink.open_list(0);
                    for (unsigned place = 1; place <= most + 1; ++place) {
                        const unsigned number = place % (most + 1);
                        if (static_cast<const Set*>(set)->contains(number)) write_shape(*shape.of, &number, sink);
                    }
                    sink.close_list();
                }};
}
template <>
inline constexpr Shape shape_of<WeekdaySet> = set_of<WeekdaySet>(weekday_number);
template <>
inline constexpr Shape shape_of<OrdinalSet> = set_of<OrdinalSet>(nth_or_last);
template <>
inline constexpr Shape shape_of<DayOfMonthSet> = set_of<DayOfMonthSet>(day_or_last);
template <>
inline constexpr Shape shape_of<MonthSet> = set_of<MonthSet>(month_number);

inline constexpr std::array nth_weekday_fields{
    field<&OnNthWeekdays::ordinals>("nth", required),
    field<&OnNthWeekdays::weekdays>("weekdays", required),
};
inline constexpr Shape nth_weekday = record<OnNthWeekdays>({}, "第1・3火曜, 最終水曜", nth_weekday_fields);

template <>
struct detail::New<EveryNWeeks> {
    static EveryNWeeks make() { return {2, {}}; }
};
inline constexpr std::array every_weeks_fields{
    field<&EveryNWeeks::interval>("interval", required, whole(2, 52)),
    field<&EveryNWeeks::anchor>("from", required, "A date in a week that counts; weeks begin on Monday."),
};
inline constexpr Shape every_weeks = record<EveryNWeeks>({}, "隔週", every_weeks_fields);

inline constexpr std::array season_fields{
    field<&InSeason::first>("from", required),
    field<&InSeason::last>("to", required),
};
inline constexpr Shape season =
    record<InSeason>({}, "Every year, both included, across New Year if need be.", season_fields);

inline constexpr std::array period_of_dates_fields{
    field<&InPeriod::first>("from", required),
    field<&InPeriod::last>("to", required),
};
void check_period(const Node& node, InPeriod& period, std::size_t known);
inline constexpr Shape period_of_dates = checked_anyhow<InPeriod, check_period>(
    record<InPeriod>({}, "From one date to another, both included.", period_of_dates_fields));

/// A condition may be made of conditions.
extern const Shape when_shape;
inline constexpr Shape conditions{
    .sort = Sort::list, .least = 1, .most = most_items, .of = &when_shape, .list = &detail::vector_ops<When>};

inline constexpr std::array when_forms{
    form<When::Condition, OnWeekdays>("weekdays", bare<&OnWeekdays::weekdays>()),
    form<When::Condition, OnNamedHoliday>("holiday", bare<&OnNamedHoliday::name, kind::name>(),
                                          "A 祝日 by its name: 元日."),
    form<When::Condition, OnNthWeekdays>("nth_weekday", nth_weekday),
    form<When::Condition, OnDaysOfMonth>("days_of_month", bare<&OnDaysOfMonth::days>()),
    form<When::Condition, InMonths>("months", bare<&InMonths::months>()),
    form<When::Condition, EveryNWeeks>("every_weeks", every_weeks),
    form<When::Condition, InSeason>("season", season),
    form<When::Condition, InPeriod>("period", period_of_dates),
    form<When::Condition, OnDates>("dates", bare<&OnDates::dates>()),
    form<When::Condition, AllOf>("all", bare<&AllOf::conditions, &conditions>(), "Every one of them holds."),
    form<When::Condition, AnyOf>("any", bare<&AnyOf::conditions, &conditions>(), "At least one holds."),
    form<When::Condition, NoneOf>("none", bare<&NoneOf::conditions, &conditions>(), "None holds."),
};
inline constexpr Shape when_object = forms({}, {}, when_forms);
inline constexpr Shape when_word{.sort = Sort::word, .words = when_words};
inline constexpr std::array<const Shape*, 2> when_ways{&when_word, &when_object};
void read_when(const Node& node, When& when);
void write_when(const When& when, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<When> = by_hand<When, read_when, write_when>(
    either(when_ways, "When", "A condition on dates. The narrowest rule that applies to a date wins."));

inline constexpr std::array last_order_fields{
    field<&LastOrders::food>("food", if_said),
    field<&LastOrders::drink>("drink", if_said),
    field<&LastOrders::entry>("entry", if_said, "最終入店: when the last party is let in."),
};
template <>
inline constexpr Shape shape_of<LastOrders> = record<LastOrders>("LastOrders", "ラストオーダー", last_order_fields);

inline constexpr std::array service_fields{
    field<&Service::name>("name", or_else, kind::label, "lunch, ディナー"),
    field<&Service::opens>("opens", required),
    field<&Service::closes>("closes", required, "Past midnight it goes on counting: 26:00."),
    field<&Service::last_orders>("last_order", or_else),
};
template <>
inline constexpr Shape shape_of<Service> = record<Service>("Service", "営業区分: one opening of a day.",
                                                           service_fields);

inline constexpr std::array rule_fields{
    field<&Rule::label>("label", or_else, kind::label, "What to call the reason: 貸切."),
    field<&Rule::when>("when", required),
    alternative<&Rule::then, Open, &Open::services>("services", if_said, ByType{}, "In ascending order."),
    alternative<&Rule::then, Unknown, &Unknown::services>(
        "unknown", if_said, ByType{},
        "不定休: nobody can say. When it may be open; none, if nothing is known of the date."),
    alternative<&Rule::then, Closed, ItIs{}>("closed", if_said, only_true),
};
void check_rule(const Node& node, Rule& rule, std::size_t known);
template <>
inline constexpr Shape shape_of<Rule> = checked_anyhow<Rule, check_rule>(
    also(record<Rule>("Rule", "On such days, this holds. Just one of services, unknown and closed.", rule_fields),
         R"("oneOf": [{"required": ["services"]}, {"required": ["unknown"]}, {"required": ["closed"]}])"));

void read_weekday(const Node& node, date::weekday& weekday);
void write_weekday(const date::weekday& weekday, Sink& sink, const Value* before);
inline constexpr Shape weekday_word =
    by_hand<date::weekday, read_weekday, write_weekday>(Shape{.sort = Sort::word, .words = weekday_names});
inline constexpr std::array displaced_fields{
    field<&DisplacedToWeekday::weekday>("weekday", required, weekday_word),
    field<&DisplacedToWeekday::if_holiday>("if_holiday", or_else,
                                           "Where that weekday is a 祝日 too: `stays` closes it, else it goes on."),
};
inline constexpr Shape displaced = record<DisplacedToWeekday>({}, "翌火曜: the next such weekday.", displaced_fields);
inline constexpr std::array<const Shape*, 2> on_holiday_ways{&shape_of<Displacement>, &displaced};
void read_on_holiday(const Node& node, OnHoliday& on_holiday);
void write_on_holiday(const OnHoliday& on_holiday, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<OnHoliday> = by_hand<OnHoliday, read_on_holiday, write_on_holiday>(
    either(on_holiday_ways, "OnHoliday", "What becomes of a regular closing on a 祝日."));

inline constexpr std::array closing_fields{
    field<&RegularClosing::label>("label", or_else, kind::label),
    field<&RegularClosing::when>("when", required),
    field<&RegularClosing::on_holiday>("on_holiday", always),
    field<&RegularClosing::services>("services", or_else, at_least_one<kind::name>,
                                     "Names of those that close; left out, all do."),
    field<&RegularClosing::effect>("effect", or_else),
};
template <>
inline constexpr Shape shape_of<RegularClosing> = record<RegularClosing>(
    "RegularClosing", "定休日: closes, whatever seasons and 祝日 say; only rules for single dates go before it.",
    closing_fields);

inline constexpr std::array choice_fields{
    field<&Choices::holiday_and_eve>("holiday_and_eve", always, "Which rule a day follows that is both."),
    field<&Choices::saturday_eve>("saturday_eve", always, "Whether a Saturday before a 祝日 is 祝前日."),
    field<&Choices::sunday_eve>("sunday_eve", always, "Likewise."),
    field<&Choices::unlisted>("unlisted", always, "What holds on a day that no rule names."),
};
template <>
inline constexpr Shape shape_of<Choices> = record<Choices>("Choices", "Where restaurants differ.", choice_fields);

inline constexpr std::array rules_fields{
    field<&Rules::rules>("rules", required),
    field<&Rules::closings>("closings", or_else),
    field<&Rules::choices>("choices", or_else),
};
void check_rules(const Node& node, Rules& rules, std::size_t known);
template <>
inline constexpr Shape shape_of<Rules> =
    checked_anyhow<Rules, check_rules>(record<Rules>("Rules", "What a restaurant says of its hours.", rules_fields));

/// Whether `from` and `to` of a range were read without a mistake, if `known` were told before.
[[nodiscard]] bool both_read(const Node& range, std::size_t known);

}  // namespace denwaban::shapes
