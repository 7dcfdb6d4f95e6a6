#include <denwaban/ledger/booking_errands.hpp>

#include <type_traits>

#include <denwaban/documents/day_book_json.hpp>

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
using ledger::Unanswered;

/// Whose table a command asks for, where it asks for one.
struct GuestOf {
    const DayBook& book;

    std::optional<CustomerId> operator()(const auto& one) const {
        if constexpr (requires { one.details.customer; }) {
            return one.details.customer;
        } else if constexpr (
            requires {
                one.booking;
                one.begin;
            } ||
            requires {
                one.booking;
                one.request;
            } ||
            std::is_same_v<decltype(one), const Undo&>) {
            const auto* asked = book.find(one.booking);
            return asked == nullptr ? std::nullopt : asked->details.customer;
        } else {
            return std::nullopt;
        }
    }
};

/// Decides one order; called again whenever more is known. What was decided of a book is not decided again of the same.
class Desk {
public:
    Desk(DeskOrder order, Instant now) : order_(std::move(order)), now_(now) {}

    [[nodiscard]] Verdict<KeptDecision> operator()(const Readings& known) {
        if (auto more = missing(known, named_keys())) {
            has_looked_again_ = false;
            return *std::move(more);
        }
        auto address = where(known);
        if (auto* why = std::get_if<Unanswered>(&address)) return std::move(*why);
        auto opened = shelf_.open(known, std::get<DayBookAddress>(address), now_);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        auto& open = std::get<ledger::OpenBook>(opened);
        if (auto again = gone_meanwhile(open.book)) return *std::move(again);
        if (auto lapses = ledger::lapses_first(known, open, now_)) return *std::move(lapses);
        auto knowing = ledger::knowing_guest(known, open.book, guest_of(open));
        if (auto* why = std::get_if<Unanswered>(&knowing)) return std::move(*why);
        open.book = std::move(std::get<DayBook>(knowing));
        if (!decided_ || !(decided_->open.book == open.book)) decided_ = Decided{open, decision_of(known, open)};
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
            all = ledger::keys_of_night(*address);
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

    /// Of a command that gives somebody a table.
    [[nodiscard]] std::optional<CustomerId> guest_of(const ledger::OpenBook& open) const {
        const auto given = order_.command(open.book, open.zone);
        if (!given) return std::nullopt;
        return std::visit(GuestOf{open.book}, given->command);
    }

    /// Between the two readings it may have gone into another date's book.
    [[nodiscard]] std::optional<Unanswered> gone_meanwhile(const DayBook& book) {
        const auto* booking = std::get_if<BookingId>(&order_.book);
        if (booking == nullptr || book.find(*booking) != nullptr || has_looked_again_) return std::nullopt;
        has_looked_again_ = true;
        return Unanswered{ReadFirst{std::vector{keys::booking(*booking)}}};
    }

    [[nodiscard]] ledger::Known<DayBookAddress> where(const Readings& known) const {
        if (const auto* address = std::get_if<DayBookAddress>(&order_.book)) return *address;
        const auto& booking = std::get<BookingId>(order_.book);
        auto address = ledger::address_of(known, booking);
        if (!address) return failed(std::move(address));
        if (*address) return **std::move(address);
        return ledger::refused(ErrorCode::unknown_reference, "there is no reservation " + booking.text, "/booking");
    }

    [[nodiscard]] Expected<Decision, Unanswered> decision_of(const Readings& known,
                                                             const ledger::OpenBook& open) const {
        auto given = order_.command(open.book, open.zone);
        if (!given) return Unexpected{failed(std::move(given))};
        // The ledger remembers requests, and longer than a book should.
        given->by.key.clear();
        auto decision = decide(open.book, given->command, given->by);
        if (!decision)
            return Unexpected{Unanswered{Refusal{ledger::told_why(std::move(decision).error(), known, open.book)}}};
        return *std::move(decision);
    }

    [[nodiscard]] Verdict<KeptDecision> keep(const Readings& known, const ledger::OpenBook& open,
                                             const Decision& decision) const {
        const auto& before = open.book;
        // What was so already.
        if (decision.book->version == before->version) return Settled{{}, ledger::answer_of(open, decision)};
        auto committed = ledger::commit_of(known, open, decision.book);
        if (auto* why = std::get_if<Unanswered>(&committed)) return std::move(*why);
        auto& [writes, unknown, indifferent] = std::get<ledger::BookCommit>(committed);
        if (const auto* customer = unknown_of(decision, unknown)) {
            return Refusal{ledger::not_kept(*customer, "/details/customer")};
        }
        for (const auto& message : order_.messages) writes.push_back(ledger::put(message));
        if (!order_.customer) ledger::append(indifferent, ledger::customers_unwritten(known, writes));
        return Settled{std::move(writes), ledger::answer_of(open, decision), {}, std::move(indifferent)};
    }

    /// The customer of a decision, where it is one of the unknown.
    [[nodiscard]] static const CustomerId* unknown_of(const Decision& decision,
                                                      const std::vector<CustomerId>& unknown) {
        const auto* reservation = decision.book.find(decision.booking);
        if (reservation == nullptr || !reservation->details.customer) return nullptr;
        const auto found = std::find(unknown.begin(), unknown.end(), *reservation->details.customer);
        return found == unknown.end() ? nullptr : &*found;
    }

    DeskOrder order_;
    Instant now_;
    ledger::NightShelf shelf_;
    std::optional<Decided> decided_;
    bool has_looked_again_ = false;
};

/// A reservation is in one book only.
[[nodiscard]] std::optional<Unanswered> in_another_book(const Readings& known, const std::vector<Write>& writes) {
    std::vector<Key> bookings;
    for (std::size_t place = 1; place < writes.size(); ++place) bookings.push_back(std::get<Put>(writes[place]).key);
    if (auto more = missing(known, bookings)) return more;
    const bool is_taken =
        std::any_of(bookings.begin(), bookings.end(), [&](const Key& key) { return known.find(key) != nullptr; });
    if (!is_taken) return std::nullopt;
    return ledger::refused(ErrorCode::duplicate_id, "is in another book", "/id");
}

[[nodiscard]] std::string name_of_book(const DayBookAddress& address) {
    return address.restaurant.text + " " + to_string(address.date);
}
[[nodiscard]] std::string name_of_book(const WhichDayBook& book) {
    if (const auto* address = std::get_if<DayBookAddress>(&book)) return name_of_book(*address);
    return "of " + std::get<BookingId>(book).text;
}

/// What an edit made other than it was belongs to the date alone from now on.
[[nodiscard]] DayBook with_own_parts(const DayBook& before, const DayBook& after) {
    auto contents = after.contents();
    const auto add = [&](BookPart part, bool differs) {
        auto& own = contents.own;
        if (differs && std::find(own.begin(), own.end(), part) == own.end()) own.push_back(part);
    };
    add(BookPart::floor_plan, contents.floor_plan != before->floor_plan);
    add(BookPart::policy, contents.policy != before->policy);
    add(BookPart::periods, contents.periods != before->periods);
    return denwaban::detail::BookKeeper::write(std::move(contents), after);
}

[[nodiscard]] Verdict<KeptEdit> keep_edit(const Readings& known, const ledger::OpenBook& open, Edited edited) {
    edited.book = with_own_parts(open.book, edited.book);
    auto visits = ledger::visits_after({ledger::change_of(open, edited.book)}, known);
    if (auto* why = std::get_if<Unanswered>(&visits)) return std::move(*why);
    auto night = ledger::neighbourhood_of(known, open, edited.book);
    if (auto* why = std::get_if<Unanswered>(&night)) return std::move(*why);
    auto& [more, indifferent] = std::get<ledger::Neighbourhood>(night);
    auto writes = ledger::book_writes(open, edited.book, known);
    ledger::append(writes, std::move(std::get<ledger::VisitWrites>(visits).writes));
    ledger::append(writes, std::move(more));
    KeptEdit answer{ledger::address_of(edited.book), edited.book->version, open.hurt, open.moved};
    ledger::append(answer.hurt, std::move(edited.hurt));
    ledger::append(answer.moved, std::move(edited.moved));
    return Settled{std::move(writes), std::move(answer), {}, std::move(indifferent)};
}

}  // namespace

