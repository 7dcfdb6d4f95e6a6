#include <utility>

#include <denwaban/ledger/dynamodb_lines.hpp>

#include "dynamodb_gathering.hpp"
#include "dynamodb_talk.hpp"
#include "ledger/port/ledger_lines.hpp"

namespace denwaban::dynamodb {

/// Reads a table from its beginning to its end, and makes lines of what is in it.
class Exporting final : public Conversation {
public:
    Exporting(std::string table, std::uint64_t seed) : table_(std::move(table)), seed_(seed) {
        put(ledger::Seal::first());
    }

    [[nodiscard]] Step next() override {
        if (gathering_) {
            if (auto step = gathering_->next()) return *std::move(step);
            for (const auto& document : std::move(*gathering_).documents()) {
                if (document) add(*document);
            }
            gathering_.reset();
        }
        if (!is_over_) return request();
        put(seal_.last());
        return TaskResult{CommitResult{Committed{}}};
    }

    void hear(const Node& output) override {
        if (gathering_) return gathering_->hear(output);
        gathering_.emplace(table_, seed_++);
        if (const auto items = output.required("Items")) {
            items->each([&](const Node& item) { hear_item(item); });
        }
        const auto last = output.if_any("LastEvaluatedKey");
        is_over_ = !last;
        if (last) start_ = read_item_key(*last);
    }

    [[nodiscard]] std::optional<Error> hear_failure(const Failure& failure) override {
        return gathering_ ? gathering_->hear_failure(failure) : error_of(failure);
    }

    [[nodiscard]] std::string take() { return std::exchange(lines_, {}); }

private:
    [[nodiscard]] Request request() const {
        Json input{{"TableName", table_}, {"ConsistentRead", true}};
        if (start_) input["ExclusiveStartKey"] = key_json(*start_);
        return {"Scan", std::move(input)};
    }

    void hear_item(const Node& item) {
        const auto key = read_item_key(item);
        if (!is_nobodys(key)) return gathering_->add(read_document_item(item));
        if (auto request = request_of(key)) add(read_answer_item(item, *std::move(request)));
    }
    void add(const auto& one) {
        const auto line = ledger::written_line(one);
        seal_.add(line);
        put(line);
    }
    void put(std::string_view line) {
        lines_ += line;
        lines_ += '\n';
    }

    std::string table_;
    std::uint64_t seed_;
    std::optional<Key> start_;
    bool is_over_ = false;
    std::optional<Gathering> gathering_;  ///< of the page that was read last
    ledger::Seal seal_;
    std::string lines_;
};

}  // namespace denwaban::dynamodb

namespace denwaban {

class DynamoDbExport::State {
public:
    explicit State(std::unique_ptr<dynamodb::Exporting> exporting)
        : exporting_(exporting.get()), talk(std::move(exporting)) {}

    [[nodiscard]] std::string take() { return exporting_->take(); }

private:
    dynamodb::Exporting* exporting_;

public:
    dynamodb::Talk talk;
};

DynamoDbExport::DynamoDbExport(std::string table, std::uint64_t seed)
    : state_(std::make_unique<State>(std::make_unique<dynamodb::Exporting>(std::move(table), seed))) {}
DynamoDbExport::~DynamoDbExport() = default;
DynamoDbExport::DynamoDbExport(DynamoDbExport&&) noexcept = default;
DynamoDbExport& DynamoDbExport::operator=(DynamoDbExport&&) noexcept = default;

const std::string* DynamoDbExport::task() const noexcept { return state_->talk.task(); }
void DynamoDbExport::give(std::string_view json) { state_->talk.give(json); }
std::string DynamoDbExport::take() { return state_->take(); }
Expected<std::monostate, Errors> DynamoDbExport::result() const {
    if (const auto* errors = std::get_if<Errors>(&state_->talk.result())) return Unexpected{*errors};
    return std::monostate{};
}

}  // namespace denwaban
