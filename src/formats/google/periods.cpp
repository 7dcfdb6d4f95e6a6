#include "periods.hpp"

#include <algorithm>

namespace denwaban::formats::google {

namespace {

[[nodiscard]] int number(const Node& object, std::string_view key, int most) {
    const auto member = object.if_any(key);
    return member ? member->integer(0, most) : 0;
}

[[nodiscard]] int minutes_of_day(const Node& node, HoursReading& reading) {
    expect_members(node, {"hours", "minutes", "seconds", "nanos"}, reading);
    const auto minutes = number(node, "hours", 24) * 60 + number(node, "minutes", 59);
    if (minutes > minutes_a_day) node.fail(ErrorCode::out_of_range, "must be 24:00 or before");
    if (number(node, "seconds", 60) != 0 || number(node, "nanos", 999'999'999) != 0) {
        reading.find(FindingKind::approximate, Weight::doubt, "read to the minute", node.path());
    }
    return minutes;
}

}  // namespace

Date read_date(const Node& node, HoursReading& reading) {
    if (!node.is_object()) return {};
    expect_members(node, {"year", "month", "day"}, reading);
    const auto part = [&](std::string_view key, int most) {
        const auto member = required(node, key);
        return member ? member->integer(1, most) : 1;
    };
    const auto year = part("year", 9999), month = part("month", 12), day = part("day", 31);
    const auto civil =
        date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
    if (civil.ok()) return Date{civil};
    node.fail(ErrorCode::invalid_value, "is no date");
    return {};
}

namespace {

[[nodiscard]] bool is_closed(const Node& node) {
    for (const auto* key : {"closed", "isClosed"}) {
        const auto member = node.if_any(key);
        if (!member) continue;
        if (!member->value().is_boolean()) member->fail(ErrorCode::wrong_type, "must be true or false");
        if (member->value().is_true()) return true;
    }
    return false;
}

[[nodiscard]] unsigned read_day(const Node& object, std::string_view key) {
    const auto member = required(object, key);
    return member ? static_cast<unsigned>(member->place_in(day_names)) : 0;
}

}  // namespace

std::optional<Node> required(const Node& object, std::string_view key) {
    auto member = object.if_any(key);
    if (!member && object.value().is_object()) {
        object.lacks(key);
    }
    return member;
}

void expect_members(const Node& object, std::initializer_list<std::string_view> known, HoursReading& reading) {
    object.each_member([&](std::string_view key, const Node& member) {
        if (std::find(known.begin(), known.end(), key) != known.end()) return;
        reading.not_understood("is not known here", member.path());
    });
}

int read_time(const Node& object, std::string_view key, HoursReading& reading) {
    const auto member = required(object, key);
    if (!member) return 0;
    if (!member->value().is_string()) return minutes_of_day(*member, reading);
    const auto time = member->minute_of_day().count();
    if (time > minutes_a_day) member->fail(ErrorCode::out_of_range, "must be 24:00 or before");
    return time;
}

std::optional<WeeklyPeriod> read_period(const Node& node, HoursReading& reading) {
    if (!node.is_object()) return std::nullopt;
    expect_members(node, {"openDay", "openTime", "closeDay", "closeTime"}, reading);
    const auto before = node.errors().size();
    const auto open_day = read_day(node, "openDay"), close_day = read_day(node, "closeDay");
    const auto opens = read_time(node, "openTime", reading);
    const auto days_later = static_cast<int>((close_day + 7 - open_day) % 7);
    const auto closes = read_time(node, "closeTime", reading) + days_later * minutes_a_day;
    if (node.errors().size() != before) return std::nullopt;
    return WeeklyPeriod{open_day, opens, closes};
}

void read_special_period(const Node& node, HoursReading& reading) {
    if (!node.is_object()) return;
    expect_members(node, {"startDate", "endDate", "openTime", "closeTime", "closed", "isClosed"}, reading);
    const auto before = node.errors().size();
    const auto start = required(node, "startDate");
    const auto first = start ? read_date(*start, reading) : Date{};
    const auto say = [&](Date last, const Outcome& then) {
        reading.say(reading.hours.specials[{first, last}], whole_week, then, node);
    };
    if (is_closed(node)) return say(first, Closed{});
    const auto end = node.if_any("endDate");
    const auto last = end ? read_date(*end, reading) : first;
    const auto opens = read_time(node, "openTime", reading);
    const auto closes = read_time(node, "closeTime", reading);
    if (node.errors().size() != before) return;
    const auto days_later = static_cast<int>((last - first).count());
    if (days_later < 0 || days_later > 1 || closes + days_later * minutes_a_day <= opens) {
        reading.not_understood("ends before it begins, or more than a day after: unknown", node.path());
        return say(std::max(first, last), Unknown{});
    }
    say(first, open_between(opens, closes + days_later * minutes_a_day));
}

Outcome open_between(int opens, int closes) {
    return Open{{{"", *MinuteOfDay::make(opens), *MinuteOfDay::make(closes), {}}}};
}

}  // namespace denwaban::formats::google
