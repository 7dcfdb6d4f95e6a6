#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sqlite_connection.hpp"

/// Files, as a ledger has them: nobody else's to read.
namespace denwaban::sqlite {

/// Where a ledger is that has no file.
inline constexpr auto in_memory = ":memory:";

/// Which file it is, whatever it is called.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t file = 0;
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};
[[nodiscard]] std::optional<FileIdentity> identity_of(const std::string& path);

[[nodiscard]] Unexpected<Errors> invalid(std::string message);
/// Errors: `invalid_value` for no path at all, and for one with NUL in it, which would end there.
[[nodiscard]] Done check_path(const std::string& path);
/// The same of what is to become a file, or is one.
[[nodiscard]] Done check_file_path(const std::string& path);
/// How SQLite, which may take what begins with `file:` for a URI, calls the file.
[[nodiscard]] std::string name_of_file(const std::string& path);

/// An open file for writing that was not there; -1 where it can't be made.
[[nodiscard]] int make_private_file(const std::string& path);
/// Makes an empty file where there is none. Whether it did.
bool make_empty_private_file(const std::string& path);

/// Whether what stands in a file, and that there is one, is on the disk.
[[nodiscard]] bool reaches_the_disk(const std::string& path);

}  // namespace denwaban::sqlite
