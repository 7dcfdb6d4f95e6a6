#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace denwaban::formats {

/// As `==`, for short texts that mostly differ in length: eight bytes at a time, without a call.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) noexcept {
    using Word = std::uint64_t;
    if (a.size() != b.size()) return false;
    const auto differ = [&](std::size_t place) {
        Word one = 0;
        Word other = 0;
        std::memcpy(&one, a.data() + place, sizeof one);
        std::memcpy(&other, b.data() + place, sizeof other);
        return one != other;
    };
    std::size_t place = 0;
    if (a.size() < sizeof(Word)) {
        while (place != a.size() && a[place] == b[place]) ++place;
        return place == a.size();
    }
    for (; place + sizeof(Word) < a.size(); place += sizeof(Word)) {
        if (differ(place)) return false;
    }
    return !differ(a.size() - sizeof(Word));
}

/// Goes through a JSON text once and makes no document of it: strings are views of the text, checked sixteen bytes at a
/// time. As strict as the parser of documents, and stricter: what it refuses may be right yet, and why is not told.
class JsonScanner {
public:
    /// Precondition: the text outlives what is read of it.
    void begin(std::string_view text);

    /// The next character behind blanks, or 0: at the end, or where there is one.
    [[nodiscard, gnu::always_inline]] inline char peek() noexcept {
        while (at_ != end_ && is_blank(*at_)) ++at_;
        return at_ == end_ ? '\0' : *at_;
    }
    [[nodiscard, gnu::always_inline]] inline bool take(char wanted) noexcept {
        if (peek() != wanted) return false;
        ++at_;
        return true;
    }
    /// Precondition: `peek()` found one.
    void take_one() noexcept { ++at_; }
    [[nodiscard]] bool at_end() noexcept { return peek() == '\0' && at_ == end_; }
    [[nodiscard]] bool take_null() noexcept { return take_word("null"); }

    /// A string, without its escapes.
    [[nodiscard]] bool string(std::string_view& text);
    /// A whole number that has at most fifteen digits and no sign.
    [[nodiscard]] bool count(std::int64_t& number) { return digits(number, 15); }
    /// A whole number that has at most eighteen digits.
    [[nodiscard]] bool whole(std::int64_t& number);
    [[nodiscard]] bool take_true() noexcept { return take_word("true"); }
    [[nodiscard]] bool take_false() noexcept { return take_word("false"); }
    /// Whatever value comes.
    [[nodiscard]] bool skip() { return skip(0); }

    /// Notes the name of a member; those of an object lie behind `mark()`, taken before its first.
    [[nodiscard]] std::size_t mark() const noexcept { return names_.size(); }
    void note(std::string_view name) { names_.push_back(name); }
    /// False where two of them are the same. Forgets them.
    [[nodiscard]] bool are_distinct_since(std::size_t mark);

private:
    [[nodiscard]] static constexpr bool is_blank(char c) noexcept {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
    [[nodiscard]] static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
    [[nodiscard]] bool take_word(std::string_view word) noexcept {
        if (peek() != word.front()) return false;
        if (!std::string_view{at_, static_cast<std::size_t>(end_ - at_)}.starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    [[nodiscard]] bool skip(int depth);
    [[nodiscard]] bool skip_object(int depth);
    [[nodiscard]] bool skip_array(int depth);
    [[nodiscard]] bool skip_number();
    [[nodiscard]] bool digits(std::int64_t& number, std::ptrdiff_t most);
    [[nodiscard]] std::size_t skip_digits() noexcept;
    [[nodiscard]] bool without_escapes(std::string_view& text);

    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::string unescaped_;
    std::vector<std::string_view> names_;
};

}  // namespace denwaban::formats
