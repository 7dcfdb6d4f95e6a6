#include <algorithm>
#include <array>
#include <utility>

#include "talker.hpp"

namespace denwaban::detail::talk {

void Talker::reply(const Spoken& said, std::optional<Question> asked) {
    auto whole = speaker_.joined(std::exchange(talk_.to_say, {}), said);
    talk_.asked = asked;
    Reply reply{std::move(whole), {}};
    if (!is_over(talk_.state)) reply.listen = listening(asked);
    talk_.lines.push_back({SaidLine::Who::machine, reply.say.text()});
    talk_.last = reply;
    next_ = std::move(reply);
}

bool Talker::is_human_there() const { return !policy_.humans || policy_.humans->is_open(now_.instant).value_or(false); }

Spoken Talker::guest() const {
    const auto* name = name_of_guest(talk_);
    if (name != nullptr) return speaker_.name(name->kana, name->written);
    const auto* found = booking();
    return found != nullptr ? speaker_.name(found->reservation.details.kana, found->reservation.details.name)
                            : speaker_.name({}, {});
}

Spoken Talker::booked(Line line, const FoundBooking& found) const {
    const auto& one = found.reservation;
    const auto when = speaker_.when(found.date, one.begin);
    return say(line, {{"name", speaker_.name(one.details.kana, one.details.name)},
                      {"day", when.day},
                      {"time", when.time},
                      {"party", speaker_.party(one.wish.party)}});
}

Spoken Talker::allergies() const {
    std::vector<Spoken> all;
    for (const auto& one : talk_.known.allergies) all.push_back(speaker_.allergy(one.what));
    return speaker_.listed(all);
}

Spoken Talker::seats_wished() const {
    std::vector<Spoken> needs;
    for (const auto& one : talk_.known.needs) {
        if (is_of_seats(one.need)) needs.push_back(speaker_.need(one.need));
    }
    return speaker_.listed(needs);
}

/// What is wished for beside day, time and party.
void Talker::add_wishes(Spoken& said) const {
    const auto& known = talk_.known;
    const auto add = [&](const Spoken& more) { said = speaker_.joined(std::move(said), more); };
    std::vector<Spoken> needs;
    for (const auto& one : known.needs) {
        if (!talk_.takes_any_seat || !is_of_seats(one.need)) needs.push_back(speaker_.need(one.need));
    }
    if (!needs.empty()) add(say(Line::with_needs, {{"needs", speaker_.listed(needs)}}));
    if (talk_.takes_any_seat) add(say(Line::with_untold_seat, {{"needs", seats_wished()}}));
    if (!known.allergies.empty()) add(say(Line::with_allergies, {{"allergies", allergies()}}));
    const auto* course = known.course ? known.course->certain() : nullptr;
    const auto* named = course != nullptr ? std::get_if<NamedCourse>(course) : nullptr;
    if (named != nullptr) add(say(Line::with_course, {{"course", named->name}}));
    const auto* found = booking();
    const auto* booked =
        found != nullptr && found->reservation.wish.course ? &*found->reservation.wish.course : nullptr;
    if (course != nullptr && named == nullptr && booked != nullptr)
        add(say(Line::without_course, {{"course", *booked}}));
    if (const auto* one = known.occasion ? known.occasion->certain() : nullptr)
        add(say(Line::with_occasion, {{"occasion", speaker_.occasion(*one)}}));
    if (const auto* one = known.budget ? known.budget->certain() : nullptr)
        add(say(Line::with_budget, {{"budget", speaker_.budget(*one)}}));
}

/// From what to what: nobody agrees to a change of another booking than they mean.
Spoken Talker::changed_summary() const {
    const auto& found = *booking();
    const auto request = wanted();
    const auto from = speaker_.when(found.date, found.reservation.begin);
    const auto when = speaker_.when(wanted_date(), request.begin);
    auto said = say(Line::read_back_change, {{"name", guest()},
                                             {"from_day", from.day},
                                             {"from_time", from.time},
                                             {"from_party", speaker_.party(found.reservation.wish.party)},
                                             {"day", when.day},
                                             {"time", when.time},
                                             {"party", speaker_.party(request.wish.party)}});
    add_wishes(said);
    return said;
}

Spoken Talker::summary() const {
    const auto request = wanted();
    const auto when = speaker_.when(wanted_date(), request.begin);
    const std::array<Filling, 5> all{{{"day", when.day},
                                      {"time", when.time},
                                      {"party", speaker_.party(request.wish.party)},
                                      {"name", guest()},
                                      {"message", talk_.message}}};
    const auto line = [&](Line which) { return say(which, {all[0], all[1], all[2], all[3], all[4]}); };
    Spoken said;
    switch (talk_.purpose.value_or(Purpose::book)) {
        case Purpose::book: {
            said = line(talk_.split.empty() ? Line::read_back_book : Line::read_back_split);
            add_wishes(said);
            if (const auto* phone = phone_of(talk_))
                said = speaker_.joined(std::move(said), say(Line::with_phone, {{"phone", speaker_.phone(*phone)}}));
            break;
        }
        case Purpose::change:
            said = changed_summary();
            break;
        case Purpose::cancel:
            said = booked(Line::read_back_cancel, *booking());
            break;
        case Purpose::lost_property:
        case Purpose::late_arrival:
            said = line(Line::read_back_message);
            break;
        case Purpose::tell:
            break;
    }
    return speaker_.joined(std::move(said), say(Line::is_that_right));
}

void Talker::read_back() {
    talk_.unconfirmed.clear();
    reply(summary(), Question::read_back);
}

void Talker::report() {
    const auto [day, time] = speaker_.when(wanted_date(), wanted().begin);
    const std::array<Filling, 2> when{{{"day", day}, {"time", time}}};
    Spoken said;
    switch (talk_.purpose.value_or(Purpose::book)) {
        case Purpose::book:
            said = policy_.terms == BotTerms::confirmed ? say(Line::done_book, {when[0], when[1]})
                                                        : say(Line::done_request);
            break;
        case Purpose::change:
            said = say(Line::done_change, {when[0], when[1]});
            break;
        case Purpose::cancel:
            said = say(Line::done_cancel);
            break;
        case Purpose::lost_property:
        case Purpose::late_arrival: {
            const auto intent = talk_.purpose == Purpose::lost_property ? Intent::lost_property : Intent::late_arrival;
            const auto code = policy_.messages.find(intent);
            if (code != policy_.messages.end()) talk_.messages.push_back({code->second, {}, talk_.message});
            said = say(Line::done_message);
            break;
        }
        case Purpose::tell:
            break;
    }
    finish();
    reply(speaker_.joined(std::move(said), say(Line::ask_more)), Question::anything_else);
}

void Talker::ask_more() { reply(say(Line::ask_more), Question::anything_else); }

void Talker::hand_over() {
    if (is_human_there()) return reply(say(Line::hand_over), std::nullopt);
    const auto* phone = phone_of(talk_);
    reply(
        phone != nullptr ? say(Line::hand_over_later, {{"phone", speaker_.phone(*phone)}}) : say(Line::hand_over_never),
        std::nullopt);
}

void Talker::say_goodbye() { reply(say(Line::goodbye), std::nullopt); }

}  // namespace denwaban::detail::talk
