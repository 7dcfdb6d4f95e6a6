#include "options.hpp"

#include <array>
#include <utility>

#include "flags.hpp"

namespace denwaban::cli {

namespace {

[[nodiscard]] Refusal set_from(Options& options, const std::string& value) {
    options.from = parse_hours_format(value);
    return options.from ? Refusal{} : "no such format: " + value;
}
[[nodiscard]] Refusal set_close(Options& options, const std::string& value) {
    options.close = value;
    return {};
}
[[nodiscard]] Refusal set_zone(Options& options, const std::string& value) {
    options.zone = value;
    return {};
}
[[nodiscard]] Refusal set_month(Options& options, const std::string& value) {
    options.month = parse_month(value);
    return options.month ? Refusal{} : "not a month (2026-11): " + value;
}
[[nodiscard]] Refusal set_at(Options& options, const std::string& value) {
    const auto at = parse_local_time(value);
    if (!at) return "not a local time (2026-11-23T19:00): " + value;
    options.wanted = PrintAt{*at};
    return {};
}
[[nodiscard]] Refusal set_explain(Options& options, const std::string& value) {
    const auto date = parse_date(value);
    if (!date) return "not a date (2026-11-23): " + value;
    options.wanted = PrintExplanation{*date};
    return {};
}
[[nodiscard]] Refusal set_to(Options& options, const std::string& value) {
    const auto format = parse_hours_format(value);
    if (!format) return "no such format: " + value;
    options.wanted = PrintFormat{*format};
    return {};
}

[[nodiscard]] Refusal set_svg(Options& options, const std::string&) {
    options.wanted = PrintSvg{};
    return {};
}

using HoursFlag = Flag<Options>;
constexpr std::array flags{
    HoursFlag{"--from", HoursFlag::Takes::value, set_from},
    HoursFlag{"--close", HoursFlag::Takes::value, set_close},
    HoursFlag{"--zone", HoursFlag::Takes::value, set_zone},
    HoursFlag{"--month", HoursFlag::Takes::value, set_month},
    HoursFlag{"--at", HoursFlag::Takes::value, set_at},
    HoursFlag{"--explain", HoursFlag::Takes::value, set_explain},
    HoursFlag{"--to", HoursFlag::Takes::value, set_to},
    HoursFlag{"--svg", HoursFlag::Takes::nothing, set_svg},
};

}  // namespace

std::optional<date::year_month> parse_month(const std::string& text) {
    const auto first = parse_date(text + "-01");
    if (!first) return std::nullopt;
    const date::year_month_day civil{*first};
    return civil.year() / civil.month();
}

std::optional<LocalTime> parse_local_time(const std::string& text) {
    if (text.size() != 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto minute = parse_minute_of_day(text.substr(11));
    if (!date || !minute || minute->count() >= 24 * 60) return std::nullopt;
    return at(*date, *minute);
}

Expected<Options, std::string> parse_options(const std::vector<std::string>& words) {
    Options options;
    const auto names = read_flags<Options>(words, flags, options);
    if (!names) return Unexpected{names.error()};
    if (!names->empty()) options.file = names->back();
    return options;
}

}  // namespace denwaban::cli
