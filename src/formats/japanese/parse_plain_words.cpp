#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

bool ListingParser::says_but(std::size_t token) const {
    const auto words = words_of(token);
    return words == "ただし" || words == "但し" || words == "なお" || words == "尚";
}

/// 11月18日(水)は、休み; 11月～3月は毎週水曜日; 11月は休館日なし: behind は stands what is said.
void ListingParser::drop_what_parts_nothing() {
    std::size_t left = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const bool behind_topic = left > 0 && tokens_[left - 1].word == Word::topic;
        const bool comma = word_at(at) == Word::separator && words_of(at) == "、";
        const bool behind_conjunction = left > 0 && (says_but(left - 1) || tokens_[left - 1].word == Word::separator);
        const bool every = words_of(at) == "毎週" && word_at(at + 1) == Word::weekday;
        const bool heading = word_at(at) == Word::closing_heading && word_at(at + 1) == Word::no_rest;
        // （土曜日、日曜日を除く。）
        const bool full_stop = word_at(at) == Word::stop && word_at(at + 1) == Word::closing && at + 1 < tokens_.size();
        // ※ただし、祝日の場合は; but 月曜、ただし祝日の場合は.
        const bool but = says_but(at) && (left == 0 || ends_chunk(tokens_[left - 1].word));
        if (but && word_at(at + 1) == Word::separator) ++at;
        // 月～金の営業時間は18:00～24:00.
        const bool named = word_at(at) == Word::of && word_at(at + 1) == Word::hours_heading && left > 0 &&
                           speaks_of_days(tokens_[left - 1].word) && word_at(at + 2) == Word::topic &&
                           has_hours(at + 3);
        if (named) {
            ++at;
            continue;
        }
        // 朝6時40分に開店、夕方5時20分に閉店.
        const bool at_a_time = words_of(at) == "に" && left > 0 && tokens_[left - 1].word == Word::time;
        if (at_a_time && word_at(at + 1) == Word::open) continue;
        if (but || (behind_topic && (comma || every || heading)) || (behind_conjunction && comma) || full_stop)
            continue;
        const bool says_when =
            left > 0 && (tokens_[left - 1].word == Word::opening || tokens_[left - 1].word == Word::colon ||
                         words_of(left - 1).ends_with("は"));
        if (says_when && heading && !tokens_[at].spaced) continue;
        tokens_[left++] = tokens_[at];
    }
    tokens_.resize(left);
}

/// （11月～3月は～16時）: until then.
void ListingParser::end_behind_topics() {
    for (std::size_t at = 1; at + 1 < tokens_.size(); ++at) {
        const bool ends = word_at(at) == Word::dash && word_at(at - 1) == Word::topic && word_at(at + 1) == Word::time;
        const auto next = word_at(at + 2);
        if (!ends || (next != Word::closing && next != Word::separator && !ends_chunk(next))) continue;
        std::swap(tokens_[at], tokens_[at + 1]);
        tokens_[at + 1].word = Word::until;
        tokens_[at + 1].bytes = tokens_[at].bytes;
    }
}

/// 11/24(火)から27(金)は休業: from one to the other.
void ListingParser::join_dates_by_from() {
    for (std::size_t at = 1; at + 4 < tokens_.size(); ++at) {
        const auto before = word_at(at - 1);
        const bool dated = before == Word::date || before == Word::closing;
        const bool day =
            word_at(at + 1) == Word::number && word_at(at + 2) == Word::opening && word_at(at + 3) == Word::weekday;
        if (word_at(at) == Word::from && dated && day) tokens_[at].word = Word::dash;
    }
}

/// 月（祝の場合は翌）: the day after.
void ListingParser::name_the_day_after() {
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
        const bool ends = at + 1 >= tokens_.size() || word_at(at + 1) == Word::closing || ends_chunk(word_at(at + 1));
        const auto before = word_at(at - 1);
        const bool follows = before == Word::topic || before == Word::in_case || before == Word::separator;
        if (word_at(at) == Word::next_day_of && ends && follows) tokens_[at].word = Word::next_day;
    }
}

/// （祝日は営業→翌火休み）: the arrow goes on as a comma does.
void ListingParser::go_on_behind_arrows() {
    for (std::size_t at = 1; at + 1 < tokens_.size(); ++at) {
        const bool arrow = word_at(at) == Word::mark && words_of(at) == "→";
        const bool behind = word_at(at - 1) == Word::open || word_at(at - 1) == Word::filler;
        const auto next = word_at(at + 1);
        if (arrow && behind && (next == Word::next_day_of || next == Word::next_day || next == Word::next_weekday))
            tokens_[at].word = Word::separator;
    }
}

