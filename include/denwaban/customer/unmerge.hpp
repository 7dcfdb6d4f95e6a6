#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/customer/customer.hpp>

namespace denwaban {

/// Two records where one was.
struct Parted {
    Customer kept;      ///< without what only the other brought
    Customer restored;  ///< as it was, with its visits as they are now
    friend bool operator==(const Parted&, const Parted&) = default;
};

namespace detail {

struct MergedText {
    std::string_view key;
    std::string Customer::*text;
};
inline constexpr std::array merged_texts{
    MergedText{"name", &Customer::name},
    MergedText{"kana", &Customer::kana},
    MergedText{"email", &Customer::email},
    MergedText{"notes", &Customer::notes},
};

[[nodiscard]] inline bool is_same_visit(const Visit& a, const Visit& b) noexcept {
    return a.booking == b.booking && a.restaurant == b.restaurant;
}
[[nodiscard]] inline bool has_visit(const Customer& customer, const Visit& visit) {
    return std::ranges::any_of(customer.visits, [&](const Visit& one) { return is_same_visit(one, visit); });
}

/// Takes away what `with` has and `without` has not.
template <class T>
void take_away(std::vector<T>& all, const std::vector<T>& with, const std::vector<T>& without) {
    const auto has = [](const std::vector<T>& list, const T& one) {
        return std::ranges::find(list, one) != list.end();
    };
    std::erase_if(all, [&](const T& one) { return has(with, one) && !has(without, one); });
}

}  // namespace detail

/// Whether a merge is the last that a record has seen: what came with a later one can't be told from what came with it.
[[nodiscard]] inline bool is_last_merge(const Customer& now, const Customer& before, const Customer& absorbed) {
    return now.merged == merged(before, absorbed).merged;
}

/// Takes `merged(before, absorbed)` apart again, from what it has become since: texts and lists that the merge did not
/// change, or that were added since, stay with the record that was kept. `is_of_absorbed(visit)` says whose a visit is
/// that neither had. Errors: `stale`, at each text that the merge changed and somebody after it. Precondition:
/// `is_last_merge`. Cost: visits times visits.
template <class IsOfAbsorbed>
[[nodiscard]] Expected<Parted, Errors> parted(Customer now, const Customer& before, const Customer& absorbed,
                                              IsOfAbsorbed&& is_of_absorbed) {
    const auto both = merged(before, absorbed);
    Errors errors;
    for (const auto& [key, text] : detail::merged_texts) {
        if (now.*text == both.*text) {
            now.*text = before.*text;
        } else if (before.*text != both.*text) {
            errors.push_back(
                {ErrorCode::stale, "was changed since both became one", JsonPointer{"/" + std::string{key}}});
        }
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};
    detail::take_away(now.aliases, both.aliases, before.aliases);
    detail::take_away(now.other_emails, both.other_emails, before.other_emails);
    detail::take_away(now.phones, absorbed.phones, before.phones);
    detail::take_away(now.tags, absorbed.tags, before.tags);
    detail::take_away(now.allergies, absorbed.allergies, before.allergies);
    detail::take_away(now.preferences, absorbed.preferences, before.preferences);
    now.merged = before.merged;

    Parted two{std::move(now), absorbed};
    two.restored.visits.clear();
    for (const auto& visit : two.kept.visits) {
        const bool was_theirs = detail::has_visit(absorbed, visit) && !detail::has_visit(before, visit);
        const bool is_new = !detail::has_visit(absorbed, visit) && !detail::has_visit(before, visit);
        if (was_theirs || (is_new && is_of_absorbed(visit))) two.restored.visits.push_back(visit);
    }
    std::erase_if(two.kept.visits, [&](const Visit& visit) { return detail::has_visit(two.restored, visit); });
    return two;
}

}  // namespace denwaban
