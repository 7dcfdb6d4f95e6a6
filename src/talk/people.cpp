#include "people.hpp"

#include <algorithm>
#include <array>

#include "english.hpp"
#include "people_counts.hpp"
#include "people_rows.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

class PeopleReader {
public:
    explicit PeopleReader(const Reading& reading) : reading_(reading) {
        for (const auto& token : reading.tokens) {
            if (token.word == Word::people) most_ = std::max(most_, token.value);
            tells_of_food_ = tells_of_food_ || token.word == Word::allergen || token.word == Word::cannot_eat;
        }
    }

    [[nodiscard]] std::optional<HeardPeople> read() && {
        for (std::size_t at = 0; at < reading_.size(); ++at) at = step(at);
        return party_of(reading_, std::move(counts_));
    }

private:
    /// The last token that was read from `at` on.
    [[nodiscard]] std::size_t step(std::size_t at) {
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

    /// 夫婦2人: counted by what follows.
    [[nodiscard]] bool is_counted_pair(std::size_t at) const {
        const bool is_couple = reading_.word(at) == Word::pair && reading_.tokens[at].value == 2;
        return is_couple && reading_.word(at + 1) == Word::people && reading_.tokens[at + 1].value == 2;
    }

    /// 夫婦2組, 二組のカップル.
    [[nodiscard]] int couples(std::size_t at) const {
        constexpr int most = 50;
        const auto count = [&](std::size_t place) {
            const bool is_count = place < reading_.size() && reading_.word(place) == Word::counted &&
                                  reading_.folded({place, place + 1}).ends_with(u'組');
            const auto value = is_count ? reading_.tokens[place].value : 0;
            return value > 0 && value <= most ? value : 0;
        };
        if (const int behind = count(reading_.skip(at + 1, {Word::ga}))) return behind;
        const int before = at > 1 && reading_.word(at - 1) == Word::no ? count(at - 2) : 0;
        return before > 0 ? before : 1;
    }

    [[nodiscard]] static Who who_of(Word word) {
        return word == Word::adult ? Who::adults : word == Word::child ? Who::children : Who::infants;
    }

    /// 彼女とです, 妻と伺います: with whom the caller comes.
    [[nodiscard]] bool is_with_caller(std::size_t at) const {
        if (reading_.word(at + 1) != Word::to) return false;
        const auto next = at + 2;
        if (reading_.cue(next) == Cue::come) return true;
        const auto word = reading_.word(next);
        return reading_.is_asked(Question::party) &&
               (next >= reading_.size() || word == Word::copula || word == Word::stop || word == Word::polite);
    }

    void note(std::size_t at) {
        if (!counts_.words) counts_.words = Stretch{at, at + 1};
        counts_.named_end = at + 1;
    }

    /// 赤ちゃんも入れて4人.
    [[nodiscard]] bool is_included(std::size_t at) const {
        const auto next = reading_.skip(at + 1, {Word::no, Word::child, Word::mo, Word::wo, Word::people});
        return next < reading_.size() && reading_.word(next) == Word::including;
    }

    /// 夫と私と2歳の娘, to 何名様ですか.
    [[nodiscard]] bool is_one_by_age(std::size_t at) const {
        if (!is_of_age(at) || !reading_.is_asked(Question::party)) return false;
        const auto next = reading_.word(at + 1);
        const auto after = std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[at].end);
        const bool is_there = after.starts_with(u"がい") || after.starts_with(u"がお");
        return is_there || next == Word::copula || next == Word::to || next == Word::mo || next == Word::stop;
    }
    /// 五歳と三歳の子: those whose ages alone are named before.
    void put_by_ages(std::size_t child) {
        for (auto age = child - 2; age > 1; age -= 2) {
            const auto joint = reading_.word(age - 1);
            if ((joint != Word::to && joint != Word::stop) || reading_.word(age - 2) != Word::age) return;
            const auto who = of_age(age - 2);
            if (who == Who::adults) return;
            put({who, 1, 1, 0, false, false, false, {age - 2, age - 1}});
        }
    }
    [[nodiscard]] bool is_of_age(std::size_t at) const {
        return at > 1 && reading_.word(at) == Word::child && reading_.word(at - 1) == Word::no &&
               reading_.word(at - 2) == Word::age;
    }

