#include <denwaban/ledger/booking_errands.hpp>

#include <denwaban/documents/day_book_json.hpp>

#include "documents/reservations/reservations.hpp"
#include "kept_book.hpp"
#include "messages.hpp"
#include "visits.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::missing;
using ledger::one_error;
using ledger::Unanswered;

[[nodiscard]] DayBookAddress address_of(const DayBook& book) { return {book->restaurant, book->date}; }

[[nodiscard]] KeptDecision answer_of(const Decision& decision) {
    const auto* reservation = decision.book.find(decision.booking);
    return {address_of(decision.book),
            decision.book->version,
            decision.booking,
            reservation != nullptr ? std::optional{*reservation} : std::nullopt,
            decision.moved,
            decision.exceeded};
}

/// A book's document, and where its new reservations are found.
[[nodiscard]] std::vector<Write> book_writes(const ledger::OpenBook& open, const DayBook& after,
                                             const Readings& known) {
    const auto address = address_of(after);
    const auto home = keys::day_book(address.restaurant, address.date);
    // To look for what nobody here knows is as much work as reading it all.
    const bool says_more = open.leftover == formats::Leftover::some;
    std::vector<Write> writes{Put{home, {}, to_kept_json(after, says_more ? known.find(home)->body : "{}"), {}}};
    for (const auto& one : after->reservations) {
        if (open.book.find(one.id) == nullptr) {
            writes.push_back(Put{keys::booking(one.id), Absent{}, ledger::written(address), {}});
        }
    }
    return writes;
}

/// Where a reservation is found by the number that was given for it.
[[nodiscard]] std::optional<Key> way_by_phone(const DayBook& book, const Reservation* one) {
    if (one == nullptr || !one->details.phone) return std::nullopt;
    return keys::booking_by_phone(*one->details.phone, book->restaurant, book->date, one->id);
}
/// What leads from numbers to reservations of a book, where it becomes another.
[[nodiscard]] std::vector<Write> phone_writes(const DayBook& before, const DayBook& after) {
    std::vector<Write> writes;
    const auto& olds = before->reservations;
    for (std::size_t place = 0; place < after->reservations.size(); ++place) {
        const auto& one = after->reservations[place];
        const bool is_there = place < olds.size() && olds[place].id == one.id;
        const auto old = way_by_phone(before, is_there ? &olds[place] : before.find(one.id));
        const auto now = way_by_phone(after, &one);
        if (old == now) continue;
        if (old) writes.push_back(Erase{*old, {}});
        if (now) writes.push_back(Put{*now, {}, ledger::link_to("booking", one.id), {}});
    }
    return writes;
}

/// Decides one order; called again whenever more is known. What was decided of a book is not decided again of the same.
class Desk {
public:
    explicit Desk(DeskOrder order) : order_(std::move(order)) {}

    [[nodiscard]] Verdict<KeptDecision> operator()(const Readings& known) {
        if (auto more = missing(known, named_keys())) return *std::move(more);
        auto address = where(known);
        if (auto* why = std::get_if<Unanswered>(&address)) return std::move(*why);
        auto opened = shelf_.open(known, std::get<DayBookAddress>(address));
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        auto& open = std::get<ledger::OpenBook>(opened);
        if (!decided_ || !(decided_->open.book == open.book)) decided_ = Decided{open, decision_of(open)};
        if (!decided_->decision) return Unanswered{decided_->decision.error()};
        return keep(known, decided_->open, *decided_->decision);
    }

private:
    struct Decided {
        ledger::OpenBook open;
        Expected<Decision, Unanswered> decision;
    };

    /// All that the order names is read at once.
    [[nodiscard]] std::vector<Key> named_keys() const {
        std::vector<Key> all;
        if (const auto* address = std::get_if<DayBookAddress>(&order_.book)) {
            all.push_back(keys::day_book(address->restaurant, address->date));
        } else {
            all.push_back(keys::booking(std::get<BookingId>(order_.book)));
        }
        if (order_.booking) all.push_back(keys::booking(*order_.booking));
        if (order_.customer) {
            all.push_back(keys::merged_customer(*order_.customer));
            all.push_back(keys::customer(*order_.customer));
        }
        return all;
    }

