#include "records_options.hpp"

#include <algorithm>
#include <array>

#include <denwaban/core/time.hpp>

#include "flags.hpp"

namespace denwaban::cli {

namespace {

struct NamedFormat {
    std::string_view name;
    CallsFormat format;
};
constexpr std::array calls_formats{
    NamedFormat{"ndjson", CallsFormat::ndjson},
    NamedFormat{"csv", CallsFormat::csv},
    NamedFormat{"bigquery-ndjson", CallsFormat::bigquery_ndjson},
};

[[nodiscard]] Refusal set_calls_format(RecordsOptions& options, const std::string& value) {
    const auto found = std::ranges::find(calls_formats, value, &NamedFormat::name);
    if (found == calls_formats.end()) return "no such format (ndjson, csv, bigquery-ndjson): " + value;
    options.to = found->format;
    return {};
}
[[nodiscard]] Refusal set_restaurants(RecordsOptions& options, const std::string& value) {
    options.restaurants = value;
    return {};
}
[[nodiscard]] Refusal set_wait(RecordsOptions& options, const std::string& value) {
    const auto hours = denwaban::detail::decimal(value);
    if (!hours || *hours == 0) return "not a number of hours: " + value;
    options.wait = std::chrono::hours{*hours};
    return {};
}

using RecordsFlag = Flag<RecordsOptions>;
constexpr std::array records_flags{
    RecordsFlag{"--to", RecordsFlag::Takes::value, set_calls_format},
    RecordsFlag{"--restaurants", RecordsFlag::Takes::value, set_restaurants},
    RecordsFlag{"--wait", RecordsFlag::Takes::value, set_wait},
};

}  // namespace

Expected<RecordsOptions, std::string> parse_records_options(const std::vector<std::string>& words) {
    RecordsOptions options;
    auto names = read_flags<RecordsOptions>(words, records_flags, options);
    if (!names) return Unexpected{names.error()};
    if (names->empty()) return Unexpected{std::string{"a file or a folder is wanted"}};
    options.paths = *std::move(names);
    return options;
}

}  // namespace denwaban::cli
