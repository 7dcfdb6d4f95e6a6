#include "kept_book.hpp"

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/detail/sha256.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/reservation/periods_of.hpp>
#include <denwaban/zones.hpp>

#include "answers.hpp"
#include "documents/reservations/reservations.hpp"

namespace denwaban::ledger {

namespace {

[[nodiscard]] Errors zone_unknown(Error error) {
    error.where = JsonPointer{"/zone"};
    return {std::move(error)};
}

/// A book as it is before anybody comes.
[[nodiscard]] Expected<OpenBook, Errors> made_of(const DayBookAddress& address, Restaurant restaurant,
                                                 BookTemplate from, std::string basis) {
    auto zone = load_time_zone(restaurant.zone);
    if (!zone) return Unexpected{zone_unknown(std::move(zone).error())};
    DayBookContents contents;
    contents.restaurant = address.restaurant;
    contents.date = address.date;
    contents.zone = restaurant.zone;
    contents.floor_plan = std::move(from.floor_plan);
    contents.policy = std::move(from.policy);
    contents.basis = std::move(basis);
    // A closing can move into the day from as far as holidays in a row reach.
    const Horizon around{address.date - date::days{31}, address.date + date::days{31}};
    const auto opened = open_restaurant(std::move(restaurant), HolidayCalendar::japan(), *zone, around);
    if (!opened) return Unexpected{opened.error()};
    auto periods = periods_of(opened->hours, address.date);
    if (!periods) return Unexpected{Errors{std::move(periods).error()}};
    contents.periods = *std::move(periods);
    auto book = DayBook::make(std::move(contents));
    if (!book) return Unexpected{std::move(book).error()};
    return OpenBook{book->on_clocks_of(*zone), *std::move(zone)};
}

}  // namespace

Known<OpenBook> BookShelf::open(const Readings& known, const DayBookAddress& address) {
    const auto key = keys::day_book(address.restaurant, address.date);
    if (auto more = missing(known, {key})) return *std::move(more);
    if (const auto* document = known.find(key)) return read(*document);
    if (auto more = missing(known, {keys::restaurant(address.restaurant), keys::book_template(address.restaurant)})) {
        return *std::move(more);
    }
    return first_book(known, address);
}

Known<OpenBook> BookShelf::read(const Document& document) {
    if (last_book_ && last_text_ == document.body) return *last_book_;
    auto read = kept(document, formats::kept_book_from_json);
    if (!read) return failed(std::move(read));
    auto zone = load_time_zone(read->book->zone);
    if (!zone) return Unanswered{zone_unknown(std::move(zone).error())};
    last_text_ = document.body;
    last_book_ = OpenBook{std::move(read->book), *std::move(zone), read->leftover};
    return *last_book_;
}

Expected<TimeZone, Errors> zone_of(const Document& restaurant) {
    auto read = kept(restaurant, kept_restaurant_from_json);
    if (!read) return Unexpected{std::move(read).error()};
    auto zone = load_time_zone(read->zone);
    if (!zone) return Unexpected{zone_unknown(std::move(zone).error())};
    return *std::move(zone);
}

std::string basis_of(const Readings& known, const RestaurantId& restaurant) {
    const auto* home = known.find(keys::restaurant(restaurant));
    const auto* plan = known.find(keys::book_template(restaurant));
    if (home == nullptr || plan == nullptr) return {};
    return detail::sha256(home->body + "\n" + plan->body).substr(0, 32);
}

Known<OpenBook> first_book(const Readings& known, const DayBookAddress& address) {
    const auto* home = known.find(keys::restaurant(address.restaurant));
    const auto* plan = known.find(keys::book_template(address.restaurant));
    if (home == nullptr) return Unanswered{one_error(ErrorCode::unknown_reference, "is not kept", "/restaurant")};
    if (plan == nullptr) return Unanswered{one_error(ErrorCode::unknown_reference, "is not kept", "/book_template")};
    auto restaurant = kept(*home, kept_restaurant_from_json);
    if (!restaurant) return failed(std::move(restaurant));
    auto from = kept(*plan, book_template_from_json);
    if (!from) return failed(std::move(from));
    auto book = made_of(address, *std::move(restaurant), *std::move(from), basis_of(known, address.restaurant));
    if (!book) return failed(std::move(book));
    return *std::move(book);
}

Expected<std::optional<DayBookAddress>, Errors> address_of(const Readings& known, const BookingId& id) {
    using Address = std::optional<DayBookAddress>;
    const auto* document = known.find(keys::booking(id));
    if (document == nullptr) return Address{};
    auto address = kept(
        *document, [](std::string_view text) { return shapes::value_from_json<DayBookAddress>(text, Reading::kept); });
    if (!address) return Unexpected{std::move(address).error()};
    return Address{*std::move(address)};
}

std::string written(const DayBookAddress& address) { return shapes::json_of(address); }

Expected<BookTemplate, Errors> book_template_from_json(std::string_view text) {
    return shapes::value_from_json<BookTemplate>(text, Reading::kept);
}

}  // namespace denwaban::ledger