    [[nodiscard]] ledger::Known<DayBookAddress> where(const Readings& known) const {
        if (const auto* address = std::get_if<DayBookAddress>(&order_.book)) return *address;
        const auto& booking = std::get<BookingId>(order_.book);
        auto address = ledger::address_of(known, booking);
        if (!address) return failed(std::move(address));
        if (*address) return **std::move(address);
        return ledger::refused(ErrorCode::unknown_reference, "there is no reservation " + booking.text, "/booking");
    }

    [[nodiscard]] Expected<Decision, Unanswered> decision_of(const ledger::OpenBook& open) const {
        auto given = order_.command(open.book, open.zone);
        if (!given) return Unexpected{failed(std::move(given))};
        // The ledger remembers requests, and longer than a book should.
        given->by.key.clear();
        auto decision = decide(open.book, given->command, given->by);
        if (!decision) return Unexpected{Unanswered{Refusal{std::move(decision).error()}}};
        return *std::move(decision);
    }

    [[nodiscard]] Verdict<KeptDecision> keep(const Readings& known, const ledger::OpenBook& open,
                                             const Decision& decision) const {
        const auto& before = open.book;
        // What was so already.
        if (decision.book->version == before->version) return Settled{{}, answer_of(decision)};
        auto writes = book_writes(open, decision.book, known);
        auto visits = ledger::visits_after(before, decision.book, known);
        if (auto* why = std::get_if<Unanswered>(&visits)) return std::move(*why);
        auto& changed = std::get<ledger::VisitWrites>(visits);
        if (is_of(decision, changed.unknown)) {
            return ledger::refused(ErrorCode::unknown_reference, "is not kept", "/details/customer");
        }
        if (auto elsewhere = in_another_book(known, writes)) return *std::move(elsewhere);
        std::move(changed.writes.begin(), changed.writes.end(), std::back_inserter(writes));
        auto by_phone = phone_writes(before, decision.book);
        std::move(by_phone.begin(), by_phone.end(), std::back_inserter(writes));
        for (const auto& message : order_.messages) writes.push_back(ledger::put(message));
        return Settled{std::move(writes), answer_of(decision)};
    }

    [[nodiscard]] static bool is_of(const Decision& decision, const std::vector<CustomerId>& unknown) {
        const auto* reservation = decision.book.find(decision.booking);
        if (reservation == nullptr || !reservation->details.customer) return false;
        return std::find(unknown.begin(), unknown.end(), *reservation->details.customer) != unknown.end();
    }

    /// A reservation is in one book only.
    [[nodiscard]] static std::optional<Unanswered> in_another_book(const Readings& known,
                                                                   const std::vector<Write>& writes) {
        std::vector<Key> bookings;
        for (std::size_t place = 1; place < writes.size(); ++place)
            bookings.push_back(std::get<Put>(writes[place]).key);
        if (auto more = missing(known, bookings)) return more;
        const bool is_taken =
            std::any_of(bookings.begin(), bookings.end(), [&](const Key& key) { return known.find(key) != nullptr; });
        if (!is_taken) return std::nullopt;
        return ledger::refused(ErrorCode::duplicate_id, "is in another book", "/id");
    }

    DeskOrder order_;
    ledger::BookShelf shelf_;
    std::optional<Decided> decided_;
};

[[nodiscard]] std::string name_of_book(const DayBookAddress& address) {
    return address.restaurant.text + " " + to_string(address.date);
}
[[nodiscard]] std::string name_of_book(const WhichDayBook& book) {
    if (const auto* address = std::get_if<DayBookAddress>(&book)) return name_of_book(*address);
    return "of " + std::get<BookingId>(book).text;
}

/// Opens a book and does something with it that may need more of it.
template <class Answer, class Do>
[[nodiscard]] Decide<Answer> with_book(DayBookAddress address, Do what) {
    return [shelf = ledger::BookShelf{}, address = std::move(address),
            what = std::move(what)](const Readings& known) mutable -> Verdict<Answer> {
        auto opened = shelf.open(known, address);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        return what(known, std::get<ledger::OpenBook>(opened));
    };
}

}  // namespace

Errand<KeptDecision> decide_booking(DeskOrder order, ErrandRequest request) {
    request.about = "decide " + name_of_book(order.book) + " " + order.about;
    request.asked = std::move(order.asked);
    // Whoever lost the answer asks again, and must not book twice.
    if (request.key.empty()) {
        return {[](const Readings&) -> Verdict<KeptDecision> {
            return one_error(ErrorCode::missing_key, "needs a request key", "/key");
        }};
    }
    return {std::move(request), Desk{std::move(order)}};
}

