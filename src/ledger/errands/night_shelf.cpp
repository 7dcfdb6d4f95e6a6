#include "night_shelf.hpp"

#include <algorithm>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/reservation/business_date.hpp>
#include <denwaban/reservation/edit.hpp>

namespace denwaban::ledger {

namespace {

constexpr auto midnight = MinuteOfDay::clock(24, 0);
constexpr auto late_morning = MinuteOfDay::clock(10, 0);
constexpr auto next_late_morning = MinuteOfDay::clock(34, 0);

[[nodiscard]] bool is_own(const DayBook& book, BookPart part) {
    return std::find(book->own.begin(), book->own.end(), part) != book->own.end();
}

/// Brings the parts of a kept book that are not its own up to those of one that would begin now.
class Following {
public:
    Following(OpenBook open, const DayBook& fresh, const Now& now) : open_(std::move(open)), fresh_(fresh) {
        by_.actor = Actor::system;
        by_.now = now;
        by_.note = "the restaurant's hours or floor plan changed";
    }

    [[nodiscard]] Expected<OpenBook, Errors> run() && {
        const auto version = open_.book->version;
        open_.was = open_.book;
        const bool done = follow(BookPart::periods, open_.book->periods != fresh_->periods,
                                 [&] { return replace_periods(open_.book, fresh_->periods, by_); }) &&
                          follow(BookPart::policy, open_.book->policy != fresh_->policy,
                                 [&] { return replace_policy(open_.book, fresh_->policy, by_); }) &&
                          follow(BookPart::floor_plan, open_.book->floor_plan != fresh_->floor_plan, [&] {
                              return Expected<Edited, Errors>{replace_floor_plan(open_.book, fresh_->floor_plan, by_)};
                          });
        if (!done) return Unexpected{std::move(errors_)};
        auto contents = open_.book.contents();
        contents.version = std::min(contents.version, version + 1);
        contents.basis = fresh_->basis;
        open_.book = denwaban::detail::BookKeeper::write(std::move(contents), open_.book);
        return std::move(open_);
    }

private:
    template <class Replace>
    [[nodiscard]] bool follow(BookPart part, bool differs, Replace&& replace) {
        if (!differs || is_own(open_.book, part)) return true;
        auto edited = replace();
        if (!edited) {
            errors_ = std::move(edited).error();
            return false;
        }
        open_.book = std::move(edited->book);
        std::move(edited->hurt.begin(), edited->hurt.end(), std::back_inserter(open_.hurt));
        std::move(edited->moved.begin(), edited->moved.end(), std::back_inserter(open_.moved));
        return true;
    }

