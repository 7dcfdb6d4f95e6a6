#include <denwaban/ledger/booking_errands.hpp>

#include <denwaban/documents/day_book_json.hpp>

#include "documents/reservations/reservations.hpp"
#include "kept_book.hpp"
#include "messages.hpp"
#include "visits.hpp"

namespace denwaban {

namespace {

using formats::Json;
using ledger::failed;
using ledger::missing;
using ledger::one_error;

[[nodiscard]] Json answer_about(const DayBook& book) {
    return {{"restaurant", book->restaurant.text}, {"date", to_string(book->date)}, {"version", book->version}};
}

[[nodiscard]] std::string answer_of(const Decision& decision) {
    auto json = answer_about(decision.book);
    const auto* reservation = decision.book.find(decision.booking);
    json["booking"] = decision.booking.text;
    json["reservation"] = reservation != nullptr ? formats::written(*reservation) : Json(nullptr);
    json["moved"] = formats::written(decision.moved);
    json["exceeded"] = formats::written(decision.exceeded);
    return formats::write_document(json);
}

/// A book's document, and where its new reservations are found.
[[nodiscard]] std::vector<Write> book_writes(const DayBook& before, const DayBook& after, const Readings& known) {
    const DayBookAddress address{after->restaurant, after->date};
    const auto home = keys::day_book(address.restaurant, address.date);
    const auto* kept = known.find(home);
    std::vector<Write> writes{Put{home, {}, to_kept_json(after, kept != nullptr ? kept->body : "{}"), {}}};
    for (const auto& one : after->reservations) {
        if (before.find(one.id) == nullptr) {
            writes.push_back(Put{keys::booking(one.id), Absent{}, ledger::written(address), {}});
        }
    }
    return writes;
}

/// Decides one order; called again whenever more is known.
class Desk {
public:
    explicit Desk(DeskOrder order) : order_(std::move(order)) {}

    [[nodiscard]] Verdict operator()(const Readings& known) {
        auto address = where(known);
        if (auto* verdict = std::get_if<Verdict>(&address)) return std::move(*verdict);
        auto opened = shelf_.open(known, std::get<DayBookAddress>(address));
        if (auto* verdict = std::get_if<Verdict>(&opened)) return std::move(*verdict);
        return decide(known, std::get<OpenBook>(opened));
    }

private:
    using OpenBook = ledger::OpenBook;

    [[nodiscard]] ledger::Known<DayBookAddress> where(const Readings& known) const {
        if (const auto* address = std::get_if<DayBookAddress>(&order_.book)) return *address;
        const auto& booking = std::get<BookingId>(order_.book);
        if (auto more = missing(known, {keys::booking(booking)})) return *std::move(more);
        auto address = ledger::address_of(known, booking);
        if (!address) return failed(std::move(address));
        if (*address) return **std::move(address);
        return Verdict{
            Refusal{one_error(ErrorCode::unknown_reference, "there is no reservation " + booking.text, "/booking")}};
    }

    [[nodiscard]] Verdict decide(const Readings& known, const OpenBook& open) {
        auto given = order_.command(open.book, open.zone);
        if (!given) return failed(std::move(given));
        // The ledger remembers requests, and longer than a book should.
        given->by.key.clear();
        const auto decision = denwaban::decide(open.book, given->command, given->by);
        if (!decision) return Refusal{decision.error()};
        return keep(known, open.book, *decision);
    }

    [[nodiscard]] Verdict keep(const Readings& known, const DayBook& before, const Decision& decision) const {
        // What was so already.
        if (decision.book->version == before->version) return Settled{{}, answer_of(decision)};
        auto writes = book_writes(before, decision.book, known);
        auto visits = ledger::visits_after(before, decision.book, known);
        if (auto* verdict = std::get_if<Verdict>(&visits)) return std::move(*verdict);
        auto& changed = std::get<ledger::VisitWrites>(visits);
        if (is_of(decision, changed.unknown)) {
            return Refusal{one_error(ErrorCode::unknown_reference, "is not kept", "/details/customer")};
        }
        if (auto elsewhere = in_another_book(known, writes)) return *std::move(elsewhere);
        std::move(changed.writes.begin(), changed.writes.end(), std::back_inserter(writes));
        for (const auto& message : order_.messages) writes.push_back(ledger::put(message));
        return Settled{std::move(writes), answer_of(decision)};
    }

    [[nodiscard]] static bool is_of(const Decision& decision, const std::vector<CustomerId>& unknown) {
        const auto* reservation = decision.book.find(decision.booking);
        if (reservation == nullptr || !reservation->details.customer) return false;
        return std::find(unknown.begin(), unknown.end(), *reservation->details.customer) != unknown.end();
    }

