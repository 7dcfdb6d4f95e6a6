#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/connect/heard_turn.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>

/// A conversation on its way between two turns, among the attributes of a contact or of a session.
namespace denwaban::connect {

/// Under which name it goes.
inline constexpr std::string_view kept_talk = "denwaban";

struct PackedTalk {
    std::string text;
    WhereKept where = WhereKept::here;
};
/// At most so many bytes, if its oldest lines can make it so, or that it is kept elsewhere.
[[nodiscard]] PackedTalk packed_talk(const Conversation& conversation, std::string_view before, std::size_t most,
                                     TooLong too_long);
/// Puts into a turn what was packed, or is no more than its JSON; nothing where there is none. Error: `invalid_value`
/// at `where`.
[[nodiscard]] Expected<HeardTurn, Errors> turn_of(const std::map<std::string, std::string>& attributes,
                                                  std::string_view where);

/// Whether somebody has been greeted already.
[[nodiscard]] inline bool has_begun(const HeardTurn& turn) noexcept {
    return turn.kept == WhereKept::elsewhere || !turn.before.empty();
}

/// `next`, and where a human takes over, why and with which notes.
void put_outcome(std::map<std::string, std::string>& attributes, const Conversation& conversation, const Now& now);

}  // namespace denwaban::connect
