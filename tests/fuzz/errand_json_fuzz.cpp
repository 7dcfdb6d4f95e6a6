/// Whatever is asked of a ledger in memory is answered JSON, or refused; asked again by the same words it is answered
/// the same, where it has a key.

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

/// One restaurant, whose day books may begin.
[[nodiscard]] SqliteLedger prepared() {
    auto ledger = *SqliteLedger::open(":memory:");
    for (
        const auto* text :
        {R"({"put_restaurant": {"restaurant": {"id": "r1", "name": "とりべえ", "hours": {"rules": [{"when": "every_day",
              "services": [{"opens": "17:00", "closes": "24:00"}]}]}}, "now": "2026-11-25T03:00:00Z"}})",
         R"({"put_book_template": {"restaurant": "r1", "floor_plan": {"tables": [{"id": "A", "most": 4}]}, "now": "2026-11-25T03:00:00Z"}})",
         R"({"open_call": {"call": {"contacts": ["c1"], "direction": "inbound"}, "now": "2026-11-25T03:00:00Z"}})"}) {
        require(run(ledger, *errand_from_json(text, 0)).has_value());
    }
    return ledger;
}

[[nodiscard]] Expected<std::string, Errors> ask(Ledger& ledger, std::string_view text) {
    auto errand = errand_from_json(text, 1);
    if (!errand) return Unexpected{std::move(errand).error()};
    return run(ledger, *std::move(errand));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    auto errand = errand_from_json(text, 1);
    if (!errand) {
        check_errors(errand.error(), text);
        return 0;
    }
    auto ledger = prepared();
    const auto answer = ask(ledger, text);
    if (answer) require(nlohmann::json::accept(*answer));
    const bool is_decision = text.find("\"decide\"") != text.npos;
    if (is_decision && answer) require(ask(ledger, text) == answer);
    return 0;
}
