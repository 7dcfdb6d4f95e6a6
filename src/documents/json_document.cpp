#include "json_document.hpp"

#include <map>

#include <denwaban/core/iso8601.hpp>

namespace denwaban::formats {

namespace {

[[nodiscard]] std::optional<date::month_day> parse_month_day(std::string_view text) {
    // 2000 was a leap year: February 29 comes in some years, and so may stand here.
    const auto date = text.size() == 5 ? parse_date("2000-" + std::string{text}) : std::nullopt;
    if (!date) return std::nullopt;
    const date::year_month_day civil{*date};
    return civil.month() / civil.day();
}

[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text) {
    constexpr Instant end{make_date(10000, 1, 1).time_since_epoch()};
    const auto instant = parse_iso8601(text);
    if (!instant || *instant < Instant{} || *instant >= end) return std::nullopt;
    return instant;
}

/// What neither a telephone's voice nor an agent's screen can render, and XML can't hold.
[[nodiscard]] bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

using ByPlace = std::multimap<std::string, Error, std::less<>>;

/// Moves the errors of a value, and then those of what lies in it, from `errors` to `sorted`.
void take_in_order(const Json& value, std::string& place, ByPlace& errors, Errors& sorted) {
    const auto [first, last] = errors.equal_range(place);
    for (auto error = first; error != last; ++error) sorted.push_back(std::move(error->second));
    errors.erase(first, last);

    if (!value.is_structured() || errors.empty()) return;
    const auto length = place.size();
    for (const auto& [key, part] : value.items()) {
        place += '/' + pointer_step(key);
        take_in_order(part, place, errors, sorted);
        place.resize(length);
    }
}

}  // namespace

void report(Errors& errors, Error error) {
    if (errors.size() < max_errors) errors.push_back(std::move(error));
}

template <class Parse>
auto Node::parsed(Parse&& parse, std::string_view wanted) const {
    using Value = typename std::invoke_result_t<Parse, std::string>::value_type;
    const auto written = string();
    if (!value_->is_string()) return Value{};
    const auto value = std::invoke(parse, written);
    if (!value) fail(ErrorCode::invalid_value, "must be " + std::string{wanted});
    return value.value_or(Value{});
}

std::string Node::text_of_at_most(std::size_t bytes) const {
    auto written = string();
    if (written.size() > bytes) fail(ErrorCode::too_large, "longer than " + std::to_string(bytes) + " bytes");
    if (std::any_of(written.begin(), written.end(), is_control)) {
        fail(ErrorCode::invalid_value, "must not have control characters");
    }
    return written;
}

std::string Node::name() const {
    auto written = label();
    if (value_->is_string() && written.empty()) fail(ErrorCode::invalid_value, "must not be empty");
    return written;
}

int Node::integer(int least, int most) const {
    if (!is(value_->is_number_integer(), "a whole number")) return least;
    const bool fits = value_->is_number_unsigned()
                          ? value_->get<std::uint64_t>() <= static_cast<std::uint64_t>(std::max(most, 0)) &&
                                value_->get<std::int64_t>() >= least
                          : value_->get<std::int64_t>() >= least && value_->get<std::int64_t>() <= most;
    if (fits) return value_->get<int>();
    fail(ErrorCode::out_of_range, "must be " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

Date Node::date() const { return parsed(parse_date, "a date, YYYY-MM-DD"); }

MinuteOfDay Node::minute_of_day() const { return parsed(parse_minute_of_day, "a time, HH:MM from 00:00 to 48:00"); }

date::month_day Node::month_day() const {
    const auto day = parsed(parse_month_day, "a day of the year, MM-DD");
    return day.ok() ? day : date::January / 1;
}

Instant Node::instant() const { return parsed(parse_instant, "a time from 1970 on, YYYY-MM-DDTHH:MM:SSZ"); }

std::optional<PhoneNumber> Node::phone_number() const {
    const auto written = string();
    if (!value_->is_string()) return std::nullopt;
    auto number = PhoneNumber::parse(written);
    if (number) return *number;
    fail(number.error().code, number.error().message);
    return std::nullopt;
}

Node Node::member(std::string_view key) const {
    return {value_->find(key).value(), path_ + "/" + pointer_step(key), *errors_};
}

Fields::Fields(const Node& node, std::span<const std::string_view> known) : node_(node), object_(node.is_object()) {
    if (!object_) return;
    node.each_member([&](std::string_view key, const Node& member) {
        if (std::find(known.begin(), known.end(), key) != known.end()) return;
        member.fail(ErrorCode::unknown_key, "is not known here: " + Node::listed(known));
    });
}

std::optional<Node> Fields::required(std::string_view key) const {
    auto found = optional(key);
    if (object_ && !found) node_.fail(ErrorCode::missing_key, "needs \"" + std::string{key} + "\"");
    return found;
}

std::optional<Node> Fields::optional(std::string_view key) const {
    if (!has(key)) return std::nullopt;
    return node_.member(key);
}

std::set<std::string> misread_since(const Errors& errors, std::size_t first) {
    std::set<std::string> places;
    for (auto i = first; i < errors.size(); ++i) places.insert(to_string(errors[i].where));
    return places;
}

void sort_by_place(Errors& errors, const Json& document) {
    ByPlace by_place;
    for (auto& error : errors) by_place.emplace(to_string(error.where), std::move(error));
    Errors sorted;
    std::string place;
    take_in_order(document, place, by_place, sorted);
    for (auto& [somewhere, error] : by_place) sorted.push_back(std::move(error));
    errors = std::move(sorted);
}

std::string write_document(const Json& document) {
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace denwaban::formats
