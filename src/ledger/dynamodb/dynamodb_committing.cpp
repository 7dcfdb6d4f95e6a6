#include <utility>

#include "dynamodb_actions.hpp"
#include "dynamodb_questions.hpp"

namespace denwaban::dynamodb {

namespace {

constexpr std::size_t most_actions = 100;
/// How often a body may turn out to lie otherwise than it was thought to.
constexpr std::size_t most_rounds = 8;

[[nodiscard]] const Key& key_of(const Write& write) {
    return std::visit([](const auto& one) -> const Key& { return one.key; }, write);
}
[[nodiscard]] const Expectation& expected_by(const Write& write) {
    return std::visit([](const auto& one) -> const Expectation& { return one.expected; }, write);
}

[[nodiscard]] bool holds(const Expectation& expected, const std::optional<Item>& there) {
    if (std::holds_alternative<Anything>(expected)) return true;
    const auto* version = std::get_if<Version>(&expected);
    return version != nullptr ? there && there->document.version == *version : !there;
}

[[nodiscard]] Errors unavailable(std::string message) { return {{ErrorCode::unavailable, std::move(message), {}}}; }

/// What a cancelled transaction was cancelled for.
struct Refusals {
    std::optional<RequestAnswer> answered;
    std::optional<Error> failed;
    std::vector<Key> broken;
    bool has_news = false;  ///< of how bodies lie
};

class Committing final : public Conversation {
public:
    Committing(std::string table, Commit commit)
        : table_(std::move(table)), commit_(std::move(commit)), lying_(commit_.writes.size()) {
        for (const auto& write : commit_.writes) {
            const auto* put = std::get_if<Put>(&write);
            pieces_.push_back(put != nullptr ? cut(put->body) : Pieces{});
        }
    }

    [[nodiscard]] Step next() override {
        if (result_) return *std::move(result_);
        if (rounds_++ == most_rounds) return TaskResult{unavailable("others write a long body every time")};
        auto actions = this->actions();
        if (actions.empty()) return TaskResult{CommitResult{Committed{}}};
        if (actions.size() > most_actions) return too_many(actions.size());
        purposes_.clear();
        auto list = Json::array();
        for (auto& action : actions) {
            purposes_.push_back(action.purpose);
            list.push_back(std::move(action.json));
        }
        return Request{"TransactWriteItems", {{"TransactItems", std::move(list)}}};
    }

    void hear(const Node& output) override {
        if (output.is_object()) result_ = CommitResult{Committed{}};
    }

    [[nodiscard]] std::optional<Error> hear_failure(const Failure& failure) override {
        if (failure.name != "TransactionCanceledException" || !failure.reasons) return error_of(failure);
        const auto& reasons = *failure.reasons;
        if (!reasons.is_array()) return std::nullopt;
        if (reasons.value().size() != purposes_.size()) {
            reasons.fail(ErrorCode::out_of_range, "must be as many as there were actions");
            return std::nullopt;
        }
        Refusals refusals;
        for (std::size_t place = 0; place < purposes_.size(); ++place) hear_reason(place, reasons, refusals);
        return conclude(std::move(refusals), failure);
    }

private:
    [[nodiscard]] std::vector<Action> actions() const {
        Actions actions{table_};
        for (std::size_t place = 0; place < commit_.writes.size(); ++place) {
            const auto& write = commit_.writes[place];
            if (const auto* put = std::get_if<Put>(&write)) actions.add(place, *put, pieces_[place], lying_[place]);
            if (const auto* erase = std::get_if<Erase>(&write)) actions.add(place, *erase, lying_[place]);
            if (const auto* check = std::get_if<Check>(&write)) actions.add(place, *check);
        }
        if (commit_.answer) actions.add(*commit_.answer, commit_.now);
        return std::move(actions).take();
    }

    [[nodiscard]] static Step too_many(std::size_t count) {
        auto message = "takes " + std::to_string(count) + " actions of DynamoDB with the parts of its long bodies, " +
                       std::to_string(most_actions) + " are possible";
        return TaskResult{Errors{{ErrorCode::too_large, std::move(message), JsonPointer{"/writes"}}}};
    }

    void hear_reason(std::size_t place, const Node& reasons, Refusals& refusals) {
        const auto reason = reasons.item(place);
        const auto named = reason.if_any("Code");
        const auto code = named ? named->string() : "None";
        if (code == "None") return;
        const auto* write = std::get_if<ForWrite>(&purposes_[place]);
        if (code == "ConditionalCheckFailed" && write != nullptr) return hear_condition(write->place, reason, refusals);
        if (code == "ConditionalCheckFailed" && std::holds_alternative<ForAnswer>(purposes_[place])) {
            const auto item = reason.required("Item");
            if (item) refusals.answered = read_answer_item(*item, commit_.answer->request);
            return;
        }
        const auto message = reason.if_any("Message");
        refusals.failed = error_of_reason(code, message ? message->string() : "");
    }

    void hear_condition(std::size_t place, const Node& reason, Refusals& refusals) {
        const auto& write = commit_.writes[place];
        const auto item = reason.if_any("Item");
        const auto there = item ? std::optional{read_document_item(*item)} : std::nullopt;
        // Of a check the item does not come; of a write it does, if there is one.
        if (std::holds_alternative<Check>(write) || !holds(expected_by(write), there)) {
            return refusals.broken.push_back(key_of(write));
        }
        lying_[place] = there ? there->split : std::nullopt;
        refusals.has_news = true;
    }

    [[nodiscard]] std::optional<Error> conclude(Refusals refusals, const Failure& failure) {
        if (refusals.answered) {
            result_ = CommitResult{Replayed{*std::move(refusals.answered)}};
            return std::nullopt;
        }
        if (refusals.failed) return refusals.failed;
        if (!refusals.broken.empty()) {
            result_ = CommitResult{Conflict{std::move(refusals.broken)}};
            return std::nullopt;
        }
        return refusals.has_news ? std::nullopt : std::optional{error_of(failure)};
    }

    std::string table_;
    Commit commit_;
    std::vector<Pieces> pieces_;               ///< of the writes, which have no body as often as not
    std::vector<std::optional<Split>> lying_;  ///< of the writes: how the body lies that is there, if we were told
    std::vector<Purpose> purposes_;            ///< of the actions that were sent
    std::size_t rounds_ = 0;
    std::optional<TaskResult> result_;
};

}  // namespace

std::unique_ptr<Conversation> committing(std::string table, Commit commit) {
    return std::make_unique<Committing>(std::move(table), std::move(commit));
}

}  // namespace denwaban::dynamodb
