#include <denwaban/ledger/errand.hpp>

#include <denwaban/core/detail/sha256.hpp>

#include "ledger/port/ledger_words.hpp"

namespace denwaban {

namespace {

/// What is remembered of a refusal: no answer is an object of this one key.
constexpr auto refused_key = "refused_key";

[[nodiscard]] std::string remembered(const Errors& why) {
    return formats::write_document(formats::Json{{refused_key, ledger::written(why)}});
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

Errand::Errand(ErrandRequest request, Decide decide)
    : request_(std::move(request)),
      about_(remembered_about(request_)),
      decide_(std::move(decide)),
      backoff_(request_.patience, request_.seed) {
    request_.asked = {};
    consider();
}

void Errand::give(TaskResult result) {
    std::visit([this](auto&& one) { take(std::move(one)); }, std::move(result));
}

void Errand::end(ErrorCode code, std::string message, std::string where) {
    end(Unexpected{Errors{{code, std::move(message), JsonPointer{std::move(where)}}}});
}

void Errand::end_with(const std::string& remembered) {
    const auto prefix = std::string{"{\""} + refused_key + "\":";
    if (!remembered.starts_with(prefix)) return end(remembered);
    auto read = formats::read_document(remembered, [](const formats::Node& node) {
        return formats::Fields{node, {refused_key}}.require(refused_key, ledger::read_errors);
    });
    end(Unexpected{read ? *std::move(read) : std::move(read).error()});
}

void Errand::consider() {
    std::visit([this](auto&& verdict) { follow(std::move(verdict)); }, decide_(known_));
}

void Errand::follow(ReadFirst needs) {
    if (auto* query = std::get_if<Query>(&needs)) {
        state_ = Task{std::move(*query)};
    } else {
        state_ = Task{ReadTask{std::get<std::vector<Key>>(std::move(needs))}};
    }
}

void Errand::follow(Settled settled) { commit(std::move(settled.writes), std::move(settled.answer)); }

void Errand::follow(Refusal refusal) { commit({}, remembered(refusal.why)); }

void Errand::commit(std::vector<Write> writes, std::string answer) {
    answer_ = std::move(answer);
    if (writes.empty() && request_.key.empty()) return end_with(answer_);
    Commit commit{std::move(writes), std::nullopt, request_.now};
    if (!request_.key.empty()) {
        const Instant until = request_.now + request_.keep;
        commit.answer = RequestAnswer{request_.key, about_, answer_, std::min(until, latest_instant)};
    }
    if (!commit.writes.empty()) expect_what_was_read(commit);
    state_ = Task{std::move(commit)};
}

void Errand::expect_what_was_read(Commit& commit) const {
    auto unwritten = known_.documents();
    for (auto& write : commit.writes) {
        std::visit(
            [&](auto& one) {
                if (!known_.has(one.key)) return;
                one.expected = expectation(known_.find(one.key));
                unwritten.erase(one.key);
            },
            write);
    }
    for (const auto& [key, document] : unwritten) {
        commit.writes.push_back(Check{key, expectation(document ? &*document : nullptr)});
    }
}

void Errand::take(Documents documents) {
    const auto keys = std::get<ReadTask>(*task()).keys;
    for (std::size_t place = 0; place < keys.size(); ++place) known_.add(keys[place], std::move(documents[place]));
    consider();
}

void Errand::take(Page page) {
    known_.add(std::get<Query>(*task()), std::move(page));
    consider();
}

void Errand::take(CommitResult result) {
    std::visit([this](auto&& one) { settle(std::move(one)); }, std::move(result));
}

void Errand::settle(Committed) { end_with(answer_); }

void Errand::settle(Replayed replayed) {
    if (was_asked(replayed.answer.about)) return end_with(replayed.answer.answer);
    end(ErrorCode::duplicate_key, "was given for something else", "/key");
}

/// Denwaban up to 2026-11 remembered no more than the line.
bool Errand::was_asked(const std::string& about) const { return about == about_ || about == request_.about; }

void Errand::settle(Conflict) {
    known_ = {};
    after_.reset();
    pause(ErrorCode::contended, "others were faster every time");
}

/// Whoever does not know what became of a commit sends it again: it carries its answer, and so happens once. One
/// without meets what it wrote itself, and decides again.
void Errand::take(Errors errors) {
    const bool may_go_on = !errors.empty() && errors.front().code == ErrorCode::unavailable;
    if (!may_go_on) return end(Unexpected{std::move(errors)});
    after_ = *task();
    pause(ErrorCode::unavailable, std::move(errors.front().message));
}

void Errand::pause(ErrorCode code, std::string message) {
    const auto time = backoff_.pause();
    if (!time) return end(code, std::move(message));
    state_ = Task{PauseTask{*time}};
}

void Errand::take(PauseOver) {
    if (!after_) return consider();
    state_ = *std::exchange(after_, std::nullopt);
}

}  // namespace denwaban
