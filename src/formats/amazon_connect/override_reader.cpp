#include <algorithm>

#include "reader.hpp"

namespace denwaban::formats::amazon_connect {

namespace {

/// Of lists that may hold no more than one number, that one.
[[nodiscard]] std::optional<int> only_number(const Node& pattern, std::string_view key, int least, int most) {
    const auto list = pattern.if_any(key);
    if (!list || !list->is_array() || list->value().empty()) return std::nullopt;
    if (list->value().size() > 1) list->fail(ErrorCode::out_of_range, "must not have more than one number");
    const auto number = list->item(0);
    if (least == last && number.value().integer() == 0) number.fail(ErrorCode::out_of_range, "must not be 0");
    return number.integer(least, most);
}

void check(const Recurrence& recurrence, const Node& node) {
    const bool weekly = recurrence.frequency == Frequency::weekly;
    const bool yearly = recurrence.frequency == Frequency::yearly;
    const auto ways_to_say_day = recurrence.month_day.has_value() + recurrence.weekday_occurrence.has_value();
    if (weekly && ways_to_say_day > 0) {
        node.fail(ErrorCode::invalid_value, "says a day of the month, but is WEEKLY");
    } else if (!weekly && ways_to_say_day != 1) {
        node.fail(ErrorCode::invalid_value, "needs one of ByMonthDay and ByWeekdayOccurrence");
    }
    if (yearly != recurrence.month.has_value()) {
        node.fail(ErrorCode::invalid_value, "needs ByMonth if it is YEARLY, and only then");
    }
}

[[nodiscard]] std::optional<Recurrence> read_pattern(const Node& node) {
    const auto before = node.errors().size();
    if (!node.is_object()) return std::nullopt;
    const auto frequency = read_named<Frequency>;
    const auto interval = [](const Node& number) { return number.integer(1, 6); };
    const Recurrence recurrence{.frequency = required(node, "Frequency", frequency),
                                .interval = required(node, "Interval", interval, 1),
                                .month = only_number(node, "ByMonth", 1, 12),
                                .month_day = only_number(node, "ByMonthDay", last, 31),
                                .weekday_occurrence = only_number(node, "ByWeekdayOccurrence", last, 4)};
    if (node.errors().size() == before) check(recurrence, node);
    return recurrence;
}

[[nodiscard]] std::optional<Recurrence> read_recurrence(const Node& override) {
    const auto config = override.if_any("RecurrenceConfig");
    if (!config || !config->is_object()) return std::nullopt;
    return required(*config, "RecurrencePattern", read_pattern);
}

[[nodiscard]] std::size_t read_time(const Node& node) {
    if (!node.is_object()) return 0;
    const auto number_to = [](int most) {
        return [most](const Node& number) { return static_cast<std::size_t>(number.integer(0, most)); };
    };
    const auto hours = required(node, "Hours", number_to(23));
    return hours * 60 + required(node, "Minutes", number_to(59));
}

void read_slice(const Node& node, Week& week) {
    const auto before = node.errors().size();
    if (!node.is_object()) return;
    const auto day = required(node, "Day", [](const Node& word) { return word.place_in(day_names); });
    const auto begin = required(node, "StartTime", read_time);
    const auto end = required(node, "EndTime", read_time);
    if (node.errors().size() != before) return;
    if (end != 0 && end <= begin) {
        return node.fail(ErrorCode::never_ends, "ends at or before its start: past midnight belongs to the next Day");
    }
    week[day] |= minutes_of({begin, end == 0 ? minutes_a_day : end});
}

}  // namespace

Week read_week(const Node& node) {
    Week week;
    if (node.value().is_array() && node.value().size() > max_slices) {
        node.fail(ErrorCode::out_of_range, "has more than 100 items");
    } else {
        node.each([&](const Node& slice) { read_slice(slice, week); });
    }
    return week;
}

Override read_override(const Node& node) {
    const auto before = node.errors().size();
    const bool readable = node.is_object();
    const auto type = node.if_any("OverrideType");
    const auto name = node.if_any("Name");
    Override override{.type = type ? type->one_of<OverrideType>() : OverrideType::standard,
                      .name = name ? name->label() : "",
                      .from = required(node, "EffectiveFrom", &Node::date),
                      .till = required(node, "EffectiveTill", &Node::date),
                      .week = required(node, "Config", read_week),
                      .recurrence = read_recurrence(node),
                      .path = node.path()};
    if (readable && node.errors().size() == before && override.till < override.from) {
        node.member("EffectiveTill")->fail(ErrorCode::invalid_value, "is before EffectiveFrom");
    }
    const bool empty = std::all_of(override.week.begin(), override.week.end(), [](auto& day) { return day.none(); });
    override.says_hours = override.type == OverrideType::standard || !empty;
    return override;
}

}  // namespace denwaban::formats::amazon_connect
