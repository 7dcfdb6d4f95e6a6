#include "people_reader.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "people_rows.hpp"
#include "traits.hpp"

namespace denwaban::talk {

bool PeopleReader::is_one_or_other(std::size_t at) const {
    const auto& counted = counts_.mentions;
    if (counted.empty() || counted.back().end + 1 != at) return false;
    return reading_.word(at - 1) == Word::ka || reading_.word(at - 1) == Word::either;
}

void PeopleReader::take_either(Count& count) {
    for (auto* counts : {&counts_.totals, &counts_.adults, &counts_.children, &counts_.infants}) {
        if (counts->empty() || counts->back().tokens.end != counts_.mentions.back().end) continue;
        count.least = std::min(count.least, counts->back().least);
        count.most = std::max(count.most, counts->back().most);
        counts->pop_back();
        return;
    }
}

const Count* PeopleReader::last_counted() const {
    for (const auto* counts : {&counts_.adults, &counts_.children, &counts_.infants}) {
        if (!counts->empty() && counts->back().tokens.end == counts_.mentions.back().end) return &counts->back();
    }
    return nullptr;
}

std::optional<int> PeopleReader::change_at(std::size_t end) const {
    for (auto place = end; place < reading_.size() && place < end + 4; ++place) {
        const auto word = reading_.word(place);
        // 3人プラス赤ちゃん
        const bool is_plus = word == Word::more && reading_.folded({place, place + 1}) == u"ぷらす";
        if (is_plus && is_someone_counted(place + 1)) return std::nullopt;
        if (word == Word::more) return 1;
        if (word == Word::fewer || reading_.cue(place) == Cue::cancel) return -1;
        const bool goes_on = word == Word::ga || word == Word::wa || word == Word::wo || word == Word::filler ||
                             word == Word::mo || word == Word::people_topic || word == Word::about;
        if (!goes_on) return std::nullopt;
    }
    return std::nullopt;
}

void PeopleReader::changed(const Count& count, int sign) {
    auto& of = count.who == Who::children  ? counts_.change.children
               : count.who == Who::infants ? counts_.change.infants
                                           : counts_.change.adults;
    of += sign * count.least;
    counts_.change_more += sign * (count.most - count.least);
    counts_.changes = true;
    counts_.changed_from = count.tokens.first;
    counts_.mentions.push_back(count.tokens);
    widen(count.tokens);
}

std::size_t PeopleReader::alone(std::size_t at) {
    const auto topic = reading_.back(at, {Word::wa, Word::ga, Word::filler});
    const bool is_told = topic && *topic + 1 < at && reading_.word(*topic) == Word::people_topic;
    if (!reading_.is_asked(Question::party) && !is_told) return at;
    const auto& token = reading_.tokens[at];
    // 母が75で: an age
    constexpr std::int32_t grown = 13;
    const bool is_age = topic && *topic + 1 < at && is_someone(reading_, *topic) && token.value >= grown;
    if (is_age) return at;
    const auto word = reading_.word(at + 1);
    const bool ends = at + 1 >= reading_.size() || word == Word::copula || word == Word::de || word == Word::stop ||
                      word == Word::polite || word == Word::about || word == Word::kara || word == Word::ka;
    if (ends && token.value >= 1 && token.value <= Covers::max) {
        put({Who::all, token.value, token.last, 0, word == Word::about, false, is_in_all(at), {at, at + 1}});
    }
    return at;
}

void PeopleReader::widen(Stretch tokens) {
    if (!counts_.words) counts_.words = tokens;
    counts_.words->first = std::min(counts_.words->first, tokens.first);
    counts_.words->end = std::max(counts_.words->end, tokens.end);
}

bool PeopleReader::is_total_taken_back(std::size_t at) const {
    if (counts_.totals.size() != 1 || !counts_.adults.empty() || !counts_.children.empty()) return false;
    const auto end = counts_.totals.back().tokens.end;
    return end < at && reading_.word(reading_.skip(end, {Word::about, Word::filler})) == Word::not_but;
}

void PeopleReader::put(const Count& count) {
    auto& same = count.who == Who::all        ? counts_.totals
                 : count.who == Who::adults   ? counts_.adults
                 : count.who == Who::children ? counts_.children
                                              : counts_.infants;
    if (count.least < 0 || count.most > Covers::max || count.most - count.least > 20) return;
    // 6人じゃなくて、大人6人と子ども1人
    if (count.who != Who::all && is_total_taken_back(count.tokens.first)) {
        counts_.totals.clear();
        counts_.corrected = true;
    }
    if (count.who == Who::all) {
        total(count);
    } else if (!same.empty() && reading_.link(same.back().tokens.end, count.tokens.first) == Link::instead) {
        same = {count};
        counts_.corrected = true;
    } else if (!same.empty() && same.back().kind == count.kind &&
               reading_.link(same.back().tokens.end, count.tokens.first) == Link::either) {
        auto& either = same.back();
        either.least = std::min(either.least, count.least);
        either.most = std::max(either.most, count.most);
        either.tokens.end = count.tokens.end;
    } else if (same.empty() || same.back().kind != count.kind || count.who == Who::children) {
        same.push_back(count);
    } else {
        same = {count};
    }
    counts_.about = counts_.about || count.about;
    counts_.mentions.push_back(count.tokens);
    widen(count.tokens);
}

void PeopleReader::total(const Count& count) {
    counts_.one_more = false;
    if (counts_.totals.empty()) {
        const bool instead = !counts_.adults.empty() &&
                             reading_.link(counts_.adults.back().tokens.end, count.tokens.first) == Link::instead;
        // 大人3人、じゃなくて4人
        if (instead) {
            counts_.corrected = counts_.corrected || counts_.adults.back().least != count.least;
            counts_.adults.back() = {Who::adults, count.least, count.most, 0, count.about, false, false, count.tokens};
        } else {
            counts_.totals.push_back(count);
        }
        return;
    }
    const auto end = counts_.totals.back().tokens.end;
    auto link = reading_.link(end, count.tokens.first);
    if (reading_.is_moved_to(counts_.totals.back().tokens, count.tokens)) link = Link::instead;
    // 2人は後から来ます。全部で6人
    const bool is_whole = count.in_all && !counts_.totals.back().in_all && counts_.totals.size() == 1;
    if (is_whole && link == Link::none) {
        counts_.totals = {count};
        return;
    }
    // 社員8名とお客様3名
    const bool is_plus = reading_.word(end) == Word::more && end + 1 == count.tokens.first;
    const bool is_with = reading_.word(end) == Word::to && end + 1 < count.tokens.first;
    // 19時に2人と、金曜18時に3人 are two parties
    const auto near = std::min(count.tokens.first, end + Reading::reach);
    const bool is_apart =
        std::any_of(reading_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                    reading_.tokens.begin() + static_cast<std::ptrdiff_t>(near), [](const Token& token) {
                        return names_day(token.word) || token.word == Word::hour || token.word == Word::clock;
                    });
    // 家族5人と、両親も来るので7人
    const bool is_sum = link == Link::none && is_with && comes_to_sum(end, count);
    if (is_sum) {
        counts_.totals = {count};
        return;
    }
    if (link == Link::none && is_with && is_named_sum(end, count)) return;
    const bool is_besides = link == Link::none && (is_with || is_plus) && !is_apart && counts_.totals.size() == 1 &&
                            reading_.word(count.tokens.end) != Word::including && !is_someone(reading_, end + 1);
    if (is_besides) {
        auto& all = counts_.totals.back();
        all = {Who::all,
               all.least + count.least,
               all.most + count.most,
               0,
               all.about || count.about,
               false,
               false,
               {all.tokens.first, count.tokens.end}};
        return;
    }
    const bool is_perhaps = reading_.is_perhaps(count.tokens.end);
    // うちが4人で友人が3人の7人
    const int before = std::accumulate(counts_.totals.begin(), counts_.totals.end(), 0,
                                       [](int all, const Count& one) { return all + one.least; });
    if (link == Link::none && !is_apart && counts_.totals.size() > 1 && before == count.least) {
        counts_.disputed = false;
        counts_.totals = {count};
        return;
    }
    // 5人の予定が、一人増えて6人
    const bool comes_to = counts_.change.adults != 0 && counts_.totals.size() == 1 &&
                          counts_.totals.front().least + counts_.change.adults == count.least;
    if (comes_to) {
        counts_.corrected = true;
        counts_.totals = {count};
        return;
    }
    // 4人で予約したんですが、5人でもいいですか
    const auto behind = reading_.word(count.tokens.end);
    const bool is_asked_instead = link == Link::none && reading_.word(end) == Word::de &&
                                  is_booked(reading_, end + 1) &&
                                  (behind == Word::mo || behind == Word::de || behind == Word::ni);
    if (is_asked_instead) {
        counts_.changes = true;
        counts_.totals = {count};
        return;
    }
    // 4人か5人になると思います
    const bool becomes = link != Link::either && reading_.is_changed_to(count.tokens.end);
    const bool reset = !is_perhaps && (link == Link::instead || becomes);
    if (reset) {
        counts_.corrected = counts_.corrected || counts_.totals.back().least != count.least;
        counts_.totals = {count};
        return;
    }
    const bool at_least = end < reading_.size() && reading_.folded({end, end + 1}) == u"以上";
    const bool up_to = at_least || reading_.word(end) == Word::kara || reading_.word(end) == Word::tilde;
    if (up_to && end + 1 == count.tokens.first && count.least > counts_.totals.back().least) {
        counts_.totals.back().most = count.most;
        counts_.totals.back().tokens.end = count.tokens.end;
        return;
    }
    const bool known = std::any_of(counts_.totals.begin(), counts_.totals.end(), [&](const Count& one) {
        return one.least == count.least && one.most == count.most;
    });
    if (!known) counts_.totals.push_back(count);
    if (link != Link::either && !is_perhaps && !known) counts_.disputed = true;
}

bool PeopleReader::is_named_sum(std::size_t from, const Count& sum) {
    std::int32_t children = 0, named = 0;
    for (const auto& one : counts_.children) children += one.least;
    for (const auto& one : counts_.infants) children += one.least;
    const auto near = std::min(sum.tokens.first, from + Reading::reach);
    for (auto at = from; at < near; ++at) {
        if (reading_.word(at) == Word::person) named += 1;
        if (reading_.word(at) == Word::pair) named += 2;
    }
    auto& all = counts_.totals.back();
    if (children + named == 0 || all.least + children + named != sum.least) return false;
    all.least += named, all.most += named;
    return true;
}

bool PeopleReader::comes_to_sum(std::size_t from, const Count& sum) const {
    if (sum.least <= counts_.totals.back().least || sum.tokens.first - from > Reading::reach) return false;
    const auto between = reading_.folded({from, sum.tokens.first});
    constexpr auto reasons = std::to_array<std::u16string_view>({u"ので", u"んで", u"から", u"ため"});
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](auto reason) { return between.find(reason) != between.npos; });
}

}  // namespace denwaban::talk
