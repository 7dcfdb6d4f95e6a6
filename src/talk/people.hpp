#pragma once

#include <optional>
#include <vector>

#include "reading.hpp"

namespace denwaban::talk {

/// Who comes, and whether a number that was said or known is taken back.
struct HeardPeople {
    Heard<PartyWish> party;
    bool corrected = false;
    bool changes = false;  ///< あと一人増える
    std::vector<Stretch> mentions{};
};

/// All that was said of people, put together; nothing where nobody was named.
[[nodiscard]] std::optional<HeardPeople> people_of(const Reading& reading);

}  // namespace denwaban::talk
