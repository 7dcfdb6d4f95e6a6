#pragma once

/// The same things, said in any order: hours, days on either side of them, closings, dates, hours of something else and
/// remarks, with whatever stands between them. What each date of a month has is kept beside the words.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>

#include "listing_words.hpp"

namespace listing::orders {

/// 祝日 on a Tuesday and on a Monday.
inline const Date first_of_month = make_date(2026, 11, 1);
inline constexpr unsigned days_of_month = 30;
/// What each date of the month has, from the first on.
using Month = std::vector<Spans>;

struct Order {
    std::string open;
    std::string close;
    Month meant;
};

/// Draws one text, always the same from one seed.
class Drawing {
public:
    explicit Drawing(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] Order draw() {
        month_.assign(days_of_month, {});
        draw_hours();
        if (one_in(3)) draw_other_end();
        draw_closings();
        dates_ = below(3);
        for (auto dates = dates_; dates > 0; --dates) draw_date();
        if (one_in(4)) draw_something_else();
        for (auto remarks = below(2); remarks > 0; --remarks) draw_remark();
        return {joined_in_any_order(), close_, std::move(month_)};
    }

private:
    int below(int most) { return static_cast<int>(engine_() % static_cast<unsigned>(most)); }
    bool one_in(int times) { return below(times) == 0; }
    std::string any_of(const Words& words) { return words[static_cast<std::size_t>(below(int(words.size())))]; }
    int half_hour(int first, int last) { return 60 * first + 30 * below(2 * (last - first) + 1); }
    Span lunch() { return {half_hour(11, 12), half_hour(14, 15)}; }
    Span dinner() { return {half_hour(17, 18), half_hour(21, 23)}; }
    Span all_day() { return {half_hour(9, 11), half_hour(19, 22)}; }
    std::string range() { return any_of({"～", "～", "-", " - ", "〜"}); }
    std::string said(Span span) { return written(span, range_); }

    static unsigned weekday(unsigned day) { return day % 7; }  // the month begins on a Sunday
    static bool is_holiday(unsigned day) { return day + 1 == 3 || day + 1 == 23; }
    /// Of days that name 祝日 a 祝日 is one; of others it is what its weekday is.
    static bool is_one_of(const Days& days, unsigned day, bool holidays_named) {
        if (is_holiday(day) && holidays_named) return days.holidays;
        return std::find(days.weekdays.begin(), days.weekdays.end(), weekday(day)) != days.weekdays.end();
    }
    template <class Change>
    void on(const Days& days, bool holidays_named, Change change) {
        for (unsigned day = 0; day < days_of_month; ++day) {
            if (is_one_of(days, day, holidays_named)) change(month_[day]);
        }
    }

    struct Half {
        Days days;
        std::string words;
    };
    /// The week in two, 祝日 in one of them or on their weekdays.
    std::pair<Half, Half> some_halves() {
        switch (below(4)) {
            case 0:
                return {{working, "平日"}, {weekend, any_of({"土日祝", "土・日・祝", "土日祝日"})}};
            case 1:
                return {{working, "月～金"}, {weekend, any_of({"土日祝", "土・日・祝日"})}};
            case 2:
                return {{{{1, 2, 3, 4, 0}}, any_of({"日～木", "月～木・日"})}, {{{5, 6}}, any_of({"金土", "金・土"})}};
            default:
                return {{{{1, 2, 3, 4, 5, 6}}, any_of({"月～土", "月曜～土曜"})},
                        {{{0}, true}, any_of({"日祝", "日・祝"})}};
        }
    }

    void say(std::string words) { statements_.push_back(std::move(words)); }
    std::string headed(std::string hours) {
        if (!one_in(4)) return hours;
        return any_of({"営業時間：", "営業時間 ", "【営業時間】", "■営業時間\n"}) + std::move(hours);
    }

