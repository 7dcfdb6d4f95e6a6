#include "parser.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace denwaban::formats::japanese {

bool speaks_of_hours(Word word) {
    switch (word) {
        case Word::time:
        case Word::date:
        case Word::month:
        case Word::month_day:
        case Word::ordinal:
        case Word::times_a_month:
        case Word::ending_in:
        case Word::weekday:
        case Word::workdays:
        case Word::holiday:
        case Word::holiday_eve:
        case Word::day_after_holiday:
        case Word::alternate_weeks:
        case Word::odd_months:
        case Word::even_months:
        case Word::season:
        case Word::sometimes:
        case Word::last_of_long_weekend:
        case Word::all_day:
        case Word::irregular:
        case Word::per_facility:
        case Word::rest:
        case Word::next_day:
        case Word::next_weekday:
        case Word::next_business_day:
        case Word::previous_day:
        case Word::long_weekend:
        case Word::last_day:
            return true;
        default:
            return false;
    }
}

namespace {

[[nodiscard]] bool ends_chunk(Word word) {
    return word == Word::stop || word == Word::newline || word == Word::mark || word == Word::opening ||
           word == Word::closing;
}

}  // namespace

ListingParser::ListingParser(std::string_view text, std::string_view part, Mode mode, Listing& listing)
    : text_(text), part_(part), mode_(mode), listing_(listing), tokens_(lex(text)) {}

void ListingParser::parse() {
    set_aside_what_is_not_about_hours();
    while (!done()) statement();
    report_leftovers();
}

bool ListingParser::next_is(std::initializer_list<Word> words, std::size_t ahead) const {
    if (at_ + ahead >= tokens_.size()) return false;
    return std::find(words.begin(), words.end(), peek(ahead)) != words.end();
}

Token& ListingParser::take() {
    auto& token = tokens_[at_++];
    token.used = true;
    if (token.word == Word::opening) ++depth_;
    if (token.word == Word::closing) depth_ = std::max(depth_ - 1, 0);
    return token;
}

bool ListingParser::take_if(std::initializer_list<Word> words) {
    if (!next_is(words)) return false;
    take();
    return true;
}

void ListingParser::pass_over(std::initializer_list<Word> words) {
    while (take_if(words)) {
    }
}

std::size_t ListingParser::beyond(std::size_t at, std::initializer_list<Word> words) const {
    while (at < tokens_.size() && std::find(words.begin(), words.end(), tokens_[at].word) != words.end()) ++at;
    return at;
}

void ListingParser::give_back(std::size_t start) {
    if (at_ == start) ++at_;
    for (auto token = start; token < at_; ++token) tokens_[token].used = false;
}

ByteRange ListingParser::range_from(std::size_t token) const {
    return {tokens_[token].bytes.begin, tokens_[at_ > token ? at_ - 1 : token].bytes.end};
}

void ListingParser::find(FindingKind kind, Weight weight, std::string message, ByteRange bytes) {
    listing_.findings.push_back({kind, weight, std::move(message), bytes, {}, part_, {}});
}

/// A sentence about bookings, prices or crowds may name days and times that are not the restaurant's.
void ListingParser::set_aside_what_is_not_about_hours() {
    for (std::size_t first = 0; first < tokens_.size();) {
        auto last = first;
        bool cue = false, days = false, closes = false, heading = false, opens = false;
        for (; last < tokens_.size() && !ends_chunk(tokens_[last].word); ++last) {
            const auto word = tokens_[last].word;
            cue |= word == Word::not_hours;
            days |= word == Word::weekday || word == Word::workdays || word == Word::holiday || word == Word::season ||
                    word == Word::date;
            closes |= word == Word::rest || word == Word::no_rest || word == Word::irregular;
            heading |= word == Word::closing_heading;
            opens |= word == Word::time && (word_at(last + 1) == Word::dash || word_at(last + 1) == Word::from);
        }
        const bool aside = first > 0 && (tokens_[first - 1].word == Word::mark || mode_ == Mode::hours);
        if (cue && !closes && !opens && !(heading && days) && (!days || aside)) set_aside(first, last);
        first = last + 1;
    }
}

void ListingParser::set_aside(std::size_t first, std::size_t last) {
    if (first == last) return;
    for (auto token = first; token < last; ++token) {
        tokens_[token].word = Word::filler;
        tokens_[token].used = true;
    }
    find(FindingKind::remark, Weight::note, "says nothing of the hours",
         {tokens_[first].bytes.begin, tokens_[last - 1].bytes.end});
}

/// 大潮の日: a day, though nobody here knows which.
bool ListingParser::names_a_day(const Token& token) const {
    const auto words = text_.substr(token.bytes.begin, token.bytes.end - token.bytes.begin);
    return token.word == Word::prose && words.ends_with("の日");
}

bool ListingParser::touches_meaning(std::size_t token) const {
    const auto meaningful = [this](std::size_t at) {
        return at < tokens_.size() && tokens_[at].used &&
               (speaks_of_hours(tokens_[at].word) || tokens_[at].word == Word::no_rest);
    };
    const auto after = beyond(token + 1, {Word::topic, Word::of, Word::also, Word::only});
    const bool glued_after = after < tokens_.size() && !tokens_[after].spaced && meaningful(after);
    const auto before = token > 0 && (word_at(token - 1) == Word::of || word_at(token - 1) == Word::topic) ? 2U : 1U;
    const bool glued_before = !tokens_[token].spaced && token >= before && meaningful(token - before);
    return glued_after || glued_before;
}

/// One finding for each stretch of words that went nowhere.
void ListingParser::report_leftovers() {
    for (std::size_t first = 0; first < tokens_.size();) {
        if (tokens_[first].used) {
            ++first;
            continue;
        }
        auto last = first;
        bool of_hours = false, doubtful = false, unreadable = false;
        for (; last < tokens_.size() && !tokens_[last].used; ++last) {
            of_hours |= speaks_of_hours(tokens_[last].word) || names_a_day(tokens_[last]);
            unreadable |= tokens_[last].word == Word::broken;
            doubtful |= tokens_[last].word == Word::prose && touches_meaning(last);
        }
        const ByteRange bytes{tokens_[first].bytes.begin, tokens_[last - 1].bytes.end};
        if (unreadable) {
            find(FindingKind::malformed, Weight::doubt, "is not UTF-8", bytes);
        } else if (of_hours) {
            find(FindingKind::not_understood, Weight::loss, "speaks of hours, but was not understood", bytes);
        } else if (doubtful) {
            find(FindingKind::not_understood, Weight::doubt, "may qualify what stands beside it", bytes);
        } else {
            find(FindingKind::remark, Weight::note, "says nothing of the hours", bytes);
        }
        first = last;
    }
}

}  // namespace denwaban::formats::japanese
