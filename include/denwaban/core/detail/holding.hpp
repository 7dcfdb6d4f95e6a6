#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/sizes.hpp>

/// What a document holds of a value: whoever decides refuses what a reader would, so that what is kept can be read.
namespace denwaban::detail {

/// How much a text may be.
enum class TextSort : std::uint8_t {
    label,  ///< a few words; may be empty
    name,   ///< a label with something in it
    text,   ///< words for people
};
[[nodiscard]] constexpr std::size_t longest(TextSort sort) noexcept {
    return sort == TextSort::text ? longest_text : longest_label;
}

/// A text of a record: a row a member.
template <class Record>
struct HeldText {
    std::string_view key;
    std::string Record::*text;
    TextSort sort;
};
/// A list of texts, of `longest_list` at the most.
template <class Record>
struct HeldTexts {
    std::string_view key;
    std::vector<std::string> Record::*texts;
    TextSort sort;
};

/// Gathers what of a value a document would not hold: `too_large`, `invalid_value` and `out_of_range`, each at its
/// place.
class Holding {
public:
    void text(TextSort sort, std::string_view text, std::string_view at, std::string_view key) {
        const auto most = longest(sort);
        if (text.size() > most && characters_in(text) > most)
            fail(ErrorCode::too_large, "longer than " + std::to_string(most) + " characters", at, key);
        if (has_unwritable(text)) fail(ErrorCode::invalid_value, "must not have control characters", at, key);
        if (sort == TextSort::name && text.empty()) fail(ErrorCode::invalid_value, "must not be empty", at, key);
    }
    void texts(TextSort sort, const std::vector<std::string>& all, std::string_view at, std::string_view key) {
        count(all.size(), longest_list, at, key);
        for (std::size_t place = 0; place < all.size(); ++place) item(sort, all[place], at, key, place);
    }
    /// Those of ids: `ids(tables, at, "/tables")`.
    template <class Ids>
    void ids(const Ids& all, std::string_view at, std::string_view key) {
        for (std::size_t place = 0; place < all.size(); ++place) item(TextSort::name, all[place].text, at, key, place);
    }
    void count(std::size_t size, std::size_t most, std::string_view at, std::string_view key) {
        if (size > most) fail(ErrorCode::too_large, "are more than " + std::to_string(most), at, key);
    }
    void whole(std::int64_t value, std::int64_t least, std::int64_t most, std::string_view at, std::string_view key) {
        if (value >= least && value <= most) return;
        fail(ErrorCode::out_of_range, "must be " + std::to_string(least) + " to " + std::to_string(most), at, key);
    }
    template <class Record>
    void texts_of(const auto& rows, const Record& record, std::string_view at) {
        for (const auto& row : rows) text(row.sort, record.*row.text, at, row.key);
    }
    template <class Record>
    void lists_of(const auto& rows, const Record& record, std::string_view at) {
        for (const auto& row : rows) texts(row.sort, record.*row.texts, at, row.key);
    }

    [[nodiscard]] const Errors& errors() const noexcept { return errors_; }
    [[nodiscard]] Errors take() && { return std::move(errors_); }
    /// Hands over what was gathered so far, and goes on.
    void tell(Errors& all) {
        for (auto& error : std::exchange(errors_, {})) all.push_back(std::move(error));
    }

private:
    /// Its place is made only where it is wrong.
    void item(TextSort sort, std::string_view one, std::string_view at, std::string_view key, std::size_t place) {
        const bool is_plain = one.size() <= longest(sort) && !has_unwritable(one) && !one.empty();
        if (!is_plain) text(sort, one, std::string{at} + "/" + std::string{key}, std::to_string(place));
    }
    void fail(ErrorCode code, std::string message, std::string_view at, std::string_view key) {
        errors_.push_back({code, std::move(message), JsonPointer{std::string{at} + "/" + std::string{key}}});
    }

    Errors errors_;
};

}  // namespace denwaban::detail
