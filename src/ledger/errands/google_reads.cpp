#include <set>

#include <denwaban/documents/customers_json.hpp>

#include "book_writes.hpp"
#include "formats/google/bookings.hpp"
#include "google_desk.hpp"
#include "kept_book.hpp"
#include "night_shelf.hpp"
#include "ways.hpp"

namespace denwaban {

namespace {

using formats::Json;
using ledger::failed;
using ledger::google_mistaken;
using ledger::google_told;
using ledger::missing;
using ledger::one_error;
using ledger::Unanswered;

constexpr std::size_t most_google_dates = 31;
constexpr std::size_t most_google_bookings = 100;

/// Of every slot the night that it is on, opened.
[[nodiscard]] ledger::Known<std::vector<DayBook>> nights_of(const Readings& known,
                                                            const formats::GoogleQuestion& question,
                                                            const TimeZone& zone, Instant now) {
    std::set<Date> dates;
    for (const auto start : question.starts) {
        const auto date = date::floor<date::days>(zone.local_time(start));
        dates.insert({date - date::days{1}, date});
    }
    if (dates.size() > most_google_dates + 1)
        return Unanswered{one_error(ErrorCode::too_large, "is on more than 31 dates", "/slot_time")};
    std::vector<Key> wanted;
    for (const auto date : dates) ledger::append(wanted, ledger::keys_of_night({question.merchant, date}));
    if (auto more = missing(known, wanted)) return *std::move(more);
    std::vector<DayBook> books;
    for (const auto date : dates) {
        auto opened = ledger::NightShelf{}.open(known, {question.merchant, date}, now);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        books.push_back(std::get<ledger::OpenBook>(opened).book);
    }
    return books;
}

[[nodiscard]] Verdict<GoogleResponse> look_up(const Readings& known, const std::string& request,
                                              const formats::GoogleQuestion& question, Instant now) {
    const auto home = keys::restaurant(question.merchant);
    if (auto more = missing(known, {home})) return *std::move(more);
    auto zone = TimeZone::tokyo();
    std::vector<DayBook> books;
    if (const auto* restaurant = known.find(home)) {
        auto its = ledger::zone_of(*restaurant);
        if (!its) return failed(std::move(its));
        zone = *std::move(its);
        auto nights = nights_of(known, question, zone, now);
        if (auto* why = std::get_if<Unanswered>(&nights)) return std::move(*why);
        books = std::get<std::vector<DayBook>>(std::move(nights));
    }
    auto answer = google_batch_availability_lookup(request, books, zone, now);
    if (!answer) return failed(std::move(answer));
    return google_told(*std::move(answer));
}

/// A reservation in its book.
[[nodiscard]] ledger::Known<std::optional<ledger::OpenBook>> book_with(const Readings& known, const BookingId& id) {
    if (auto more = missing(known, {keys::booking(id)})) return *std::move(more);
    auto address = ledger::address_of(known, id);
    if (!address) return failed(std::move(address));
    if (!*address) return std::optional<ledger::OpenBook>{};
    auto opened = ledger::BookShelf{}.open(known, **address);
    if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
    auto& open = std::get<ledger::OpenBook>(opened);
    if (open.book.find(id) == nullptr) return std::optional<ledger::OpenBook>{};
    return std::optional{std::move(open)};
}

/// The books of a customer's visits from a date on.
[[nodiscard]] std::vector<DayBookAddress> books_of_visits(const Customer& customer, Date from) {
    std::vector<DayBookAddress> all;
    for (const auto& visit : customer.visits) {
        if (visit.date < from || all.size() == most_google_bookings) continue;
        const DayBookAddress address{visit.restaurant, visit.date};
        if (std::find(all.begin(), all.end(), address) == all.end()) all.push_back(address);
    }
    return all;
}

[[nodiscard]] Verdict<GoogleResponse> list_google(const Readings& known, const CustomerId& user, Instant now) {
    auto found = ledger::find_linked(known, user, keys::customer, keys::merged_customer(user), "customer",
                                     kept_customer_from_json);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    const auto& customer = std::get<std::optional<Customer>>(found);
    auto bookings = Json::array();
    if (!customer) return google_told(formats::write_document({{"bookings", std::move(bookings)}}));
    const Date yesterday = date::floor<date::days>(TimeZone::tokyo().local_time(now)) - date::days{1};
    const auto books = books_of_visits(*customer, yesterday);
    std::vector<Key> wanted;
    for (const auto& [restaurant, date] : books) wanted.push_back(keys::day_book(restaurant, date));
    if (auto more = missing(known, wanted)) return *std::move(more);
    for (const auto& address : books) {
        if (known.find(keys::day_book(address.restaurant, address.date)) == nullptr) continue;
        auto opened = ledger::BookShelf{}.open(known, address);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto& open = std::get<ledger::OpenBook>(opened);
        const auto& book = open.book;
        for (const auto& one : book->reservations) {
            const bool is_theirs = one.details.customer == user || one.details.customer == customer->id;
            if (is_theirs) bookings.push_back(formats::google_booking(book, one, open.zone, {}));
        }
    }
    return google_told(formats::write_document({{"bookings", std::move(bookings)}}));
}

}  // namespace

Errand<GoogleResponse> google_batch_availability(std::string request, Instant now) {
    auto question = formats::google_question(request);
    if (!question) return google_mistaken(std::move(question).error());
    return {[request = std::move(request), question = *std::move(question), now](const Readings& known) {
        return look_up(known, request, question, now);
    }};
}

Errand<GoogleResponse> google_booking_status(std::string request, Instant now) {
    auto id = formats::google_text(request, "booking_id");
    if (!id) return google_mistaken(std::move(id).error());
    return {[id = BookingId{*std::move(id)}, now](const Readings& known) -> Verdict<GoogleResponse> {
        auto found = book_with(known, id);
        if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
        const auto& open = std::get<std::optional<ledger::OpenBook>>(found);
        if (!open) return one_error(ErrorCode::unknown_reference, "is in no book", "/booking_id");
        return google_told(formats::write_document(
            {{"booking_id", id.text}, {"booking_status", formats::google_state(*open->book.find(id), now)}}));
    }};
}

Errand<GoogleResponse> google_list_bookings(std::string request, Instant now) {
    auto user = formats::google_text(request, "user_id");
    if (!user) return google_mistaken(std::move(user).error());
    return {
        [user = CustomerId{*std::move(user)}, now](const Readings& known) { return list_google(known, user, now); }};
}

}  // namespace denwaban
