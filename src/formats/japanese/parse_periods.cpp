#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// Where a date or a month lies in a year, by its month and day.
[[nodiscard]] std::optional<int> place_in_year(const Token& token) {
    if (token.word == Word::date) return token.value;
    if (token.word == Word::month) return token.value * 100 + 15;
    return std::nullopt;
}

[[nodiscard]] bool lies_within(int place, int first, int last) {
    return first <= last ? first <= place && place <= last : place >= first || place <= last;
}

}  // namespace

/// Where the only span of dates of a text begins and ends; nothing if it has none, or several.
std::optional<ListingParser::DateSpan> ListingParser::only_span_of_dates() const {
    std::optional<DateSpan> found;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (word_at(at) == Word::long_weekend) return std::nullopt;
        if (word_at(at) != Word::date) continue;
        const auto joint = beyond_weekday_of_date(at + 1);
        const bool joins = word_at(joint) == Word::dash || word_at(joint) == Word::from;
        const bool ends = word_at(joint + 1) == Word::date || word_at(joint + 1) == Word::month_day;
        if (!joins || !ends || joint + 1 >= tokens_.size()) continue;
        if (found) return std::nullopt;
        found = {at, joint + 1};
        at = joint + 1;
    }
    return found;
}

/// The tokens of one date of a span, with its weekday if either end has one.
std::vector<Token> ListingParser::date_of_span(const DateSpan& span, bool last) const {
    std::vector<Token> date{tokens_[last ? span.last : span.first]};
    if (date.front().word == Word::month_day) {
        date.front().word = Word::date;
        date.front().value += tokens_[span.first].value / 100 * 100;
    }
    const auto own = last ? span.last : span.first;
    date.insert(date.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(own) + 1,
                tokens_.begin() + static_cast<std::ptrdiff_t>(beyond_weekday_of_date(own + 1)));
    return date;
}

/// 11/3～23 10:00～18:00 最終日は15:00閉場: the date that is meant.
void ListingParser::name_first_and_last_days() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (word_at(at) != Word::last_day) continue;
        const auto span = only_span_of_dates();
        if (!span) return;
        const bool weekday_unclear =
            word_at(span->last + 1) != Word::opening && beyond_weekday_of_date(span->first + 1) > span->first + 1;
        const bool last = tokens_[at].value == 0;
        if (last && weekday_unclear) return;
        auto date = date_of_span(*span, last);
        for (auto& token : date) {
            token.bytes = tokens_[at].bytes;
            token.used = token.spaced = false;
        }
        date.front().spaced = tokens_[at].spaced;
        const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(at);
        tokens_.insert(tokens_.erase(place), date.begin(), date.end());
        at += date.size() - 1;
    }
}

/// Whether a text names days beyond those of a period, but to say that they are closed.
bool ListingParser::names_days_beyond(std::size_t begin, std::size_t end) const {
    int first = 0, last = 0;
    for (auto at = begin; at < end; ++at) {
        if (const auto place = place_in_year(tokens_[at])) {
            const bool month = word_at(at) == Word::month;
            if (first == 0) first = *place - (month ? 14 : 0);
            last = *place + (month ? 16 : 0);
        }
        if (word_at(at) == Word::month_day && first != 0) last = last / 100 * 100 + tokens_[at].value;
    }
    const auto ends_statement = [](Word word) {
        return word == Word::newline || word == Word::stop || word == Word::mark;
    };
    for (std::size_t chunk = 0; chunk < tokens_.size();) {
        auto beyond_chunk = chunk;
        bool rests = false, beyond_period = false;
        for (; beyond_chunk < tokens_.size() && !ends_statement(word_at(beyond_chunk)); ++beyond_chunk) {
            const auto word = word_at(beyond_chunk);
            rests |= word == Word::rest || word == Word::no_rest || word == Word::closing_heading;
            if (beyond_chunk >= begin && beyond_chunk < end) continue;
            const auto place = place_in_year(tokens_[beyond_chunk]);
            beyond_period |= word == Word::season || word == Word::odd_months || word == Word::even_months ||
                             (place && !lies_within(*place, first, last));
        }
        if (beyond_period && !rests) return true;
        chunk = beyond_chunk + 1;
    }
    return false;
}

/// Closed on all days but these.
void ListingParser::close_beyond(const DayList& period, ByteRange bytes) {
    std::vector<When> open;
    for (const auto& day : period) open.push_back(day.when);
    ListedClosing others;
    others.day = day_item(DaySort::narrower, {NoneOf{std::move(open)}});
    others.day.place = {bytes, part_};
    others.day.is_season = true;
    others.on_holiday_said = true;
    add_closing(std::move(others));
}

/// 7月1日～8月31日, 4月下旬～11月上旬, 4月～10月.
DayList ListingParser::parse_period() {
    DayList period;
    do {
        std::optional<DayItem> dates;
        if (peek() == Word::month && peek(1) == Word::part_of_month) {
            dates = parse_part_of_month();
        } else if (peek() == Word::date) {
            dates = parse_dates();
        } else if (next_is({Word::month, Word::number})) {
            dates = day_item(DaySort::narrower, {InMonths{parse_months()}});
        }
        if (!dates || dates->effect != ClosingEffect::closes) return {};
        period.push_back(*std::move(dates));
    } while (next_is({Word::separator, Word::slash}) && next_is({Word::month, Word::date}, 1) && (take(), true));
    return period;
}

/// 営業期間：7月1日～8月31日: what else is said holds in these days, and on no other.
void ListingParser::period() {
    const auto start = at_;
    take();
    pass_over({Word::colon, Word::closing, Word::opening, Word::topic, Word::mark, Word::newline, Word::slash});
    const auto dates = at_;
    const auto period = parse_period();
    if (period.empty() || period_said_ || names_days_beyond(dates, at_)) return give_back(start);
    period_said_ = true;
    mode_ = Mode::hours;
    close_beyond(period, range_from(dates));
    pass_over({Word::closing, Word::of, Word::topic, Word::until});
}

/// 11/3～11/23 10:00～18:00 金・土は19:00まで: the dates with which a text begins are its period.
void ListingParser::begins_with_period() {
    const auto first = beyond(0, {Word::mark, Word::newline});
    const auto span = only_span_of_dates();
    if (mode_ != Mode::hours || !span || span->first != first) return;
    at_ = first;
    const auto period = parse_period();
    const auto end = at_;
    const auto next = beyond(end, {Word::of, Word::topic, Word::newline, Word::separator});
    std::size_t spans = 0;
    bool of_weekdays = false, others = false;
    for (auto at = end; at < tokens_.size(); ++at) {
        const auto word = word_at(at);
        spans += word == Word::time && (word_at(at + 1) == Word::dash || word_at(at + 1) == Word::from) ? 1U : 0U;
        of_weekdays |= word == Word::workdays || word == Word::holiday || word == Word::weekday || word == Word::date;
        others |= word == Word::every_day || word == Word::other || word == Word::except || word == Word::rest ||
                  word == Word::closing_heading || word == Word::hours_heading;
    }
    const bool days_follow = next_is({Word::weekday, Word::workdays}, next - at_);
    const bool hours_follow = spans == 1 && of_weekdays && has_hours(next);
    if (period.size() == 1 && !others && spans > 0 && (days_follow || hours_follow) && !names_days_beyond(first, end)) {
        period_said_ = true;
        close_beyond(period, {tokens_[first].bytes.begin, tokens_[end - 1].bytes.end});
        pass_over({Word::of, Word::topic});
        return;
    }
    give_back(first);
    at_ = month_ = 0;
}

}  // namespace denwaban::formats::japanese
