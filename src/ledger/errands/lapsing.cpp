#include "lapsing.hpp"

#include <set>

#include "book_writes.hpp"
#include "visits.hpp"

namespace denwaban::ledger {

namespace {

/// Customers of whom whatever is done to a book has room to write as well.
constexpr std::size_t most_beside = 10;
/// Customers of one commit.
constexpr std::size_t most_of_commit = 40;

[[nodiscard]] bool is_over(const Reservation& one, Instant now) {
    return one.commitment != Commitment::lapsed && commitment_at(one, now) == Commitment::lapsed;
}

/// The book once those of some customers have lapsed.
[[nodiscard]] DayBook with_some_lapsed(const DayBook& book, Instant now) {
    auto contents = book.contents();
    ++contents.version;
    std::set<CustomerId> whose;
    for (auto& one : contents.reservations) {
        if (!is_over(one, now)) continue;
        const auto& customer = one.details.customer;
        if (customer && whose.size() == most_of_commit && !whose.contains(*customer)) continue;
        if (customer) whose.insert(*customer);
        denwaban::detail::lapse(one);
    }
    return denwaban::detail::BookKeeper::write(std::move(contents), book);
}

}  // namespace

std::optional<Unanswered> lapses_first(const Readings& known, const OpenBook& open, Instant now) {
    const auto before = open.was.value_or(open.book);
    std::set<CustomerId> whose;
    for (const auto& one : before->reservations) {
        if (is_over(one, now) && one.details.customer) whose.insert(*one.details.customer);
    }
    if (whose.size() <= most_beside) return std::nullopt;
    const auto after = with_some_lapsed(before, now);
    auto visits = visits_after({{before, after}}, known);
    if (auto* why = std::get_if<Unanswered>(&visits)) return std::move(*why);
    std::vector<Write> writes{book_write(open, after, known)};
    append(writes, std::move(std::get<VisitWrites>(visits).writes));
    return Unanswered{WriteFirst{std::move(writes)}};
}

}  // namespace denwaban::ledger
