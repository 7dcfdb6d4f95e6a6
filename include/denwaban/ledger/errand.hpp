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
// const auto take_a_number = [&](const Readings& read) -> Verdict<std::string> {
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
//     return run(ledger, Errand<std::string>{request, take_a_number}).value();
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
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/random.hpp>
#include <denwaban/ledger/document.hpp>

namespace denwaban {

/// What an errand wants done next.
struct ReadTask {
    std::vector<Key> keys{};
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
/// It was refused, which is answered whenever the same is asked again; nothing else is written but what is to be known
/// of refusals.
struct Refusal {
    Errors why;
    std::vector<Write> writes{};
    std::vector<Key> indifferent{};  ///< as of `Settled`
};
/// Nothing is to be written.
template <class Answer>
struct Told {
    Answer answer;
};
template <class Answer>
Told(Answer) -> Told<Answer>;
/// This is to be written, and answered whenever the same is asked again. What was read is expected to be still so,
/// but for what does not matter; what is expected of other keys is as it says.
template <class Answer>
struct Settled {
    std::vector<Write> writes{};
    Answer answer;
    std::vector<std::string> forget{};  ///< as `Commit::forget`
    std::vector<Key> indifferent{};     ///< read, but nothing would be decided otherwise if it had changed since
};
template <class Answer>
Settled(std::vector<Write>, Answer) -> Settled<Answer>;
template <class Answer>
Settled(std::vector<Write>, Answer, std::vector<std::string>, std::vector<Key>) -> Settled<Answer>;
/// This is so already, and too much to be written together with what is decided: once it is, on condition that what
/// was read of it is still so, everything is read and decided anew.
struct WriteFirst {
    std::vector<Write> writes;
};
/// Or it can't be decided at all, and nobody remembers that it was asked.
template <class Answer>
using Verdict = std::variant<ReadFirst, Told<Answer>, Settled<Answer>, Refusal, Errors, WriteFirst>;

/// Decides upon what was read and nothing else: it is called again whenever there is more, or newer, to know.
template <class Answer>
using Decide = std::function<Verdict<Answer>(const Readings&)>;

/// How an answer is told in other languages, and remembered with its request: as JSON. It stands for the answers of the
/// errands of this library; whoever has others says theirs, without `read` where nobody remembers them.
template <class Answer>
struct AnswerFormat {
    /// Its JSON.
    [[nodiscard]] static std::string written(const Answer& answer);
    /// Errors: as every reader of what is kept.
    [[nodiscard]] static Expected<Answer, Errors> read(std::string_view json);
};
/// An answer that is JSON itself.
template <>
struct AnswerFormat<std::string> {
    [[nodiscard]] static std::string written(const std::string& answer) { return answer; }
    [[nodiscard]] static Expected<std::string, Errors> read(std::string_view json) { return std::string{json}; }
};

/// Who asks, and until when the answer is to be remembered.
struct ErrandRequest {
    /// The same again gets the same answer. Empty for what may be done twice without harm: nobody remembers it.
    std::string key{};
    std::string about{};  ///< what is asked, in a line
    Instant now{};
    std::chrono::seconds keep{24 * 60 * 60};
    Patience patience{};
    std::uint64_t seed = 0;  ///< of the pauses: whoever runs at the same time wants another
    /// What is asked in full, but for when, written in one way: a key that was given for something else is refused. To
    /// be told where what is asked is a function; empty where nobody can tell.
    std::string asked{};
};

/// None is null.
template <class Answer>
struct AnswerFormat<std::optional<Answer>> {
    [[nodiscard]] static std::string written(const std::optional<Answer>& answer) {
        return answer ? AnswerFormat<Answer>::written(*answer) : "null";
    }
};

namespace detail {

/// Whether a request that has a key may get such an answer: what is remembered must be read again.
template <class Answer>
concept Remembered = requires {
    AnswerFormat<Answer>::read(std::string_view{});
};

/// An answer of a type that only those know who gave it and who takes it.
using AnyAnswer = std::shared_ptr<const void>;

template <class Answer>
[[nodiscard]] denwaban::Verdict<AnyAnswer> with_any_answer(denwaban::Verdict<Answer> verdict) {
    using Any = denwaban::Verdict<AnyAnswer>;
    const auto kept = [](Answer& answer) -> AnyAnswer { return std::make_shared<const Answer>(std::move(answer)); };
    if (auto* told = std::get_if<Told<Answer>>(&verdict)) return Told<AnyAnswer>{kept(told->answer)};
    if (auto* settled = std::get_if<Settled<Answer>>(&verdict)) {
        return Settled<AnyAnswer>{std::move(settled->writes), kept(settled->answer), std::move(settled->forget),
                                  std::move(settled->indifferent)};
    }
    if (auto* refusal = std::get_if<Refusal>(&verdict)) return Any{std::move(*refusal)};
    if (auto* first = std::get_if<ReadFirst>(&verdict)) return Any{std::in_place_type<ReadFirst>, std::move(*first)};
    if (auto* first = std::get_if<WriteFirst>(&verdict)) return std::move(*first);
    return Any{std::get<Errors>(std::move(verdict))};
}

template <class Answer>
[[nodiscard]] std::string written_answer(const void* answer) {
    return AnswerFormat<Answer>::written(*static_cast<const Answer*>(answer));
}

/// What all errands do, whatever they answer.
class ErrandWork {
public:
    using Written = std::string (*)(const void* answer);
    /// An answer that was decided now, or the JSON that was remembered of it.
    using Outcome = Expected<std::variant<AnyAnswer, std::string>, Errors>;

