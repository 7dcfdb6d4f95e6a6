#pragma once

#include <array>

#include "entries.hpp"

namespace denwaban::formats::japanese::words {

/// Times of the day, and in which half of it.
inline constexpr auto clocks = [] {
    using enum Word;
    return std::to_array<Entry>({
        {U"正午", time, 12 * 60},
        {U"ごろ", about},
        {U"頃", about},
        {U"ころ", about},
        {U"前後", about},
        {U"くらい", about},
        {U"ぐらい", about},
        {U"同", same},
        {U"24時間営業", all_day},
        {U"24h営業", all_day},
        {U"二十四時間営業", all_day},
        {U"二十四時間", all_day},
        {U"24時間", all_day},
        {U"翌朝", next_day_of},
        {U"翌", next_day_of},
        {U"次の", next_day_of},
        {U"午前", before_noon},
        {U"午後", after_noon},
        {U"夜中", late_night},
        {U"夜中の", late_night},
        {U"深夜の", late_night},
        {U"凌晨", late_night},
        {U"深夜", late_night},
    });
}();

}  // namespace denwaban::formats::japanese::words
