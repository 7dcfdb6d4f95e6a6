#pragma once

#include <array>
#include <cstdint>
#include <string_view>

// A place in a sentence takes a few of ninety words, and no other.
#pragma GCC diagnostic ignored "-Wswitch-enum"

namespace denwaban::formats::japanese {

/// What a word of a listing does in a sentence.
enum class Word : std::uint8_t {
    // What isn't in the vocabulary
    prose,
    broken,
    unread,    ///< digits where a time or a date belongs that are neither: 10:0, 99日
    harmless,  ///< a telephone number
    // Punctuation
    separator,  ///< 、 ・ , &
    slash,
    dash,
    colon,
    opening,  ///< any bracket that opens
    closing,
    newline,
    stop,  ///< 。 ! ?
    mark,  ///< ※ ■ ★
    // Numbers and what they count
    number,
    time,
    date,           ///< 12/31, 2026年1月3日
    month,          ///< 6月
    month_day,      ///< 5日
    part_of_month,  ///< 上旬, 中旬, 下旬
    ordinal,        ///< 第1, 最終
    times_a_month,
    ending_in,  ///< 4のつく日
    // Kinds of days
    weekday,
    weekend,   ///< 週末
    workdays,  ///< 平日
    holiday,
    named_holiday,  ///< 文化の日
    holiday_eve,
    day_after_holiday,
    every_day,
    alternate_weeks,
    odd_months,
    even_months,
    season,     ///< 年末年始; see `Season`
    sometimes,  ///< たまに
    long_weekend,
    last_of_long_weekend,
    last_day,  ///< 最終日; 1 of 初日
    // Hours
    service,  ///< ランチ; see `Meal`
    elsewhere,
    floor,  ///< 2階
    eat_in,
    hours_heading,
    period,  ///< 営業期間, before its dates
    last_order,
    food,
    drink,
    entry,
    until,
    from,
    to_the_last,
    sold_out,
    about,
    before_closing,  ///< 30分前, in minutes
    pause,           ///< 昼休み
    goes_through,    ///< 通し営業
    same,            ///< 同10時: of the same half of the day
    same_as,         ///< 祝日は日曜と同じ
    all_day,
    next_day_of,  ///< 翌, before a time or a weekday
    before_noon,
    after_noon,
    late_night,
    // Closings
    rest,
    may_rest,         ///< お休みかも
    closing_heading,  ///< 定休日, also said of the days before it
    no_rest,
    irregular,
    occasional,
    // Conditions and what follows from them
    in_case,
    open,
    next_day,
    next_weekday,
    next_business_day,
    previous_day,
    substitute,
    no_substitute,
    varies,
    also,
    topic,
    of,
    only,
    except,
    around,
    per_facility,
    announced,
    ask,
    exists,
    either,
    other,
    filler,
    not_hours,  ///< 予約, 円: the sentence is about something else
};

/// 月末, beside 上旬, 中旬 and 下旬.
inline constexpr int last_days_of_month = 3;

enum class Season : std::uint8_t {
    new_year_holidays,
    year_end,
    new_year,
    new_years_day,
    bon,
    summer,
    golden_week,
    winter,
    new_years_eve
};

enum class Meal : std::uint8_t { none, breakfast, lunch, cafe, dinner, bar };

/// What the rules call each meal.
inline constexpr std::array<std::string_view, 6> meal_names{"", "モーニング", "ランチ", "カフェ", "ディナー", "バー"};

struct Entry {
    std::u32string_view text;
    Word word;
    int value = 0;
};

struct Match {
    const Entry* entry = nullptr;
    std::size_t length = 0;
};

/// The entries that start with a character, longest first.
struct Entries {
    const Entry* first;
    const Entry* last;
};
[[nodiscard]] Entries entries_starting_with(char32_t code) noexcept;

}  // namespace denwaban::formats::japanese
