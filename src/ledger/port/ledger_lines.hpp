#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <denwaban/core/expected.hpp>
#include <denwaban/ledger/document.hpp>

#include "sealed_lines.hpp"

/// What a ledger's file of lines holds.
namespace denwaban::ledger {

using LedgerLine = std::variant<Document, RequestAnswer>;

/// Errors: those of `check`, and what is no line of ours.
[[nodiscard]] Expected<LedgerLine, Errors> read_ledger_line(std::string_view line);
/// Without its end.
[[nodiscard]] std::string written_line(const Document& document);
[[nodiscard]] std::string written_line(const RequestAnswer& answer);

/// Follows the lines of a file, sealed or not, and hears where one is not whole.
class LineCheck {
public:
    /// Whether it is one of the ledger's; else it is of the seal. Errors: `corrupt`, `newer_version`.
    [[nodiscard]] Expected<bool, Errors> hear(std::string_view line);
    /// Errors: `corrupt` where the last is missing.
    [[nodiscard]] Errors at_end() const;
    /// Of the line that was heard last.
    [[nodiscard]] std::size_t number() const noexcept { return number_; }
    /// A place within that line.
    [[nodiscard]] Errors placed(Errors errors) const;

private:
    Seal seal_;
    std::size_t number_ = 0;
    bool is_sealed_ = false;
    bool is_over_ = false;
};

}  // namespace denwaban::ledger
