#include <algorithm>
#include <array>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

[[nodiscard]] bool ends_statement(Word word) {
    return word == Word::newline || word == Word::stop || word == Word::mark;
}

}  // namespace

/// ×木曜, HOLIDAY / 火曜: closing days, where no hours follow.
void ListingParser::name_closing_signs() {
    constexpr auto signs = std::to_array<std::string_view>({"×", "✕", "✖", "❌", "holiday", "closing day"});
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
        const auto* sign = std::find(signs.begin(), signs.end(), folded_words_of(at));
        if (sign == signs.end() || !(at == 0 || tokens_[at].spaced || ends_statement(word_at(at - 1)))) continue;
        const bool latin = word_at(at) == Word::holiday;
        const auto days = beyond(at + 1, {Word::colon, Word::slash});
        const bool heads = latin ? days > at + 1 : !tokens_[at + 1].spaced || days > at + 1;
        auto end = days;
        while (word_at(end) == Word::weekday || word_at(end) == Word::separator || word_at(end) == Word::holiday ||
               word_at(end) == Word::workdays || word_at(end) == Word::ordinal)
            ++end;
        const bool ends = end >= tokens_.size() || ends_statement(word_at(end)) ||
                          (tokens_[end].spaced && word_at(end) == Word::prose) || word_at(end) == Word::not_hours;
        if (heads && ends && end > days && (word_at(days) == Word::weekday || word_at(days) == Word::ordinal))
            tokens_[at].word = Word::closing_heading;
    }
}

/// 時11時30分～14時30分 休火曜 席カウンター8、テーブル12 P2台: the signs of a magazine.
void ListingParser::name_signs_of_magazines() {
    constexpr auto others = std::to_array<std::string_view>({"席", "価", "予", "住", "交", "℡", "¥", "個", "駐"});
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const bool apart = at == 0 || tokens_[at].spaced || ends_statement(word_at(at - 1)) ||
                           word_at(at - 1) == Word::opening || word_at(at - 1) == Word::slash;
        if (!apart || word_at(at) != Word::prose) continue;
        const auto words = words_of(at);
        const auto next = beyond(at + 1, {Word::closing, Word::colon});
        if (words == "時" && (word_at(next) == Word::time || word_at(next) == Word::before_noon)) {
            tokens_[at].word = Word::hours_heading;
            continue;
        }
        // 定）水曜.
        const bool heads = word_at(at + 1) == Word::closing || word_at(at + 1) == Word::colon ||
                           word_at(at + 1) == Word::slash || word_at(at + 1) == Word::weekday;
        if (words == "定" && heads && at + 1 < tokens_.size()) {
            tokens_[at].word = Word::closing_heading;
            continue;
        }
        const bool sign = std::any_of(others.begin(), others.end(), [&](auto each) { return words.starts_with(each); });
        auto end = at + 1;
        bool speaks = false;
        for (; end < tokens_.size() && !tokens_[end].spaced && !ends_statement(word_at(end)); ++end)
            speaks |= speaks_of_hours(word_at(end)) || word_at(end) == Word::open || word_at(end) == Word::except;
        const bool counts = end > at + 1 && (word_at(at + 1) == Word::number || word_at(at + 1) == Word::not_hours);
        if (sign && counts && !speaks && !may_speak_of_hours(at)) set_aside(at, end);
    }
}

/// 今月（11月）の臨時休業は11/6, 今月は11/3を営業し: dates tell which month it is.
void ListingParser::name_months_of_today() {
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
        const auto words = words_of(at);
        if (!words.starts_with("今月") && !words.starts_with("来月")) continue;
        const bool names = word_at(at + 1) == Word::opening && word_at(at + 2) == Word::month &&
                           word_at(at + 3) == Word::closing && at + 3 < tokens_.size();
        const auto next = beyond(names ? at + 4 : at + 1, {Word::topic, Word::of, Word::occasional, Word::rest,
                                                           Word::closing_heading, Word::colon});
        if (next >= tokens_.size() || word_at(next) != Word::date) continue;
        for (auto token = at; token < (names ? at + 4 : at + 1); ++token) tokens_[token].word = Word::filler;
        if (names && word_at(at + 4) == Word::of) tokens_[at + 4].word = Word::filler;
    }
}

