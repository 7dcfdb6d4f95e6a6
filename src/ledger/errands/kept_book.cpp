#include "kept_book.hpp"

#include <algorithm>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/detail/sha256.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/hours/explain.hpp>
#include <denwaban/reservation/periods_of.hpp>
#include <denwaban/talk/hours_sentence.hpp>
#include <denwaban/zones.hpp>

#include "answers.hpp"
#include "documents/reservations/reservations.hpp"

namespace denwaban::ledger {

namespace {

[[nodiscard]] Errors zone_unknown(Error error) {
    error.where = JsonPointer{"/zone"};
    return {std::move(error)};
}

/// Its hours on a date: a closing can move into the day from as far as holidays in a row reach.
[[nodiscard]] auto opened_around(Restaurant restaurant, const TimeZone& zone, Date date) {
    const Horizon around{date - date::days{31}, date + date::days{31}};
    return open_restaurant(std::move(restaurant), HolidayCalendar::japan(), zone, around);
}

/// Why a restaurant does not open on a date; empty where it does, or nobody knows.
[[nodiscard]] std::string why_closed(const Document& home, Date date) {
    auto restaurant = kept(home, kept_restaurant_from_json);
    if (!restaurant) return {};
    const auto zone = load_time_zone(restaurant->zone);
    if (!zone) return {};
    const auto opened = opened_around(*std::move(restaurant), *zone, date);
    if (!opened) return {};
    const auto explained = explain(opened->hours, date);
    return explained && explained->openings.empty() ? describe(explained->reason) : "";
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
    const auto opened = opened_around(std::move(restaurant), *zone, address.date);
    if (!opened) return Unexpected{opened.error()};
    auto periods = periods_of(opened->hours, address.date);
    if (!periods) return Unexpected{Errors{std::move(periods).error()}};
    contents.periods = *std::move(periods);
    auto book = DayBook::make(std::move(contents), *zone);
    if (!book) return Unexpected{std::move(book).error()};
    return OpenBook{*std::move(book), *std::move(zone)};
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

Errors no_template(const RestaurantId& restaurant) {
    return one_error(ErrorCode::unknown_reference, "of " + restaurant.text + " is not kept", "/book_template");
}

Errors told_why(Errors refusal, const Readings& known, const DayBook& book) {
    const auto closed = std::find_if(refusal.begin(), refusal.end(), [](const Error& error) {
        return error.where == Where{JsonPointer{"/" + std::string{name_of(Limit::not_open)}}};
    });
    const auto home = keys::restaurant(book->restaurant);
    if (closed == refusal.end() || !book->periods.empty() || !known.has(home)) return refusal;
    const auto* document = known.find(home);
    const auto why = document == nullptr ? "" : why_closed(*document, book->date);
    if (!why.empty()) closed->message += ": " + why;
    return refusal;
}

Known<OpenBook> first_book(const Readings& known, const DayBookAddress& address) {
    const auto* home = known.find(keys::restaurant(address.restaurant));
    const auto* plan = known.find(keys::book_template(address.restaurant));
    if (home == nullptr) return Unanswered{not_kept(address.restaurant, "/restaurant")};
    if (plan == nullptr) return Unanswered{no_template(address.restaurant)};
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
    auto address = kept_as<DayBookAddress>(*document);
    if (!address) return Unexpected{std::move(address).error()};
    return Address{*std::move(address)};
}

std::string written(const DayBookAddress& address) { return shapes::json_of(address); }

Expected<BookTemplate, Errors> book_template_from_json(std::string_view text) {
    return shapes::value_from_json<BookTemplate>(text, Reading::kept);
}

}  // namespace denwaban::ledger
