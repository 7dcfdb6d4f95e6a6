#include "talker.hpp"

#include <cassert>
#include <utility>

#include <denwaban/reservation/periods_of.hpp>

#include "intents.hpp"

namespace denwaban::detail::talk {

Talker::Talker(Conversation talk, const TalkSetting& setting, const Now& now)
    : talk_(std::move(talk)),
      setting_(setting),
      policy_(setting.policy),
      now_(now),
      speaker_(talk_.language, policy_.manner, today()) {}

void Talker::greet() {
    const auto& restaurant = setting_.restaurant.restaurant;
    const auto name = Spoken::read_as(restaurant.name, restaurant.kana.empty() ? restaurant.name : restaurant.kana);
    reply(say(Line::greeting, {{"restaurant", name}}), Question::wish);
}

void Talker::hear(const Utterance& said) {
    const bool is_repeated = !said.id.empty() && said.id == talk_.last_utterance;
    if (talk_.waiting_for) {
        next_ = *talk_.waiting_for;
    } else if (talk_.last && (is_over(talk_.state) || is_repeated)) {
        next_ = *talk_.last;
    } else {
        talk_.last_utterance = said.id;
        ++talk_.turns;
        const auto& words = said.keys.empty() ? said.text : said.keys;
        talk_.lines.push_back({SaidLine::Who::caller, std::string{first_characters(words, longest_text)}});
        const auto meaning = said.keys.empty() ? said.meaning : keyed(said.keys);
        if (talk_.turns > policy_.most_turns) return happens(give_up(HandOverReason::too_many_turns));
        const bool is_again = says(meaning, Intent::repeat) || says(meaning, Intent::slower);
        if (is_again && talk_.last) {
            next_ = *talk_.last;
            return;
        }
        happens(event_of(meaning, said));
    }
}

void Talker::take(const WorldAnswer& answer) {
    if (!talk_.waiting_for || talk_.waiting_for->index() != answer.index()) {
        if (talk_.waiting_for) next_ = *talk_.waiting_for;
        if (!next_ && talk_.last) next_ = *talk_.last;
        return;
    }
    talk_.waiting_for.reset();
    std::visit([&](const auto& one) { take_answer(one); }, answer);
}

ConversationStep Talker::step() && {
    assert(next_);
    if (!next_) next_ = Reply{};
    return {std::move(talk_), *std::move(next_)};
}

void Talker::happens(ConversationEvent event) {
    const auto step = conversation_lifecycle.step(talk_.state, event);
    const auto* moved = std::get_if<Moved<ConversationState, ConversationEffect>>(&step);
    if (moved == nullptr) {
        if (talk_.last) next_ = *talk_.last;
        return;
    }
    talk_.state = moved->to;
    if (moved->effect) carry_out(*moved->effect);
}

void Talker::carry_out(ConversationEffect effect) {
    switch (effect) {
        case ConversationEffect::take_stock:
            return happens(stock());
        case ConversationEffect::ask:
            return ask();
        case ConversationEffect::prompt:
            return prompt();
        case ConversationEffect::look_up:
            return ask_world(*wanted_);
        case ConversationEffect::offer:
            return offer();
        case ConversationEffect::take_offer:
            return take_offer();
        case ConversationEffect::hold:
            return hold();
        case ConversationEffect::read_back:
            return read_back();
        case ConversationEffect::let_go:
            return let_go();
        case ConversationEffect::act:
            return act();
        case ConversationEffect::report:
            return report();
        case ConversationEffect::ask_more:
            return ask_more();
        case ConversationEffect::hand_over:
            return hand_over();
        case ConversationEffect::say_goodbye:
            return say_goodbye();
    }
}

std::vector<Period> Talker::periods_on(Date date) const {
    return periods_of(setting_.restaurant.hours, date).value_or({});
}

}  // namespace denwaban::detail::talk

namespace denwaban {

ConversationStep greet(ConversationId id, Caller caller, Language language, const TalkSetting& setting) {
    Conversation talk;
    talk.id = std::move(id);
    talk.caller = caller;
    talk.language = language;
    detail::talk::Talker talker{std::move(talk), setting, {}};
    talker.greet();
    return std::move(talker).step();
}

ConversationStep converse(const Conversation& conversation, const Utterance& said, const TalkSetting& setting,
                          const Now& now) {
    detail::talk::Talker talker{conversation, setting, now};
    talker.hear(said);
    return std::move(talker).step();
}

ConversationStep given(const Conversation& conversation, const WorldAnswer& answer, const TalkSetting& setting,
                       const Now& now) {
    detail::talk::Talker talker{conversation, setting, now};
    talker.take(answer);
    return std::move(talker).step();
}

Hearing hearing_of(const Conversation& conversation, const TalkSetting& setting, const Now& now) {
    Hearing hearing{now.local, setting.restaurant.hours.calendar()};
    hearing.asked = conversation.asked;
    hearing.known = &conversation.known;
    hearing.hours = &setting.restaurant.hours;
    hearing.offered = conversation.offered_times;
    hearing.courses = setting.policy.courses;
    if (conversation.purpose == Purpose::cancel) hearing.proposed = Intent::cancel;
    if (conversation.purpose == Purpose::change) hearing.proposed = Intent::change;
    const auto& bookings = conversation.bookings;
    const bool is_one = bookings && bookings->size() == 1 && hearing.proposed;
    if (is_one) {
        const auto& one = bookings->front();
        hearing.booked = BookedStay{one.date, one.reservation.begin, one.reservation.wish.party};
    }
    return hearing;
}

}  // namespace denwaban
