#include <denwaban/ledger/errand.hpp>

#include <algorithm>

#include "ledger/port/ledger_words.hpp"

namespace denwaban {

namespace {

/// What is remembered of a refusal: no answer is an object of this one key.
constexpr auto refused_key = "refused_key";

[[nodiscard]] std::string remembered(const Errors& why) {
    return formats::write_document(formats::Json{{refused_key, ledger::written(why)}});
}

[[nodiscard]] Expectation expectation(const Document* read) {
    if (read == nullptr) return Absent{};
    return read->version;
}

}  // namespace

Errand::Errand(ErrandRequest request, Decide decide) : request_(std::move(request)), decide_(std::move(decide)) {
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
        commit.answer = RequestAnswer{request_.key, request_.about, answer_, request_.now + request_.keep};
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
    if (replayed.answer.about == request_.about) return end_with(replayed.answer.answer);
    end(ErrorCode::duplicate_key, "was given for something else: " + replayed.answer.about, "/key");
}

void Errand::settle(Conflict) {
    known_ = {};
    after_.reset();
    pause(ErrorCode::contended, "others were faster every time");
}

/// Whoever does not know what became of a commit sends it again: it carries its answer, and so happens once. One
/// without meets what it wrote itself, and decides again.
void Errand::take(Errors errors) {
    if (errors.front().code != ErrorCode::unavailable) return end(Unexpected{std::move(errors)});
    after_ = *task();
    pause(ErrorCode::unavailable, errors.front().message);
}

void Errand::pause(ErrorCode code, std::string message) {
    if (++attempts_ >= request_.patience.attempts) return end(code, std::move(message));
    const auto doublings = std::min<std::size_t>(attempts_ - 1, 30);
    const auto longest =
        std::min(request_.patience.shortest * (std::int64_t{1} << doublings), request_.patience.longest);
    const auto drawn = random() % (static_cast<std::uint64_t>(longest.count()) + 1);
    state_ = Task{PauseTask{std::chrono::milliseconds{static_cast<std::int64_t>(drawn)}}};
}

void Errand::take(PauseOver) {
    if (!after_) return consider();
    state_ = *std::exchange(after_, std::nullopt);
}

/// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t Errand::random() noexcept {
    std::uint64_t z = (request_.seed += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

}  // namespace denwaban
