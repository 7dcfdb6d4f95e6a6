#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban::formats {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t max_document = std::size_t{64} << 20U;
inline constexpr std::size_t max_depth = 64;
/// Nobody reads more, and a hostile document could have millions.
inline constexpr std::size_t max_errors = 1000;
/// In bytes, so that whatever is told of a restaurant fits an answer of 32 KB, escaped and all.
inline constexpr std::size_t max_label = 500;
inline constexpr std::size_t max_text = 2000;

/// Adds an error, unless there are as many as anyone reads.
void report(Errors& errors, Error error);

/// Parses `text`. Adds `too_large`, `too_deep` or `malformed_json`, which leave nothing to read, and every
/// `duplicate_key`, which leaves the last.
[[nodiscard]] std::optional<Json> parse_document(std::string_view text, Errors& errors);

/// A value in a document and its place. Reading something that is not there records an error and goes on with a
/// default, so that one pass finds everything that is wrong.
class Node {
public:
    Node(const Json& value, std::string path, Errors& errors)
        : value_(&value), path_(std::move(path)), errors_(&errors) {}

    [[nodiscard]] const Json& value() const noexcept { return *value_; }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] Errors& errors() const noexcept { return *errors_; }

    void fail(ErrorCode code, std::string message) const {
        report(*errors_, {code, std::move(message), JsonPointer{path_}});
    }

    [[nodiscard]] bool is_object() const { return is(value_->is_object(), "an object"); }
    [[nodiscard]] bool is_array() const { return is(value_->is_array(), "an array"); }

    /// Whatever a string holds.
    [[nodiscard]] std::string string() const {
        return is(value_->is_string(), "a string") ? value_->get<std::string>() : std::string{};
    }
    /// Words for people, at most `max_text`.
    [[nodiscard]] std::string text() const { return text_of_at_most(max_text); }
    /// A few words, at most `max_label`; may be empty.
    [[nodiscard]] std::string label() const { return text_of_at_most(max_label); }
    /// A label with something in it.
    [[nodiscard]] std::string name() const;
    /// A whole number between two bounds, both included.
    [[nodiscard]] int integer(int least, int most) const;
    [[nodiscard]] Date date() const;                  ///< `2026-11-23`
    [[nodiscard]] MinuteOfDay minute_of_day() const;  ///< `26:00`
    [[nodiscard]] date::month_day month_day() const;  ///< `12-31`
    [[nodiscard]] Instant instant() const;            ///< `2026-11-23T09:00:00Z`, ISO 8601, from 1970 to 9999
    [[nodiscard]] std::optional<PhoneNumber> phone_number() const;

    /// One of `names`, as the enumerator of the same place.
    template <class Enum, std::size_t N>
    [[nodiscard]] Enum one_of(const std::array<std::string_view, N>& names) const {
        const auto word = string();
        const auto found = std::find(names.begin(), names.end(), word);
        if (found != names.end()) return static_cast<Enum>(found - names.begin());
        if (value_->is_string()) fail(ErrorCode::invalid_value, "must be one of " + listed(names));
        return Enum{};
    }

    template <class Read>
    [[nodiscard]] auto list(Read&& read) const -> std::vector<std::invoke_result_t<Read, Node>> {
        std::vector<std::invoke_result_t<Read, Node>> items;
        if (!is_array()) return items;
        items.reserve(value_->size());
        for (std::size_t i = 0; i < value_->size(); ++i) items.push_back(std::invoke(read, item(i)));
        return items;
    }
    template <class Read>
    void each(Read&& read) const {
        if (!is_array()) return;
        for (std::size_t i = 0; i < value_->size(); ++i) std::invoke(read, item(i));
    }

    [[nodiscard]] Node item(std::size_t index) const {
        return {(*value_)[index], path_ + "/" + std::to_string(index), *errors_};
    }
    /// Precondition: the value is an object that has the key.
    [[nodiscard]] Node member(std::string_view key) const;
    template <class Read>
    void each_member(Read&& read) const {
        if (!is_object()) return;
        for (const auto& [key, value] : value_->items()) {
            std::invoke(read, key, Node{value, path_ + "/" + pointer_step(key), *errors_});
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
    [[nodiscard]] std::string text_of_at_most(std::size_t bytes) const;
    template <class Parse>
    [[nodiscard]] auto parsed(Parse&& parse, std::string_view wanted) const;

    const Json* value_;
    std::string path_;
    Errors* errors_;
};

/// An object with a known set of keys: every other key is an error.
class Fields {
public:
    Fields(const Node& node, std::initializer_list<std::string_view> known)
        : Fields{node, std::span{known.begin(), known.size()}} {}
    Fields(const Node& node, std::span<const std::string_view> known);

    /// The member, or an error that it is missing.
    [[nodiscard]] std::optional<Node> required(std::string_view key) const;
    [[nodiscard]] std::optional<Node> optional(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return object_ && node_.value().contains(key); }

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

/// The places of `errors` from `first` on.
[[nodiscard]] std::set<std::string> misread_since(const Errors& errors, std::size_t first);

/// Orders errors as their places stand in the document.
void sort_by_place(Errors& errors, const Json& document);

/// What `read` makes of the document in `text`, or everything that is wrong with it.
template <class Read, class T = std::invoke_result_t<Read, Node>>
[[nodiscard]] Expected<T, Errors> read_document(std::string_view text, Read&& read) {
    Errors errors;
    const auto document = parse_document(text, errors);
    if (!document) return Unexpected{std::move(errors)};
    auto value = std::invoke(std::forward<Read>(read), Node{*document, "", errors});
    if (errors.empty()) return value;
    sort_by_place(errors, *document);
    return Unexpected{std::move(errors)};
}

/// The text of a document. Strings that are no UTF-8 come out with U+FFFD in place of what is wrong.
[[nodiscard]] std::string write_document(const Json& document);

}  // namespace denwaban::formats
