#pragma once

#include <vector>

#include "reading.hpp"

namespace denwaban::talk {

/// Of which a clause told what was thought before, and is no more: 最初4人の予定でしたが.
struct TakenBack {
    bool day = false;
    bool time = false;
    bool people = false;
};
/// Takes a day, a time or people out of a clause that says why, what was thought or what others want, where another
/// clause has its like: 6時まで会議なので7時に, 友達は土曜がいいって言うけど日曜で. Cost: linear.
[[nodiscard]] TakenBack set_grounds_aside(std::vector<Token>& tokens, const Reading& reading);

}  // namespace denwaban::talk