    /// 2歳児1人, 80歳2人.
    [[nodiscard]] Who of_age(std::size_t age) const {
        constexpr int grown = 16;
        const auto said = reading_.folded({age, age + 1});
        const bool in_months = said.find(u'月') != std::u16string_view::npos;
        if (in_months || reading_.tokens[age].value <= 1) return Who::infants;
        return reading_.tokens[age].value < grown ? Who::children : Who::adults;
    }

    /// Whether others were named before, one と the other, and none of them counted.
    [[nodiscard]] bool is_in_row(std::size_t child) const {
        constexpr std::size_t near = 8;
        if (!counts_.totals.empty() || !counts_.adults.empty()) return false;
        for (auto at = child; at > 0 && child - at < near;) {
            --at;
            if (reading_.word(at) == Word::to) return true;
            if (reading_.word(at) == Word::people) return false;
        }
        return false;
    }

    /// 全員で9人, 合計は5人.
    [[nodiscard]] bool is_in_all(std::size_t first) const {
        const auto before = reading_.back(first, {Word::wa, Word::de, Word::filler});
        if (!before) return false;
        const auto said = reading_.folded({*before, *before + 1});
        return reading_.word(*before) == Word::in_all || said == u"合わせて" || said == u"総勢";
    }

    /// 1歳の子.
    [[nodiscard]] bool is_baby(std::size_t child) const {
        const auto age = reading_.back(child, {Word::no});
        return age && reading_.word(*age) == Word::age && reading_.tokens[*age].value <= 1;
    }

    /// 私と妻と: with と on one side.
    [[nodiscard]] bool is_joined(std::size_t at) const {
        return reading_.word(at + 1) == Word::to || (at > 0 && reading_.word(at - 1) == Word::to);
    }

