#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/keys.hpp>

#include "documents/engine/shapes.hpp"
#include "ledger/port/ledger_words.hpp"

/// What every errand does with what it has read.
namespace denwaban::ledger {

[[nodiscard]] inline Errors one_error(ErrorCode code, std::string message, std::string where = {}) {
    return {{code, std::move(message), JsonPointer{std::move(where)}}};
}

/// Of a list that does not go on where it is said to.
[[nodiscard]] inline Errors no_next() {
    return one_error(ErrorCode::invalid_value, "is no next of a list of this kind", "/after");
}

/// Why nothing can be answered, or not yet: a verdict of whatever is asked.
struct Unanswered {
    std::variant<ReadFirst, Refusal, Errors, WriteFirst> why;

    template <class Answer>
    operator std::variant<ReadFirst, Told<Answer>, Settled<Answer>, Refusal, Errors, WriteFirst>() && {
        return std::visit(
            [](auto&& one) {
                return Verdict<Answer>{std::in_place_type<std::decay_t<decltype(one)>>, std::move(one)};
            },
            std::move(why));
    }
};

/// What is known, or why that is not enough or is wrong.
template <class T>
using Known = std::variant<T, Unanswered>;

/// Those of `keys` that were not read yet, to be read; nothing where all were.
[[nodiscard]] inline std::optional<Unanswered> missing(const Readings& known, const std::vector<Key>& keys) {
    std::vector<Key> unread;
    for (const auto& key : keys) {
        if (!known.has(key) && std::find(unread.begin(), unread.end(), key) == unread.end()) unread.push_back(key);
    }
    if (unread.empty()) return std::nullopt;
    return Unanswered{ReadFirst{std::move(unread)}};
}

/// What a document holds. Errors, with its key and what is wrong with it: `newer_version`, at its place in the
/// document, or `corrupt`.
template <class Read>
[[nodiscard]] auto kept(const Document& document, Read&& read) -> decltype(read(std::string_view{})) {
    auto value = read(std::string_view{document.body});
    if (value) return value;
    const auto& first = value.error().front();
    const auto key = document.key.partition + " " + document.key.sort + ": ";
    if (first.code == ErrorCode::newer_version) {
        return Unexpected{one_error(first.code, key + first.message, to_string(first.where))};
    }
    return Unexpected{one_error(ErrorCode::corrupt, key + to_string(first.where) + " " + first.message)};
}

/// The same of a noun that has a shape.
template <class T>
[[nodiscard]] Expected<T, Errors> kept_as(const Document& document) {
    return kept(document, [](std::string_view text) { return shapes::value_from_json<T>(text, Reading::kept); });
}

/// What leads to something that is kept elsewhere: `{"restaurant": "r1"}`.
template <class Tag>
[[nodiscard]] std::string link_to(std::string_view what, const Id<Tag>& id) {
    return formats::write_document(Json{{std::string{what}, id.text}});
}
template <class Tag>
[[nodiscard]] Expected<Id<Tag>, Errors> linked(const Document& document, std::string_view what) {
    return kept(document, [&](std::string_view text) {
        return formats::read_document(
            text,
            [&](const Node& node) {
                return Fields{node, {what}}.require(what, formats::read_id<Tag>);
            },
            Reading::kept);
    });
}

/// Of something that may fail.
template <class T>
[[nodiscard]] Unanswered failed(Expected<T, Errors> value) {
    return {std::move(value).error()};
}
/// Everybody who asks is told, and whoever asks with a key again is told the same.
[[nodiscard]] inline Unanswered refused(ErrorCode code, std::string message, std::string where) {
    return {Refusal{one_error(code, std::move(message), std::move(where))}};
}

/// Whose id nobody has. The place is the command's that names it.
template <class Tag>
[[nodiscard]] Errors not_kept(const Id<Tag>& id, std::string where) {
    return one_error(ErrorCode::unknown_reference, id.text + " is not kept", std::move(where));
}

/// What is kept under an id, or under the one that `link` leads to from there; nothing where there is neither.
template <class Tag, class Read>
[[nodiscard]] auto find_linked(const Readings& known, const Id<Tag>& id, Key (*home_of)(const Id<Tag>&),
                               const Key& link, std::string_view what, Read&& read)
    -> Known<std::optional<typename decltype(read(std::string_view{}))::value_type>> {
    using Found = std::optional<typename decltype(read(std::string_view{}))::value_type>;
    auto home = home_of(id);
    if (auto more = missing(known, {home, link})) return *std::move(more);
    if (const auto* way = known.find(link)) {
        auto to = linked<Tag>(*way, what);
        if (!to) return failed(std::move(to));
        home = home_of(*to);
        if (auto more = missing(known, {home})) return *std::move(more);
    }
    const auto* document = known.find(home);
    if (document == nullptr) return Found{};
    auto value = kept(*document, read);
    if (!value) return failed(std::move(value));
    return Found{*std::move(value)};
}

}  // namespace denwaban::ledger
