#include <denwaban/ledger/task_json.hpp>

#include <algorithm>

#include "doors.hpp"
#include "ledger/port/ledger_words.hpp"

namespace denwaban {

namespace ledger {

namespace {

[[nodiscard]] std::vector<std::string_view> names_of_doors() {
    std::vector<std::string_view> names;
    for (const auto& door : doors()) names.push_back(door.name);
    return names;
}

/// A document with one key, which says which errand it is.
[[nodiscard]] GivenErrand read_errand(const Node& node) {
    if (node.value().is_object() && node.value().size() != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one key: " + Node::listed(names_of_doors()));
    }
    GivenErrand errand;
    node.each_member([&](std::string_view name, const Node& question) {
        const auto all = doors();
        const auto door = std::find_if(all.begin(), all.end(), [&](const Door& one) { return one.name == name; });
        if (door == all.end()) {
            return question.fail(ErrorCode::unknown_key, "is not known here: " + Node::listed(names_of_doors()));
        }
        errand = door->open(question);
    });
    return errand;
}

}  // namespace

}  // namespace ledger

Expected<JsonErrand, Errors> errand_from_json(std::string_view text, std::uint64_t seed) {
    auto read = formats::read_document(text, ledger::read_errand);
    if (!read) return Unexpected{std::move(read).error()};
    if (!*read) return Unexpected{Errors{{ErrorCode::wrong_type, "must be an object", JsonPointer{}}}};
    (*read)->reseed(seed);
    return **std::move(read);
}

}  // namespace denwaban
