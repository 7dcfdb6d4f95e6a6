#include "open_object.hpp"

#include <cmath>

namespace denwaban::connect {

namespace {

/// 9999-12-31 in milliseconds: what a date can show with four digits.
constexpr double latest = 253'402'300'799'999.0;
constexpr double least_milliseconds = 1e11;

}  // namespace

Instant read_time(const Node& node) {
    const auto& value = node.value();
    if (value.is_number()) {
        const auto number = value.number();
        const auto milliseconds = std::abs(number) < least_milliseconds ? number * 1000 : number;
        if (milliseconds >= 0 && milliseconds <= latest)
            return Instant{std::chrono::milliseconds{std::llround(milliseconds)}};
        node.fail(ErrorCode::out_of_range, "must be a time between 1970 and 9999");
        return {};
    }
    if (value.is_string()) return node.instant();
    node.fail(ErrorCode::wrong_type, "must be a time");
    return {};
}

std::optional<Instant> OpenObject::time(std::string_view key) const {
    const auto member = present(key);
    return member ? std::optional{read_time(*member)} : std::nullopt;
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