    [[nodiscard]] std::size_t people(std::size_t at) {
        const auto& token = reading_.tokens[at];
        const auto end = reading_.skip(at + 1, {Word::about});
        Count count{Who::all, token.value, token.last, 0, end > at + 1, false, false, {at, end}};
        const auto before = reading_.back(at, {Word::no, Word::ga, Word::wa, Word::wo, Word::filler, Word::mo});
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

    /// So many parties of the same size.
    struct Groups {
        std::int32_t count;
        std::size_t end;
        bool is_doubtful;
    };
    /// が2組, ×3組, ×2テーブル.
    [[nodiscard]] std::optional<Groups> groups_at(std::size_t end) const {
        if (end >= reading_.size()) return std::nullopt;
        const auto joint = reading_.folded({end, end + 1});
        const bool is_times = joint == u"×" || joint == u"x" || joint == u"*";
        const auto joins = reading_.word(end);
        const bool is_led = is_times || joins == Word::ga || joins == Word::de || joins == Word::no;
        const auto at = is_led ? end + 1 : end;
        if (at >= reading_.size()) return std::nullopt;
        const auto& token = reading_.tokens[at];
        const bool is_groups = token.word == Word::counted && reading_.folded({at, at + 1}).ends_with(u"組");
        const bool is_figure = is_times && (token.word == Word::counted || token.word == Word::number);
        constexpr std::int32_t most = 20;
        if ((!is_groups && !is_figure) || token.value < 2 || token.value > most || token.last != token.value)
            return std::nullopt;
        return Groups{token.value, at + 1, joins == Word::de};
    }

    /// Behind a count and か.
    [[nodiscard]] bool is_one_or_other(std::size_t at) const {
        const auto& counted = counts_.mentions;
        if (counted.empty() || counted.back().end + 1 != at) return false;
        return reading_.word(at - 1) == Word::ka || reading_.word(at - 1) == Word::either;
    }
    /// 1人か2人増えます: the first of them is none who is there already.
    void take_either(Count& count) {
        for (auto* counts : {&counts_.totals, &counts_.adults, &counts_.children, &counts_.infants}) {
            if (counts->empty() || counts->back().tokens.end != counts_.mentions.back().end) continue;
            count.least = std::min(count.least, counts->back().least);
            count.most = std::max(count.most, counts->back().most);
            counts->pop_back();
            return;
        }
    }
    /// Whoever was counted last, of some kind.
    [[nodiscard]] const Count* last_counted() const {
        for (const auto* counts : {&counts_.adults, &counts_.children, &counts_.infants}) {
            if (!counts->empty() && counts->back().tokens.end == counts_.mentions.back().end) return &counts->back();
        }
        return nullptr;
    }

    /// 二人と私たち夫婦, 2名と私: how many come besides.
    [[nodiscard]] int named_behind(std::size_t at) const {
        int all = 0;
        while (reading_.word(at) == Word::to) {
            const bool person = reading_.word(at + 1) == Word::person;
            const bool pair = reading_.word(at + (person ? 2 : 1)) == Word::pair;
            if ((!person && !pair) || (person && reading_.word(at + 2) == Word::no)) break;
            all += pair ? 2 : 1;
            at += person && pair ? 3 : 2;
        }
        return all;
    }

    [[nodiscard]] bool is_among(std::size_t at) const {
        const bool counted = !counts_.totals.empty() || !counts_.adults.empty();
        // 4人中2人が子ども
        const bool is_part =
            counted && at > 1 && reading_.word(at - 2) == Word::people && reading_.folded({at - 1, at}) == u"中";
        if (is_part) return true;
        for (auto place = at; counted && place-- > 0 && at - place < 6;) {
            if (reading_.word(place) == Word::among) return true;
            if (reading_.word(place) == Word::people) return false;
        }
        return false;
    }

    /// 一人5000円, 一人いくら.
    [[nodiscard]] bool is_price(std::size_t at) const {
        const auto next = reading_.skip(at + 1, {Word::stop, Word::filler, Word::wa, Word::de});
        const bool priced = reading_.word(next) == Word::yen || reading_.cue(next) == Cue::price;
        return reading_.tokens[at].value == 1 && next < reading_.size() && priced && next <= at + 2;
    }

    /// Of those who were counted already: 一人がベジタリアン, 1人遅れて.
    [[nodiscard]] bool is_of_some(std::size_t at, const Count& count) const {
        // 唐揚げ3人前
        if (at + 1 < reading_.size() && reading_.word(at + 1) == Word::before) return true;
        const auto next = reading_.skip(at + 1, {Word::people, Word::about, Word::wa, Word::ga, Word::mo, Word::ka});
        if (reading_.cue(next) == Cue::late) return true;
        // 一人は甲殻類アレルギーです, ひとりが車椅子で
        const auto what = reading_.word(next);
        const bool is_told_of = what == Word::allergen || what == Word::allergy || what == Word::cannot_eat ||
                                what == Word::need || reading_.cue(next) == Cue::menu;
        const bool is_named = next > at + 1 && next <= at + 3 && reading_.word(at + 1) != Word::about;
        // 二人で、一人えびアレルギーが
        const bool is_fewer = count.most < most_ || (count.most == 1 && !reading_.is_asked(Question::party));
        const bool is_one_of_them = next == at + 1 && count.who == Who::all && is_fewer;
        if (is_told_of && (is_named || is_one_of_them) && next < reading_.size()) return true;
        if (reading_.is_asked(Question::allergies) && tells_of_food_) return true;
        if (count.who != Who::all || counts_.totals.empty()) return false;
        const bool after = at > 1 && reading_.word(at - 1) == Word::ga && reading_.word(at - 2) == Word::other;
        return after && !count.among;
    }

    /// Whether they come in addition or not at all: 1, -1.
    [[nodiscard]] std::optional<int> change_at(std::size_t end) const {
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

    [[nodiscard]] bool is_someone_counted(std::size_t at) const {
        const auto word = reading_.word(at);
        return word == Word::child || word == Word::infant || word == Word::person || word == Word::people ||
               word == Word::adult;
    }

    void changed(const Count& count, int sign) {
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

    [[nodiscard]] std::size_t alone(std::size_t at) {
        const auto topic = reading_.back(at, {Word::wa, Word::ga, Word::filler});
        const bool is_told = topic && *topic + 1 < at && reading_.word(*topic) == Word::people_topic;
        if (!reading_.is_asked(Question::party) && !is_told) return at;
        const auto& token = reading_.tokens[at];
        const auto word = reading_.word(at + 1);
        const bool ends = at + 1 >= reading_.size() || word == Word::copula || word == Word::de || word == Word::stop ||
                          word == Word::polite || word == Word::about || word == Word::kara || word == Word::ka;
        if (ends && token.value >= 1 && token.value <= Covers::max) {
            put({Who::all, token.value, token.last, 0, word == Word::about, false, is_in_all(at), {at, at + 1}});
        }
        return at;
    }

    void widen(Stretch tokens) {
        if (!counts_.words) counts_.words = tokens;
        counts_.words->first = std::min(counts_.words->first, tokens.first);
        counts_.words->end = std::max(counts_.words->end, tokens.end);
    }

    void put(const Count& count) {
        auto& same = count.who == Who::all        ? counts_.totals
                     : count.who == Who::adults   ? counts_.adults
                     : count.who == Who::children ? counts_.children
                                                  : counts_.infants;
        if (count.least < 0 || count.most > Covers::max || count.most - count.least > 20) return;
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

    void total(const Count& count) {
        counts_.one_more = false;
        if (counts_.totals.empty()) {
            const bool instead = !counts_.adults.empty() &&
                                 reading_.link(counts_.adults.back().tokens.end, count.tokens.first) == Link::instead;
            // 大人3人、じゃなくて4人
            if (instead) {
                counts_.corrected = counts_.corrected || counts_.adults.back().least != count.least;
                counts_.adults.back() = {Who::adults, count.least, count.most, 0,
                                         count.about, false,       false,      count.tokens};
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
        // 5人の予定が、一人増えて6人
        const bool comes_to = counts_.change.adults != 0 && counts_.totals.size() == 1 &&
                              counts_.totals.front().least + counts_.change.adults == count.least;
        if (comes_to) {
            counts_.corrected = true;
            counts_.totals = {count};
            return;
        }
        const bool reset = !is_perhaps && (link == Link::instead || reading_.is_changed_to(count.tokens.end));
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

    /// 夫婦2人と子ども3人の5人, 両親2人と私の3人: of all who were named.
    [[nodiscard]] bool is_named_sum(std::size_t from, const Count& sum) {
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

    /// Whether what is told between two counts is why the second is more than the first.
    [[nodiscard]] bool comes_to_sum(std::size_t from, const Count& sum) const {
        if (sum.least <= counts_.totals.back().least || sum.tokens.first - from > Reading::reach) return false;
        const auto between = reading_.folded({from, sum.tokens.first});
        constexpr auto reasons = std::to_array<std::u16string_view>({u"ので", u"んで", u"から", u"ため"});
        return std::any_of(reasons.begin(), reasons.end(),
                           [&](auto reason) { return between.find(reason) != between.npos; });
    }

    const Reading& reading_;
    Counts counts_;
    std::int32_t most_ = 0;       ///< that is counted anywhere
    bool tells_of_food_ = false;  ///< which somebody can't eat
};

}  // namespace

std::optional<HeardPeople> people_of(const Reading& reading) { return PeopleReader{reading}.read(); }

}  // namespace denwaban::talk
