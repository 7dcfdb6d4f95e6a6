#pragma once

#include <string_view>
#include <vector>

#include <denwaban/core/error.hpp>

#include "words.hpp"

namespace denwaban::formats::japanese {

struct Token {
    Word word;
    /// Of a time: minutes since midnight. Of a date: month × 100 + day. Of an ordinal: 1 to 5, 0 the last. Else the
    /// number itself, or the vocabulary's value.
    int value = 0;
    int year = 0;  ///< of a date or a month that names one
    ByteRange bytes{};
    bool padded = false;       ///< of a time: 05:30, which no clock of twelve hours shows
    bool spaced = false;       ///< a blank stands before it
    bool used = false;         ///< its meaning has gone into the rules, or is known to add none
    bool harmless = false;     ///< in a sentence that is known to say nothing of the hours
    bool aside = false;        ///< in a sentence about something else
    bool of_closings = false;  ///< stands where closing days are told
};

/// Whether 8.13 is a time or a date.
enum class DottedNumbers : std::uint8_t { times, dates };

/// The words of a text in order; every byte that is no blank belongs to one. Cost: O(text).
[[nodiscard]] std::vector<Token> lex(std::string_view text, DottedNumbers dotted);

}  // namespace denwaban::formats::japanese
