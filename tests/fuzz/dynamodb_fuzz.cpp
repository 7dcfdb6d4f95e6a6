/// Whatever DynamoDB answers, an exchange or an errand goes on, ends with a result, or with errors that say where. The
/// first line is what is asked, the others are what comes back.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/dynamodb_errand.hpp>
#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

std::optional<LedgerQuestion> question_in(std::string_view line) {
    if (auto keys = keys_from_json(line)) return ReadTask{*std::move(keys)};
    if (auto query = query_from_json(line)) return *std::move(query);
    if (auto commit = commit_from_json(line)) return *std::move(commit);
    return std::nullopt;
}

/// What only answers could be wrong about is at a place in them.
void check_result(const TaskResult& result, std::string_view last) {
    const auto* errors = std::get_if<Errors>(&result);
    if (errors == nullptr) return;
    require(!errors->empty());
    if (errors->front().code == ErrorCode::corrupt) check_errors(*errors, last);
}

/// The last line that was heard.
template <class Work>
std::string_view play(Work& work, std::string_view lines) {
    std::string_view last;
    while (work.task() != nullptr && !lines.empty()) {
        last = take_line(lines);
        work.give(last);
    }
    return last;
}

void run(JsonErrand errand, std::string_view lines) {
    DynamoDbErrand work{"t", std::move(errand), 1};
    play(work, lines);
    if (work.task() == nullptr && !work.answer()) require(!work.answer().error().empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto first = take_line(text);
    if (auto errand = errand_from_json(first, 1)) run(*std::move(errand), text);
    auto question = question_in(first);
    if (!question) return 0;
    DynamoDbExchange exchange{"t", *std::move(question), 1};
    const auto last = play(exchange, text);
    if (exchange.task() == nullptr) check_result(exchange.result(), last);
    return 0;
}