    void draw_hours() {
        range_ = range();
        within_ = any_of({"、", " ", "／", "\n", "　"});
        switch (below(6)) {
            case 0: {
                const auto span = all_day();
                month_.assign(days_of_month, {span});
                whole_days_ = true;
                return say(headed(said(span)));
            }
            case 1: {
                const Spans spans{lunch(), dinner()};
                month_.assign(days_of_month, spans);
                return say(headed(said(spans[0]) + within_ + said(spans[1])));
            }
            case 2:
            case 3:
                return draw_meals();
            case 4:
                return draw_halves();
            default:
                return draw_meal_on_some_days();
        }
    }
    void name_meals() { names_ = below(2) == 0 ? Words{"ランチ", "ディナー"} : Words{"昼", "夜"}; }
    std::string of_meal(std::size_t meal, Span span) { return names_[meal] + any_of({" ", "", "："}) + said(span); }
    void draw_meals() {
        name_meals();
        const Spans spans{lunch(), dinner()};
        month_.assign(days_of_month, spans);
        say(headed(of_meal(0, spans[0]) + within_ + of_meal(1, spans[1])));
    }
    void draw_halves() {
        const auto [first, second] = some_halves();
        const auto spans = std::array{all_day(), all_day()};
        const bool named = first.days.holidays || second.days.holidays;
        on(first.days, named, [&](Spans& day) { day = {spans[0]}; });
        on(second.days, named, [&](Spans& day) { day = {spans[1]}; });
        whole_days_ = true;
        const auto manner = below(4);
        const auto with_days = [&](const Half& half, Span span) {
            if (manner == 0) return said(span) + "（" + half.words + "）";
            if (manner == 1) return "【" + half.words + "】" + said(span);
            return half.words + any_of({" ", "：", ""}) + said(span);
        };
        const auto one = with_days(first, spans[0]), other = with_days(second, spans[1]);
        say(headed(below(2) == 0 ? one + within_ + other : other + within_ + one));
    }
    void draw_meal_on_some_days() {
        name_meals();
        const Spans spans{lunch(), dinner()};
        month_.assign(days_of_month, {});
        const auto which = static_cast<std::size_t>(below(2));
        const bool weekends = one_in(2);
        const auto words = weekends ? std::string{"土日祝"} : std::string{"平日"};
        for (unsigned day = 0; day < days_of_month; ++day) {
            const bool some = is_one_of(weekends ? weekend : working, day, true);
            for (std::size_t meal = 0; meal < 2; ++meal) {
                if (meal != which || some) month_[day].push_back(spans[meal]);
            }
        }
        Words parts;
        for (std::size_t meal = 0; meal < 2; ++meal) {
            auto part = of_meal(meal, spans[meal]);
            if (meal == which) {
                switch (below(4)) {
                    case 0:
                        part += any_of({"（", "("}) + words + "のみ）";
                        break;
                    case 1:
                        part = words + "のみ" + part;
                        break;
                    case 2:
                        part = names_[meal] + "（" + words + "のみ）" + said(spans[meal]);
                        break;
                    default:
                        part = names_[meal] + "は" + words + "のみ" + any_of({"", " "}) + said(spans[meal]);
                }
            }
            parts.push_back(part);
        }
        if (one_in(2)) std::swap(parts[0], parts[1]);
        say(headed(joined(parts, within_)));
    }

    /// 土日祝は21:00まで, in a bracket behind the hours or anywhere.
    void draw_other_end() {
        if (!whole_days_) return;
        const bool weekends = one_in(2);
        const Days days = weekends ? weekend : Days{{5, 6}};
        const auto words = weekends ? any_of({"土日祝", "土・日・祝"}) : any_of({"金土", "金・土"});
        const auto until = half_hour(17, 18);
        on(days, weekends, [&](Spans& day) { day.back().closes = until; });
        const auto change = words + any_of({"は", "は", ""}) + written(until) + "まで";
        if (one_in(2) && statements_.size() == 1) {
            // Behind hours of several groups it would be of the last.
            if (within_groups()) return say(change);
            statements_.back() += "（" + change + "）";
        } else {
            say(change);
        }
    }
    [[nodiscard]] bool within_groups() const {
        return std::any_of(month_.begin(), month_.end(),
                           [&](const Spans& day) { return day.front().opens != month_.front().front().opens; });
    }

