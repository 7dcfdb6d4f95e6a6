#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <denwaban/agent/contact.hpp>
#include <denwaban/connect/reading.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>

#include "documents/json_document.hpp"
#include "lenient.hpp"

namespace denwaban::connect {

using formats::Json;
using formats::Node;

/// No agent has as many contacts or queues, and a hostile document could have millions.
inline constexpr std::size_t max_items = 1000;

/// Where the keys and words stand that are new to us.
class UnknownPlaces {
public:
    void add(const Node& node) {
        if (places_.size() < formats::max_errors) places_.push_back({node.path()});
    }
    [[nodiscard]] std::vector<JsonPointer> take() { return std::move(places_); }

private:
    std::vector<JsonPointer> places_;
};

/// Whether `key` begins with a small letter, and `other` is the same with a large one.
[[nodiscard]] inline bool is_capitalised(std::string_view other, std::string_view key) noexcept {
    if (key.empty() || other.size() != key.size() || key.front() < 'a' || key.front() > 'z') return false;
    return other.front() == key.front() - 'a' + 'A' && other.substr(1) == key.substr(1);
}

/// An object of Amazon Connect's: keys that are new pass and are noted, and what may be left out may also be null, or
/// something else than it should be, which is noted too: one value must not cost all the others. A key may begin with
/// another capital than it should, as in some of the guide's samples.
class OpenObject {
public:
    OpenObject(Node node, std::initializer_list<std::string_view> known, UnknownPlaces& unknown)
        : node_(std::move(node)), unknown_(&unknown), is_object_(node_.is_object()) {
        if (!is_object_) return;
        node_.each_member([&](std::string_view key, const Node& member) {
            if (std::find(known.begin(), known.end(), key) != known.end()) return;
            const auto is_it = [key](std::string_view one) { return is_capitalised(key, one); };
            const bool other = std::any_of(known.begin(), known.end(), is_it);
            has_other_capitals_ = has_other_capitals_ || other;
            if (!other) unknown_->add(member);
        });
    }

    [[nodiscard]] const Node& node() const noexcept { return node_; }
    [[nodiscard]] UnknownPlaces& unknown() const noexcept { return *unknown_; }

    [[nodiscard]] std::optional<Node> present(std::string_view key) const {
        auto member = node_.if_any(key);
        if (member || !has_other_capitals_) return member;
        node_.each_member([&](std::string_view other, const Node& value) {
            if (is_capitalised(other, key) && !value.value().is_null()) member = value;
        });
        return member;
    }
    /// The member, if it is an object; what else it may be is noted.
    [[nodiscard]] std::optional<Node> object(std::string_view key) const {
        auto member = present(key);
        if (!member || member->value().is_object()) return member;
        unknown_->add(*member);
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Node> required(std::string_view key) const {
        auto member = present(key);
        if (!member && is_object_) node_.lacks(key);
        return member;
    }

    [[nodiscard]] std::string text(std::string_view key) const {
        const auto member = present(key);
        auto words = member ? words_of(member->value()) : std::nullopt;
        if (member && !words) unknown_->add(*member);
        return words ? *std::move(words) : std::string{};
    }
    [[nodiscard]] std::string required_text(std::string_view key) const {
        const auto member = required(key);
        const auto words = member ? member->string() : std::string{};
        if (member && member->value().is_string() && words.empty()) {
            member->fail(ErrorCode::invalid_value, "must not be empty");
        }
        return words;
    }
    [[nodiscard]] std::optional<Instant> time(std::string_view key) const;
    /// The same; none of a moment after 1970, which stands for a time that nobody set.
    [[nodiscard]] std::optional<Instant> told_time(std::string_view key) const;
    [[nodiscard]] Instant required_time(std::string_view key) const;

    template <class Tag>
    [[nodiscard]] std::optional<Id<Tag>> id(std::string_view key) const {
        auto words = text(key);
        if (words.empty()) return std::nullopt;
        return Id<Tag>{std::move(words)};
    }

    /// The enumerator of that name, whatever its capitals, or of the same place in `names`; its `unknown` where there
    /// is none, and where the word is new, which is noted.
    template <Named Enum>
    [[nodiscard]] Enum word(std::string_view key,
                            const std::array<std::string_view, count_of<Enum>>& names = names_of<Enum>) const {
        const auto member = present(key);
        if (!member) return Enum::unknown;
        if (!member->value().is_string()) {
            unknown_->add(*member);
            return Enum::unknown;
        }
        auto written = member->string();
        std::transform(written.begin(), written.end(), written.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const auto found = std::find(names.begin(), names.end(), written);
        if (found == names.end()) unknown_->add(*member);
        return found == names.end() ? Enum::unknown : static_cast<Enum>(found - names.begin());
    }

    /// What `read` makes of each item of the list, if there is one.
    template <class Read>
    void each(std::string_view key, Read&& read) const {
        const auto member = present(key);
        if (!member || !member->is_array()) return;
        if (member->value().size() > max_items) {
            return member->fail(ErrorCode::too_large, "has more than " + std::to_string(max_items) + " items");
        }
        member->each(read);
    }

private:
    Node node_;
    UnknownPlaces* unknown_;
    bool is_object_;
    bool has_other_capitals_ = false;
};

/// Seconds since 1970 with a fraction, milliseconds, or ISO 8601. Seconds would be past the year 5000 where
/// milliseconds begin.
[[nodiscard]] Instant read_time(const Node& node);
/// The same; none where it is no such time.
[[nodiscard]] std::optional<Instant> time_if_any(const Node& node);
/// ISO 8601, from 1970 to 9999; none of anything else.
[[nodiscard]] std::optional<Instant> time_of(std::string_view text);
/// `2026-11-23T03:10:00Z`, as the service writes it; false where any digit is none, or the day may not exist. Not an
/// optional: to put one together and to take it apart costs more than to read the time.
[[nodiscard]] bool read_usual_time(std::string_view text, Instant& at) noexcept;

[[nodiscard]] Queue read_queue(const Node& node, std::string_view arn_key, std::string_view name_key,
                               std::initializer_list<std::string_view> known, UnknownPlaces& unknown);

/// Reads a document with `read(node, unknown)`.
template <class Read, class T = std::invoke_result_t<Read, Node, UnknownPlaces&>>
[[nodiscard]] Expected<ConnectReading<T>, Errors> read_connect(std::string_view text, Read&& read) {
    std::string mended;
    return formats::read_document(without_half_pairs(text, mended), [&](const Node& node) {
        UnknownPlaces unknown;
        auto value = std::invoke(read, node, unknown);
        return ConnectReading<T>{std::move(value), unknown.take()};
    });
}

}  // namespace denwaban::connect
