#include <denwaban/ledger/reservation_desk.hpp>

#include <utility>

#include "answers.hpp"
#include "asked.hpp"

namespace denwaban {

namespace {

/// What a command is about, as far as two with the same request key may be told apart.
struct About {
    std::string operator()(const NewReservation& one) const { return "book " + one.id.text; }
    std::string operator()(const NewGroup& one) const { return "book_group " + one.id.text; }
    std::string operator()(const ChangeGroup& one) const { return "change " + one.booking.text; }
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
    std::string operator()(const Swap& one) const { return "swap " + one.booking.text; }
    std::string operator()(const Renew& one) const { return "renew " + one.booking.text; }
    std::string operator()(const TakeUp& one) const { return "take_up " + one.booking.text; }
    std::string operator()(const Undo& one) const { return "undo " + one.booking.text; }
};
[[nodiscard]] std::string about(const Command& command) { return std::visit(About{}, command); }

/// Which of those that a command makes or names are read with its book.
struct NamedCustomer {
    std::optional<CustomerId> operator()(const NewReservation& one) const { return one.details.customer; }
    std::optional<CustomerId> operator()(const NewGroup& one) const { return one.details.customer; }
    std::optional<CustomerId> operator()(const WalkIn& one) const { return one.details.customer; }
    std::optional<CustomerId> operator()(const ChangeDetails& one) const { return one.details.customer; }
    std::optional<CustomerId> operator()(const auto&) const { return std::nullopt; }
};
struct NewBooking {
    std::optional<BookingId> operator()(const NewReservation& one) const { return one.id; }
    std::optional<BookingId> operator()(const WalkIn& one) const { return one.id; }
    std::optional<BookingId> operator()(const auto&) const { return std::nullopt; }
};

[[nodiscard]] By on_clocks(By by, const TimeZone& zone) {
    by.now = now_in(zone, by.now.instant);
    return by;
}

/// A question as it is asked on the clocks of a book.
template <class Question>
[[nodiscard]] auto on_clocks(Question question) {
    return [question = std::move(question)](const TimeZone& zone) -> Expected<Question, Errors> {
        auto asked = question;
        asked.now = now_in(zone, question.now.instant);
        return asked;
    };
}

struct WrittenEdit {
    formats::Json operator()(const FloorPlan& plan) const { return {{"floor_plan", shapes::written_as(plan)}}; }
    formats::Json operator()(const Policy& policy) const { return {{"policy", shapes::written_as(policy)}}; }
    formats::Json operator()(const std::vector<Period>& periods) const {
        return {{"periods", shapes::written_as(periods)}};
    }
};

}  // namespace

DeskOrder desk_order(WhichDayBook book, Command command, By by, std::vector<Message> messages) {
    auto asked = ledger::asked_of_book(formats::written(command), formats::written(by));
    DeskOrder order{std::move(book),
                    std::visit(NewBooking{}, command),
                    std::visit(NamedCustomer{}, command),
                    about(command),
                    {},
                    std::move(messages),
                    std::move(asked)};
    order.command = [command = std::move(command), by = std::move(by)](
                        const DayBook&, const TimeZone& zone) -> Expected<GivenCommand, Errors> {
        return GivenCommand{command, on_clocks(by, zone)};
    };
    return order;
}

Expected<KeptDecision, Errors> ReservationDesk::move(BookingId booking, Date to, std::optional<Request> wanted, By by,
                                                     ErrandRequest request, std::vector<Message> messages) {
    request.now = by.now.instant;
    DeskOrder order;
    order.book = booking;
    order.to = to;
    order.messages = std::move(messages);
    formats::Json said{{"do", "change"}, {"booking", booking.text}};
    order.asked = ledger::asked_of_book(wanted ? formats::written(Command{Change{booking, *wanted}}) : std::move(said),
                                        formats::written(by));
    order.command = [booking = std::move(booking), wanted = std::move(wanted), by = std::move(by)](
                        const DayBook& book, const TimeZone& zone) -> Expected<GivenCommand, Errors> {
        const auto* old = book.find(booking);
        auto as_said = wanted || old == nullptr ? wanted.value_or(Request{}) : Request{old->wish, old->begin};
        return GivenCommand{Change{booking, std::move(as_said)}, on_clocks(by, zone)};
    };
    return run(*ledger_, move_booking(std::move(order), std::move(request)), options_);
}

Expected<KeptEdit, Errors> ReservationDesk::edit(DayBookAddress address, Edit edit, By by, ErrandRequest request,
                                                 std::vector<Renamed> renamed) {
    auto words = std::visit(WrittenEdit{}, edit);
    if (!renamed.empty()) {
        auto names = formats::Json::array();
        for (const auto& [from, to] : renamed) names.push_back({{"from", from.text}, {"to", to.text}});
        words["renamed"] = std::move(names);
    }
    words["by"] = formats::written(by);
    request.now = by.now.instant;
    request.asked = ledger::canonical(words);
    by.key.clear();
    const DeskEdit replace = [edit = std::move(edit), by = std::move(by), renamed = std::move(renamed)](
                                 const DayBook& book, const TimeZone& zone) -> Expected<Edited, Errors> {
        return edited(book, GivenEdit{edit, on_clocks(by, zone), renamed});
    };
    return run(*ledger_, edit_day_book(std::move(address), replace, std::move(request)), options_);
}

Expected<std::vector<Slot>, Errors> ReservationDesk::availability(DayBookAddress address,
                                                                  AvailabilityQuestion question) {
    return run(*ledger_, find_availability(std::move(address), on_clocks(std::move(question))), options_);
}

Expected<std::vector<Vacancy>, Errors> ReservationDesk::vacancies(RestaurantId restaurant, Date from, Date to,
                                                                  AvailabilityQuestion question) {
    return run(*ledger_, find_vacancies(std::move(restaurant), from, to, on_clocks(std::move(question))), options_);
}

Expected<std::vector<LateParty>, Errors> ReservationDesk::late_parties(DayBookAddress address,
                                                                       LatePartiesQuestion question) {
    return run(*ledger_, find_late_parties(std::move(address), on_clocks(std::move(question))), options_);
}

Expected<std::vector<WaitingParty>, Errors> ReservationDesk::waiting_list(DayBookAddress address,
                                                                          WaitingListQuestion question) {
    return run(*ledger_, find_waiting_list(std::move(address), on_clocks(std::move(question))), options_);
}

Expected<Proposal, Errors> ReservationDesk::propose(DayBookAddress address, ProposalQuestion question,
                                                    std::vector<Date> others) {
    return run(*ledger_, find_proposal(std::move(address), std::move(others), on_clocks(std::move(question))),
               options_);
}

}  // namespace denwaban
