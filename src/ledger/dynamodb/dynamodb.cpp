#include <denwaban/ledger/dynamodb.hpp>

#include <optional>
#include <utility>

#include <denwaban/ledger/limits.hpp>

#include "dynamodb_items.hpp"
#include "dynamodb_questions.hpp"

namespace denwaban {

namespace dynamodb {
namespace {

struct Ask {
    std::string table;
    std::uint64_t seed;

    [[nodiscard]] std::unique_ptr<Conversation> operator()(ReadTask task) const {
        return reading(table, std::move(task), seed);
    }
    [[nodiscard]] std::unique_ptr<Conversation> operator()(Query query) const {
        return querying(table, std::move(query), seed);
    }
    [[nodiscard]] std::unique_ptr<Conversation> operator()(Commit commit) const {
        return committing(table, std::move(commit));
    }
};

[[nodiscard]] Errors wrong_in(const ReadTask& task) { return check(task.keys); }
[[nodiscard]] Errors wrong_in(const Commit& commit) { return check(commit); }
[[nodiscard]] Errors wrong_in(const Query& query) {
    auto errors = check(query);
    if (query.after && query.after->after.size() > ledger_limits.sort) {
        errors.push_back(
            {ErrorCode::too_large, "must be at most " + std::to_string(ledger_limits.sort), JsonPointer{"/after"}});
    }
    return errors;
}

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
}  // namespace dynamodb

class DynamoDbExchange::State {
public:
    State(std::string table, LedgerQuestion asked, std::uint64_t seed) {
        auto errors = std::visit([](const auto& one) { return dynamodb::wrong_in(one); }, asked);
        if (errors.empty()) {
            conversation_ = std::visit(dynamodb::Ask{std::move(table), seed}, std::move(asked));
            follow(conversation_->next());
        } else {
            end(std::move(errors));
        }
    }

    [[nodiscard]] const std::string* task() const noexcept { return task_ ? &*task_ : nullptr; }
    [[nodiscard]] const TaskResult& result() const noexcept { return result_; }

    void give(std::string_view json) {
        if (!task_) return;
        const auto failed = formats::read_document(json, [this](const formats::Node& node) { return hear(node); });
        if (!failed) return end(dynamodb::corrupt(failed.error()));
        if (*failed) return end(Errors{**failed});
        follow(conversation_->next());
    }

private:
    [[nodiscard]] std::optional<Error> hear(const formats::Node& node) {
        if (node.value().is_null() && is_pausing_) return std::nullopt;
        if (const auto error = node.if_any("error")) {
            const auto failure = dynamodb::read_failure(*error);
            return is_pausing_ ? dynamodb::error_of(failure) : conversation_->hear_failure(failure);
        }
        const auto output = node.required("output");
        if (output && is_pausing_) output->fail(ErrorCode::unknown_key, "nothing was asked for");
        if (output && !is_pausing_) conversation_->hear(*output);
        return std::nullopt;
    }

    void follow(dynamodb::Step step) {
        if (auto* result = std::get_if<TaskResult>(&step)) return end(std::move(*result));
        is_pausing_ = std::holds_alternative<PauseTask>(step);
        if (auto* request = std::get_if<dynamodb::Request>(&step)) task_ = written(std::move(*request));
        if (const auto* pause = std::get_if<PauseTask>(&step)) task_ = written(*pause);
    }
    [[nodiscard]] static std::string written(auto step) {
        return formats::write_document(dynamodb::json_of(std::move(step)));
    }
    void end(TaskResult result) {
        task_.reset();
        result_ = std::move(result);
    }

    std::unique_ptr<dynamodb::Conversation> conversation_;
    std::optional<std::string> task_;
    bool is_pausing_ = false;
    TaskResult result_;
};

DynamoDbExchange::DynamoDbExchange(std::string table, LedgerQuestion asked, std::uint64_t seed)
    : state_(std::make_unique<State>(std::move(table), std::move(asked), seed)) {}
DynamoDbExchange::~DynamoDbExchange() = default;
DynamoDbExchange::DynamoDbExchange(DynamoDbExchange&&) noexcept = default;
DynamoDbExchange& DynamoDbExchange::operator=(DynamoDbExchange&&) noexcept = default;

const std::string* DynamoDbExchange::task() const noexcept { return state_->task(); }
void DynamoDbExchange::give(std::string_view json) { state_->give(json); }
const TaskResult& DynamoDbExchange::result() const { return state_->result(); }

std::string dynamodb_table_definition(std::string_view name) {
    using formats::Json;
    const auto attributes = [](std::string_view type, auto partition, auto sort) {
        return Json::array({{{"AttributeName", dynamodb::attribute::partition}, {type, partition}},
                            {{"AttributeName", dynamodb::attribute::sort}, {type, sort}}});
    };
    return formats::write_document({{"TableName", name},
                                    {"AttributeDefinitions", attributes("AttributeType", "S", "S")},
                                    {"KeySchema", attributes("KeyType", "HASH", "RANGE")},
                                    {"BillingMode", "PAY_PER_REQUEST"}});
}

std::string dynamodb_time_to_live(std::string_view name) {
    return formats::write_document(
        {{"TableName", name},
         {"TimeToLiveSpecification", {{"AttributeName", dynamodb::attribute::expires}, {"Enabled", true}}}});
}

}  // namespace denwaban
