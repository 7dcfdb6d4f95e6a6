#include "open_object.hpp"

#include <cmath>

#include <denwaban/core/iso8601.hpp>

namespace denwaban::connect {

namespace {

/// 9999-12-31 in milliseconds: what a date can show with four digits.
constexpr double latest = 253'402'300'799'999.0;
constexpr double least_milliseconds = 1e11;

}  // namespace

std::optional<Instant> time_if_any(const Node& node) {
    const auto& value = node.value();
    if (value.is_number()) {
        const auto number = value.number();
        const auto milliseconds = std::abs(number) < least_milliseconds ? number * 1000 : number;
        if (!(milliseconds >= 0 && milliseconds <= latest)) return std::nullopt;
        return Instant{std::chrono::milliseconds{std::llround(milliseconds)}};
    }
    if (!value.is_string()) return std::nullopt;
    const auto at = parse_iso8601(value.text());
    const bool fits =
        at && at->time_since_epoch().count() >= 0 && static_cast<double>(at->time_since_epoch().count()) <= latest;
    return fits ? std::optional{*at} : std::nullopt;
}

Instant read_time(const Node& node) {
    if (const auto at = time_if_any(node)) return *at;
    if (node.value().is_string()) return node.instant();
    const bool is_number = node.value().is_number();
    node.fail(is_number ? ErrorCode::out_of_range : ErrorCode::wrong_type,
              is_number ? "must be a time between 1970 and 9999" : "must be a time");
    return {};
}

std::optional<Instant> OpenObject::time(std::string_view key) const {
    const auto member = present(key);
    const auto at = member ? time_if_any(*member) : std::nullopt;
    if (member && !at) unknown_->add(*member);
    return at;
}

Instant OpenObject::required_time(std::string_view key) const {
    const auto member = required(key);
    return member ? read_time(*member) : Instant{};
}

Queue read_queue(const Node& node, std::string_view arn_key, std::string_view name_key,
                 std::initializer_list<std::string_view> known, UnknownPlaces& unknown) {
    const OpenObject queue{node, known, unknown};
    return {queue.text(arn_key), queue.text(name_key)};
}

}  // namespace denwaban::connect
