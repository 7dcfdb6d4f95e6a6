#include <denwaban/ledger/booking_errands.hpp>

#include <denwaban/reservation/change_date.hpp>

#include "book_writes.hpp"
#include "lapsing.hpp"
#include "messages.hpp"
#include "night_shelf.hpp"
#include "visits.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::missing;
using ledger::one_error;
using ledger::refused;
using ledger::Unanswered;

/// What was read of two nights and does not matter to either.
[[nodiscard]] std::vector<Key> indifferent_to_both(const DayBookAddress& from, const std::vector<Key>& to_from,
                                                   const DayBookAddress& to, const std::vector<Key>& to_to) {
    const auto has = [](const std::vector<Key>& all, const Key& key) {
        return std::find(all.begin(), all.end(), key) != all.end();
    };
    const auto first = ledger::keys_of_night(from), second = ledger::keys_of_night(to);
    std::vector<Key> all;
    for (const auto& key : to_from) {
        if (has(to_to, key) || !has(second, key)) all.push_back(key);
    }
    for (const auto& key : to_to) {
        if (!has(first, key)) all.push_back(key);
    }
    return all;
}

/// Takes a reservation from one date's book into another's; called again whenever more is known.
class Mover {
public:
    Mover(DeskOrder order, Instant now, Decide<KeptDecision> stay)
        : booking_(std::get<BookingId>(order.book)),
          order_(std::move(order)),
          now_(now),
          stay_(std::move(stay)),
          to_shelf_(booking_) {}

    [[nodiscard]] Verdict<KeptDecision> operator()(const Readings& known) {
        if (auto more = missing(known, {keys::booking(booking_)})) return *std::move(more);
        auto found = ledger::address_of(known, booking_);
        if (!found) return failed(std::move(found));
        if (!*found) return no_such_booking();
        const auto from = **std::move(found);
        const DayBookAddress to{from.restaurant, *order_.to};
        if (from == to) return stay_(known);
        auto keys = ledger::keys_of_night(from);
        ledger::append(keys, ledger::keys_of_night(to));
        if (auto more = missing(known, keys)) return *std::move(more);
        auto opened = from_shelf_.open(known, from, now_);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto& old = std::get<ledger::OpenBook>(opened);
        if (old.book.find(booking_) == nullptr) {
            // Between the two readings it may have gone into another date's book.
            if (std::exchange(looked_at_, from) == from) return no_such_booking();
            return ReadFirst{std::vector{keys::booking(booking_)}};
        }
        auto arriving = to_shelf_.open(known, to, now_);
        if (auto* why = std::get_if<Unanswered>(&arriving)) return std::move(*why);
        auto& reached = std::get<ledger::OpenBook>(arriving);
        if (auto lapses = ledger::lapses_first(known, old, now_)) return *std::move(lapses);
        if (auto lapses = ledger::lapses_first(known, reached, now_)) return *std::move(lapses);
        auto knowing = ledger::knowing_guest(known, reached.book, old.book.find(booking_)->details.customer);
        if (auto* why = std::get_if<Unanswered>(&knowing)) return std::move(*why);
        reached.book = std::move(std::get<DayBook>(knowing));
        return decide(known, old, reached);
    }

private:
    [[nodiscard]] Unanswered no_such_booking() const {
        return refused(ErrorCode::unknown_reference, "there is no reservation " + booking_.text, "/booking");
    }

    [[nodiscard]] Verdict<KeptDecision> decide(const Readings& known, const ledger::OpenBook& from,
                                               const ledger::OpenBook& to) const {
        auto given = order_.command(from.book, from.zone);
        if (!given) return failed(std::move(given));
        const auto* change = std::get_if<Change>(&given->command);
        if (change == nullptr || change->booking != booking_)
            return one_error(ErrorCode::invalid_value, "must be a change of the reservation", "/do");
        // The ledger remembers requests, and longer than a book should.
        given->by.key.clear();
        auto moved = change_date(from.book, to.book, booking_, change->request, given->by);
        if (!moved) return Refusal{ledger::told_why(std::move(moved).error(), known, to.book)};
        return keep(known, from, to, *moved);
    }