    void draw_closings() {
        const auto count = below(3);
        if (count == 0) return;
        const auto weekday = static_cast<unsigned>(1 + below(4));
        Words days;
        if (count == 2 && one_in(2)) {
            const auto nth = static_cast<unsigned>(1 + below(3));
            const auto other = weekday == 4 ? 1U : weekday + 1;
            days = {day_names[weekday] + any_of({"曜", "曜日"}), "第" + std::to_string(nth) + day_names[other] + "曜"};
            close_on([=](unsigned day) { return day % 7 == other && day / 7 + 1 == nth; });
        } else if (one_in(4)) {
            days = {day_names[weekday] + "曜（祝日の場合は営業）"};
            holidays_stay_open_ = true;
        } else {
            days = {any_of({"毎週", ""}) + day_names[weekday] + any_of({"曜日", "曜"})};
        }
        const bool stays = holidays_stay_open_;
        close_on([=](unsigned day) { return day % 7 == weekday && !(stays && is_holiday(day)); });
        closed_weekday_ = weekday;
        const auto list = joined(days, any_of({"、", "・", "と"}));
        if (one_in(3)) {
            close_ = list;
        } else if (holidays_stay_open_) {
            say(any_of({"定休日：", "定休日 ", "【定休日】", "休：", "休み："}) + list);
        } else {
            say(one_in(2) ? any_of({"定休日：", "定休日 ", "【定休日】", "定休日は", "休み："}) + list
                          : list + any_of({"定休", "休み", "は休み", "はお休み", "定休日"}));
        }
    }
    template <class Condition>
    void close_on(Condition is_closed) {
        for (unsigned day = 0; day < days_of_month; ++day) {
            if (is_closed(day)) {
                month_[day].clear();
                closed_days_.push_back(day);
            }
        }
    }

    std::string date_words(unsigned day) {
        const auto number = std::to_string(day + 1);
        const auto of_week = one_in(3) ? any_of({"(", "（"}) + day_names[weekday(day)] + "）" : "";
        return (below(2) == 0 ? "11/" + number : "11月" + number + "日") + of_week;
    }
    /// 11/7, 11/7～9, 11/7・8(土日).
    std::string dates_words(unsigned first, unsigned length) {
        if (length == 1) return date_words(first);
        if (length > 2 || one_in(2)) return date_words(first) + "～" + date_words(first + length - 1);
        const auto one = std::to_string(first + 1), other = std::to_string(first + 2);
        const auto days = day_names[weekday(first)], more = day_names[weekday(first + 1)];
        const auto between = any_of({"・", "、"});
        return (below(2) == 0 ? "11/" + one + between + other : "11月" + one + "日" + between + other + "日") +
               any_of({"", "(" + days + more + ")", "（" + days + "・" + more + "）"});
    }
    /// No 祝日, no closing day, nor one that another statement is about.
    std::optional<unsigned> some_date(unsigned length) {
        for (int tries = 0; tries < 20; ++tries) {
            const auto day = 4 + static_cast<unsigned>(below(20));
            bool free = true;
            for (auto each = day; each < day + length; ++each) {
                free &= !is_holiday(each) &&
                        std::find(closed_days_.begin(), closed_days_.end(), each) == closed_days_.end();
            }
            if (!free) continue;
            for (auto each = day; each < day + length; ++each) closed_days_.push_back(each);
            return day;
        }
        return std::nullopt;
    }
    void draw_date() {
        const auto length = one_in(4) ? 2U + static_cast<unsigned>(below(2)) : 1U;
        const auto day = some_date(length);
        if (!day) return;
        const auto begin = month_.begin() + static_cast<std::ptrdiff_t>(*day);
        const auto change = [&](auto how) { std::for_each(begin, begin + static_cast<std::ptrdiff_t>(length), how); };
        const auto words = dates_words(*day, length);
        switch (below(meals_named() ? 5 : 4)) {
            case 0:
                change([](Spans& of_day) { of_day.clear(); });
                return say(dates_ == 1 && one_in(3) ? any_of({"臨時休業：", "臨時休業 ", "臨時休業"}) + words
                                                    : words + any_of({"は休み", "は臨時休業", "臨時休業", "休業",
                                                                      "はお休みします", "休み"}));
            case 1:
            case 2: {
                const auto span = Span{half_hour(10, 13) + 15, half_hour(15, 18) + 15};  // nobody else's
                change([&](Spans& of_day) { of_day = {span}; });
                return say(words + any_of({"は", " ", "のみ", "：", "は"}) + said(span));
            }
            case 3: {
                if (!whole_days_) return;
                const auto until = half_hour(15, 16);
                change([&](Spans& of_day) { of_day.back().closes = until; });
                return say(words + any_of({"は", "は", " "}) + written(until) +
                           any_of({"まで", "まで", "閉店", "まで営業"}));
            }
            default: {
                const auto meal = static_cast<std::size_t>(below(2));
                bool both = true;
                std::for_each(begin, begin + static_cast<std::ptrdiff_t>(length),
                              [&](const Spans& of_day) { both &= of_day.size() == 2; });
                if (!both) return;
                const bool only = one_in(2);
                change([&](Spans& of_day) { of_day = {of_day[only ? meal : 1 - meal]}; });
                return say(words + "は" + names_[meal] +
                           (only ? any_of({"のみ", "のみ営業"}) : any_of({"休み", "はお休み", "休業"})));
            }
        }
    }
    [[nodiscard]] bool meals_named() const { return !names_.empty(); }

