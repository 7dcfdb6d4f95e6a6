#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/sizes.hpp>
#include <denwaban/customer/customer.hpp>
#include <denwaban/customer/kana.hpp>
#include <denwaban/customer/visit_of.hpp>

namespace denwaban {

/// In characters, more than any person's name has: beginnings are looked for.
inline constexpr std::size_t longest_search_key = 100;

/// What one finds a customer's names by: all of each, and each of its words on.
[[nodiscard]] inline std::set<std::string> search_keys(const Customer& customer) {
    std::set<std::string> keys;
    const auto add = [&](const std::string& name) {
        const auto words = search_words(name);
        std::string rest;
        for (auto word = words.rbegin(); word != words.rend(); ++word) {
            rest = *word + rest;
            keys.emplace(first_characters(rest, longest_search_key));
        }
    };
    add(customer.name);
    add(customer.kana);
    for (const auto& alias : customer.aliases) add(alias);
    return keys;
}

/// 顧客台帳: customers, found by telephone number and by the beginning of a name. What is found is valid until the next
/// change.
class Customers {
public:
    /// Writes a customer down in place of what was there. Errors: `invalid_value` for an empty id; `duplicate_id` where
    /// an id is another customer's, or was merged into one.
    [[nodiscard]] Expected<std::monostate> put(Customer customer) {
        if (customer.id.text.empty()) return refuse(ErrorCode::invalid_value, "must not be empty", "/id");
        for (std::size_t place = 0; place < customer.merged.size(); ++place) {
            if (is_taken(customer.merged[place], customer.id)) {
                return refuse(ErrorCode::duplicate_id, "is another customer's", "/merged/" + std::to_string(place));
            }
        }
        if (auto errors = too_large_in(customer); !errors.empty()) return Unexpected{std::move(errors.front())};
        if (const auto into = merged_.find(customer.id); into != merged_.end()) {
            return refuse(ErrorCode::duplicate_id, "was merged into " + into->second.text, "/id");
        }
        if (const auto known = customers_.find(customer.id); known != customers_.end()) forget(known->second);
        remember(std::move(customer));
        return std::monostate{};
    }

    /// Follows records that were merged.
    [[nodiscard]] const Customer* find(const CustomerId& id) const {
        const auto into = merged_.find(id);
        const auto found = customers_.find(into == merged_.end() ? id : into->second);
        return found == customers_.end() ? nullptr : &found->second;
    }

    /// Everybody who has the number, by id; families share one. Cost: O(log customers).
    [[nodiscard]] std::vector<const Customer*> by_phone(const PhoneNumber& phone) const {
        std::vector<const Customer*> found;
        const std::string key{phone.e164()};
        for (auto one = phones_.lower_bound({key, {}}); one != phones_.end() && one->first == key; ++one) {
            found.push_back(&customers_.at(one->second));
        }
        return found;
    }

    /// Those one of whose names, or readings, begins so, in the order of what is found; family and given names each
    /// count. No more than `most`. Nobody for an empty beginning. Cost: O(log customers) and what is found.
    [[nodiscard]] std::vector<const Customer*> by_name(std::string_view beginning, std::size_t most = 20) const {
        std::vector<const Customer*> found;
        const auto whole = search_key(beginning);
        const std::string key{first_characters(whole, longest_search_key)};
        if (key.empty()) return found;
        for (auto one = names_.lower_bound({key, {}}); one != names_.end() && one->first.starts_with(key); ++one) {
            if (found.size() == most) break;
            const auto* customer = &customers_.at(one->second);
            if (std::find(found.begin(), found.end(), customer) == found.end()) found.push_back(customer);
        }
        return found;
    }

    /// Makes one record of two. Merging what is merged changes nothing. Errors: `unknown_reference`;
    /// `too_large` at what the two have too much of together.
    [[nodiscard]] Expected<std::monostate> merge(const CustomerId& keep, const CustomerId& absorb) {
        const auto* kept = find(keep);
        const auto* absorbed = find(absorb);
        if (kept == nullptr) return refuse(ErrorCode::unknown_reference, "there is no customer " + keep.text, "/keep");
        if (absorbed == nullptr)
            return refuse(ErrorCode::unknown_reference, "there is no customer " + absorb.text, "/absorb");
        if (kept == absorbed) return std::monostate{};
        auto both = merged(*kept, *absorbed);
        if (auto errors = too_large_in(both); !errors.empty()) return Unexpected{std::move(errors.front())};
        forget(Customer{*absorbed});
        return put(std::move(both));
    }

    /// Writes down what a book knows of a reservation's visit, with whoever it names as its customer. Errors:
    /// `unknown_reference` where there is no such reservation, or it names nobody who is known.
    [[nodiscard]] Expected<std::monostate> record_visit(const DayBook& book, const BookingId& booking) {
        const auto* reservation = book.find(booking);
        const auto* customer =
            reservation != nullptr && reservation->details.customer ? find(*reservation->details.customer) : nullptr;
        if (customer == nullptr)
            return refuse(ErrorCode::unknown_reference, "is no reservation of a customer who is known", "/booking");
        return put(with_visit(*customer, visit_of(book, *reservation)));
    }

    /// How many customers there are; who was merged into another is none.
    [[nodiscard]] std::size_t size() const noexcept { return customers_.size(); }
    /// By id.
    [[nodiscard]] const std::map<CustomerId, Customer>& all() const noexcept { return customers_; }

private:
    using Key = std::pair<std::string, CustomerId>;

    [[nodiscard]] static Unexpected<Error> refuse(ErrorCode code, std::string message, std::string where) {
        return {Error{code, std::move(message), JsonPointer{std::move(where)}}};
    }
    [[nodiscard]] bool is_taken(const CustomerId& id, const CustomerId& by_other_than) const {
        const auto into = merged_.find(id);
        return id == by_other_than || customers_.contains(id) ||
               (into != merged_.end() && into->second != by_other_than);
    }

    void remember(Customer customer) {
        const auto id = customer.id;
        for (const auto& phone : customer.phones) phones_.insert({std::string{phone.e164()}, id});
        for (const auto& key : search_keys(customer)) names_.insert({key, id});
        for (const auto& old : customer.merged) merged_[old] = id;
        customers_[id] = std::move(customer);
    }
    void forget(const Customer& customer) {
        for (const auto& phone : customer.phones) phones_.erase({std::string{phone.e164()}, customer.id});
        for (const auto& key : search_keys(customer)) names_.erase({key, customer.id});
        for (const auto& old : customer.merged) merged_.erase(old);
        customers_.erase(CustomerId{customer.id});
    }

    std::map<CustomerId, Customer> customers_;
    std::map<CustomerId, CustomerId> merged_;
    std::set<Key> phones_;
    std::set<Key> names_;
};

}  // namespace denwaban
