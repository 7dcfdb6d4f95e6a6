#pragma once

#include <set>
#include <string>
#include <utility>

#include "asked.hpp"
#include "documents/engine/shapes.hpp"
#include "kept.hpp"

namespace denwaban::ledger {

/// What is asked by a form, as `ErrandRequest` has it.
template <class T>
[[nodiscard]] std::string asked_to_put(const T& form, const std::optional<T>& made_from) {
    return shapes::json_of(form) + (made_from ? shapes::json_of(*made_from) : "");
}

/// What becomes of what is kept: of a form that was made from `was`, each member that it changed. Errors: `stale` at
/// each that somebody else has changed meanwhile to something else.
template <class T>
[[nodiscard]] Expected<T, Errors> changed_from(const T& was, const T& form, const T& kept) {
    using formats::Json;
    const auto before = shapes::written_as(was), wanted = shapes::written_as(form);
    auto now = shapes::written_as(kept);
    const auto at = [](const Json& all, const std::string& key) {
        const auto* member = all.find(key);
        return member != nullptr ? canonical(*member) : std::string{};
    };
    std::set<std::string> keys;
    for (const Json* all : {&before, &wanted, &std::as_const(now)}) {
        for (const auto& [key, value] : all->members()) keys.insert(key);
    }
    Errors errors;
    for (const auto& key : keys) {
        const auto old = at(before, key), said = at(wanted, key), known = at(now, key);
        if (said == old || said == known) continue;
        if (known != old) errors.push_back({ErrorCode::stale, "has changed since", JsonPointer{"/" + key}});
        if (const auto* member = wanted.find(key)) {
            now[key] = *member;
        } else {
            now.erase(key);
        }
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return shapes::value_from_json<T>(formats::write_document(now), Reading::kept);
}

/// The same of what is kept, if anything still is.
template <class T>
[[nodiscard]] Expected<T, Errors> changed_from(const std::optional<T>& was, T form, const T* kept) {
    if (!was) return form;
    if (kept == nullptr) return Unexpected{one_error(ErrorCode::stale, "is not kept any more")};
    return changed_from(*was, form, *kept);
}

}  // namespace denwaban::ledger
