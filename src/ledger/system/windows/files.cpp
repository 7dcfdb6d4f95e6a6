#include "ledger/system/files.hpp"

#ifndef NOMINMAX
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace denwaban::disk {

namespace {

struct Meaning {
    DWORD windows;
    std::errc ours;
};
constexpr std::array meanings{
    Meaning{ERROR_FILE_NOT_FOUND, std::errc::no_such_file_or_directory},
    Meaning{ERROR_PATH_NOT_FOUND, std::errc::no_such_file_or_directory},
    Meaning{ERROR_INVALID_DRIVE, std::errc::no_such_file_or_directory},
    Meaning{ERROR_INVALID_NAME, std::errc::no_such_file_or_directory},
    Meaning{ERROR_BAD_PATHNAME, std::errc::no_such_file_or_directory},
    Meaning{ERROR_BAD_NETPATH, std::errc::no_such_file_or_directory},
    Meaning{ERROR_DIRECTORY, std::errc::not_a_directory},
    Meaning{ERROR_FILENAME_EXCED_RANGE, std::errc::filename_too_long},
    Meaning{ERROR_FILE_EXISTS, std::errc::file_exists},
    Meaning{ERROR_ALREADY_EXISTS, std::errc::file_exists},
    Meaning{ERROR_ACCESS_DENIED, std::errc::permission_denied},
    Meaning{ERROR_WRITE_PROTECT, std::errc::read_only_file_system},
    Meaning{ERROR_SHARING_VIOLATION, std::errc::device_or_resource_busy},
    Meaning{ERROR_LOCK_VIOLATION, std::errc::device_or_resource_busy},
    Meaning{ERROR_TOO_MANY_OPEN_FILES, std::errc::too_many_files_open},
    Meaning{ERROR_NOT_ENOUGH_MEMORY, std::errc::not_enough_memory},
    Meaning{ERROR_DISK_FULL, std::errc::no_space_on_device},
    Meaning{ERROR_HANDLE_DISK_FULL, std::errc::no_space_on_device},
    Meaning{ERROR_DISK_QUOTA_EXCEEDED, std::errc::no_space_on_device},
    Meaning{ERROR_FILE_TOO_LARGE, std::errc::file_too_large},
};

[[nodiscard]] std::error_code meaning_of(DWORD number) {
    const auto* const found =
        std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& one) { return one.windows == number; });
    return std::make_error_code(found == meanings.end() ? std::errc::io_error : found->ours);
}
[[nodiscard]] std::error_code last_error() { return meaning_of(::GetLastError()); }
[[nodiscard]] std::error_code unless(bool is_done) { return is_done ? std::error_code{} : last_error(); }

class Handle {
public:
    Handle(const std::string& path, DWORD access, DWORD disposition, DWORD flags)
        : handle_(::CreateFileW(path_of(path).c_str(), access, shared, nullptr, disposition, flags, nullptr)) {}
    ~Handle() {
        if (is_open()) ::CloseHandle(handle_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    [[nodiscard]] bool is_open() const noexcept { return handle_ != INVALID_HANDLE_VALUE; }
    [[nodiscard]] HANDLE get() const noexcept { return handle_; }

private:
    /// As SQLite opens its files: whoever has one open hinders nobody.
    static constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

    HANDLE handle_;
};

[[nodiscard]] constexpr std::uint64_t whole(DWORD high, DWORD low) { return std::uint64_t{high} << 32U | low; }

[[nodiscard]] std::error_code move_to(const std::string& from, const std::string& to, DWORD flags) {
    // It comes back when the disk has it, and so has what names it.
    return unless(::MoveFileExW(path_of(from).c_str(), path_of(to).c_str(), flags | MOVEFILE_WRITE_THROUGH) != 0);
}

}  // namespace

std::filesystem::path path_of(const std::string& path) {
    return std::filesystem::path{std::u8string{path.begin(), path.end()}};
}

Expected<FileStatus, std::error_code> status_of(const std::string& path) {
    const Handle opened{path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS};
    if (!opened.is_open()) return Unexpected{last_error()};
    if (::GetFileType(opened.get()) != FILE_TYPE_DISK) return FileStatus{};
    BY_HANDLE_FILE_INFORMATION found{};
    if (::GetFileInformationByHandle(opened.get(), &found) == 0) return Unexpected{last_error()};
    const bool is_folder = (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    return FileStatus{{found.dwVolumeSerialNumber, whole(found.nFileIndexHigh, found.nFileIndexLow)},
                      is_folder ? FileKind::folder : FileKind::file,
                      whole(found.nFileSizeHigh, found.nFileSizeLow)};
}

std::error_code try_to_read(const std::string& path) {
    return unless(Handle{path, GENERIC_READ, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL}.is_open());
}

/// Whose it is the folder says: a file takes over its rights.
std::error_code make_new(const std::string& path) {
    return unless(Handle{path, GENERIC_WRITE, CREATE_NEW, FILE_ATTRIBUTE_NORMAL}.is_open());
}

std::FILE* open_to_write(const std::string& path) { return ::_wfopen(path_of(path).c_str(), L"wbN"); }

std::error_code sync(const std::string& path) {
    const Handle opened{path, GENERIC_WRITE, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL};
    return unless(opened.is_open() && ::FlushFileBuffers(opened.get()) != 0);
}

/// Whoever moved a file has waited for that.
std::error_code sync_folder_of(const std::string& /*path*/) { return {}; }

std::error_code put_first(const std::string& from, const std::string& to) { return move_to(from, to, 0); }

std::error_code put_in_place(const std::string& from, const std::string& to) {
    return move_to(from, to, MOVEFILE_REPLACE_EXISTING);
}

void remove(const std::string& path) { ::DeleteFileW(path_of(path).c_str()); }

std::error_code error_of(int number) { return meaning_of(static_cast<DWORD>(number)); }

bool is_full(const std::error_code& why) { return why.value() == ENOSPC || why.value() == EFBIG; }

}  // namespace denwaban::disk
