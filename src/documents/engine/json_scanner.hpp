#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace denwaban::formats {

/// As `==`, for short texts that mostly differ in length: eight bytes at a time, without a call.
[[nodiscard, gnu::always_inline]] inline bool same_text(std::string_view a, std::string_view b) noexcept {
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

/// The quotes of a text that begin and end strings, found sixty-four bytes at a time and a part of the text ahead: so
/// that whoever reads strings need not look for their ends.
class JsonQuotes {
public:
    void begin(std::string_view text) noexcept;
    /// The next one; null where there is none.
    [[nodiscard, gnu::always_inline]] inline const char* next() noexcept {
        if (taken_ == found_ && !look_on()) return nullptr;
        return part_ + places_[taken_++];
    }
    /// Whether a backslash or a control character stands before the quote that was told last, or soon after it.
    [[nodiscard]] bool have_odd() const noexcept { return has_odd_; }
    /// Likewise, what is no UTF-8.
    [[nodiscard]] bool are_broken() const noexcept { return is_broken_; }

private:
    static constexpr std::ptrdiff_t block_size = 64;
    static constexpr std::ptrdiff_t part_size = 16 * block_size;

    [[nodiscard]] bool look_on() noexcept;
    void look_at(const char* block, const char* text) noexcept;
    void note(std::uint64_t quotes, std::size_t before) noexcept;
    [[nodiscard]] std::uint64_t escaped_in(const char* block) noexcept;
    void check_utf8(const char* block, const char* text) noexcept;

    const char* part_ = nullptr;  ///< the places are counted from here
    const char* at_ = nullptr;    ///< so far they are known
    const char* end_ = nullptr;
    const char* checked_ = nullptr;  ///< so far it is UTF-8
    std::size_t taken_ = 0;
    std::size_t found_ = 0;
    bool is_escaped_ = false;  ///< the first character of the next block
    bool has_odd_ = false;
    bool is_broken_ = false;
    std::array<std::uint16_t, part_size + 1> places_{};
};

/// Goes through a JSON text once and makes no document of it: strings are views of the text. As strict as the parser of
/// documents, and stricter: what it refuses may be right yet, and why is not told.
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
    [[nodiscard, gnu::always_inline]] inline bool string(std::string_view& text) {
        if (!take('"')) return false;
        const auto* const first = at_;
        const auto* const open = quotes_.next();
        const auto* const close = quotes_.next();
        if (open != first - 1 || close == nullptr || quotes_.are_broken()) return false;
        text = {first, static_cast<std::size_t>(close - first)};
        at_ = close + 1;
        return !quotes_.have_odd() || without_escapes(text);
    }
    /// A whole number that has at most fifteen digits and no sign.
    [[nodiscard]] bool count(std::int64_t& number) { return digits(number, 15); }
    /// A whole number that has at most eighteen digits.
    [[nodiscard]] bool whole(std::int64_t& number);
    [[nodiscard]] bool take_true() noexcept { return take_word("true"); }
    [[nodiscard]] bool take_false() noexcept { return take_word("false"); }
    /// A number, whatever it is. Precondition: the text goes on.
    [[nodiscard]] bool pass_number() { return (is_digit(peek()) || peek() == '-') && skip_number(); }
    /// Whatever value comes.
    [[nodiscard]] bool skip() { return skip(0); }

    /// For whoever knows what comes, and asks for no `string` between: exactly these characters.
    [[nodiscard, gnu::always_inline]] inline bool take_exactly(std::string_view wanted) noexcept {
        if (static_cast<std::size_t>(end_ - at_) < wanted.size()) return false;
        if (!same_text({at_, wanted.size()}, wanted)) return false;
        at_ += wanted.size();
        return true;
    }
    /// Likewise, up to its closing quote, a string whose opening one is taken. False where it has escapes.
    [[nodiscard]] bool plain(std::string_view& text) noexcept;
    /// What comes next, blanks included.
    [[nodiscard]] const char* place() const noexcept { return at_; }

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
    /// Four letters are compared at once, and of `false` those behind the first, which `peek()` has seen.
    template <std::size_t size>
    [[nodiscard, gnu::always_inline]] inline bool take_word(const char (&word)[size]) noexcept {
        constexpr std::size_t letters = size - 1;
        static_assert(letters == 4 || letters == 5);
        if (peek() != word[0]) return false;
        if (end_ - at_ < static_cast<std::ptrdiff_t>(letters)) return false;
        if (std::memcmp(at_ + letters - 4, word + letters - 4, 4) != 0) return false;
        at_ += letters;
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
    JsonQuotes quotes_;
    std::string unescaped_;
    std::vector<std::string_view> names_;
};

}  // namespace denwaban::formats