    [[nodiscard]] Verdict<KeptDecision> keep(const Readings& known, const ledger::OpenBook& from,
                                             const ledger::OpenBook& to, const DateChange& moved) const {
        auto committed = ledger::commit_of(known, from, to, moved);
        if (auto* why = std::get_if<Unanswered>(&committed)) return std::move(*why);
        auto& [writes, unknown, indifferent] = std::get<ledger::BookCommit>(committed);
        for (const auto& message : order_.messages) writes.push_back(ledger::put(message));
        ledger::append(indifferent, ledger::customers_unwritten(known, writes));
        auto answer = ledger::answer_of(to, moved.to);
        ledger::append(answer.hurt, from.hurt);
        ledger::append(answer.moved, from.moved);
        return Settled{std::move(writes), std::move(answer), {}, std::move(indifferent)};
    }

    BookingId booking_;
    DeskOrder order_;
    Instant now_;
    Decide<KeptDecision> stay_;  ///< where it has the date already
    ledger::NightShelf from_shelf_;
    ledger::NightShelf to_shelf_;
    std::optional<DayBookAddress> looked_at_;
};

}  // namespace

ledger::Known<ledger::BookCommit> ledger::commit_of(const Readings& known, const OpenBook& from, const OpenBook& to,
                                                    const DateChange& moved) {
    auto visits = visits_after({change_of(from, moved.from), change_of(to, moved.to.book)}, known);
    if (auto* why = std::get_if<Unanswered>(&visits)) return std::move(*why);
    auto left = neighbourhood_of(known, from, moved.from);
    if (auto* why = std::get_if<Unanswered>(&left)) return std::move(*why);
    auto reached = neighbourhood_of(known, to, moved.to.book);
    if (auto* why = std::get_if<Unanswered>(&reached)) return std::move(*why);
    auto& from_night = std::get<Neighbourhood>(left);
    auto& to_night = std::get<Neighbourhood>(reached);
    auto& changed = std::get<VisitWrites>(visits);

    std::vector<Write> writes{book_write(from, moved.from, known)};
    append(writes, book_writes(to, moved.to.book, known));
    append(writes, std::move(changed.writes));
    append_unwritten(writes, phone_writes(from.book, moved.from));
    append_unwritten(writes, phone_writes(to.book, moved.to.book));
    append_unwritten(writes, std::move(from_night.writes));
    append_unwritten(writes, std::move(to_night.writes));
    return BookCommit{
        std::move(writes), std::move(changed.unknown),
        indifferent_to_both(address_of(from.book), from_night.indifferent, address_of(to.book), to_night.indifferent)};
}

Decide<KeptDecision> ledger::move_upon(DeskOrder order, Instant now) {
    auto stay = decide_upon(order, now);
    return Mover{std::move(order), now, std::move(stay)};
}

Errand<KeptDecision> move_booking(DeskOrder order, ErrandRequest request) {
    const auto fails = [](ErrorCode code, std::string message, std::string where) -> Errand<KeptDecision> {
        return {[=](const Readings&) -> Verdict<KeptDecision> { return one_error(code, message, where); }};
    };
    if (request.key.empty()) return fails(ErrorCode::missing_key, "needs a request key", "/key");
    if (!order.to) return fails(ErrorCode::missing_key, "needs the date that it moves to", "/date");
    if (!std::holds_alternative<BookingId>(order.book))
        return fails(ErrorCode::missing_key, "needs the reservation that moves", "/booking");
    if (auto wrong = ledger::wrong_with(order.messages); !wrong.empty()) {
        return {[wrong = std::move(wrong)](const Readings&) -> Verdict<KeptDecision> { return wrong; }};
    }
    request.about = "move_booking " + std::get<BookingId>(order.book).text + " " + to_string(*order.to);
    request.asked = std::move(order.asked);
    const auto now = request.now;
    return {std::move(request), ledger::move_upon(std::move(order), now)};
}

}  // namespace denwaban