Errand<KeptEdit> edit_day_book(DayBookAddress address, DeskEdit edit, ErrandRequest request) {
    request.about = "edit_day_book " + name_of_book(address);
    const auto decide = [edit = std::move(edit)](const Readings& known,
                                                 const ledger::OpenBook& open) -> Verdict<KeptEdit> {
        auto edited = edit(open.book, open.zone);
        if (!edited) return Refusal{std::move(edited).error()};
        auto visits = ledger::visits_after(open.book, edited->book, known);
        if (auto* why = std::get_if<Unanswered>(&visits)) return std::move(*why);
        auto writes = book_writes(open, edited->book, known);
        auto& changed = std::get<ledger::VisitWrites>(visits).writes;
        std::move(changed.begin(), changed.end(), std::back_inserter(writes));
        return Settled{std::move(writes), KeptEdit{address_of(edited->book), edited->book->version,
                                                   std::move(edited->hurt), std::move(edited->moved)}};
    };
    return {std::move(request), with_book<KeptEdit>(std::move(address), decide)};
}

denwaban::Decide<detail::AnyAnswer> detail::ask_day_book(DayBookAddress address, std::vector<Date> others,
                                                         AskDayBook ask) {
    const auto restaurant = address.restaurant;
    const auto decide = [=](const Readings& known, const ledger::OpenBook& open) -> denwaban::Verdict<AnyAnswer> {
        std::vector<Key> wanted;
        for (const auto date : others) wanted.push_back(keys::day_book(restaurant, date));
        if (auto more = missing(known, wanted)) return *std::move(more);
        std::vector<DayBook> days;
        for (const auto date : others) {
            auto day = ledger::BookShelf{}.open(known, {restaurant, date});
            if (auto* why = std::get_if<Unanswered>(&day)) return std::move(*why);
            days.push_back(std::get<ledger::OpenBook>(day).book);
        }
        auto answer = ask(open.book, days, open.zone);
        if (!answer) return failed(std::move(answer));
        return Told{*std::move(answer)};
    };
    return with_book<AnyAnswer>(std::move(address), decide);
}

Errand<DayBook> find_day_book(DayBookAddress address) {
    return ask_day_book(
        std::move(address), {},
        [](const DayBook& book, const auto&, const TimeZone&) -> Expected<DayBook, Errors> { return book; });
}

Errand<std::vector<Slot>> find_availability(DayBookAddress address, AvailabilityFor question) {
    const auto ask = [question = std::move(question)](const DayBook& book, const auto&,
                                                      const TimeZone& zone) -> Expected<std::vector<Slot>, Errors> {
        const auto asked = question(zone);
        if (!asked) return Unexpected{asked.error()};
        return availability(book, asked->wish, asked->starts, asked->now, asked->moves);
    };
    return ask_day_book(std::move(address), {}, ask);
}

Errand<Proposal> find_proposal(DayBookAddress address, std::vector<Date> others, ProposalFor question) {
    const auto ask = [question = std::move(question)](const DayBook& book, const std::vector<DayBook>& days,
                                                      const TimeZone& zone) -> Expected<Proposal, Errors> {
        const auto asked = question(zone);
        if (!asked) return Unexpected{asked.error()};
        return propose(book, asked->request, asked->now, asked->asking, days);
    };
    return ask_day_book(std::move(address), std::move(others), ask);
}

Errand<std::optional<KeptReservation>> find_booking(BookingId id) {
    using Found = std::optional<KeptReservation>;
    return {[id = std::move(id), shelf = ledger::BookShelf{}](const Readings& known) mutable -> Verdict<Found> {
        if (auto more = missing(known, {keys::booking(id)})) return *std::move(more);
        auto address = ledger::address_of(known, id);
        if (!address) return failed(std::move(address));
        if (!*address) return Told{Found{}};
        auto opened = shelf.open(known, **address);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto* reservation = std::get<ledger::OpenBook>(opened).book.find(id);
        if (reservation == nullptr) return Told{Found{}};
        return Told{Found{{**address, *reservation}}};
    }};
}

}  // namespace denwaban
