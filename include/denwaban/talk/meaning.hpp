#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/seating/party.hpp>

namespace denwaban {

/// What a caller wants, or does.
enum class Intent : std::uint8_t {
    book,
    change,
    cancel,
    confirm,  ///< whether their booking stands, and as what
    ask_hours,
    ask_last_order,
    ask_vacancy,
    ask_directions,
    ask_parking,
    ask_menu,
    ask_allergy,
    ask_price,
    ask_children,
    ask_payment,
    lost_property,
    late_arrival,
    complaint,
    sales_call,
    human,    ///< somebody to talk to
    goodbye,  ///< 失礼します, やっぱりいいです: nothing is wanted any more
    repeat,   ///< もう一度
    slower,
    silence,         ///< nothing at all
    noise,           ///< nothing but fillers and what is no word
    something_else,  ///< words, of which none says what is wanted
};
template <>
inline constexpr std::array<std::string_view, 25> names_of<Intent>{
    "book",           "change",       "cancel",    "confirm",        "ask_hours", "ask_last_order", "ask_vacancy",
    "ask_directions", "ask_parking",  "ask_menu",  "ask_allergy",    "ask_price", "ask_children",   "ask_payment",
    "lost_property",  "late_arrival", "complaint", "sales_call",     "human",     "goodbye",        "repeat",
    "slower",         "silence",      "noise",     "something_else",
};

/// Whether somebody agreed. 大丈夫です, 結構です and いいです are `unclear` where the question does not decide.
enum class Polarity : std::uint8_t { none, yes, no, unclear };
template <>
inline constexpr std::array<std::string_view, 4> names_of<Polarity>{"none", "yes", "no", "unclear"};

/// What can be said of a booking.
enum class SlotKind : std::uint8_t { day, time, party, name, phone, needs, allergies, course, occasion, budget };
template <>
inline constexpr std::array<std::string_view, 10> names_of<SlotKind>{
    "day", "time", "party", "name", "phone", "needs", "allergies", "course", "occasion", "budget",
};

/// What would tell which reading was meant.
enum class Decider : std::uint8_t {
    half_of_day,  ///< 午前 or 午後
    which_day,    ///< of several: 今週末, 連休, 来週
    which_week,   ///< 今度の土曜 on a Friday
    which_month,
    which_time,   ///< of a part of the day
    how_many,     ///< 3、4人
    who_counts,   ///< whether the children are among those named before
    spelling,     ///< a name's reading
    digits,       ///< of a telephone number
    per_head,     ///< a budget for one, or for all
    which_words,  ///< two values were said, and neither was taken back
    whether,      ///< one reading, beside words that may say it of something else, or not at all
};
template <>
inline constexpr std::array<std::string_view, 12> names_of<Decider>{
    "half_of_day", "which_day", "which_week", "which_month", "which_time",  "how_many",
    "who_counts",  "spelling",  "digits",     "per_head",    "which_words", "whether",
};

/// ごろ, くらい, or as said.
enum class Precision : std::uint8_t { exact, about };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Precision>{"exact", "about"};

/// What some words say. Where they can be read in several ways, all that stand are given, the likelier first, and what
/// would decide; nothing is guessed.
template <class T>
struct Heard {
    std::vector<T> readings;  ///< never empty
    ByteRange words;          ///< in the text as it was handed in
    Precision precision = Precision::exact;
    std::optional<Decider> decider{};  ///< while there are several readings, or one is in doubt

