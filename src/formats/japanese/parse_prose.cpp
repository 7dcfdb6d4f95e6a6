#include <algorithm>
#include <array>

#include "parser.hpp"

namespace denwaban::formats::japanese {

// What sentences say in another order, or in more words, than lists do: here it comes to stand as lists have it.

/// 休み, 定休.
bool ListingParser::says_rest(std::size_t token) const {
    return word_at(token) == Word::rest || word_at(token) == Word::closing_heading;
}

/// 火曜は第2・第4のみ休み, 月曜は隔週: the ordinals of these weekdays.
void ListingParser::put_ordinals_before_weekdays() {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        const bool topic = word_at(at + 1) == Word::topic || word_at(at + 1) == Word::also;
        if (word_at(at) != Word::weekday || !topic) continue;
        const auto first = beyond(at + 2, {Word::filler});
        const bool weeks = word_at(first) == Word::alternate_weeks;
        auto end = weeks ? first + 1 : beyond(first, {Word::ordinal, Word::number, Word::separator});
        if (first >= tokens_.size() || (!weeks && word_at(first) != Word::ordinal) || word_at(end) == Word::weekday ||
            word_at(end - 1) == Word::separator || (at > 0 && word_at(at - 1) == Word::separator && weeks))
            continue;
        const auto then = beyond(end, {Word::topic, Word::only, Word::of});
        // 日曜は第1・3のみ営業 closes the others.
        if (!says_rest(then) && !(mode_at_first_ == Mode::closings && ends_chunk(word_at(then)))) continue;
        const auto weekday = tokens_.begin() + static_cast<std::ptrdiff_t>(at);
        tokens_[at + 1].word = Word::filler;
        std::rotate(weekday, weekday + 1, tokens_.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto particle = end; particle < then; ++particle) tokens_[particle].word = Word::filler;
        at = end;
    }
}

/// 月曜は祝日でもお休みです: a closing day, and no closing of 祝日 alone.
void ListingParser::rest_on_holidays_too() {
    for (std::size_t at = 2; at + 2 < tokens_.size(); ++at) {
        if (word_at(at) != Word::holiday || words_of(at + 1) != "でも" || word_at(at - 1) != Word::topic) continue;
        const auto rest = beyond(at + 2, {Word::filler});
        if (!says_rest(rest) || !speaks_of_days(word_at(at - 2))) continue;
        tokens_[at].word = tokens_[at + 1].word = Word::filler;
        tokens_[at].used = tokens_[at + 1].used = true;
    }
}

/// 祝日は通常どおり。 open as on other days.
void ListingParser::name_usual_days() {
    constexpr auto usual = std::to_array<std::string_view>({"通常", "平常", "いつも", "普段", "ふだん"});
    for (std::size_t at = 2; at < tokens_.size() && mode_ == Mode::hours; ++at) {
        const auto words = words_of(at);
        const bool as_ever = words.ends_with("どおり") || words.ends_with("通り");
        const bool named = std::any_of(usual.begin(), usual.end(), [&](auto each) { return words.starts_with(each); });
        const bool of_days = (word_at(at - 1) == Word::topic || word_at(at - 1) == Word::also) &&
                             (word_at(at - 2) == Word::holiday || word_at(at - 2) == Word::holiday_eve);
        if (!as_ever || !named || word_at(at) != Word::filler || !of_days) continue;
        auto end = beyond(at + 1, {Word::filler});
        const auto open = end;
        const bool opens = word_at(open) == Word::open;
        if (opens) end = beyond(open + 1, {Word::filler});
        if (!ends_chunk(word_at(end))) continue;
        tokens_[at].word = Word::open;
        if (opens) tokens_[open].word = Word::filler;
    }
}

