#include "json_document.hpp"

#include <algorithm>
#include <charconv>

#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/core/iso8601.hpp>
#include <denwaban/core/sizes.hpp>

#include "engine/unknown_word.hpp"

namespace denwaban::formats {

namespace {

constexpr std::string_view format_key = "format";

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

/// Whatever else seems wrong with what a newer version kept may follow from that.
void keep_newer_alone(Errors& errors) {
    const auto is_newer = [](const Error& error) { return error.code == ErrorCode::newer_version; };
    if (std::any_of(errors.begin(), errors.end(), is_newer)) std::erase_if(errors, std::not_fn(is_newer));
}

}  // namespace

std::set<std::string> Mistakes::places_since(std::size_t first) const {
    std::set<std::string> places;
    for (auto i = first; i < errors_.size(); ++i) places.insert(to_string(errors_[i].error.where));
    return places;
}

Errors Mistakes::in_order() && {
    std::stable_sort(errors_.begin(), errors_.end(),
                     [](const PlacedError& one, const PlacedError& other) { return one.order < other.order; });
    Errors errors;
    errors.reserve(errors_.size());
    for (auto& one : errors_) errors.push_back(std::move(one.error));
    keep_newer_alone(errors);
    return errors;
}

[[nodiscard]] static std::optional<Value> part_at(const Value& value, std::string_view step) {
    auto part = value.first();
    if (value.is_array()) {
        std::size_t place = 0;
        const auto read = std::from_chars(step.data(), step.data() + step.size(), place);
        if (read.ec != std::errc{} || read.ptr != step.data() + step.size() || place >= value.size())
            return std::nullopt;
        while (part && place-- > 0) part = part->next();
        return part;
    }
    while (part && pointer_step(part->key()) != step) part = part->next();
    return part;
}
/// The value at a pointer, or the nearest around it.
[[nodiscard]] static Value nearest(Value value, std::string_view pointer) {
    while (pointer.starts_with('/')) {
        const auto step = pointer.substr(1, pointer.substr(1).find('/'));
        const auto part = part_at(value, step);
        if (!part) break;
        value = *part;
        pointer.remove_prefix(step.size() + 1);
    }
    return value;
}

void Node::fail_below(Error error) const {
    if (mistakes_->size() >= max_errors) return;
    const auto at = nearest(value_, to_string(error.where));
    error.where = JsonPointer{at.path()};
    mistakes_->add(at.order(), std::move(error));
}

void Node::fail_at(Error error) const {
    if (mistakes_->size() >= max_errors) return;
    const auto place = to_string(error.where);
    error.where = JsonPointer{path() + place};
    mistakes_->add(nearest(value_, place).order(), std::move(error));
}

template <class Parse>
auto Node::parsed(Parse&& parse, std::string_view wanted) const {
    using Result = typename std::invoke_result_t<Parse, std::string_view>::value_type;
    if (!is_string()) return Result{};
    const auto value = std::invoke(parse, value_.text());
    if (!value) fail(ErrorCode::invalid_value, "must be " + std::string{wanted});
    return value.value_or(Result{});
}

std::string Node::text_of_at_most(std::size_t characters) const {
    auto written = string();
    if (written.size() > characters && characters_in(written) > characters) {
        fail(ErrorCode::too_large, "longer than " + std::to_string(characters) + " characters");
    }
    if (denwaban::detail::has_unwritable(written)) {
        fail(ErrorCode::invalid_value, "must not have control characters");
    }
    return written;
}

std::string Node::writable() const {
    auto written = string();
    if (errors().reading() == Reading::asked && denwaban::detail::has_unwritable(written)) {
        fail(ErrorCode::invalid_value, "must not have control characters");
    }
    return written;
}

/// A name that ends its line would write the next one: of a mail's header, a log, a slip of paper.
std::string Node::label() const {
    auto written = text_of_at_most(max_label);
    const bool is_told = denwaban::detail::has_unwritable(written);
    if (errors().reading() == Reading::asked && !is_told && !denwaban::detail::is_one_line(written)) {
        fail(ErrorCode::invalid_value, "must be one line, without tabs");
    }
    return written;
}

std::string Node::name() const {
    auto written = label();
    if (value_.is_string() && written.empty()) fail(ErrorCode::invalid_value, "must not be empty");
    return written;
}

std::int64_t Node::whole(std::int64_t least, std::int64_t most) const {
    if (!is(value_.is_number_integer(), "a whole number")) return least;
    const bool fits = value_.is_number_unsigned()
                          ? value_.unsigned_integer() <= static_cast<std::uint64_t>(std::max<std::int64_t>(most, 0)) &&
                                value_.integer() >= least
                          : value_.integer() >= least && value_.integer() <= most;
    if (fits) return value_.integer();
    fail(ErrorCode::out_of_range, "must be " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

std::optional<std::size_t> Node::word(std::span<const std::string_view> words) const {
    if (!is_string()) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), value_.text());
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    tell_unknown_word(*this, value_.text(), ErrorCode::invalid_value, "must be one of " + listed(words));
    return std::nullopt;
}

Date Node::date() const { return parsed(parse_date, "a date, YYYY-MM-DD"); }

MinuteOfDay Node::minute_of_day() const { return parsed(parse_minute_of_day, "a time, HH:MM from 00:00 to 48:00"); }

date::month_day Node::month_day() const {
    const auto day = parsed(parse_month_day, "a day of the year, MM-DD");
    return day.ok() ? day : date::January / 1;
}

Instant Node::instant() const {
    if (value_.is_string() && parse_instant(std::string{value_.text()} + "Z")) {
        fail(ErrorCode::naive_datetime, "a time without a time zone says no moment: end it with Z or +09:00");
        return {};
    }
    return parsed(parse_instant, "a time from 1970 on, YYYY-MM-DDTHH:MM:SSZ");
}

std::optional<PhoneNumber> Node::phone_number() const {
    if (!is_string()) return std::nullopt;
    auto number = PhoneNumber::parse(value_.text());
    if (number) return *number;
    fail(number.error().code, number.error().message);
    return std::nullopt;
}

Fields::Fields(const Node& node, std::span<const std::string_view> known) : node_(node), object_(node.is_object()) {
    if (!object_) return;
    node.each_member([&](std::string_view key, const Node& member) {
        if (std::find(known.begin(), known.end(), key) != known.end()) return;
        member.is_not_known([&] { return Node::listed(known); });
    });
}

void Node::is_not_known(const std::function<std::string()>& known) const {
    if (errors().reading() == Reading::asked) return fail(ErrorCode::unknown_key, "is not known here: " + known());
    // What the format is has been looked at.
    if (value_.key() != format_key) errors().pass_over();
}

bool is_newer(const Value& document) noexcept {
    const auto format = document.find(format_key);
    return format && format->is_number_unsigned() && format->unsigned_integer() > kept_format;
}

std::optional<Node> Fields::required(std::string_view key) const {
    auto found = optional(key);
    if (object_ && !found) node_.lacks(key);
    return found;
}

}  // namespace denwaban::formats
