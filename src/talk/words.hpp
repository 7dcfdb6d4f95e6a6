#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

// A place in a sentence takes a few of these words, and no other.
#pragma GCC diagnostic ignored "-Wswitch-enum"

namespace denwaban::talk {

/// What a word does.
enum class Word : std::uint8_t {
    other,  ///< a character of no word
    // What binds
    filler,
    stop,      ///< 、 and 。
    question,  ///< ?
    ka,
    no,
    wa,
    ga,
    wo,
    ni,
    de,
    to,
    mo,
    kara,
    made,
    tilde,
    either,  ///< または, もしくは
    copula,
    polite,  ///< お願いします
    // What takes back
    not_but,  ///< じゃなくて
    mistaken,
    rather,  ///< やっぱり
    sorry,
    ah,
    // Days
    relative_day,
    relative_night,  ///< 今晩
    relative_morning,
    known_day,  ///< その日, 翌日 behind a day that is known
    week,
    coming,
    weekday,
    same_weekday,  ///< 同じ曜日 as the day that is known
    working_day,
    weekend,
    month,     ///< 12月
    month_of,  ///< 来月
    year,
    month_end,
    month_third,  ///< 上旬
    ordinal,
    fixed_day,
    rule_day,
    span,
    holiday,
    holiday_eve,
    holiday_name,
    offset_day,  ///< の前日
    first_of,
    middle_of,
    last_of,
    head_of,
    days_after,
    weeks_after,
    day_topic,
    // Times
    hour,
    minute,
    half,
    minutes_after,  ///< 30分後
    moved_time,     ///< an hour later: minutes that a time which is known is moved by
    part,
    noon,
    before,
    past,
    about,
    onward,
    between,
    time_topic,
    sooner,  ///< 早いほう
    later,
    // Who comes
    people,
    people_topic,
    adult,
    child,
    infant,
    pair,
    family,
    person,
    friends,
    among,
    me_too,
    bringing,  ///< 連れて
    besides,
    more,
    fewer,
    no_chair,
    // The rest
    yen,
    budget_topic,
    per_head,
    in_all,
    at_most,
    at_least,
    age,
    duration,
    counted,  ///< 2回: a figure that says nothing of a booking
    number,
    month_day,
    clock,
    need,
    allergen,
    allergy,
    cannot_eat,
    course,
    seat_only,
    occasion,
    name_topic,
    called,  ///< と申します
    sama,
    phone_topic,
    phone,  ///< a whole telephone number
    year_number,
    day_of_month,
    yes,
    no_word,
    unclear,
    with_that,  ///< それで
    already,
    then,
    none_there,  ///< ありません
    there,       ///< ありますか
    wanted_there,
    cue,
    aside,   ///< of a booking, were it not of the past or of others
    others,  ///< 電車が: whoever else does something
    deed,    ///< 行きました: what was done is no wish
    except,
    including,
    said,  ///< って言ったけど
};

/// What a word says of what is wanted.
enum class Cue : std::uint8_t {
    none,
    booking,
    hope,
    change,
    make_it,  ///< にして
    cancel,
    have,
    check,
    hours,
    open_on,
    rest_day,
    last_order,
    vacancy,
    directions,
    parking,
    menu,
    deal_with,
    price,
    with_children,
    may_come,
    payment,
    lost,
    late,
    complaint,
    sales,
    human,
    repeat,
    slower,
    hello,
    elsewhere,  ///< 天気, タクシー: no restaurant's business
    thanks,
    come,     ///< 伺いたい
    goodbye,  ///< 失礼します
    become,   ///< 7時半になりそう
    another,  ///< もう1件: besides what is booked
    errand,   ///< 配達が: who calls on the house's business
};

struct Entry {
    std::u16string_view text;
    Word word;
    std::int16_t value;
    Cue cue;
};

/// The longest word that a text begins with, or null. Cost: some comparisons.
[[nodiscard]] const Entry* longest_word(std::u16string_view text);

/// The longest word that counts (人, 時, 日後) with which a text begins.
[[nodiscard]] const Entry* longest_counter(std::u16string_view text);

/// A row of the vocabulary: words apart by blanks, all of which say the same.
struct Row {
    Word word;
    std::int16_t value;
    std::string_view words;
    Cue cue = Cue::none;
};

[[nodiscard]] std::span<const Row> binding_words();
[[nodiscard]] std::span<const Row> dialect_words();
[[nodiscard]] std::span<const Row> day_words();
[[nodiscard]] std::span<const Row> time_words();
[[nodiscard]] std::span<const Row> people_words();
[[nodiscard]] std::span<const Row> need_words();
[[nodiscard]] std::span<const Row> wish_words();
[[nodiscard]] std::span<const Row> errand_words();
[[nodiscard]] std::span<const Row> counters();

/// By their place.
[[nodiscard]] std::string_view allergen_named(std::int16_t place);
/// Of the law; the calendar says when.
[[nodiscard]] std::string_view holiday_named(std::int16_t place);

}  // namespace denwaban::talk
