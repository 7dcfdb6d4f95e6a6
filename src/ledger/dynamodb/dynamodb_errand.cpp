#include <denwaban/ledger/dynamodb_errand.hpp>

#include <utility>
#include <variant>

#include <denwaban/ledger/task_json.hpp>

namespace denwaban {

namespace {

struct QuestionOf {
    std::optional<LedgerQuestion> operator()(PauseTask) const { return std::nullopt; }
    std::optional<LedgerQuestion> operator()(const auto& task) const { return task; }
};

}  // namespace

DynamoDbErrand::DynamoDbErrand(std::string table, JsonErrand errand, std::uint64_t seed)
    : table_(std::move(table)), errand_(std::move(errand)), seed_(seed) {
    go_on();
}

const std::string* DynamoDbErrand::task() const noexcept {
    if (pause_) return &*pause_;
    return exchange_ ? exchange_->task() : nullptr;
}

void DynamoDbErrand::give(std::string_view json) {
    if (pause_) {
        auto over = task_result_from_json(json, *errand_.task());
        errand_.give(over ? *std::move(over) : TaskResult{std::move(over).error()});
    } else {
        exchange_->give(json);
        if (exchange_->task() != nullptr) return;
        errand_.give(exchange_->result());
    }
    go_on();
}

void DynamoDbErrand::go_on() {
    exchange_.reset();
    pause_.reset();
    while (const auto* task = errand_.task()) {
        auto question = std::visit(QuestionOf{}, *task);
        if (!question) {
            pause_ = to_json(*task);
            return;
        }
        exchange_.emplace(table_, *std::move(question), seed_++);
        if (exchange_->task() != nullptr) return;
        errand_.give(exchange_->result());
    }
}

}  // namespace denwaban
