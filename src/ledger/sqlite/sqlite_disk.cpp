#include "sqlite_disk.hpp"

#include <cerrno>
#include <random>
#include <utility>

namespace denwaban::sqlite {

namespace {

[[nodiscard]] Unexpected<Errors> nothing_in(const std::string& path) {
    return {Errors{{ErrorCode::corrupt, path + " is empty: no ledger was written to it", {}}}};
}

[[nodiscard]] ErrorCode meaning_of(const std::error_code& why) {
    if (disk::is_full(why)) return ErrorCode::storage_full;
    switch (why.value()) {
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

std::optional<disk::FileIdentity> identity_of(const std::string& path) {
    const auto found = disk::status_of(path);
    return found ? std::optional{found->identity} : std::nullopt;
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
    const auto found = disk::status_of(path);
    if (!found) return failure_at(path, found.error());
    if (found->kind == disk::FileKind::folder) {
        return failure_at(path, std::make_error_code(std::errc::is_a_directory));
    }
    // A pipe may have nothing to say.
    if (found->kind == disk::FileKind::file && found->bytes == 0) return nothing_in(path);
    const auto why = disk::try_to_read(path);
    if (!why) return std::monostate{};
    return Unexpected{Errors{{ErrorCode::not_allowed, path + ": " + why.message(), {}}}};
}

Done check_holds_something(const std::string& path) {
    const auto found = disk::status_of(path);
    if (!found) return failure_at(path, found.error());
    if (found->kind != disk::FileKind::file) return invalid(path + " is no file");
    if (found->bytes > 0) return std::monostate{};
    return nothing_in(path);
}

Done check_replaceable(const std::string& path) {
    const auto found = disk::status_of(path);
    if (!found || found->kind == disk::FileKind::file) return std::monostate{};
    return invalid(path + " is no file");
}

std::string name_of_file(const std::string& path) { return path.starts_with("file:") ? "./" + path : path; }

std::error_code last_error() { return {errno, std::generic_category()}; }

Unexpected<Errors> failure_at(const std::string& path, const std::error_code& why) {
    return {Errors{{meaning_of(why), path + ": " + why.message(), {}}}};
}

PartialFile::PartialFile(std::string path)
    : path_(std::move(path)),
      name_(path_ + ".partial-" + std::to_string(std::random_device{}())),
      failed_(disk::make_new(name_)) {}

PartialFile::~PartialFile() {
    if (failed_) return;
    for (const auto* beside : {"-journal", "-wal", "-shm"}) disk::remove(name_ + beside);
    if (!has_arrived_) disk::remove(name_);
}

Done PartialFile::arrive(Arrival arrival) {
    if (const auto why = disk::sync(name_)) return failure_at(path_, why);
    const bool is_first = arrival == Arrival::is_first;
    const auto moved = is_first ? disk::put_first(name_, path_) : disk::put_in_place(name_, path_);
    if (moved) return failure_at(path_, moved);
    has_arrived_ = true;
    if (const auto why = disk::sync_folder_of(path_)) return failure_at(path_, why);
    return std::monostate{};
}

}  // namespace denwaban::sqlite
