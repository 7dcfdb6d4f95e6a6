#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/reservation/availability.hpp>

namespace denwaban {

/// Who asks for a table, and when.
struct Request {
    Wish wish;
    MinuteOfDay begin;
    friend bool operator==(const Request&, const Request&) = default;
};

/// How hard to look, and which limits whoever asks takes it upon themselves to pass.
struct Asking {
    std::vector<Limit> overrides{};
    SearchBudget budget{};
    std::optional<BookingId> changing{};  ///< whose change it would be; it is no obstacle to itself
};

/// There is room, or the policy takes the party without.
struct Possible {
    MinuteOfDay end;
    std::vector<TableId> tables{};     ///< none where the party is overbooked
    std::vector<Move> moved{};         ///< who has to move for it
    std::vector<Exceeded> exceeded{};  ///< limits that warn, and those that were overridden
    friend bool operator==(const Possible&, const Possible&) = default;
};

/// What stands in the way; dropping it alone would help.
enum class Obstacle : std::uint8_t { kinds, areas, smoking, access, tables, seller, length };
template <>
inline constexpr std::array<std::string_view, 7> names_of<Obstacle>{"kinds",  "areas",  "smoking", "access",
                                                                    "tables", "seller", "length"};

/// There is none, and why.
struct Impossible {
    std::vector<Exceeded> limits{};     ///< that refuse, or want an override; `tables` where nobody can be seated
    std::vector<Obstacle> obstacles{};  ///< where nobody can be seated
    friend bool operator==(const Impossible&, const Impossible&) = default;
};

/// Nobody knows within the budget.
struct Undecided {
    friend bool operator==(Undecided, Undecided) = default;
};

/// Whether a party can come.
using Answer = std::variant<Possible, Impossible, Undecided>;
/// In the order of `Answer`'s alternatives.
inline constexpr std::array<std::string_view, 3> answer_names{"possible", "impossible", "undecided"};

/// What is different about an alternative.
enum class AlternativeKind : std::uint8_t {
    earlier,
    later,
    split,       ///< at two tables
    other_seat,  ///< without what they could not do without
    other_day,   ///< at the same time, or near it
};
template <>
inline constexpr std::array<std::string_view, 5> names_of<AlternativeKind>{"earlier", "later", "split", "other_seat",
                                                                           "other_day"};

/// What the party could have instead.
struct Alternative {
    AlternativeKind kind;
    Date date;
    MinuteOfDay begin;
    MinuteOfDay end;
    std::vector<std::vector<TableId>> tables{};  ///< for each part of the party
    std::optional<Obstacle> without{};           ///< what is dropped
    std::size_t moves = 0;                       ///< how many others have to move
    friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// Whether a party can come, and what else it could have.
struct Proposal {
    Answer answer;
    std::vector<Alternative> alternatives{};  ///< none where it is possible
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

}  // namespace denwaban
