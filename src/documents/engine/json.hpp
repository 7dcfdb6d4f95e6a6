#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "document.hpp"

namespace denwaban::formats {

/// A document that is being made: members keep their order. `{{"key", value}, …}` is an object, `{value, …}` an array.
class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;

    Json(std::nullptr_t = nullptr) noexcept {}
    template <std::same_as<bool> Bool>
    Json(Bool value) noexcept : value_(value) {}
    template <std::integral Whole>
    requires(!std::same_as<Whole, bool>) Json(Whole value)
    noexcept {
        if constexpr (std::is_signed_v<Whole>) {
            value_ = static_cast<std::int64_t>(value);
        } else {
            value_ = static_cast<std::uint64_t>(value);
        }
    }
    Json(double value) noexcept : value_(value) {}
    Json(std::string text) : value_(std::move(text)) {}
    Json(std::string_view text) : value_(std::string{text}) {}
    Json(const char* text) : value_(std::string{text}) {}
    template <class T>
    requires std::convertible_to<const T&, Json> Json(const std::vector<T>& values) : value_(Array{}) {
        for (const auto& value : values) push_back(value);
    }
    Json(const std::map<std::string, std::string>& members) : value_(Object{}) {
        for (const auto& [key, text] : members) this->members().emplace_back(key, text);
    }
    /// What was read, as it stands there.
    explicit Json(const Value& value);
    Json(std::initializer_list<Json> parts);

    [[nodiscard]] static Json array() { return Json{Tag{}, Array{}}; }
    [[nodiscard]] static Json array(std::initializer_list<Json> parts) { return Json{Tag{}, Array(parts)}; }
    [[nodiscard]] static Json object() { return Json{Tag{}, Object{}}; }

    /// The member, which is put there as null if it is not. Null becomes an object.
    Json& operator[](std::string_view key);
    /// Null becomes an array.
    void push_back(Json value);
    /// Moves everything of another array to the end of this one.
    void append(Json&& others);

    /// Precondition: it is an object.
    void erase(std::string_view key);

    [[nodiscard]] Json* find(std::string_view key) noexcept;
    [[nodiscard]] const Json* find(std::string_view key) const noexcept;
    [[nodiscard]] bool contains(std::string_view key) const noexcept { return find(key) != nullptr; }
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] bool is_null() const noexcept { return std::holds_alternative<std::nullptr_t>(value_); }
    [[nodiscard]] bool is_string() const noexcept { return std::holds_alternative<std::string>(value_); }
    [[nodiscard]] bool is_array() const noexcept { return std::holds_alternative<Array>(value_); }
    [[nodiscard]] bool is_object() const noexcept { return std::holds_alternative<Object>(value_); }
    /// Precondition: it is one.
    [[nodiscard]] const std::string& string() const { return std::get<std::string>(value_); }
    [[nodiscard]] Array& items() { return std::get<Array>(value_); }
    [[nodiscard]] const Array& items() const { return std::get<Array>(value_); }
    [[nodiscard]] Object& members() { return std::get<Object>(value_); }
    [[nodiscard]] const Object& members() const { return std::get<Object>(value_); }

    /// Calls `visit` with what is neither array nor object.
    template <class Visit>
    void visit_plain(Visit&& visit) const {
        std::visit(
            [&](const auto& value) {
                using Plain = std::decay_t<decltype(value)>;
                if constexpr (!std::same_as<Plain, Array> && !std::same_as<Plain, Object>) visit(value);
            },
            value_);
    }

    friend bool operator==(const Json&, const Json&) = default;

    /// Appends its text.
    void write(std::string& text) const;

private:
    struct Tag {};
    template <class T>
    Json(Tag, T value) : value_(std::move(value)) {}

    std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object> value_{};
};

/// Appends a string as JSON has it; what is no UTF-8 becomes U+FFFD.
void write_json_string(std::string& text, std::string_view value);
/// Appends a number as JSON has it, the shortest that reads back the same; null for what is none.
void write_json_number(std::string& text, double value);

/// The text of a document. Strings that are no UTF-8 come out with U+FFFD in place of what is wrong.
[[nodiscard]] std::string write_document(const Json& document);
[[nodiscard]] std::string write_document(const Value& value);

}  // namespace denwaban::formats
