#include <denwaban/ledger/reservation_desk.hpp>

#include <utility>

#include <denwaban/ledger/run.hpp>

#include "asked.hpp"
#include "documents/reservations/reservations.hpp"
#include "ledger/port/ledger_words.hpp"

namespace denwaban {

namespace {

using formats::Fields;
using formats::Node;

[[nodiscard]] DayBookAddress read_address(const Fields& fields) {
    return {fields.require("restaurant", formats::read_id<struct RestaurantTag>),
            fields.require("date", [](const Node& part) { return part.date(); })};
}

[[nodiscard]] KeptDecision read_decision(const Node& node) {
    const Fields fields{node, {"restaurant", "date", "version", "booking", "reservation", "moved", "exceeded"}};
    KeptDecision decision;
    decision.book = read_address(fields);
    decision.version = fields.require("version", ledger::read_version).number;
    decision.booking = {fields.require("booking", ledger::read_string)};
    decision.reservation = formats::read_if_any(fields, "reservation", formats::read_reservation);
    decision.moved = fields.require("moved", formats::read_moved);
    decision.exceeded = fields.require("exceeded", formats::read_exceeded);
    return decision;
}

[[nodiscard]] std::optional<KeptReservation> read_kept_reservation(const Node& node) {
    if (node.value().is_null()) return std::nullopt;
    const Fields fields{node, {"restaurant", "date", "reservation"}};
    return KeptReservation{read_address(fields), fields.require("reservation", formats::read_reservation)};
}

/// What a command is about, as far as two with the same request key may be told apart.
struct About {
    std::string operator()(const NewReservation& one) const { return "book " + one.id.text; }
    std::string operator()(const WalkIn& one) const { return "walk_in " + one.id.text; }
    std::string operator()(const Change& one) const { return "change " + one.booking.text; }
    std::string operator()(const ChangeDetails& one) const { return "change_details " + one.booking.text; }
    std::string operator()(const Follow& one) const { return std::string{name_of(one.event)} + " " + one.booking.text; }
    std::string operator()(const Attend& one) const { return std::string{name_of(one.event)} + " " + one.booking.text; }
    std::string operator()(const Allocate& one) const {
        return std::string{name_of(one.event)} + " " + one.booking.text;
    }
    std::string operator()(const Block& one) const { return "block " + one.table.text; }
    std::string operator()(const Unblock& one) const { return "unblock " + one.table.text; }
};
[[nodiscard]] std::string about(const Command& command) { return std::visit(About{}, command); }

/// What an errand answers, read.
template <class Read>
[[nodiscard]] auto asked(Ledger& ledger, Errand errand, Read&& read) -> decltype(read(std::string_view{})) {
    const auto answer = run(ledger, std::move(errand));
    if (!answer) return Unexpected{answer.error()};
    return read(*answer);
}

}  // namespace

Expected<KeptDecision, Errors> kept_decision_from_json(std::string_view text) {
    return formats::read_document(text, read_decision);
}

Expected<std::optional<KeptReservation>, Errors> kept_reservation_from_json(std::string_view text) {
    return formats::read_document(text, read_kept_reservation);
}

Expected<KeptDecision, Errors> ReservationDesk::decide(WhichDayBook book, Command command, By by, ErrandRequest request,
                                                       std::vector<Message> messages) {
    request.now = by.now.instant;
    auto in_full = ledger::asked_of_book(formats::written(command), formats::written(by));
    const CommandFor given = [command, by = std::move(by)](const DayBook&,
                                                           const TimeZone& zone) -> Expected<GivenCommand, Errors> {
        auto giver = by;
        giver.now = now_in(zone, by.now.instant);
        return GivenCommand{command, std::move(giver)};
    };
    auto words = about(command);
    return asked(*ledger_,
                 decide_booking({std::move(book), std::move(words), given, std::move(messages), std::move(in_full)},
                                std::move(request)),
                 kept_decision_from_json);
}

Expected<DayBook, Errors> ReservationDesk::day_book(DayBookAddress address) {
    return asked(*ledger_, find_day_book(std::move(address)), day_book_from_json);
}

Expected<std::optional<KeptReservation>, Errors> ReservationDesk::find(BookingId id) {
    return asked(*ledger_, find_booking(std::move(id)), kept_reservation_from_json);
}

}  // namespace denwaban