/// （三連休の月曜は営業し、翌火曜休み）: a Monday of days off in a row is a 祝日.
void ListingParser::name_mondays_of_long_weekends() {
    for (std::size_t at = 0; at + 3 < tokens_.size(); ++at) {
        const bool monday = word_at(at) == Word::long_weekend && word_at(at + 1) == Word::of &&
                            word_at(at + 2) == Word::weekday && tokens_[at + 2].value == 1;
        if (!monday || word_at(at + 3) != Word::topic) continue;
        tokens_[at].word = Word::weekday;
        tokens_[at].value = 1;
        tokens_[at + 1].word = Word::topic;
        tokens_[at + 2].word = Word::holiday;
        tokens_[at + 2].value = 0;
        tokens_[at + 3].word = Word::in_case;
    }
}

/// 今季の営業は11月29日（日）までです。来季は4月1日から, 2026年11月22日をもちまして閉店: closed from then on.
void ListingParser::end_on_last_day() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (word_at(at) != Word::date) continue;
        const auto until = beyond_weekday_of_date(at + 1);
        if (word_at(until) != Word::until || until >= tokens_.size()) continue;
        auto statement = at;
        while (statement > 0 && !ends_statement(word_at(statement - 1)) &&
               !(tokens_[statement].spaced && speaks_of_hours(word_at(statement - 1))))
            --statement;
        bool opens = false, more = false;
        for (auto token = statement; token < at; ++token) {
            opens |= word_at(token) == Word::open && word_at(token + 1) == Word::topic;
            opens |= words_of(token).starts_with("今季") || words_of(token).starts_with("今シーズン");
            more |= speaks_of_hours(word_at(token));
        }
        auto end = until + 1;
        bool closes = false;
        for (; end < tokens_.size() && !ends_statement(word_at(end)); ++end) {
            closes |= word_at(end) == Word::to_the_last || (word_at(end) == Word::open && words_of(until) != "まで");
            more |= speaks_of_hours(word_at(end)) && word_at(end) != Word::time;
            more |= word_at(end) == Word::time;
        }
        if (more || !(opens || closes)) continue;
        close_after(statement, at, end);
        return;
    }
}

/// 今年の営業は12/30まで, 今月の営業は11/29まで.
bool ListingParser::ends_with_the_year(std::size_t statement, std::size_t date) const {
    for (auto token = statement; token < date; ++token) {
        for (const auto* word : {"今年", "本年", "年内", "今月", "今週", "年末"}) {
            if (words_of(token).starts_with(word)) return true;
        }
    }
    return tokens_[date].value / 100 == 12 && tokens_[date].year == 0;
}

