#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <denwaban/core/detail/holding.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/sizes.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/customer/kana.hpp>
#include <denwaban/seating/party.hpp>

namespace denwaban {

/// What became of a booking. What comes later in this order is what is believed, in whatever order one hears of it.
enum class VisitOutcome : std::uint8_t { waiting, booked, cancelled, no_show, visited };
template <>
inline constexpr std::array<std::string_view, 5> names_of<VisitOutcome>{"waiting", "booked", "cancelled", "no_show",
                                                                        "visited"};

/// A booking of a customer, whatever became of it. Two are the same if restaurant and booking are.
struct Visit {
    RestaurantId restaurant;
    BookingId booking;
    Date date;  ///< the business date
    Covers covers;
    VisitOutcome outcome = VisitOutcome::booked;
    friend bool operator==(const Visit&, const Visit&) = default;
};

/// Somebody who calls.
struct Customer {
    CustomerId id;
    std::string name{};
    std::string kana{};                  ///< the name's reading; may be empty
    std::vector<std::string> aliases{};  ///< other names that they gave
    std::vector<PhoneNumber> phones{};   ///< the one to call first
    std::string email{};
    std::vector<std::string> other_emails{};  ///< of records that were merged into this one
    std::vector<Visit> visits{};              ///< by date
    std::vector<std::string> tags{};          ///< 常連, VIP
    std::vector<std::string> allergies{};
    std::vector<std::string> preferences{};  ///< 窓側, 静かな席
    std::string notes{};
    std::vector<CustomerId> merged{};  ///< records that are this one now
    friend bool operator==(const Customer&, const Customer&) = default;
};

/// How often a customer came, and did not.
struct VisitCounts {
    int booked = 0;  ///< and it is not known yet what becomes of it
    int cancelled = 0;
    int no_shows = 0;
    int visits = 0;
    std::optional<Date> last_visit{};
    int waiting = 0;  ///< キャンセル待ち
    friend bool operator==(const VisitCounts&, const VisitCounts&) = default;
};

/// Cost: linear in the visits.
[[nodiscard]] inline VisitCounts counts_of(const Customer& customer) noexcept {
    VisitCounts counts;
    const std::array<int*, count_of<VisitOutcome>> by_outcome{&counts.waiting, &counts.booked, &counts.cancelled,
                                                              &counts.no_shows, &counts.visits};
    for (const auto& visit : customer.visits) {
        ++*by_outcome[index_of(visit.outcome)];
        if (visit.outcome != VisitOutcome::visited) continue;
        counts.last_visit = std::max(counts.last_visit.value_or(visit.date), visit.date);
    }
    return counts;
}

namespace detail {

/// Adds what is not there yet.
template <class T>
void add_missing(std::vector<T>& all, const std::vector<T>& more) {
    for (const auto& one : more) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
}

}  // namespace detail

/// By date, then restaurant, then reservation: as every customer's stand.
inline void sort_visits(std::vector<Visit>& visits) {
    const auto place = [](const Visit& one) { return std::tie(one.date, one.restaurant, one.booking); };
    std::sort(visits.begin(), visits.end(), [&](const Visit& a, const Visit& b) { return place(a) < place(b); });
}

/// Writes down a booking, or what became of it. Once more, or in another order: the same customer. A date or party that
/// comes with an outcome that is believed more, or is as much and later, is believed too.
[[nodiscard]] inline Customer with_visit(Customer customer, const Visit& visit) {
    const auto believed = [](const Visit& one) { return std::tie(one.outcome, one.date, one.covers); };
    auto known = std::find_if(customer.visits.begin(), customer.visits.end(), [&](const Visit& one) {
        return one.booking == visit.booking && one.restaurant == visit.restaurant;
    });
    if (known == customer.visits.end()) {
        customer.visits.push_back(visit);
    } else if (believed(*known) < believed(visit)) {
        *known = visit;
    }
    sort_visits(customer.visits);
    return customer;
}

/// A booking as the book that has it knows it now, whatever was believed of it before.
[[nodiscard]] inline Customer with_visit_as_it_is(Customer customer, const Visit& visit) {
    std::erase_if(customer.visits,
                  [&](const Visit& one) { return one.booking == visit.booking && one.restaurant == visit.restaurant; });
    customer.visits.push_back(visit);
    sort_visits(customer.visits);
    return customer;
}
/// A booking that is somebody else's now.
[[nodiscard]] inline Customer without_visit(Customer customer, const RestaurantId& restaurant,
                                            const BookingId& booking) {
    std::erase_if(customer.visits,
                  [&](const Visit& one) { return one.booking == booking && one.restaurant == restaurant; });
    return customer;
}

namespace detail {

/// A name has its own reading and nobody else's: what says something else than the two is an alias.
inline void merge_names(Customer& kept, const Customer& absorbed) {
    auto name = absorbed.name, kana = absorbed.kana;
    if (kept.name.empty() && !name.empty()) {
        kept.name = std::exchange(name, {});
        if (search_key(kept.kana) != search_key(kana)) std::swap(kept.kana, kana);
    } else if (kept.kana.empty() && search_key(kept.name) == search_key(name)) {
        kept.kana = std::exchange(kana, {});
    }
    if (!name.empty() && name != kept.name) add_missing(kept.aliases, {name});
    if (!kana.empty() && search_key(kana) != search_key(kept.kana)) add_missing(kept.aliases, {kana});
}

/// Whoever has an address has one to write to first; that of the other stays as well.
inline void merge_emails(Customer& kept, const Customer& absorbed) {
    auto others = absorbed.other_emails;
    if (kept.email.empty()) kept.email = absorbed.email;
    if (!absorbed.email.empty()) others.push_back(absorbed.email);
    std::erase(others, kept.email);
    add_missing(kept.other_emails, others);
}

}  // namespace detail

/// One customer of two records of them: both histories, everything that either says, and where they differ, what `kept`
/// says first. The other's id leads to it from now on.
[[nodiscard]] inline Customer merged(Customer kept, const Customer& absorbed) {
    detail::merge_names(kept, absorbed);
    detail::merge_emails(kept, absorbed);
    detail::add_missing(kept.aliases, absorbed.aliases);
    detail::add_missing(kept.phones, absorbed.phones);
    detail::add_missing(kept.tags, absorbed.tags);
    detail::add_missing(kept.allergies, absorbed.allergies);
    detail::add_missing(kept.preferences, absorbed.preferences);
    if (!absorbed.notes.empty() && kept.notes.find(absorbed.notes) == std::string::npos) {
        kept.notes += (kept.notes.empty() ? "" : "\n") + absorbed.notes;
    }
    detail::add_missing(kept.merged, {absorbed.id});
    detail::add_missing(kept.merged, absorbed.merged);
    for (const auto& visit : absorbed.visits) kept = with_visit(std::move(kept), visit);
    return kept;
}

namespace detail {

inline constexpr std::array held_texts_of_customer{
    HeldText<Customer>{"name", &Customer::name, TextSort::label},
    HeldText<Customer>{"kana", &Customer::kana, TextSort::label},
    HeldText<Customer>{"email", &Customer::email, TextSort::label},
    HeldText<Customer>{"notes", &Customer::notes, TextSort::text},
};
inline constexpr std::array held_lists_of_customer{
    HeldTexts<Customer>{"aliases", &Customer::aliases, TextSort::name},
    HeldTexts<Customer>{"other_emails", &Customer::other_emails, TextSort::label},
    HeldTexts<Customer>{"tags", &Customer::tags, TextSort::name},
    HeldTexts<Customer>{"allergies", &Customer::allergies, TextSort::name},
    HeldTexts<Customer>{"preferences", &Customer::preferences, TextSort::name},
};

}  // namespace detail

/// What no document holds of a customer: `too_large` and `invalid_value`, at each place.
[[nodiscard]] inline Errors too_large_in(const Customer& customer) {
    detail::Holding all;
    all.texts_of(detail::held_texts_of_customer, customer, "");
    all.lists_of(detail::held_lists_of_customer, customer, "");
    all.count(customer.phones.size(), longest_list, "", "phones");
    all.count(customer.visits.size(), most_visits, "", "visits");
    all.count(customer.merged.size(), longest_list, "", "merged");
    all.ids(customer.merged, "", "merged");
    return std::move(all).take();
}

}  // namespace denwaban
