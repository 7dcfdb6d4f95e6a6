#include <denwaban/ledger/errand.hpp>

#include <denwaban/core/detail/sha256.hpp>
#include <denwaban/ledger/limits.hpp>

#include "ledger/port/ledger_words.hpp"

namespace denwaban {

namespace {

/// What is remembered of a request: its answer, or why it was refused. In a store a refusal is an object of one key,
/// which no answer is.
constexpr auto refused_key = "refused_key";
/// An answer that no ledger takes, being too long.
struct Omitted {};
using Remembered = std::variant<std::string, Refusal, Omitted>;

/// An object of one key, too.
constexpr std::string_view omitted_answer = "{\"omitted_answer\":null}";

[[nodiscard]] std::string to_json(const Refusal& refusal) {
    return formats::write_document(formats::Json{{refused_key, ledger::written(refusal.why)}});
}

/// Errors: `newer_version` where the refusal's code is not known here; `corrupt` for what no errand has written, as an
/// import may hold.
[[nodiscard]] Expected<Remembered, Errors> remembered_from_json(std::string text) {
    if (text == omitted_answer) return Remembered{Omitted{}};
    constexpr std::string_view refused = "{\"refused_key\":";
    const bool is_refusal = text.starts_with(refused);
    const auto read = [is_refusal](const formats::Node& node) {
        if (!is_refusal) return Errors{};
        return formats::Fields{node, {refused_key}}.require(refused_key, ledger::read_errors);
    };
    auto why = formats::read_document(text, read, Reading::kept);
    if (!why && why.error().front().code == ErrorCode::newer_version) return Unexpected{std::move(why).error()};
    if (!why) return Unexpected{Errors{{ErrorCode::corrupt, "what is remembered of the request is no answer", {}}}};
    if (is_refusal) return Remembered{Refusal{*std::move(why)}};
    return Remembered{std::move(text)};
}

/// What was asked, in a line that is another for everything else.
[[nodiscard]] std::string remembered_about(const ErrandRequest& request) {
    if (request.key.empty() || request.asked.empty()) return request.about;
    return request.about + " " + detail::sha256(request.asked);
}

[[nodiscard]] Expectation expectation(const Document* read) {
    if (read == nullptr) return Absent{};
    return read->version;
}

}  // namespace

namespace detail {

ErrandWork::ErrandWork(ErrandRequest request, denwaban::Decide<AnyAnswer> decide, Written written)
    : request_(std::move(request)),
      about_(remembered_about(request_)),
      decide_(std::move(decide)),
      written_(written),
      backoff_(request_.patience, request_.seed) {
    request_.asked = {};
    consider();
}

void ErrandWork::give(TaskResult result) {
    std::visit([this](auto&& one) { take(std::move(one)); }, std::move(result));
}

void ErrandWork::give_up(std::chrono::milliseconds deadline) {
    end(ErrorCode::timed_out, "was not done within " + std::to_string(deadline.count()) + " ms");
}

Expected<std::string, Errors> ErrandWork::json() const {
    const auto& all = outcome();
    if (!all) return Unexpected{all.error()};
    if (const auto* remembered = std::get_if<std::string>(&*all)) return *remembered;
    return written_(std::get<AnyAnswer>(*all).get());
}

void ErrandWork::end(ErrorCode code, std::string message, std::string where) {
    end(Unexpected{Errors{{code, std::move(message), JsonPointer{std::move(where)}}}});
}

void ErrandWork::consider() {
    std::visit([this](auto&& verdict) { follow(std::move(verdict)); }, decide_(known_));
}

void ErrandWork::follow(ReadFirst needs) {
    if (auto* query = std::get_if<Query>(&needs)) {
        state_ = Task{std::move(*query)};
    } else {
        state_ = Task{ReadTask{std::get<std::vector<Key>>(std::move(needs))}};
    }
}

void ErrandWork::follow(WriteFirst first) {
    Commit commit{std::move(first.writes), std::nullopt, request_.now, {}};
    expect_what_is_written(commit);
    decided_.reset();
    state_ = Task{std::move(commit)};
}

void ErrandWork::follow(Settled<AnyAnswer> settled) {
    auto outcome = Outcome{std::move(settled.answer)};
    commit(std::move(settled), std::move(outcome));
}

void ErrandWork::follow(Refusal refusal) {
    commit({std::move(refusal.writes), {}, {}, std::move(refusal.indifferent)},
           Outcome{Unexpected{std::move(refusal.why)}});
}

void ErrandWork::commit(Settled<AnyAnswer> settled, Outcome outcome) {
    if (settled.writes.empty() && request_.key.empty()) return end(std::move(outcome));
    Commit commit{std::move(settled.writes), std::nullopt, request_.now, std::move(settled.forget)};
    if (!request_.key.empty()) {
        const Instant until = request_.now + request_.keep;
        auto text = outcome ? written_(std::get<AnyAnswer>(*outcome).get()) : to_json(Refusal{outcome.error()});
        if (text.size() + about_.size() > ledger_limits.answer) text = omitted_answer;
        commit.answer = RequestAnswer{request_.key, about_, std::move(text), std::min(until, latest_instant)};
    }
    if (!commit.writes.empty()) expect_what_was_read(commit, settled.indifferent);
    decided_ = std::move(outcome);
    state_ = Task{std::move(commit)};
}

void ErrandWork::expect_what_is_written(Commit& commit) const {
    for (auto& write : commit.writes) {
        std::visit(
            [&](auto& one) {
                if (known_.has(one.key)) one.expected = expectation(known_.find(one.key));
            },
            write);
    }
}

void ErrandWork::expect_what_was_read(Commit& commit, const std::vector<Key>& indifferent) const {
    expect_what_is_written(commit);
    auto unwritten = known_.documents();
    for (const auto& key : indifferent) unwritten.erase(key);
    for (const auto& write : commit.writes) unwritten.erase(std::visit([](const auto& one) { return one.key; }, write));
    for (const auto& [key, document] : unwritten) {
        commit.writes.push_back(Check{key, expectation(document ? &*document : nullptr)});
    }
}

void ErrandWork::take(Documents documents) {
    const auto keys = std::get<ReadTask>(*task()).keys;
    for (std::size_t place = 0; place < keys.size(); ++place) known_.add(keys[place], std::move(documents[place]));
    consider();
}

void ErrandWork::take(Page page) {
    known_.add(std::get<Query>(*task()), std::move(page));
    consider();
}

void ErrandWork::take(CommitResult result) {
    std::visit([this](auto&& one) { settle(std::move(one)); }, std::move(result));
}

void ErrandWork::settle(Committed) {
    if (decided_) return end(*std::exchange(decided_, std::nullopt));
    known_ = {};
    consider();
}

void ErrandWork::settle(Replayed replayed) {
    if (!was_asked(replayed.answer.about)) {
        return end(ErrorCode::duplicate_key, "was given for something else", "/key");
    }
    auto remembered = remembered_from_json(std::move(replayed.answer.answer));
    if (!remembered) return end(Unexpected{std::move(remembered).error()});
    if (auto* refusal = std::get_if<Refusal>(&*remembered)) return end(Unexpected{std::move(refusal->why)});
    if (std::holds_alternative<Omitted>(*remembered)) {
        // It was done; what would be answered now is what there is to tell.
        if (decided_ && *decided_) return end(*std::exchange(decided_, std::nullopt));
        return end(ErrorCode::too_large, "was done before, and its answer was too long to be remembered", "/key");
    }
    end(Outcome{std::get<std::string>(*std::move(remembered))});
}

/// Denwaban up to 2026-11 remembered no more than the line.
bool ErrandWork::was_asked(const std::string& about) const { return about == about_ || about == request_.about; }

void ErrandWork::settle(Conflict) {
    known_ = {};
    after_.reset();
    pause(ErrorCode::contended, "others were faster every time");
}

/// Whoever does not know what became of a commit sends it again: it carries its answer, and so happens once. One
/// without meets what it wrote itself, and decides again.
void ErrandWork::take(Errors errors) {
    const bool may_go_on = !errors.empty() && errors.front().code == ErrorCode::unavailable;
    if (!may_go_on) return end(Unexpected{std::move(errors)});
    after_ = *task();
    pause(ErrorCode::unavailable, std::move(errors.front().message));
}

void ErrandWork::pause(ErrorCode code, std::string message) {
    const auto time = backoff_.pause();
    if (!time) return end(code, std::move(message));
    state_ = Task{PauseTask{*time}};
}

void ErrandWork::take(PauseOver) {
    if (!after_) return consider();
    state_ = *std::exchange(after_, std::nullopt);
}

}  // namespace detail

}  // namespace denwaban
