#include <algorithm>
#include <utility>

#include <denwaban/ledger/dynamodb_lines.hpp>

#include "dynamodb_items.hpp"
#include "dynamodb_talk.hpp"
#include "ledger/port/ledger_lines.hpp"

namespace denwaban::dynamodb {

/// A line as the items that it is kept as: its own, and the parts of a long body.
struct Restored {
    std::size_t line = 0;
    std::vector<Json> items;
    std::size_t bytes = 0;
};

namespace {

/// What of a transaction's 100 actions and 4 MB is used at a time; a single long body may have more bytes.
constexpr std::size_t import_actions = 100;
constexpr std::size_t import_bytes = 2'000'000;

[[nodiscard]] Restored restored(const Document& document) {
    const auto pieces = cut(document.body);
    auto item = key_json(document.key);
    item[attribute::version] = number_value(static_cast<std::int64_t>(document.version.number));
    item[attribute::body] = text_value(pieces.texts.front());
    if (!pieces.stamp.empty()) {
        item[attribute::parts] = number_value(static_cast<std::int64_t>(pieces.texts.size() - 1));
        item[attribute::stamp] = text_value(pieces.stamp);
    }
    if (document.expires) {
        item[attribute::expires] = number_value(expiry_second(*document.expires));
        item[attribute::expires_at] = number_value(document.expires->time_since_epoch().count());
    }
    Restored made{0, {std::move(item)}, document.body.size()};
    for (std::size_t number = 1; number < pieces.texts.size(); ++number) {
        made.items.push_back(
            part_json(part_key(document.key, number), pieces.texts[number], pieces.stamp, document.expires));
    }
    return made;
}
[[nodiscard]] Restored restored(const RequestAnswer& answer) {
    return {0, {answer_json(answer)}, answer.answer.size() + answer.about.size()};
}

/// Whether what is there is what would be written.
[[nodiscard]] bool is_same(const Node& there, const Json& item) {
    bool is_so = true;
    std::size_t count = 0;
    there.each_member([&](std::string_view name, const Node& value) {
        const auto* wanted = item.find(name);
        is_so = is_so && wanted != nullptr && Json(value.value()) == *wanted;
        ++count;
    });
    return is_so && count == item.size();
}

}  // namespace

class Restoring final : public Conversation {
public:
    Restoring(std::string table, std::vector<Restored> lines, std::uint64_t seed)
        : table_(std::move(table)), lines_(std::move(lines)), backoff_(patience, seed) {}

    [[nodiscard]] Step next() override {
        if (lines_.empty()) return TaskResult{CommitResult{Committed{}}};
        if (std::exchange(has_to_wait_, false)) return pause(backoff_, "others write to the table every time");
        auto list = Json::array();
        owners_.clear();
        for (std::size_t place = 0; place < lines_.size(); ++place) {
            for (const auto& item : lines_[place].items) {
                Json put{{"TableName", table_}, {"Item", item}};
                const bool is_own = owners_.empty() || owners_.back() != place;
                if (is_own) {
                    put["ConditionExpression"] = "attribute_not_exists(#partition)";
                    put["ExpressionAttributeNames"] = {{"#partition", attribute::partition}};
                    put["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD";
                }
                list.push_back({{"Put", std::move(put)}});
                owners_.push_back(place);
            }
        }
        return Request{"TransactWriteItems", {{"TransactItems", std::move(list)}}};
    }

    void hear(const Node& output) override {
        if (output.is_object()) lines_.clear();
    }

    [[nodiscard]] std::optional<Error> hear_failure(const Failure& failure) override {
        if (failure.name != "TransactionCanceledException" || !failure.reasons) return error_of(failure);
        const auto& reasons = *failure.reasons;
        if (!reasons.is_array()) return std::nullopt;
        if (reasons.value().size() != owners_.size()) {
            reasons.fail(ErrorCode::out_of_range, "must be as many as there were actions");
            return std::nullopt;
        }
        std::vector<std::size_t> there;
        for (std::size_t place = 0; place < owners_.size(); ++place) {
            if (auto error = hear_reason(reasons.item(place), owners_[place], there)) return error;
        }
        for (auto place = there.rbegin(); place != there.rend(); ++place) {
            lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(*place));
        }
        has_to_wait_ = there.empty();
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<Error> hear_reason(const Node& reason, std::size_t line,
                                                   std::vector<std::size_t>& there) const {
        const auto named = reason.if_any("Code");
        const auto code = named ? named->string() : "None";
        if (code == "None" || code == "TransactionConflict") return std::nullopt;
        if (code != "ConditionalCheckFailed") {
            const auto message = reason.if_any("Message");
            return error_of_reason(code, message ? message->string() : "");
        }
        const auto item = reason.required("Item");
        if (!item) return std::nullopt;
        if (is_same(*item, lines_[line].items.front())) {
            there.push_back(line);
            return std::nullopt;
        }
        return Error{ErrorCode::duplicate_id, "is there already, and otherwise",
                     JsonPointer{"/" + std::to_string(lines_[line].line)}};
    }

    std::string table_;
    std::vector<Restored> lines_;
    Backoff backoff_;
    bool has_to_wait_ = false;
    std::vector<std::size_t> owners_;  ///< of the actions that were sent: whose line each is of
};

}  // namespace denwaban::dynamodb

namespace denwaban {

class DynamoDbImport::State {
public:
    State(std::string table, std::uint64_t seed) : table_(std::move(table)), seed_(seed) {}

