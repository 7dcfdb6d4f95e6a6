#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/sizes.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/documents/reading.hpp>

#include "engine/json.hpp"
#include "engine/parser.hpp"

namespace denwaban::formats {

/// In characters, as the schemas count them.
inline constexpr std::size_t max_label = longest_label;
inline constexpr std::size_t max_text = longest_text;

/// Whether a document has keys that nobody here knows.
enum class Leftover : std::uint8_t { none, some };

/// All that is wrong with a document.
class Mistakes {
public:
    explicit Mistakes(Reading reading) noexcept : reading_(reading) {}

    [[nodiscard]] Reading reading() const noexcept { return reading_; }
    /// Whether what is kept says more than is known here.
    [[nodiscard]] Leftover leftover() const noexcept { return leftover_; }
    void pass_over() noexcept { leftover_ = Leftover::some; }
    [[nodiscard]] std::size_t size() const noexcept { return errors_.size(); }
    [[nodiscard]] bool empty() const noexcept { return errors_.empty(); }

    /// Unless there are as many as anyone reads.
    void add(std::uint32_t order, Error error) {
        if (errors_.size() < max_errors) errors_.push_back({order, std::move(error)});
    }
    /// The places of errors from `first` on.
    [[nodiscard]] std::set<std::string> places_since(std::size_t first) const;
    /// As their places stand in the document.
    [[nodiscard]] Errors in_order() &&;

private:
    std::vector<PlacedError> errors_;
    Reading reading_;
    Leftover leftover_ = Leftover::none;
};

/// A value in a document, and where its mistakes are told. Reading something that is not there records an error and
/// goes on with a default, so that one pass finds everything that is wrong.
class Node {
public:
    Node(Value value, Mistakes& mistakes) noexcept : value_(value), mistakes_(&mistakes) {}

    [[nodiscard]] const Value& value() const noexcept { return value_; }
    [[nodiscard]] std::string path() const { return value_.path(); }
    [[nodiscard]] Mistakes& errors() const noexcept { return *mistakes_; }

    void fail(ErrorCode code, std::string message) const {
        mistakes_->add(value_.order(), {code, std::move(message), JsonPointer{path()}});
    }
    /// A key that is not one of `known`: a mistake in what is asked, passed over in what is kept.
    void is_not_known(const std::function<std::string()>& known) const;
    /// Tells an error whose place is below this value. What was left out has no place: told is the nearest around it.
    void fail_below(Error error) const;
    /// The same at just the place that it says, be it there or not.
    void fail_at(Error error) const;

    [[nodiscard]] bool is_object() const { return is(value_.is_object(), "an object"); }
    [[nodiscard]] bool is_array() const { return is(value_.is_array(), "an array"); }

    /// Whatever a string holds.
    [[nodiscard]] std::string string() const { return std::string{is_string() ? value_.text() : std::string_view{}}; }
    /// The same, of what is asked without control characters; what is kept stays as it is.
    [[nodiscard]] std::string writable() const;
    [[nodiscard]] bool is_string() const { return is(value_.is_string(), "a string"); }
    /// Words for people, at most `max_text`.
    [[nodiscard]] std::string text() const { return text_of_at_most(max_text); }
    /// A few words in a line, at most `max_label`; may be empty.
    [[nodiscard]] std::string label() const;
    /// A label with something in it.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] bool boolean() const { return is(value_.is_boolean(), "true or false") && value_.boolean(); }
    [[nodiscard]] double number() const { return is(value_.is_number(), "a number") ? value_.number() : 0; }
    /// A whole number between two bounds, both included.
    [[nodiscard]] std::int64_t whole(std::int64_t least, std::int64_t most) const;
    [[nodiscard]] int integer(int least, int most) const { return static_cast<int>(whole(least, most)); }
    [[nodiscard]] Date date() const;                  ///< `2026-11-23`
    [[nodiscard]] MinuteOfDay minute_of_day() const;  ///< `26:00`
    [[nodiscard]] date::month_day month_day() const;  ///< `12-31`
    [[nodiscard]] Instant instant() const;            ///< `2026-11-23T09:00:00Z`, ISO 8601, from 1970 to 9999
    [[nodiscard]] std::optional<PhoneNumber> phone_number() const;

    /// The place of the word among `words`; none, told, where it is no such word.
    [[nodiscard]] std::optional<std::size_t> word(std::span<const std::string_view> words) const;
    /// The enumerator of that name.
    template <Named Enum>
    [[nodiscard]] Enum one_of() const {
        return static_cast<Enum>(place_in(names_of<Enum>));
    }
    /// The place among `words`; of a word that is none of them, the first.
    [[nodiscard]] std::size_t place_in(std::span<const std::string_view> words) const {
        return word(words).value_or(0);
    }

    template <class Read>
    [[nodiscard]] auto list(Read&& read) const -> std::vector<std::invoke_result_t<Read, Node>> {
        std::vector<std::invoke_result_t<Read, Node>> items;
        if (!is_array()) return items;
        items.reserve(value_.size());
        for (auto part = value_.first(); part; part = part->next()) {
            items.push_back(std::invoke(read, Node{*part, *mistakes_}));
        }
        return items;
    }
    template <class Read>
    void each(Read&& read) const {
        if (!is_array()) return;
        for (auto part = value_.first(); part; part = part->next()) std::invoke(read, Node{*part, *mistakes_});
    }

