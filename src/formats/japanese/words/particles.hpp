#pragma once

#include <array>

#include "entries.hpp"

namespace denwaban::formats::japanese::words {

/// What joins words or narrows them.
inline constexpr auto particles = [] {
    using enum Word;
    return std::to_array<Entry>({
        {U"も", also},
        {U"でも", also},
        {U"にも", also},
        {U"は", topic},
        {U"が", topic},
        {U"を", topic},
        {U"に", topic},
        {U"で", topic},
        {U"へ", topic},
        {U"には", topic},
        {U"にて", topic},
        {U"では", topic},
        {U"に関しては", topic},
        {U"に関して", topic},
        {U"について", topic},
        {U"については", topic},
        {U"の", of},
        {U"のみ", only},
        {U"限定", only},
        {U"に限り", only},
        {U"に限る", only},
        {U"限り", only},
        {U"だけ", only},
        {U"を除く", except},
        {U"除く", except},
        {U"以外", except},
        {U"以外の", except},
        {U"をのぞき", except},
        {U"を除いて", except},
        {U"を除いた", except},
        {U"以外は", except},
        {U"を除き", except},
        {U"のぞく", except},
        {U"をのぞく", except},
        {U"の他は", except},
        {U"除き", except},
        {U"を中心に", around},
        {U"中心に", around},
        {U"中心", around},
        {U"主に", around, 1},
        {U"おもに", around, 1},
        {U"主として", around, 1},
        {U"いただく日もございます", exists},
        {U"頂く日もございます", exists},
        {U"あり", exists},
        {U"有り", exists},
        {U"有", exists},
        {U"あります", exists},
        {U"ございます", exists},
        {U"いただく日", exists},
        {U"ございますので", exists},
        {U"または", either},
        {U"又は", either},
        {U"もしくは", either},
        {U"どちらか", either},
        {U"いずれか", either},
        {U"のどちらか", either},
        {U"のいずれか", either},
        {U"か", either},
        {U"以外にも", other},
        {U"以外に", other},
        {U"その他", other},
        {U"他", other},
        {U"ほか", other},
        {U"他に", other},
        {U"それ以外にも", other},
        {U"他にも", other},
    });
}();

}  // namespace denwaban::formats::japanese::words