    void draw_something_else() {
        const auto span = Span{half_hour(10, 11), half_hour(16, 18)};
        const auto days = one_in(2) ? any_of({"平日のみ", "土日祝のみ", "土日のみ"}) : "";
        const auto what =
            any_of({"電話受付", "テイクアウト", "ご予約受付", "デリバリー", "予約受付時間", "お持ち帰り"});
        switch (below(4)) {
            case 0:
                return say(what + any_of({" ", "：", ""}) + said(span));
            case 1:
                return say(what + any_of({" ", "は", "："}) + days + any_of({" ", ""}) + said(span));
            case 2:
                return say(what + " " + said(span) + (days.empty() ? "" : "（" + days + "）"));
            default:
                return say("（" + what + any_of({" ", "："}) + days + said(span) + "）");
        }
    }
    void draw_remark() {
        say(any_of({"※ご予約優先", "※駐車場3台", "※カード利用可", "※満席の場合はお断りすることがあります",
                    "※臨時休業あり", "（全席禁煙）", "※最新情報はSNSをご覧ください", "※ラストオーダーは閉店30分前",
                    "TEL 03-1234-5678"}));
    }

    /// Closings and remarks run on too, where a comma alone ends them: 定休日は木曜、土日 11:00～20:00.
    std::string joined_in_any_order() {
        std::shuffle(statements_.begin(), statements_.end(), engine_);
        const Words between{"\n", " ", "　", "／", "、", "。", " / ", "・", " ※", "，", "\n※"};
        const auto usual = any_of(between);
        const bool alike = below(2) == 0;
        std::string text;
        for (const auto& statement : statements_)
            text += (text.empty() ? "" : alike ? usual : any_of(between)) + statement;
        return text;
    }

    std::mt19937_64 engine_;
    Month month_;
    Words statements_;
    std::string close_;
    std::string range_;
    std::string within_;
    Words names_;
    std::vector<unsigned> closed_days_;
    std::optional<unsigned> closed_weekday_;
    int dates_ = 0;
    bool whole_days_ = false;
    bool holidays_stay_open_ = false;
};

}  // namespace listing::orders
