#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include <denwaban/core/expected.hpp>

/// Files by each system's own calls. A path is UTF-8; why something failed is one of errno's numbers, on every system.
namespace denwaban::disk {

/// Which file it is, whatever it is called.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t file = 0;
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

enum class FileKind : std::uint8_t { file, folder, other };

struct FileStatus {
    FileIdentity identity;
    FileKind kind = FileKind::other;
    std::uint64_t bytes = 0;
};

[[nodiscard]] std::filesystem::path path_of(const std::string& path);
[[nodiscard]] Expected<FileStatus, std::error_code> status_of(const std::string& path);
/// Why this user may not read it; nothing where they may.
[[nodiscard]] std::error_code try_to_read(const std::string& path);

/// Makes an empty file of the user's alone, where nothing is yet.
[[nodiscard]] std::error_code make_new(const std::string& path);
/// To write what stands in it anew; null where errno says why not. No program that is started has it.
[[nodiscard]] std::FILE* open_to_write(const std::string& path);
/// Waits until what stands in a file is on the disk.
[[nodiscard]] std::error_code sync(const std::string& path);
/// The same of what names the files of the folder that a path is in.
[[nodiscard]] std::error_code sync_folder_of(const std::string& path);

/// Moves a file to a path where nothing is yet.
[[nodiscard]] std::error_code put_first(const std::string& from, const std::string& to);
/// Moves a file to a path in place of what is there, which is there until then.
[[nodiscard]] std::error_code put_in_place(const std::string& from, const std::string& to);
/// If it is there.
void remove(const std::string& path);

/// What the system's own number says, by which SQLite tells why it could not open a file.
[[nodiscard]] std::error_code error_of(int number);
/// Whether the disk has no room for it, or the user has no more of it.
[[nodiscard]] bool is_full(const std::error_code& why);

}  // namespace denwaban::disk
