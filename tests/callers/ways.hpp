#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/talk/readings.hpp>

#include "wants.hpp"

/// The ways there are to say something, as recognition may write it. A ` stands where one morpheme ends and the next
/// begins; nobody says it.
namespace callers {

using denwaban::Date;
using denwaban::MinuteOfDay;

/// Whether it is to be spoken aloud, which 12/3 and 19:00 are not.
enum class Writing { any, spoken };

class Ways {
public:
    Ways(Chance& chance, Date today, Writing writing = Writing::any)
        : chance_(chance), today_(today), writing_(writing) {}

    [[nodiscard]] std::string day(Date day) {
        const auto away = (day - today_).count();
        std::vector<std::string> ways{dated(day), dated(day), dated(day) + "`の`" + weekday(day)};
        const std::array<std::vector<std::string>, 4> near{{{"今日", "本日", "きょう", "今日"},
                                                            {"明日", "あした", "あす", "明日"},
                                                            {"明後日", "あさって", "あさって"},
                                                            {"しあさって", "明々後日"}}};
        if (away >= 0 && away < 4) {
            const auto& all = near[static_cast<std::size_t>(away)];
            for (int times = 0; times < 3; ++times) ways.insert(ways.end(), all.begin(), all.end());
        }
        if (away > 0 && away < 7) {
            ways.push_back(weekday(day));
            ways.push_back("今度`の`" + weekday(day));
        }
        if (date::year_month_day{day}.month() == date::year_month_day{today_}.month())
            ways.push_back(number(day_of(day)) + "日");
        return chance_.one_of(ways);
    }

    /// With nothing about it that could be read in two ways.
    [[nodiscard]] std::string exact_time(MinuteOfDay time) {
        const int hour = time.count() / 60;
        const auto half = minutes(time.count() % 60);
        if (hour > 12 && chance_.once_in(2)) return "午後" + number(hour - 12) + "時" + half;
        if (hour < 12) return "午前" + number(hour) + "時" + half;
        return number(hour) + "時" + half;
    }
    [[nodiscard]] std::string time(MinuteOfDay time) {
        const int hour = time.count() / 60, twelve = hour > 12 ? hour - 12 : hour;
        const auto half = minutes(time.count() % 60);
        const std::string part = hour < 12 ? "午前" : hour < 15 ? "お昼`の`" : hour < 18 ? "夕方" : "夜";
        std::vector<std::string> ways{exact_time(time),
                                      number(hour) + "時" + half,
                                      number(twelve) + "時" + half,
                                      part + "`" + number(twelve) + "時" + half,
                                      part + "`の`" + number(twelve) + "時" + half,
                                      hour_kana(twelve) + half_kana(time)};
        if (time.count() == 12 * 60) ways.push_back("正午");
        if (time.count() % 60 == 0)
            ways.push_back(number(twelve) + "時" + chance_.one_of({"`頃", "`ごろ", "`ちょうど", "`くらい"}));
        if (writing_ == Writing::any && chance_.once_in(4))
            ways.push_back(std::to_string(hour) + ":" + (half.empty() ? "00" : "30"));
        return chance_.one_of(ways);
    }

    [[nodiscard]] std::string party(int adults, int children) {
        if (children > 0) {
            return "大人`" + people(adults) + chance_.one_of({"`と`", "、", ""}) +
                   chance_.one_of({"子ども`", "子供`", "こども`"}) + people(children);
        }
        if (adults > 2 && chance_.once_in(10)) return "私を入れて`" + people(adults);
        if (adults == 2 && chance_.once_in(12)) return "夫婦`二人";
        if (adults > 2 && chance_.once_in(10)) return "家族`" + people(adults);
        return people(adults);
    }

    [[nodiscard]] std::string name(const Surname& name) {
        const auto said = written(name);
        return chance_.one_of({"", "", "", "あ、", "えっと、"}) + said +
               chance_.one_of(
                   {"です", "です", "と申します", "と言います", "といいます", "ですけど", "`で`お願いします"});
    }
    [[nodiscard]] std::string written(const Surname& name) {
        if (name.written.empty() || chance_.once_in(4)) return chance_.once_in(2) ? name.hiragana : name.kana;
        return name.written;
    }

    [[nodiscard]] std::string phone(const denwaban::PhoneNumber& phone) {
        const auto national = phone.national();
        switch (chance_.below(4)) {
            case 0:
                return national;
            case 1:
                return digits(national, "`の`", false);
            case 2:
                return digits(national, "、", true);
            default:
                return digits(national, "", false);
        }
    }

