#include "specification.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text.hpp"

namespace denwaban::formats::schema_org {

namespace {

constexpr std::array<std::string_view, 4> vocabularies{"https://schema.org/", "http://schema.org/",
                                                       "schema:", "http://purl.org/goodrelations/v1#"};
constexpr std::array<std::string_view, 5> hours_terms{"dayOfWeek", "opens", "closes", "validFrom", "validThrough"};
/// What any thing may have, and says nothing of hours.
constexpr std::array<std::string_view, 10> other_terms{"@context",         "@id",   "@type", "additionalType",
                                                       "alternateName",    "name",  "image", "identifier",
                                                       "mainEntityOfPage", "sameAs"};

/// One value, out of its array or value object.
[[nodiscard]] Node single(const Node& node) {
    if (node.value().is_array() && node.value().size() == 1) return single({*node.value().first(), node.errors()});
    return node.member("@value").value_or(node);
}

/// A time, nothing if there is none, or something that was not understood.
struct ReadTime {
    enum class Kind : std::uint8_t { missing, understood, not_understood } kind = Kind::missing;
    MinuteOfDay time{};
};

[[nodiscard]] ReadTime read_time(const Node& object, std::string_view key, HoursReading& reading) {
    const auto member = member_of(object, key);
    if (!member) return {};
    const auto node = single(*member);
    if (node.value().is_array()) {
        reading.not_understood("several times: unknown which belong together", node.path());
        return {ReadTime::Kind::not_understood};
    }
    const auto words = node.string();
    const auto time = parse_clock_time(words);
    if (!time) {
        reading.not_understood("is no time of day: unknown", node.path(), words);
        return {ReadTime::Kind::not_understood};
    }
    if (time->exactness == Exactness::cut) {
        reading.find(FindingKind::approximate, Weight::doubt, "read to the minute, on the restaurant's own clock",
                     node.path(), words);
    }
    return {ReadTime::Kind::understood, time->time};
}

enum class Edge : std::uint8_t { first, last };

/// Date and time of day, of which only the date counts.
[[nodiscard]] bool is_edge_of_day(std::string_view rest, Edge edge) {
    if (rest.empty()) return true;
    const auto time = rest[0] == 'T' ? parse_clock_time(rest.substr(1)) : std::nullopt;
    if (!time || time->exactness == Exactness::cut) return false;
    return edge == Edge::first ? time->time == MinuteOfDay{} : time->time >= MinuteOfDay::clock(23, 59);
}

/// Nothing if it was not understood; `missing` if it is not there.
[[nodiscard]] std::optional<Date> read_date(const Node& object, Edge edge, Date missing, HoursReading& reading) {
    const auto member = member_of(object, edge == Edge::first ? "validFrom" : "validThrough");
    if (!member) return missing;
    const auto node = single(*member);
    const auto words = node.string();
    const auto date = parse_date(std::string_view{words}.substr(0, 10));
    if (!date || (words.size() > 10 && words[10] != 'T')) {
        reading.not_understood("is no date: these hours are left out", node.path(), words);
        return std::nullopt;
    }
    if (!is_edge_of_day(std::string_view{words}.substr(10), edge)) {
        reading.find(FindingKind::assumption, Weight::doubt, "read as the whole date", node.path(), words);
    }
    return date;
}

/// Nothing if the hours can't be used; all dates of all if none are said.
[[nodiscard]] std::optional<Dates> read_dates(const Node& node, HoursReading& reading) {
    const auto first = read_date(node, Edge::first, first_date_of_all, reading);
    const auto last = read_date(node, Edge::last, last_date_of_all, reading);
    if (!first || !last) return std::nullopt;
    if (*first <= *last) return Dates{*first, *last};
    reading.find(FindingKind::contradiction, Weight::loss, "ends before it begins: left out", node.path());
    return std::nullopt;
}

[[nodiscard]] DaySet read_days(const Node& object, HoursReading& reading) {
    const auto member = member_of(object, "dayOfWeek");
    if (!member) return whole_week;
    DaySet days;
    each_value(*member, [&](const Node& value) {
        auto node = single(value);
        node = node.member("@id").value_or(node);
        const auto words = node.string();
        const auto named = parse_days(term(words));
        if (!named) {
            reading.not_understood("is no day of the week: days that are not named are unknown", node.path(), words);
            return reading.some_day_is_unknown();
        }
        for (unsigned day = 0; day < kinds_of_day; ++day) {
            if (named->contains(day)) days.insert(day);
        }
    });
    return days;
}

[[nodiscard]] std::string name_of_hours(const Node& object) {
    const auto member = member_of(object, "name");
    return member ? single(*member).label() : std::string{};
}

[[nodiscard]] Outcome read_hours(const Node& node, HoursReading& reading) {
    using Kind = ReadTime::Kind;
    const auto opens = read_time(node, "opens", reading);
    const auto closes = read_time(node, "closes", reading);
    if (opens.kind == Kind::missing && closes.kind == Kind::missing) {
        reading.find(FindingKind::assumption, Weight::note, "opens at no time: read as closed", node.path());
        return Closed{};
    }
    if (opens.kind == Kind::missing || closes.kind == Kind::missing) {
        reading.not_understood("opens or closes at no time: unknown", node.path());
    }
    if (opens.kind != Kind::understood || closes.kind != Kind::understood) return Unknown{};
    auto hours = outcome_between(opens.time, closes.time, name_of_hours(node));
    if (hours) return *hours;
    reading.not_understood("opens when it closes: unknown", node.path());
    return Unknown{};
}

void remark_on_other_members(const Node& object, HoursReading& reading) {
    object.each_member([&](std::string_view key, const Node& member) {
        const auto word = term(key);
        if (is_among(word, hours_terms) || is_among(word, other_terms) || word == "url") return;
        if (word == "description") {
            const auto said = single(member).value();
            return reading.find(FindingKind::remark, Weight::note, "is not read", member.path(),
                                std::string{said.is_string() ? said.text() : std::string_view{}});
        }
        reading.not_understood("is no word of an OpeningHoursSpecification", member.path());
    });
}

}  // namespace

std::string_view term(std::string_view name) {
    for (const auto vocabulary : vocabularies) {
        if (name.starts_with(vocabulary)) return name.substr(vocabulary.size());
    }
    return name;
}

std::optional<Node> member_of(const Node& object, std::string_view wanted) {
    if (!object.value().is_object()) return std::nullopt;
    for (auto member = object.value().first(); member; member = member->next()) {
        if (term(member->key()) == wanted && !member->is_null()) return Node{*member, object.errors()};
    }
    return std::nullopt;
}

bool is_specification(const Node& node) {
    return std::any_of(hours_terms.begin(), hours_terms.end(),
                       [&](std::string_view wanted) { return member_of(node, wanted).has_value(); });
}

void read_specification(const Node& node, Level level, HoursReading& reading) {
    if (!node.is_object()) return;
    remark_on_other_members(node, reading);
    if (!is_specification(node)) {
        reading.not_understood("says neither days nor hours here", node.path());
        return reading.some_day_is_unknown();
    }
    const auto days = read_days(node, reading);
    const auto hours = read_hours(node, reading);
    const auto dates = read_dates(node, reading);
    if (!dates) return;
    const bool always = *dates == Dates{first_date_of_all, last_date_of_all};
    if (always && level.always == nullptr && days != DaySet{public_holidays}) {
        return reading.not_understood("is special on no date: left out", node.path());
    }
    reading.say(always && level.always != nullptr ? *level.always : level.dated[*dates], days, hours, node);
}

}  // namespace denwaban::formats::schema_org
