#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "hours_items.hpp"

namespace denwaban::formats::japanese {

/// What stands between a piece and the one before it.
struct Gap {
    bool line = false;    ///< a new line or sentence
    bool clause = false;  ///< 、 ／ ※
    bool words = false;   ///< anything but punctuation and particles
    bool mark = false;    ///< ※
    bool spaced = false;
};

/// An item in its surroundings.
struct Piece {
    const HoursItem* item = nullptr;
    Gap gap{};
    std::size_t line = 0;
    std::optional<std::size_t> bracket{};  ///< the token that opens the innermost bracket around it
    bool round = false;                    ///< and whether it is （）
    bool labelled = false;   ///< words that nobody here knows stand before it: バイキング 17:00～20:00
    bool alone = false;      ///< nothing else stands in the bracket
    bool either = false;     ///< and nothing tells which: 11:00～14:00※水曜を除く17:00～21:00
    bool after = false;      ///< says something of the hours before it, not of those that follow
    bool elsewhere = false;  ///< 平日のみ電話受付10:00～17:00: the days of something else
};

/// The items with what surrounds them. Cost: O(tokens).
[[nodiscard]] std::vector<Piece> pieces_of(const std::vector<HoursItem>& items, const std::vector<Token>& tokens);

/// Tells which days and meals stand after the hours that they are about.
void find_sides(std::vector<Piece>& pieces);

}  // namespace denwaban::formats::japanese