/// 土曜日は朝・昼のみ: the one meal that is not served.
void ListingParser::name_the_meal_not_served() {
    for (std::size_t at = 1; at + 3 < tokens_.size(); ++at) {
        const bool of_days = speaks_of_days(word_at(at - 1)) ||
                             (word_at(at - 1) == Word::topic && at > 1 && speaks_of_days(word_at(at - 2)));
        if (word_at(at) != Word::service || word_at(at + 1) != Word::separator || !of_days) continue;
        auto only = at;
        std::vector<int> served;
        for (; word_at(only) == Word::service; ++only) {
            served.push_back(tokens_[only].value);
            if (word_at(only + 1) == Word::separator) ++only;
        }
        const auto end = beyond(only + 1, {Word::of, Word::open, Word::filler});
        if (word_at(only) != Word::only || !ends_chunk(word_at(end))) continue;
        std::vector<int> others;
        for (const auto& token : tokens_) {
            const auto is = [&](int meal) { return meal == token.value; };
            if (token.word == Word::service && std::none_of(served.begin(), served.end(), is) &&
                std::none_of(others.begin(), others.end(), is))
                others.push_back(token.value);
        }
        if (others.size() != 1) continue;
        tokens_[at].value = others.front();
        for (auto token = at + 1; token < end; ++token) tokens_[token].word = Word::filler;
        tokens_[at + 1].word = Word::rest;
    }
}

/// 水曜は終日、日曜は夜をお休みします: what closes the last closes them all.
void ListingParser::rest_all_day() {
    for (std::size_t at = 2; at + 1 < tokens_.size() && mode_at_first_ == Mode::hours; ++at) {
        const bool of_days = word_at(at - 1) == Word::topic && speaks_of_days(word_at(at - 2));
        if (words_of(at) != "終日" || !of_days || word_at(at + 1) != Word::separator) continue;
        bool rests = false, opens = false;
        for (auto then = at + 2; then < tokens_.size() && !ends_chunk(word_at(then)); ++then) {
            rests |= says_rest(then);
            opens |= word_at(then) == Word::time || word_at(then) == Word::open;
        }
        if (rests && !opens) tokens_[at].word = Word::rest;
    }
}

/// それ以外の期間は無休です: of days of which nothing else is said, nothing new.
void ListingParser::drop_other_days_without_rest() {
    for (std::size_t at = 1; at + 2 < tokens_.size(); ++at) {
        const bool others = word_at(at) == Word::every_day && !words_of(at).starts_with("毎日");
        if (others && word_at(at + 1) == Word::topic && word_at(at + 2) == Word::no_rest) set_words_aside(at, at + 3);
    }
}

/// 11:30～14:30(14:00)⏎( )内はラストオーダー: what the times in brackets are.
void ListingParser::read_legend_of_brackets() {
    constexpr auto brackets = std::to_array<std::string_view>({"カッコ内", "かっこ内", "括弧内", "内"});
    std::size_t legend = 0;
    for (; legend + 1 < tokens_.size(); ++legend) {
        const auto words = words_of(legend);
        const bool named = std::any_of(brackets.begin(), brackets.end(), [&](auto each) {
            return words == each || (words.starts_with(each) && words.substr(each.size()) == "は");
        });
        const auto what = beyond(legend + 1, {Word::topic});
        if (named && word_at(what) == Word::last_order && word_at(what + 1) != Word::time) break;
    }
    if (legend + 1 >= tokens_.size()) return;
    auto first = legend;
    if (first > 1 && word_at(first - 1) == Word::closing && word_at(first - 2) == Word::opening) first -= 2;
    if (first > 0 && word_at(first - 1) == Word::mark) --first;
    const auto end = beyond(beyond(legend + 1, {Word::topic}) + 1, {Word::filler});
    for (std::size_t at = 1; at + 2 < first; ++at) {
        const bool bracketed =
            word_at(at) == Word::opening && word_at(at + 1) == Word::time && word_at(at + 2) == Word::closing;
        if (!bracketed || word_at(at - 1) != Word::time) continue;
        tokens_[at].word = Word::last_order;
        tokens_[at + 2].word = Word::filler;
    }
    set_words_aside(first, end);
}

/// 平日は18時から、土日は15時から。閉店は23時です: the end of hours that are said without one.
void ListingParser::end_hours_with_their_closing() {
    for (std::size_t at = 1; at + 2 < tokens_.size(); ++at) {
        if (words_of(at) != "閉店" || word_at(at + 1) != Word::topic || !ends_chunk(word_at(at - 1))) continue;
        const auto time = beyond(at + 2, {Word::filler});
        const auto end = beyond(time + 1, {Word::filler});
        if (word_at(time) != Word::time || !ends_chunk(word_at(end))) continue;
        std::vector<std::size_t> open;
        bool any_end = false;
        for (std::size_t before = 0; before + 1 < at; ++before) {
            const bool from = word_at(before) == Word::time && word_at(before + 1) == Word::from;
            const auto then = word_at(before + 2);
            if (from && (then == Word::separator || ends_chunk(then))) open.push_back(before + 1);
            any_end |= word_at(before) == Word::time && !from;
        }
        if (open.empty() || any_end) continue;
        auto last = tokens_[time];
        set_words_aside(at, end);
        for (auto from = open.rbegin(); from != open.rend(); ++from) {
            last.bytes = tokens_[*from].bytes;
            tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(*from) + 1, last);
        }
        return;
    }
}

