#include "document.hpp"

#include <algorithm>

#include <denwaban/core/error.hpp>

#include "json_scanner.hpp"

namespace denwaban::formats {

namespace {

constexpr std::uint32_t nowhere = 0xffff'ffff;
constexpr std::uint32_t few_members = 16;
constexpr std::size_t longest_step = 500;
constexpr std::size_t longest_path = 1000;

/// A key as a step of a pointer, short enough to be told a thousand times. UTF-8 is cut between characters.
[[nodiscard]] std::string told_step(std::string_view key) {
    if (key.size() > longest_step) {
        auto end = longest_step;
        while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U) --end;
        return pointer_step(key.substr(0, end)) + "…";
    }
    return pointer_step(key);
}

[[nodiscard]] std::string joined(const std::vector<std::string>& steps) {
    std::string path;
    for (auto step = steps.rbegin(); step != steps.rend() && path.size() < longest_path; ++step) path += '/' + *step;
    return path;
}

}  // namespace

JsonKind Value::kind() const noexcept { return document_->entries_[index_].kind; }
bool Value::boolean() const noexcept { return document_->entries_[index_].number.whole != 0; }
std::string_view Value::text() const noexcept { return document_->text(document_->entries_[index_].number.text); }
std::int64_t Value::integer() const noexcept {
    return static_cast<std::int64_t>(document_->entries_[index_].number.whole);
}
std::uint64_t Value::unsigned_integer() const noexcept { return document_->entries_[index_].number.whole; }
double Value::number() const noexcept {
    if (kind() == JsonKind::number) return document_->entries_[index_].number.real;
    return is_number_unsigned() ? static_cast<double>(unsigned_integer()) : static_cast<double>(integer());
}
std::size_t Value::size() const noexcept { return document_->entries_[index_].count; }

std::optional<Value> Value::find(std::string_view key) const noexcept {
    if (!is_object()) return std::nullopt;
    const auto& entries = document_->entries_;
    const auto end = entries[index_].end;
    for (auto part = index_ + 1; part < end; part = entries[part].end) {
        const auto& entry = entries[part];
        if (same_text(document_->text(entry.key), key) && !entry.superseded) return Value{*document_, part};
    }
    return std::nullopt;
}

std::optional<Value> Value::first() const noexcept {
    const auto& entry = document_->entries_[index_];
    if (index_ + 1 >= entry.end) return std::nullopt;
    const Value part{*document_, index_ + 1};
    return document_->entries_[index_ + 1].superseded ? part.next() : std::optional{part};
}

std::optional<Value> Value::next() const noexcept {
    const auto& entries = document_->entries_;
    const auto parent = entries[index_].parent;
    if (parent == nowhere) return std::nullopt;
    auto place = entries[index_].end;
    while (place < entries[parent].end && entries[place].superseded) place = entries[place].end;
    return place < entries[parent].end ? std::optional{Value{*document_, place}} : std::nullopt;
}

std::optional<Value> Value::parent() const noexcept {
    const auto parent = document_->entries_[index_].parent;
    return parent == nowhere ? std::nullopt : std::optional{Value{*document_, parent}};
}
std::string_view Value::key() const noexcept { return document_->text(document_->entries_[index_].key); }
std::size_t Value::place() const noexcept { return document_->entries_[index_].place; }

std::string Value::path() const {
    std::vector<std::string> steps;
    auto value = *this;
    for (auto parent = value.parent(); parent; parent = value.parent()) {
        steps.push_back(parent->is_array() ? std::to_string(value.place()) : told_step(value.key()));
        value = *parent;
    }
    return joined(steps);
}

void Document::reserve(std::size_t bytes) {
    text_.reserve(bytes);
    entries_.reserve(bytes / 12 + 1);
}

Document::Text Document::keep(std::string_view text) {
    const auto offset = text_.size();
    text_ += text;
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(text.size())};
}

Document::Entry& Document::put(JsonKind kind) {
    const auto index = static_cast<std::uint32_t>(entries_.size());
    auto& entry = entries_.emplace_back();
    entry.kind = kind;
    entry.end = index + 1;
    entry.key = key_;
    entry.parent = nowhere;
    key_ = {};
    if (depth_ == 0) return entry;
    auto& container = open_[depth_ - 1];
    entry.parent = container.index;
    entry.place = entries_[container.index].count++;
    if (entries_[container.index].kind == JsonKind::object) remember_member(container, index);
    return entry;
}

void Document::remember_member(Open& object, std::uint32_t index) {
    const auto name = [&](std::uint32_t member) { return std::string{text(entries_[member].key)}; };
    if (!object.many.empty()) {
        object.many[name(index)] = index;
        return;
    }
    object.members.push_back(index);
    if (object.members.size() <= few_members) return;
    for (const auto member : object.members) object.many[name(member)] = member;
}

void Document::string(std::string_view text) {
    const auto kept = keep(text);
    put(JsonKind::string).number.text = kept;
}

void Document::open(JsonKind container) {
    put(container);
    if (depth_ == open_.size()) open_.emplace_back();
    auto& opened = open_[depth_++];
    opened.index = static_cast<std::uint32_t>(entries_.size() - 1);
    opened.members.clear();
    opened.many.clear();
}

void Document::close() { entries_[open_[--depth_].index].end = static_cast<std::uint32_t>(entries_.size()); }

/// The member of that name.
std::optional<std::uint32_t> Document::standing(const Open& object, std::string_view name) const {
    if (!object.many.empty()) {
        const auto found = object.many.find(name);
        return found == object.many.end() ? std::nullopt : std::optional{found->second};
    }
    const auto found = std::find_if(object.members.begin(), object.members.end(),
                                    [&](std::uint32_t index) { return same_text(text(entries_[index].key), name); });
    return found == object.members.end() ? std::nullopt : std::optional{*found};
}

bool Document::key(std::string_view name) {
    auto& object = open_[depth_ - 1];
    const auto before = standing(object, name);
    if (before) {
        entries_[*before].superseded = true;
        std::erase(object.members, *before);
        --entries_[object.index].count;
        key_ = entries_[*before].key;
        return false;
    }
    key_ = keep(name);
    return true;
}

std::string Document::path() const {
    if (depth_ == 0) return {};
    const auto container = Value{*this, open_[depth_ - 1].index};
    const auto& entry = entries_[open_.back().index];
    return container.path() + '/' + (container.is_array() ? std::to_string(entry.count) : told_step(text(key_)));
}

}  // namespace denwaban::formats
