#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/talk/meaning.hpp>
#include <denwaban/talk/understand.hpp>

namespace denwaban {

/// A `Hearing` as it is written down. Hours stand beside it, and bring their zone and calendar.
struct HearingNote {
    Instant now{};
    std::string zone = "Asia/Tokyo";  ///< of callers, where no hours are known
    std::optional<Question> asked{};
    Slots known{};
    std::vector<MinuteOfDay> offered{};
    std::vector<std::string> courses{};
    friend bool operator==(const HearingNote&, const HearingNote&) = default;
};

/// Reads its JSON form. Errors: every one in the document with its JSON pointer, or a byte range where it is no JSON at
/// all. Cost: O(text).
[[nodiscard]] Expected<HearingNote, Errors> hearing_from_json(std::string_view text);
/// Reading it back gives an equal note.
[[nodiscard]] std::string to_json(const HearingNote& note);

/// Reads what `to_json` of a meaning gives. Errors and cost likewise.
[[nodiscard]] Expected<Meaning, Errors> meaning_from_json(std::string_view text);
/// The JSON form of a meaning.
[[nodiscard]] std::string to_json(const Meaning& meaning);

/// `understand` under what was written down; `hours` may be null. Errors: `unknown_zone`.
[[nodiscard]] Expected<Meaning> understand(std::string_view utf8, const HearingNote& note, const Hours* hours);

}  // namespace denwaban