    /// Behind what is asked for: です, でお願いします.
    [[nodiscard]] std::string ending() {
        return chance_.one_of(
            {"", "です", "`で`お願いします", "`で", "`で`お願いできますか", "なんですけど", "`で`お願いします"});
    }
    [[nodiscard]] std::string filler() {
        return chance_.one_of(
            {"えーと、", "えっと", "あのー、", "あの、", "うーんと、", "えー、", "そうですね、", "まあ"});
    }
    [[nodiscard]] std::string yes() {
        return chance_.one_of({"はい", "はい、お願いします", "ええ", "お願いします", "はい、それでお願いします",
                               "はい、大丈夫です", "はい、間違いないです", "そうです", "うん", "はいはい",
                               "オッケーです", "はい、結構です", "それでお願いします", "大丈夫です",
                               "はい、よろしくお願いします", "はいそれで大丈夫です"});
    }
    [[nodiscard]] std::string no() {
        return chance_.one_of({"いいえ", "違います", "いえ、違います", "いや", "あ、違います", "いえ"});
    }
    [[nodiscard]] std::string nothing_more() {
        return chance_.one_of({"いいえ", "ないです", "大丈夫です", "ありがとうございました", "それだけです", "以上です",
                               "特にないです", "結構です", "もう大丈夫です", "いえ、ありがとうございます",
                               "はい、ありがとうございます", "それで結構です", "ありがとうございます。失礼します",
                               "大丈夫です、ありがとうございました", "それだけで大丈夫です", "はい、以上です"});
    }
    [[nodiscard]] std::string repair() {
        return chance_.one_of(
            {"、じゃなくて", "、あ、", "、あ違う、", "、やっぱり", "、間違えました、", "、いや", "、すみません、"});
    }

    [[nodiscard]] std::string people(int count) {
        if (count == 1) return chance_.one_of({"一人", "ひとり", "1名", "1人", "一名", "１名様"});
        if (count == 2) return chance_.one_of({"二人", "ふたり", "2名", "2人", "二名", "2名様", "にめい"});
        static const std::array<std::string, 10> kana{"",       "",         "",         "さんにん", "よにん",
                                                      "ごにん", "ろくにん", "ななにん", "はちにん", "きゅうにん"};
        if (count < 10 && chance_.once_in(8)) return kana[static_cast<std::size_t>(count)];
        return number(count) + chance_.one_of({"名", "人", "名様", "名", "人"});
    }
    [[nodiscard]] std::string number(int number) {
        switch (chance_.below(6)) {
            case 0:
                return in_kanji(number);
            case 1:
                return full_width(number);
            default:
                return std::to_string(number);
        }
    }

private:
    [[nodiscard]] static int day_of(Date day) {
        return static_cast<int>(static_cast<unsigned>(date::year_month_day{day}.day()));
    }
    [[nodiscard]] std::string weekday(Date day) {
        static const std::array<std::string, 7> all{"日", "月", "火", "水", "木", "金", "土"};
        return all[date::weekday{day}.c_encoding()] + chance_.one_of({"曜日", "曜", "曜日"});
    }
    [[nodiscard]] std::string dated(Date day) {
        const int month = static_cast<int>(static_cast<unsigned>(date::year_month_day{day}.month()));
        if (writing_ == Writing::any && chance_.once_in(8))
            return std::to_string(month) + "/" + std::to_string(day_of(day));
        if (chance_.once_in(8))
            return std::string{denwaban::detail::month_kana[static_cast<std::size_t>(month - 1)]} + "`" +
                   std::string{denwaban::detail::day_kana[static_cast<std::size_t>(day_of(day) - 1)]};
        return number(month) + "月`" + number(day_of(day)) + "日";
    }
    [[nodiscard]] std::string minutes(int minute) {
        if (minute == 0) return "";
        return minute == 30 ? chance_.one_of({"`半", "`半", "30分", "三十分"}) : number(minute) + "分";
    }
    [[nodiscard]] static std::string hour_kana(int hour) {
        return std::string{denwaban::detail::hour_kana[static_cast<std::size_t>(hour)]};
    }
    [[nodiscard]] std::string half_kana(MinuteOfDay time) {
        const int minute = time.count() % 60;
        return minute == 30 ? "はん" : minute == 0 ? "" : minutes(minute);
    }
    [[nodiscard]] static std::string in_kanji(int number) {
        static const std::array<std::string, 10> digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        const auto ten = static_cast<std::size_t>(number / 10);
        return (ten > 1 ? digits[ten] : "") + (ten > 0 ? "十" : "") + digits[static_cast<std::size_t>(number % 10)];
    }
    [[nodiscard]] static std::string full_width(int number) {
        static const std::array<std::string, 10> digits{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
        std::string text;
        for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
        return text;
    }
    [[nodiscard]] std::string digits(const std::string& national, const std::string& between, bool kana) {
        static const std::array<std::string, 10> said{"ゼロ", "いち", "に",   "さん", "よん",
                                                      "ご",   "ろく", "なな", "はち", "きゅう"};
        std::string text;
        for (const char c : national) {
            if (c == '-') text += between;
            if (c < '0' || c > '9') continue;
            text += kana ? said[static_cast<std::size_t>(c - '0')] : std::string{c};
        }
        return text;
    }

    Chance& chance_;
    Date today_;
    Writing writing_;
};

}  // namespace callers
