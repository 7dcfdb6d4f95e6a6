#pragma once

#include <optional>
#include <string>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/ledger/document.hpp>

#include "documents/json_document.hpp"

/// The parts of a ledger's documents.
namespace denwaban::ledger {

using formats::Fields;
using formats::Json;
using formats::Node;
using formats::read_named;

[[nodiscard]] inline std::string read_string(const Node& node) { return node.string(); }
[[nodiscard]] inline Instant read_instant(const Node& node) { return node.instant(); }
[[nodiscard]] Version read_version(const Node& node);
[[nodiscard]] Key read_key(const Node& node);
[[nodiscard]] Document read_document(const Node& node);
[[nodiscard]] RequestAnswer read_answer(const Node& node);
[[nodiscard]] std::vector<std::optional<Document>> read_documents(const Node& node);
[[nodiscard]] Page read_page(const Node& node);
[[nodiscard]] CommitResult read_commit_result(const Node& node);
[[nodiscard]] Errors read_errors(const Node& node);

[[nodiscard]] Json written(const Key& key);
[[nodiscard]] Json written(const Document& document);
[[nodiscard]] Json written(const RequestAnswer& answer);
[[nodiscard]] Json written(const std::vector<Key>& keys);
[[nodiscard]] Json written(const Query& query);
[[nodiscard]] Json written(const Commit& commit);
/// `[{"code": "no_seat", "message": "…", "where": "/begin"}]`
[[nodiscard]] Json written(const Errors& errors);

}  // namespace denwaban::ledger
