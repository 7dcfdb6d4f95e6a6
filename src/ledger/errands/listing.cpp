#include <denwaban/ledger/listing_errands.hpp>

#include <algorithm>

#include <denwaban/customer/customers.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "kept_book.hpp"
#include "listing.hpp"
#include "lists.hpp"
#include "messages.hpp"

namespace denwaban {

namespace {

using ledger::cursor_of;
using ledger::failed;
using ledger::kept;
using ledger::ListPlace;
using ledger::missing;
using ledger::most_books;
using ledger::ReadBooks;

/// Where each of some reservations stands now; those that stand nowhere are left out.
[[nodiscard]] ledger::Known<std::vector<std::pair<BookingId, DayBookAddress>>> addresses_of(
    const std::vector<BookingId>& ids, const Readings& known) {
    std::vector<Key> links;
    for (const auto& id : ids) links.push_back(keys::booking(id));
    if (auto more = missing(known, links)) return *std::move(more);
    std::vector<std::pair<BookingId, DayBookAddress>> all;
    std::vector<Key> homes;
    for (const auto& id : ids) {
        auto address = ledger::address_of(known, id);
        if (!address) return failed(std::move(address));
        if (!*address) continue;
        homes.push_back(keys::day_book((*address)->restaurant, (*address)->date));
        all.emplace_back(id, **std::move(address));
    }
    if (auto more = missing(known, homes)) return *std::move(more);
    return all;
}

/// What is told of reservations by id, of those that `is_theirs`.
template <class IsTheirs>
[[nodiscard]] Verdict<ListedBookings> told_bookings(const std::vector<BookingId>& ids, const Readings& known,
                                                    ReadBooks& books, std::optional<std::string> next,
                                                    const IsTheirs& is_theirs) {
    auto found = addresses_of(ids, known);
    if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
    ListedBookings listed{{}, std::move(next)};
    for (const auto& [id, address] : std::get<0>(found)) {
        const auto* document = known.find(keys::day_book(address.restaurant, address.date));
        if (document == nullptr) continue;
        const auto& book = books.of(*document);
        if (!book) return book.error();
        for (const auto& one : *book) {
            if (one.reservation.id == id && is_theirs(one.reservation)) listed.bookings.push_back(one);
        }
    }
    return Told{std::move(listed)};
}

/// By a number, at one restaurant or anywhere. What is another's is passed over before it is counted.
class PhoneListing {
public:
    PhoneListing(BookingsQuestion question, PhoneNumber phone, std::optional<RestaurantId> restaurant)
        : phone_(std::move(phone)), restaurant_(std::move(restaurant)), limit_(std::min(question.limit, most_books)) {
        query_.partition = keys::bookings_partition(phone_);
        query_.range = SortBetween{to_string(question.from), to_string(question.to) + "~"};
        if (!question.after.empty()) query_.after = Cursor{std::move(question.after)};
        query_.limit = restaurant_ ? most_ways : limit_;
    }

    [[nodiscard]] Verdict<ListedBookings> operator()(const Readings& known) {
        std::vector<BookingId> ids;
        auto query = query_;
        std::optional<std::string> next;
        do {
            const auto* page = known.find(query);
            if (page == nullptr) return ReadFirst{query};
            next = ledger::next_of(*page);
            for (const auto& document : page->documents) {
                auto id = ledger::linked<struct BookingTag>(document, "booking");
                if (!id) return failed(std::move(id));
                if (!is_there(document.key, *id)) continue;
                if (ids.size() == limit_) return told(known, ids, std::move(last_));
                ids.push_back(*std::move(id));
                last_ = document.key.sort;
            }
            query.after = page->next;
        } while (next && ids.size() < limit_);
        return told(known, ids, std::move(next));
    }

private:
    /// That are looked through at once.
    static constexpr std::size_t most_ways = 100;