    /// The one reading, or null where it takes a question.
    [[nodiscard]] const T* certain() const noexcept {
        return readings.size() == 1 && !decider ? &readings.front() : nullptr;
    }
    friend bool operator==(const Heard&, const Heard&) = default;
};

/// Any time from one to the other; 7時以降 has no end, 9時まで no beginning. At least one is there.
struct TimeRange {
    std::optional<MinuteOfDay> from;
    std::optional<MinuteOfDay> until;
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};
/// A time without a clock. The first two are times where the hours are known.
enum class PartOfDay : std::uint8_t {
    opening,    ///< 開店と同時
    closing,    ///< 閉店まで, 最後の枠
    morning,    ///< 朝, 午前
    lunch,      ///< お昼, ランチ
    afternoon,  ///< 午後
    evening,    ///< 夕方
    night,      ///< 夜, ディナー
    early,      ///< 早めの時間
    late,       ///< 遅めの時間
};
template <>
inline constexpr std::array<std::string_view, 9> names_of<PartOfDay>{
    "opening", "closing", "morning", "lunch", "afternoon", "evening", "night", "early", "late",
};
/// When a party comes.
using TimeWish = std::variant<MinuteOfDay, TimeRange, PartOfDay>;

/// あと一人増える: added to those who were booked before; negative for fewer.
struct PartyChange {
    int adults = 0;
    int children = 0;
    int infants = 0;
    friend bool operator==(const PartyChange&, const PartyChange&) = default;
};
/// Who comes. All are adults of whom nobody said otherwise; a party of children alone is an addition to what is known.
/// A change is applied already where the party was known for certain.
using PartyWish = std::variant<Party, PartyChange>;

/// A name as it was said. Kana come from kana, or from a table of surnames; kanji only from the words.
struct SpokenName {
    std::string kana;     ///< katakana; empty where the reading is not known
    std::string written;  ///< as it stood in the words: 山田, やまだ
    friend bool operator==(const SpokenName&, const SpokenName&) = default;
};

/// What a seat is to have, or who comes in what.
enum class Need : std::uint8_t {
    private_room,  ///< 個室, 半個室
    non_smoking,
    smoking,
    tatami,      ///< 座敷
    sunken,      ///< 掘りごたつ
    counter,     ///< カウンター
    table,       ///< テーブル席
    sofa,        ///< ソファ席
    window,      ///< 窓側
    terrace,     ///< テラス
    quiet,       ///< 静かな席
    back,        ///< 奥の席
    wheelchair,  ///< 車椅子
    stroller,    ///< ベビーカー
    high_chair,  ///< 子ども用の椅子
    pet,
    exclusive,  ///< 貸切
};
template <>
inline constexpr std::array<std::string_view, 17> names_of<Need>{
    "private_room", "non_smoking", "smoking", "tatami",     "sunken",   "counter",    "table", "sofa",      "window",
    "terrace",      "quiet",       "back",    "wheelchair", "stroller", "high_chair", "pet",   "exclusive",
};
/// How a need was named.
enum class Wanted : std::uint8_t {
    wanted,
    asked,     ///< ありますか: wanted if there is one
    unwanted,  ///< 個室じゃなくて
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Wanted>{"wanted", "asked", "unwanted"};
/// 個室がいいです.
struct HeardNeed {
    Need need;
    Wanted wanted = Wanted::wanted;
    ByteRange words;
    friend bool operator==(const HeardNeed&, const HeardNeed&) = default;
};

/// What somebody can't eat; what is not on the list stands as it was said, and nothing where it was not said what.
struct HeardAllergy {
    std::string what;                ///< えび, 卵
    Wanted wanted = Wanted::wanted;  ///< `unwanted`: アレルギーはありません
    ByteRange words;
    friend bool operator==(const HeardAllergy&, const HeardAllergy&) = default;
};

/// What is to be eaten.
struct SeatOnly {
    friend bool operator==(SeatOnly, SeatOnly) = default;
};
/// A course by the restaurant's name for it, or by the caller's words where it is none of those.
struct NamedCourse {
    std::string name;
    friend bool operator==(const NamedCourse&, const NamedCourse&) = default;
};
/// 席のみ, or a course.
using CourseWish = std::variant<SeatOnly, NamedCourse>;

/// Why they come.
enum class Occasion : std::uint8_t {
    birthday,
    anniversary,
    wedding,
    proposal,
    families_meet,  ///< 顔合わせ, 結納
    longevity,      ///< 還暦, 喜寿, 米寿
    memorial,       ///< 法事
    children,       ///< お食い初め, 七五三, 入学祝い
    business,       ///< 接待, 会食
    year_end,       ///< 忘年会
    new_year,       ///< 新年会
    welcome,        ///< 歓迎会, 送別会
    reunion,        ///< 同窓会
    party,          ///< 宴会, 女子会, 打ち上げ
    date,
    celebration,  ///< お祝い
};
template <>
inline constexpr std::array<std::string_view, 16> names_of<Occasion>{
    "birthday", "anniversary", "wedding",  "proposal", "families_meet", "longevity", "memorial", "children",
    "business", "year_end",    "new_year", "welcome",  "reunion",       "party",     "date",     "celebration",
};

/// Yen; `of` whom, where it was said.
struct Budget {
    /// Whether each pays so much, or all together.
    enum class Of : std::uint8_t { each, all };
    std::optional<int> least{};
    std::optional<int> most{};
    Of of = Of::each;
    friend bool operator==(const Budget&, const Budget&) = default;
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Budget::Of>{"each", "all"};

/// What was said of a booking; an empty slot was not said.
struct Slots {
    std::optional<Heard<Date>> day{};
    std::optional<Heard<TimeWish>> time{};
    std::optional<Heard<PartyWish>> party{};
    std::optional<Heard<SpokenName>> name{};
    std::optional<Heard<PhoneNumber>> phone{};
    /// Those of a telephone number that is no whole one yet, or is none: what is known of them goes on with the next.
    std::optional<Heard<std::string>> digits{};
    std::vector<HeardNeed> needs{};
    std::vector<HeardAllergy> allergies{};
    std::optional<Heard<CourseWish>> course{};
    std::optional<Heard<Occasion>> occasion{};
    std::optional<Heard<Budget>> budget{};
    friend bool operator==(const Slots&, const Slots&) = default;
};

/// An intent and the words that say so; the range of what is said by the whole is the whole.
struct HeardIntent {
    Intent intent;
    ByteRange words;
    friend bool operator==(const HeardIntent&, const HeardIntent&) = default;
};

/// What somebody said, as far as the words say it.
struct Meaning {
    std::vector<HeardIntent> intents{};  ///< the strongest first, none twice; none where slots or a yes are all
    Polarity polarity = Polarity::none;
    Slots slots{};
    /// Of which these words took a value back: their own (6時、じゃなくて7時), or one that was known (日にちを変えて).
    /// What a slot has here is the new value; where it has none, the old one is wrong and the new one not said.
    std::vector<SlotKind> corrected{};
    std::vector<ByteRange> unread{};  ///< words with a figure in them that were not understood
    /// 土曜の予約を7時に変更: the day of the booking that is spoken of. Where nothing else is said of a day, the slot
    /// has it too.
    std::optional<Heard<Date>> booked_day{};
    /// 19時の予約を20時に: its time, likewise.
    std::optional<Heard<TimeWish>> booked_time{};
    friend bool operator==(const Meaning&, const Meaning&) = default;
};

}  // namespace denwaban