/// Closed from the day after a date on: until it opens again, if that is said, and for half a year if not.
void ListingParser::close_after(std::size_t statement, std::size_t date, std::size_t end) {
    constexpr date::days half_a_year{182}, ten_years{3650};
    const auto& token = tokens_[date];
    const auto month_day = [](int number) {
        return date::month{static_cast<unsigned>(number / 100)} / date::day{static_cast<unsigned>(number % 100)};
    };
    const date::year year{token.year == 0 ? 2001 : token.year};
    const auto civil = year / month_day(token.value);
    if (!civil.ok()) return;
    const Date first = Date{civil} + date::days{1};
    auto from = end;
    for (; from < tokens_.size(); ++from) {
        const auto then = beyond_weekday_of_date(from + 1);
        if (word_at(from) == Word::date && word_at(then) == Word::from && then < tokens_.size()) break;
    }
    ListedClosing closing;
    closing.day.is_season = true;
    closing.day.place = {{token.bytes.begin, tokens_[end - 1].bytes.end}, part_};
    closing.on_holiday_said = true;
    if (from < tokens_.size()) {
        const auto again = date::year{2001} / month_day(tokens_[from].value);
        const date::year_month_day begins{first}, ends{Date{again} - date::days{1}};
        if (!again.ok()) return;
        closing.day.when = {InSeason{begins.month() / begins.day(), ends.month() / ends.day()}};
        auto begin = from;
        while (begin > end && !ends_statement(word_at(begin - 1))) --begin;
        auto last = from;
        while (last < tokens_.size() && !ends_statement(word_at(last))) ++last;
        // 1月5日から通常営業 11:00～20:00.
        const auto particle = beyond_weekday_of_date(from + 1);
        const bool hours_follow = any_span_in(particle, last);
        set_aside(begin, hours_follow ? particle + 1 : last);
    } else if (ends_with_the_year(statement, date)) {
        // 今年の営業は12/30まで: when it opens again is not said.
        const date::year_month_day begins{first};
        closing.day.when = {InSeason{begins.month() / begins.day(), date::December / 31}};
        auto then = day_item(DaySort::narrower, {InSeason{date::January / 1, date::January / 7}});
        then.is_season = true;
        listing_.doubts.push_back({{std::move(then)}});
        if (begins.month() == date::January) closing.day.when = {InSeason{date::January / 1, date::January / 1}};
    } else if (token.year != 0) {
        closing.day.when = {InPeriod{first, first + ten_years}};
    } else {
        const date::year_month_day begins{first}, ends{first + half_a_year};
        closing.day.when = {InSeason{begins.month() / begins.day(), ends.month() / ends.day()}};
    }
    for (auto each = statement; each < end; ++each) {
        tokens_[each].word = Word::filler;
        tokens_[each].used = true;
    }
    listing_.closings.push_back(std::move(closing));
}

/// 夜間開館日は19時30分まで※夜間開館日：毎週金曜日: what a term stands for is said elsewhere.
void ListingParser::name_days_by_their_term() {
    constexpr auto terms = std::to_array<std::string_view>(
        {"夜間開館日", "夜間開園日", "夜間営業日", "夜間延長日", "延長営業日", "延長日", "ナイター営業日"});
    const auto is_term = [&](std::size_t at) {
        return std::find(terms.begin(), terms.end(), words_of(at)) != terms.end();
    };
    const auto days_end = [this](std::size_t at) {
        const auto days = {Word::weekday, Word::separator, Word::holiday, Word::holiday_eve, Word::workdays,
                           Word::weekend, Word::ordinal,   Word::dash,    Word::date,        Word::month_day};
        auto end = beyond(at, days);
        for (auto bracket = beyond_weekday_of_date(end); bracket > end; bracket = beyond_weekday_of_date(end))
            end = beyond(bracket, days);
        return end;
    };
    // 夜間開館日（毎週土曜）は19:30まで.
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        const auto days = beyond(at + 2, {Word::filler});
        const auto close = days_end(days);
        if (is_term(at) && word_at(at + 1) == Word::opening && close > days && word_at(close) == Word::closing &&
            word_at(close + 1) == Word::topic)
            tokens_[at].word = Word::filler;
    }
    std::size_t defined = 0;
    for (; defined < tokens_.size(); ++defined) {
        const auto days = beyond(defined + 1, {Word::colon, Word::topic, Word::filler});
        if (is_term(defined) && word_at(defined) == Word::unread && days > defined + 1 && days_end(days) > days) break;
    }
    if (defined >= tokens_.size()) return;
    const auto first = beyond(defined + 1, {Word::colon, Word::topic, Word::filler});
    const auto last = days_end(first);
    std::size_t used = 0;
    for (; used < tokens_.size(); ++used) {
        if (used != defined && is_term(used) && word_at(used + 1) == Word::topic && word_at(used + 2) == Word::time)
            break;
    }
    const auto after = word_at(last);
    const bool ends = last >= tokens_.size() || ends_statement(after) || after == Word::closing || tokens_[last].spaced;
    if (used >= tokens_.size() || !ends) return;
    std::vector<Token> days(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                            tokens_.begin() + static_cast<std::ptrdiff_t>(last));
    for (auto& token : days) token.bytes = tokens_[used].bytes;
    set_aside(defined, last);
    const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(used);
    tokens_.insert(tokens_.erase(place), days.begin(), days.end());
}

