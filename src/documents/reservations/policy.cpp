#include <denwaban/documents/day_book_json.hpp>

#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

using std::chrono::minutes;

constexpr std::string_view until_period_ends = "until_period_ends";
constexpr int most_minutes = 366 * minutes_of_a_day;
constexpr int most_days = 3660;
constexpr std::size_t most_rules = 1000;

[[nodiscard]] Turn read_turn(const Node& node) {
    if (node.value().is_number()) return minutes{node.integer(1, minutes_of_a_day)};
    if (!(node.value() == until_period_ends)) {
        node.fail(node.value().is_string() ? ErrorCode::invalid_value : ErrorCode::wrong_type,
                  "must be minutes or \"until_period_ends\"");
    }
    return UntilPeriodEnds{};
}
[[nodiscard]] Json written(const Turn& turn) {
    const auto* fixed = std::get_if<minutes>(&turn);
    return fixed != nullptr ? Json(fixed->count()) : Json(until_period_ends);
}

[[nodiscard]] TurnTime read_turn_time(const Node& node) {
    const Fields fields{node, {"period", "course", "most", "turn"}};
    return {read_if_any(fields, "period", read_label), read_if_any(fields, "course", read_name),
            fields.value_or("most", read_covers, Covers::of(Covers::max)), fields.require("turn", read_turn)};
}

[[nodiscard]] Pacing read_pacing(const Node& node) {
    const Fields fields{node, {"period", "channels", "span", "covers", "parties"}};
    const auto parties = [](const Node& part) { return part.integer(0, Covers::max); };
    return {read_if_any(fields, "period", read_label), fields.value_or("channels", read_all_named<BookingChannel>),
            fields.value_or("span", read_minutes_of_day, minutes{15}), read_if_any(fields, "covers", read_covers),
            read_if_any(fields, "parties", parties)};
}

[[nodiscard]] Deadline read_minutes_before(const Node& node) {
    return MinutesBefore{minutes{node.integer(0, most_minutes)}};
}
[[nodiscard]] Deadline read_days_before(const Node& node) {
    const Fields fields{node, {"days", "at"}};
    return DaysBefore{date::days{fields.require("days", [](const Node& part) { return part.integer(0, most_days); })},
                      fields.require("at", read_minute)};
}
constexpr std::array<Form<Deadline>, 2> deadline_forms{{
    {"minutes_before", read_minutes_before},
    {"days_before", read_days_before},
}};
[[nodiscard]] std::vector<Deadline> read_deadlines(const Node& node) {
    return read_some(node, most_rules, [](const Node& item) { return read_form(item, deadline_forms, Deadline{}); });
}
[[nodiscard]] Json written(const std::vector<Deadline>& deadlines) {
    auto all = Json::array();
    for (const auto& deadline : deadlines) {
        if (const auto* before = std::get_if<MinutesBefore>(&deadline)) {
            all.push_back(Json{{"minutes_before", before->minutes.count()}});
        } else {
            const auto& days = std::get<DaysBefore>(deadline);
            all.push_back(Json{{"days_before", {{"days", days.days.count()}, {"at", to_string(days.at)}}}});
        }
    }
    return all;
}

[[nodiscard]] OnLimits read_on_limit(const Node& node) {
    OnLimits actions;
    node.each_member([&](std::string_view key, const Node& member) {
        const auto limit = enumerator_named<Limit>(key);
        if (!limit) return member.fail(ErrorCode::unknown_key, "is no limit: " + Node::listed(names_of<Limit>));
        actions.set(*limit, read_named<OnLimit>(member));
    });
    return actions;
}

