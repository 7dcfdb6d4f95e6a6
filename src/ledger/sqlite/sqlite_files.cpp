#include <denwaban/ledger/sqlite_files.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "ledger/port/sealed_lines.hpp"
#include "sqlite_disk.hpp"

namespace denwaban {

namespace {

using sqlite::Done;

/// Lines on their way to a file, sealed.
class ExportedLines {
public:
    explicit ExportedLines(const std::string& path) : path_(path), partial_(path) {
        if (!partial_.failed()) file_.reset(disk::open_to_write(partial_.name()));
        if (!file_) failed_ = partial_.failed() ? partial_.failed() : sqlite::last_error();
        put(ledger::Seal::first());
    }

    void write(std::string_view line) {
        seal_.add(line);
        put(line);
    }

    [[nodiscard]] Done finish() {
        put(seal_.last());
        if (!failed_ && std::fclose(file_.release()) != 0) failed_ = sqlite::last_error();
        return failed_ ? sqlite::failure_at(path_, failed_) : partial_.arrive(sqlite::Arrival::replaces);
    }

private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };

    /// After the first that fails, nothing is written.
    void put(std::string_view line) {
        if (failed_) return;
        const bool is_written = std::fwrite(line.data(), 1, line.size(), file_.get()) == line.size() &&
                                std::fputc('\n', file_.get()) != EOF;
        if (!is_written) failed_ = sqlite::last_error();
    }

    std::string path_;
    sqlite::PartialFile partial_;
    std::unique_ptr<std::FILE, Close> file_;
    std::error_code failed_;
    ledger::Seal seal_;
};

/// The lines of a file; of one that is sealed, those in between.
class ImportedLines {
public:
    explicit ImportedLines(const std::string& path) : path_(path), file_(disk::path_of(path), std::ios::binary) {}

    /// What is wrong with the file as a whole.
    [[nodiscard]] const Errors& failed() const noexcept { return failed_; }
    [[nodiscard]] bool is_sealed() const noexcept { return is_sealed_; }

    /// Where it fails, what is no JSON undoes all that was read before it.
    [[nodiscard]] std::optional<std::string> next() {
        auto line = std::exchange(has_begun_, true) ? next_line() : first_line();
        if (is_sealed_ && (!line || ledger::Seal::is_last(*line))) {
            if (auto wrong = seal_.wrong_with(line); !wrong.empty() && failed_.empty()) fail(std::move(wrong));
            if (line && next_line()) fail({{ErrorCode::corrupt, path_ + " goes on after its last line", {}}});
            line.reset();
        }
        if (!failed_.empty()) return std::string{};
        if (line && is_sealed_) seal_.add(*line);
        return line;
    }

private:
    /// The longest body, every character escaped.
    static constexpr std::size_t longest_line = 20'000'000;

    [[nodiscard]] std::optional<std::string> first_line() {
        auto line = next_line();
        if (!line) return line;
        auto sealed = ledger::Seal::is_first(*line);
        if (!sealed.has_value()) fail(std::move(sealed).error());
        is_sealed_ = sealed.has_value() && *sealed;
        return is_sealed_ ? next_line() : line;
    }
    [[nodiscard]] std::optional<std::string> next_line() {
        std::string line;
        auto& bytes = *file_.rdbuf();
        for (auto byte = bytes.sbumpc(); byte != std::ifstream::traits_type::eof(); byte = bytes.sbumpc()) {
            if (byte == '\n') return line;
            if (line.size() == longest_line) {
                fail({{ErrorCode::too_large, path_ + " has a line that is longer than any of a ledger's", {}}});
                return std::nullopt;
            }
            line.push_back(static_cast<char>(byte));
        }
        return line.empty() ? std::nullopt : std::optional{std::move(line)};
    }
    void fail(Errors errors) { failed_ = std::move(errors); }

    std::string path_;
    std::ifstream file_;
    bool has_begun_ = false;
    bool is_sealed_ = false;
    ledger::Seal seal_;
    Errors failed_;
};

/// A place begins with the number of a line, which the first of a sealed file is not counted in.
void count_the_first(Errors& errors) {
    for (auto& error : errors) {
        auto* place = std::get_if<JsonPointer>(&error.where);
        if (place == nullptr || place->text.size() < 2) continue;
        const auto end = std::min(place->text.find('/', 1), place->text.size());
        const auto number = std::stoul(place->text.substr(1, end - 1)) + 1;
        place->text = "/" + std::to_string(number) + place->text.substr(end);
    }
}

}  // namespace

Done export_to(SqliteLedger& ledger, const std::string& path) {
    if (auto right = sqlite::check_file_path(path); !right) return right;
    if (ledger.is_at(path)) return sqlite::invalid("is the ledger's own file: " + path);
    if (auto free = sqlite::check_replaceable(path); !free) return free;
    ExportedLines file{path};
    auto exported = ledger.export_lines([&](std::string_view line) { file.write(line); });
    return exported ? file.finish() : exported;
}

Done import_from(SqliteLedger& ledger, const std::string& path) {
    if (auto right = sqlite::check_file_path(path); !right) return right;
    if (auto readable = sqlite::check_readable(path); !readable) return readable;
    ImportedLines file{path};
    auto imported = ledger.import_lines([&] { return file.next(); });
    if (!file.failed().empty()) return Unexpected{file.failed()};
    if (imported || !file.is_sealed()) return imported;
    auto errors = std::move(imported).error();
    count_the_first(errors);
    return Unexpected{std::move(errors)};
}

}  // namespace denwaban
