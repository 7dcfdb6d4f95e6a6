#include "people_reader.hpp"

#include <algorithm>
#include <array>

#include "people_rows.hpp"
#include "traits.hpp"

namespace denwaban::talk {

bool PeopleReader::is_counted_pair(std::size_t at) const {
    const bool is_couple = reading_.word(at) == Word::pair && reading_.tokens[at].value == 2;
    return is_couple && reading_.word(at + 1) == Word::people && reading_.tokens[at + 1].value == 2;
}

int PeopleReader::couples(std::size_t at) const {
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

Who PeopleReader::who_of(Word word) {
    return word == Word::adult ? Who::adults : word == Word::child ? Who::children : Who::infants;
}

bool PeopleReader::is_with_caller(std::size_t at) const {
    if (reading_.word(at + 1) != Word::to) return false;
    const auto next = at + 2;
    if (reading_.cue(next) == Cue::come) return true;
    const auto word = reading_.word(next);
    return reading_.is_asked(Question::party) &&
           (next >= reading_.size() || word == Word::copula || word == Word::stop || word == Word::polite);
}

bool PeopleReader::is_included(std::size_t at) const {
    const auto next = reading_.skip(at + 1, {Word::no, Word::child, Word::mo, Word::wo, Word::people});
    return next < reading_.size() && reading_.word(next) == Word::including;
}

bool PeopleReader::is_one_by_age(std::size_t at) const {
    if (!is_of_age(at) || !reading_.is_asked(Question::party)) return false;
    const auto next = reading_.word(at + 1);
    const auto after = std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[at].end);
    const bool is_there = after.starts_with(u"がい") || after.starts_with(u"がお");
    return is_there || next == Word::copula || next == Word::to || next == Word::mo || next == Word::stop;
}

void PeopleReader::put_by_ages(std::size_t child) {
    for (auto age = child - 2; age > 1; age -= 2) {
        const auto joint = reading_.word(age - 1);
        if ((joint != Word::to && joint != Word::stop) || reading_.word(age - 2) != Word::age) return;
        const auto who = of_age(age - 2);
        if (who == Who::adults) return;
        put({who, 1, 1, 0, false, false, false, {age - 2, age - 1}});
    }
}

bool PeopleReader::is_of_age(std::size_t at) const {
    return at > 1 && reading_.word(at) == Word::child && reading_.word(at - 1) == Word::no &&
           reading_.word(at - 2) == Word::age;
}

std::optional<Who> PeopleReader::told_of_part(const Count& count, std::size_t end) const {
    const bool is_fewer =
        count.who == Who::all && counts_.totals.size() == 1 && counts_.totals.back().least > count.least;
    const auto topic = reading_.word(end);
    if (!is_fewer || (topic != Word::wa && topic != Word::ga)) return std::nullopt;
    const auto ends = [&](std::size_t at) {
        const auto next = reading_.word(at);
        return at >= reading_.size() || next == Word::copula || next == Word::stop || next == Word::de;
    };
    const auto told = reading_.word(end + 1);
    if ((told == Word::child || told == Word::infant) && ends(end + 2))
        return is_baby(end + 1) ? Who::infants : who_of(told);
    return told == Word::age && ends(end + 2) ? std::optional{of_age(end + 1)} : std::nullopt;
}

Who PeopleReader::of_age(std::size_t age) const {
    constexpr int grown = 16;
    const auto said = reading_.folded({age, age + 1});
    const bool in_months = said.find(u'月') != std::u16string_view::npos;
    if (in_months || reading_.tokens[age].value <= 1) return Who::infants;
    return reading_.tokens[age].value < grown ? Who::children : Who::adults;
}

bool PeopleReader::is_in_row(std::size_t child) const {
    constexpr std::size_t near = 8;
    if (!counts_.totals.empty() || !counts_.adults.empty()) return false;
    for (auto at = child; at > 0 && child - at < near;) {
        --at;
        if (reading_.word(at) == Word::to) return true;
        if (reading_.word(at) == Word::people) return false;
    }
    return false;
}

bool PeopleReader::is_in_all(std::size_t first) const {
    const auto before = reading_.back(first, {Word::wa, Word::de, Word::filler});
    if (!before) return false;
    const auto said = reading_.folded({*before, *before + 1});
    return reading_.word(*before) == Word::in_all || said == u"合わせて" || said == u"総勢";
}

bool PeopleReader::is_baby(std::size_t child) const {
    const auto age = reading_.back(child, {Word::no});
    if (!age) return false;
    // 0歳の子
    const bool is_infant = reading_.word(*age) == Word::infant && reading_.word(child) == Word::child;
    return is_infant || (reading_.word(*age) == Word::age && reading_.tokens[*age].value <= 1);
}

bool PeopleReader::is_joined(std::size_t at) const {
    return reading_.word(at + 1) == Word::to || (at > 0 && reading_.word(at - 1) == Word::to);
}

std::optional<PeopleReader::Groups> PeopleReader::groups_at(std::size_t end) const {
    if (end >= reading_.size()) return std::nullopt;
    const auto joint = reading_.folded({end, end + 1});
    const bool is_times = joint == u"×" || joint == u"x" || joint == u"*";
    const auto joins = reading_.word(end);
    const bool is_led = is_times || joins == Word::ga || joins == Word::de || joins == Word::no || joins == Word::wo;
    const auto at = is_led ? end + 1 : end;
    if (at >= reading_.size()) return std::nullopt;
    const auto& token = reading_.tokens[at];
    const bool is_groups = token.word == Word::counted && reading_.folded({at, at + 1}).ends_with(u"組");
    const bool is_figure = is_times && (token.word == Word::counted || token.word == Word::number);
    constexpr std::int32_t most = 20;
    if ((!is_groups && !is_figure) || token.value < 2 || token.value > most || token.last != token.value)
        return std::nullopt;
    return Groups{token.value, at + 1, joins == Word::de || joins == Word::wo};
}

int PeopleReader::named_behind(std::size_t at) const {
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

bool PeopleReader::is_among(std::size_t at) const {
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

bool PeopleReader::is_price(std::size_t at) const {
    const auto next = reading_.skip(at + 1, {Word::stop, Word::filler, Word::wa, Word::de});
    // 一人1万はかけたい
    constexpr std::int32_t least_price = 500;
    const bool is_sum = reading_.word(next) == Word::number && reading_.tokens[next].value >= least_price;
    const bool priced = is_sum || reading_.word(next) == Word::yen || reading_.cue(next) == Cue::price;
    return reading_.tokens[at].value == 1 && next < reading_.size() && priced && next <= at + 2;
}

std::optional<std::size_t> PeopleReader::who_is_counted(std::size_t at) const {
    const auto near = reading_.back(at, {Word::no, Word::ga, Word::wa, Word::wo, Word::filler, Word::mo});
    if (!near || reading_.word(*near) != Word::stop) return near;
    const auto far = reading_.back(at, {Word::ga, Word::wa, Word::filler, Word::mo, Word::stop, Word::ah});
    if (!far) return near;
    const auto word = reading_.word(*far), behind = reading_.word(*far + 1);
    const bool is_named = word == Word::adult || word == Word::child || word == Word::infant;
    return is_named && (behind == Word::ga || behind == Word::wa) && reading_.word(*far + 2) == Word::stop ? far : near;
}

bool PeopleReader::is_of_some(std::size_t at, const Count& count) const {
    // 唐揚げ3人前
    if (at + 1 < reading_.size() && reading_.word(at + 1) == Word::before) return true;
    const auto next = reading_.skip(at + 1, {Word::people, Word::about, Word::wa, Word::ga, Word::mo, Word::ka});
    if (reading_.cue(next) == Cue::late) return true;
    // 6人で、1人は後から来ます
    const auto behind = next < reading_.size()
                            ? std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[next].begin)
                            : std::u16string_view{};
    constexpr auto apart = std::to_array<std::u16string_view>(
        {u"後から", u"あとから", u"後で来", u"あとで来", u"遅れ", u"先に", u"途中", u"後ほど",
         u"遅くな", u"遅刻",     u"足が",   u"足を",     u"目が", u"耳が", u"体が", u"杖",
         u"妊",     u"高齢",     u"年配",   u"お酒",     u"飲め", u"飲ま", u"外国"});
    const bool is_led = next > at + 1 && !counts_.totals.empty() && count.most < most_;
    if (is_led && std::any_of(apart.begin(), apart.end(), [&](auto word) { return behind.starts_with(word); }))
        return true;
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
    // 5人の予定が4人に減りました
    if (reading_.is_changed_to(at + 1)) return false;
    const bool after = at > 1 && reading_.word(at - 1) == Word::ga && reading_.word(at - 2) == Word::other;
    return after && !count.among;
}

bool PeopleReader::is_someone_counted(std::size_t at) const {
    const auto word = reading_.word(at);
    return word == Word::child || word == Word::infant || word == Word::person || word == Word::people ||
           word == Word::adult;
}

}  // namespace denwaban::talk