/// 休日・月曜、祝日: the sign of a magazine, and Sunday.
void ListingParser::read_sign_of_rest_before_sunday() {
    for (std::size_t at = 1; at + 2 < tokens_.size(); ++at) {
        const bool rest = word_at(at) == Word::rest && words_of(at) == "休日" && tokens_[at].spaced;
        if (!rest || word_at(at + 1) != Word::separator || !speaks_of_days(word_at(at + 2))) continue;
        if (any_span_in(at, tokens_.size())) continue;
        auto sunday = tokens_[at];
        sunday.word = Word::weekday;
        sunday.value = 0;
        sunday.spaced = false;
        sunday.bytes.begin += std::string_view{"休"}.size();
        tokens_[at].word = Word::closing_heading;
        tokens_[at].value = 0;
        tokens_[at].bytes.end = sunday.bytes.begin;
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1, sunday);
    }
}

/// お休み日 木曜日, 休店日：木曜日, 18日は休み日です.
void ListingParser::join_days_of_rest() {
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
        const bool day = words_of(at + 1) == "日" && !tokens_[at + 1].spaced;
        if (word_at(at) != Word::rest || !day) continue;
        const auto behind = word_at(at + 2);
        const bool glued = at + 2 < tokens_.size() && !tokens_[at + 2].spaced;
        // 休日・月曜; but 休店日水曜.
        const bool whole = words_of(at + 2).find("曜") != std::string_view::npos;
        const bool sunday = glued && !whole && (behind == Word::separator || speaks_of_days(behind));
        if (sunday) continue;
        const auto next = beyond(at + 2, {Word::colon, Word::topic, Word::closing, Word::slash, Word::newline});
        const bool heads = next < tokens_.size() && (behind == Word::topic || speaks_of_days(word_at(next)));
        if (heads) tokens_[at].word = Word::closing_heading;
        tokens_[at].bytes.end = tokens_[at + 1].bytes.end;
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
}

/// OPEN 11:30 CLOSE 14:30　OPEN 17:30 CLOSE 22:00, 平日 open:8:00 close:17:00, 木金土日 OPEN⏎10:00～17:00: OPEN heads
/// nothing there.
void ListingParser::read_open_and_close() {
    for (std::size_t at = 1; at + 1 < tokens_.size(); ++at) {
        if (word_at(at) != Word::hours_heading || !folded_words_of(at).ends_with("open")) continue;
        const auto time = beyond(at + 1, {Word::colon, Word::newline});
        if (word_at(time) != Word::time || time >= tokens_.size()) continue;
        const auto end = beyond(time + 1, {Word::separator, Word::slash, Word::dash, Word::newline});
        const bool closes = word_at(end) == Word::rest && word_at(beyond(end + 1, {Word::colon})) == Word::time;
        const auto before = word_at(at - 1);
        const bool behind_days = speaks_of_days(before) && word_at(time + 1) == Word::dash;
        const bool behind_hours = before == Word::time || speaks_of_days(before) || before == Word::newline;
        if (!behind_days && !(closes && behind_hours)) continue;
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(closes ? time : at + 1));
    }
}

/// 休日に当たる場合はその翌日: 祝日.
void ListingParser::name_days_off_in_conditions() {
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
        if (words_of(at) != "休日" || word_at(at) != Word::rest || word_at(at + 1) != Word::in_case) continue;
        tokens_[at].word = Word::holiday;
        tokens_[at].value = 0;
    }
}

/// 11月18日は17:00クローズ, 17時CLOSE: a word that closes a day, behind a time, ends its hours.
void ListingParser::end_with_words_of_closing() {
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
        const bool closes = word_at(at) == Word::rest && tokens_[at].value == 1;
        const auto next = at + 1;
        const bool ends = next >= tokens_.size() || ends_chunk(word_at(next)) || word_at(next) == Word::filler ||
                          word_at(next) == Word::separator;
        if (closes && ends && word_at(at - 1) == Word::time && (at < 2 || word_at(at - 2) != Word::dash))
            tokens_[at].word = Word::to_the_last;
    }
}

}  // namespace denwaban::formats::japanese
