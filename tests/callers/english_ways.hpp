#pragma once

#include <string>

#include <denwaban/talk/english_readings.hpp>

#include "wants.hpp"

namespace callers {

/// The same in English, as few as a guest needs.
class EnglishWays {
public:
    EnglishWays(Chance& chance, denwaban::Date today) : chance_(chance), today_(today) {}

    [[nodiscard]] std::string day(denwaban::Date day) {
        const auto away = (day - today_).count();
        if (away == 0 && chance_.once_in(2)) return "today";
        if (away == 1 && chance_.once_in(2)) return "tomorrow";
        const auto civil = date::year_month_day{day};
        static const std::vector<std::string> months{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
        return "on " + months[static_cast<unsigned>(civil.month()) - 1] + " " +
               std::to_string(static_cast<unsigned>(civil.day()));
    }
    [[nodiscard]] std::string time(denwaban::MinuteOfDay time) {
        const int hour = time.count() / 60, twelve = hour > 12 ? hour - 12 : hour;
        const std::string half = time.count() % 60 == 0 ? "" : ":" + std::to_string(time.count() % 60);
        const std::string part = hour < 12 ? "am" : "pm";
        if (half.empty() && chance_.once_in(2)) return "at " + number(twelve) + " " + part;
        return chance_.one_of({"at ", ""}) + std::to_string(twelve) + half + " " + part;
    }
    [[nodiscard]] std::string party(int people) {
        if (chance_.once_in(3)) return "for " + number(people);
        return number(people) + (people == 1 ? " person" : " people");
    }
    [[nodiscard]] std::string name(const Surname& name) {
        return chance_.one_of({"", "my name is ", "it is "}) + name.written;
    }
    [[nodiscard]] std::string yes() { return chance_.one_of({"yes", "yes please", "that is right", "OK"}); }
    [[nodiscard]] std::string no() { return chance_.one_of({"no", "no, that is wrong"}); }
    [[nodiscard]] std::string nothing_more() {
        return chance_.one_of({"no thank you", "that is all", "no, thanks", "nothing else"});
    }

private:
    [[nodiscard]] std::string number(int number) {
        static const std::vector<std::string> words{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                    "seven", "eight", "nine", "ten",   "eleven", "twelve"};
        return number < 13 && chance_.once_in(2) ? words[static_cast<std::size_t>(number)] : std::to_string(number);
    }
    Chance& chance_;
    denwaban::Date today_;
};

}  // namespace callers
