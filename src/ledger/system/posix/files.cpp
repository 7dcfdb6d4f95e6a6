#include "ledger/system/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace denwaban::disk {

namespace {

[[nodiscard]] std::error_code last_error() { return {errno, std::generic_category()}; }
[[nodiscard]] std::error_code unless(bool is_done) { return is_done ? std::error_code{} : last_error(); }

class Descriptor {
public:
    Descriptor(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] bool is_synced() const { return number_ >= 0 && is_on_disk(); }

private:
    [[nodiscard]] bool is_on_disk() const {
#ifdef F_FULLFSYNC
        // macOS leaves it in the disk's own memory else. Not every file system has it.
        if (::fcntl(number_, F_FULLFSYNC) == 0) return true;
#endif
        return ::fsync(number_) == 0;
    }

    int number_;
};

[[nodiscard]] FileKind kind_of(const struct stat& found) {
    if (S_ISREG(found.st_mode)) return FileKind::file;
    return S_ISDIR(found.st_mode) ? FileKind::folder : FileKind::other;
}

}  // namespace

std::filesystem::path path_of(const std::string& path) { return path; }

Expected<FileStatus, std::error_code> status_of(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return Unexpected{last_error()};
    const FileIdentity identity{static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino)};
    return FileStatus{identity, kind_of(found), static_cast<std::uint64_t>(found.st_size)};
}

std::error_code try_to_read(const std::string& path) { return unless(::access(path.c_str(), R_OK) == 0); }

std::error_code make_new(const std::string& path) {
    const auto made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) return last_error();
    ::close(made);
    return {};
}

std::FILE* open_to_write(const std::string& path) { return std::fopen(path.c_str(), "wbe"); }

std::error_code sync(const std::string& path) { return unless(Descriptor{path, O_RDONLY}.is_synced()); }

std::error_code sync_folder_of(const std::string& path) {
    const auto folder = std::filesystem::path{path}.parent_path();
    return sync(folder.empty() ? "." : folder.string());
}

std::error_code put_first(const std::string& from, const std::string& to) {
    if (::link(from.c_str(), to.c_str()) == 0) {
        remove(from);
        return {};
    }
    // Not every file system has links.
    if (const bool has_none = errno == EPERM || errno == ENOTSUP || errno == ENOSYS; !has_none) return last_error();
    if (status_of(to)) return std::make_error_code(std::errc::file_exists);
    return put_in_place(from, to);
}

std::error_code put_in_place(const std::string& from, const std::string& to) {
    return unless(std::rename(from.c_str(), to.c_str()) == 0);
}

void remove(const std::string& path) { std::remove(path.c_str()); }

std::error_code error_of(int number) { return {number, std::generic_category()}; }

bool is_full(const std::error_code& why) {
    return why.value() == ENOSPC || why.value() == EDQUOT || why.value() == EFBIG;
}

}  // namespace denwaban::disk
