#include "dynamodb_talk.hpp"

#include <utility>

namespace denwaban::dynamodb {

namespace {

[[nodiscard]] Json json_of(Request request) {
    return {{"operation", request.operation}, {"input", std::move(request.input)}};
}
[[nodiscard]] Json json_of(PauseTask pause) { return {{"pause", pause.time.count()}}; }

/// Whatever can't be read is an answer that no table of ours gives.
[[nodiscard]] Errors corrupt(Errors errors) {
    for (auto& error : errors) error.code = ErrorCode::corrupt;
    return errors;
}

}  // namespace

Talk::Talk(std::unique_ptr<Conversation> conversation) : conversation_(std::move(conversation)) {
    follow(conversation_->next());
}

void Talk::give(std::string_view json) {
    if (!task_) return;
    const auto failed = formats::read_document(json, [this](const Node& node) { return hear(node); });
    if (!failed) return end(corrupt(failed.error()));
    if (*failed) return end(Errors{**failed});
    follow(conversation_->next());
}

std::optional<Error> Talk::hear(const Node& node) {
    if (node.value().is_null() && is_pausing_) return std::nullopt;
    if (const auto error = node.if_any("error")) {
        const auto failure = read_failure(*error);
        return is_pausing_ ? error_of(failure) : conversation_->hear_failure(failure);
    }
    const auto output = node.required("output");
    if (output && is_pausing_) output->fail(ErrorCode::unknown_key, "nothing was asked for");
    if (output && !is_pausing_) conversation_->hear(*output);
    return std::nullopt;
}

void Talk::follow(Step step) {
    if (auto* result = std::get_if<TaskResult>(&step)) return end(std::move(*result));
    is_pausing_ = std::holds_alternative<PauseTask>(step);
    if (auto* request = std::get_if<Request>(&step)) task_ = formats::write_document(json_of(std::move(*request)));
    if (const auto* pause = std::get_if<PauseTask>(&step)) task_ = formats::write_document(json_of(*pause));
}

void Talk::end(TaskResult result) {
    task_.reset();
    result_ = std::move(result);
}

}  // namespace denwaban::dynamodb
