#include <algorithm>
#include <iterator>
#include <utility>

#include "refusals.hpp"
#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// What of the alternatives is offered: of the dearest kind that there is, the nearest to what was wanted. An earlier
/// and a later time are of one kind.
[[nodiscard]] std::vector<Alternative> chosen_offers(const std::vector<Alternative>& all, const TalkPolicy& policy,
                                                     MinuteOfDay wanted) {
    const auto group = [](AlternativeKind kind) {
        return kind == AlternativeKind::later ? AlternativeKind::earlier : kind;
    };
    for (const auto kind : policy.offered) {
        std::vector<Alternative> some;
        std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Alternative& one) {
            const bool is_offered =
                std::find(policy.offered.begin(), policy.offered.end(), one.kind) != policy.offered.end();
            return is_offered && group(one.kind) == group(kind);
        });
        if (some.empty()) continue;
        const auto away = [&](const Alternative& one) { return std::abs(one.begin.count() - wanted.count()); };
        std::stable_sort(some.begin(), some.end(),
                         [&](const Alternative& a, const Alternative& b) { return away(a) < away(b); });
        const bool is_one_only = kind == AlternativeKind::split || kind == AlternativeKind::other_seat;
        some.resize(std::min(some.size(), is_one_only ? std::size_t{1} : std::max(policy.most_offers, std::size_t{1})));
        std::stable_sort(some.begin(), some.end(), [](const Alternative& a, const Alternative& b) {
            return std::pair{a.date, a.begin} < std::pair{b.date, b.begin};
        });
        return some;
    }
    return {};
}

/// Of other times, those between two, where there are any.
void keep_within(const TimeRange& window, std::vector<Alternative>& all) {
    const auto is_time = [](const Alternative& one) {
        return one.kind == AlternativeKind::earlier || one.kind == AlternativeKind::later;
    };
    const auto is_within = [&](const Alternative& one) {
        return is_time(one) && one.begin >= *window.from && one.begin <= *window.until;
    };
    if (std::none_of(all.begin(), all.end(), is_within)) return;
    std::erase_if(all, [&](const Alternative& one) { return is_time(one) && !is_within(one); });
}

/// The halves of a party at two tables, as `propose` reckons them: the children sit with the first.
[[nodiscard]] std::vector<Party> halves(const Party& party) {
    const int all = chairs(party)->count(), second = all / 2;
    const int adults_there = std::min(second, party.adults.count());
    Party here = party, there;
    there.adults = *Covers::make(adults_there);
    there.children = *Covers::make(second - adults_there);
    here.adults = *Covers::make(party.adults.count() - adults_there);
    here.children = *Covers::make(party.children.count() - (second - adults_there));
    return {here, there};
}

}  // namespace

void Talker::take_answer(const Expected<Proposal, Errors>& answer) {
    if (!answer) {
        const bool is_unknown = is_of_the_world(answer.error());
        return happens(give_up(is_unknown ? HandOverReason::unavailable : HandOverReason::refused));
    }
    talk_.why_not.clear();
    if (const auto* possible = std::get_if<Possible>(&answer->answer)) {
        talk_.checked = Checked{wanted_date(), wanted()};
        if (window_of(talk_) == nullptr) return happens(ConversationEvent::found);
        // Of all that would do, the first is what they are offered.
        return offer({{AlternativeKind::earlier, wanted_date(), wanted().begin, possible->end, {}, {}, 0}});
    }
    const auto* no = std::get_if<Impossible>(&answer->answer);
    if (no != nullptr) talk_.why_not = no->limits;
    if (no != nullptr && no->limits.empty()) talk_.why_not.push_back({Limit::tables, 0});
    if (has(talk_.why_not, Limit::hours_unknown)) return happens(give_up(HandOverReason::hours_unknown));
    if (has(talk_.why_not, Limit::largest_party)) return happens(give_up(HandOverReason::large_party));
    auto alternatives = answer->alternatives;
    // One booking is changed into one, and a change tells the restaurant of no seat that can't be had.
    if (booking() != nullptr) {
        std::erase_if(alternatives, [](const Alternative& one) {
            return one.kind == AlternativeKind::split || one.kind == AlternativeKind::other_seat;
        });
    }
    if (const auto* window = window_of(talk_)) keep_within(*window, alternatives);
    auto offers = chosen_offers(alternatives, policy_, wanted().begin);
    // Where nobody knows whether there is a table, nobody says that there is none.
    if (no == nullptr && offers.empty()) return happens(give_up(HandOverReason::refused));
    offer(std::move(offers));
}

