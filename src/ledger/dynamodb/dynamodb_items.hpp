#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/ledger/document.hpp>
#include <denwaban/ledger/limits.hpp>

#include "ledger/port/ledger_words.hpp"

/// The items of a ledger's table, as DynamoDB's JSON has them. A document's item has its body, or the beginning of one
/// that is too long for an item; the rest is in parts, each an item of its own.
namespace denwaban::dynamodb {

using formats::Json;
using formats::Node;

namespace attribute {
inline constexpr std::string_view partition = "partition";
inline constexpr std::string_view sort = "sort";
inline constexpr std::string_view version = "version";
inline constexpr std::string_view body = "body";
inline constexpr std::string_view expires = "expires";        ///< seconds, for DynamoDB to go by
inline constexpr std::string_view expires_at = "expires_at";  ///< milliseconds
inline constexpr std::string_view parts = "parts";            ///< how many items the body goes on in
inline constexpr std::string_view stamp = "stamp";            ///< of the whole body, the same in all of its items
inline constexpr std::string_view about = "about";
inline constexpr std::string_view answer = "answer";
inline constexpr std::string_view keep_until = "keep_until";  ///< milliseconds
}  // namespace attribute

/// Bytes of a body that stand in one item; up to three more where a character would be cut.
inline constexpr std::size_t piece_bytes = 300'000;
/// The longest body goes on in so many.
inline constexpr std::size_t most_parts = (ledger_limits.bodies + piece_bytes - 1) / piece_bytes - 1;

/// How a body lies that is too long for one item.
struct Split {
    std::size_t parts = 0;
    std::string stamp;
    friend bool operator==(const Split&, const Split&) = default;
};

/// A document as far as its own item has it, or a part of a body.
struct Item {
    Document document;
    std::optional<Split> split;  ///< a part: what it is of
};

/// A body in pieces of which each fits an item, and its stamp if there are two or more.
struct Pieces {
    std::vector<std::string_view> texts;
    std::string stamp;
};
[[nodiscard]] Pieces cut(std::string_view body);

/// Where a document's part is kept, the first being 1. Nobody else's key begins so, having no control characters. Each
/// is in a partition of its own, since one of DynamoDB's takes 1,000 KB a second.
[[nodiscard]] Key part_key(const Key& document, std::size_t number);
/// Where a request's answer is kept.
[[nodiscard]] Key request_key(std::string_view request);

[[nodiscard]] Json text_value(std::string_view text);
[[nodiscard]] Json number_value(std::int64_t number);
[[nodiscard]] Json key_json(const Key& key);
[[nodiscard]] Json part_json(const Key& key, std::string_view text, const std::string& stamp,
                             const std::optional<Instant>& expires);
[[nodiscard]] Json answer_json(const RequestAnswer& answer);
/// The second from which DynamoDB may remove an item.
[[nodiscard]] std::int64_t expiry_second(Instant expires);

/// Whether an item is no document's: a part of a body, or a remembered answer.
[[nodiscard]] bool is_nobodys(const Key& key) noexcept;

/// The request whose answer it is the key of, if any.
[[nodiscard]] std::optional<std::string> request_of(const Key& key);

[[nodiscard]] Key read_item_key(const Node& item);
[[nodiscard]] Version read_item_version(const Node& item);
[[nodiscard]] Item read_document_item(const Node& item);
[[nodiscard]] Item read_part_item(const Node& item);
[[nodiscard]] RequestAnswer read_answer_item(const Node& item, std::string request);

}  // namespace denwaban::dynamodb
