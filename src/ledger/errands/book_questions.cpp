#include <denwaban/ledger/booking_errands.hpp>

#include "book_writes.hpp"
#include "night_shelf.hpp"

namespace denwaban {

namespace {

using ledger::Unanswered;

/// Opens books for a question: as they are decided upon at an instant, or as they are kept.
class OpenedBooks {
public:
    OpenedBooks(const Readings& known, std::optional<Instant> when) : known_(known), when_(when) {}

    [[nodiscard]] ledger::Known<ledger::OpenBook> open(const DayBookAddress& address) const {
        return when_ ? ledger::NightShelf{}.open(known_, address, *when_) : ledger::BookShelf{}.open(known_, address);
    }
    [[nodiscard]] std::optional<Unanswered> missing(const RestaurantId& restaurant, Date first,
                                                    const std::vector<Date>& others) const {
        std::vector<Key> wanted;
        const auto add = [&](Date date) {
            const DayBookAddress address{restaurant, date};
            auto keys = when_ ? ledger::keys_of_night(address) : std::vector{keys::day_book(restaurant, date)};
            wanted.insert(wanted.end(), keys.begin(), keys.end());
        };
        add(first);
        for (const auto date : others) add(date);
        return ledger::missing(known_, wanted);
    }

private:
    const Readings& known_;
    std::optional<Instant> when_;
};

/// The instant of a question, whose clocks are the book's.
[[nodiscard]] auto asked_at(auto question) {
    return [question = std::move(question)](const TimeZone& zone) -> Expected<Instant, Errors> {
        const auto asked = question(zone);
        if (!asked) return Unexpected{asked.error()};
        return asked->now.instant;
    };
}

}  // namespace

denwaban::Decide<detail::AnyAnswer> detail::ask_day_book(DayBookAddress address, std::vector<Date> others,
                                                         AskDayBook ask, AskedWhen when) {
    return [=](const Readings& known) -> denwaban::Verdict<AnyAnswer> {
        std::optional<Instant> now;
        if (when) {
            // Any clocks do: they say the same instant.
            auto instant = when(TimeZone::tokyo());
            if (!instant) return ledger::failed(std::move(instant));
            now = *instant;
        }
        const OpenedBooks books{known, now};
        if (auto more = books.missing(address.restaurant, address.date, others)) return *std::move(more);
        auto opened = books.open(address);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        std::vector<DayBook> days;
        for (const auto date : others) {
            auto day = books.open({address.restaurant, date});
            if (auto* why = std::get_if<Unanswered>(&day)) return std::move(*why);
            days.push_back(std::get<ledger::OpenBook>(day).book);
        }
        const auto& open = std::get<ledger::OpenBook>(opened);
        auto answer = ask(open.book, days, open.zone);
        if (!answer) return ledger::failed(std::move(answer));
        return Told{*std::move(answer)};
    };
}

Errand<DayBook> find_day_book(DayBookAddress address) {
    return ask_day_book(
        std::move(address), {},
        [](const DayBook& book, const auto&, const TimeZone&) -> Expected<DayBook, Errors> { return book; });
}

Errand<std::vector<Slot>> find_availability(DayBookAddress address, AvailabilityFor question) {
    const auto ask = [question](const DayBook& book, const auto&,
                                const TimeZone& zone) -> Expected<std::vector<Slot>, Errors> {
        const auto asked = question(zone);
        if (!asked) return Unexpected{asked.error()};
        return availability(book, *asked);
    };
    return ask_day_book(std::move(address), {}, ask, asked_at(question));
}

Errand<Proposal> find_proposal(DayBookAddress address, std::vector<Date> others, ProposalFor question) {
    const auto ask = [question](const DayBook& book, const std::vector<DayBook>& days,
                                const TimeZone& zone) -> Expected<Proposal, Errors> {
        const auto asked = question(zone);
        if (!asked) return Unexpected{asked.error()};
        return propose(book, *asked, days);
    };
    return ask_day_book(std::move(address), std::move(others), ask, asked_at(question));
}

Errand<std::vector<LateParty>> find_late_parties(DayBookAddress address, LatePartiesFor question) {
    const auto ask = [question](const DayBook& book, const auto&,
                                const TimeZone& zone) -> Expected<std::vector<LateParty>, Errors> {
        const auto asked = question(zone);
        if (!asked) return Unexpected{asked.error()};
        return late_parties(book, *asked);
    };
    return ask_day_book(std::move(address), {}, ask, asked_at(question));
}

Errand<std::vector<WaitingParty>> find_waiting_list(DayBookAddress address, WaitingListFor question) {
    const auto ask = [question](const DayBook& book, const auto&,
                                const TimeZone& zone) -> Expected<std::vector<WaitingParty>, Errors> {
        const auto asked = question(zone);
        if (!asked) return Unexpected{asked.error()};
        return waiting_list(book, *asked);
    };
    return ask_day_book(std::move(address), {}, ask, asked_at(question));
}

Errand<std::optional<KeptReservation>> find_booking(BookingId id) {
    using Found = std::optional<KeptReservation>;
    return {[id = std::move(id),
             looked_at = std::optional<DayBookAddress>{}](const Readings& known) mutable -> Verdict<Found> {
        if (auto more = ledger::missing(known, {keys::booking(id)})) return *std::move(more);
        auto address = ledger::address_of(known, id);
        if (!address) return ledger::failed(std::move(address));
        if (!*address) return Told{Found{}};
        auto opened = ledger::BookShelf{}.open(known, **address);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        const auto* reservation = std::get<ledger::OpenBook>(opened).book.find(id);
        if (reservation != nullptr) return Told{Found{{**address, *reservation}}};
        // Between the two readings it may have gone into another date's book.
        if (std::exchange(looked_at, **address) == **address) return Told{Found{}};
        return ReadFirst{std::vector{keys::booking(id)}};
    }};
}

Errand<BusinessDate> find_business_date(RestaurantId restaurant, Instant now) {
    return {[restaurant = std::move(restaurant), now](const Readings& known) -> Verdict<BusinessDate> {
        auto night = ledger::night_of(known, restaurant, now, now);
        if (auto* why = std::get_if<Unanswered>(&night)) return std::move(*why);
        return Told{BusinessDate{std::get<DayBookAddress>(night).date}};
    }};
}

}  // namespace denwaban
