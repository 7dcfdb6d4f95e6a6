#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/connect/heard_turn.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/talk/conversation.hpp>

namespace denwaban {

/// An intent as a bot of Lex names it, and its slots.
struct LexIntent {
    std::string name;
    std::vector<std::string> slots{};
    friend bool operator==(const LexIntent&, const LexIntent&) = default;
};

/// Whether who listens takes SSML.
enum class LexContent : std::uint8_t { ssml, plain };

/// What Lex V2 sends to a code hook ("Lambda input event format" in its guide).
struct LexEvent {
    std::string session{};                            ///< its id; from Amazon Connect, the contact's
    std::string locale{};                             ///< ja_JP; in any spelling
    std::string text{};                               ///< as it was heard, or written
    std::string keys{};                               ///< pressed in place of it
    std::map<std::string, std::string> attributes{};  ///< of the session
    std::vector<LexIntent> intents{};                 ///< that Lex holds for possible, the likeliest first
    std::string intent = "FallbackIntent";            ///< which it took
    LexContent content = LexContent::ssml;
    friend bool operator==(const LexEvent&, const LexEvent&) = default;
};

/// Reads the event. Unknown keys pass, because Lex adds some from time to time. Errors: each with a JSON pointer, or a
/// byte range where it is no JSON at all.
[[nodiscard]] Expected<LexEvent, Errors> lex_event_from_json(std::string_view text);

/// In which language one speaks in a locale: ja_JP, ja-JP, jp-JP; en_US, en-GB. Japanese in what is neither.
[[nodiscard]] Language language_of_locale(std::string_view locale) noexcept;

/// What is said in the conversation that goes along with the session; a session attribute `caller` has the caller's
/// number, `streamArn` and `startFragment` where their voice is recorded, if the flow gave them. Errors:
/// `invalid_value` where what was kept can't be unpacked.
[[nodiscard]] Expected<HeardTurn, Errors> heard_turn(const LexEvent& event);

/// How long Lex waits for speech to begin, behind it for more, and for all of it.
struct LexPatience {
    std::chrono::milliseconds start{4000};
    std::chrono::milliseconds end{640};
    std::chrono::milliseconds longest{13'000};  ///< 15 seconds at most from Amazon Connect
    friend bool operator==(const LexPatience&, const LexPatience&) = default;
};
/// Who says a number or a wish stops to think within it.
[[nodiscard]] LexPatience lex_patience(std::optional<Question> asked) noexcept;

/// The most bytes of a conversation among the session's attributes, of which Lex carries 12 KB.
inline constexpr std::size_t most_kept_by_lex = std::size_t{8} * 1024;

/// What a code hook answers, and where the conversation has to be kept until the next turn.
struct LexAnswer {
    std::string response;
    WhereKept where = WhereKept::here;
};

/// What the code hook answers after the conversation's last reply: what is said, how Lex is to listen (barge-in, keys,
/// patience, hints for the slots that the bot has), and the conversation as a session attribute `denwaban`, deflated;
/// where it is longer than `most_kept_by_lex`, as `too_long` says: without its oldest
/// lines, or as a note that it is kept elsewhere. Once it is over, `next` is `end` or `queue`,
/// and with it `handOver`, the reason, and `notes`. `before` is its JSON as it was kept, of which nothing is lost.
[[nodiscard]] LexAnswer lex_answer(const LexEvent& event, const Conversation& conversation, std::string_view before,
                                   const Now& now, TooLong too_long);
/// The same of one that is shortened.
[[nodiscard]] std::string lex_response(const LexEvent& event, const Conversation& conversation, std::string_view before,
                                       const Now& now);

}  // namespace denwaban
