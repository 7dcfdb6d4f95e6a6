#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/ledger/listing_errands.hpp>

#include "kept.hpp"

/// What lists of reservations are made of.
namespace denwaban::ledger {

/// That are read for a page.
inline constexpr std::size_t most_books = 20;

/// Where something stands in a list, and the beginning of that: date, restaurant, time, reservation. As text it is a
/// cursor.
using ListPlace = std::vector<std::string>;

[[nodiscard]] inline std::string cursor_of(const ListPlace& place) {
    auto json = formats::Json::array();
    for (const auto& step : place) json.push_back(step);
    return formats::write_document(json);
}
[[nodiscard]] inline Expected<ListPlace, Errors> place_at(const std::string& cursor) {
    if (cursor.empty()) return ListPlace{};
    auto place = formats::read_document(cursor, [](const formats::Node& node) {
        return node.list([](const formats::Node& one) { return one.string(); });
    });
    if (place && !place->empty() && place->size() <= 4 && parse_date(place->front())) return place;
    return Unexpected{no_next()};
}

[[nodiscard]] inline ListPlace place_of(const KeptReservation& one) {
    char minute[8];
    std::snprintf(minute, sizeof minute, "%05d", static_cast<int>(one.reservation.begin.count()));
    return {to_string(one.book.date), one.book.restaurant.text, minute, one.reservation.id.text};
}

/// Books as they were read, each read once, in the order of times.
class ReadBooks {
public:
    [[nodiscard]] const Expected<std::vector<KeptReservation>, Errors>& of(const Document& document) {
        const auto found = books_.find(document.key);
        return found != books_.end() ? found->second : books_.emplace(document.key, read(document)).first->second;
    }

private:
    [[nodiscard]] static Expected<std::vector<KeptReservation>, Errors> read(const Document& document) {
        const auto book = kept(document, kept_day_book_from_json);
        if (!book) return Unexpected{book.error()};
        std::vector<KeptReservation> all;
        for (const auto& one : (*book)->reservations) all.push_back({{(*book)->restaurant, (*book)->date}, one});
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
        return all;
    }

    std::map<Key, Expected<std::vector<KeptReservation>, Errors>> books_;
};

/// A page that is being filled.
class FilledPage {
public:
    FilledPage(std::size_t limit, std::optional<PhoneNumber> phone) : limit_(limit), phone_(std::move(phone)) {}

    /// Whether there was room for all that stands after `place`.
    [[nodiscard]] bool takes(const std::vector<KeptReservation>& book, const ListPlace& place) {
        for (const auto& one : book) {
            if (phone_ && one.reservation.details.phone != phone_) continue;
            if (!(place < place_of(one))) continue;
            if (listed_.bookings.size() == limit_) {
                listed_.next = cursor_of(place_of(listed_.bookings.back()));
                return false;
            }
            listed_.bookings.push_back(one);
        }
        return true;
    }
    [[nodiscard]] bool is_full() const { return listed_.bookings.size() == limit_; }
    [[nodiscard]] Told<ListedBookings> ends() && { return Told{std::move(listed_)}; }
    [[nodiscard]] Told<ListedBookings> goes_on_after(const ListPlace& place) && {
        listed_.next = cursor_of(place);
        return Told{std::move(listed_)};
    }

private:
    std::size_t limit_;
    std::optional<PhoneNumber> phone_;
    ListedBookings listed_;
};

/// Behind every reservation of a book.
[[nodiscard]] inline ListPlace end_of_book(std::string date, std::string restaurant) {
    return {std::move(date), std::move(restaurant), "~"};
}

/// What `list_bookings` decides by of a number. Precondition: `whose` is one, or one at a restaurant.
[[nodiscard]] Decide<ListedBookings> listed_by_phone(BookingsQuestion question);
/// The same of dates.
[[nodiscard]] Decide<ListedBookings> listed_by_dates(BookingsQuestion question, ListPlace after);

}  // namespace denwaban::ledger