    ErrandWork(ErrandRequest request, denwaban::Decide<AnyAnswer> decide, Written written);

    [[nodiscard]] const Task* task() const noexcept { return std::get_if<Task>(&state_); }
    void reseed(std::uint64_t seed) noexcept { backoff_.reseed(seed); }
    void give(TaskResult result);
    void give_up(std::chrono::milliseconds deadline);
    [[nodiscard]] const Outcome& outcome() const { return std::get<Outcome>(state_); }
    /// The outcome's answer as JSON.
    [[nodiscard]] Expected<std::string, Errors> json() const;

private:
    void end(Outcome outcome) { state_ = std::move(outcome); }
    void end(ErrorCode code, std::string message, std::string where = {});
    void consider();

    void follow(ReadFirst needs);
    void follow(WriteFirst first);
    void follow(Told<AnyAnswer> told) { end(Outcome{std::move(told.answer)}); }
    void follow(Errors errors) { end(Unexpected{std::move(errors)}); }
    void follow(Settled<AnyAnswer> settled);
    void follow(Refusal refusal);
    void commit(Settled<AnyAnswer> settled, Outcome outcome);
    void expect_what_was_read(Commit& commit, const std::vector<Key>& indifferent) const;
    void expect_what_is_written(Commit& commit) const;

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
    denwaban::Decide<AnyAnswer> decide_;
    Written written_;
    Readings known_;
    std::optional<Outcome> decided_;  ///< what is answered once it is committed
    Backoff backoff_;
    std::optional<Task> after_;  ///< a pause: what could not be done before it
    std::variant<Task, Outcome> state_ = Task{PauseTask{}};
};

}  // namespace detail

/// What an errand took, whatever came of it.
struct ErrandEffort {
    /// How often it waited and went on: others were faster, or the ledger was busy or throttled.
    int retries = 0;
    std::chrono::milliseconds time{};  ///< in all, pauses and locks included
    std::optional<ErrorCode> failed{};
};

class JsonErrand;

/// One use of a ledger, with no I/O of its own: reads, decides, commits on condition that all it has read is still so,
/// and where it is not, reads and decides again (`denwaban::ledger`). Whoever runs it does the tasks, in whatever way
/// and language they can: `run` on a `Ledger`, an AWS SDK on DynamoDB.
template <class Answer>
class Errand {
public:
    /// What may be asked twice without harm: nobody remembers it.
    Errand(Decide<Answer> decide) : Errand(std::in_place, any(std::move(decide))) {}
    Errand(ErrandRequest request, Decide<Answer> decide) requires detail::Remembered<Answer>
        : work_(std::move(request), any(std::move(decide)), detail::written_answer<Answer>) {}
    /// A decision whose answer's type is known only here.
    Errand(std::in_place_t, Decide<detail::AnyAnswer> decide)
        : work_({}, std::move(decide), detail::written_answer<Answer>) {}

    /// What is to be done now; none once there is an answer.
    [[nodiscard]] const Task* task() const noexcept { return work_.task(); }

    /// Draws its pauses anew.
    void reseed(std::uint64_t seed) noexcept { work_.reseed(seed); }

    /// Precondition: there is a task, and this is a result of it.
    void give(TaskResult result) { work_.give(std::move(result)); }
    /// Ends it as `timed_out`, because a deadline has passed. Precondition: there is a task.
    void give_up(std::chrono::milliseconds deadline) { work_.give_up(deadline); }

    /// What was answered, now or the first time it was asked. Errors: what the decision could not do without; why it
    /// was refused; `timed_out`; `duplicate_key` where the key was given for something else; `contended` where others
    /// were faster every time; those of the ledger. Precondition: there is no task.
    [[nodiscard]] Expected<Answer, Errors> answer() const {
        const auto& outcome = work_.outcome();
        if (!outcome) return Unexpected{outcome.error()};
        if constexpr (detail::Remembered<Answer>) {
            const auto* remembered = std::get_if<std::string>(&*outcome);
            if (remembered != nullptr) return AnswerFormat<Answer>::read(*remembered);
        }
        return *static_cast<const Answer*>(std::get<detail::AnyAnswer>(*outcome).get());
    }

private:
    friend class JsonErrand;

    [[nodiscard]] static Decide<detail::AnyAnswer> any(Decide<Answer> decide) {
        return [decide = std::move(decide)](const Readings& known) { return detail::with_any_answer(decide(known)); };
    }

    detail::ErrandWork work_;
};

/// An errand whose answer is told as JSON, whatever it is: for other languages.
class JsonErrand {
public:
    template <class Answer>
    JsonErrand(Errand<Answer> errand) : work_(std::move(errand.work_)) {}

    /// As that of `Errand`.
    [[nodiscard]] const Task* task() const noexcept { return work_.task(); }
    /// As that of `Errand`.
    void reseed(std::uint64_t seed) noexcept { work_.reseed(seed); }
    /// As that of `Errand`.
    void give(TaskResult result) { work_.give(std::move(result)); }
    /// As that of `Errand`.
    void give_up(std::chrono::milliseconds deadline) { work_.give_up(deadline); }
    /// As that of `Errand`, as JSON.
    [[nodiscard]] Expected<std::string, Errors> answer() const { return work_.json(); }

private:
    detail::ErrandWork work_;
};

}  // namespace denwaban
