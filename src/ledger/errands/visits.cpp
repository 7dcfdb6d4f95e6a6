#include "visits.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <denwaban/customer/visit_of.hpp>
#include <denwaban/documents/customers_json.hpp>

#include "book_writes.hpp"
#include "person.hpp"

namespace denwaban::ledger {

namespace {

struct GoneVisit {
    RestaurantId restaurant;
    BookingId booking;
};
/// What a record of a customer has to be told of books.
struct VisitNews {
    std::vector<Visit> visits;
    std::vector<GoneVisit> gone;  ///< that are somebody else's now
};
using NewsByCustomer = std::map<CustomerId, VisitNews>;

/// Adds what a book did not have, or not so.
void add_news(NewsByCustomer& all, const BookChange& change) {
    const auto& [before, after] = change;
    for (const auto& one : after->reservations) {
        const auto* old = before.find(one.id);
        const auto& customer = one.details.customer;
        if (old != nullptr && old->details.customer && old->details.customer != customer)
            all[*old->details.customer].gone.push_back({after->restaurant, one.id});
        if (!customer) continue;
        const auto visit = visit_of(after, one);
        const bool is_known = old != nullptr && old->details.customer == customer && visit_of(before, *old) == visit;
        if (!is_known) all[*customer].visits.push_back(visit);
    }
}

/// Whom a record is now.
[[nodiscard]] Expected<CustomerId, Errors> followed(const CustomerId& id, const Readings& known) {
    const auto* merged = known.find(keys::merged_customer(id));
    if (merged == nullptr) return id;
    return linked<struct CustomerTag>(*merged, "customer");
}

}  // namespace

std::vector<Key> customers_unwritten(const Readings& known, const std::vector<Write>& writes) {
    const auto customers = keys::customer_partition({});
    std::set<Key> unwritten;
    for (const auto& [key, document] : known.documents()) {
        if (key.partition.starts_with(customers)) unwritten.insert(key);
    }
    for (const auto& write : writes) unwritten.erase(key_of(write));
    return {unwritten.begin(), unwritten.end()};
}

Known<DayBook> knowing_guest(const Readings& known, const DayBook& book, const std::optional<CustomerId>& guest) {
    const auto& all = book->reservations;
    const bool has_others = guest && std::any_of(all.begin(), all.end(), [&](const Reservation& one) {
                                return one.details.customer && one.details.customer != guest;
                            });
    if (!has_others) return book;
    auto found =
        find_linked(known, *guest, keys::customer, keys::merged_customer(*guest), "customer", kept_customer_from_json);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    const auto& customer = std::get<std::optional<Customer>>(found);
    if (!customer || customer->merged.empty()) return book;
    auto ids = customer->merged;
    ids.push_back(customer->id);
    return book.knowing_as_one(std::move(ids));
}

BookChange change_of(const OpenBook& open, const DayBook& after) { return {open.was.value_or(open.book), after}; }

Known<VisitWrites> visits_after(const std::vector<BookChange>& changes, const Readings& known) {
    NewsByCustomer news;
    for (const auto& change : changes) add_news(news, change);
    std::vector<Key> wanted;
    for (const auto& [id, all] : news) {
        wanted.push_back(keys::merged_customer(id));
        wanted.push_back(keys::customer(id));
    }
    if (auto more = missing_some(known, wanted)) return *std::move(more);
    NewsByCustomer by_record;
    for (const auto& [id, all] : news) {
        auto record = followed(id, known);
        if (!record) return failed(std::move(record));
        auto& [visits, gone] = by_record[*record];
        visits.insert(visits.end(), all.visits.begin(), all.visits.end());
        gone.insert(gone.end(), all.gone.begin(), all.gone.end());
        if (auto more = missing(known, {keys::customer(*record)})) return *std::move(more);
    }
    VisitWrites result;
    for (const auto& [id, all] : by_record) {
        const auto* document = known.find(keys::customer(id));
        if (document == nullptr) {
            if (!all.visits.empty()) result.unknown.push_back(id);
            continue;
        }
        auto customer = kept(*document, kept_customer_from_json);
        if (!customer) return failed(std::move(customer));
        for (const auto& [restaurant, booking] : all.gone)
            customer = without_visit(*std::move(customer), restaurant, booking);
        for (const auto& visit : all.visits) customer = with_visit_as_it_is(*std::move(customer), visit);
        auto& visits = customer->visits;
        if (visits.size() > most_visits) visits.erase(visits.begin(), visits.end() - most_visits);
        result.writes.push_back(Put{keys::customer(id), {}, to_kept_json(*customer, document->body), {}});
    }
    return result;
}

}  // namespace denwaban::ledger
