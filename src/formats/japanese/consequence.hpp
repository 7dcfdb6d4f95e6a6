#pragma once

#include <array>

#include "parser.hpp"

namespace denwaban::formats::japanese {

struct ListingParser::Consequence {
    bool opens = false;
    bool rests = false;
    bool next_day = false;
    bool no_holiday = false;  ///< 祝日でない翌日
    bool next_weekday = false;
    bool next_business_day = false;
    bool previous_day = false;
    bool substitute = false;
    bool no_substitute = false;
    bool varies = false;
    bool also = false;         ///< 月曜も
    bool following = false;    ///< 翌, of the weekday that rests
    bool eves = false;         ///< 祝日・祝前日の場合
    Meal serves = Meal::none;  ///< 昼のみ営業
    WeekdaySet opening;
    WeekdaySet resting;

    /// What a word says by itself.
    void note(Word word) {
        struct Flag {
            Word word;
            bool Consequence::*flag;
        };
        constexpr std::array flags{
            Flag{Word::next_day, &Consequence::next_day},
            Flag{Word::next_weekday, &Consequence::next_weekday},
            Flag{Word::next_business_day, &Consequence::next_business_day},
            Flag{Word::previous_day, &Consequence::previous_day},
            Flag{Word::substitute, &Consequence::substitute},
            Flag{Word::no_substitute, &Consequence::no_substitute},
            Flag{Word::next_day_of, &Consequence::following},
            Flag{Word::varies, &Consequence::varies},
            Flag{Word::ask, &Consequence::varies},
            Flag{Word::also, &Consequence::also},
            Flag{Word::holiday_eve, &Consequence::eves},
            Flag{Word::no_rest, &Consequence::opens},
        };
        for (const auto& [said, flag] : flags) {
            if (said == word) this->*flag = true;
        }
    }
};

}  // namespace denwaban::formats::japanese
