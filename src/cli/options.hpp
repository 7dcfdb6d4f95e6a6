#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/formats/hours_formats.hpp>

namespace denwaban::cli {

/// What is to be printed of the hours that were read.
struct PrintMonth {};
struct PrintSvg {};
struct PrintAt {
    LocalTime at;
};
struct PrintExplanation {
    Date date;
};
struct PrintFormat {
    HoursFormat format;
};
using Wanted = std::variant<PrintMonth, PrintSvg, PrintAt, PrintExplanation, PrintFormat>;

struct Options {
    std::string file = "-";  ///< `-` is standard input
    std::optional<HoursFormat> from;
    std::string close;  ///< the closing days of a listing, if they stand apart
    std::optional<date::year_month> month;
    std::optional<std::string> zone;
    Wanted wanted = PrintMonth{};
};

inline constexpr std::string_view usage =
    R"(usage: denwaban hours [FILE] [options]

Reads a restaurant's hours from FILE or standard input and prints a month of them.
Exits with 0 if all was understood, 1 if something found weighs more than a note, 2 if nothing could be read.

  --from FORMAT   json, japanese, osm, amazon_connect, schema_org or google; found out if not given
  --close TEXT    the closing days of a Japanese listing, where they stand apart from its hours
  --zone ZONE     the restaurant's time zone; Asia/Tokyo if neither this nor the document says one
  --month MONTH   the month to print, 2026-11; this month if not given
  --svg           print the month as an SVG picture
  --at TIME       what holds at a local time, 2026-11-23T19:00
  --explain DATE  why a date is as it is, 2026-11-23
  --to FORMAT     the same hours in another format; for the next twelve months where it needs dates
)";

/// 2026-11.
[[nodiscard]] std::optional<date::year_month> parse_month(const std::string& text);
/// 2026-11-23T19:00.
[[nodiscard]] std::optional<LocalTime> parse_local_time(const std::string& text);

/// Reads the words after `denwaban hours`. The error is a sentence for the user.
[[nodiscard]] Expected<Options, std::string> parse_options(const std::vector<std::string>& words);

}  // namespace denwaban::cli
