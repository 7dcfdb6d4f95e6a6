#include <algorithm>
#include <array>

#include "parser.hpp"

namespace denwaban::formats::japanese {

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