void Talker::offer(std::vector<Alternative> all) {
    talk_.offers = std::move(all);
    talk_.offered_times.clear();
    for (const auto& one : talk_.offers) talk_.offered_times.push_back(one.begin);
    happens(ConversationEvent::full);
}

void Talker::offer() {
    talk_.unconfirmed.clear();
    if (!talk_.why_not.empty()) say_why_not();
    if (talk_.offers.empty()) return reply(say(Line::ask_other), Question::time);
    reply(offers(), Question::offer);
}

Spoken Talker::offers() const {
    const auto& first = talk_.offers.front();
    std::vector<Spoken> offers;
    for (const auto& one : talk_.offers) {
        auto time = speaker_.clock(one.begin);
        offers.push_back(first.kind == AlternativeKind::other_day ? speaker_.moment(one.date, one.begin) : time);
    }
    const auto time = speaker_.clock(first.begin);
    Spoken said;
    switch (first.kind) {
        case AlternativeKind::earlier:
        case AlternativeKind::later:
            said = say(Line::offer_times, {{"offers", speaker_.either(offers)}});
            break;
        case AlternativeKind::other_day:
            said = say(Line::offer_day, {{"offers", speaker_.either(offers)}});
            break;
        case AlternativeKind::split:
            said = say(Line::offer_split, {{"time", time}});
            break;
        case AlternativeKind::other_seat:
            said = say(Line::offer_other_seat, {{"time", time}});
            break;
    }
    return speaker_.joined(std::move(said), say(Line::offer_one_of));
}

void Talker::take_offer() {
    const auto place = chosen_.value_or(0);
    if (place < talk_.offers.size()) {
        const auto& offer = talk_.offers[place];
        talk_.known.day = Heard<Date>{{offer.date}, {}, Precision::exact, {}};
        talk_.known.time = Heard<TimeWish>{{TimeWish{offer.begin}}, {}, Precision::exact, {}};
        talk_.takes_any_seat = talk_.takes_any_seat || offer.kind == AlternativeKind::other_seat;
        if (offer.kind == AlternativeKind::split) {
            talk_.checked = Checked{wanted_date(), wanted()};
            talk_.split = halves(wanted().wish.party);
        }
    }
    talk_.offers.clear();
    talk_.offered_times.clear();
    happens(stock());
}

void Talker::say_why_not() {
    const auto when = speaker_.when(wanted_date(), wanted().begin);
    const auto party = speaker_.party(wanted().wish.party);
    const auto limit = talk_.why_not.front().limit;
    const auto why = [&](Line line) {
        first_say(say(line, {{"day", when.day}, {"time", when.time}, {"party", party}}));
    };
    switch (limit) {
        case Limit::not_open:
            return why(periods_on(wanted_date()).empty() ? Line::is_closed : Line::is_not_open);
        case Limit::last_entry:
        case Limit::closing:
            return why(Line::is_past_last_entry);
        case Limit::lead_time:
        case Limit::cut_off:
            return why(Line::is_too_late);
        case Limit::furthest_date:
            return why(Line::is_too_far);
        case Limit::smallest_party:
            return why(Line::is_too_small);
        case Limit::tables:
            // Whether another would be free was not asked.
            if (const auto needs = seats_wished(); !needs.empty() && !talk_.takes_any_seat)
                return first_say(
                    say(Line::has_no_such_seat, {{"day", when.day}, {"time", when.time}, {"needs", needs}}));
            [[fallthrough]];
        case Limit::pacing_covers:
        case Limit::pacing_parties:
            return why(talk_.offers.empty() ? Line::full_no_offer : Line::is_full);
        case Limit::hours_unknown:
        case Limit::start_grid:
        case Limit::comes_twice:
        case Limit::largest_party:
        case Limit::walk_in_time:
        case Limit::table_size:
        case Limit::same_guest:
            return why(Line::is_not_possible);
    }
}

}  // namespace denwaban::detail::talk
