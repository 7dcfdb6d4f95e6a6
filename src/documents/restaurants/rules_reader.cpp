#include "rules_reader.hpp"

#include <set>

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

[[nodiscard]] unsigned read_weekday(const Node& node) { return static_cast<unsigned>(node.place_in(weekday_names)); }

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
    const auto before = node.errors().size();
    const Fields fields{node, {"from", "to"}};
    const InPeriod period{fields.require("from", &Node::date), fields.require("to", &Node::date)};
    const auto to = fields.optional("to");
    if (to && both_read(node, before) && period.last < period.first) {
        to->fail(ErrorCode::invalid_value, "ends before it starts");
    }
    return {period};
}

[[nodiscard]] std::vector<When> read_conditions(const Node& node) {
    if (node.value().is_array() && node.value().empty()) node.fail(ErrorCode::invalid_value, "names no condition");
    return node.list(read_when);
}

constexpr std::array when_forms{
    Form<When>{"weekdays", [](const Node& node) { return When{OnWeekdays{read_weekdays(node)}}; }},
    Form<When>{"holiday", [](const Node& node) { return When{OnNamedHoliday{node.name()}}; }},
    Form<When>{"nth_weekday", read_nth_weekday},
    Form<When>{"days_of_month",
               [](const Node& node) { return When{OnDaysOfMonth{read_set<DayOfMonthSet>(node, number_or_last(31))}}; }},
    Form<When>{"months",
               [](const Node& node) {
                   const auto month = [](const Node& n) { return static_cast<unsigned>(n.integer(1, 12)); };
                   return When{InMonths{read_set<MonthSet>(node, month)}};
               }},
    Form<When>{"every_weeks", read_every_weeks},
    Form<When>{"season", read_season},
    Form<When>{"period", read_period},
    Form<When>{"dates", [](const Node& node) { return When{OnDates{node.list(&Node::date)}}; }},
    Form<When>{"all", [](const Node& node) { return When{AllOf{read_conditions(node)}}; }},
    Form<When>{"any", [](const Node& node) { return When{AnyOf{read_conditions(node)}}; }},
    Form<When>{"none", [](const Node& node) { return When{NoneOf{read_conditions(node)}}; }},
};

[[nodiscard]] When read_when_word(const Node& node) {
    const std::array<When, when_words.size()> all{
        When{EveryDay{}}, {OnHolidays{}}, {OnHolidayEves{}}, {OnDaysAfterHolidays{}}};
    return all[node.place_in(when_words)];
}

[[nodiscard]] LastOrders read_last_orders(const Node& node) {
    const Fields fields{node, {"food", "drink", "entry"}};
    const auto time = [](const Node& n) { return std::optional{n.minute_of_day()}; };
    return {fields.value_or("food", time), fields.value_or("drink", time), fields.value_or("entry", time)};
}

[[nodiscard]] Service read_service(const Node& node) {
    const Fields fields{node, {"name", "opens", "closes", "last_order"}};
    auto name = fields.value_or("name", &Node::label);
    const auto opens = fields.require("opens", &Node::minute_of_day);
    const auto closes = fields.require("closes", &Node::minute_of_day);
    return {std::move(name), opens, closes, fields.value_or("last_order", read_last_orders)};
}

[[nodiscard]] std::vector<Service> read_services(const Node& node) { return node.list(read_service); }

[[nodiscard]] Outcome read_closed(const Node& node) {
    if (!node.value().is_true()) node.fail(ErrorCode::invalid_value, "must be true");
    return Closed{};
}

[[nodiscard]] Outcome read_outcome(const Node& node, const Fields& fields) {
    const auto open = [](const Node& services) { return Outcome{Open{read_services(services)}}; };
    const auto unknown = [](const Node& services) { return Outcome{Unknown{read_services(services)}}; };
    const auto said = fields.has("services") + fields.has("closed") + fields.has("unknown");
    if (node.value().is_object() && said != 1) {
        node.fail(said == 0 ? ErrorCode::missing_key : ErrorCode::invalid_value,
                  "needs exactly one of services, closed, unknown");
    }
    auto outcome = fields.value_or("closed", read_closed, Outcome{Closed{}});
    outcome = fields.value_or("unknown", unknown, std::move(outcome));
    return fields.value_or("services", open, std::move(outcome));
}

