#include "asked.hpp"

#include <map>
#include <utility>

namespace denwaban::ledger {

using formats::Json;

std::string canonical(const Json& document) {
    std::string all;
    const auto add = [&](const std::string& one) { all += (all.empty() ? "" : ",") + one; };
    if (document.is_array()) {
        for (const auto& item : document.items()) add(canonical(item));
        return "[" + all + "]";
    }
    if (!document.is_object()) return formats::write_document(document);
    std::map<std::string, std::string> members;
    for (const auto& [key, value] : document.members()) members[formats::write_document(key)] = canonical(value);
    for (const auto& [key, value] : members) add(key + ":" + value);
    return "{" + all + "}";
}

std::string asked_of_book(Json command, Json by) {
    // When a hold lapses follows from the clock, as now does: who asks again a second later asks for the same.
    const bool is_hold = command.contains("held_until") && command.contains("begin") && !command.contains("latest");
    if (is_hold) command.erase("held_until");
    return canonical(Json{{"command", std::move(command)}, {"by", std::move(by)}});
}

}  // namespace denwaban::ledger
