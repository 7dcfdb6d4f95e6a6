#include <algorithm>
#include <map>

#include <denwaban/documents/customers_json.hpp>

#include "book_writes.hpp"
#include "erasing.hpp"
#include "ways.hpp"

namespace denwaban::ledger {

namespace {

/// So that one step is one commit, whatever is in it.
constexpr std::size_t most_visits_of_step = 8;
constexpr std::size_t most_bytes_of_step = 2'000'000;

[[nodiscard]] std::string booking_word(const BookingId& id) {
    return "\"booking\":" + formats::write_document(formats::Json(id.text));
}

/// Rids the books in which they stand of some reservations, if they are the person's. What has to be read first is read
/// together.
[[nodiscard]] MaybeStep erase_bookings(const Readings& known, const Person& person, const std::vector<BookingId>& ids) {
    std::vector<Key> links;
    for (const auto& id : ids) links.push_back(keys::booking(id));
    if (auto more = missing(known, links)) return *std::move(more);
    std::map<Key, std::vector<BookingId>> by_book;
    std::vector<Key> homes;
    for (const auto& id : ids) {
        auto address = address_of(known, id);
        if (!address) return failed(std::move(address));
        if (!*address) continue;
        homes.push_back(keys::day_book((*address)->restaurant, (*address)->date));
        by_book[homes.back()].push_back(id);
    }
    if (auto more = missing(known, homes)) return *std::move(more);
    ErasingStep step;
    for (const auto& [home, wanted] : by_book) {
        const auto* document = known.find(home);
        if (document == nullptr) continue;
        auto book = ForgetfulBook::make(*document);
        if (!book) return failed(std::move(book));
        for (auto& one : book->reservations()) {
            const bool is_wanted = std::find(wanted.begin(), wanted.end(), one.id) != wanted.end();
            if (!is_wanted || !person.has(one) || !book->forget(one)) continue;
            ++step.told.bookings;
            step.words.push_back(booking_word(one.id));
        }
        auto writes = book->writes();
        if (!writes) return failed(std::move(writes));
        std::move(writes->begin(), writes->end(), std::back_inserter(step.writes));
    }
    return std::optional{std::move(step)};
}

[[nodiscard]] std::size_t bytes_of(const std::vector<Write>& writes) {
    std::size_t bytes = 0;
    for (const auto& one : writes) {
        if (const auto* put = std::get_if<Put>(&one)) bytes += put->body.size();
    }
    return bytes;
}

}  // namespace

MaybeStep erase_visits(const Readings& known, const Person& person) {
    if (person.customer.visits.empty()) return std::optional<ErasingStep>{};
    auto size = std::min(most_visits_of_step, person.customer.visits.size());
    while (true) {
        std::vector<BookingId> ids;
        for (std::size_t place = 0; place < size; ++place) ids.push_back(person.customer.visits[place].booking);
        auto step = erase_bookings(known, person, ids);
        if (std::holds_alternative<Unanswered>(step)) return step;
        auto& made = *std::get<std::optional<ErasingStep>>(step);
        auto customer = person.customer;
        customer.visits.erase(customer.visits.begin(), customer.visits.begin() + static_cast<std::ptrdiff_t>(size));
        const auto home = keys::customer(customer.id);
        made.writes.push_back(Put{home, {}, to_kept_json(customer, known.find(home)->body), {}});
        if (size == 1 || bytes_of(made.writes) <= most_bytes_of_step) return step;
        size /= 2;
    }
}

MaybeStep erase_by_phone(const Readings& known, const Person& person) {
    for (const auto& phone : person.customer.phones) {
        Pages pages{known, bookings_query(phone)};
        while (true) {
            auto next = pages.next();
            if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
            const auto* page = std::get<const Page*>(next);
            if (page == nullptr) break;
            for (const auto& document : page->documents) {
                auto id = linked<struct BookingTag>(document, "booking");
                if (!id) return failed(std::move(id));
                auto step = erase_bookings(known, person, {*id});
                if (std::holds_alternative<Unanswered>(step)) return step;
                if (!std::get<std::optional<ErasingStep>>(step)->writes.empty()) return step;
            }
        }
    }
    return std::optional<ErasingStep>{};
}

}  // namespace denwaban::ledger
