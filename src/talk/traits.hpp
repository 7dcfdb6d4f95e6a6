#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "words.hpp"

namespace denwaban::talk {

/// What words around a mention say of it: they are no tokens, and stand wherever a text goes on with them.
enum class Trait : std::uint8_t {
    plain,             ///< 希望: says nothing of its own
    plain_noun,        ///< 席: likewise, but not behind a figure, 2名席
    unit,              ///< ずつ: counts something else
    denial,            ///< ない
    fullness,          ///< いっぱい
    perhaps,           ///< かもしれない
    done,              ///< しました, behind 予約
    stay,              ///< いたい: what guests do all the while
    window,            ///< いつでも: one of the times between
    leaving,           ///< 出たい, 帰る
    bound,             ///< 以上: more, or fewer, than are counted
    every,             ///< 毎週
    but,               ///< けど, at the end
    too,               ///< すぎる, of 遅 and 早
    of_allergy,        ///< とか, の心配: between an allergy and its denial
    no_allergy,        ///< ない, 大丈夫: behind it
    asking,            ///< ですか
    no_cancelling,     ///< しない, した予約: behind キャンセル, where it is no wish
    not_to,            ///< don't, before cancel
    approval,          ///< looks good, それに決めた: a yes where nothing else is said
    name_ending,       ///< です, と申します: behind a name
    told_name_ending,  ///< じゃ: likewise, where it was asked for
    last_name_ending,  ///< や, at the end of what is said: 山本や
    name_lead,         ///< ひらがなで, before a name
    no_name,           ///< ません: in kana that are no name
    no_name_in_kanji,  ///< 本名: as one asks or tells what a name is not
    place_name,        ///< 千葉: a surname, and a place
    rank,              ///< 専務: before の and a name
    title,             ///< さん
    impossible,        ///< 間に合わない, 無理: of what cannot be, at the end of a sentence
    because,           ///< ので, at the end of a clause
    although,          ///< けど, likewise
    going_on,          ///< て, ですよね: likewise
    realised,          ///< だった, か: at the end of what just came to mind
    intended,          ///< つもりだった: what was thought, and is no more
    once,              ///< 前は, いつもは: what was, or is else
    calling,           ///< かけ直す: by telephone
    against,           ///< 無理, 会議: why it can't be then
    told,              ///< と言う, らしい: by others
    too_many,          ///< 多い: why it can't be so many
    staying_away,      ///< 来られない: of some who were to come
    declined,          ///< やめときます, 間に合わない: to an offer
    unsettled,         ///< 返事待ち: of some who may come
    assent,            ///< まあ, で, してください: has a part in a yes
};

/// All that have it, folded.
[[nodiscard]] std::span<const std::u16string> words_with(Trait trait);
/// Characters of the longest that a text begins with; 0 for none.
[[nodiscard]] std::size_t size_of(Trait trait, std::u16string_view text);
[[nodiscard]] inline bool begins_with(Trait trait, std::u16string_view text) { return size_of(trait, text) > 0; }
/// Whether one stands anywhere in a text. Cost: linear, and little where none of its characters begins one.
[[nodiscard]] bool stands_in(Trait trait, std::u16string_view text);
/// The place of the first of them in a text and its characters; nothing where none is.
struct FoundWord {
    std::size_t begin;
    std::size_t size;
};
[[nodiscard]] std::optional<FoundWord> first_of(Trait trait, std::u16string_view text);
[[nodiscard]] bool ends_with(Trait trait, std::u16string_view text);
[[nodiscard]] bool is_one(Trait trait, std::u16string_view text);

/// Whether a word of this kind says a day, a time or who comes, and may be said of something else.
[[nodiscard]] bool is_of_booking(Word word) noexcept;
/// Whether it names a day by itself, however it is counted.
[[nodiscard]] bool names_day(Word word) noexcept;

}  // namespace denwaban::talk
