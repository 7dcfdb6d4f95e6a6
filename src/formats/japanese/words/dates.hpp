#pragma once

#include <array>

#include "entries.hpp"

namespace denwaban::formats::japanese::words {

/// Seasons, parts of a month and which of its days.
inline constexpr auto dates = [] {
    using enum Word;
    return std::to_array<Entry>({
        {U"月末", month_day, 0},
        {U"月末日", month_day, 0},
        {U"毎月最終日", month_day, 0},
        {U"月の最終日", month_day, 0},
        {U"毎月の最終日", month_day, 0},
        {U"末日", month_day, 0},
        {U"月の末日", month_day, 0},
        {U"上旬", part_of_month, 0},
        {U"初旬", part_of_month, 0},
        {U"半ば", part_of_month, 1},
        {U"中旬", part_of_month, 1},
        {U"下旬", part_of_month, 2},
        {U"最終週の", ordinal, 0},
        {U"最終週", ordinal, 0},
        {U"最終", ordinal, 0},
        {U"最後の", ordinal, 0},
        {U"のつく日", ending_in},
        {U"の付く日", ending_in},
        {U"隔週", alternate_weeks},
        {U"奇数月", odd_months},
        {U"偶数月", even_months},
        {U"年末年始", season, value(Season::new_year_holidays)},
        {U"正月三が日", season, value(Season::new_year)},
        {U"年末・年始", season, value(Season::new_year_holidays)},
        {U"年末、年始", season, value(Season::new_year_holidays)},
        {U"年末", season, value(Season::year_end)},
        {U"年始", season, value(Season::new_year)},
        {U"正月", season, value(Season::new_year)},
        {U"お正月", season, value(Season::new_year)},
        {U"三が日", season, value(Season::new_year)},
        {U"元日", season, value(Season::new_years_day)},
        {U"元旦", season, value(Season::new_years_day)},
        {U"大晦日", season, value(Season::new_years_eve)},
        {U"大みそか", season, value(Season::new_years_eve)},
        {U"おおみそか", season, value(Season::new_years_eve)},
        {U"お盆", season, value(Season::bon)},
        {U"盆", season, value(Season::bon)},
        {U"旧盆", season, value(Season::bon)},
        {U"夏季", season, value(Season::summer)},
        {U"夏期", season, value(Season::summer)},
        {U"夏休み", season, value(Season::summer)},
        {U"夏季休業", season, value(Season::summer)},
        {U"夏期休業", season, value(Season::summer)},
        {U"夏季休暇", season, value(Season::summer)},
        {U"夏期休暇", season, value(Season::summer)},
        {U"gw", season, value(Season::golden_week)},
        {U"g.w", season, value(Season::golden_week)},
        {U"ゴールデンウィーク", season, value(Season::golden_week)},
        {U"ゴールデンウイーク", season, value(Season::golden_week)},
        {U"冬季", season, value(Season::winter)},
        {U"冬期", season, value(Season::winter)},
        {U"たまに", sometimes},
        {U"時々", sometimes},
        {U"ときどき", sometimes},
        {U"不定期で", sometimes},
        {U"不定期に", sometimes},
        {U"最終日", last_day},
        {U"最終日のみ", last_day},
        {U"催事最終日", last_day},
        {U"会期最終日", last_day},
        {U"初日", last_day, 1},
        {U"初日のみ", last_day, 1},
    });
}();

}  // namespace denwaban::formats::japanese::words
