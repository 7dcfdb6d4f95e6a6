#include <denwaban/ledger/talk_desk.hpp>

#include <utility>
#include <vector>

#include <denwaban/documents/conversation_json.hpp>
#include <denwaban/ledger/desks.hpp>

#include "talk_desk.hpp"

namespace denwaban {

namespace {

class TalkWorld {
public:
    TalkWorld(Ledger& ledger, const RunOptions& options, const RestaurantId& restaurant, const Now& now)
        : desk_(ledger, options), customers_(ledger, options), restaurant_(restaurant), now_(now) {}

    [[nodiscard]] WorldAnswer operator()(const ProposalWanted& wanted) {
        Asking asking;
        asking.changing = wanted.changing;
        return desk_.propose({restaurant_, wanted.date}, {wanted.request, now_, asking, {}}, wanted.others);
    }
    [[nodiscard]] WorldAnswer operator()(const BookingsWanted& wanted) {
        using Found = Expected<std::vector<FoundBooking>, Errors>;
        auto listed = desk_.bookings({CallersBookings{wanted.phone, restaurant_},
                                      wanted.from,
                                      make_date(9999, 12, 31),
                                      ledger::most_bookings_of_caller,
                                      {}});
        if (!listed) return Found{Unexpected{std::move(listed).error()}};
        return ledger::found_bookings(*std::move(listed), restaurant_);
    }
    [[nodiscard]] WorldAnswer operator()(const CustomerWanted& wanted) {
        using Found = Expected<std::optional<Customer>, Errors>;
        auto all = customers_.by_phone(wanted.phone);
        if (!all) return Found{Unexpected{std::move(all).error()}};
        return ledger::known_customer(*std::move(all));
    }
    [[nodiscard]] WorldAnswer operator()(const CommandWanted& wanted) {
        using Done = Expected<CommandDone, Errors>;
        By by;
        by.actor = wanted.by;
        by.now = now_;
        ErrandRequest request;
        request.key = wanted.key;
        request.now = now_.instant;
        const auto* move = std::get_if<DateMove>(&wanted.command);
        auto done = move != nullptr ? desk_.move(move->booking, move->to, move->request, by, std::move(request))
                                    : desk_.decide(DayBookAddress{restaurant_, wanted.date},
                                                   std::get<Command>(wanted.command), by, std::move(request));
        if (!done) return Done{Unexpected{std::move(done).error()}};
        return Done{CommandDone{std::move(done)->exceeded}};
    }

private:
    ReservationDesk desk_;
    KeptCustomers customers_;
    const RestaurantId& restaurant_;
    const Now& now_;
};

}  // namespace

WorldAnswer TalkDesk::ask(const WorldQuestion& question, const Now& now) {
    return std::visit(TalkWorld{*ledger_, options_, setting_.restaurant.restaurant.id, now}, question);
}

Expected<ConversationKept, Errors> TalkDesk::keep(const Conversation& conversation, Instant now) {
    return run(*ledger_, keep_conversation({to_json(conversation)}, now), options_);
}
Expected<std::optional<Conversation>, Errors> TalkDesk::kept(ConversationId id) {
    const auto found = run(*ledger_, find_conversation(std::move(id)), options_);
    if (!found) return Unexpected{found.error()};
    if (!*found) return std::optional<Conversation>{};
    auto read = conversation_from_json((*found)->json);
    if (!read) return Unexpected{std::move(read).error()};
    return std::optional{*std::move(read)};
}

ConversationStep TalkDesk::hear(const Conversation& conversation, Utterance said, Instant instant) {
    const auto now = now_in(setting_.restaurant.hours.zone(), instant);
    said.meaning = understand(said.text, hearing_of(conversation, setting_, now));
    auto step = converse(conversation, said, setting_, now);
    while (const auto* question = std::get_if<WorldQuestion>(&step.next)) {
        step = given(step.conversation, ask(*question, now), setting_, now);
    }
    return step;
}

}  // namespace denwaban
