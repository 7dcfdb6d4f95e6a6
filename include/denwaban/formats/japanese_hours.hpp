#pragma once

#include <string>
#include <string_view>

#include <denwaban/formats/rules_reading.hpp>

namespace denwaban {

/// Reads what a Japanese listing says of a restaurant's hours: `open` is its 営業時間, `close` its 定休日, each of
/// which may be empty or say something of the other. Any bytes give a reading; the findings tell what was not
/// understood, with its bytes in `open` or `close`. What the words leave unknown (不定休, 年末年始 without dates,
/// ラストまで) is unknown in the rules. The grammar and its conventions are in docs/japanese_listings.md. Cost:
/// O(text), some microseconds.
[[nodiscard]] RulesReading rules_from_japanese(std::string_view open, std::string_view close = {});

/// The two texts of a listing, and what they could not say.
struct JapaneseListing {
    std::string open;   ///< 営業時間, a line for each group of days
    std::string close;  ///< 定休日
    Findings findings{};
};

/// Writes rules as a listing would put them: 月～木 17:00～23:00（料理L.O. 22:00）. Reading it back gives the same
/// openings wherever nothing found weighs more than a note; places are JSON pointers into the rules.
[[nodiscard]] JapaneseListing to_japanese(const Rules& rules);

}  // namespace denwaban
