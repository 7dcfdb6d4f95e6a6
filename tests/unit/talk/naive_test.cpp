#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <denwaban/talk/understand.hpp>

#include "talk/hard_spoken.hpp"
#include "talk/naive_talk.hpp"

namespace naive_test {
using namespace denwaban;
using naive_talk::numeral;

namespace {

constexpr auto today = make_date(2026, 11, 24);

/// Phrases of a day, a time and people, in any of their ways.
class Phrases {
public:
    explicit Phrases(unsigned seed) : random_(seed) {}

    std::string next() {
        std::string text = one_of({"", "", "えーと、", "あの、"});
        text += day() + one_of({"の", "、", "に、", ""}) + time() + one_of({"に", "から", "、", "で、"}) + people();
        return text + one_of({"", "です", "でお願いします", "で予約したいんですけど", "いけますか"});
    }

private:
    int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
    std::string one_of(const std::vector<std::string>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }
    std::string number(int least, int most) { return numeral(least + below(most - least + 1), below(3)); }

    std::string day() {
        const auto weekday = one_of({"月", "火", "水", "木", "金", "土", "日"}) + one_of({"曜", "曜日"});
        switch (below(5)) {
            case 0:
                return one_of({"今日", "本日", "明日", "あした", "明後日", "あさって", "しあさって", "明々後日"});
            case 1:
                return one_of({"来週", "再来週"}) + one_of({"の", ""}) + weekday;
            case 2:
                return weekday;
            case 3:
                return number(1, 12) + "月" + number(1, 28) + "日";
            default:
                return number(1, 31) + "日";
        }
    }
    std::string time() {
        const auto minutes = one_of({"", "半", "15分", "四十五分"});
        switch (below(3)) {
            case 0:
                return one_of({"夜", "午後", "夜の"}) + number(5, 11) + "時" + minutes;
            case 1:
                return number(13, 23) + "時" + minutes;
            default:
                return number(1, 12) + "時" + minutes;
        }
    }
    std::string people() {
        switch (below(5)) {
            case 0:
                return one_of({"ひとり", "ふたり"});
            case 1:
                return "大人" + number(1, 9) + "人" + one_of({"と", "、", ""}) + "子ども" + number(1, 5) + "人";
            case 2: {
                const auto first = 1 + below(8), style = below(3);
                return numeral(first, style) + "、" + numeral(first + 1, style) + "人";
            }
            case 3:
                return number(1, 30) + "名";
            default:
                return number(1, 30) + "人";
        }
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("plain phrases are read as one reads them who looks for one thing after the other") {
    const auto calendar = HolidayCalendar::japan();
    const auto hours = hard_spoken::hours_named("split");
    Hearing hearing{at(today, MinuteOfDay::clock(15, 0)), calendar};
    hearing.hours = &hours;
    const auto* wanted = std::getenv("DENWABAN_PHRASES");
    const int count = wanted != nullptr ? std::atoi(wanted) : 4000;
    Phrases phrases{20261129};
    for (int round = 0; round < count; ++round) {
        const auto text = phrases.next();
        CAPTURE(text);
        const auto slots = understand(text, hearing).slots;
        REQUIRE((slots.day && slots.time && slots.party));
        const auto days = naive_talk::days_in(text, today);
        CHECK(slots.day->readings == days);
        std::vector<int> times;
        for (const auto& wish : slots.time->readings) {
            const auto* minute = std::get_if<MinuteOfDay>(&wish);
            times.push_back(minute != nullptr ? minute->count() : -1);
        }
        CHECK(times == naive_talk::times_in(text));
        const auto people = naive_talk::people_in(text);
        std::vector<int> adults;
        for (const auto& wish : slots.party->readings) {
            const auto& party = std::get<Party>(wish);
            adults.push_back(party.adults.count());
            CHECK(party.children.count() == people.children);
        }
        CHECK(adults == people.adults);
    }
}

}  // namespace naive_test
