#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/core/detail/sha256.hpp>
#include <denwaban/core/expected.hpp>

/// What stands around a ledger's lines in a file, so that one that was cut is not taken for the whole.
namespace denwaban::ledger {

/// Counts and sums up the lines between the first and the last.
class Seal {
public:
    /// What a sealed file begins with: `{"denwaban_ledger": 1}`.
    [[nodiscard]] static std::string first();
    void add(std::string_view line);
    /// `{"lines": 3, "sha256": "…"}`
    [[nodiscard]] std::string last() const;

    /// Whether a file's first line says that it is sealed. Errors: `newer_version`.
    [[nodiscard]] static Expected<bool, Errors> is_first(std::string_view line);
    [[nodiscard]] static bool is_last(std::string_view line);
    /// Errors: `corrupt` where the lines are not those that the last one speaks of, or there is no last one.
    [[nodiscard]] Errors wrong_with(const std::optional<std::string>& last) const;

private:
    std::size_t lines_ = 0;
    detail::Sha256 sum_;
};

}  // namespace denwaban::ledger
