#include "rules_reader.hpp"

#include <denwaban/hours/validate.hpp>

#include "rules_words.hpp"

namespace denwaban::formats {

namespace {

template <class Set>
[[nodiscard]] Set read_set(const Node& node, const std::function<unsigned(const Node&)>& read_member) {
    Set set;
    node.each([&](const Node& member) { set.insert(read_member(member)); });
    if (node.value().is_array() && node.value().empty()) node.fail(ErrorCode::invalid_value, "must not be empty");
    return set;
}

[[nodiscard]] unsigned read_weekday(const Node& node) { return node.one_of<unsigned>(weekday_names); }

[[nodiscard]] WeekdaySet read_weekdays(const Node& node) { return read_set<WeekdaySet>(node, read_weekday); }

/// A number from 1 to `most`, or "last" as 0.
[[nodiscard]] auto number_or_last(int most) {
    return [most](const Node& node) -> unsigned {
        if (node.value() == "last") return 0;
        return static_cast<unsigned>(node.integer(1, most));
    };
}

[[nodiscard]] When read_nth_weekday(const Node& node) {
    const Fields fields{node, {"nth", "weekdays"}};
    const auto nth = [](const Node& list) { return read_set<OrdinalSet>(list, number_or_last(5)); };
    return {OnNthWeekdays{fields.require("nth", nth), fields.require("weekdays", read_weekdays)}};
}

[[nodiscard]] When read_every_weeks(const Node& node) {
    const Fields fields{node, {"interval", "from"}};
    const auto interval = fields.require(
        "interval", [](const Node& n) { return n.integer(2, 52); }, 2);
    return {EveryNWeeks{interval, fields.require("from", &Node::date)}};
}

[[nodiscard]] When read_season(const Node& node) {
    const Fields fields{node, {"from", "to"}};
    const auto first = fields.require("from", &Node::month_day, date::January / 1);
    return {InSeason{first, fields.require("to", &Node::month_day, date::January / 1)}};
}

[[nodiscard]] When read_period(const Node& node) {
    const Fields fields{node, {"from", "to"}};
    const auto first = fields.require("from", &Node::date);
    return {InPeriod{first, fields.require("to", &Node::date, first)}};
}

struct WhenKey {
    std::string_view key;
    When (*read)(const Node&);
};

[[nodiscard]] std::vector<When> read_conditions(const Node& node) { return node.list(read_when); }

constexpr std::array when_keys{
    WhenKey{"weekdays", [](const Node& node) { return When{OnWeekdays{read_weekdays(node)}}; }},
    WhenKey{"holiday", [](const Node& node) { return When{OnNamedHoliday{node.name()}}; }},
    WhenKey{"nth_weekday", read_nth_weekday},
    WhenKey{"days_of_month",
            [](const Node& node) { return When{OnDaysOfMonth{read_set<DayOfMonthSet>(node, number_or_last(31))}}; }},
    WhenKey{"months",
            [](const Node& node) {
                const auto month = [](const Node& n) { return static_cast<unsigned>(n.integer(1, 12)); };
                return When{InMonths{read_set<MonthSet>(node, month)}};
            }},
    WhenKey{"every_weeks", read_every_weeks},
    WhenKey{"season", read_season},
    WhenKey{"period", read_period},
    WhenKey{"dates", [](const Node& node) { return When{OnDates{node.list(&Node::date)}}; }},
    WhenKey{"all", [](const Node& node) { return When{AllOf{read_conditions(node)}}; }},
    WhenKey{"any", [](const Node& node) { return When{AnyOf{read_conditions(node)}}; }},
    WhenKey{"none", [](const Node& node) { return When{NoneOf{read_conditions(node)}}; }},
};

[[nodiscard]] std::string known_when_keys() {
    std::string list;
    for (const auto& known : when_keys) list += (list.empty() ? "" : ", ") + std::string{known.key};
    return list;
}

[[nodiscard]] When read_when_word(const Node& node) {
    enum class Word : std::uint8_t { every_day, holiday, holiday_eve, day_after_holiday };
    switch (node.one_of<Word>(when_words)) {
        case Word::every_day:
            return {EveryDay{}};
        case Word::holiday:
            return {OnHolidays{}};
        case Word::holiday_eve:
            return {OnHolidayEves{}};
        case Word::day_after_holiday:
            return {OnDaysAfterHolidays{}};
    }
    return {EveryDay{}};
}

[[nodiscard]] LastOrders read_last_orders(const Node& node) {
    const Fields fields{node, {"food", "drink", "entry"}};
    const auto time = [](const Node& n) { return std::optional{n.minute_of_day()}; };
    return {fields.value_or("food", time), fields.value_or("drink", time), fields.value_or("entry", time)};
}

[[nodiscard]] Service read_service(const Node& node) {
    const Fields fields{node, {"name", "opens", "closes", "last_order"}};
    auto name = fields.value_or("name", &Node::text);
    const auto opens = fields.require("opens", &Node::minute_of_day);
    const auto closes = fields.require("closes", &Node::minute_of_day);
    return {std::move(name), opens, closes, fields.value_or("last_order", read_last_orders)};
}

[[nodiscard]] std::vector<Service> read_services(const Node& node) { return node.list(read_service); }

[[nodiscard]] Outcome read_outcome(const Node& node, const Fields& fields) {
    const auto services = fields.optional("services"), closed = fields.optional("closed"),
               unknown = fields.optional("unknown");
    if (services.has_value() + closed.has_value() + unknown.has_value() != 1) {
        if (node.value().is_object()) {
            node.fail(ErrorCode::missing_key, "needs exactly one of services, closed, unknown");
        }
        return Closed{};
    }
    if (services) return Open{read_services(*services)};
    if (unknown) return Unknown{read_services(*unknown)};
    if (closed->value() != true) closed->fail(ErrorCode::invalid_value, "must be true");
    return Closed{};
}

[[nodiscard]] Rule read_rule(const Node& node) {
    const Fields fields{node, {"label", "when", "services", "closed", "unknown"}};
    auto when = fields.require("when", read_when, When{EveryDay{}});
    auto outcome = read_outcome(node, fields);
    return {std::move(when), std::move(outcome), fields.value_or("label", &Node::text)};
}

[[nodiscard]] OnHoliday read_on_holiday(const Node& node) {
    if (node.value().is_object()) {
        const Fields fields{node, {"weekday"}};
        return DisplacedToWeekday{date::weekday{fields.require("weekday", read_weekday)}};
    }
    return node.one_of<Displacement>(displacement_names);
}

[[nodiscard]] RegularClosing read_closing(const Node& node) {
    const Fields fields{node, {"label", "when", "on_holiday", "services"}};
    auto when = fields.require("when", read_when, When{EveryDay{}});
    const auto names = [](const Node& list) {
        if (list.value().is_array() && list.value().empty()) {
            list.fail(ErrorCode::invalid_value, "must not be empty: leave it out to close every service");
        }
        return list.list(&Node::name);
    };
    return {std::move(when), fields.value_or("on_holiday", read_on_holiday, OnHoliday{Displacement::stays}),
            fields.value_or("services", names), fields.value_or("label", &Node::text)};
}

[[nodiscard]] Choices read_choices(const Node& node) {
    const Fields fields{node, {"holiday_and_eve", "saturday_eve", "sunday_eve", "unlisted"}};
    const auto eve = [](const Node& n) { return n.one_of<WeekendEve>(weekend_eve_names); };
    return {fields.value_or("holiday_and_eve",
                            [](const Node& n) { return n.one_of<HolidayAndEve>(holiday_and_eve_names); }),
            fields.value_or("saturday_eve", eve), fields.value_or("sunday_eve", eve),
            fields.value_or("unlisted", [](const Node& n) { return n.one_of<Unlisted>(unlisted_names); })};
}

}  // namespace

When read_when(const Node& node) {
    if (node.value().is_string()) return read_when_word(node);
    if (!node.is_object()) return {EveryDay{}};
    if (node.value().size() != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one key: " + known_when_keys());
        return {EveryDay{}};
    }
    const auto& key = node.value().begin().key();
    const auto known = std::find_if(when_keys.begin(), when_keys.end(), [&](const WhenKey& k) { return k.key == key; });
    if (known != when_keys.end()) return known->read(node.member(key));
    node.member(key).fail(ErrorCode::unknown_key, "is not known here: " + known_when_keys());
    return {EveryDay{}};
}

Rules read_rules(const Node& node) {
    const Fields fields{node, {"rules", "closings", "choices"}};
    auto rules = fields.require("rules", [](const Node& n) { return n.list(read_rule); });
    auto closings = fields.value_or("closings", [](const Node& n) { return n.list(read_closing); });
    Rules read{std::move(rules), std::move(closings), fields.value_or("choices", read_choices)};
    check_rules(read, node);
    return read;
}

void check_rules(const Rules& rules, const Node& node) {
    const auto read_badly = [&](std::string_view place) {
        // A service is judged beside its neighbours: one that was not read makes the whole list doubtful.
        for (const std::string_view list : {"/services/", "/unknown/"}) {
            if (const auto at = place.find(list); at != std::string_view::npos) place = place.substr(0, at);
        }
        return std::any_of(node.errors().begin(), node.errors().end(), [&](const Error& error) {
            const auto* pointer = std::get_if<JsonPointer>(&error.where);
            return pointer != nullptr && (lies_in(pointer->text, place) || lies_in(place, pointer->text));
        });
    };
    Errors found;
    for (auto& error : validate(rules)) {
        auto place = node.path() + std::get<JsonPointer>(error.where).text;
        if (read_badly(place)) continue;
        error.where = JsonPointer{std::move(place)};
        found.push_back(std::move(error));
    }
    node.errors().insert(node.errors().end(), found.begin(), found.end());
}

}  // namespace denwaban::formats