    [[nodiscard]] Expected<std::monostate, Errors> check(std::string_view line) {
        const auto read = read_line(checked_, line);
        if (!read) return Unexpected{read.error()};
        return std::monostate{};
    }
    [[nodiscard]] Expected<std::monostate, Errors> end_check() const {
        auto errors = checked_.at_end();
        if (!errors.empty()) return Unexpected{std::move(errors)};
        return std::monostate{};
    }

    [[nodiscard]] Expected<std::monostate, Errors> write(std::string_view line) {
        auto read = read_line(written_, line);
        if (!read) return Unexpected{std::move(read).error()};
        if (!*read) return std::monostate{};
        auto made = std::visit([](const auto& one) { return dynamodb::restored(one); }, **read);
        made.line = written_.number();
        const bool is_full = actions_ + made.items.size() > dynamodb::import_actions ||
                             (bytes_ > 0 && bytes_ + made.bytes > dynamodb::import_bytes);
        if (is_full) send();
        actions_ += made.items.size();
        bytes_ += made.bytes;
        waiting_.push_back(std::move(made));
        return std::monostate{};
    }
    void send() {
        if (waiting_.empty()) return;
        talk_ = dynamodb::Talk{std::make_unique<dynamodb::Restoring>(table_, std::exchange(waiting_, {}), seed_++)};
        actions_ = 0;
        bytes_ = 0;
    }

    [[nodiscard]] dynamodb::Talk& talk() noexcept { return talk_; }

private:
    [[nodiscard]] static Expected<std::optional<ledger::LedgerLine>, Errors> read_line(ledger::LineCheck& lines,
                                                                                       std::string_view line) {
        using Line = std::optional<ledger::LedgerLine>;
        const auto is_ours = lines.hear(line);
        if (!is_ours.has_value()) return Unexpected{lines.placed(is_ours.error())};
        if (!*is_ours) return Line{};
        auto read = ledger::read_ledger_line(line);
        if (!read) return Unexpected{lines.placed(std::move(read).error())};
        return Line{*std::move(read)};
    }

    std::string table_;
    std::uint64_t seed_;
    ledger::LineCheck checked_;
    ledger::LineCheck written_;
    std::vector<dynamodb::Restored> waiting_;
    std::size_t actions_ = 0;
    std::size_t bytes_ = 0;
    dynamodb::Talk talk_{TaskResult{CommitResult{Committed{}}}};
};

DynamoDbImport::DynamoDbImport(std::string table, std::uint64_t seed)
    : state_(std::make_unique<State>(std::move(table), seed)) {}
DynamoDbImport::~DynamoDbImport() = default;
DynamoDbImport::DynamoDbImport(DynamoDbImport&&) noexcept = default;
DynamoDbImport& DynamoDbImport::operator=(DynamoDbImport&&) noexcept = default;

Expected<std::monostate, Errors> DynamoDbImport::check(std::string_view line) { return state_->check(line); }
Expected<std::monostate, Errors> DynamoDbImport::end_check() { return state_->end_check(); }
Expected<std::monostate, Errors> DynamoDbImport::write(std::string_view line) { return state_->write(line); }
void DynamoDbImport::end() { state_->send(); }
const std::string* DynamoDbImport::task() const noexcept { return state_->talk().task(); }
void DynamoDbImport::give(std::string_view json) { state_->talk().give(json); }
Expected<std::monostate, Errors> DynamoDbImport::result() const {
    if (const auto* errors = std::get_if<Errors>(&state_->talk().result())) return Unexpected{*errors};
    return std::monostate{};
}

}  // namespace denwaban
