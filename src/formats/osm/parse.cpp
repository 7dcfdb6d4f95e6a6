#include "parser.hpp"

namespace denwaban::formats::osm {

Parsed Parser::run() && {
    auto joint = Joint::overrides;
    while (at_ < tokens_.size() && parsed_.rules.size() < max_rules_read) {
        if (is_sign(";")) {
            ++at_;
            joint = Joint::overrides;
            continue;
        }
        rule(joint);
        joint = take_joint();
    }
    if (at_ < tokens_.size()) fail_days("more rules than can be read", at_, tokens_.size());
    return std::move(parsed_);
}

void Parser::find(FindingKind kind, Weight weight, std::string message, std::size_t first, std::size_t last) {
    if (tokens_.empty()) return;
    first = std::min(first, tokens_.size() - 1);
    last = std::clamp<std::size_t>(last, first + 1, tokens_.size());
    const ByteRange bytes{tokens_[first].bytes.begin, tokens_[last - 1].bytes.end};
    parsed_.findings.push_back({kind,
                                weight,
                                std::move(message),
                                bytes,
                                std::string{text_.substr(bytes.begin, bytes.end - bytes.begin)},
                                {},
                                {}});
}

void Parser::rule(Joint joint) {
    const auto start = at_;
    begin_rule(joint);
    while (!at_end_of_rule() || more_days()) {
        if (!part()) skip_rest();
    }
    if (at_ > start) return end_rule();
    doubt("a rule that says nothing", start);
    parsed_.rules.pop_back();
}

void Parser::skip_rest() {
    const auto bad = at_;
    while (at_ < tokens_.size() && !is_sign(";") && !is_sign("||")) ++at_;
    const auto is_hour = [](const Token& token) {
        return token.kind == TokenKind::sign || (token.kind == TokenKind::number && token.digits <= 2);
    };
    const auto said = [&](Kind kind) { return said_.selectors[static_cast<std::size_t>(kind)].has_value(); };
    const bool after_days = said_.spans || said_.modifier ||
                            (tokens_[bad].kind == TokenKind::number && (said(Kind::weekdays) || said(Kind::holidays)));
    if (after_days && std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(bad),
                                  tokens_.begin() + static_cast<std::ptrdiff_t>(at_), is_hour)) {
        return fail("is no opening_hours", bad, at_);
    }
    fail_days("is no opening_hours", bad, at_);
}

bool Parser::more_days() {
    const bool only_days = said_.any_selector() && !said_.anything_but_days();
    if (!only_days || !is_sign(",") || !kind_ahead(1)) return false;
    ++at_;
    said_.alternatives.push_back(all_of(std::exchange(current().selectors, {})));
    said_.selectors = {};
    return true;
}

void Parser::join_alternatives() {
    if (said_.alternatives.empty()) return;
    said_.alternatives.push_back(all_of(std::move(current().selectors)));
    current().selectors = {{AnyOf{std::move(said_.alternatives)}}};
    doubt("days and dates in one list, read as if they shared what is said after it", said_.start);
}

void Parser::begin_rule(Joint joint) {
    parsed_.rules.push_back({.joint = joint});
    said_ = {};
    said_.start = at_;
}

void Parser::end_rule() {
    current().bytes = {tokens_[said_.start].bytes.begin, tokens_[at_ - 1].bytes.end};
    const bool days = said_.any_selector();
    join_alternatives();
    if (!said_.anything_but_days() && !current().unreadable) {
        doubt(days ? "days without times, read as open day and night" : "a rule that says nothing", said_.start);
        if (!days) return parsed_.rules.pop_back();
    }
    if (!said_.comment || said_.modifier) return;
    current().modifier = Modifier::unknown;
    find(FindingKind::unknowable, Weight::note, "a comment alone: nobody knows beforehand", *said_.comment,
         *said_.comment + 1);
}

