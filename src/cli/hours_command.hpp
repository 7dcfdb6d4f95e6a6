#pragma once

#include <iosfwd>
#include <string>

#include "options.hpp"

namespace denwaban::cli {

enum class Exit : int { understood = 0, findings = 1, unreadable = 2 };

/// Where the command writes, and whether that is a terminal that shows colours.
struct Streams {
    std::ostream& out;
    std::ostream& errors;
    bool colours;
};

/// `denwaban hours`, but for reading its file: prints what is wanted of the hours in `text`, and findings as errors.
/// `now` is the month and date to print where none is asked for.
[[nodiscard]] Exit print_hours(const std::string& text, const Options& options, Instant now, const Streams& streams);

}  // namespace denwaban::cli