    /// A reservation is in one book only.
    [[nodiscard]] static std::optional<Verdict> in_another_book(const Readings& known,
                                                                const std::vector<Write>& writes) {
        std::vector<Key> bookings;
        for (std::size_t place = 1; place < writes.size(); ++place)
            bookings.push_back(std::get<Put>(writes[place]).key);
        if (auto more = missing(known, bookings)) return more;
        const bool is_taken =
            std::any_of(bookings.begin(), bookings.end(), [&](const Key& key) { return known.find(key) != nullptr; });
        if (!is_taken) return std::nullopt;
        return Verdict{Refusal{one_error(ErrorCode::duplicate_id, "is in another book", "/id")}};
    }

    DeskOrder order_;
    ledger::BookShelf shelf_;
};

[[nodiscard]] std::string name_of_book(const DayBookAddress& address) {
    return address.restaurant.text + " " + to_string(address.date);
}
[[nodiscard]] std::string name_of_book(const WhichDayBook& book) {
    if (const auto* address = std::get_if<DayBookAddress>(&book)) return name_of_book(*address);
    return "of " + std::get<BookingId>(book).text;
}

/// Opens a book and does something with it that may need more of it.
template <class Do>
[[nodiscard]] Decide with_book(DayBookAddress address, Do what) {
    return [shelf = ledger::BookShelf{}, address = std::move(address),
            what = std::move(what)](const Readings& known) mutable -> Verdict {
        auto opened = shelf.open(known, address);
        if (auto* verdict = std::get_if<Verdict>(&opened)) return std::move(*verdict);
        return what(known, std::get<ledger::OpenBook>(opened));
    };
}

[[nodiscard]] Verdict told(Expected<std::string, Errors> answer) {
    if (!answer) return failed(std::move(answer));
    return Told{*std::move(answer)};
}

}  // namespace

Errand decide_booking(DeskOrder order, ErrandRequest request) {
    request.about = "decide " + name_of_book(order.book) + " " + order.about;
    request.asked = std::move(order.asked);
    // Whoever lost the answer asks again, and must not book twice.
    if (request.key.empty()) {
        return {{}, [](const Readings&) -> Verdict {
                    return one_error(ErrorCode::missing_key, "needs a request key", "/key");
                }};
    }
    return {std::move(request), Desk{std::move(order)}};
}

Errand edit_day_book(DayBookAddress address, DeskEdit edit, ErrandRequest request) {
    request.about = "edit_day_book " + name_of_book(address);
    const auto decide = [edit = std::move(edit)](const Readings& known, const ledger::OpenBook& open) -> Verdict {
        const auto edited = edit(open.book, open.zone);
        if (!edited) return Refusal{edited.error()};
        auto visits = ledger::visits_after(open.book, edited->book, known);
        if (auto* verdict = std::get_if<Verdict>(&visits)) return std::move(*verdict);
        auto writes = book_writes(open.book, edited->book, known);
        auto& changed = std::get<ledger::VisitWrites>(visits).writes;
        std::move(changed.begin(), changed.end(), std::back_inserter(writes));
        auto answer = answer_about(edited->book);
        answer["hurt"] = formats::written(edited->hurt);
        answer["moved"] = formats::written(edited->moved);
        return Settled{std::move(writes), formats::write_document(answer)};
    };
    return {std::move(request), with_book(std::move(address), decide)};
}

Errand ask_day_book(DayBookAddress address, std::vector<Date> others, DeskQuestion ask) {
    const auto restaurant = address.restaurant;
    const auto decide = [=](const Readings& known, const ledger::OpenBook& open) -> Verdict {
        std::vector<Key> wanted;
        for (const auto date : others) wanted.push_back(keys::day_book(restaurant, date));
        if (auto more = missing(known, wanted)) return *std::move(more);
        std::vector<DayBook> days;
        for (const auto date : others) {
            auto day = ledger::BookShelf{}.open(known, {restaurant, date});
            if (auto* verdict = std::get_if<Verdict>(&day)) return std::move(*verdict);
            days.push_back(std::get<ledger::OpenBook>(day).book);
        }
        return told(ask(open.book, days, open.zone));
    };
    return {{}, with_book(std::move(address), decide)};
}

Errand find_day_book(DayBookAddress address) {
    return ask_day_book(std::move(address), {},
                        [](const DayBook& book, const auto&, const TimeZone&) -> Expected<std::string, Errors> {
                            return to_json(book);
                        });
}

Errand find_booking(BookingId id) {
    return {{}, [id = std::move(id), shelf = ledger::BookShelf{}](const Readings& known) mutable -> Verdict {
                if (auto more = missing(known, {keys::booking(id)})) return *std::move(more);
                const auto address = ledger::address_of(known, id);
                if (!address) return failed(address);
                if (!*address) return Told{"null"};
                auto opened = shelf.open(known, **address);
                if (auto* verdict = std::get_if<Verdict>(&opened)) return std::move(*verdict);
                const auto& book = std::get<ledger::OpenBook>(opened).book;
                const auto* reservation = book.find(id);
                if (reservation == nullptr) return Told{"null"};
                auto answer = answer_about(book);
                answer.erase("version");
                answer["reservation"] = formats::written(*reservation);
                return Told{formats::write_document(answer)};
            }};
}

}  // namespace denwaban
