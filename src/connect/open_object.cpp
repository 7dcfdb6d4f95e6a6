#include "open_object.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

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

/// When the months of the years began that records are of: a table spares the calendar, which is what reading a time
/// would mostly cost.
static constexpr int first_year = 1970, behind_years = 2100;
static constexpr auto month_begins = [] {
    std::array<std::int32_t, (behind_years - first_year) * std::size_t{12}> days{};
    for (std::size_t month = 0; month < days.size(); ++month) {
        const auto year = date::year{first_year + static_cast<int>(month / 12)};
        const auto first = date::sys_days{year / date::month{static_cast<unsigned>(month % 12 + 1)} / 1};
        days[month] = static_cast<std::int32_t>(first.time_since_epoch().count());
    }
    return days;
}();

/// How far eight bytes of a text are from those of `2026-11-23T03:10:00Z`, its digits being zeros: digits themselves.
/// The highest bit of a byte is set where it is none. `tens` are what each is with the next one behind it.
template <std::size_t place>
[[nodiscard]] static std::uint64_t off_form(const char* text, std::array<std::uint8_t, 8>& tens) noexcept {
    static constexpr std::string_view form = "0000-00-00T00:00:00Z";
    static constexpr auto rooms = [] {
        std::array<std::uint8_t, 8> bytes{};
        for (std::size_t at = 0; at < bytes.size(); ++at) bytes[at] = form[place + at] == '0' ? 127 - 9 : 127;
        return std::bit_cast<std::uint64_t>(bytes);
    }();
    std::uint64_t bytes = 0;
    std::uint64_t meant = 0;
    std::memcpy(&bytes, text + place, sizeof bytes);
    std::memcpy(&meant, form.data() + place, sizeof meant);
    const auto off = bytes ^ meant;
    const auto next = std::endian::native == std::endian::little ? off >> 8U : off << 8U;
    tens = std::bit_cast<std::array<std::uint8_t, 8>>(off * 10 + next);
    return off | (off + rooms);
}

bool read_usual_time(std::string_view text, Instant& at) noexcept {
    if (text.size() != 20) return false;
    std::array<std::uint8_t, 8> front{}, middle{}, back{};
    const auto off =
        off_form<0>(text.data(), front) | off_form<8>(text.data(), middle) | off_form<12>(text.data(), back);
    if ((off & 0x8080'8080'8080'8080) != 0) return false;
    const int year = front[0] * 100 + front[2], month = front[5], day = middle[0];
    const int hour = middle[3], minute = back[2], second = back[5];
    const bool is_usual = year >= first_year && year < behind_years && month >= 1 && month <= 12 && day >= 1 &&
                          day <= 28 && hour <= 23 && minute <= 59 && second <= 59;
    if (!is_usual) return false;
    const auto days = month_begins[static_cast<std::size_t>((year - first_year) * 12 + month - 1)] + day - 1;
    at = Instant{std::chrono::seconds{((days * std::int64_t{24} + hour) * 60 + minute) * 60 + second}};
    return true;
}

std::optional<Instant> time_of(std::string_view text) {
    if (Instant usual{}; read_usual_time(text, usual)) return usual;
    const auto at = parse_iso8601(text);
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
