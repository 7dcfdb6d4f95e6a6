#pragma once

// One use of a ledger as a whole: read, decide, commit.
//
// What is asked of a ledger reads documents, decides by a pure function, and commits on condition that all it has read
// is still so; where somebody was faster it reads and decides again, after a short random pause. An `Errand` does that
// without I/O: it says which task is next, and is given what came of it, by `run` on a `Ledger`, or by an AWS SDK in
// any language. A request that has a key gets the same answer however often it is asked, so that nothing happens twice
// because an answer was lost. Day books, calls, customers and agents are errands (`ledger/*_errands.hpp`); so may be
// anything of yours.
//
// ```cpp
// #include <denwaban/ledger/run.hpp>
// #include <denwaban/ledger/sqlite_ledger.hpp>
//
// const Key counter{"tickets", "counter"};
// const auto take_a_number = [&](const Readings& read) -> Verdict {
//     if (!read.has(counter)) return ReadFirst{std::vector{counter}};
//     const auto* last = read.find(counter);
//     const auto number = std::to_string(last == nullptr ? 1 : std::stoi(last->body) + 1);
//     return Settled{{Put{counter, Anything{}, number, {}}}, number};
// };
// auto ledger = SqliteLedger::open(":memory:").value();
// const auto ask = [&](std::string key) {
//     ErrandRequest request;
//     request.key = key;
//     request.about = "take a number";
//     return run(ledger, Errand{request, take_a_number}).value();
// };
// assert(ask("call 1") == "1" && ask("call 2") == "2");
// assert(ask("call 1") == "1");  // asked again: the same number
// ```

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/random.hpp>
#include <denwaban/ledger/document.hpp>

namespace denwaban {

/// What an errand wants done next.
struct ReadTask {
    std::vector<Key> keys;
    friend bool operator==(const ReadTask&, const ReadTask&) = default;
};
/// Wait so long; others are faster.
struct PauseTask {
    std::chrono::milliseconds time{};
    friend bool operator==(PauseTask, PauseTask) = default;
};
/// What an errand may want.
using Task = std::variant<ReadTask, Query, Commit, PauseTask>;

/// What came of a task.
using Documents = std::vector<std::optional<Document>>;  ///< in the order of the keys
/// The time has passed.
struct PauseOver {};
/// What whoever runs it may give; errors are those of the ledger.
using TaskResult = std::variant<Documents, Page, CommitResult, PauseOver, Errors>;

/// All that an errand has read.
class Readings {
public:
    /// Whether it was read, be it there or not.
    [[nodiscard]] bool has(const Key& key) const { return documents_.contains(key); }
    /// None where there is no such document. Precondition: `has`.
    [[nodiscard]] const Document* find(const Key& key) const {
        const auto& found = documents_.at(key);
        return found ? &*found : nullptr;
    }
    /// All that was read by key.
    [[nodiscard]] const std::map<Key, std::optional<Document>>& documents() const noexcept { return documents_; }
    /// What a query gave; none if it was not asked.
    [[nodiscard]] const Page* find(const Query& query) const {
        const auto found =
            std::find_if(pages_.begin(), pages_.end(), [&](const auto& one) { return one.first == query; });
        return found == pages_.end() ? nullptr : &found->second;
    }

    /// In place of what was read there before.
    void add(const Key& key, std::optional<Document> document) { documents_[key] = std::move(document); }
    void add(Query query, Page page) { pages_.emplace_back(std::move(query), std::move(page)); }

private:
    std::map<Key, std::optional<Document>> documents_;
    std::vector<std::pair<Query, Page>> pages_;
};

/// Not enough was read to decide.
using ReadFirst = std::variant<std::vector<Key>, Query>;
/// Nothing is to be written.
struct Told {
    std::string answer;
};
/// This is to be written, and answered whenever the same is asked again. What was read is expected to be still so;
/// what is expected of other keys is as it says.
struct Settled {
    std::vector<Write> writes;
    std::string answer;  ///< JSON
};
/// Nothing is written but that it was refused, which is answered whenever the same is asked again.
struct Refusal {
    Errors why;
};
/// Or it can't be decided at all, and nobody remembers that it was asked.
using Verdict = std::variant<ReadFirst, Told, Settled, Refusal, Errors>;

/// Decides upon what was read and nothing else: it is called again whenever there is more, or newer, to know.
using Decide = std::function<Verdict(const Readings&)>;

/// Who asks, and until when the answer is to be remembered.
struct ErrandRequest {
    /// The same again gets the same answer. Empty for what may be done twice without harm: nobody remembers it.
    std::string key;
    std::string about;  ///< what is asked, in a line
    Instant now{};
    std::chrono::seconds keep{24 * 60 * 60};
    Patience patience{};
    std::uint64_t seed = 0;  ///< of the pauses: whoever runs at the same time wants another
    /// What is asked in full, but for when, written in one way: a key that was given for something else is refused. To
    /// be told where what is asked is a function; empty where nobody can tell.
    std::string asked{};
};

/// One use of a ledger, with no I/O of its own: reads, decides, commits on condition that all it has read is still so,
/// and where it is not, reads and decides again (`denwaban::ledger`). Whoever runs it does the tasks, in whatever way
/// and language they can: `run` on a `Ledger`, an AWS SDK on DynamoDB.
class Errand {
public:
    Errand(ErrandRequest request, Decide decide);

    /// What is to be done now; none once there is an answer.
    [[nodiscard]] const Task* task() const noexcept { return std::get_if<Task>(&state_); }

    /// Draws its pauses anew.
    void reseed(std::uint64_t seed) noexcept { backoff_.reseed(seed); }

    /// Precondition: there is a task, and this is a result of it.
    void give(TaskResult result);

    /// What was answered, now or the first time it was asked, as JSON. Errors: what the decision could not do without;
    /// why it was refused; `duplicate_key` where the key was given for something else; `contended` where others were
    /// faster every time; those of the ledger. Precondition: there is no task.
    [[nodiscard]] const Expected<std::string, Errors>& answer() const { return std::get<1>(state_); }

private:
    using Outcome = Expected<std::string, Errors>;

    void end(Outcome outcome) { state_ = std::move(outcome); }
    void end(ErrorCode code, std::string message, std::string where = {});
    void end_with(const std::string& remembered);
    void consider();

    void follow(ReadFirst needs);
    void follow(Told told) { end(std::move(told.answer)); }
    void follow(Errors errors) { end(Unexpected{std::move(errors)}); }
    void follow(Settled settled);
    void follow(Refusal refusal);
    void commit(std::vector<Write> writes, std::string answer);
    void expect_what_was_read(Commit& commit) const;

    void take(Documents documents);
    void take(Page page);
    void take(CommitResult result);
    void take(Errors errors);
    void take(PauseOver);
    void settle(Committed);
    void settle(Replayed replayed);
    void settle(Conflict);
    void pause(ErrorCode code, std::string message);
    [[nodiscard]] bool was_asked(const std::string& about) const;

    ErrandRequest request_;
    std::string about_;  ///< as it is remembered
    Decide decide_;
    Readings known_;
    std::string answer_;  ///< of the commit that is to be done
    Backoff backoff_;
    std::optional<Task> after_;  ///< a pause: what could not be done before it
    std::variant<Task, Outcome> state_ = Task{PauseTask{}};
};

}  // namespace denwaban
