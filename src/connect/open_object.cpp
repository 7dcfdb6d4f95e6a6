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
    return value.is_string() ? time_of(value.text()) : std::nullopt;
}

/// `2026-11-23T03:10:00Z`, as the service writes it; none where any digit is none, or the day may not exist.
[[nodiscard]] static std::optional<Instant> usual_time(std::string_view text) noexcept {
    constexpr std::string_view form = "0000-00-00T00:00:00Z";
    if (text.size() != form.size()) return std::nullopt;
    unsigned wrong = 0;
    for (std::size_t place = 0; place < form.size(); ++place) {
        const auto is_off = static_cast<unsigned>(text[place] - form[place]);
        wrong |= form[place] == '0' ? static_cast<unsigned>(is_off > 9) : is_off;
    }
    const auto two = [&](std::size_t place) {
        return static_cast<unsigned>(text[place] - '0') * 10 + static_cast<unsigned>(text[place + 1] - '0');
    };
    const auto year = static_cast<int>(two(0) * 100 + two(2));
    const auto month = two(5), day = two(8), hour = two(11), minute = two(14), second = two(17);
    if (wrong != 0 || month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    return Instant{date::sys_days{date::year{year} / date::month{month} / date::day{day}}} + std::chrono::hours{hour} +
           std::chrono::minutes{minute} + std::chrono::seconds{second};
}

std::optional<Instant> time_of(std::string_view text) {
    const auto usual = usual_time(text);
    const auto at = usual ? usual : parse_iso8601(text);
    return at && *at >= Instant{} && *at <= latest_instant ? at : std::nullopt;
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

std::optional<Instant> OpenObject::told_time(std::string_view key) const {
    constexpr Instant amazon_connect_began{std::chrono::seconds{1'483'228'800}};  // in 2017
    const auto at = time(key);
    return at && *at >= amazon_connect_began ? at : std::nullopt;
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
