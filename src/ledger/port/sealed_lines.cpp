#include "sealed_lines.hpp"

#include <limits>

#include "ledger_words.hpp"

namespace denwaban::ledger {

namespace {

constexpr std::int64_t seal_version = 1;
constexpr std::string_view opening = "{\"denwaban_ledger\":";
constexpr std::string_view closing = "{\"lines\":";

[[nodiscard]] Errors corrupt_lines(std::string message) {
    return {{ErrorCode::corrupt, std::move(message), JsonPointer{}}};
}

}  // namespace

std::string Seal::first() { return formats::write_document(Json{{"denwaban_ledger", seal_version}}); }

void Seal::add(std::string_view line) {
    ++lines_;
    sum_.add(line);
    sum_.add("\n");
}

std::string Seal::last() const {
    return formats::write_document(Json{{"lines", static_cast<std::int64_t>(lines_)}, {"sha256", sum_.digest()}});
}

Expected<bool, Errors> Seal::is_first(std::string_view line) {
    if (!line.starts_with(opening)) return false;
    const auto version = formats::read_document(line, [](const Node& node) {
        return Fields{node, {"denwaban_ledger"}}.require(
            "denwaban_ledger", [](const Node& part) { return part.integer(1, std::numeric_limits<int>::max()); });
    });
    if (!version) return Unexpected{version.error()};
    if (*version == seal_version) return true;
    return Unexpected{Errors{{ErrorCode::newer_version, "was written by a newer denwaban", JsonPointer{"/1"}}}};
}

bool Seal::is_last(std::string_view line) { return line.starts_with(closing); }

Errors Seal::wrong_with(const std::optional<std::string>& last) const {
    if (!last) return corrupt_lines("is cut off after " + std::to_string(lines_) + " lines: the last is missing");
    if (*last != this->last()) return corrupt_lines("is not as it was written: expected " + *last);
    return {};
}

}  // namespace denwaban::ledger