/// 本館2階 日本料理「葵」 11:30～14:30, 1F・2Fとも 平日16:00～: where the house is, if no hours are of one floor alone.
void ListingParser::name_floor_of_the_house() {
    if (mode_ != Mode::hours) return;
    std::size_t head = 0;
    bool floors = false, both = false;
    for (; head < tokens_.size() && word_at(head) != Word::newline && !speaks_of_hours(word_at(head)) &&
           word_at(head) != Word::hours_heading;
         ++head) {
        floors |= word_at(head) == Word::floor;
        if (word_at(head) == Word::elsewhere || word_at(head) == Word::eat_in) return;
        both |= words_of(head).ends_with("とも") || words_of(head).ends_with("共に");
    }
    if (!floors || head >= tokens_.size()) return;
    if (word_at(head) == Word::newline && word_at(head + 1) != Word::time && !both) return;
    std::size_t of_house = 0, of_others = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (word_at(at) != Word::floor) continue;
        if (at < head) {
            ++of_house;
            continue;
        }
        const auto what = beyond(at + 1, {Word::of});
        if (word_at(what) != Word::elsewhere && word_at(what) != Word::eat_in) return;
        ++of_others;
    }
    if (of_house > 1 && !both) return;
    if (of_house == 1 && of_others == 0 && !tokens_[head].spaced) return;
    set_aside(0, head);
    for (std::size_t at = 0; at < head; ++at) tokens_[at].aside = false;
}

/// 11月の営業日⏎6.7.8.13: days of that month.
void ListingParser::list_days_between_dots() {
    for (std::size_t at = 0; at + 3 < tokens_.size(); ++at) {
        const auto begins = at == 0 || word_at(at - 1) == Word::newline;
        if (!begins || word_at(at) != Word::number) continue;
        auto end = at;
        int last = 0;
        bool ascending = true;
        while (word_at(end) == Word::number && tokens_[end].value <= 31) {
            ascending &= tokens_[end].value > last;
            last = tokens_[end].value;
            end = beyond_weekday_of_date(end + 1);
            if (word_at(end) != Word::separator) break;
            ++end;
        }
        const bool ends = end >= tokens_.size() || word_at(end) == Word::newline;
        const bool listed = end - at > 4 && ascending && ends && word_at(end - 1) == Word::number;
        if (!listed) continue;
        bool heads = false;
        for (auto before = at; before-- > 0 && !heads;) heads = word_at(before) == Word::month;
        if (heads) tokens_[end - 1].word = Word::month_day;
        at = end;
    }
}

/// 夜だけ営業。18時～24時: the only hours are those of the meal.
void ListingParser::name_only_meal() {
    std::size_t spans = 0, opens = 0, meals = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const bool span = word_at(at) == Word::time && (word_at(at + 1) == Word::dash || word_at(at + 1) == Word::from);
        if (span) opens = static_cast<std::size_t>(tokens_[at].value);
        spans += span ? 1U : 0U;
        meals += word_at(at) == Word::service ? 1U : 0U;
    }
    if (mode_ != Mode::hours || spans != 1 || meals != 1) return;
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        if (word_at(at) != Word::service || word_at(at + 1) != Word::only) continue;
        const bool begins = at == 0 || ends_statement(word_at(at - 1)) || tokens_[at].spaced;
        const auto open = beyond(at + 2, {Word::of, Word::topic});
        const auto end = beyond(open + 1, {Word::filler, Word::topic});
        const auto meal = static_cast<Meal>(tokens_[at].value);
        const bool fits = meal == Meal::dinner ? opens >= 15 * 60U || opens <= 10 * 60U : opens < 15 * 60U;
        if (begins && word_at(open) == Word::open && open < tokens_.size() && fits &&
            (end >= tokens_.size() || ends_statement(word_at(end)) || tokens_[end].spaced))
            set_aside(at, end);
    }
    for (auto& token : tokens_) token.aside = false;
}

