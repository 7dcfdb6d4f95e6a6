#include <denwaban/ledger/dynamodb.hpp>

#include <utility>

#include <denwaban/ledger/limits.hpp>

#include "dynamodb_items.hpp"
#include "dynamodb_questions.hpp"
#include "dynamodb_talk.hpp"

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

[[nodiscard]] Talk talk_of(std::string table, LedgerQuestion asked, std::uint64_t seed) {
    auto errors = std::visit([](const auto& one) { return wrong_in(one); }, asked);
    if (!errors.empty()) return Talk{TaskResult{std::move(errors)}};
    return Talk{std::visit(Ask{std::move(table), seed}, std::move(asked))};
}

}  // namespace
}  // namespace dynamodb

class DynamoDbExchange::State {
public:
    State(std::string table, LedgerQuestion asked, std::uint64_t seed)
        : talk(dynamodb::talk_of(std::move(table), std::move(asked), seed)) {}

    dynamodb::Talk talk;
};

DynamoDbExchange::DynamoDbExchange(std::string table, LedgerQuestion asked, std::uint64_t seed)
    : state_(std::make_unique<State>(std::move(table), std::move(asked), seed)) {}
DynamoDbExchange::~DynamoDbExchange() = default;
DynamoDbExchange::DynamoDbExchange(DynamoDbExchange&&) noexcept = default;
DynamoDbExchange& DynamoDbExchange::operator=(DynamoDbExchange&&) noexcept = default;

const std::string* DynamoDbExchange::task() const noexcept { return state_->talk.task(); }
void DynamoDbExchange::give(std::string_view json) { state_->talk.give(json); }
const TaskResult& DynamoDbExchange::result() const { return state_->talk.result(); }

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
