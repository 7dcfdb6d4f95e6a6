#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include <denwaban/ledger/detail/deadline.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/ledger.hpp>

namespace denwaban {

namespace detail {

class DoTask {
public:
    explicit DoTask(Ledger& ledger) : ledger_(ledger) {}

    [[nodiscard]] TaskResult operator()(const ReadTask& task) const { return result_of(ledger_.read(task.keys)); }
    [[nodiscard]] TaskResult operator()(const Query& query) const { return result_of(ledger_.query(query)); }
    [[nodiscard]] TaskResult operator()(const Commit& commit) {
        auto result = ledger_.commit(commit);
        const auto* conflict = result ? std::get_if<Conflict>(&*result) : nullptr;
        const bool is_known = conflict != nullptr && !conflict->keys.empty();
        if (is_known && !turn_.owns_lock()) turn_ = ledger_.turn(conflict->keys.front());
        return result_of(std::move(result));
    }
    [[nodiscard]] TaskResult operator()(PauseTask pause) const {
        // Whoever has the turn has waited.
        if (!turn_.owns_lock()) std::this_thread::sleep_for(Deadline::within(pause.time));
        return PauseOver{};
    }

private:
    template <class T>
    [[nodiscard]] static TaskResult result_of(Expected<T, Errors> given) {
        if (!given) return std::move(given).error();
        return *std::move(given);
    }

    Ledger& ledger_;
    std::unique_lock<std::mutex> turn_;
};

}  // namespace detail

/// How an errand is run.
struct RunOptions {
    /// When it ends as `timed_out`: from then on nothing more is begun, and no lock of a file is waited for. Whether
    /// what was begun has happened nobody knows; with a request key it is asked again, and happens once.
    std::chrono::milliseconds deadline{10'000};
    /// Is told of each errand, once it is over, by the thread that runs it; throws nothing. Without one nothing is
    /// measured.
    std::function<void(const ErrandEffort&)> observe{};
};

namespace detail {

/// Measures an errand for whoever observes it.
class EffortMeter {
public:
    explicit EffortMeter(const RunOptions& options) : observe_(options.observe) {
        if (observe_) begun_ = std::chrono::steady_clock::now();
    }
    void begin(const Task& task) noexcept { retries_ += std::holds_alternative<PauseTask>(task) ? 1 : 0; }
    template <class Answer>
    [[nodiscard]] Expected<Answer, Errors> end(Expected<Answer, Errors> answer) const {
        if (!observe_) return answer;
        const auto time = std::chrono::steady_clock::now() - begun_;
        const auto failed = answer ? std::nullopt : std::optional{answer.error().front().code};
        observe_({retries_, std::chrono::duration_cast<std::chrono::milliseconds>(time), failed});
        return answer;
    }

private:
    const std::function<void(const ErrandEffort&)>& observe_;
    std::chrono::steady_clock::time_point begun_{};
    int retries_ = 0;
};

}  // namespace detail

/// Does an errand's tasks on a ledger, and gives its answer. Blocks, through its pauses too.
template <class Work>
requires requires(Work work, TaskResult result) { work.give(result); }
[[nodiscard]] auto run(Ledger& ledger, Work errand, const RunOptions& options = {}) {
    const detail::Deadline deadline{options.deadline};
    detail::EffortMeter meter{options};
    detail::DoTask task_of{ledger};
    while (const auto* task = errand.task()) {
        meter.begin(*task);
        errand.give(std::visit(task_of, *task));
        if (errand.task() != nullptr && deadline.is_over()) errand.give_up(options.deadline);
    }
    return meter.end(errand.answer());
}

}  // namespace denwaban