/// OPEN 12:00 → CLOSE 18:00.
void ListingParser::read_arrows_to_closing() {
    for (std::size_t at = 1; at + 2 < tokens_.size(); ++at) {
        const auto words = words_of(at);
        const bool arrow = word_at(at) == Word::mark && (words == "→" || words == "⇒" || words == "➡");
        const bool closes = word_at(at + 1) == Word::rest && tokens_[at + 1].value == 1;
        if (!arrow || !closes || word_at(at - 1) != Word::time || word_at(at + 2) != Word::time) continue;
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

/// OPEN：金土日祝, among closing days: those on which it is open.
void ListingParser::name_opening_days_in_latin() {
    if (mode_at_first_ != Mode::closings) return;
    const bool hours =
        std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.word == Word::time; });
    for (std::size_t at = 0; at + 1 < tokens_.size() && !hours; ++at) {
        if (word_at(at) != Word::hours_heading || folded_words_of(at) != "open") continue;
        const auto days = beyond(at + 1, {Word::colon, Word::slash});
        if (speaks_of_days(word_at(days))) tokens_[at].word = Word::open;
    }
}

/// 12月中旬～2月: to the end of that month.
void ListingParser::end_periods_with_their_month() {
    for (std::size_t at = 2; at < tokens_.size(); ++at) {
        const bool range =
            word_at(at) == Word::month && word_at(at - 1) == Word::dash && word_at(at - 2) == Word::part_of_month;
        if (!range || word_at(at + 1) == Word::part_of_month) continue;
        auto end = tokens_[at];
        end.word = Word::part_of_month;
        end.value = last_days_of_month;
        end.spaced = false;
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1, end);
    }
}

/// 12月～2月は冬季休業: the months say when.
void ListingParser::drop_seasons_behind_their_months() {
    for (std::size_t at = 2; at + 1 < tokens_.size(); ++at) {
        const bool closes = word_at(at) == Word::season && word_at(at + 1) == Word::rest;
        const auto before = word_at(at - 1) == Word::topic ? at - 2 : at - 1;
        const auto month = word_at(before) == Word::part_of_month ? before - 1 : before;
        const bool months = word_at(month) == Word::month && month > 1 && word_at(month - 1) == Word::dash;
        if (!closes || !months) continue;
        tokens_[at].word = Word::filler;
        tokens_[at].used = true;
    }
}

/// なくなり次第終了（早い日は14時頃に終わることも）: when it was sold out on other days.
void ListingParser::set_aside_when_it_sells_out() {
    for (std::size_t at = 1; at + 1 < tokens_.size(); ++at) {
        const auto before = word_at(at - 1) == Word::filler && at > 1 ? at - 2 : at - 1;
        if (word_at(at) != Word::opening || word_at(before) != Word::sold_out) continue;
        const auto end = beyond_bracket(at) - 1;
        bool says_more = word_at(end) != Word::closing;
        for (auto token = at + 1; token < end; ++token)
            says_more |=
                (speaks_of_hours(word_at(token)) && word_at(token) != Word::time && word_at(token) != Word::until) ||
                word_at(token) == Word::service || word_at(token) == Word::last_order;
        if (says_more) continue;
        set_words_aside(at, end + 1);
    }
}

/// 旧店舗の営業は10月末で終了しました: of another house.
void ListingParser::set_aside_former_house() {
    constexpr auto former = std::to_array<std::string_view>({"旧", "旧店", "旧店舗", "移転前の"});
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const bool begins = at == 0 || ends_chunk(word_at(at - 1));
        const bool house = words_of(at) != "旧" || words_of(at + 1).starts_with("店");
        if (!begins || !house || std::find(former.begin(), former.end(), words_of(at)) == former.end()) continue;
        auto end = at;
        while (end < tokens_.size() && !ends_chunk(word_at(end))) ++end;
        if (any_span_in(at, end)) continue;
        set_words_aside(at, end);
    }
}

}  // namespace denwaban::formats::japanese