    [[nodiscard]] bool is_there(const Key& way, const BookingId& id) const {
        if (!restaurant_) return true;
        const auto date = parse_date(way.sort.substr(0, way.sort.find('#')));
        return date && way == keys::booking_by_phone(phone_, *restaurant_, *date, id);
    }
    [[nodiscard]] Verdict<ListedBookings> told(const Readings& known, const std::vector<BookingId>& ids,
                                               std::optional<std::string> next) {
        return told_bookings(ids, known, books_, std::move(next),
                             [&](const Reservation& one) { return one.details.phone == phone_; });
    }

    PhoneNumber phone_;
    std::optional<RestaurantId> restaurant_;
    std::size_t limit_;
    Query query_;
    std::string last_;
    ReadBooks books_;
};

class CustomerListing {
public:
    CustomerListing(BookingsQuestion question, ListPlace after)
        : question_(std::move(question)), after_(std::move(after)) {}

    [[nodiscard]] Verdict<ListedBookings> operator()(const Readings& known) {
        const auto& id = std::get<CustomerId>(question_.whose);
        auto found = ledger::find_linked(known, id, keys::customer, keys::merged_customer(id), "customer",
                                         kept_customer_from_json);
        if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
        const auto& customer = std::get<std::optional<Customer>>(found);
        if (!customer) return Told{ListedBookings{}};
        std::optional<std::string> next;
        std::vector<BookingId> ids;
        const Visit* last = nullptr;
        for (const auto& visit : customer->visits) {
            const bool is_of = question_.from <= visit.date && visit.date <= question_.to && after_ < place_in(visit);
            if (!is_of) continue;
            if (ids.size() == std::min(question_.limit, most_books)) {
                next = cursor_of(place_in(*last));
                break;
            }
            ids.push_back(visit.booking);
            last = &visit;
        }
        const auto is_theirs = [&](const Reservation& one) {
            const auto& whose = one.details.customer;
            const auto& old = customer->merged;
            return whose && (*whose == customer->id || std::find(old.begin(), old.end(), *whose) != old.end());
        };
        return told_bookings(ids, known, books_, std::move(next), is_theirs);
    }

private:
    [[nodiscard]] static ListPlace place_in(const Visit& visit) {
        return {to_string(visit.date), visit.restaurant.text, visit.booking.text};
    }

    BookingsQuestion question_;
    ListPlace after_;
    ReadBooks books_;
};

template <class Tag, class Item, class Answer>
class LinkListing {
public:
    using Read = Expected<Item, Errors> (*)(std::string_view);

    LinkListing(Query query, std::string_view what, Key (*home_of)(const Id<Tag>&), Read read,
                std::vector<Item> Answer::*items)
        : query_(std::move(query)), what_(what), home_of_(home_of), read_(read), items_(items) {}

    [[nodiscard]] Verdict<Answer> operator()(const Readings& known) const {
        const auto* page = known.find(query_);
        if (page == nullptr) return ReadFirst{query_};
        std::vector<Key> homes;
        for (const auto& document : page->documents) {
            auto id = ledger::linked<Tag>(document, what_);
            if (!id) return failed(std::move(id));
            auto home = home_of_(*id);
            if (std::find(homes.begin(), homes.end(), home) == homes.end()) homes.push_back(std::move(home));
        }
        if (auto more = missing(known, homes)) return *std::move(more);
        Answer answer;
        answer.next = ledger::next_of(*page);
        for (const auto& home : homes) {
            const auto* document = known.find(home);
            if (document == nullptr) continue;
            auto item = kept(*document, read_);
            if (!item) return failed(std::move(item));
            (answer.*items_).push_back(*std::move(item));
        }
        return Told{std::move(answer)};
    }

private:
    Query query_;
    std::string_view what_;
    Key (*home_of_)(const Id<Tag>&);
    Read read_;
    std::vector<Item> Answer::*items_;
};

[[nodiscard]] Query listing_query(std::string partition, PageQuestion question) {
    Query query;
    query.partition = std::move(partition);
    query.limit = question.limit;
    if (!question.after.empty()) query.after = Cursor{std::move(question.after)};
    return query;
}

struct CustomersQuery {
    PageQuestion question;

