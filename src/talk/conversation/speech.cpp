#include "speech.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include <denwaban/talk/english_readings.hpp>
#include <denwaban/talk/readings.hpp>

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

[[nodiscard]] std::string_view manner_word(std::string_view name, Language language, Manner manner) {
    for (const auto& word : manner_words) {
        if (word.name != name) continue;
        return language == Language::japanese ? word.japanese[index_of(manner)] : word.english;
    }
    return {};
}

[[nodiscard]] const Spoken& filling_named(std::string_view name, std::initializer_list<Filling> fillings) {
    static const Spoken nothing;
    const auto found =
        std::find_if(fillings.begin(), fillings.end(), [&](const Filling& one) { return one.name == name; });
    assert(found != fillings.end());
    return found == fillings.end() ? nothing : found->said;
}

}  // namespace

Spoken say(Line line, Language language, Manner manner, std::initializer_list<Filling> fillings) {
    auto rest = sentences[static_cast<std::size_t>(line)].words[index_of(language)];
    Spoken said;
    while (!rest.empty()) {
        const auto open = std::min(rest.find('{'), rest.size());
        said += rest.substr(0, open);
        if (open == rest.size()) break;
        const auto close = rest.find('}', open);
        const auto name = rest.substr(open + 1, close - open - 1);
        if (is_manner(name)) {
            said += manner_word(name, language, manner);
        } else {
            said += filling_named(name, fillings);
        }
        rest.remove_prefix(close + 1);
    }
    return said;
}

Spoken Speaker::day(Date date) const {
    return language_ == Language::japanese ? spoken_day(date, today_) : english_day(date, today_);
}

Spoken Speaker::clock(MinuteOfDay minute) const {
    return language_ == Language::japanese ? spoken_half_day_clock(minute) : english_clock(minute);
}

Spoken Speaker::moment(Date date, MinuteOfDay minute) const {
    return day(date) + (language_ == Language::japanese ? "の" : " at ") + clock(minute);
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
