#pragma once

#include <functional>
#include <istream>
#include <string>
#include <vector>

#include <denwaban/records/contact_record.hpp>
#include <denwaban/restaurant/directory.hpp>

#include "hours_command.hpp"
#include "progress.hpp"

namespace denwaban::cli {

/// What the paths name, folders whole, `-` being standard input.
struct RecordFiles {
    std::vector<std::string> names;
    std::uint64_t size = 0;
};
[[nodiscard]] RecordFiles files_in(const std::vector<std::string>& paths);

/// Takes every contact record of some files; what is none, or can't be read, is told with its place.
[[nodiscard]] Exit read_records(std::istream& in, const RecordFiles& files, std::ostream& errors, Progress& progress,
                                const std::function<void(ContactRecord)>& take);

/// The restaurants of a file, opened by their own clocks.
[[nodiscard]] Expected<Directory, Errors> directory_in(const std::string& path);
/// A whole file. Errors: `unavailable`.
[[nodiscard]] Expected<std::string, Errors> text_in(const std::string& path);

}  // namespace denwaban::cli
