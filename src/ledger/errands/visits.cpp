#include "visits.hpp"

#include <map>

#include <denwaban/customer/visit_of.hpp>
#include <denwaban/documents/customers_json.hpp>

namespace denwaban::ledger {

namespace {

/// Visits that a book did not have, or not so, by customer.
[[nodiscard]] std::map<CustomerId, std::vector<Visit>> new_visits(const DayBook& before, const DayBook& after) {
    std::map<CustomerId, std::vector<Visit>> all;
    for (const auto& one : after->reservations) {
        const auto& customer = one.details.customer;
        if (!customer) continue;
        const auto visit = visit_of(after, one);
        const auto* old = before.find(one.id);
        const bool is_known = old != nullptr && old->details.customer == customer && visit_of(before, *old) == visit;
        if (!is_known) all[*customer].push_back(visit);
    }
    return all;
}

/// Whom a record is now.
[[nodiscard]] Expected<CustomerId, Errors> followed(const CustomerId& id, const Readings& known) {
    const auto* merged = known.find(keys::merged_customer(id));
    if (merged == nullptr) return id;
    return linked<struct CustomerTag>(*merged, "customer");
}

}  // namespace

Known<VisitWrites> visits_after(const DayBook& before, const DayBook& after, const Readings& known) {
    const auto visits = new_visits(before, after);
    std::vector<Key> wanted;
    for (const auto& [id, list] : visits) {
        wanted.push_back(keys::merged_customer(id));
        wanted.push_back(keys::customer(id));
    }
    if (auto more = missing(known, wanted)) return *std::move(more);
    std::map<CustomerId, std::vector<Visit>> by_record;
    for (const auto& [id, list] : visits) {
        auto record = followed(id, known);
        if (!record) return failed(std::move(record));
        auto& all = by_record[*record];
        all.insert(all.end(), list.begin(), list.end());
        if (auto more = missing(known, {keys::customer(*record)})) return *std::move(more);
    }
    VisitWrites result;
    for (const auto& [id, list] : by_record) {
        const auto* document = known.find(keys::customer(id));
        if (document == nullptr) {
            result.unknown.push_back(id);
            continue;
        }
        auto customer = kept(*document, kept_customer_from_json);
        if (!customer) return failed(std::move(customer));
        for (const auto& visit : list) customer = with_visit(*std::move(customer), visit);
        result.writes.push_back(Put{keys::customer(id), {}, to_kept_json(*customer, document->body), {}});
    }
    return result;
}

}  // namespace denwaban::ledger
