#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>

namespace denwaban::cli {

/// How calls are written.
enum class CallsFormat { ndjson, csv, bigquery_ndjson };

struct RecordsOptions {
    std::vector<std::string> paths;  ///< files and folders; `-` is standard input
    CallsFormat to = CallsFormat::ndjson;
    std::optional<std::string> restaurants;
    std::chrono::hours wait{48};
};

inline constexpr std::string_view records_usage =
    R"(usage: denwaban records FILE|FOLDER... [options]

Reads contact records (a line each, one behind the other, over many lines or in lists, in gzip or not) and writes the
calls that they are to standard output, spans of time in milliseconds. Folders are read whole, by the names of their files; `-` is standard input. What is no contact record
is told as FILE:LINE, and costs nothing else. Exits with 1 if there was such, or a call beyond what is known of holidays
(it has no place, and is counted), 2 if something could not be read at all.

  --to FORMAT         ndjson, csv or bigquery-ndjson (rows as the table of `bigquery_table_sql` has them)
  --restaurants FILE  a JSON array of restaurants, for rows with the restaurant that was dialled, and its hours then
  --wait HOURS        write a call when the newest record is so much newer than all of its own; 48 if not given. What
                      comes of it after that is a row of its own: memory holds the calls of so many hours
)";

/// Reads the words after `denwaban records`. The error is a sentence for the user.
[[nodiscard]] Expected<RecordsOptions, std::string> parse_records_options(const std::vector<std::string>& words);

}  // namespace denwaban::cli
