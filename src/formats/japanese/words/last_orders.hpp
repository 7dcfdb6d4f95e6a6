#pragma once

#include <array>

#include "entries.hpp"

namespace denwaban::formats::japanese::words {

/// The last order and the last entry.
inline constexpr auto last_orders = [] {
    using enum Word;
    return std::to_array<Entry>({
        {U"l.o.", last_order},
        {U"l.o", last_order},
        {U"lo", last_order},
        {U"l o", last_order},
        {U"l,o", last_order},
        {U"l.o.は", last_order},
        {U"lo.", last_order},
        {U"l・o", last_order},
        {U"ｌ.ｏ", last_order},
        {U"o.s.", last_order},
        {U"o.s", last_order},
        {U"ラストオーダー", last_order},
        {U"ラストオーダ", last_order},
        {U"オーダーストップ", last_order},
        {U"オーダーストップは", last_order},
        {U"最終注文", last_order},
        {U"最後點餐", last_order},
        {U"最后点单", last_order},
        {U"最後點單", last_order},
        {U"最后点餐", last_order},
        {U"最後點餐時間", last_order},
        {U"最后点餐时间", last_order},
        {U"os", last_order},
        {U"lo時間", last_order},
        {U"注文", last_order},
        {U"ご注文", last_order},
        {U"最終入店", last_order, 1},
        {U"最終受付", last_order, 1},
        {U"受付終了", last_order, 1},
        {U"最終入場", last_order, 1},
        {U"最終入館", last_order, 1},
        {U"最終入園", last_order, 1},
        {U"最终入场", last_order, 1},
        {U"最终入馆", last_order, 1},
        {U"最后入场", last_order, 1},
        {U"最後入場", last_order, 1},
        {U"最後点餐", last_order},
        {U"入店", entry},
        {U"入場", entry},
        {U"入館", entry},
        {U"入園", entry},
        {U"券売", entry},
        {U"発券", entry},
        {U"チケット販売", entry},
        {U"入場券販売", entry},
        {U"入館券販売", entry},
        {U"ご入店", entry},
        {U"ご入館", entry},
    });
}();

}  // namespace denwaban::formats::japanese::words