Decide<KeptDecision> ledger::decide_upon(DeskOrder order, Instant now) { return Desk{std::move(order), now}; }

Errand<KeptDecision> decide_booking(DeskOrder order, ErrandRequest request) {
    request.about = "decide " + name_of_book(order.book) + " " + order.about;
    request.asked = std::move(order.asked);
    // Whoever lost the answer asks again, and must not book twice.
    if (request.key.empty()) {
        return {[](const Readings&) -> Verdict<KeptDecision> {
            return one_error(ErrorCode::missing_key, "needs a request key", "/key");
        }};
    }
    if (auto wrong = ledger::wrong_with(order.messages); !wrong.empty()) {
        return {[wrong = std::move(wrong)](const Readings&) -> Verdict<KeptDecision> { return wrong; }};
    }
    const auto now = request.now;
    return {std::move(request), ledger::decide_upon(std::move(order), now)};
}

ledger::Known<ledger::BookCommit> ledger::commit_of(const Readings& known, const OpenBook& open, const DayBook& after) {
    const auto& before = open.book;
    auto writes = book_writes(open, after, known);
    auto visits = visits_after({change_of(open, after)}, known);
    if (auto* why = std::get_if<Unanswered>(&visits)) return std::move(*why);
    auto& changed = std::get<VisitWrites>(visits);
    if (auto elsewhere = in_another_book(known, writes)) return *std::move(elsewhere);
    auto night = neighbourhood_of(known, open, after);
    if (auto* why = std::get_if<Unanswered>(&night)) return std::move(*why);
    auto& [more, indifferent] = std::get<Neighbourhood>(night);
    append(writes, std::move(changed.writes));
    append(writes, std::move(more));
    append(writes, phone_writes(before, after));
    return BookCommit{std::move(writes), std::move(changed.unknown), std::move(indifferent)};
}

Errand<KeptEdit> edit_day_book(DayBookAddress address, DeskEdit edit, ErrandRequest request) {
    request.about = "edit_day_book " + name_of_book(address);
    const auto decide = [address = std::move(address), edit = std::move(edit), shelf = ledger::NightShelf{},
                         now = request.now](const Readings& known) mutable -> Verdict<KeptEdit> {
        auto opened = shelf.open(known, address, now);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto& open = std::get<ledger::OpenBook>(opened);
        if (auto lapses = ledger::lapses_first(known, open, now)) return *std::move(lapses);
        auto edited = edit(open.book, open.zone);
        if (!edited) return Refusal{std::move(edited).error()};
        return keep_edit(known, open, *std::move(edited));
    };
    return {std::move(request), decide};
}

}  // namespace denwaban
