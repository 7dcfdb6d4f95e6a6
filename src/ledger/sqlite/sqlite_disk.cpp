#include "sqlite_disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <random>
#include <utility>

namespace denwaban::sqlite {

namespace {

class Descriptor {
public:
    Descriptor(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool is_synced() const { return number_ >= 0 && ::fsync(number_) == 0; }

private:
    int number_;
};

[[nodiscard]] Unexpected<Errors> nothing_in(const std::string& path) {
    return {Errors{{ErrorCode::corrupt, path + " is empty: no ledger was written to it", {}}}};
}

/// Whether what stands in a file is on the disk, or in a folder what names it has.
[[nodiscard]] bool is_on_disk(const std::string& path) { return Descriptor{path, O_RDONLY}.is_synced(); }
[[nodiscard]] std::string folder_of(const std::string& path) {
    const auto folder = std::filesystem::path{path}.parent_path();
    return folder.empty() ? "." : folder.string();
}

[[nodiscard]] ErrorCode meaning_of(const std::error_code& why) {
    switch (why.value()) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return ErrorCode::storage_full;
        case EACCES:
        case EPERM:
        case EROFS:
            return ErrorCode::read_only;
        case EEXIST:
        case EISDIR:
        case ELOOP:
        case ENAMETOOLONG:
        case ENOENT:
        case ENOTDIR:
            return ErrorCode::invalid_value;
        default:
            return ErrorCode::unavailable;
    }
}

}  // namespace

std::optional<FileIdentity> identity_of(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return FileIdentity{static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino)};
}

Unexpected<Errors> invalid(std::string message) { return {Errors{{ErrorCode::invalid_value, std::move(message), {}}}}; }

Done check_path(const std::string& path) {
    if (path.empty()) return invalid("the path is empty");
    if (path.find('\0') != path.npos) return invalid("a path has no NUL");
    return std::monostate{};
}

Done check_file_path(const std::string& path) {
    if (path == in_memory) return invalid(path + " is no file");
    return check_path(path);
}

Done check_readable(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return failure_at(path, last_error());
    if (S_ISDIR(found.st_mode)) return failure_at(path, std::make_error_code(std::errc::is_a_directory));
    // A pipe may have nothing to say.
    if (S_ISREG(found.st_mode) && found.st_size == 0) return nothing_in(path);
    if (::access(path.c_str(), R_OK) == 0) return std::monostate{};
    return Unexpected{Errors{{ErrorCode::not_allowed, path + ": " + last_error().message(), {}}}};
}

Done check_holds_something(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return failure_at(path, last_error());
    if (!S_ISREG(found.st_mode)) return invalid(path + " is no file");
    if (found.st_size > 0) return std::monostate{};
    return nothing_in(path);
}

Done check_replaceable(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0 || S_ISREG(found.st_mode)) return std::monostate{};
    return invalid(path + " is no file");
}

std::string name_of_file(const std::string& path) { return path.starts_with("file:") ? "./" + path : path; }

std::error_code last_error() { return {errno, std::generic_category()}; }

Unexpected<Errors> failure_at(const std::string& path, const std::error_code& why) {
    return {Errors{{meaning_of(why), path + ": " + why.message(), {}}}};
}

PartialFile::PartialFile(std::string path)
    : path_(std::move(path)), name_(path_ + ".partial-" + std::to_string(std::random_device{}())) {
    const auto made = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) {
        failed_ = last_error();
    } else {
        ::close(made);
    }
}

PartialFile::~PartialFile() {
    if (failed_) return;
    for (const auto* beside : {"-journal", "-wal", "-shm"}) std::remove((name_ + beside).c_str());
    if (!has_arrived_) std::remove(name_.c_str());
}

Done PartialFile::arrive(Arrival arrival) {
    if (!is_on_disk(name_)) return failure_at(path_, last_error());
    if (const auto why = put_in_place(arrival)) return failure_at(path_, why);
    has_arrived_ = true;
    if (!is_on_disk(folder_of(path_))) return failure_at(path_, last_error());
    return std::monostate{};
}

std::error_code PartialFile::put_in_place(Arrival arrival) {
    if (arrival == Arrival::is_first) {
        if (::link(name_.c_str(), path_.c_str()) == 0) {
            std::remove(name_.c_str());
            return {};
        }
        // Not every file system has links.
        if (const bool has_none = errno == EPERM || errno == ENOTSUP || errno == ENOSYS; !has_none) return last_error();
        if (identity_of(path_)) return std::make_error_code(std::errc::file_exists);
    }
    return std::rename(name_.c_str(), path_.c_str()) == 0 ? std::error_code{} : last_error();
}

}  // namespace denwaban::sqlite
