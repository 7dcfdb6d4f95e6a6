#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/talk/conversation.hpp>

#include "hours_command.hpp"

namespace denwaban::cli {

/// How replies are shown.
enum class TalkForm : std::uint8_t {
    text,  ///< as one reads them
    lex,   ///< as a code hook of Lex V2 answers
    flow,  ///< as a contact flow is told
};

struct TalkOptions {
    std::string ledger;
    RestaurantId restaurant;
    Caller caller = Withheld{WithheldReason::not_given};
    std::optional<LocalTime> now;  ///< at which the clock stands; that of this machine if not given
    Language language = Language::japanese;
    bool ssml = false;
    TalkForm form = TalkForm::text;
};

inline constexpr std::string_view talk_usage =
    R"(usage: denwaban talk LEDGER RESTAURANT [options]

Telephones a restaurant that a ledger keeps: type what a caller would say, line by line. What is booked is booked.
A line that begins with # is typed on the keypad. Exits with 1 where a human takes over, 2 if nobody answers.

  --caller NUMBER  the number that the caller shows
  --now TIME       the restaurant's time, 2026-11-27T15:00, at which the clock stands
  --language NAME  japanese or english
  --ssml           also what a voice is told to say
  --as FORM        text; or a line of JSON for each reply: lex, as a code hook of Lex V2 answers, or flow, the
                   attributes of a contact flow
)";

/// Reads the words after `denwaban talk`. The error is a sentence for the user.
[[nodiscard]] Expected<TalkOptions, std::string> parse_talk_options(const std::vector<std::string>& words);

/// `denwaban talk`: reads the caller's lines from `in`, until either side ends the call. `clock` is this machine's.
[[nodiscard]] Exit talk(std::istream& in, const TalkOptions& options, Instant (*clock)(), const Streams& streams);

}  // namespace denwaban::cli

template <>
inline constexpr std::array<std::string_view, 3> denwaban::names_of<denwaban::cli::TalkForm>{"text", "lex", "flow"};
