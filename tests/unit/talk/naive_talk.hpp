#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/talk/meaning.hpp>

/// Days, times and people of plain phrases, read slowly: one table after the other is looked for anywhere in the text,
/// with no tokens, no context and no order of words. Beside what is fast, in tests alone.
namespace naive_talk {

using denwaban::Date;
using Days = date::days;

struct Entry {
    std::string_view text;
    int value;
};

/// As it is written: figures, kanji and kana. The longer before what it ends with.
inline std::string numeral(int value, int style) {
    constexpr std::array<std::string_view, 11> kanji{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    if (style == 0) return std::to_string(value);
    if (style == 1) {
        std::string wide;
        for (const char digit : std::to_string(value)) wide += std::string{"\xEF\xBC"} + char(0x90 + digit - '0');
        return wide;
    }
    std::string text;
    if (value >= 20) text += kanji.at(static_cast<std::size_t>(value / 10));
    if (value >= 10) text += kanji[10];
    if (value % 10 != 0) text += kanji.at(static_cast<std::size_t>(value % 10));
    return text;
}

/// The number that stands right before a place, whichever way it is written.
inline std::optional<int> number_before(std::string_view text, std::size_t end) {
    std::optional<int> found;
    std::size_t longest = 0;
    for (int value = 1; value <= 59; ++value) {
        for (int style = 0; style < 3; ++style) {
            const auto written = numeral(value, style);
            if (written.size() <= longest || written.size() > end) continue;
            if (text.substr(end - written.size(), written.size()) != written) continue;
            found = value;
            longest = written.size();
        }
    }
    return found;
}
inline std::optional<int> number_before(std::string_view text, std::string_view what) {
    const auto at = text.find(what);
    return at == text.npos ? std::nullopt : number_before(text, at);
}

inline std::optional<int> word_in(std::string_view text, const std::vector<Entry>& words) {
    for (const auto& word : words) {
        if (text.find(word.text) != text.npos) return word.value;
    }
    return std::nullopt;
}

inline std::vector<Date> days_in(std::string_view text, Date today) {
    static const std::vector<Entry> relative{{"しあさって", 3}, {"明々後日", 3}, {"あさって", 2}, {"明後日", 2},
                                             {"あした", 1},     {"明日", 1},     {"今日", 0},     {"本日", 0}};
    static const std::vector<Entry> weeks{{"再来週", 2}, {"来週", 1}, {"今週", 0}};
    static const std::vector<Entry> weekdays{{"月曜", 0}, {"火曜", 1}, {"水曜", 2}, {"木曜", 3},
                                             {"金曜", 4}, {"土曜", 5}, {"日曜", 6}};
    if (const auto days = word_in(text, relative)) return {today + Days{*days}};
    const auto since_monday = static_cast<int>((date::weekday{today}.c_encoding() + 6) % 7);
    const auto weekday = word_in(text, weekdays);
    if (const auto week = word_in(text, weeks); week && weekday)
        return {today + Days{7 * *week - since_monday + *weekday}};
    if (const auto day = number_before(text, "日")) {
        const date::year_month_day civil{today};
        const auto month = number_before(text, "月");
        for (int later = 0; later < 14; ++later) {
            const auto tried = civil.year() / civil.month() + date::months{later};
            if (month && static_cast<unsigned>(tried.month()) != static_cast<unsigned>(*month)) continue;
            const auto there = tried / date::day{static_cast<unsigned>(*day)};
            if (there.ok() && Date{there} >= today) return {Date{there}};
        }
        return {};
    }
    if (!weekday) return {};
    const auto away = (*weekday - since_monday + 7) % 7;
    if (away == 0) return {today, today + Days{7}};
    return {today + Days{away}};
}

/// In minutes; open from 11 to 14 and from 17 to 23.
inline std::vector<int> times_in(std::string_view text) {
    const auto at = text.find("時");
    if (at == text.npos) return {};
    const auto hour = number_before(text, at);
    if (!hour) return {};
    int minute = *hour * 60;
    if (text.substr(at + 3).starts_with("半")) minute += 30;
    if (const auto minutes = number_before(text, "分")) minute += *minutes;
    if (*hour > 12) return {minute};
    const auto other = minute + 12 * 60;
    const auto open = [](int one) { return (one >= 660 && one < 840) || (one >= 1020 && one < 1380); };
    if (text.find("午前") != text.npos) return {minute};
    if (text.find("午後") != text.npos || text.find("夜") != text.npos) return {*hour == 12 ? minute : other};
    if (open(minute) != open(other)) return {open(minute) ? minute : other};
    return {minute, other};
}

struct People {
    std::vector<int> adults;
    int children = 0;
};
inline People people_in(std::string_view said) {
    static const std::vector<Entry> words{{"ひとり", 1}, {"ふたり", 2}};
    if (const auto some = word_in(said, words)) return {{*some}};
    // Of 大人 the last character counts nobody.
    const auto adult = said.find("大人");
    const auto text = adult == said.npos ? said : said.substr(adult + std::string_view{"大人"}.size());
    const auto child = text.find("子ども");
    const auto children = child == text.npos ? std::nullopt : number_before(text, text.rfind("人"));
    const auto adults =
        number_before(text.substr(0, child), child == text.npos && text.find("名") != text.npos ? "名" : "人");
    if (!adults) return {};
    People people{{*adults}, children.value_or(0)};
    const auto all = text.substr(0, text.find("人"));
    if (const auto comma = all.rfind("、"); comma != all.npos && !children) {
        const auto first = number_before(text, comma);
        if (first && *first + 1 == *adults && all.size() - comma < 7) people.adults = {*first, *adults};
    }
    return people;
}

}  // namespace naive_talk
