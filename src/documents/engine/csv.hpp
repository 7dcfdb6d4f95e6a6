#pragma once

#include <string>
#include <string_view>

/// CSV (RFC 4180) that a spreadsheet opens as what it is: text.
namespace denwaban::formats {

/// A cell of text, quoted where it must be. What a spreadsheet would reckon as a formula has `'` before it ("CSV
/// Injection", OWASP), in full width too; a bare number, +81312345678 too, is none.
[[nodiscard]] std::string csv_text(std::string_view text);
/// A cell that is no text: a number, or JSON that we wrote.
[[nodiscard]] std::string csv_cell(std::string_view value);

}  // namespace denwaban::formats
