#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/rules.hpp>

namespace denwaban {

/// How much a finding matters to whoever relies on the hours.
enum class Weight : std::uint8_t {
    note,   ///< nothing about the hours is lost: prose, a thing said twice, an unknown that is said to be one
    doubt,  ///< read as it stands, but the text contradicts itself or may mean otherwise
    loss,   ///< something about the hours was not understood, or can't be said in the format written
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Weight>{"note", "doubt", "loss"};

/// What kind of thing was found, the same word in C++, Python and Node.
enum class FindingKind : std::uint8_t {
    remark,           ///< words that say nothing of the hours
    repetition,       ///< says again what was said before
    assumption,       ///< read by a convention that the documentation states
    approximate,      ///< ごろ, 売り切れ次第
    unknowable,       ///< 不定休, SNSで告知, 施設に準ずる: it has become unknown
    contradiction,    ///< a last order after closing, services that overlap
    not_understood,   ///< about the hours, but not understood
    not_expressible,  ///< understood, but not to be said on the other side
    malformed,        ///< breaks the format's own grammar, or is no UTF-8
};
template <>
inline constexpr std::array<std::string_view, 9> names_of<FindingKind>{
    "remark",        "repetition",     "assumption",      "approximate", "unknowable",
    "contradiction", "not_understood", "not_expressible", "malformed",
};

/// Something that a reader or a writer has to say of its work, with its place.
struct Finding {
    FindingKind kind;
    Weight weight;
    std::string message;
    /// Of a text: the bytes. Of a document read: the JSON pointer. Of rules written: the pointer in their JSON form.
    Where where{};
    std::string words{};        ///< the words themselves, as they stood
    std::string_view part{};    ///< which of several texts handed in: `open` or `close`; empty if there is one
    std::vector<Date> dates{};  ///< the dates that it costs, ascending; empty if they can't be named
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// In the order of their places.
using Findings = std::vector<Finding>;

/// Whether all was understood, or said: nothing found weighs more than a note.
[[nodiscard]] inline bool is_complete(const Findings& findings) noexcept {
    for (const auto& finding : findings) {
        if (finding.weight != Weight::note) return false;
    }
    return true;
}

/// What a reader made of a text: rules that `validate` finds nothing wrong with, and all that there is to say of them.
struct RulesReading {
    Rules rules;
    Findings findings{};
    std::optional<std::string> zone{};  ///< the IANA name of the time zone, where the format states one
};

/// What a writer made of rules: the text, and all that it could not say.
struct RulesWriting {
    std::string text;
    Findings findings{};
};

}  // namespace denwaban
