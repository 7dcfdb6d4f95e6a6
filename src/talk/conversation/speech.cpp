#include "speech.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <denwaban/talk/english_readings.hpp>
#include <denwaban/talk/readings.hpp>

#include "../allergens.hpp"

namespace denwaban::detail::talk {

namespace {

/// By `Need`: as one names it to the guest.
struct NeedWord {
    std::string_view japanese;
    std::string_view english;
};
constexpr std::array<NeedWord, count_of<Need>> need_words{{
    {"個室", "a private room"},
    {"禁煙席", "a non-smoking table"},
    {"喫煙席", "a smoking table"},
    {"お座敷", "a tatami room"},
    {"掘りごたつ", "a sunken table"},
    {"カウンター席", "the counter"},
    {"テーブル席", "a table"},
    {"ソファ席", "a sofa"},
    {"窓側のお席", "a table by the window"},
    {"テラス席", "the terrace"},
    {"静かなお席", "a quiet table"},
    {"奥のお席", "a table at the back"},
    {"車椅子のご利用", "room for a wheelchair"},
    {"ベビーカーのご利用", "room for a stroller"},
    {"お子様用の椅子", "a high chair"},
    {"ペット同伴", "a pet"},
    {"貸切", "the whole place"},
}};
constexpr std::array<NeedWord, count_of<PartOfDay>> part_words{{
    {"開店のお時間", "When we open"},
    {"最後のお時間", "As late as possible"},
    {"朝", "In the morning"},
    {"お昼", "For lunch"},
    {"午後", "In the afternoon"},
    {"夕方", "In the early evening"},
    {"夜", "In the evening"},
    {"早めのお時間", "Early"},
    {"遅めのお時間", "Late"},
}};

/// By `Occasion`.
constexpr std::array<NeedWord, count_of<Occasion>> occasion_words{{
    {"お誕生日", "a birthday"},
    {"記念日", "an anniversary"},
    {"ご結婚のお祝い", "a wedding"},
    {"プロポーズ", "a proposal"},
    {"お顔合わせ", "a meeting of two families"},
    {"長寿のお祝い", "a birthday of old age"},
    {"ご法事", "a memorial"},
    {"お子様のお祝い", "a celebration for a child"},
    {"ご接待", "business"},
    {"忘年会", "a year-end party"},
    {"新年会", "a new year's party"},
    {"歓送迎会", "a welcome or farewell party"},
    {"同窓会", "a reunion"},
    {"ご宴会", "a party"},
    {"デート", "a date"},
    {"お祝い", "a celebration"},
}};

}  // namespace

Spoken Speaker::day(Date date) const {
    return language_ == Language::japanese ? spoken_day(date, today_) : english_day(date, today_);
}

Spoken Speaker::clock(MinuteOfDay minute) const {
    return language_ == Language::japanese ? spoken_half_day_clock(minute) : english_clock(minute);
}

When Speaker::when(Date date, MinuteOfDay minute) const {
    if (language_ == Language::japanese) return {spoken_day(date, today_), spoken_clock_on(date, minute)};
    return {english_day_at(date, minute, today_), english_clock(minute)};
}

Spoken Speaker::moment(Date date, MinuteOfDay minute) const {
    const auto said = when(date, minute);
    return said.day + (language_ == Language::japanese ? "の" : " at ") + said.time;
}

Spoken Speaker::people(int count) const {
    if (language_ == Language::japanese) return spoken_count(Counter::guests, count);
    return std::to_string(count) + (count == 1 ? " person" : " people");
}

Spoken Speaker::party(const Party& party) const {
    const int adults = party.adults.count(), children = party.children.count(), infants = party.infants.count();
    if (children == 0 && infants == 0) return people(adults);
    const auto of = [&](int count, std::string_view one, std::string_view many) -> Spoken {
        if (language_ == Language::japanese) return spoken_count(Counter::guests, count);
        return std::to_string(count) + std::string{count == 1 ? one : many};
    };
    Spoken said = children == 0 ? say(Line::party, {{"adults", people(adults)}})
                                : say(Line::party_with_children, {{"adults", of(adults, " adult", " adults")},
                                                                  {"children", of(children, " child", " children")}});
    if (infants > 0) said += say(Line::party_with_infants, {{"infants", of(infants, " infant", " infants")}});
    return said;
}

Spoken Speaker::phone(const PhoneNumber& number) const { return spoken_phone(number); }

Spoken Speaker::name(std::string_view kana, std::string_view written) const {
    const auto word = kana.empty() ? written : kana;
    if (language_ == Language::english) return word.empty() ? "for yourself" : "in the name of " + std::string{word};
    return word.empty() ? Spoken{"お客様"} : Spoken{word} + "様";
}

Spoken Speaker::count(int count) const {
    return language_ == Language::japanese ? Spoken::read_as(std::to_string(count), kana_of_number(count))
                                           : Spoken{std::to_string(count)};
}

Spoken Speaker::need(Need need) const {
    const auto& word = need_words[index_of(need)];
    return language_ == Language::japanese ? word.japanese : word.english;
}

Spoken Speaker::allergy(std::string_view what) const {
    const auto* found = std::ranges::find(denwaban::talk::allergens, what, &denwaban::talk::Allergen::japanese);
    if (language_ == Language::japanese || found == denwaban::talk::allergens.end()) return what;
    return found->english;
}

Spoken Speaker::occasion(Occasion occasion) const {
    const auto& word = occasion_words[index_of(occasion)];
    return language_ == Language::japanese ? word.japanese : word.english;
}

Spoken Speaker::budget(const Budget& budget) const {
    const auto yen = [&](int amount) -> Spoken {
        return std::to_string(amount) + (language_ == Language::japanese ? "円" : " yen");
    };
    const auto bound = [&](Line line, int amount) { return say(line, {{"amount", yen(amount)}}); };
    Spoken amount;
    if (budget.least && budget.most && *budget.least == *budget.most) {
        amount = yen(*budget.most);
    } else {
        if (budget.least) amount = bound(Line::budget_from, *budget.least);
        if (budget.most) amount = joined(std::move(amount), bound(Line::budget_up_to, *budget.most));
    }
    return say(budget.of == Budget::Of::each ? Line::budget_each : Line::budget_in_all, {{"amount", amount}});
}

Spoken Speaker::part(PartOfDay part) const {
    const auto& word = part_words[index_of(part)];
    return language_ == Language::japanese ? word.japanese : word.english;
}

Spoken Speaker::either(const std::vector<Spoken>& all) const {
    const Spoken between = language_ == Language::japanese ? "と" : " or ";
    Spoken said;
    for (const auto& one : all) said += (said.empty() ? Spoken{} : between) + one;
    return said;
}

Spoken Speaker::listed(const std::vector<Spoken>& all) const {
    const Spoken between = language_ == Language::japanese ? "、" : ", ";
    Spoken said;
    for (const auto& one : all) said += (said.empty() ? Spoken{} : between) + one;
    return said;
}

Spoken Speaker::joined(Spoken first, const Spoken& second) const {
    const bool needs_blank = language_ == Language::english && !first.empty() && !second.empty();
    return std::move(first) + (needs_blank ? Spoken{" "} : Spoken{}) + second;
}

}  // namespace denwaban::detail::talk
