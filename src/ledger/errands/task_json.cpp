#include <denwaban/ledger/task_json.hpp>

#include <utility>

#include "ledger/port/ledger_words.hpp"

namespace denwaban {

namespace {

using formats::Fields;
using formats::Json;
using formats::Node;

struct WriteTask {
    Json operator()(const ReadTask& task) const { return {{"read", ledger::written(task.keys)}}; }
    Json operator()(const Query& query) const { return {{"query", ledger::written(query)}}; }
    Json operator()(const Commit& commit) const { return {{"commit", ledger::written(commit)}}; }
    Json operator()(PauseTask pause) const { return {{"pause", pause.time.count()}}; }
};

struct ReadResult {
    const Node& node;

    TaskResult operator()(const ReadTask& task) const {
        auto documents = ledger::read_documents(node);
        if (node.value().is_array() && documents.size() != task.keys.size()) {
            node.fail(ErrorCode::out_of_range, "must be " + std::to_string(task.keys.size()) + " documents");
        }
        return documents;
    }
    TaskResult operator()(const Query&) const { return ledger::read_page(node); }
    TaskResult operator()(const Commit&) const { return ledger::read_commit_result(node); }
    TaskResult operator()(PauseTask) const { return PauseOver{}; }
};

[[nodiscard]] TaskResult read_result(const Node& node, const Task& task) {
    const bool has_failed = node.value().is_object() && node.value().contains("errors");
    if (has_failed) return Fields{node, {"errors"}}.require("errors", ledger::read_errors);
    return std::visit(ReadResult{node}, task);
}

}  // namespace

std::string to_json(const Task& task) { return formats::write_document(std::visit(WriteTask{}, task)); }

Expected<TaskResult, Errors> task_result_from_json(std::string_view text, const Task& task) {
    return formats::read_document(text, [&](const Node& node) { return read_result(node, task); });
}

std::string observed_to_json(const Expected<std::string, Errors>& answer, const ErrandEffort& effort) {
    auto text = "{\"retries\":" + std::to_string(effort.retries);
    text +=
        answer ? ",\"answer\":" + *answer : ",\"errors\":" + formats::write_document(ledger::written(answer.error()));
    text += '}';
    return text;
}

}  // namespace denwaban
