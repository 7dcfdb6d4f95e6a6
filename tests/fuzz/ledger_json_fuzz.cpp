/// What a ledger is asked and what it answers, as JSON: read or refused, and done by a ledger without harm.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

void check_asked(std::string_view text) {
    auto ledger = *SqliteLedger::open(":memory:");
    if (const auto commit = commit_from_json(text)) {
        const auto first = ledger.commit(*commit);
        const auto again = ledger.commit(*commit);
        const bool was_kept = first && std::holds_alternative<Committed>(*first);
        if (was_kept && commit->answer && commit->answer->keep_until >= commit->now) {
            require(again && std::holds_alternative<Replayed>(*again));
        }
    } else {
        check_errors(commit.error(), text);
    }
    if (const auto query = query_from_json(text)) static_cast<void>(ledger.query(*query));
    if (const auto keys = keys_from_json(text)) static_cast<void>(ledger.read(*keys));
}

/// Whatever a ledger in another language hands back.
void check_answered(std::string_view text) {
    const std::vector<Task> tasks{ReadTask{{{"p", "s"}}}, Query{}, Commit{}, PauseTask{}};
    for (const auto& task : tasks) {
        const auto result = task_result_from_json(text, task);
        if (!result) check_errors(result.error(), text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    check_asked(text);
    check_answered(text);
    return 0;
}
