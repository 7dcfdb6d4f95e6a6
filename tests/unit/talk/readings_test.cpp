#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include <denwaban/talk/english_readings.hpp>
#include <denwaban/talk/readings.hpp>
#include <denwaban/talk/ssml.hpp>

namespace readings_test {
using namespace denwaban;

namespace {

/// What a voice says: the aliases in place of what they stand for, and no tags.
std::string heard(const Spoken& said) {
    const auto ssml = said.ssml();
    CAPTURE(ssml);
    CHECK(check_ssml(ssml).empty());
    std::string text;
    for (std::size_t at = 0; at < ssml.size();) {
        constexpr std::string_view sub = "<sub alias=\"", end_of_sub = "</sub>";
        if (std::string_view{ssml}.substr(at).starts_with(sub)) {
            at += sub.size();
            text += ssml.substr(at, ssml.find('"', at) - at);
            at = ssml.find(end_of_sub, at) + end_of_sub.size();
        } else if (ssml[at] == '<') {
            at = ssml.find('>', at) + 1;
        } else {
            text += ssml[at++];
        }
    }
    return text;
}

MinuteOfDay clock(int hour, int minute = 0) { return *MinuteOfDay::make(hour * 60 + minute); }

}  // namespace

TEST_CASE("every hour is read as one says it") {
    constexpr std::array<std::string_view, 24> hours{
        "れいじ",       "いちじ",       "にじ",       "さんじ",         "よじ",         "ごじ",
        "ろくじ",       "しちじ",       "はちじ",     "くじ",           "じゅうじ",     "じゅういちじ",
        "じゅうにじ",   "じゅうさんじ", "じゅうよじ", "じゅうごじ",     "じゅうろくじ", "じゅうしちじ",
        "じゅうはちじ", "じゅうくじ",   "にじゅうじ", "にじゅういちじ", "にじゅうにじ", "にじゅうさんじ"};
    for (int hour = 0; hour < 24; ++hour) {
        CHECK(heard(spoken_clock(clock(hour))) == hours[static_cast<std::size_t>(hour)]);
        CHECK(spoken_clock(clock(hour)).text() == std::to_string(hour) + "時");
        CHECK(heard(spoken_clock(clock(hour + 24))) == hours[static_cast<std::size_t>(hour)]);
    }
    CHECK(heard(spoken_hour(24)) == "にじゅうよじ");
}

TEST_CASE("every minute is read as one says it") {
    constexpr std::array<std::string_view, 60> minutes{"",
                                                       "いっぷん",
                                                       "にふん",
                                                       "さんぷん",
                                                       "よんぷん",
                                                       "ごふん",
                                                       "ろっぷん",
                                                       "ななふん",
                                                       "はっぷん",
                                                       "きゅうふん",
                                                       "じゅっぷん",
                                                       "じゅういっぷん",
                                                       "じゅうにふん",
                                                       "じゅうさんぷん",
                                                       "じゅうよんぷん",
                                                       "じゅうごふん",
                                                       "じゅうろっぷん",
                                                       "じゅうななふん",
                                                       "じゅうはっぷん",
                                                       "じゅうきゅうふん",
                                                       "にじゅっぷん",
                                                       "にじゅういっぷん",
                                                       "にじゅうにふん",
                                                       "にじゅうさんぷん",
                                                       "にじゅうよんぷん",
                                                       "にじゅうごふん",
                                                       "にじゅうろっぷん",
                                                       "にじゅうななふん",
                                                       "にじゅうはっぷん",
                                                       "にじゅうきゅうふん",
                                                       "さんじゅっぷん",
                                                       "さんじゅういっぷん",
                                                       "さんじゅうにふん",
                                                       "さんじゅうさんぷん",
                                                       "さんじゅうよんぷん",
                                                       "さんじゅうごふん",
                                                       "さんじゅうろっぷん",
                                                       "さんじゅうななふん",
                                                       "さんじゅうはっぷん",
                                                       "さんじゅうきゅうふん",
                                                       "よんじゅっぷん",
                                                       "よんじゅういっぷん",
                                                       "よんじゅうにふん",
                                                       "よんじゅうさんぷん",
                                                       "よんじゅうよんぷん",
                                                       "よんじゅうごふん",
                                                       "よんじゅうろっぷん",
                                                       "よんじゅうななふん",
                                                       "よんじゅうはっぷん",
                                                       "よんじゅうきゅうふん",
                                                       "ごじゅっぷん",
                                                       "ごじゅういっぷん",
                                                       "ごじゅうにふん",
                                                       "ごじゅうさんぷん",
                                                       "ごじゅうよんぷん",
                                                       "ごじゅうごふん",
                                                       "ごじゅうろっぷん",
                                                       "ごじゅうななふん",
                                                       "ごじゅうはっぷん",
                                                       "ごじゅうきゅうふん"};
    for (int minute = 0; minute < 60; ++minute) {
        CHECK(heard(spoken_clock(clock(18, minute))) ==
              "じゅうはちじ" + std::string{minutes[static_cast<std::size_t>(minute)]});
    }
    CHECK(spoken_clock(clock(18, 30)).text() == "18時30分");
}

TEST_CASE("a time that is read back says which half of the day it is in") {
    CHECK(heard(spoken_half_day_clock(clock(19))) == "ごごしちじ");
    CHECK(heard(spoken_half_day_clock(clock(7, 15))) == "ごぜんしちじじゅうごふん");
    CHECK(spoken_half_day_clock(clock(13)).text() == "午後1時");
    CHECK(spoken_half_day_clock(clock(12, 30)).text() == "昼の12時30分");
    CHECK(heard(spoken_half_day_clock(clock(12))) == "ひるのじゅうにじ");
    CHECK(spoken_half_day_clock(clock(24)).text() == "深夜0時");
    CHECK(heard(spoken_half_day_clock(clock(25, 30))) == "しんやいちじさんじゅっぷん");
    CHECK(spoken_half_day_clock(clock(29)).text() == "翌朝5時");
    CHECK(spoken_half_day_clock(clock(36)).text() == "翌日の昼の12時");
    CHECK(spoken_half_day_clock(clock(37)).text() == "翌日の午後1時");
}

TEST_CASE("every day, month and weekday is read as one says it") {
    constexpr std::array<std::string_view, 31> days{"ついたち",
                                                    "ふつか",
                                                    "みっか",
                                                    "よっか",
                                                    "いつか",
                                                    "むいか",
                                                    "なのか",
                                                    "ようか",
                                                    "ここのか",
                                                    "とおか",
                                                    "じゅういちにち",
                                                    "じゅうににち",
                                                    "じゅうさんにち",
                                                    "じゅうよっか",
                                                    "じゅうごにち",
                                                    "じゅうろくにち",
                                                    "じゅうしちにち",
                                                    "じゅうはちにち",
                                                    "じゅうくにち",
                                                    "はつか",
                                                    "にじゅういちにち",
                                                    "にじゅうににち",
                                                    "にじゅうさんにち",
                                                    "にじゅうよっか",
                                                    "にじゅうごにち",
                                                    "にじゅうろくにち",
                                                    "にじゅうしちにち",
                                                    "にじゅうはちにち",
                                                    "にじゅうくにち",
                                                    "さんじゅうにち",
                                                    "さんじゅういちにち"};
    constexpr std::array<std::string_view, 7> week{"にちようび", "げつようび", "かようび", "すいようび",
                                                   "もくようび", "きんようび", "どようび"};
    for (unsigned day = 1; day <= 31; ++day) {
        // 2027-08-01 is a Sunday.
        CHECK(heard(spoken_date(make_date(2027, 8, day))) ==
              "はちがつ" + std::string{days[day - 1]} + std::string{week[(day - 1) % 7]});
    }
    constexpr std::array<std::string_view, 12> months{"いちがつ", "にがつ",     "さんがつ",       "しがつ",
                                                      "ごがつ",   "ろくがつ",   "しちがつ",       "はちがつ",
                                                      "くがつ",   "じゅうがつ", "じゅういちがつ", "じゅうにがつ"};
    for (unsigned month = 1; month <= 12; ++month) {
        CHECK(heard(spoken_date(make_date(2026, month, 4))).starts_with(std::string{months[month - 1]} + "よっか"));
    }
    CHECK(spoken_date(make_date(2026, 11, 4)).text() == "11月4日水曜日");
}

TEST_CASE("a day is named as it lies from today") {
    const auto today = make_date(2026, 11, 27);
    CHECK(spoken_day(today, today).text() == "本日、11月27日金曜日");
    CHECK(heard(spoken_day(today + date::days{1}, today)).starts_with("あした、じゅういちがつ"));
    CHECK(heard(spoken_day(today + date::days{2}, today)).starts_with("あさって、"));
    CHECK(spoken_day(make_date(2027, 1, 4), today).text() == "1月4日月曜日");
    CHECK(heard(spoken_day(make_date(2027, 7, 1), today)).starts_with("にせんにじゅうななねんしちがつついたち"));
}

TEST_CASE("people, guests and things are counted each in their own way") {
    constexpr std::array<std::string_view, 20> people{
        "ひとり",         "ふたり",         "さんにん",       "よにん",           "ごにん",
        "ろくにん",       "しちにん",       "はちにん",       "きゅうにん",       "じゅうにん",
        "じゅういちにん", "じゅうににん",   "じゅうさんにん", "じゅうよにん",     "じゅうごにん",
        "じゅうろくにん", "じゅうしちにん", "じゅうはちにん", "じゅうきゅうにん", "にじゅうにん"};
    constexpr std::array<std::string_view, 20> guests{
        "いちめいさま",       "にめいさま",         "さんめいさま",       "よんめいさま",         "ごめいさま",
        "ろくめいさま",       "ななめいさま",       "はちめいさま",       "きゅうめいさま",       "じゅうめいさま",
        "じゅういちめいさま", "じゅうにめいさま",   "じゅうさんめいさま", "じゅうよんめいさま",   "じゅうごめいさま",
        "じゅうろくめいさま", "じゅうななめいさま", "じゅうはちめいさま", "じゅうきゅうめいさま", "にじゅうめいさま"};
    constexpr std::array<std::string_view, 20> things{
        "ひとつ",   "ふたつ",     "みっつ",     "よっつ",     "いつつ",       "むっつ",     "ななつ",
        "やっつ",   "ここのつ",   "とお",       "じゅういち", "じゅうに",     "じゅうさん", "じゅうよん",
        "じゅうご", "じゅうろく", "じゅうなな", "じゅうはち", "じゅうきゅう", "にじゅう"};
    for (int count = 1; count <= 20; ++count) {
        const auto place = static_cast<std::size_t>(count - 1);
        CHECK(heard(spoken_count(Counter::people, count)) == people[place]);
        CHECK(heard(spoken_count(Counter::guests, count)) == guests[place]);
        CHECK(heard(spoken_count(Counter::things, count)) == things[place]);
        CHECK(spoken_count(Counter::guests, count).text() == std::to_string(count) + "名様");
    }
    CHECK(spoken_count(Counter::things, 10).text() == "10");
    CHECK(kana_of_count(Counter::guests, 0) == "ゼロめいさま");
    CHECK(kana_of_count(Counter::tables, 2) == "にたく");
    CHECK(kana_of_count(Counter::choices, 8) == "はちばん");
    CHECK(kana_of_count(Counter::minutes, 90) == "きゅうじゅっぷん");
    CHECK(kana_of_count(Counter::minutes, 100) == "ひゃっぷん");
    CHECK(kana_of_count(Counter::guests, 300) == "さんびゃくめいさま");
    CHECK(kana_of_count(Counter::people, 110) == "ひゃくじゅうにん");
    CHECK(kana_of_count(Counter::guests, 304) == "さんびゃくよんめいさま");
    CHECK(kana_of_count(Counter::yen, 3000) == "さんぜんえん");
    CHECK(kana_of_count(Counter::yen, 12'500) == "いちまんにせんごひゃくえん");
    CHECK(kana_of_count(Counter::yen, 10'000) == "いちまんえん");
}

TEST_CASE("numbers are read whole") {
    CHECK(kana_of_number(0) == "ゼロ");
    CHECK(kana_of_number(10) == "じゅう");
    CHECK(kana_of_number(8'600) == "はっせんろっぴゃく");
    CHECK(kana_of_number(30'303) == "さんまんさんびゃくさん");
    CHECK(kana_of_number(11'000'000) == "せんひゃくまん");
}

TEST_CASE("a telephone number is read figure by figure, with a pause between its groups") {
    const auto said = [](std::string_view number) { return spoken_phone(PhoneNumber::parse(number).value()); };
    CHECK(said("09012345678").text() == "090-1234-5678");
    CHECK(heard(said("09012345678")) == "ゼロきゅうゼロいちにさんよんごろくななはち");
    CHECK(said("09012345678").ssml() ==
          "<speak><sub alias=\"ゼロきゅうゼロ\">090</sub><break time=\"300ms\"/>"
          "<sub alias=\"いちにさんよん\">1234</sub><break time=\"300ms\"/>"
          "<sub alias=\"ごろくななはち\">5678</sub></speak>");
    CHECK(said("0312345678").text() == "03-1234-5678");
    CHECK(said("0451234567").text() == "045-123-4567");
    CHECK(said("0120123456").text() == "0120-123-456");
    CHECK(said("08001234567").text() == "0800-123-4567");
    CHECK(heard(said("+12125550123")).starts_with("プラスいちにいちに"));
}

TEST_CASE("whatever is said is valid for a neural voice, and stays what it was") {
    const Spoken name{"<b>&\"'山田\x01"};
    CHECK(check_ssml(name.ssml()).empty());
    CHECK(name.text() == "<b>&\"'山田\x01");
    CHECK(check_ssml(Spoken::read_as("<7>", "\"しち\"").ssml()).empty());
    CHECK(check_ssml((Spoken{"はい"} + Spoken::pause(std::chrono::milliseconds{200}) + "どうぞ").ssml()).empty());
    CHECK(Spoken{}.empty());
    CHECK(Spoken{}.ssml() == "<speak></speak>");
    CHECK(Spoken::of({{"一。", "二。"}}).ssml() == Announcement{{"一。", "二。"}}.ssml());
    CHECK(Spoken::of({{"一。", "二。"}}).text() == "一。二。");
}

TEST_CASE("SSML is refused tag by tag") {
    const auto wrong = [](std::string_view inside) {
        const auto errors = check_ssml("<speak>" + std::string{inside} + "</speak>");
        return errors.empty() ? std::string{} : to_string(errors.front());
    };
    for (const auto* right :
         {"", "あ", "<p><s>あ</s></p>", "<break time=\"10s\"/>", "<break strength=\"weak\"/>", "<break/>",
          "<lang xml:lang=\"en-US\">table</lang>", "<mark name=\"x\"/>", "<w role=\"amazon:VB\">read</w>",
          "<phoneme alphabet=\"x-amazon-yomigana\" ph=\"にほん\">日本</phoneme>", "&amp;&lt;"}) {
        CAPTURE(right);
        CHECK(wrong(right) == "");
    }
    CHECK(wrong("<emphasis>あ</emphasis>") == "invalid_value at 7-17: is no tag that neural voices take");
    CHECK(wrong("<say-as interpret-as=\"time\">7</say-as>") != "");
    CHECK(wrong("<prosody rate=\"slow\">あ</prosody>") != "");
    CHECK(wrong("<break time=\"11s\"/>") == "invalid_value at 7-26: is no time up to 10 seconds");
    CHECK(wrong("<break time=\"3\"/>") != "");
    CHECK(wrong("<break time=\"1s\" time=\"2s\"/>") == "invalid_value at 7-35: has one twice");
    CHECK(wrong("<break time=1s/>") == "invalid_value at 7-23: has an attribute without a value");
    CHECK(wrong("<break>あ</break>") == "invalid_value at 7-14: holds nothing");
    CHECK(wrong("<sub>7</sub>") == "invalid_value at 7-12: needs alias");
    CHECK(wrong("<sub alias=\"a&b\">7</sub>") != "");
    CHECK(wrong("<s rate=\"1\">あ</s>") == "invalid_value at 7-19: takes no rate");
    CHECK(wrong("<p>あ</s>") == "invalid_value at 13-17: closes nothing");
    CHECK(wrong("a & b") == "invalid_value at 9-10: can't stand in XML");
    CHECK(wrong("<speak/>") == "invalid_value at 7-15: stands twice");
    CHECK(check_ssml("あ").size() == 2);
    CHECK(!check_ssml("<speak>").empty());
    CHECK(!check_ssml("<speak").empty());
    CHECK(!check_ssml("").empty());
    CHECK(check_ssml("<speak/>").empty());
}

TEST_CASE("an English voice is given times and days as they are written") {
    CHECK(english_clock(clock(19, 5)).text() == "7:05 p.m.");
    CHECK(english_clock(clock(0)).text() == "12 a.m.");
    CHECK(english_clock(clock(36)).text() == "12 p.m.");
    CHECK(english_day(make_date(2026, 11, 27), make_date(2026, 11, 26)).text() == "tomorrow, Friday, November 27");
}

}  // namespace readings_test
