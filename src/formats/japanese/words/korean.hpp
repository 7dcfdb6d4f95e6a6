#pragma once

#include <array>

#include "entries.hpp"

namespace denwaban::formats::japanese::words {

/// Korean, as listings for travellers have it.
inline constexpr auto korean = [] {
    using enum Word;
    return std::to_array<Entry>({
        {U"일요일", weekday, 0},
        {U"월요일", weekday, 1},
        {U"화요일", weekday, 2},
        {U"수요일", weekday, 3},
        {U"목요일", weekday, 4},
        {U"금요일", weekday, 5},
        {U"토요일", weekday, 6},
        {U"주말", weekend},
        {U"평일", workdays},
        {U"공휴일", holiday},
        {U"매일", every_day},
        {U"점심", service, value(Meal::lunch)},
        {U"저녁", service, value(Meal::dinner)},
        {U"영업시간", hours_heading},
        {U"영업 시간", hours_heading},
        {U"라스트오더", last_order},
        {U"라스트 오더", last_order},
        {U"주문마감", last_order},
        {U"주문 마감", last_order},
        {U"까지", until},
        {U"부터", from},
        {U"브레이크타임", pause},
        {U"브레이크 타임", pause},
        {U"오전", before_noon},
        {U"오후", after_noon},
        {U"휴무", rest},
        {U"휴일", rest},
        {U"정기휴일", closing_heading},
        {U"정기 휴일", closing_heading},
        {U"정기휴무", closing_heading},
        {U"휴무일", closing_heading},
        {U"연중무휴", no_rest},
        {U"매주", filler},
    });
}();

}  // namespace denwaban::formats::japanese::words
