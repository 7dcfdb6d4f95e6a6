#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/talk/understand.hpp>

/// Times, days and people that are told by others: twenty to eight, a week from Friday, two couples.
namespace spoken_counts_test {
using namespace denwaban;

namespace {

Slots heard(std::string_view text, const Slots* known = nullptr, std::optional<Question> asked = std::nullopt) {
    static const auto calendar = HolidayCalendar::japan();
    Hearing hearing{at(make_date(2026, 11, 24), MinuteOfDay::clock(15, 0)), calendar, asked};
    hearing.known = known;
    return understand(text, hearing).slots;
}

/// All readings, apart by blanks.
std::string times(const Slots& slots) {
    std::string all;
    if (!slots.time) return all;
    for (const auto& wish : slots.time->readings) {
        const auto* minute = std::get_if<MinuteOfDay>(&wish);
        all += (all.empty() ? "" : " ") + (minute != nullptr ? to_string(*minute) : std::string{"no clock"});
    }
    return all;
}
std::string days(const Slots& slots) {
    std::string all;
    if (!slots.day) return all;
    for (const auto day : slots.day->readings) all += (all.empty() ? "" : " ") + to_string(day).substr(5);
    return all;
}
std::string people(const Slots& slots) {
    std::string all;
    if (!slots.party) return all;
    for (const auto& wish : slots.party->readings) {
        const auto* party = std::get_if<Party>(&wish);
        all += (all.empty() ? "" : " ") + (party != nullptr ? std::to_string(party->adults.count()) : "a change");
    }
    return all;
}

struct Said {
    std::string text;
    std::string expected;
};

}  // namespace

TEST_CASE("minutes past and to the hour are read in English") {
    const std::vector<Said> all{
        {"a table for two tonight at twenty to eight", "19:40"},
        {"a table for two tonight at five to seven", "18:55"},
        {"a table for two tonight at ten to eight", "19:50"},
        {"a table for two tonight at ten past seven", "19:10"},
        {"a table for two tonight at 20 past 6", "18:20"},
        {"a table for two tonight at 25 to 8", "19:35"},
        {"a table for two tonight at twenty-five past seven", "19:25"},
        {"a table for two tonight at quarter to eight", "19:45"},
        {"a table for two tonight at a quarter past eight", "20:15"},
        {"a table for two tonight at half past seven", "19:30"},
        {"a table for two tonight at ten minutes to eight", "19:50"},
        {"tomorrow at five minutes past seven pm", "19:05"},
    };
    for (const auto& one : all) {
        CAPTURE(one.text);
        const auto slots = heard(one.text);
        CHECK(times(slots) == one.expected);
    }
    for (const std::string text :
         {"a table for two to four people tonight at 7 pm", "for five to seven people at 7 pm"}) {
        CAPTURE(text);
        CHECK(times(heard(text)) == "19:00");
    }
}

TEST_CASE("am is a time of day behind a clock, and what somebody is elsewhere") {
    CHECK(times(heard("I am calling to book a table for 2 tomorrow at 7")) == "07:00 19:00");
    CHECK(times(heard("At 7 I am free")) == "07:00 19:00");
    CHECK(times(heard("tomorrow at 7 am")) == "07:00");
    CHECK(times(heard("tomorrow at 10:30 am")) == "10:30");
    for (const std::string text :
         {"I am Smith", "yes I am", "I am vegetarian", "I am allergic to nuts", "am I too late"}) {
        CAPTURE(text);
        CHECK(!heard(text).time);
    }
    CHECK(heard("I am allergic to nuts").allergies.size() == 1);
}

TEST_CASE("a day is counted from another") {
    const std::vector<Said> all{
        {"a week from Friday", "12-04"},
        {"a week on Friday", "12-04"},
        {"Friday week", "12-04"},
        {"the day after Friday", "11-28"},
        {"the day before Friday", "11-26"},
        {"a week from tomorrow", "12-02"},
        {"tomorrow week", "12-02"},
        {"two weeks from Friday", "12-11"},
        {"two days after Friday", "11-29"},
        {"the Friday after next", "12-04"},
        {"the day after tomorrow", "11-26"},
        {"day after tomorrow", "11-26"},
        {"金曜から一週間後の19時に2人", "12-04"},
        {"4、5日後の19時に2人", "11-28 11-29"},
        {"2、3日後の19時に2人", "11-26 11-27"},
        {"3日後の19時に2人", "11-27"},
    };
    for (const auto& one : all) {
        CAPTURE(one.text);
        CHECK(days(heard(one.text)) == one.expected);
    }
    CHECK(times(heard("一、二時間後に2人")) == "16:00 17:00");
}

TEST_CASE("a day that is moved is counted from the one that was read back") {
    Slots known;
    known.day = Heard<Date>{{make_date(2026, 11, 27)}, {}};
    known.time = Heard<TimeWish>{{TimeWish{MinuteOfDay::clock(19, 0)}}, {}};
    const std::vector<Said> all{{"1日あとにしてください", "11-28"},   {"1日早めてください", "11-26"},
                                {"一日後ろにずらして", "11-28"},      {"一週間後にしてください", "12-04"},
                                {"3日後に変更してください", "11-30"}, {"2週間後に変えてもらえますか", "12-11"}};
    for (const auto& one : all) {
        CAPTURE(one.text);
        CHECK(days(heard(one.text, &known, Question::read_back)) == one.expected);
    }
    CHECK(days(heard("一週間後にしてください")) == "12-01");
}

TEST_CASE("parties of the same size are counted together, and two parties are not") {
    const std::vector<Said> all{
        {"カップル2組で明日19時に", "4"},
        {"夫婦2組で", "4"},
        {"夫婦三組です", "6"},
        {"4人が2組で", "8"},
        {"2人組3組で", "6"},
        {"3名2組で", "6"},
        {"2名×2テーブルで", "4"},
        {"4人で2組です", "4 8"},
        {"明日19時に2人", "2"},
        {"大人2人で", "2"},
    };
    for (const auto& one : all) {
        CAPTURE(one.text);
        CHECK(people(heard(one.text)) == one.expected);
    }
    const auto two = heard("明日19時に2人と、金曜18時に3人の2件お願いします");
    CHECK(people(two) == "2 3");
    CHECK(two.party->decider == Decider::which_words);
    CHECK(people(heard("社員8名とお客様3名で")) == "11");
}

TEST_CASE("an allergy that is denied is none") {
    struct Denied {
        std::string text;
        std::size_t wanted;
    };
    const std::vector<Denied> all{
        {"えびアレルギーはありません", 0},
        {"そばアレルギーじゃないです", 0},
        {"えびアレルギーだったけど治りました", 0},
        {"カニは食べられますがえびはだめです", 1},
        {"I'm not allergic to shrimp", 0},
        {"no allergies to shrimp", 0},
        {"we don't have any allergies to nuts", 0},
        {"no allergies to shrimp but I am allergic to nuts", 1},
        {"えびアレルギーです", 1},
        {"I am allergic to shrimp", 1},
    };
    for (const auto& one : all) {
        CAPTURE(one.text);
        const auto allergies = heard(one.text).allergies;
        std::size_t wanted = 0;
        for (const auto& allergy : allergies) wanted += allergy.wanted == Wanted::wanted ? 1 : 0;
        CHECK(wanted == one.wanted);
    }
}

}  // namespace spoken_counts_test
