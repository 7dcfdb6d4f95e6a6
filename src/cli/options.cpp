#include "options.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace denwaban::cli {

namespace {

using Refusal = std::optional<std::string>;

[[nodiscard]] std::optional<date::year_month> parse_month(const std::string& text) {
    const auto first = parse_date(text + "-01");
    if (!first) return std::nullopt;
    const date::year_month_day civil{*first};
    return civil.year() / civil.month();
}

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

struct Flag {
    std::string_view name;
    Refusal (*set)(Options&, const std::string&);
};
constexpr std::array flags{Flag{"--from", set_from},   Flag{"--close", set_close}, Flag{"--zone", set_zone},
                           Flag{"--month", set_month}, Flag{"--at", set_at},       Flag{"--explain", set_explain},
                           Flag{"--to", set_to}};

}  // namespace

std::optional<LocalTime> parse_local_time(const std::string& text) {
    if (text.size() != 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto minute = parse_minute_of_day(text.substr(11));
    if (!date || !minute || minute->count() >= 24 * 60) return std::nullopt;
    return at(*date, *minute);
}

Expected<Options, std::string> parse_options(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--svg") {
            options.wanted = PrintSvg{};
            continue;
        }
        if (words[i] == "-" || words[i].empty() || words[i][0] != '-') {
            options.file = words[i];
            continue;
        }
        const auto* flag =
            std::find_if(flags.begin(), flags.end(), [&](const Flag& each) { return each.name == words[i]; });
        if (flag == flags.end()) return Unexpected{"no such option: " + words[i]};
        if (i + 1 == words.size()) return Unexpected{words[i] + " needs a value"};
        if (auto refusal = flag->set(options, words[++i])) return Unexpected{*std::move(refusal)};
    }
    return options;
}

}  // namespace denwaban::cli
