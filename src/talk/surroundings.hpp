#pragma once

#include <optional>
#include <string_view>

#include "reading.hpp"

namespace denwaban::talk {

/// Whether a table is wished for.
[[nodiscard]] bool is_wish(const Token& token);

/// 昨日, 先週.
[[nodiscard]] bool is_behind_us(const Token& token);

/// Kanji, katakana or letters of no word: a noun or a verb, as far as its script tells.
[[nodiscard]] bool is_written(const Reading& reading, std::size_t at);
/// One that not every booking has.
[[nodiscard]] bool is_content(const Reading& reading, std::size_t at);

/// What of its clause touches a mention.
class Surroundings {
public:
    /// `name`: the caller's, where it is known, which is no word of something else.
    Surroundings(const Reading& reading, Stretch mention, std::optional<ByteRange> name = std::nullopt);

    /// 3人前, 8日目, 11時開店, 3人ずつ: it counts something else.
    [[nodiscard]] bool count_something_else() const;
    /// Saturday the umpteenth: of which nothing is known.
    [[nodiscard]] bool go_on_with_a_word() const;
    /// 7時は無理, 3人じゃない.
    [[nodiscard]] bool deny() const;
    /// 最後の土曜, 前の金曜: what binds to it says more of it.
    [[nodiscard]] bool qualify() const;
    /// さ来週, 再々来週: it begins earlier than what was read.
    [[nodiscard]] bool lead_in() const;
    /// 会議は7時, 友人が3日に5人で, 7時の電車: another's.
    [[nodiscard]] bool belong_to_another() const;
    /// 7時は早い, 8時には出たい: something is said of it.
    [[nodiscard]] bool tell_of_it() const;
    /// 妻が12月3日に, 妹は8時に: what is theirs may be no booking.
    [[nodiscard]] bool are_of_kin() const;
    /// 7時に電話しました: it was done.
    [[nodiscard]] bool tell_of_the_past() const;
    /// 来週の土曜に結婚式があります, 誕生日は12月5日です: what is then is not said to be a booking.
    [[nodiscard]] bool is_told_to_happen() const;
    /// Whether they speak of what was.
    [[nodiscard]] bool are_behind_us() const;
    /// Whether there are words of which nothing is known.
    [[nodiscard]] bool are_unknown() const;

private:
    [[nodiscard]] bool ends(std::size_t at) const;
    [[nodiscard]] bool is_in_name(std::size_t at) const;
    [[nodiscard]] bool is_strange(std::size_t at) const;
    [[nodiscard]] bool is_any_wish(std::size_t from) const;
    /// 7時ごろかけ直します
    [[nodiscard]] bool is_of_a_call() const;
    /// 7時を過ぎると
    [[nodiscard]] bool goes_past(std::size_t at) const;
    /// もともと7時でした, いつも4人で行ってます
    [[nodiscard]] bool is_said_once() const;
    /// 25日の夜7時に3人ではなく4人: of the people, and neither day nor time.
    [[nodiscard]] bool denies_other(std::size_t at) const;
    /// Whether its clause, from `at` on, is a question.
    [[nodiscard]] bool is_asked(std::size_t at) const;
    [[nodiscard]] std::u16string_view rest(std::size_t at) const;

    const Reading& reading_;
    Stretch mention_;
    std::optional<ByteRange> name_;
    std::u16string_view text_;
    std::size_t first_;
    std::size_t end_;
};

}  // namespace denwaban::talk
