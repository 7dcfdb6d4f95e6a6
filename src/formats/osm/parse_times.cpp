#include "parser.hpp"

namespace denwaban::formats::osm {

bool Parser::span() {
    const auto start = at_;
    const auto begin = time();
    std::optional<int> end;
    bool open_end = false;
    if (take_sign("-")) {
        end = time();
        if (!end && begin && current().unreadable) return true;
    } else if (is_sign("+")) {
        end = begin;
    }
    if (take_sign("+")) open_end = true;
    if (is_sign("/")) {
        while (!at_end_of_rule() && !is_sign(",")) ++at_;
        cannot_say("points in time are no opening", start);
        return true;
    }
    if (!begin || !end) {
        if (!current().unreadable) cannot_say("a time without an end", start);
        return at_ > start;
    }
    auto until = *end;
    if (!open_end || until != *begin) {
        while (until <= *begin) until += minutes_a_day;
    }
    if (until > MinuteOfDay::max || *begin >= MinuteOfDay::max) {
        fail("is past 48:00", start, at_);
        return true;
    }
    current().spans.push_back({*begin, until, open_end});
    return true;
}

std::optional<int> Parser::time() {
    const auto start = at_;
    if (is_sign("(") || word_of(sun_words)) {
        const bool bracket = take_sign("(");
        if (word_of(sun_words)) ++at_;
        while (bracket && at_ < tokens_.size() && !is_sign(";") && !is_sign("||") && !take_sign(")")) ++at_;
        cannot_say("sunrise and sunset are not known", start);
        return std::nullopt;
    }
    const auto hour = number(), minute = number(2);
    if (!hour || !is_sign(":", 1) || !minute || *minute > 59 || *hour > 48) {
        if (hour && is_sign(":", 1)) at_ += minute ? 3U : 2U;
        const bool days = kind_ahead().has_value();
        if (at_ == start && at_ < tokens_.size()) ++at_;
        // Mo 10:00-Tu 12:00 says something of Tuesday too.
        days ? fail_days("is no time", start, at_) : fail("is no time", start, at_);
        return std::nullopt;
    }
    at_ += 3;
    return *hour * 60 + *minute;
}

}  // namespace denwaban::formats::osm