/// 定休日を月曜から火曜に変更いたします: the day that is named last.
void ListingParser::move_closing_day() {
    for (std::size_t at = 0; at + 5 < tokens_.size(); ++at) {
        if (word_at(at) != Word::closing_heading || word_at(at + 1) != Word::topic) continue;
        const auto old_days = beyond(at + 2, {Word::weekday, Word::separator});
        const auto days = old_days + 1;
        const auto end = beyond(days, {Word::weekday, Word::separator});
        const auto varies = beyond(end, {Word::topic, Word::filler});
        if (old_days == at + 2 || word_at(old_days) != Word::from || end == days || word_at(varies) != Word::varies ||
            varies >= tokens_.size())
            continue;
        auto since = at;
        while (since > 0 && !ends_statement(word_at(since - 1))) --since;
        const auto date = beyond(since, {Word::filler});
        const auto from = beyond_weekday_of_date(date + 1);
        const bool dated = word_at(date) == Word::date && word_at(from) == Word::from && from < at;
        if (dated) {
            // Until then it is the other.
            auto resume = std::exchange(at_, date);
            const auto dates = parse_dates();
            at_ = resume;
            auto before = dates ? days_before(*dates) : std::nullopt;
            if (before) listing_.doubts.push_back({{*std::move(before)}});
            month_ = 0;
            set_aside(since, at);
        }
        set_aside(at + 1, days);
        set_aside(end, varies + 1);
        for (auto& token : tokens_) token.aside = false;
        return;
    }
}

/// 17:00～21:00（2部制 ①17:00～18:50 ②19:10～21:00）: when one sits down, within the hours.
void ListingParser::set_aside_seatings() {
    for (std::size_t at = 2; at + 1 < tokens_.size(); ++at) {
        if (word_at(at - 1) != Word::opening) continue;
        const auto words = words_of(at);
        const bool seatings = words.ends_with("部制") || words.ends_with("入替制") || words.ends_with("入れ替え制");
        auto end = at;
        while (end < tokens_.size() && word_at(end) != Word::closing && word_at(end) != Word::newline) ++end;
        const auto hours = at - 2;
        const bool beside = word_at(hours) == Word::time && at > 3 && word_at(at - 3) == Word::dash;
        if (seatings && beside && word_at(end) == Word::closing) set_aside(at, end);
    }
}

/// 日曜（翌月曜が祝日の場合は営業）: Monday; 土日祝は昼から通しで21:30まで: through.
void ListingParser::drop_what_goes_without_saying() {
    for (std::size_t at = 0; at + 3 < tokens_.size(); ++at) {
        const bool next_weekday = word_at(at) == Word::next_day_of && word_at(at + 1) == Word::weekday &&
                                  word_at(at + 2) == Word::topic && word_at(at + 3) == Word::holiday;
        if (next_weekday && at > 0 && word_at(at - 1) == Word::opening) tokens_[at].word = Word::filler;
        const bool through =
            word_at(at) == Word::service && word_at(at + 1) == Word::from && word_at(at + 2) == Word::goes_through;
        if (through) tokens_[at].word = tokens_[at + 1].word = Word::filler;
        // 配達のご注文は前日15時まで.
        const bool booked = word_at(at) == Word::previous_day && word_at(at + 1) == Word::time &&
                            word_at(at + 2) == Word::until && at > 0 && word_at(at - 1) == Word::topic;
        if (!booked) continue;
        auto first = at;
        while (first > 0 && !ends_chunk(word_at(first - 1)) && word_at(first - 1) != Word::separator) --first;
        const bool elsewhere = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                           tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                           [](const Token& token) { return token.word == Word::elsewhere; });
        if (elsewhere) set_aside(first, at + 3);
    }
}

}  // namespace denwaban::formats::japanese
