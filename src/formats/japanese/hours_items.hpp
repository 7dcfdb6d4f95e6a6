#pragma once

#include <cstddef>
#include <vector>

#include "lexer.hpp"
#include "listing.hpp"

namespace denwaban::formats::japanese {

enum class HalfDay : std::uint8_t { unsaid, morning, afternoon };

/// A time as written: 5時 may be of the morning or of the afternoon until what stands around it has been heard.
struct Clock {
    int minutes = 0;
    HalfDay half = HalfDay::unsaid;
    bool half_behind = false;     ///< 11:00 PM
    bool past_midnight = false;   ///< said so: 翌2:00, 26:00
    bool of_twenty_four = false;  ///< 05:30, which no clock of twelve hours shows
};

/// What the hours of a listing are made of, before it is known what belongs to what.
enum class ItemKind : std::uint8_t {
    days,
    meal,
    span,
    until,  ///< 金土は23:00まで
    since,  ///< 日曜は9:00から
    last_order,
    goes_through,  ///< 通し営業
    pause,         ///< 昼休み13:00～14:00
    elsewhere,     ///< テイクアウト: the hours beside it are not the restaurant's
    eat_in,
    heading,  ///< 営業時間
    closed,   ///< closing days stand here
    unread,   ///< something about the hours that was not understood
};

struct HoursItem {
    ItemKind kind;
    DayList days{};
    Reach reach = Reach::these;
    Meal meal = Meal::none;
    Clock opens{};
    Clock closes{};
    bool end_known = true;
    bool ends_at_last_order = false;
    bool crosses_meals = false;  ///< 昼12時～夜10時
    bool leads = false;          ///< of days: certainly of the hours behind them
    bool alone = false;          ///< のみ: its days have no other hours
    bool said_until = true;      ///< まで stands there, not ～ alone
    bool about = false;          ///< 14時頃, 13時には売り切れます
    Word order = Word::last_order;
    std::size_t first = 0;  ///< its tokens
    std::size_t last = 0;   ///< one beyond
    Place place{};
};

/// Finds what belongs to what among the hours of one text, whichever side it stands on: 平日 11:00～, 11:00～（平日）.
/// Cost: O(tokens).
void arrange(const std::vector<HoursItem>& items, const std::vector<Token>& tokens, Listing& listing);

}  // namespace denwaban::formats::japanese
