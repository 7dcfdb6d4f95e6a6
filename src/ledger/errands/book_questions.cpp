#include <denwaban/ledger/booking_errands.hpp>

#include "book_writes.hpp"
#include "night_shelf.hpp"

namespace denwaban {

namespace {

using ledger::Unanswered;

/// Opens books for a question: as they are decided upon at an instant, or as they are kept.
class OpenedBooks {
public:
    /// `leaving`: a reservation that would go from one of them into another, and is in nobody's way.
    OpenedBooks(const Readings& known, std::optional<Instant> when, std::optional<BookingId> leaving = std::nullopt)
        : known_(known), when_(when), leaving_(std::move(leaving)) {}

    [[nodiscard]] ledger::Known<ledger::OpenBook> open(const DayBookAddress& address) const {
        if (!when_) return ledger::BookShelf{}.open(known_, address);
        return ledger::NightShelf{leaving_}.open(known_, address, *when_);
    }
    [[nodiscard]] ledger::Known<std::vector<DayBook>> others(const RestaurantId& restaurant,
                                                             const std::vector<Date>& dates) const {
        std::vector<DayBook> days;
        for (const auto date : dates) {
            auto day = open({restaurant, date});
            if (auto* why = std::get_if<Unanswered>(&day)) return std::move(*why);
            days.push_back(ledger::without(std::get<ledger::OpenBook>(day).book, leaving_));
        }
        return days;
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
    std::optional<BookingId> leaving_;
};

[[nodiscard]] const std::optional<BookingId>& changing_in(const AvailabilityQuestion& asked) { return asked.changing; }
[[nodiscard]] const std::optional<BookingId>& changing_in(const ProposalQuestion& asked) {
    return asked.asking.changing;
}

/// The book of another date that has what is to be changed; nothing where the one that is asked has it, or none.
[[nodiscard]] ledger::Known<std::optional<DayBook>> book_left(const Readings& known, const BookingId& changing,
                                                              const DayBookAddress& asked, Instant now) {
    using Left = std::optional<DayBook>;
    if (auto more = ledger::missing(known, {keys::booking(changing)})) return *std::move(more);
    auto home = ledger::address_of(known, changing);
    if (!home) return ledger::failed(std::move(home));
    if (!*home || **home == asked) return Left{};
    if ((*home)->restaurant != asked.restaurant)
        return ledger::refused(ErrorCode::invalid_value, "is another restaurant's", "/changing");
    auto opened = ledger::NightShelf{}.open(known, **home, now);
    if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
    return Left{std::get<ledger::OpenBook>(opened).book};
}

/// Answers a question that may be about a change of what this book has, or another date's.
template <class Answer, class Question, class Ask>
[[nodiscard]] Errand<Answer> ask_about(DayBookAddress address, std::vector<Date> others,
                                       std::function<Expected<Question, Errors>(const TimeZone&)> question, Ask ask) {
    return {[=](const Readings& known) -> Verdict<Answer> {
        // Any clocks do: they say the same instant.
        const auto any = question(TimeZone::tokyo());
        if (!any) return ledger::failed(any);
        const auto now = any->now.instant;
        const auto& changing = changing_in(*any);
        std::optional<DayBook> left;
        if (changing) {
            auto found = book_left(known, *changing, address, now);
            if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
            left = std::get<std::optional<DayBook>>(std::move(found));
        }
        const OpenedBooks books{known, now, changing};
        if (auto more = books.missing(address.restaurant, address.date, others)) return *std::move(more);
        auto opened = books.open(address);
        if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
        auto days = books.others(address.restaurant, others);
        if (auto* why = std::get_if<Unanswered>(&days)) return std::move(*why);
        const auto& open = std::get<ledger::OpenBook>(opened);
        auto asked = question(open.zone);
        if (asked && left) asked = for_another_date(*std::move(asked), *left);
        if (!asked) return ledger::failed(std::move(asked));
        auto answer = ask(open.book, *asked, std::get<std::vector<DayBook>>(days));
        if (!answer) return ledger::failed(std::move(answer));
        return Told{*std::move(answer)};
    }};
}

constexpr auto most_vacancies = 31;

/// What is changed stands in the first book, or in none of them any more.
[[nodiscard]] Expected<std::vector<Vacancy>, Errors> vacancies(const DayBook& first, const AvailabilityQuestion& asked,
                                                               const std::vector<DayBook>& later) {
    auto elsewhere = asked.changing ? for_another_date(asked, first) : Expected<AvailabilityQuestion, Errors>{asked};
    if (!elsewhere) return Unexpected{std::move(elsewhere).error()};
    std::vector<Vacancy> all;
    const auto add = [&all](const DayBook& book, const AvailabilityQuestion& question) -> Expected<Vacancy, Errors> {
        auto slots = availability(book, question);
        if (!slots) return Unexpected{std::move(slots).error()};
        return all.emplace_back(vacancy_of(book->date, *slots));
    };
    if (auto vacancy = add(first, asked); !vacancy) return Unexpected{std::move(vacancy).error()};
    for (const auto& book : later) {
        if (auto vacancy = add(book, *elsewhere); !vacancy) return Unexpected{std::move(vacancy).error()};
    }
    return all;
}

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
        auto days = books.others(address.restaurant, others);
        if (auto* why = std::get_if<Unanswered>(&days)) return std::move(*why);
        const auto& open = std::get<ledger::OpenBook>(opened);
        auto answer = ask(open.book, std::get<std::vector<DayBook>>(days), open.zone);
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
    return ask_about<std::vector<Slot>>(
        std::move(address), {}, std::move(question),
        [](const DayBook& book, const AvailabilityQuestion& asked, const auto&) { return availability(book, asked); });
}

Errand<std::vector<Vacancy>> find_vacancies(RestaurantId restaurant, Date from, Date to, AvailabilityFor question) {
    const auto count = (to - from).count() + 1;
    if (count < 1 || count > most_vacancies) {
        return {[](const Readings&) -> Verdict<std::vector<Vacancy>> {
            return ledger::refused(ErrorCode::out_of_range, "is to be 1 to 31 dates on", "/to");
        }};
    }
    std::vector<Date> later;
    for (auto date = from + date::days{1}; date <= to; date += date::days{1}) later.push_back(date);
    return ask_about<std::vector<Vacancy>>({std::move(restaurant), from}, std::move(later), std::move(question),
                                           vacancies);
}

Errand<Proposal> find_proposal(DayBookAddress address, std::vector<Date> others, ProposalFor question) {
    return ask_about<Proposal>(std::move(address), std::move(others), std::move(question),
                               [](const DayBook& book, const ProposalQuestion& asked,
                                  const std::vector<DayBook>& days) { return propose(book, asked, days); });
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
