#include "english_bounds.hpp"

#include <utility>

namespace denwaban::talk {

namespace {

/// Copies tokens, with a bound behind the clock that it was said before.
class BoundsBehind {
public:
    explicit BoundsBehind(std::size_t size) { tokens_.reserve(size + 2); }

    void take(const Token& token, std::optional<Word> bound) {
        const bool is_clock = token.word == Word::hour || token.word == Word::clock;
        const bool begins = is_clock && !clocked_;
        if (open_ && !begins && token.word != Word::about && !(clocked_ && is_of_clock_word(token.word))) close();
        clocked_ = open_ && (clocked_ || is_clock);
        if (bound) open_ = bound;
        tokens_.push_back(token);
    }
    [[nodiscard]] std::vector<Token> all() && {
        close();
        return std::move(tokens_);
    }

private:
    [[nodiscard]] static bool is_of_clock_word(Word word) {
        return word == Word::half || word == Word::minute || word == Word::before || word == Word::part;
    }
    void close() {
        const auto bound = std::exchange(open_, std::nullopt);
        const bool is_clocked = std::exchange(clocked_, false);
        if (bound && is_clocked) {
            const auto end = tokens_.back().end;
            tokens_.push_back({*bound, Cue::none, 0, 0, end - 1, end});
        }
    }

    std::vector<Token> tokens_;
    std::optional<Word> open_;
    bool clocked_ = false;
};

}  // namespace

std::optional<Word> bound_of(std::u16string_view word) {
    if (word == u"after") return Word::onward;
    if (word == u"before" || word == u"until" || word == u"till") return Word::made;
    return std::nullopt;
}

void put_bounds_behind(std::vector<Token>& tokens, std::u16string_view text) {
    BoundsBehind bounds{tokens.size()};
    for (const auto& token : tokens) bounds.take(token, bound_of(text.substr(token.begin, token.end - token.begin)));
    tokens = std::move(bounds).all();
}

}  // namespace denwaban::talk
