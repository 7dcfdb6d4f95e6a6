#include <denwaban/ledger/sqlite_files.hpp>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <random>
#include <string_view>
#include <system_error>
#include <utility>

#include "sqlite_disk.hpp"

namespace denwaban {

namespace {

using sqlite::Done;

[[nodiscard]] Unexpected<Errors> failure(const std::string& path, const std::error_code& why) {
    const auto code = why == std::errc::no_space_on_device ? ErrorCode::storage_full : ErrorCode::unavailable;
    return {Errors{{code, path + ": " + why.message(), {}}}};
}
[[nodiscard]] std::error_code last_error() { return {errno, std::generic_category()}; }

/// A file on its way to a path: nobody sees it there before it is whole.
class PartialFile {
public:
    explicit PartialFile(std::string path)
        : path_(std::move(path)), partial_(path_ + ".partial-" + std::to_string(std::random_device{}())) {
        const auto made = sqlite::make_private_file(partial_);
        if (made >= 0) file_.reset(fdopen(made, "wb"));
        if (!file_) note();
    }
    ~PartialFile() {
        file_.reset();
        std::error_code none;
        if (!partial_.empty()) std::filesystem::remove(partial_, none);
    }
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    /// After the first that fails, nothing is written.
    void write_line(std::string_view line) {
        if (failed_) return;
        const bool is_written = std::fwrite(line.data(), 1, line.size(), file_.get()) == line.size() &&
                                std::fputc('\n', file_.get()) != EOF;
        if (!is_written) note();
    }

    [[nodiscard]] Done finish() {
        if (!failed_ && !reaches_the_disk()) note();
        if (!failed_) std::filesystem::rename(partial_, path_, failed_);
        if (failed_) return failure(path_, failed_);
        partial_.clear();
        if (!sqlite::reaches_the_disk(path_)) return failure(path_, last_error());
        return std::monostate{};
    }

private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    void note() { failed_ = last_error(); }
    [[nodiscard]] bool reaches_the_disk() {
        if (std::fflush(file_.get()) != 0) return false;
        return std::fclose(file_.release()) == 0 && sqlite::reaches_the_disk(partial_);
    }

    std::string path_;
    std::string partial_;
    std::unique_ptr<std::FILE, Close> file_;
    std::error_code failed_;
};

}  // namespace

Done export_to(SqliteLedger& ledger, const std::string& path) {
    if (auto right = sqlite::check_file_path(path); !right) return right;
    if (ledger.is_at(path)) return sqlite::invalid("is the ledger's own file: " + path);
    PartialFile file{path};
    auto exported = ledger.export_lines([&](std::string_view line) { file.write_line(line); });
    return exported ? file.finish() : exported;
}

Done import_from(SqliteLedger& ledger, const std::string& path) {
    if (auto right = sqlite::check_file_path(path); !right) return right;
    std::ifstream file{path, std::ios::binary};
    if (!file) return failure(path, last_error());
    auto imported = ledger.import_lines([&]() -> std::optional<std::string> {
        std::string line;
        if (std::getline(file, line)) return line;
        // What is no JSON undoes all that was read before it.
        return file.bad() ? std::optional{std::string{}} : std::nullopt;
    });
    if (file.bad()) return failure(path, std::make_error_code(std::errc::io_error));
    return imported;
}

}  // namespace denwaban