[[nodiscard]] Rule read_rule(const Node& node) {
    const Fields fields{node, {"label", "when", "services", "closed", "unknown"}};
    auto when = fields.require("when", read_when, When{EveryDay{}});
    auto outcome = read_outcome(node, fields);
    return {std::move(when), std::move(outcome), fields.value_or("label", &Node::label)};
}

[[nodiscard]] OnHoliday read_on_holiday(const Node& node) {
    if (node.value().is_object()) {
        const Fields fields{node, {"weekday"}};
        return DisplacedToWeekday{date::weekday{fields.require("weekday", read_weekday)}};
    }
    return node.one_of<Displacement>();
}

[[nodiscard]] RegularClosing read_closing(const Node& node) {
    const Fields fields{node, {"label", "when", "on_holiday", "services", "effect"}};
    auto when = fields.require("when", read_when, When{EveryDay{}});
    const auto names = [](const Node& list) {
        if (list.value().is_array() && list.value().empty()) {
            list.fail(ErrorCode::invalid_value, "must not be empty: leave it out to close every service");
        }
        return list.list(&Node::name);
    };
    return {std::move(when), fields.value_or("on_holiday", read_on_holiday, OnHoliday{Displacement::stays}),
            fields.value_or("services", names), fields.value_or("label", &Node::label),
            fields.value_or("effect", read_named<ClosingEffect>)};
}

[[nodiscard]] Choices read_choices(const Node& node) {
    const Fields fields{node, {"holiday_and_eve", "saturday_eve", "sunday_eve", "unlisted"}};
    const auto eve = read_named<WeekendEve>;
    return {fields.value_or("holiday_and_eve", read_named<HolidayAndEve>), fields.value_or("saturday_eve", eve),
            fields.value_or("sunday_eve", eve), fields.value_or("unlisted", read_named<Unlisted>)};
}

/// The places that must have been read well for `error` to be the document's own.
[[nodiscard]] std::vector<std::string> grounds(const Error& error) {
    const auto& place = std::get<JsonPointer>(error.where).text;
    const auto parent = place.substr(0, place.rfind('/'));
    std::vector<std::string> grounds{place, place + "/opens", place + "/closes"};
    if (error.code == ErrorCode::overlap) {
        const auto above = parent + "/" + std::to_string(std::stoul(place.substr(parent.size() + 1)) - 1);
        grounds.insert(grounds.end(), {above, above + "/closes"});
    } else if (parent.ends_with("/last_order")) {
        const auto service = parent.substr(0, parent.rfind('/'));
        grounds.insert(grounds.end(), {service, service + "/opens", service + "/closes"});
    } else if (parent.ends_with("/period")) {
        grounds.insert(grounds.end(), {parent, parent + "/from"});
    }
    return grounds;
}

/// Adds what the rules get wrong among themselves, but for what only follows from an error in reading them: those
/// from `first` on.
void check_rules(const Rules& rules, const Node& node, std::size_t first) {
    const auto misread = node.errors().places_since(first);
    for (auto& error : validate(rules)) {
        const auto& path = node.path();
        const auto all = grounds(error);
        if (std::any_of(all.begin(), all.end(),
                        [&](const std::string& place) { return misread.contains(path + place); })) {
            continue;
        }
        node.fail_at(std::move(error));
    }
}

}  // namespace

bool both_read(const Node& range, std::size_t first) {
    const auto misread = range.errors().places_since(first);
    return !misread.contains(range.path()) && !misread.contains(range.path() + "/from") &&
           !misread.contains(range.path() + "/to");
}

When read_when(const Node& node) {
    if (node.value().is_string()) return read_when_word(node);
    return read_form(node, when_forms, When{EveryDay{}});
}

Rules read_rules(const Node& node) {
    const auto before = node.errors().size();
    const Fields fields{node, {"rules", "closings", "choices"}};
    auto rules = fields.require("rules", [](const Node& n) { return n.list(read_rule); });
    auto closings = fields.value_or("closings", [](const Node& n) { return n.list(read_closing); });
    Rules read{std::move(rules), std::move(closings), fields.value_or("choices", read_choices)};
    check_rules(read, node, before);
    return read;
}

}  // namespace denwaban::formats
