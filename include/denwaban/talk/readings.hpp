#pragma once

// How figures are read in Japanese, by table: a synthetic voice that is given 7時 may say ななじ, and 4人 よんにん.

#include <array>
#include <cassert>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/talk/japanese_time.hpp>
#include <denwaban/talk/spoken.hpp>

namespace denwaban {

/// What is counted, each with a word of its own behind the number.
enum class Counter : std::uint8_t {
    people,   ///< 人
    guests,   ///< 名様
    minutes,  ///< 分
    things,   ///< つ, and no word from eleven on
    tables,   ///< 卓
    choices,  ///< 番
    yen,      ///< 円
};
template <>
inline constexpr std::array<std::string_view, 7> names_of<Counter>{"people", "guests",  "minutes", "things",
                                                                   "tables", "choices", "yen"};

namespace detail {

inline constexpr std::array<std::string_view, 10> digit_kana{"ゼロ", "いち", "に",   "さん", "よん",
                                                             "ご",   "ろく", "なな", "はち", "きゅう"};

/// By the hour, 0 to 24.
inline constexpr std::array<std::string_view, 25> hour_kana{
    "れいじ",         "いちじ",       "にじ",           "さんじ",       "よじ",         "ごじ",       "ろくじ",
    "しちじ",         "はちじ",       "くじ",           "じゅうじ",     "じゅういちじ", "じゅうにじ", "じゅうさんじ",
    "じゅうよじ",     "じゅうごじ",   "じゅうろくじ",   "じゅうしちじ", "じゅうはちじ", "じゅうくじ", "にじゅうじ",
    "にじゅういちじ", "にじゅうにじ", "にじゅうさんじ", "にじゅうよじ",
};

/// By the month, from 1.
inline constexpr std::array<std::string_view, 12> month_kana{
    "いちがつ", "にがつ",   "さんがつ", "しがつ",     "ごがつ",         "ろくがつ",
    "しちがつ", "はちがつ", "くがつ",   "じゅうがつ", "じゅういちがつ", "じゅうにがつ",
};

/// By the day of the month, from 1.
inline constexpr std::array<std::string_view, 31> day_kana{
    "ついたち",
    "ふつか",
    "みっか",
    "よっか",
    "いつか",
    "むいか",
    "なのか",
    "ようか",
    "ここのか",
    "とおか",
    "じゅういちにち",
    "じゅうににち",
    "じゅうさんにち",
    "じゅうよっか",
    "じゅうごにち",
    "じゅうろくにち",
    "じゅうしちにち",
    "じゅうはちにち",
    "じゅうくにち",
    "はつか",
    "にじゅういちにち",
    "にじゅうににち",
    "にじゅうさんにち",
    "にじゅうよっか",
    "にじゅうごにち",
    "にじゅうろくにち",
    "にじゅうしちにち",
    "にじゅうはちにち",
    "にじゅうくにち",
    "さんじゅうにち",
    "さんじゅういちにち",
};

/// By `date::weekday::c_encoding`.
inline constexpr std::array<std::string_view, 7> weekday_kana{"にちようび", "げつようび", "かようび", "すいようび",
                                                              "もくようび", "きんようび", "どようび"};

/// Tens, hundreds, thousands by their figure. 一万 alone has its いち.
inline constexpr std::array<std::array<std::string_view, 10>, 3> power_kana{{
    {"", "じゅう", "にじゅう", "さんじゅう", "よんじゅう", "ごじゅう", "ろくじゅう", "ななじゅう", "はちじゅう",
     "きゅうじゅう"},
    {"", "ひゃく", "にひゃく", "さんびゃく", "よんひゃく", "ごひゃく", "ろっぴゃく", "ななひゃく", "はっぴゃく",
     "きゅうひゃく"},
    {"", "せん", "にせん", "さんぜん", "よんせん", "ごせん", "ろくせん", "ななせん", "はっせん", "きゅうせん"},
}};

/// The last figure of a number together with what is counted; where it is 0, the ten or hundred before it.
struct CounterKana {
    Counter counter;
    std::string_view written;
    std::array<std::string_view, 10> units;  ///< by the last figure; of 0, what stands behind a whole number
    std::string_view ten;                    ///< the last じゅう of a number of whole tens
    std::string_view hundred;                ///< what stands for く of a number of whole hundreds
};
/// In the order of `Counter`.
inline constexpr std::array<CounterKana, count_of<Counter>> counter_kana{{
    {Counter::people,
     "人",
     {"にん", "いちにん", "ににん", "さんにん", "よにん", "ごにん", "ろくにん", "しちにん", "はちにん", "きゅうにん"},
     "じゅうにん",
     "くにん"},
    {Counter::guests,
     "名様",
     {"めいさま", "いちめいさま", "にめいさま", "さんめいさま", "よんめいさま", "ごめいさま", "ろくめいさま",
      "ななめいさま", "はちめいさま", "きゅうめいさま"},
     "じゅうめいさま",
     "くめいさま"},
    {Counter::minutes,
     "分",
     {"ふん", "いっぷん", "にふん", "さんぷん", "よんぷん", "ごふん", "ろっぷん", "ななふん", "はっぷん", "きゅうふん"},
     "じゅっぷん",
     "っぷん"},
    {Counter::things, "つ", {"", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"}, "じゅう", "く"},
    {Counter::tables,
     "卓",
     {"たく", "いったく", "にたく", "さんたく", "よんたく", "ごたく", "ろくたく", "ななたく", "はったく", "きゅうたく"},
     "じゅったく",
     "くたく"},
    {Counter::choices,
     "番",
     {"ばん", "いちばん", "にばん", "さんばん", "よんばん", "ごばん", "ろくばん", "ななばん", "はちばん", "きゅうばん"},
     "じゅうばん",
     "くばん"},
    {Counter::yen,
     "円",
     {"えん", "いちえん", "にえん", "さんえん", "よえん", "ごえん", "ろくえん", "ななえん", "はちえん", "きゅうえん"},
     "じゅうえん",
     "くえん"},
}};
static_assert([] {
    for (std::size_t place = 0; place < counter_kana.size(); ++place) {
        if (index_of(counter_kana[place].counter) != place) return false;
    }
    return true;
}());

/// Numbers that have a word of their own.
inline constexpr std::array<std::string_view, 2> people_kana{"ひとり", "ふたり"};
inline constexpr std::array<std::string_view, 10> things_kana{"ひとつ", "ふたつ", "みっつ", "よっつ",   "いつつ",
                                                              "むっつ", "ななつ", "やっつ", "ここのつ", "とお"};

/// Of 0 to 9999; nothing of 0.
[[nodiscard]] inline std::string below_ten_thousand(int number) {
    std::string kana;
    const auto figure = [&](int power) { return static_cast<std::size_t>(number / power % 10); };
    kana += power_kana[2][figure(1000)];
    kana += power_kana[1][figure(100)];
    kana += power_kana[0][figure(10)];
    if (figure(1) != 0) kana += digit_kana[figure(1)];
    return kana;
}

}  // namespace detail

/// 19 じゅうきゅう, 2500 にせんごひゃく. Precondition: 0 to 99999999.
[[nodiscard]] inline std::string kana_of_number(int number) {
    assert(number >= 0 && number <= 99'999'999);
    if (number == 0) return std::string{detail::digit_kana[0]};
    const int many = number / 10'000;
    const auto front = many == 0 ? std::string{} : detail::below_ten_thousand(many) + "まん";
    return front + detail::below_ten_thousand(number % 10'000);
}

/// 4人 よにん, 10分 じゅっぷん, 3つ みっつ. Precondition: 0 to 99999999.
[[nodiscard]] inline std::string kana_of_count(Counter counter, int count) {
    assert(count >= 0 && count <= 99'999'999);
    const auto& row = detail::counter_kana[index_of(counter)];
    const auto place = static_cast<std::size_t>(count);
    if (counter == Counter::people && count >= 1 && count <= 2) return std::string{detail::people_kana[place - 1]};
    if (counter == Counter::things && count >= 1 && count <= 10) return std::string{detail::things_kana[place - 1]};
    if (count == 0) return "ゼロ" + std::string{row.units[0]};
    const auto front = count < 10'000 ? std::string{} : detail::below_ten_thousand(count / 10'000) + "まん";
    const int rest = count % 10'000;
    if (rest % 10 != 0) {
        const auto tens = rest / 10 * 10;
        return front + detail::below_ten_thousand(tens) + std::string{row.units[place % 10]};
    }
    auto kana = front + detail::below_ten_thousand(rest);
    constexpr std::string_view ten = "じゅう", hundred = "く";
    if (rest % 100 != 0) return kana.substr(0, kana.size() - ten.size()) + std::string{row.ten};
    if (rest % 1000 != 0) return kana.substr(0, kana.size() - hundred.size()) + std::string{row.hundred};
    return kana + std::string{row.units[0]};
}

/// 4名様, read よんめいさま. Precondition as there.
[[nodiscard]] inline Spoken spoken_count(Counter counter, int count) {
    const bool is_bare = counter == Counter::things && (count == 0 || count > 10);
    const auto word = is_bare ? std::string_view{} : detail::counter_kana[index_of(counter)].written;
    const bool is_ten_things = counter == Counter::things && count == 10;
    const auto written = std::to_string(count) + std::string{is_ten_things ? std::string_view{} : word};
    return Spoken::read_as(written, kana_of_count(counter, count));
}

/// 19時 じゅうくじ. Precondition: 0 to 24.
[[nodiscard]] inline Spoken spoken_hour(int hour) {
    assert(hour >= 0 && hour <= 24);
    return Spoken::read_as(std::to_string(hour) + "時", detail::hour_kana[static_cast<std::size_t>(hour)]);
}

/// 19時30分, as a clock of 24 hours shows it; past midnight, that of the next day.
[[nodiscard]] inline Spoken spoken_clock(MinuteOfDay minute) {
    const int of_day = minute.count() % (24 * 60);
    auto said = spoken_hour(of_day / 60);
    if (of_day % 60 != 0) said += spoken_count(Counter::minutes, of_day % 60);
    return said;
}

/// 午後7時30分: as one reads a time back, so that 7時 is not 1時 nor 19時 17時. Past the business date's midnight
/// 深夜1時, from four in the morning 翌朝5時, from noon 翌日の午後1時; before it 午前1時. Noon is 昼の12時.
[[nodiscard]] inline Spoken spoken_half_day_clock(MinuteOfDay minute) {
    constexpr int midnight = 24 * 60, small_hours = 4 * 60, noon = 12 * 60;
    const int of_day = minute.count() % midnight;
    const bool is_past_midnight = minute.count() >= midnight;
    const bool is_night = is_past_midnight && of_day < small_hours;
    const bool is_next_day = is_past_midnight && !is_night;
    auto said = is_next_day
                    ? (of_day < noon ? Spoken::read_as("翌朝", "よくあさ") : Spoken::read_as("翌日", "よくじつ") + "の")
                    : Spoken{};
    if (is_night) {
        said += Spoken::read_as("深夜", "しんや");
    } else if (of_day / 60 == 12) {
        said += Spoken::read_as("昼の12時", "ひるのじゅうにじ");
    } else if (of_day >= noon) {
        said += Spoken::read_as("午後", "ごご");
    } else if (!is_next_day) {
        said += Spoken::read_as("午前", "ごぜん");
    }
    const int hour = of_day / 60;
    // 午後0時 is what the law calls noon, and nobody else.
    if (hour != 12) said += spoken_hour(hour > 12 ? hour - 12 : hour);
    if (of_day % 60 != 0) said += spoken_count(Counter::minutes, of_day % 60);
    return said;
}

/// 金曜日.
[[nodiscard]] inline Spoken spoken_weekday(Date date) {
    const auto place = date::weekday{date}.c_encoding();
    return Spoken::read_as(std::string{japanese_weekdays[place]} + "曜日", detail::weekday_kana[place]);
}

/// 11月4日水曜日: never without the weekday, so that 4日 is not 8日.
[[nodiscard]] inline Spoken spoken_date(Date date) {
    const date::year_month_day civil{date};
    const auto month = static_cast<unsigned>(civil.month());
    const auto day = static_cast<unsigned>(civil.day());
    return Spoken::read_as(std::to_string(month) + "月", detail::month_kana[month - 1]) +
           Spoken::read_as(std::to_string(day) + "日", detail::day_kana[day - 1]) + spoken_weekday(date);
}

/// A day as one reads it back on `today`: 本日、11月27日金曜日; of another year with the year.
[[nodiscard]] inline Spoken spoken_day(Date date, Date today) {
    const auto year_of = [](Date of) { return static_cast<int>(date::year_month_day{of}.year()); };
    const auto days = (date - today).count();
    Spoken said;
    if (days == 0) said = Spoken::read_as("本日", "ほんじつ") + "、";
    if (days == 1) said = Spoken::read_as("明日", "あした") + "、";
    if (days == 2) said = Spoken::read_as("明後日", "あさって") + "、";
    const int year = year_of(date);
    if (year != year_of(today) && (days < 0 || days > 100) && year > 0)
        said += Spoken::read_as(std::to_string(year) + "年", kana_of_number(year) + "ねん");
    return said + spoken_date(date);
}

/// A time read back together with its business date: past midnight it says which day that is, 深夜1時（12月5日土曜日の
/// 午前1時）, so that nobody comes a night late.
[[nodiscard]] inline Spoken spoken_clock_on(Date business_date, MinuteOfDay minute) {
    constexpr int day = 24 * 60;
    const auto said = spoken_half_day_clock(minute);
    if (minute.count() < day) return said;
    const auto lived = business_date + date::days{minute.count() / day};
    const auto of_day = MinuteOfDay::make(minute.count() % day);
    return said + "（" + spoken_date(lived) + "の" + spoken_half_day_clock(*of_day) + "）";
}

namespace detail {

/// How many figures stand in each group of a number as Japan writes it: 03-1234-5678, 090-1234-5678, 0120-123-456.
[[nodiscard]] constexpr std::array<std::size_t, 3> phone_groups(std::string_view national) noexcept {
    constexpr std::size_t mobile = 11;
    if (national.starts_with("0800")) return {4, 3, 4};
    if (national.size() == mobile) return {3, 4, 4};
    for (const std::string_view free : {"0120", "0570", "0990", "0180"}) {
        if (national.starts_with(free)) return {4, 3, 3};
    }
    const bool is_metropolis = national.starts_with("03") || national.starts_with("06");
    return is_metropolis ? std::array<std::size_t, 3>{2, 4, 4} : std::array<std::size_t, 3>{3, 3, 4};
}

}  // namespace detail

/// Figure by figure, with a pause between the groups: 090-1234-5678, ゼロきゅうゼロ…. Which figures of a number in
/// Japan are its area's is not known: of other areas than Tokyo's and Osaka's three are read first.
[[nodiscard]] inline Spoken spoken_phone(const PhoneNumber& number) {
    constexpr std::chrono::milliseconds breath{300};
    const auto all = number.national();
    Spoken said;
    const auto say = [&](std::string_view group) {
        std::string kana;
        for (const char figure : group)
            kana += figure == '+' ? "プラス" : detail::digit_kana[static_cast<std::size_t>(figure - '0')];
        if (!said.empty()) said += Spoken::unsaid("-") + Spoken::pause(breath);
        said += Spoken::read_as(group, kana);
    };
    std::size_t at = 0;
    const auto groups = number.is_japanese() ? detail::phone_groups(all) : std::array<std::size_t, 3>{3, 3, 3};
    for (std::size_t place = 0; place < groups.size() && at < all.size(); ++place) {
        const bool is_last = place + 1 == groups.size();
        const auto size = is_last ? all.size() - at : groups[place];
        say(std::string_view{all}.substr(at, size));
        at += size;
    }
    return said;
}

}  // namespace denwaban
