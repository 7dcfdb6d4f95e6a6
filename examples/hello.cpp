#include <denwaban/hours.hpp>
#include <iostream>

using namespace denwaban;

int main() {
    const Open lunch{{{"lunch", MinuteOfDay::clock(11, 30), MinuteOfDay::clock(15, 0), {}}}};
    const Open night{{{"night", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}}}};
    const RegularClosing monday{{OnWeekdays{{1}}}, Displacement::next_day, {}, "月曜定休"};
    const Rules rules{{{{EveryDay{}}, lunch, ""}, {{OnHolidayEves{}}, night, ""}}, {monday}, {}};
    const auto hours = Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo());
    if (!hours) {
        std::cerr << to_string(hours.error()) << '\n';  // every rule that is wrong: what, where, why
        return 1;
    }
    const auto now = hours->zone().first_at_or_after(at(make_date(2026, 11, 22), MinuteOfDay::clock(18, 0)));
    const auto status = hours->status(now).value();  // throws what is wrong; here nothing can be
    std::cout << to_string(status.state) << ": " << status.reason.holiday << "の前日\n";  // open: 勤労感謝の日の前日
}