[[nodiscard]] Json written_policy(const Policy& policy) {
    auto turn_times = Json::array(), pacing = Json::array();
    for (const auto& one : policy.turn_times) {
        Json json{{"most", one.most.count()}, {"turn", written(one.turn)}};
        if (one.period) json["period"] = *one.period;
        if (one.course) json["course"] = *one.course;
        turn_times.push_back(std::move(json));
    }
    for (const auto& one : policy.pacing) {
        Json json{{"channels", written_names(one.channels)}, {"span", one.span.count()}};
        if (one.period) json["period"] = *one.period;
        if (one.covers) json["covers"] = one.covers->count();
        if (one.parties) json["parties"] = *one.parties;
        pacing.push_back(std::move(json));
    }
    Json on_limit = Json::object();
    for (const auto& trait : limit_traits) on_limit[name_of(trait.limit)] = name_of(policy.on_limit.at(trait.limit));
    return {{"start_grid", policy.start_grid.count()},
            {"turn_times", std::move(turn_times)},
            {"turn", written(policy.turn)},
            {"shortest_stay", policy.shortest_stay ? Json(policy.shortest_stay->count()) : Json(nullptr)},
            {"buffer", policy.buffer.count()},
            {"pacing", std::move(pacing)},
            {"lead_time", policy.lead_time.count()},
            {"cut_offs", written(policy.cut_offs)},
            {"furthest", policy.furthest ? Json(policy.furthest->count()) : Json(nullptr)},
            {"smallest_party", policy.smallest_party.count()},
            {"largest_party", policy.largest_party.count()},
            {"overbooking", policy.overbooking.count()},
            {"cancel_until", written(policy.cancel_until)},
            {"on_limit", std::move(on_limit)}};
}

[[nodiscard]] Period read_period(const Node& node) {
    const Fields fields{node, {"name", "opens", "closes", "last_entry", "state"}};
    Period period;
    period.name = fields.value_or("name", read_label);
    period.opens = fields.require("opens", read_minute);
    period.closes = fields.require("closes", read_minute);
    period.last_entry = fields.value_or("last_entry", read_minute, period.closes);
    const auto state = fields.value_or("state", read_label, std::string{"open"});
    if (state != "open" && state != "unknown") {
        fields.optional("state")->fail(ErrorCode::invalid_value, "must be one of open, unknown");
    }
    period.state = state == "unknown" ? State::unknown : State::open;
    return period;
}

}  // namespace

Policy read_policy(const Node& node) {
    const auto known = node.errors().size();
    const Fields fields{
        node,
        {"start_grid", "turn_times", "turn", "shortest_stay", "buffer", "pacing", "lead_time", "cut_offs", "furthest",
         "smallest_party", "largest_party", "overbooking", "cancel_until", "on_limit"}};
    Policy policy;
    policy.start_grid = fields.value_or("start_grid", read_minutes_of_day, policy.start_grid);
    policy.turn_times =
        fields.value_or("turn_times", [](const Node& part) { return read_some(part, most_rules, read_turn_time); });
    policy.turn = fields.value_or("turn", read_turn, policy.turn);
    policy.shortest_stay = read_if_any(fields, "shortest_stay", read_minutes_of_day);
    policy.buffer = fields.value_or("buffer", read_minutes_of_day);
    policy.pacing =
        fields.value_or("pacing", [](const Node& part) { return read_some(part, most_rules, read_pacing); });
    policy.lead_time =
        fields.value_or("lead_time", [](const Node& part) { return minutes{part.integer(0, most_minutes)}; });
    policy.cut_offs = fields.value_or("cut_offs", read_deadlines);
    policy.furthest =
        read_if_any(fields, "furthest", [](const Node& part) { return date::days{part.integer(0, most_days)}; });
    policy.smallest_party = fields.value_or("smallest_party", read_covers, policy.smallest_party);
    policy.largest_party = fields.value_or("largest_party", read_covers, policy.largest_party);
    policy.overbooking = fields.value_or("overbooking", read_covers);
    policy.cancel_until = fields.value_or("cancel_until", read_deadlines);
    policy.on_limit = fields.value_or("on_limit", read_on_limit);
    if (node.errors().size() == known) report_under(node, validate(policy));
    return policy;
}

Json written(const Policy& policy) { return written_policy(policy); }

std::vector<Period> read_periods(const Node& node) { return read_some(node, most_rules, read_period); }

Json written(const std::vector<Period>& periods) {
    auto all = Json::array();
    for (const auto& period : periods) {
        all.push_back(Json{{"name", period.name},
                           {"opens", to_string(period.opens)},
                           {"closes", to_string(period.closes)},
                           {"last_entry", to_string(period.last_entry)},
                           {"state", period.state == State::unknown ? "unknown" : "open"}});
    }
    return all;
}

}  // namespace formats

Expected<Policy, Errors> policy_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_policy);
}
std::string to_json(const Policy& policy) { return formats::write_document(formats::written(policy)); }
std::string to_json(const std::vector<Period>& periods) { return formats::write_document(formats::written(periods)); }

}  // namespace denwaban
