#include "people_reader.hpp"

#include <algorithm>
#include <array>

#include "people_rows.hpp"
#include "traits.hpp"

namespace denwaban::talk {

std::optional<HeardPeople> PeopleReader::read() && {
    for (std::size_t at = 0; at < reading_.size(); ++at) at = step(at);
    return party_of(reading_, std::move(counts_));
}

std::size_t PeopleReader::step(std::size_t at) {
    const auto& token = reading_.tokens[at];
    switch (token.word) {
        case Word::pair:
        case Word::person:
            if (is_counted_pair(at)) return at;
            if (const auto row = row_of_people(reading_, at)) {
                counts_.pair += row->count;
                note(at), note(row->end - 1);
                return row->end - 1;
            }
            if (token.word == Word::pair) {
                counts_.pair += token.value == 2 ? 2 * couples(at) : 0;
                counts_.others += token.value == 0 ? 2 : 0;
                note(at);
                return at;
            }
            if (token.value == 1)
                counts_.me = counts_.me || is_joined(at);
            else if (is_joined(at))
                ++counts_.others;
            if (token.value == 0 && is_with_caller(at)) counts_.with_me = true;
            if (token.value == 0 && reading_.word(at + 1) == Word::mo) counts_.and_more = true;
            note(at);
            return at;
        case Word::adult:
        case Word::child:
        case Word::infant: {
            // 3歳の子も入れて4人
            if (is_of_age(at) && is_included(at) && reading_.word(at + 1) != Word::people) {
                put({is_baby(at) ? Who::infants : Who::children, 1, 1, 0, false, true, false, {at - 2, at + 1}});
                return at;
            }
            if (is_one_by_age(at)) {
                put_by_ages(at);
                put({is_baby(at) ? Who::infants : Who::children, 1, 1, 0, false, false, false, {at - 2, at + 1}});
                return at;
            }
            if (token.word == Word::infant && is_included(at)) {
                put({Who::infants, 1, 1, 0, false, true, false, {at, at + 1}});
                return at;
            }
            const auto next = reading_.skip(at + 1, {Word::wa, Word::filler, Word::ga});
            // 大人は私だけ
            const bool is_me = next > at + 1 && next < reading_.size() && reading_.word(next) == Word::person &&
                               reading_.tokens[next].value == 1 && reading_.word(next + 1) != Word::people;
            if (is_me && token.word == Word::adult && !is_joined(next)) {
                put({Who::adults, 1, 1, 0, false, false, false, {at, next + 1}});
                return next;
            }
            if (reading_.word(next) == Word::number && next < reading_.size() && next <= at + 2) {
                put({who_of(token.word),
                     reading_.tokens[next].value,
                     reading_.tokens[next].last,
                     token.value,
                     false,
                     is_among(at),
                     false,
                     {at, next + 1}});
                return next;
            }
            return at;
        }
        case Word::people:
            return people(at);
        case Word::number:
            return alone(at);
        default:
            return at;
    }
}

void PeopleReader::note(std::size_t at) {
    if (!counts_.words) counts_.words = Stretch{at, at + 1};
    counts_.named_end = at + 1;
}

std::size_t PeopleReader::people(std::size_t at) {
    const auto& token = reading_.tokens[at];
    const auto end = reading_.skip(at + 1, {Word::about});
    Count count{Who::all, token.value, token.last, 0, end > at + 1, false, false, {at, end}};
    const auto before = who_is_counted(at);
    if (before) {
        const auto& named = reading_.tokens[*before];
        if (named.word == Word::adult || named.word == Word::child || named.word == Word::infant) {
            count.who = is_baby(*before) ? Who::infants : who_of(named.word);
            count.kind = named.value;
            count.tokens.first = *before;
        }
        // Five of us, including a baby.
        const auto lead = reading_.back(*before, {Word::filler});
        const bool is_led = lead && reading_.word(*lead) == Word::including && reading_.english;
        count.among = is_among(at) || is_led || (count.who != Who::all && reading_.word(end) == Word::including);
    }
    // 母と叔母の娘の4人
    const bool of_all = before && count.who == Who::children && *before + 2 == at &&
                        reading_.word(at - 1) == Word::no && is_in_row(*before);
    if (of_all) count.who = Who::all, count.kind = 0;
    // 子ども1人か2人
    const auto* other = is_one_or_other(at) && count.who == Who::all ? last_counted() : nullptr;
    if (other != nullptr) count.who = other->who, count.kind = other->kind, count.among = other->among;
    if (before && reading_.word(*before) == Word::age && count.who == Who::all) {
        count.who = of_age(*before);
        count.tokens.first = *before;
    }
    // 3人なんですけど、1人は子どもです; 5人、うち1人は3歳です
    if (const auto who = told_of_part(count, end)) count.who = *who, count.among = true;
    count.in_all = is_in_all(count.tokens.first);
    if (is_price(at) || is_of_some(at, count)) return end - 1;
    // 二人で、もう一人来るから三人
    if (at > 0 && reading_.word(at - 1) == Word::already && !counts_.totals.empty() && !change_at(end)) {
        counts_.one_more = true;
        return end - 1;
    }
    if (const auto change = change_at(end)) {
        if (is_one_or_other(at)) take_either(count);
        changed(count, *change);
        return end - 1;
    }
    if (count.among && count.who == Who::all) {
        const auto next = reading_.skip(end, {Word::ga, Word::wa});
        const auto word = reading_.word(next);
        if (next < reading_.size() && (word == Word::child || word == Word::infant))
            count.who = who_of(word);
        else
            return end - 1;
    }
    const int behind = count.who == Who::all ? named_behind(end) : 0;
    count.least += behind, count.most += behind;
    const bool with =
        behind == 0 && before && reading_.word(*before) == Word::friends && reading_.word(end) == Word::to;
    const bool and_me = behind == 0 && before && reading_.word(*before) == Word::friends && counts_.me;
    if ((with || and_me) && *before + 1 == at) counts_.friends = true;
    // 同僚を3人連れて
    if (count.who == Who::all && reading_.word(end) == Word::bringing) counts_.friends = true;
    // 4人が2組; 4人で2組 may be four
    if (const auto groups = groups_at(end); groups && count.who == Who::all) {
        if (groups->is_doubtful) put(count);
        count.least *= groups->count, count.most *= groups->count;
        count.tokens.end = groups->end;
        put(count);
        return groups->end - 1;
    }
    counts_.besides = counts_.besides || (before && reading_.word(*before) == Word::besides) ||
                      (at >= 2 && reading_.word(at - 1) == Word::ni && reading_.word(at - 2) == Word::besides);
    put(count);
    return end - 1;
}

std::optional<HeardPeople> people_of(const Reading& reading) { return PeopleReader{reading}.read(); }

}  // namespace denwaban::talk
