#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/talk/hand_over_words.hpp>

namespace denwaban {

/// What a template of a hand-over can name, each by its word in braces: `{restaurant}`.
enum class HandOverPart : std::uint8_t {
    restaurant,
    agent,
    time,          ///< when the call was answered, or else began
    number,        ///< who called, or was called; 非通知, 公衆電話, … where no number was shown
    summary,       ///< the labels of what it was about, in one line
    dispositions,  ///< what it was about, with all that was asked for, a line each
    follow_ups,    ///< what has to be done, and by when
    booking,
    callback,  ///< what was promised
    notes,
};
template <>
inline constexpr std::array<std::string_view, 10> names_of<HandOverPart>{
    "restaurant", "agent", "time", "number", "summary", "dispositions", "follow_ups", "booking", "callback", "notes",
};

/// A template for the note to the restaurant about a call (申し送り): text with parts in braces. What stands in square
/// brackets is left out where a part in it has nothing to say. `{{`, `}}`, `[[`, `]]` stand for one of each.
class HandOverTemplate {
public:
    /// Errors: `invalid_value` with the bytes of a part that is none, a bracket that is not closed, or one within
    /// another.
    [[nodiscard]] static Expected<HandOverTemplate> parse(std::string_view text);

    /// `part` gives what each part says.
    template <class Says>
    [[nodiscard]] std::string fill(Says&& part) const {
        std::string text;
        for (const auto& section : sections_) {
            std::string said;
            bool empty = false;
            for (const auto& piece : section.pieces) {
                if (const auto* words = std::get_if<std::string>(&piece)) {
                    said += *words;
                } else {
                    const std::string words_of_part = part(std::get<HandOverPart>(piece));
                    empty = empty || words_of_part.empty();
                    said += words_of_part;
                }
            }
            if (!empty || section.kind == SectionKind::always) text += said;
        }
        return text;
    }

private:
    enum class SectionKind : std::uint8_t { always, if_filled };
    using Piece = std::variant<std::string, HandOverPart>;
    struct Section {
        SectionKind kind;
        std::vector<Piece> pieces;
    };

    HandOverTemplate() = default;

    void add(char character) {
        auto& pieces = sections_.back().pieces;
        if (pieces.empty() || !std::holds_alternative<std::string>(pieces.back())) pieces.emplace_back(std::string{});
        std::get<std::string>(pieces.back()) += character;
    }

    std::vector<Section> sections_;
};

inline Expected<HandOverTemplate> HandOverTemplate::parse(std::string_view text) {
    HandOverTemplate made;
    made.sections_.push_back({SectionKind::always, {}});
    std::size_t bracket = 0;
    const auto refuse = [](std::string message, std::size_t begin, std::size_t end) {
        return Unexpected{Error{ErrorCode::invalid_value, std::move(message), ByteRange{begin, end}}};
    };
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char c = text[place];
        const bool special = c == '{' || c == '}' || c == '[' || c == ']';
        const bool in_section = made.sections_.back().kind == SectionKind::if_filled;
        if (!special) {
            made.add(c);
        } else if (place + 1 < text.size() && text[place + 1] == c) {
            made.add(c);
            ++place;
        } else if (c == '{') {
            const auto end = text.find('}', place);
            if (end == text.npos) return refuse("is not closed", place, text.size());
            const auto word = text.substr(place + 1, end - place - 1);
            const auto part = enumerator_named<HandOverPart>(word);
            if (!part) return refuse("is no part of a hand-over", place, end + 1);
            made.sections_.back().pieces.emplace_back(*part);
            place = end;
        } else if (c == '[' && !in_section) {
            bracket = place;
            made.sections_.push_back({SectionKind::if_filled, {}});
        } else if (c == ']' && in_section) {
            made.sections_.push_back({SectionKind::always, {}});
        } else {
            return refuse(c == '[' ? "stands within another" : "closes nothing", place, place + 1);
        }
    }
    if (made.sections_.back().kind == SectionKind::if_filled) return refuse("is not closed", bracket, text.size());
    return made;
}

/// What a hand-over knows beside the call.
struct HandOverContext {
    std::string restaurant;  ///< its name
    std::string agent;       ///< as the restaurant knows them; may be empty
    TimeZone zone = TimeZone::tokyo();
};

/// The note to the restaurant. Says nothing that was not recorded: what a call lacks is left empty, and is 不明 where a
/// note can't do without it. What stands in a line is one line, and nothing has control characters.
[[nodiscard]] inline std::string hand_over(const HandOverTemplate& by, const Call& call, const Catalogue& catalogue,
                                           const HandOverContext& context) {
    const detail::HandOverWords words{call, catalogue, context.zone};
    return by.fill([&](HandOverPart part) -> std::string {
        switch (part) {
            case HandOverPart::restaurant:
                return detail::one_line(context.restaurant);
            case HandOverPart::agent:
                return detail::one_line(context.agent);
            case HandOverPart::time:
                return words.time();
            case HandOverPart::number:
                return words.number();
            case HandOverPart::summary:
                return words.summary();
            case HandOverPart::dispositions:
                return words.dispositions();
            case HandOverPart::follow_ups:
                return words.follow_ups();
            case HandOverPart::booking:
                return call.booking ? detail::one_line(call.booking->text) : "";
            case HandOverPart::callback:
                return words.callback();
            case HandOverPart::notes:
                return words.notes();
        }
        return {};
    });
}

/// The subject of `hand_over_mail`.
inline constexpr std::string_view hand_over_mail_subject = "【お電話のご報告】{restaurant}様 {summary}";
/// A template for a mail to the restaurant.
inline constexpr std::string_view hand_over_mail = R"({restaurant} 御中

いつもお世話になっております。
下記のお電話を承りましたので、ご報告いたします。

■受付日時　{time}
■お電話番号　{number}
[■ご予約番号　{booking}
]■ご用件
{dispositions}
[■折り返しのお約束　{callback}
][■対応のお願い
{follow_ups}
][■備考
{notes}
][
受付担当：{agent}
]
何卒よろしくお願いいたします。
)";
/// A template for a short message: LINE, SMS.
inline constexpr std::string_view hand_over_line = R"(【お電話のご報告】
{time}　{number}
{dispositions}
[{follow_ups}
][折り返し：{callback}
][備考：{notes}
][受付：{agent}])";
/// A template for a slip of paper: 電話受付票.
inline constexpr std::string_view hand_over_print = R"(電話受付票

受付日時：{time}
店舗名　：{restaurant}
電話番号：{number}
[予約番号：{booking}
]
ご用件
{dispositions}

[折り返し：{callback}
][対応のお願い
{follow_ups}

][備考
{notes}

][受付担当：{agent}
])";

/// The text, or so many of its characters as leave room to say that it goes on (LINE shows 500 of a notification).
[[nodiscard]] inline std::string shortened_note(std::string_view text, std::size_t most_characters) {
    constexpr std::string_view more = "…（続きあり）";
    constexpr std::size_t more_characters = 7;
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto count = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
    if (count <= most_characters) return std::string{text};
    std::size_t kept = most_characters > more_characters ? most_characters - more_characters : 0;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (starts(text[end]) && kept-- == 0) break;
    }
    return std::string{text.substr(0, end)} + std::string{more};
}

}  // namespace denwaban
