#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

#include "ledger/system/files.hpp"
#include "sqlite_connection.hpp"

/// Files, as a ledger has them: nobody else's to read.
namespace denwaban::sqlite {

/// Where a ledger is that has no file.
inline constexpr auto in_memory = ":memory:";

[[nodiscard]] std::optional<disk::FileIdentity> identity_of(const std::string& path);

[[nodiscard]] Unexpected<Errors> invalid(std::string message);
/// Errors: `invalid_value` for no path at all, and for one with NUL in it, which would end there.
[[nodiscard]] Done check_path(const std::string& path);
/// The same of what is to become a file, or is one.
[[nodiscard]] Done check_file_path(const std::string& path);
/// Errors: `invalid_value` where there is no file that can be read, `not_allowed` where one may not, `corrupt` for an
/// empty one.
[[nodiscard]] Done check_readable(const std::string& path);
/// What is there is a file, and not an empty one. Errors: `invalid_value`, `corrupt`.
[[nodiscard]] Done check_holds_something(const std::string& path);
/// What is there, if anything, is a file: only such is replaced, and no device, pipe or folder. Errors:
/// `invalid_value`.
[[nodiscard]] Done check_replaceable(const std::string& path);
/// How SQLite, which may take what begins with `file:` for a URI, calls the file.
[[nodiscard]] std::string name_of_file(const std::string& path);

/// What errno says.
[[nodiscard]] std::error_code last_error();
/// Why something could not be done with a file: `storage_full`; `read_only` where it may not be written;
/// `invalid_value` for a path that leads to no such file; `unavailable` where one may ask again.
[[nodiscard]] Unexpected<Errors> failure_at(const std::string& path, const std::error_code& why);

/// What becomes of a file that stands already where another arrives.
enum class Arrival : std::uint8_t { replaces, is_first };

/// A file of the user's alone on its way to a path: nobody sees it there before it is whole and on the disk.
class PartialFile {
public:
    explicit PartialFile(std::string path);
    /// Leaves nothing of what has not arrived.
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    /// Where it is meanwhile: beside its path, and empty at first.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// Why there is none.
    [[nodiscard]] const std::error_code& failed() const noexcept { return failed_; }
    /// Precondition: there is one, and nobody has it open. Errors: those of `failure_at`.
    [[nodiscard]] Done arrive(Arrival arrival);

private:
    std::string path_;
    std::string name_;
    std::error_code failed_;
    bool has_arrived_ = false;
};

}  // namespace denwaban::sqlite
