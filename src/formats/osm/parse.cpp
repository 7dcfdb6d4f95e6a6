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
    if (at_ < tokens_.size()) fail("more rules than can be read", at_, tokens_.size());
    return std::move(parsed_);
}

void Parser::find(FindingKind kind, Weight weight, std::string message, std::size_t first, std::size_t last) {
    if (tokens_.empty()) return;
    last = std::clamp<std::size_t>(last, first + 1, tokens_.size());
    first = std::min(first, last - 1);
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
    parsed_.rules.push_back({.joint = joint});
    while (!at_end_of_rule()) {
        if (selector()) continue;
        if (at_time()) {
            spans();
            continue;
        }
        if (modifier()) continue;
        const auto bad = at_;
        while (at_ < tokens_.size() && !is_sign(";") && !is_sign("||")) ++at_;
        fail("is no opening_hours", bad, at_);
    }
    if (at_ == start) ++at_;
    current().bytes = {tokens_[start].bytes.begin, tokens_[at_ - 1].bytes.end};
}

bool Parser::selector() {
    if (number() == 24 && is_sign("/", 1) && number(2) == 7) {
        at_ += 3;
        return true;
    }
    const auto* token = peek();
    if (token->kind == TokenKind::comment) {
        current().comment = token->text;
        ++at_;
        return true;
    }
    if (is_word("week")) return weeks();
    if (token->kind == TokenKind::number && token->digits == 4 && !is_sign(":", 1)) return years();
    if (word_of(month_words)) return monthdays();
    if (word_of(weekday_words) || is_word("ph") || is_word("sh")) return days();
    if (is_word("easter")) {
        const auto first = at_++;
        cannot_say("Easter is not in the calendar", first);
        return true;
    }
    return is_sign(":") && at_ > 0 ? (++at_, true) : false;
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