bool Parser::part() {
    const auto start = at_;
    if (number() == 24 && is_sign("/", 1) && number(2) == 7) return always(), true;
    if (peek()->kind == TokenKind::comment) return comment(), true;
    if (const auto kind = kind_ahead()) return selector(*kind), true;
    if (at_time()) {
        const bool again = said_.spans, after = said_.modifier && current().modifier != Modifier::open;
        spans();
        said_.spans = true;
        if (again) doubt("times that no comma joins", start);
        if (after) doubt("times after what they are to be", start);
        if (said_.always) doubt("24/7 beside other times", start);
        return true;
    }
    if (modifier()) {
        if (said_.modifier) doubt("is said to be two things", start);
        said_.modifier = true;
        return true;
    }
    return is_sign(":") && at_ > 0 ? (++at_, true) : false;
}

void Parser::always() {
    const auto start = at_;
    at_ += 3;
    if (said_.any_selector() || said_.spans) doubt("24/7 beside other days or times", start);
    said_.always = true;
}

void Parser::comment() {
    const auto start = at_++;
    if (said_.comment) doubt("two comments, of which the last is kept", start);
    current().comment = tokens_[start].text;
    said_.comment = start;
}

std::optional<Parser::Kind> Parser::kind_ahead(std::size_t ahead) const {
    if (is_word("week", ahead)) return Kind::weeks;
    if (number(ahead) && peek(ahead)->digits == 4 && !at_time(ahead)) {
        return word_of(month_words, ahead + 1) ? Kind::dates : Kind::years;
    }
    if (word_of(month_words, ahead) || is_word("easter", ahead)) return Kind::dates;
    if (word_of(weekday_words, ahead)) return Kind::weekdays;
    if (is_word("ph", ahead) || is_word("sh", ahead)) return Kind::holidays;
    return std::nullopt;
}

void Parser::selector(Kind kind) {
    const auto start = at_;
    const bool apart = (said_.spans || said_.modifier) && said_.any_selector();
    if (apart) {
        end_rule();
        begin_rule(Joint::overrides);
    }
    const auto before = said_.selectors[static_cast<std::size_t>(kind)];
    const bool holidays_after = kind == Kind::holidays && said_.selectors[static_cast<std::size_t>(Kind::weekdays)];
    const auto count = current().selectors.size();
    const bool was_unreadable = std::exchange(current().unreadable, false);
    read(kind);
    if (current().unreadable) current().days_unreadable = true;
    current().unreadable |= was_unreadable;
    if (apart) doubt("rules that no ; sets apart", start);
    if (holidays_after) doubt("weekdays and holidays that no comma joins", start);
    if (said_.always) doubt("24/7 beside other days", start);
    auto& selectors = current().selectors;
    if (selectors.size() == count) return;
    if (!before) {
        said_.selectors[static_cast<std::size_t>(kind)] = count;
        return;
    }
    doubt("days that no comma joins", start);
    selectors[*before] = {AnyOf{{std::move(selectors[*before]), std::move(selectors.back())}}};
    selectors.pop_back();
}

void Parser::read(Kind kind) {
    if (is_word("easter")) {
        const auto first = at_++;
        return cannot_say("Easter is not in the calendar", first);
    }
    switch (kind) {
        case Kind::years:
            return static_cast<void>(years());
        case Kind::dates:
            return static_cast<void>(number() ? years() : monthdays());
        case Kind::weeks:
            return static_cast<void>(weeks());
        case Kind::weekdays:
        case Kind::holidays:
            return static_cast<void>(days());
    }
}

bool Parser::modifier() {
    constexpr std::array<std::pair<std::string_view, Modifier>, 4> modifiers{{{"open", Modifier::open},
                                                                              {"off", Modifier::closed},
                                                                              {"closed", Modifier::closed},
                                                                              {"unknown", Modifier::unknown}}};
    for (const auto& [word, modifier] : modifiers) {
        if (!is_word(word)) continue;
        current().modifier = modifier;
        ++at_;
        return true;
    }
    return false;
}

void Parser::add_any(std::vector<When> any) {
    if (any.size() == 1) {
        current().selectors.push_back(std::move(any.front()));
    } else {
        current().selectors.push_back({AnyOf{std::move(any)}});
    }
}

Parsed parse(std::string_view text) { return Parser{text}.run(); }

}  // namespace denwaban::formats::osm
