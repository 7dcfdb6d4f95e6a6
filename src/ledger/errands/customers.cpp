#include <denwaban/ledger/customer_errands.hpp>

#include <algorithm>
#include <array>
#include <set>

#include <denwaban/customer/customers.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/ledger/limits.hpp>

#include "answers.hpp"
#include "kept.hpp"
#include "made_from.hpp"
#include "merge_record.hpp"
#include "ways.hpp"

namespace denwaban {

std::set<Key> ledger::ways_to(const Customer& customer) {
    std::set<Key> ways;
    for (const auto& phone : customer.phones) ways.insert(keys::customer_by_phone(phone, customer.id));
    for (const auto& word : search_keys(customer)) ways.insert(keys::customer_by_name(word, customer.id));
    for (const auto& old : customer.merged) ways.insert(keys::merged_customer(old));
    return ways;
}

std::vector<Key> ledger::homes_of(const std::vector<CustomerId>& ids) {
    std::vector<Key> homes;
    for (const auto& id : ids) homes.push_back(keys::customer(id));
    return homes;
}
Expected<std::vector<Customer>, Errors> ledger::customers_there(const Readings& known, const std::vector<Key>& homes) {
    std::vector<Customer> all;
    for (const auto& home : homes) {
        const auto* document = known.find(home);
        if (document == nullptr) continue;
        auto customer = kept(*document, kept_customer_from_json);
        if (!customer) return Unexpected{std::move(customer).error()};
        all.push_back(*std::move(customer));
    }
    return all;
}

namespace {

using ledger::failed;
using ledger::Known;
using ledger::missing;
using ledger::one_error;
using ledger::too_many_ways;
using ledger::ways_to;

constexpr std::size_t most_at_once = 100;
/// Of links, which are short.
constexpr std::size_t fewest_of_a_page = 20;

/// A record and how it is found, in place of the one before.
[[nodiscard]] std::vector<Write> writes_of(const Customer& customer, const Customer* before, const Readings& known) {
    const auto home = keys::customer(customer.id);
    const auto* kept = known.has(home) ? known.find(home) : nullptr;
    std::vector<Write> writes{Put{home, {}, to_kept_json(customer, kept != nullptr ? kept->body : "{}"), {}}};
    const auto link = ledger::link_to("customer", customer.id);
    writes.push_back(Put{keys::listed_customer(customer.id), {}, link, {}});
    const auto ways = ways_to(customer);
    const auto old_ways = before != nullptr ? ways_to(*before) : std::set<Key>{};
    for (const auto& way : ways) {
        if (!old_ways.contains(way)) writes.push_back(Put{way, {}, link, {}});
    }
    for (const auto& way : old_ways) {
        if (!ways.contains(way)) writes.push_back(Erase{way, {}});
    }
    return writes;
}

}  // namespace

std::vector<Write> ledger::first_writes(const Customer& customer, const Readings& known) {
    return denwaban::writes_of(customer, nullptr, known);
}
std::vector<Write> ledger::writes_in_place_of(const Customer& customer, const Customer& before, const Readings& known) {
    return denwaban::writes_of(customer, &before, known);
}

Errors ledger::too_many_ways(const Customer& customer, const std::vector<Write>& writes, const Readings& known) {
    std::set<Key> touched;
    for (const auto& write : writes) {
        touched.insert(std::visit([](const auto& one) { return one.key; }, write));
    }
    for (const auto& [key, document] : known.documents()) touched.insert(key);
    if (touched.size() <= ledger_limits.writes) return {};
    auto without_aliases = customer;
    without_aliases.aliases.clear();
    const auto by_name = search_keys(without_aliases).size();
    const auto by_alias = search_keys(customer).size() - by_name;
    const std::array<std::pair<std::size_t, std::string_view>, 4> parts{{{customer.phones.size(), "/phones"},
                                                                         {by_name, "/name"},
                                                                         {by_alias, "/aliases"},
                                                                         {customer.merged.size(), "/merged"}}};
    const auto& [ways, place] = *std::max_element(parts.begin(), parts.end());
    const auto over = touched.size() - ledger_limits.writes;
    auto message = std::to_string(ways) + " ways to be found are too many to keep at once: at most " +
                   std::to_string(ways > over ? ways - over : 0);
    return {{ErrorCode::too_large, std::move(message), JsonPointer{std::string{place}}}};
}

namespace {

/// A customer by the id of theirs, or of a record that was merged into theirs; nothing where there is none.
[[nodiscard]] Known<std::optional<Customer>> find(const Readings& known, const CustomerId& id) {
    return ledger::find_linked(known, id, keys::customer, keys::merged_customer(id), "customer",
                               kept_customer_from_json);
}

/// Why an id may not be among those that were merged into a customer.
[[nodiscard]] Known<Errors> taken_ids(const Customer& customer, const Readings& known) {
    Errors errors;
    for (std::size_t place = 0; place < customer.merged.size(); ++place) {
        auto owner = find(known, customer.merged[place]);
        if (auto* why = std::get_if<ledger::Unanswered>(&owner)) return std::move(*why);
        const auto& found = std::get<std::optional<Customer>>(owner);
        const bool is_taken = customer.merged[place] == customer.id || (found && found->id != customer.id);
        if (!is_taken) continue;
        errors.push_back(
            {ErrorCode::duplicate_id, "is another customer's", JsonPointer{"/merged/" + std::to_string(place)}});
    }
    return errors;
}

[[nodiscard]] Verdict<Customer> put(Customer customer, std::optional<Customer> made_from, const Readings& known) {
    std::vector<Key> wanted{keys::customer(customer.id), keys::merged_customer(customer.id)};
    for (const auto& old : customer.merged) {
        wanted.push_back(keys::customer(old));
        wanted.push_back(keys::merged_customer(old));
    }
    if (auto more = missing(known, wanted)) return *std::move(more);
    auto found = find(known, customer.id);
    if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
    const auto& before = std::get<std::optional<Customer>>(found);
    if (before && before->id != customer.id) {
        return ledger::refused(ErrorCode::duplicate_id, "was merged into " + before->id.text, "/id");
    }
    if (made_from) {
        // What books and merges write is nobody's to have changed.
        made_from->visits = customer.visits;
        made_from->merged = customer.merged;
        auto changed = ledger::changed_from(made_from, std::move(customer), before ? &*before : nullptr);
        if (!changed) return Refusal{std::move(changed).error()};
        customer = *std::move(changed);
    }
    // Ids that lead here must not come to lead nowhere because somebody's form does not show them.
    if (before) detail::add_missing(customer.merged, before->merged);
    auto taken = taken_ids(customer, known);
    if (auto* why = std::get_if<ledger::Unanswered>(&taken)) return std::move(*why);
    if (auto& errors = std::get<Errors>(taken); !errors.empty()) return Refusal{std::move(errors)};
    if (before) {
        for (const auto& visit : before->visits) customer = with_visit_as_it_is(std::move(customer), visit);
    }
    if (auto errors = too_large_in(customer); !errors.empty()) return Refusal{std::move(errors)};
    auto writes = writes_of(customer, before ? &*before : nullptr, known);
    if (auto errors = too_many_ways(customer, writes, known); !errors.empty()) return Refusal{std::move(errors)};
    return Settled{std::move(writes), std::move(customer)};
}

/// What a merge may be taken back by; erased where it is too large to be kept.
[[nodiscard]] Write record_of(const ledger::MergeRecord& merge) {
    constexpr std::size_t most = 1'000'000;
    auto text = shapes::json_of(merge);
    const auto key = keys::merge_record(merge.absorbed.id);
    if (text.size() > most) return Erase{key, {}};
    return Put{key, {}, std::move(text), {}};
}

[[nodiscard]] Verdict<Customer> merge(const CustomerId& keep, const CustomerId& absorb, const Readings& known,
                                      Instant at, const std::string& who) {
    if (auto more = missing(known, {keys::customer(keep), keys::merged_customer(keep), keys::customer(absorb),
                                    keys::merged_customer(absorb)})) {
        return *std::move(more);
    }
    auto first = find(known, keep);
    if (auto* why = std::get_if<ledger::Unanswered>(&first)) return std::move(*why);
    auto second = find(known, absorb);
    if (auto* why = std::get_if<ledger::Unanswered>(&second)) return std::move(*why);
    const auto& kept_one = std::get<std::optional<Customer>>(first);
    const auto& absorbed = std::get<std::optional<Customer>>(second);
    if (!kept_one) return ledger::refused(ErrorCode::unknown_reference, "there is no customer " + keep.text, "/keep");
    if (!absorbed)
        return ledger::refused(ErrorCode::unknown_reference, "there is no customer " + absorb.text, "/absorb");
    if (kept_one->id == absorbed->id) return Settled{{}, *kept_one};

    const auto both = merged(*kept_one, *absorbed);
    if (auto errors = too_large_in(both); !errors.empty()) return Refusal{std::move(errors)};
    auto writes = writes_of(both, &*kept_one, known);
    writes.push_back(record_of({*kept_one, *absorbed, at, who}));
    writes.push_back(Erase{keys::customer(absorbed->id), {}});
    writes.push_back(Erase{keys::listed_customer(absorbed->id), {}});
    const auto ways = ways_to(both);
    for (const auto& way : ways_to(*absorbed)) {
        if (!ways.contains(way)) writes.push_back(Erase{way, {}});
    }
    if (auto errors = too_many_ways(both, writes, known); !errors.empty()) return Refusal{std::move(errors)};
    return Settled{std::move(writes), both};
}

using CustomerList = std::vector<Customer>;

/// The customers of some ids.
[[nodiscard]] Verdict<CustomerList> told_customers(const std::vector<CustomerId>& ids, const Readings& known) {
    const auto homes = ledger::homes_of(ids);
    if (auto more = missing(known, homes)) return *std::move(more);
    auto all = ledger::customers_there(known, homes);
    if (!all) return failed(std::move(all));
    return Told{*std::move(all)};
}

/// Adds whom documents lead to, each once, and no more than `most`.
[[nodiscard]] Expected<std::monostate, Errors> add_linked(std::vector<CustomerId>& ids, const Page& page,
                                                          std::size_t most) {
    for (const auto& document : page.documents) {
        auto id = ledger::linked<struct CustomerTag>(document, "customer");
        if (!id) return Unexpected{std::move(id).error()};
        if (ids.size() < most && std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*std::move(id));
    }
    return std::monostate{};
}

/// Somebody with two names has two documents: pages are read on until there are as many customers.
[[nodiscard]] Errand<CustomerList> find_by(Query query, std::size_t most) {
    query.limit = std::max(most, fewest_of_a_page);
    return {[query = std::move(query), most](const Readings& known) -> Verdict<CustomerList> {
        std::vector<CustomerId> ids;
        auto next = query;
        while (ids.size() < most) {
            const auto* page = known.find(next);
            if (page == nullptr) return ReadFirst{next};
            auto added = add_linked(ids, *page, most);
            if (!added) return failed(std::move(added));
            if (!page->next) break;
            next.after = page->next;
        }
        return told_customers(ids, known);
    }};
}

}  // namespace

Errand<Customer> put_customer(Customer customer, ErrandRequest request, std::optional<Customer> made_from) {
    request.about = "put_customer " + customer.id.text;
    request.asked = ledger::asked_to_put(customer, made_from);
    return {std::move(request), [customer = std::move(customer), made_from = std::move(made_from)](
                                    const Readings& known) { return put(customer, made_from, known); }};
}

Errand<Customer> merge_customers(CustomerId keep, CustomerId absorb, ErrandRequest request, std::string who) {
    request.about = "merge_customers " + keep.text + " " + absorb.text;
    const auto at = request.now;
    return {std::move(request), [keep = std::move(keep), absorb = std::move(absorb), at, who = std::move(who)](
                                    const Readings& known) { return merge(keep, absorb, known, at, who); }};
}

Errand<std::optional<Customer>> find_customer(CustomerId id) {
    return {[id = std::move(id)](const Readings& known) -> Verdict<std::optional<Customer>> {
        auto found = find(known, id);
        if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
        return Told{std::get<std::optional<Customer>>(std::move(found))};
    }};
}

Errand<CustomerList> find_customers_by_phone(PhoneNumber phone) {
    Query query;
    query.partition = keys::phone_partition(phone);
    return find_by(std::move(query), most_at_once);
}

Errand<CustomerList> find_customers_by_name(std::string beginning, std::size_t most) {
    const auto whole = search_key(beginning);
    const std::string word{first_characters(whole, longest_search_key)};
    if (word.empty()) {
        return {[](const Readings&) { return Verdict<CustomerList>{Told{CustomerList{}}}; }};
    }
    Query query;
    query.partition = keys::name_partition(word);
    query.range = SortPrefix{word};
    return find_by(std::move(query), std::clamp<std::size_t>(most, 1, most_at_once));
}

}  // namespace denwaban
