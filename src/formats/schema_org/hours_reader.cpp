#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/formats/schema_org_hours.hpp>

#include "specification.hpp"
#include "text.hpp"

namespace denwaban {

namespace formats::schema_org {

namespace {

constexpr std::array<std::string_view, 3> things_hours{"openingHoursSpecification", "specialOpeningHoursSpecification",
                                                       "openingHours"};
/// Words that tell of hours, wherever they stand.
constexpr std::array<std::string_view, 6> words_of_hours{"openingHoursSpecification",
                                                         "specialOpeningHoursSpecification",
                                                         "openingHours",
                                                         "hoursAvailable",
                                                         "opens",
                                                         "closes"};

[[nodiscard]] bool has_hours(const Node& node) {
    return std::any_of(things_hours.begin(), things_hours.end(),
                       [&](std::string_view name) { return member_of(node, name).has_value(); });
}

/// The parser has seen to the depth.
[[nodiscard]] bool tells_of_hours(const Value& value) {
    for (auto part = value.first(); part; part = part->next()) {
        if (value.is_object() && is_among(term(part->key()), words_of_hours)) return true;
        if (tells_of_hours(*part)) return true;
    }
    return false;
}

/// The document itself, or each thing that its array or `@graph` holds.
template <class Read>
void each_thing(const Node& document, Read&& read) {
    each_value(document, [&](const Node& node) {
        read(node);
        if (const auto graph = member_of(node, "@graph")) each_value(*graph, read);
    });
}

[[nodiscard]] std::string id_of(const Node& node) {
    const auto id = member_of(node, "@id");
    return id && id->value().is_string() ? std::string{id->value().text()} : std::string{};
}

/// What a node stands for that has an `@id` and no hours: the thing of that name, if the document has it.
[[nodiscard]] Node referred(const Node& document, const Node& node) {
    const auto id = id_of(node);
    if (id.empty() || is_specification(node)) return node;
    auto found = node;
    each_thing(document, [&](const Node& thing) {
        if (found.path() == node.path() && is_specification(thing) && id_of(thing) == id) found = thing;
    });
    return found;
}

[[nodiscard]] std::optional<Node> first_with_hours(const Node& document) {
    std::optional<Node> first;
    each_thing(document, [&](const Node& thing) {
        if (!first && has_hours(thing)) first = thing;
    });
    return first;
}

void read_text(const Node& node, SaidWeek& week, HoursReading& reading) {
    const auto text = node.string();
    for (const auto& [days, hours, words] : parse_opening_hours(text)) {
        if (hours.empty()) {
            reading.not_understood("these hours are unknown, and days that are not named", node.path(), words);
            reading.some_day_is_unknown();
            reading.say(week, days, Unknown{}, node);
        }
        for (const auto& one : hours) reading.say(week, days, one, node);
    }
}

using Times = std::vector<std::pair<MinuteOfDay, MinuteOfDay>>;

[[nodiscard]] Times times_of(const SaidDay& day) {
    const auto* open = day ? std::get_if<Open>(&*day) : nullptr;
    Times times;
    if (open == nullptr) return times;
    for (const auto& service : open->services) times.emplace_back(service.opens, service.closes);
    return times;
}

[[nodiscard]] bool same_times(const SaidWeek& some, const SaidWeek& others) {
    return std::equal(some.begin(), some.begin() + public_holidays, others.begin(),
                      [](const SaidDay& a, const SaidDay& b) { return times_of(a) == times_of(b); });
}

/// Hours told twice are read from the specifications.
void add_text(const Node& thing, HoursReading& reading) {
    const auto text = member_of(thing, "openingHours");
    if (!text) return;
    auto& hours = reading.hours;
    if (!says_anything(hours.usual) && hours.seasons.empty()) {
        return each_value(*text, [&](const Node& node) { read_text(node, hours.usual, reading); });
    }
    HoursReading aside;
    each_value(*text, [&](const Node& node) { read_text(node, aside.hours.usual, aside); });
    if (same_times(aside.hours.usual, hours.usual) && aside.findings.empty()) {
        return reading.find(FindingKind::repetition, Weight::note, "is said before", text->path());
    }
    reading.find(FindingKind::contradiction, Weight::doubt, "read from openingHoursSpecification, which says otherwise",
                 text->path());
}

/// Nobody says whether hours of a season add to the week's or replace them.
void remark_on_seasons(const Node& thing, HoursReading& reading) {
    const auto meets = [&](const SaidWeek& season) {
        const auto& usual = reading.hours.usual;
        const auto is_open = [](const SaidDay& day) { return day && std::holds_alternative<Open>(*day); };
        for (unsigned day = 0; day < kinds_of_day; ++day) {
            if (is_open(season[day]) && usual[day]) return true;
        }
        return usual[public_holidays] && !season[public_holidays] && says_anything(season);
    };
    const auto& seasons = reading.hours.seasons;
    if (!std::any_of(seasons.begin(), seasons.end(), [&](const auto& season) { return meets(season.second); })) return;
    reading.find(FindingKind::assumption, Weight::doubt,
                 "hours with validFrom or validThrough are read as going before those without", thing.path());
}

/// Reads `thing`, and gives the paths of what it refers to.
std::vector<std::string> read_thing(const Node& document, const Node& thing, HoursReading& reading) {
    std::vector<std::string> read_elsewhere;
    auto& hours = reading.hours;
    thing.each_member([&](std::string_view key, const Node& member) {
        const auto word = term(key);
        const auto read_all = [&](Level level) {
            each_value(member, [&](const Node& node) {
                const auto said = referred(document, node);
                if (said.path() != node.path()) read_elsewhere.push_back(said.path());
                read_specification(said, level, reading);
            });
        };
        if (word == "openingHoursSpecification") return read_all({&hours.usual, hours.seasons});
        if (word == "specialOpeningHoursSpecification") return read_all({nullptr, hours.specials});
        if (word == "openingHours" || word == "@graph") return;
        if (word == "hoursAvailable" || tells_of_hours(member.value())) {
            reading.find(FindingKind::remark, Weight::note, "hours of something else", member.path());
        }
    });
    add_text(thing, reading);
    remark_on_seasons(thing, reading);
    return read_elsewhere;
}

void read_bare(const Node& thing, HoursReading& reading) {
    auto& hours = reading.hours;
    if (is_specification(thing)) return read_specification(thing, {&hours.usual, hours.seasons}, reading);
    thing.each_member([&](std::string_view key, const Node& member) {
        if (term(key) == "@graph" || !tells_of_hours(member.value())) return;
        reading.not_understood("hours stand here, but whose is not known", member.path());
    });
}

void remark_on_others(const Node& document, const std::vector<std::string>& read, HoursReading& reading) {
    each_thing(document, [&](const Node& other) {
        if (std::find(read.begin(), read.end(), other.path()) != read.end()) return;
        if (has_hours(other) || is_specification(other)) {
            reading.not_understood("hours of another thing: a document tells of one restaurant", other.path());
        } else if (!member_of(other, "@graph") && tells_of_hours(other.value())) {
            reading.find(FindingKind::remark, Weight::note, "hours of something else", other.path());
        }
    });
}

[[nodiscard]] RulesReading rules_in(const Node& document) {
    HoursReading reading;
    each_value(document, [](const Node& node) { static_cast<void>(node.is_object()); });
    if (!document.errors().empty()) return {};
    if (const auto thing = first_with_hours(document)) {
        auto read = read_thing(document, *thing, reading);
        read.push_back(thing->path());
        remark_on_others(document, read, reading);
    } else {
        each_thing(document, [&](const Node& other) { read_bare(other, reading); });
        remark_on_seasons(document, reading);
    }
    const auto& hours = reading.hours;
    if (!says_anything(hours.usual) && hours.seasons.empty()) {
        reading.find(FindingKind::unknowable, Weight::doubt, "says no hours of an ordinary week: unknown", "");
    }
    return finish(std::move(reading), document);
}

}  // namespace

}  // namespace formats::schema_org

Expected<RulesReading, Errors> rules_from_schema_org(std::string_view document) {
    return formats::read_document(document, formats::schema_org::rules_in);
}

}  // namespace denwaban
