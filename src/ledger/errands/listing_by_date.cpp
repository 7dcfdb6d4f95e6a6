#include "listing.hpp"

namespace denwaban::ledger {

namespace {

/// How often a page of nothing is not told but gone on from.
constexpr std::size_t most_steps = 12;
/// Nothing that is UTF-8 comes after it.
constexpr auto after_all_ids = "\xF4\x8F\xBF\xBF";

/// The books of one restaurant.
class RestaurantListing {
public:
    RestaurantListing(BookingsQuestion question, ListPlace after)
        : question_(std::move(question)), after_(std::move(after)) {}

    [[nodiscard]] Verdict<ListedBookings> operator()(const Readings& known) {
        const auto& of = std::get<BookingsOfDates>(question_.whose);
        const auto from = std::max(to_string(question_.from), after_.empty() ? "" : after_.front());
        FilledPage filled{question_.limit, of.phone};
        if (to_string(question_.to) < from) return std::move(filled).ends();
        Query query;
        query.partition = keys::restaurant_partition(*of.restaurant);
        query.range =
            SortBetween{std::string{keys::day_books} + from, std::string{keys::day_books} + to_string(question_.to)};
        query.limit = most_books;
        const auto* page = known.find(query);
        if (page == nullptr) return ReadFirst{query};
        for (const auto& document : page->documents) {
            const auto& book = books_.of(document);
            if (!book) return book.error();
            if (!filled.takes(*book, after_)) return std::move(filled).ends();
        }
        if (!page->next) return std::move(filled).ends();
        const auto date = page->next->after.substr(keys::day_books.size());
        return std::move(filled).goes_on_after(end_of_book(date, of.restaurant->text));
    }

private:
    BookingsQuestion question_;
    ListPlace after_;
    ReadBooks books_;
};

/// The books of every restaurant, date by date.
class EverywhereListing {
public:
    EverywhereListing(BookingsQuestion question, ListPlace after)
        : question_(std::move(question)), begin_(std::move(after)) {
        if (begin_.empty()) begin_ = {to_string(question_.from)};
    }

    [[nodiscard]] Verdict<ListedBookings> operator()(const Readings& known) {
        auto after = begin_;
        FilledPage filled{question_.limit, std::get<BookingsOfDates>(question_.whose).phone};
        for (std::size_t step = 0; step < most_steps && !filled.is_full(); ++step) {
            const auto date = *parse_date(after.front());
            if (question_.to < date) return std::move(filled).ends();
            const auto query = restaurants_from(after.size() > 1 ? after[1] : "");
            const auto* page = known.find(query);
            if (page == nullptr) return ReadFirst{query};
            std::vector<Key> homes;
            for (const auto& one : page->documents) homes.push_back(keys::day_book({one.key.sort}, date));
            if (auto more = missing(known, homes)) return *std::move(more);
            for (const auto& home : homes) {
                const auto* document = known.find(home);
                if (document == nullptr) continue;
                const auto& book = books_.of(*document);
                if (!book) return book.error();
                if (!filled.takes(*book, after)) return std::move(filled).ends();
            }
            after =
                page->next ? end_of_book(after.front(), page->next->after) : ListPlace{to_string(date + date::days{1})};
        }
        if (question_.to < *parse_date(after.front())) return std::move(filled).ends();
        return std::move(filled).goes_on_after(after);
    }

private:
    [[nodiscard]] static Query restaurants_from(std::string first) {
        Query query;
        query.partition = keys::restaurants;
        query.range = SortBetween{std::move(first), after_all_ids};
        query.limit = most_books;
        return query;
    }

    BookingsQuestion question_;
    ListPlace begin_;
    ReadBooks books_;
};

}  // namespace

Decide<ListedBookings> listed_by_dates(BookingsQuestion question, ListPlace after) {
    const bool is_of_one = std::get<BookingsOfDates>(question.whose).restaurant.has_value();
    if (is_of_one) return RestaurantListing{std::move(question), std::move(after)};
    return EverywhereListing{std::move(question), std::move(after)};
}

}  // namespace denwaban::ledger
