// A second translation unit: the header is one that may be included in many.
#include "answers.hpp"

using namespace denwaban;

Rules izakaya() {
    const Open lunch{{{"lunch", MinuteOfDay::clock(11, 30), MinuteOfDay::clock(15, 0), {}}}};
    const Open night{{{"night", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}}}};
    const RegularClosing mondays{{OnWeekdays{{1}}}, Displacement::next_day, {}, "月曜定休"};
    return {{{{EveryDay{}}, lunch, "every day"}, {{OnHolidayEves{}}, night, "祝前日"}}, {mondays}, {}};
}
