#pragma once

#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <variant>

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
        if (!turn_.owns_lock()) std::this_thread::sleep_for(pause.time);
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

/// Does an errand's tasks on a ledger, and gives its answer. Blocks, through its pauses too.
template <class Work>
requires requires(Work work, TaskResult result) { work.give(result); }
[[nodiscard]] auto run(Ledger& ledger, Work errand) {
    detail::DoTask task_of{ledger};
    while (const auto* task = errand.task()) errand.give(std::visit(task_of, *task));
    return errand.answer();
}

}  // namespace denwaban
