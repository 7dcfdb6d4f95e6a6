#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "people.hpp"

namespace denwaban::talk {

enum class Who : std::uint8_t { all, adults, children, infants };

/// A number of people, and what was said of them.
struct Count {
    Who who = Who::all;
    int least = 0;
    int most = 0;
    int kind = 0;  ///< of adults: 1 men, 2 women
    bool about = false;
    bool among = false;
    bool in_all = false;  ///< 全員で
    Stretch tokens{};
};

/// All that was counted, and who was named without a number.
struct Counts {
    std::vector<Count> totals{}, adults{}, children{}, infants{};
    PartyChange change{};
    int change_more = 0;                        ///< 1、2人増える: how many more it may be
    std::optional<std::size_t> changed_from{};  ///< where the last change was said
    std::optional<Stretch> words{};
    std::vector<Stretch> mentions{};  ///< all that was counted
    std::size_t named_end = 0;        ///< behind the last who was named without one
    int pair = 0;
    int others = 0;
    bool me = false;
    bool with_me = false;   ///< 妻と: who comes with the caller
    bool and_more = false;  ///< 母も: who was named, and has no place
    bool one_more = false;  ///< もう一人来るかも: behind the last total
    bool about = false;
    bool friends = false;
    bool besides = false;
    bool changes = false;
    bool corrected = false;
    bool disputed = false;
};

/// What the counts come to; nothing where nobody was counted.
[[nodiscard]] std::optional<HeardPeople> party_of(const Reading& reading, Counts counts);

}  // namespace denwaban::talk
