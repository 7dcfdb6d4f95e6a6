#include <utility>

#include "talker.hpp"

namespace denwaban::detail::talk {

void Talker::ask_world(WorldQuestion question) {
    talk_.waiting_for = question;
    next_ = std::move(question);
}

void Talker::take_answer(const Expected<std::vector<FoundBooking>, Errors>& answer) {
    if (!answer) return happens(give_up(HandOverReason::unavailable));
    if (talk_.state == ConversationState::acting) return act_upon(*answer);
    talk_.bookings = *answer;
    std::erase_if(*talk_.bookings, [&](const FoundBooking& one) {
        return !counts_at(one.reservation, now_.instant) || is_at_table(one.reservation.presence) ||
               at(one.date, one.reservation.end) < now_.local;
    });
    happens(ConversationEvent::found);
}

void Talker::take_answer(const Expected<std::optional<Customer>, Errors>& answer) {
    // A booking can be taken from somebody of whom nothing is known.
    talk_.customer = answer ? *answer : std::nullopt;
    const auto& customer = *talk_.customer;
    if (customer && !talk_.known.name && (!customer->kana.empty() || !customer->name.empty())) {
        talk_.known.name = Heard<SpokenName>{{{customer->kana, customer->name}}, {}, Precision::exact, {}};
    }
    happens(ConversationEvent::found);
}

}  // namespace denwaban::detail::talk