    /// Precondition: it has as many items. Cost: O(place).
    [[nodiscard]] Node item(std::size_t place) const {
        auto part = value_.first();
        for (; place > 0; --place) part = part->next();
        return {*part, *mistakes_};
    }
    /// None where the value is no object, or has no such key.
    [[nodiscard]] std::optional<Node> member(std::string_view key) const {
        const auto found = value_.find(key);
        return found ? std::optional{Node{*found, *mistakes_}} : std::nullopt;
    }
    /// The same, but none where it is null: what others leave out they may also write so.
    [[nodiscard]] std::optional<Node> if_any(std::string_view key) const {
        const auto found = member(key);
        return found && !found->value().is_null() ? found : std::nullopt;
    }
    /// The member, or an error that this is no object or has none.
    [[nodiscard]] std::optional<Node> required(std::string_view key) const {
        auto found = is_object() ? member(key) : std::nullopt;
        if (!found && value_.is_object()) lacks(key);
        return found;
    }
    /// Says that a member is missing.
    void lacks(std::string_view key) const { fail(ErrorCode::missing_key, "needs \"" + std::string{key} + "\""); }
    template <class Read>
    void each_member(Read&& read) const {
        if (!is_object()) return;
        for (auto part = value_.first(); part; part = part->next()) {
            std::invoke(read, part->key(), Node{*part, *mistakes_});
        }
    }

    template <class Names>
    [[nodiscard]] static std::string listed(const Names& names) {
        std::string list;
        for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string{name};
        return list;
    }

private:
    [[nodiscard]] bool is(bool right, std::string_view wanted) const {
        if (!right) fail(ErrorCode::wrong_type, "must be " + std::string{wanted});
        return right;
    }
    [[nodiscard]] std::string text_of_at_most(std::size_t characters) const;
    template <class Parse>
    [[nodiscard]] auto parsed(Parse&& parse, std::string_view wanted) const;

    Value value_;
    Mistakes* mistakes_;
};

/// An object with a known set of keys: every other key is an error where it is asked.
class Fields {
public:
    Fields(const Node& node, std::initializer_list<std::string_view> known)
        : Fields{node, std::span{known.begin(), known.size()}} {}
    Fields(const Node& node, std::span<const std::string_view> known);

    /// The member, or an error that it is missing.
    [[nodiscard]] std::optional<Node> required(std::string_view key) const;
    [[nodiscard]] std::optional<Node> optional(std::string_view key) const { return node_.member(key); }
    [[nodiscard]] bool has(std::string_view key) const { return node_.value().contains(key); }

    /// What `read` makes of the member if it is there, else the fallback.
    template <class Read, class T = std::invoke_result_t<Read, Node>>
    [[nodiscard]] T value_or(std::string_view key, Read&& read, T fallback = {}) const {
        const auto found = optional(key);
        return found ? std::invoke(std::forward<Read>(read), *found) : std::move(fallback);
    }
    template <class Read, class T = std::invoke_result_t<Read, Node>>
    [[nodiscard]] T require(std::string_view key, Read&& read, T fallback = {}) const {
        const auto found = required(key);
        return found ? std::invoke(std::forward<Read>(read), *found) : std::move(fallback);
    }

private:
    Node node_;
    bool object_;
};

/// A word that may not be empty, as an id.
template <class Tag>
[[nodiscard]] Id<Tag> read_id(const Node& node) {
    return Id<Tag>{node.name()};
}

template <Named Enum>
[[nodiscard]] Enum read_named(const Node& node) {
    return node.one_of<Enum>();
}

/// What is null or missing where there is none.
template <class Read, class T = std::invoke_result_t<Read, Node>>
[[nodiscard]] std::optional<T> read_if_any(const Fields& fields, std::string_view key, Read&& read) {
    const auto member = fields.optional(key);
    if (!member || member->value().is_null()) return std::nullopt;
    return std::invoke(read, *member);
}

/// One way to write a `T`: as an object that has this key and no other.
template <class T>
struct Form {
    std::string_view key;
    T (*read)(const Node&);
};

/// Reads a value that is written in one of `forms`.
template <class T, std::size_t N>
[[nodiscard]] T read_form(const Node& node, const std::array<Form<T>, N>& forms, T value) {
    std::array<std::string_view, N> keys;
    std::transform(forms.begin(), forms.end(), keys.begin(), [](const Form<T>& form) { return form.key; });
    if (node.value().is_object() && node.value().size() != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one key: " + Node::listed(keys));
    }
    node.each_member([&](std::string_view key, const Node& member) {
        const auto found = std::find(keys.begin(), keys.end(), key);
        if (found == keys.end()) return member.fail(ErrorCode::unknown_key, "is not known here: " + Node::listed(keys));
        value = forms[static_cast<std::size_t>(found - keys.begin())].read(member);
    });
    return value;
}

/// Whether it says that it is of a format that came after ours.
[[nodiscard]] bool is_newer(const Value& document) noexcept;

/// What `read` makes of the document in `text`, or everything that is wrong with it.
template <class Read, class T = std::invoke_result_t<Read, Node>>
[[nodiscard]] Expected<T, Errors> read_document(std::string_view text, Read&& read, Reading reading = Reading::asked,
                                                Leftover* leftover = nullptr) {
    const auto parsed = parse_document(text);
    Mistakes mistakes{reading};
    for (const auto& [order, error] : parsed.errors) mistakes.add(order, error);
    if (!parsed.complete) return Unexpected{std::move(mistakes).in_order()};
    if (reading == Reading::kept && is_newer(parsed.document.root())) {
        return Unexpected{Errors{{ErrorCode::newer_version, "was kept by a newer denwaban", JsonPointer{"/format"}}}};
    }
    auto value = std::invoke(std::forward<Read>(read), Node{parsed.document.root(), mistakes});
    if (leftover != nullptr) *leftover = mistakes.leftover();
    if (mistakes.empty()) return value;
    return Unexpected{std::move(mistakes).in_order()};
}

}  // namespace denwaban::formats
