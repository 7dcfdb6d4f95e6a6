#pragma once

#include <chrono>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <date/date.h>

#include <denwaban/core/expected.hpp>

#include "hours_command.hpp"

namespace denwaban::cli {

struct ReportOptions {
    std::vector<std::string> paths;  ///< files and folders; `-` is standard input
    std::optional<date::year_month> month;
    std::optional<std::string> html;  ///< the file that is written; `-` is standard output; without it, text
    std::optional<std::string> restaurants;
    std::optional<std::string> bookings;
    std::chrono::seconds threshold{20};
    std::string zone = "Asia/Tokyo";
};

inline constexpr std::string_view report_usage =
    R"(usage: denwaban records report --month MONTH FILE|FOLDER... [options]

Reads contact records as `denwaban records` does, and shows a month of them as pictures of text: the funnel from call to
booking, the week, the quarter hours. --html writes it all, with its tables, as one HTML document in Japanese that needs
nothing but itself. It is of the days from the first record to the newest; calls of other months are looked at for who
called again. Exits as `denwaban records` does.

  --month MONTH        2026-11
  --html REPORT        the file to write; - is standard output
  --restaurants FILE   a JSON array of restaurants: their names, and the kinds of their days
  --bookings FILE      a JSON array of bookings, as `reconcile` takes them; without it nothing is said of bookings
  --threshold SECONDS  in time is answered within; 20 if not given
  --zone ZONE          Asia/Tokyo if not given
)";

/// Reads the words after `denwaban records report`. The error is a sentence for the user.
[[nodiscard]] Expected<ReportOptions, std::string> parse_report_options(const std::vector<std::string>& words);

/// `denwaban records report`. `clock` as for `convert_records`.
[[nodiscard]] Exit report_records(std::istream& in, const ReportOptions& options, const Streams& streams,
                                  bool is_terminal, std::chrono::milliseconds (*clock)());

}  // namespace denwaban::cli
