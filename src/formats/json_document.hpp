#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban::formats {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t max_document = std::size_t{64} << 20U;
inline constexpr std::size_t max_depth = 64;

/// Parses `text`. Errors: `too_large`, `too_deep`, `malformed_json`, and every `duplicate_key`.
[[nodiscard]] Expected<Json, Errors> parse_document(std::string_view text);

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
        errors_->push_back({code, std::move(message), JsonPointer{path_}});
    }

    [[nodiscard]] bool is_object() const { return is(value_->is_object(), "an object"); }
    [[nodiscard]] bool is_array() const { return is(value_->is_array(), "an array"); }

    [[nodiscard]] std::string text() const {
        return is(value_->is_string(), "a string") ? value_->get<std::string>() : std::string{};
    }
    /// A text with something in it.
    [[nodiscard]] std::string name() const;
    /// A whole number between two bounds, both included.
    [[nodiscard]] int integer(int least, int most) const;
    [[nodiscard]] Date date() const;                  ///< `2026-11-23`
    [[nodiscard]] MinuteOfDay minute_of_day() const;  ///< `26:00`
    [[nodiscard]] date::month_day month_day() const;  ///< `12-31`
    [[nodiscard]] std::optional<PhoneNumber> phone_number() const;

    /// One of `names`, as the enumerator of the same place.
    template <class Enum, std::size_t N>
    [[nodiscard]] Enum one_of(const std::array<std::string_view, N>& names) const {
        const auto word = text();
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
    template <class Parse>
    [[nodiscard]] auto parsed(Parse&& parse, std::string_view wanted) const;

    const Json* value_;
    std::string path_;
    Errors* errors_;
};

/// An object with a known set of keys: every other key is an error.
class Fields {
public:
    Fields(const Node& node, std::initializer_list<std::string_view> known);

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

/// Whether the place `inner` is `outer` or lies in it.
[[nodiscard]] bool lies_in(std::string_view inner, std::string_view outer);

}  // namespace denwaban::formats
