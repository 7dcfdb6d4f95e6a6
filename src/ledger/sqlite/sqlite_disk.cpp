#include "sqlite_disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

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

std::string name_of_file(const std::string& path) { return path.starts_with("file:") ? "./" + path : path; }

int make_private_file(const std::string& path) {
    return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

bool make_empty_private_file(const std::string& path) {
    const auto made = make_private_file(path);
    if (made < 0) return false;
    ::close(made);
    return true;
}

bool reaches_the_disk(const std::string& path) {
    const auto folder = std::filesystem::path{path}.parent_path();
    return Descriptor{path, O_RDONLY}.is_synced() &&
           Descriptor{folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY}.is_synced();
}

}  // namespace denwaban::sqlite
