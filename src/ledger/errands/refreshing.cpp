#include <denwaban/ledger/booking_errands.hpp>

#include <algorithm>
#include <set>

#include <denwaban/ledger/limits.hpp>

#include "book_writes.hpp"
#include "lapsing.hpp"
#include "night_shelf.hpp"
#include "visits.hpp"

namespace denwaban {

namespace {

using ledger::missing;
using ledger::Unanswered;

[[nodiscard]] Query kept_books(const RefreshOrder& order) {
    const auto first = order.after ? *order.after + date::days{1} : order.from;
    const auto sort = [](std::string_view date) { return std::string{keys::day_books} + std::string{date}; };
    Query query;
    query.partition = keys::restaurant_partition(order.restaurant);
    query.range = SortBetween{sort(to_string(first)), sort("9999-12-31")};
    query.limit = order.limit;
    return query;
}

template <class T>
void note_if_differs(const DayBook& before, const DayBook& after, T DayBookContents::*member, BookPart part,
                     std::vector<BookPart>& parts) {
    if (before.contents().*member != after.contents().*member) parts.push_back(part);
}
[[nodiscard]] std::vector<BookPart> differing(const DayBook& before, const DayBook& after) {
    std::vector<BookPart> parts;
    note_if_differs(before, after, &DayBookContents::floor_plan, BookPart::floor_plan, parts);
    note_if_differs(before, after, &DayBookContents::policy, BookPart::policy, parts);
    note_if_differs(before, after, &DayBookContents::periods, BookPart::periods, parts);
    return parts;
}

/// Brings a page of books up to their restaurant.
class Refresher {
public:
    Refresher(RefreshOrder order, Instant now) : order_(std::move(order)), now_(now) {}

    [[nodiscard]] Verdict<RefreshedBooks> operator()(const Readings& known) const {
        const auto query = kept_books(order_);
        const auto* page = known.find(query);
        if (page == nullptr) return Verdict<RefreshedBooks>{ReadFirst{query}};
        std::vector<Key> wanted{keys::restaurant(order_.restaurant), keys::book_template(order_.restaurant)};
        std::vector<DayBookAddress> books;
        for (const auto& document : page->documents) {
            const auto date = parse_date(document.key.sort.substr(keys::day_books.size()));
            if (!date) continue;
            books.push_back({order_.restaurant, *date});
            ledger::append(wanted, ledger::keys_of_night(books.back()));
        }
        if (auto more = missing(known, wanted)) return *std::move(more);
        if (known.find(wanted[0]) == nullptr) return Refusal{ledger::not_kept(order_.restaurant, "/restaurant")};
        if (known.find(wanted[1]) == nullptr) return Refusal{ledger::no_template(order_.restaurant)};
        Refreshed all{{{}, {}, {}, wanted}, {}, {}};
        if (page->next && !books.empty()) all.settled.answer.next = books.back().date;
        return refresh(books, known, std::move(all));
    }

private:
    struct Refreshed {
        Settled<RefreshedBooks> settled;
        std::vector<ledger::BookChange> changes;
        std::vector<Write> visits;
    };

    /// As many books as one commit has room for; the rest is the next page's.
    [[nodiscard]] Verdict<RefreshedBooks> refresh(const std::vector<DayBookAddress>& books, const Readings& known,
                                                  Refreshed all) const {
        std::optional<Date> last;
        for (const auto& address : books) {
            auto more = all;
            if (auto why = refresh(address, known, more)) return *std::move(why);
            auto visits = ledger::visits_after(more.changes, known);
            if (auto* why = std::get_if<Unanswered>(&visits)) return std::move(*why);
            more.visits = std::move(std::get<ledger::VisitWrites>(visits).writes);
            if (last && actions_of(more, books) > ledger_limits.writes) {
                all.settled.answer.next = last;
                break;
            }
            all = std::move(more);
            last = address.date;
        }
        ledger::append(all.settled.writes, std::move(all.visits));
        ledger::append(all.settled.indifferent, ledger::customers_unwritten(known, all.settled.writes));
        return std::move(all.settled);
    }

    /// What a commit writes and checks.
    [[nodiscard]] static std::size_t actions_of(const Refreshed& all, const std::vector<DayBookAddress>& books) {
        std::set<Key> touched;
        for (const auto& write : all.settled.writes) touched.insert(ledger::key_of(write));
        for (const auto& write : all.visits) touched.insert(ledger::key_of(write));
        const auto& indifferent = all.settled.indifferent;
        for (const auto& address : books) {
            for (auto& key : ledger::keys_of_night(address)) {
                const bool matters = std::find(indifferent.begin(), indifferent.end(), key) == indifferent.end();
                if (matters) touched.insert(std::move(key));
            }
        }
        return touched.size();
    }

    [[nodiscard]] std::optional<Unanswered> refresh(const DayBookAddress& address, const Readings& known,
                                                    Refreshed& all) const {
        auto& settled = all.settled;
        auto opened = ledger::NightShelf{}.open(known, address, now_);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto& open = std::get<ledger::OpenBook>(opened);
        auto fresh = ledger::first_book(known, address);
        if (auto* why = std::get_if<Unanswered>(&fresh)) return std::move(*why);
        const auto left = differing(open.book, std::get<ledger::OpenBook>(fresh).book);
        const bool is_past = address.date < date::floor<date::days>(now_in(open.zone, now_).local);
        auto changed = open.was ? differing(*open.was, open.book) : std::vector<BookPart>{};
        if (!changed.empty()) {
            if (auto lapses = ledger::lapses_first(known, open, now_)) return lapses;
            all.changes.push_back(ledger::change_of(open, open.book));
            settled.writes.push_back(ledger::book_write(open, open.book, known));
            auto night = ledger::neighbourhood_of(known, open, open.book);
            if (auto* why = std::get_if<Unanswered>(&night)) return std::move(*why);
            auto& [writes, indifferent] = std::get<ledger::Neighbourhood>(night);
            ledger::append_unwritten(settled.writes, std::move(writes));
            for (const auto& key : ledger::keys_of_night(address)) {
                const bool matters = std::find(indifferent.begin(), indifferent.end(), key) == indifferent.end();
                if (matters) std::erase(settled.indifferent, key);
            }
        }
        if (is_past || (changed.empty() && left.empty())) return std::nullopt;
        settled.answer.books.push_back(
            {address.date, open.book->version, std::move(changed), left, open.hurt, open.moved});
        return std::nullopt;
    }

    RefreshOrder order_;
    Instant now_;
};

}  // namespace

Errand<RefreshedBooks> refresh_day_books(RefreshOrder order, ErrandRequest request) {
    request.about = "refresh_day_books " + order.restaurant.text + " " + to_string(order.from) +
                    (order.after ? " " + to_string(*order.after) : "") + " " + std::to_string(order.limit);
    const auto now = request.now;
    return {std::move(request), Refresher{std::move(order), now}};
}

}  // namespace denwaban
