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
    return canonical(Json{{"command", std::move(command)}, {"by", std::move(by)}});
}

}  // namespace denwaban::ledger
