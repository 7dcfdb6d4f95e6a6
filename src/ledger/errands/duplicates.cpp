#include <denwaban/ledger/listing_errands.hpp>

#include <algorithm>
#include <set>

#include <denwaban/customer/customers.hpp>
#include <denwaban/documents/customers_json.hpp>

#include "answers.hpp"
#include "lists.hpp"
#include "messages.hpp"
#include "person.hpp"
#include "ways.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::Known;
using ledger::Unanswered;

/// Who has a number or a name is looked at, unless it is a company's or a very common one.
constexpr std::size_t most_alike = 20;

/// Of a name with more than one word: a surname alone is many people's.
[[nodiscard]] std::string whole_name(std::string_view name) {
    Customer named;
    named.name = name;
    return search_keys(named).size() > 1 ? search_key(name) : std::string{};
}

[[nodiscard]] std::vector<std::string> emails_of(const Customer& customer) {
    auto all = customer.other_emails;
    if (!customer.email.empty()) all.push_back(customer.email);
    return all;
}

[[nodiscard]] std::vector<SameOf> same_of(const Customer& one, const Customer& other) {
    std::vector<SameOf> all;
    const auto has = [](const auto& list, const auto& item) { return std::ranges::find(list, item) != list.end(); };
    if (std::ranges::any_of(one.phones, [&](const PhoneNumber& phone) { return has(other.phones, phone); }))
        all.push_back(SameOf::phone);
    const auto emails = emails_of(one), others = emails_of(other);
    if (std::ranges::any_of(emails, [&](const std::string& email) { return has(others, email); }))
        all.push_back(SameOf::email);
    const auto is_same = [](std::string_view a, std::string_view b) {
        const auto whole = whole_name(a);
        return !whole.empty() && whole == search_key(b);
    };
    if (is_same(one.name, other.name)) all.push_back(SameOf::name);
    if (is_same(one.kana, other.kana) || is_same(one.kana, other.name) || is_same(one.name, other.kana))
        all.push_back(SameOf::kana);
    return all;
}

/// A page of customers, each beside whoever comes after them by id.
class DuplicateListing {
public:
    explicit DuplicateListing(PageQuestion question) {
        query_.partition = std::string{keys::customers};
        query_.limit = std::min(question.limit, most_alike);
        if (!question.after.empty()) query_.after = Cursor{std::move(question.after)};
    }

    [[nodiscard]] Verdict<ListedDuplicates> operator()(const Readings& known) const {
        const auto* page = known.find(query_);
        if (page == nullptr) return ReadFirst{query_};
        std::vector<CustomerId> ids;
        for (const auto& document : page->documents) {
            auto id = ledger::linked<struct CustomerTag>(document, "customer");
            if (!id) return failed(std::move(id));
            ids.push_back(*std::move(id));
        }
        auto found = customers(known, ids);
        if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
        ListedDuplicates listed;
        listed.next = ledger::next_of(*page);
        std::set<std::string> crowded;
        for (const auto& one : std::get<std::vector<Customer>>(found)) {
            auto alike = ids_alike(known, one, crowded);
            if (auto* why = std::get_if<Unanswered>(&alike)) return std::move(*why);
            auto others = customers(known, std::get<std::vector<CustomerId>>(alike));
            if (auto* why = std::get_if<Unanswered>(&others)) return std::move(*why);
            for (auto& other : std::get<std::vector<Customer>>(others)) {
                auto same = same_of(one, other);
                if (!same.empty()) listed.pairs.push_back({one, std::move(other), std::move(same)});
            }
        }
        listed.crowded.assign(crowded.begin(), crowded.end());
        return Told{std::move(listed)};
    }

private:
    /// Those of some ids who are still there.
    [[nodiscard]] static Known<std::vector<Customer>> customers(const Readings& known,
                                                                const std::vector<CustomerId>& ids) {
        const auto homes = ledger::homes_of(ids);
        if (auto more = ledger::missing_some(known, homes)) return *std::move(more);
        auto all = ledger::customers_there(known, homes);
        if (!all) return failed(std::move(all));
        return *std::move(all);
    }

    /// Who shares a number or a name and comes later; what too many share is told instead.
    [[nodiscard]] static Known<std::vector<CustomerId>> ids_alike(const Readings& known, const Customer& one,
                                                                  std::set<std::string>& crowded) {
        std::vector<std::pair<std::string, Query>> ways;
        for (const auto& phone : one.phones) {
            ways.emplace_back(phone.e164(), Query{});
            ways.back().second.partition = keys::phone_partition(phone);
        }
        for (const auto* name : {&one.name, &one.kana}) {
            const auto whole = whole_name(*name);
            if (whole.empty()) continue;
            const std::string word{first_characters(whole, longest_search_key)};
            ways.emplace_back(*name, Query{});
            ways.back().second.partition = keys::name_partition(word);
            ways.back().second.range = SortPrefix{word + "#"};
        }
        std::vector<CustomerId> ids;
        for (auto& [what, query] : ways) {
            query.limit = most_alike;
            const auto* page = known.find(query);
            if (page == nullptr) return Unanswered{ReadFirst{query}};
            if (page->next) {
                crowded.insert(what);
                continue;
            }
            for (const auto& document : page->documents) {
                auto id = ledger::linked<struct CustomerTag>(document, "customer");
                if (!id) return failed(std::move(id));
                if (one.id < *id && std::ranges::find(ids, *id) == ids.end()) ids.push_back(*std::move(id));
            }
        }
        std::ranges::sort(ids);
        return ids;
    }

    Query query_;
};

}  // namespace

Errand<ListedDuplicates> list_duplicates(PageQuestion question) {
    const auto page = [&](std::string after) { return DuplicateListing{{question.limit, std::move(after)}}; };
    return {ledger::page_of_list<ListedDuplicates>("duplicates", std::move(question.after), page)};
}

}  // namespace denwaban