    OpenBook open_;
    const DayBook& fresh_;
    By by_;
    Errors errors_;
};

}  // namespace

DayBook without(const DayBook& book, const std::optional<BookingId>& booking) {
    if (!booking || book.find(*booking) == nullptr) return book;
    auto contents = book.contents();
    std::erase_if(contents.reservations, [&](const Reservation& one) { return one.id == *booking; });
    return denwaban::detail::BookKeeper::write(std::move(contents), book);
}

DayBookAddress at_distance(const DayBookAddress& address, int days) {
    return {address.restaurant, address.date + date::days{days}};
}

std::vector<Key> keys_of_night(const DayBookAddress& address) {
    std::vector<Key> all{keys::restaurant(address.restaurant), keys::book_template(address.restaurant)};
    for (const int days : {-1, 0, 1}) {
        const auto [restaurant, date] = at_distance(address, days);
        all.push_back(keys::day_book(restaurant, date));
    }
    return all;
}

std::optional<Unanswered> NightShelf::add_neighbours(OpenBook& open, const Readings& known,
                                                     const DayBookAddress& address, const Now& now) {
    std::vector<StayElsewhere> stays;
    for (auto [days, shelf] : {std::pair{-1, &before_}, std::pair{1, &after_}}) {
        const auto neighbour = at_distance(address, days);
        if (known.find(keys::day_book(neighbour.restaurant, neighbour.date)) == nullptr) continue;
        auto opened = shelf->open(known, neighbour);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        auto more = stays_on(address.date, without(std::get<OpenBook>(opened).book, without_), now);
        std::move(more.begin(), more.end(), std::back_inserter(stays));
    }
    if (!stays.empty()) open.book = open.book.beside(std::move(stays));
    return std::nullopt;
}

Known<OpenBook> NightShelf::open(const Readings& known, const DayBookAddress& address, Instant instant) {
    if (auto more = missing(known, keys_of_night(address))) return *std::move(more);
    auto opened = own_.open(known, address);
    auto* open = std::get_if<OpenBook>(&opened);
    if (open == nullptr) return opened;
    const auto now = now_in(open->zone, instant);
    if (auto why = add_neighbours(*open, known, address, now)) return *std::move(why);
    const auto basis = basis_of(known, address.restaurant);
    const bool is_over = address.date < date::floor<date::days>(now.local);
    if (basis.empty() || basis == open->book->basis || is_over) return opened;
    auto fresh = first_book(known, address);
    if (auto* why = std::get_if<Unanswered>(&fresh)) return std::move(*why);
    auto followed = Following{std::move(*open), std::get<OpenBook>(fresh).book, now}.run();
    if (!followed) return failed(std::move(followed));
    return *std::move(followed);
}

Known<DayBookAddress> night_of(const Readings& known, const RestaurantId& restaurant, Instant moment, Instant now) {
    const auto home = keys::restaurant(restaurant);
    if (auto more = missing(known, {home})) return *std::move(more);
    if (known.find(home) == nullptr) return Unanswered{not_kept(restaurant, "/restaurant")};
    auto zone = zone_of(*known.find(home));
    if (!zone) return failed(std::move(zone));
    const auto shown = now_in(*zone, moment);
    const DayBookAddress today{restaurant, date::floor<date::days>(shown.local)};
    const auto evening_before = at_distance(today, -1);
    auto keys = keys_of_night(today);
    for (auto& key : keys_of_night(evening_before)) keys.push_back(std::move(key));
    if (auto more = missing(known, keys)) return *std::move(more);
    auto before = NightShelf{}.open(known, evening_before, now);
    if (auto* why = std::get_if<Unanswered>(&before)) return std::move(*why);
    auto after = NightShelf{}.open(known, today, now);
    if (auto* why = std::get_if<Unanswered>(&after)) return std::move(*why);
    const auto periods = [](const auto& open) { return std::get<OpenBook>(open).book->periods; };
    return DayBookAddress{restaurant, business_date_of(periods(before), periods(after), shown)};
}

Known<Neighbourhood> neighbourhood_of(const Readings& known, const OpenBook& open, const DayBook& after) {
    const DayBookAddress address{after->restaurant, after->date};
    const auto home = [&](int days) { return keys::day_book(address.restaurant, at_distance(address, days).date); };
    Neighbourhood all;
    const auto reach = reach_of_change(open.was.value_or(open.book), after);
    const int span = static_cast<int>(longest_span(after->policy).count());
    if (!reach || reach->first.count() >= std::max(late_morning.count(), span)) all.indifferent.push_back(home(-1));
    if (!reach || reach->last.count() + span <= midnight.count()) all.indifferent.push_back(home(1));
    if (known.find(home(0)) != nullptr) {
        all.indifferent.push_back(keys::restaurant(address.restaurant));
        all.indifferent.push_back(keys::book_template(address.restaurant));
    }
    if (!reach || reach->last <= next_late_morning) return all;
    auto morning = BookShelf{}.open(known, at_distance(address, 1));
    if (auto* why = std::get_if<Unanswered>(&morning)) return std::move(*why);
    const auto* kept = known.find(home(1));
    all.writes.push_back(
        Put{home(1), {}, kept != nullptr ? kept->body : to_kept_json(std::get<OpenBook>(morning).book, "{}"), {}});
    return all;
}

}  // namespace denwaban::ledger
