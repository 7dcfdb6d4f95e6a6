#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "name_words.hpp"
#include "names.hpp"

namespace denwaban::talk {

/// Characters of what was said, from one to another.
struct Range16 {
    std::size_t begin;
    std::size_t end;
};

/// Finds whose booking it is, a clause at a time.
class NameReader {
public:
    explicit NameReader(const Reading& reading)
        : reading_(reading), text_(reading.glyphs.text), asked_(reading.is_asked(Question::name)) {}
    [[nodiscard]] std::optional<HeardName> read();

private:
    /// 難しいほうのさい: which letter it is.
    [[nodiscard]] bool tells_letter(std::size_t at) const;
    /// たかだです、濁らないほうです: of a name in which something is.
    [[nodiscard]] bool tells_other_sound(Stretch clause, const Heard<SpokenName>& name) const;
    /// マツウラじゃなくて, of 松浦.
    [[nodiscard]] bool denies(Stretch clause, const Heard<SpokenName>& name);
    /// 名前を変えたいんですが、 has a topic: what follows is the name.
    [[nodiscard]] bool has_word(Stretch clause, Word word) const;
    /// さいとうです、難しいほうの齋藤: it is spelt, and not taken back.
    [[nodiscard]] static bool sounds_like(const Heard<SpokenName>& one, const Heard<SpokenName>& other);
    [[nodiscard]] static bool is_kana_written(const SpokenName& name);
    /// 東です。あずまです: what comes later decides.
    static void narrow(Heard<SpokenName>& name, const Heard<SpokenName>& by);
    /// The ノ of 井ノ上: katakana between kanji.
    [[nodiscard]] bool is_joint(std::size_t at) const;
    [[nodiscard]] bool is_in_kanji(std::u16string_view name, std::size_t begin) const;
    /// 井ノ上 is read as 井上 is, where that has a の in it.
    [[nodiscard]] std::vector<SpokenName> joined(std::u16string_view name, std::size_t begin) const;
    /// 井上じゃなくて井ノ上, once it was read back: a name, then じゃなくて.
    [[nodiscard]] bool takes_back_name(std::size_t first, std::size_t at);
    [[nodiscard]] std::optional<HeardName> clause(Stretch tokens, bool asked);
    /// ワタベ of 渡部はワタベと読みます.
    [[nodiscard]] std::size_t behind_how_it_is_read(Range16 range) const;
    /// 村上さくらの名前で, but not 妻の名前で: a surname of the list, and what may follow it.
    /// 後輩のオオニシって of 後輩のオオニシって名前.
    [[nodiscard]] std::optional<HeardName> called_by(Stretch tokens);
    [[nodiscard]] std::optional<HeardName> name_before(Stretch tokens);
    /// かどわき of 専務のかどわきの名前で: of no word, where it was asked or a rank stands before it.
    [[nodiscard]] std::optional<HeardName> strange_name(Range16 range);
    /// いいです, 大丈夫です.
    [[nodiscard]] bool is_enough(std::size_t at, std::size_t end) const;
    /// Behind はい, えーと, 私.
    [[nodiscard]] std::size_t lead(std::size_t at, std::size_t end) const;
    /// はい伊藤という, but not はいだという.
    [[nodiscard]] bool is_led_by_yes(std::size_t at) const;
    /// にのみや of にのみやです, よしだ of よしだけど: what ending it would begin is the end of a name.
    [[nodiscard]] bool ends_name(std::size_t begin, std::size_t at) const;
    [[nodiscard]] std::size_t ending_in(Range16 range) const;
    /// A name where one is told: what stands before です.
    enum class Told : std::uint8_t { alone, instead };
    [[nodiscard]] std::optional<HeardName> told(Range16 range, Told how = Told::alone);
    /// The first token that begins there or behind.
    [[nodiscard]] std::vector<Token>::const_iterator token_from(std::size_t glyph) const;
    /// 名前は田中で人数3人, 名前佐藤電話番号: a surname of the list, up to where another word begins.
    [[nodiscard]] std::optional<HeardName> before_word(Range16 range);
    /// いまいと、言います.
    [[nodiscard]] bool is_told_on(Range16 range) const;
    /// さくら: nothing else was said.
    [[nodiscard]] bool is_no_word(Range16 range) const;
    /// 三人です, 土曜です: another answer.
    [[nodiscard]] bool is_of_booking(std::size_t begin, std::size_t end) const;
    /// 高い橋で高橋: a surname of the list at the end.
    [[nodiscard]] std::optional<HeardName> explained(std::u16string_view name, std::size_t begin);
    [[nodiscard]] std::optional<HeardName> resolve(std::u16string_view name, std::size_t begin, bool ended);
    [[nodiscard]] std::optional<HeardName> in_kanji(std::u16string_view name, std::size_t size, std::size_t begin);
    /// A surname of the list before です, 様 or で予約, where nobody asked.
    [[nodiscard]] std::optional<HeardName> in_passing(Stretch tokens);
    /// How many characters of a given name of the list stand there, and nothing else in kanji.
    [[nodiscard]] static std::size_t given_name_behind(std::u16string_view text, std::size_t at);
    /// 田中で金曜の7時に入ってますか: in whose name, where a booking is spoken of.
    [[nodiscard]] bool is_booked_by(std::u16string_view after, std::size_t end) const;
    /// 山田、4名、19時: a surname alone among what else a booking has.
    [[nodiscard]] bool is_in_list(Stretch tokens, std::size_t size) const;
    /// 予約してるキムラです, a surname in kana behind what is said of a booking, or in katakana among what is not.
    [[nodiscard]] std::size_t surname_within(Range16 range, std::size_t at) const;
    /// 12/5 18時 5人 佐々木: at the end of it.
    [[nodiscard]] bool is_behind_list(std::u16string_view rest, std::size_t size, std::size_t at) const;
    [[nodiscard]] bool is_behind_count(std::size_t at) const;
    /// 佐藤, to whatever was asked, while nobody knows the name: a surname and nothing else.
    [[nodiscard]] bool is_all_said(std::u16string_view rest, std::size_t size, std::size_t at) const;
    /// X と申します, whoever X is.
    [[nodiscard]] std::optional<HeardName> called_before(Stretch tokens);
    /// おがわ of わたくしおがわと申します.
    [[nodiscard]] std::size_t behind_myself(std::size_t begin, std::size_t end) const;
    /// 私は大越と申します, but neither 早くなるといいます nor 市では村役場と言います.
    [[nodiscard]] bool is_own(std::u16string_view name, std::size_t called, char16_t before) const;
    [[nodiscard]] bool begins_clause(Stretch tokens, std::size_t at) const;
    [[nodiscard]] std::string raw(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::optional<HeardName> one(std::u16string_view kana, std::size_t begin) const;
    /// ジョーンズ keeps what is drawn out, where it is written so; さとー is さとう.
    [[nodiscard]] std::string sound(std::u16string_view kana, std::size_t begin) const;
    [[nodiscard]] bool is_katakana(std::size_t glyph) const;
    [[nodiscard]] std::optional<HeardName> heard(std::vector<SpokenName> names, std::size_t begin,
                                                 std::size_t end) const;
    const Reading& reading_;
    std::u16string_view text_;
    bool asked_;
    bool topic_ = false;     ///< the clause before named the name, and did not say it
    bool open_ = false;      ///< what was told is taken back, and nothing told instead
    bool disputed_ = false;  ///< part of what was told is taken back: ザじゃなくて
};

}  // namespace denwaban::talk
