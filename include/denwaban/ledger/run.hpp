#pragma once

#include <string>
#include <thread>
#include <utility>
#include <variant>

#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/ledger.hpp>

namespace denwaban {

namespace detail {

struct DoTask {
    Ledger& ledger;

    [[nodiscard]] TaskResult operator()(const ReadTask& task) const { return result_of(ledger.read(task.keys)); }
    [[nodiscard]] TaskResult operator()(const Query& query) const { return result_of(ledger.query(query)); }
    [[nodiscard]] TaskResult operator()(const Commit& commit) const { return result_of(ledger.commit(commit)); }
    [[nodiscard]] TaskResult operator()(PauseTask pause) const {
        std::this_thread::sleep_for(pause.time);
        return PauseOver{};
    }

    template <class T>
    [[nodiscard]] static TaskResult result_of(Expected<T, Errors> given) {
        if (!given) return std::move(given).error();
        return *std::move(given);
    }
};

}  // namespace detail

/// Does an errand's tasks on a ledger. Blocks, through its pauses too.
[[nodiscard]] inline Expected<std::string, Errors> run(Ledger& ledger, Errand errand) {
    while (const auto* task = errand.task()) errand.give(std::visit(detail::DoTask{ledger}, *task));
    return errand.answer();
}

}  // namespace denwaban