    std::optional<Query> operator()(AllCustomers) const {
        return listing_query(std::string{keys::customers}, question);
    }
    std::optional<Query> operator()(const PhoneNumber& phone) const {
        return listing_query(keys::phone_partition(phone), question);
    }
    std::optional<Query> operator()(const NamedCustomers& named) const {
        const auto word = search_key(named.beginning);
        if (word.empty()) return std::nullopt;
        auto query = listing_query(keys::name_partition(word), question);
        query.range = SortPrefix{word};
        return query;
    }
};

/// Of which customers a list is.
struct CustomersName {
    std::string operator()(AllCustomers) const { return "all"; }
    std::string operator()(const PhoneNumber& phone) const { return std::string{phone.e164()}; }
    std::string operator()(const NamedCustomers& named) const { return "named " + search_key(named.beginning); }
};
/// Whose reservations it is of.
struct BookingsName {
    std::string operator()(const BookingsOfDates& of) const {
        return "of dates " + (of.restaurant ? "at " + of.restaurant->text : "anywhere") + " " +
               (of.phone ? std::string{of.phone->e164()} : "anybody's");
    }
    std::string operator()(const PhoneNumber& phone) const { return std::string{phone.e164()}; }
    std::string operator()(const CustomerId& customer) const { return "of " + customer.text; }
    std::string operator()(const CallersBookings& of) const {
        return std::string{of.phone.e164()} + " at " + of.restaurant.text;
    }
};

[[nodiscard]] Decide<ListedBookings> decide_listed(BookingsQuestion question) {
    const bool is_by_phone =
        std::holds_alternative<PhoneNumber>(question.whose) || std::holds_alternative<CallersBookings>(question.whose);
    if (is_by_phone) return ledger::listed_by_phone(std::move(question));
    auto after = ledger::place_at(question.after);
    if (!after) return [why = std::move(after).error()](const Readings&) -> Verdict<ListedBookings> { return why; };
    if (std::holds_alternative<CustomerId>(question.whose))
        return CustomerListing{std::move(question), *std::move(after)};
    return ledger::listed_by_dates(std::move(question), *std::move(after));
}

}  // namespace

Decide<ListedBookings> ledger::listed_by_phone(BookingsQuestion question) {
    auto whose = std::move(question.whose);
    if (auto* caller = std::get_if<CallersBookings>(&whose)) {
        return PhoneListing{std::move(question), std::move(caller->phone), std::move(caller->restaurant)};
    }
    return PhoneListing{std::move(question), std::get<PhoneNumber>(std::move(whose)), std::nullopt};
}

Errand<ListedBookings> list_bookings(BookingsQuestion question) {
    const auto of = "bookings " + std::visit(BookingsName{}, question.whose);
    auto after = std::exchange(question.after, {});
    return {ledger::page_of_list<ListedBookings>(of, std::move(after), [&](std::string bare) {
        question.after = std::move(bare);
        return decide_listed(std::move(question));
    })};
}

Errand<ListedRestaurants> list_restaurants(PageQuestion question) {
    const auto page = [&](std::string after) {
        return LinkListing<struct RestaurantTag, Restaurant, ListedRestaurants>{
            listing_query(std::string{keys::restaurants}, {question.limit, std::move(after)}), "restaurant",
            keys::restaurant, kept_restaurant_from_json, &ListedRestaurants::restaurants};
    };
    return {ledger::page_of_list<ListedRestaurants>("restaurants", std::move(question.after), page)};
}

Errand<ListedCustomers> list_customers(WhichCustomers which, PageQuestion question) {
    const auto page = [&](std::string after) -> Decide<ListedCustomers> {
        auto query = std::visit(CustomersQuery{{question.limit, std::move(after)}}, which);
        if (!query) return [](const Readings&) -> Verdict<ListedCustomers> { return Told{ListedCustomers{}}; };
        return LinkListing<struct CustomerTag, Customer, ListedCustomers>{
            *std::move(query), "customer", keys::customer, kept_customer_from_json, &ListedCustomers::customers};
    };
    const auto of = "customers " + std::visit(CustomersName{}, which);
    return {ledger::page_of_list<ListedCustomers>(of, std::move(question.after), page)};
}

}  // namespace denwaban
