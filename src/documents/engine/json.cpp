#include "json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <denwaban/core/utf8.hpp>

namespace denwaban::formats {

namespace {

[[nodiscard]] bool is_member(const Json& part) {
    return part.is_array() && part.size() == 2 && part.items()[0].is_string();
}

/// As it stands in the text: in quotes, escaped, or by its code.
void write_escaped(std::string& text, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            text += "\\\"";
            return;
        case '\\':
            text += "\\\\";
            return;
        case '\b':
            text += "\\b";
            return;
        case '\f':
            text += "\\f";
            return;
        case '\n':
            text += "\\n";
            return;
        case '\r':
            text += "\\r";
            return;
        case '\t':
            text += "\\t";
            return;
        default:
            text += "\\u00";
            text += digits[static_cast<unsigned char>(c) >> 4U];
            text += digits[static_cast<unsigned char>(c) & 15U];
    }
}

[[nodiscard]] bool stands_for_itself(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte < 0x80;
}

template <class Whole>
void write_whole(std::string& text, Whole value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

struct JsonWriter {
    std::string& text;

    void operator()(std::nullptr_t) const { text += "null"; }
    void operator()(bool value) const { text += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { write_whole(text, value); }
    void operator()(std::uint64_t value) const { write_whole(text, value); }
    void operator()(double value) const { write_json_number(text, value); }
    void operator()(const std::string& value) const { write_json_string(text, value); }
    void operator()(const Json::Array& items) const {
        text += '[';
        for (const auto& item : items) {
            if (&item != items.data()) text += ',';
            item.write(text);
        }
        text += ']';
    }
    void operator()(const Json::Object& members) const {
        text += '{';
        for (const auto& [key, value] : members) {
            if (&key != &members.front().first) text += ',';
            write_json_string(text, key);
            text += ':';
            value.write(text);
        }
        text += '}';
    }
};

[[nodiscard]] Json container(const Value& value) {
    auto json = value.is_array() ? Json::array() : Json::object();
    for (auto part = value.first(); part; part = part->next()) {
        if (value.is_array()) {
            json.push_back(Json{*part});
        } else {
            json.members().emplace_back(part->key(), *part);
        }
    }
    return json;
}

}  // namespace

Json::Json(const Value& value) {
    switch (value.kind()) {
        case JsonKind::null:
            break;
        case JsonKind::boolean:
            value_ = value.boolean();
            break;
        case JsonKind::integer:
            value_ = value.integer();
            break;
        case JsonKind::unsigned_integer:
            value_ = value.unsigned_integer();
            break;
        case JsonKind::number:
            value_ = value.number();
            break;
        case JsonKind::string:
            value_ = std::string{value.text()};
            break;
        case JsonKind::array:
        case JsonKind::object:
            *this = container(value);
            break;
    }
}

Json::Json(std::initializer_list<Json> parts) {
    if (!std::all_of(parts.begin(), parts.end(), is_member)) {
        value_ = Array(parts);
        return;
    }
    Object members;
    members.reserve(parts.size());
    for (const auto& part : parts) members.emplace_back(part.items()[0].string(), part.items()[1]);
    value_ = std::move(members);
}

Json* Json::find(std::string_view key) noexcept {
    auto* object = std::get_if<Object>(&value_);
    if (object == nullptr) return nullptr;
    const auto found = std::find_if(object->begin(), object->end(), [&](const auto& one) { return one.first == key; });
    return found == object->end() ? nullptr : &found->second;
}
const Json* Json::find(std::string_view key) const noexcept { return const_cast<Json*>(this)->find(key); }

Json& Json::operator[](std::string_view key) {
    if (is_null()) value_ = Object{};
    if (auto* found = find(key)) return *found;
    return members().emplace_back(key, nullptr).second;
}

void Json::push_back(Json value) {
    if (is_null()) value_ = Array{};
    items().push_back(std::move(value));
}

void Json::append(Json&& others) {
    auto& all = items();
    all.insert(all.end(), std::make_move_iterator(others.items().begin()),
               std::make_move_iterator(others.items().end()));
}

void Json::erase(std::string_view key) {
    std::erase_if(members(), [&](const auto& member) { return member.first == key; });
}

std::size_t Json::size() const noexcept {
    if (const auto* items = std::get_if<Array>(&value_)) return items->size();
    if (const auto* members = std::get_if<Object>(&value_)) return members->size();
    return 0;
}

void Json::write(std::string& text) const { std::visit(JsonWriter{text}, value_); }

void write_json_string(std::string& text, std::string_view value) {
    text += '"';
    while (!value.empty()) {
        const auto plain = std::find_if_not(value.begin(), value.end(), stands_for_itself);
        text.append(value.begin(), plain);
        value.remove_prefix(static_cast<std::size_t>(plain - value.begin()));
        if (value.empty()) break;
        const auto [code, bytes] = first_character(value);
        if (code < 0x80) {
            write_escaped(text, value.front());
        } else {
            append_character(text, code);
        }
        value.remove_prefix(bytes);
    }
    text += '"';
}

void write_json_number(std::string& text, double value) {
    if (!std::isfinite(value)) {
        text += "null";
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const std::string_view written{digits.data(), static_cast<std::size_t>(end - digits.data())};
    text += written;
    if (written.find_first_of(".e") == std::string_view::npos) text += ".0";
}

std::string write_document(const Json& document) {
    std::string text;
    document.write(text);
    return text;
}

std::string write_document(const Value& value) { return write_document(Json{value}); }

}  // namespace denwaban::formats
