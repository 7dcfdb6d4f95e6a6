#pragma once

#include <chrono>
#include <istream>

#include "hours_command.hpp"
#include "records_options.hpp"

namespace denwaban::cli {

/// `denwaban records`: reads what the options name, `-` being `in`. `clock` is for the bar on `streams.errors`, if that
/// is a terminal.
[[nodiscard]] Exit convert_records(std::istream& in, const RecordsOptions& options, const Streams& streams,
                                   bool is_terminal, std::chrono::milliseconds (*clock)());

}  // namespace denwaban::cli
