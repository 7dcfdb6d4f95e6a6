#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/reservation/reservation.hpp>
#include <denwaban/talk/conversation.hpp>

#include "sentences.hpp"

namespace denwaban::detail::talk {

/// A day and a time that are said together.
struct When {
    Spoken day;
    Spoken time;
};

/// How a restaurant's machine says things, in one language.
class Speaker {
public:
    Speaker(Language language, Manner manner, Date today) : language_(language), manner_(manner), today_(today) {}

    [[nodiscard]] Spoken say(Line line, std::initializer_list<Filling> fillings = {}) const {
        return talk::say(line, language_, manner_, fillings);
    }
    [[nodiscard]] Spoken day(Date date) const;
    [[nodiscard]] Spoken clock(MinuteOfDay minute) const;
    /// A business date and a time of it, said so that what lies past midnight is no other night.
    [[nodiscard]] When when(Date date, MinuteOfDay minute) const;
    /// 11月28日土曜日の午後7時.
    [[nodiscard]] Spoken moment(Date date, MinuteOfDay minute) const;
    [[nodiscard]] Spoken party(const Party& party) const;
    [[nodiscard]] Spoken phone(const PhoneNumber& number) const;
    /// ヤマダ様; お客様 of nobody.
    [[nodiscard]] Spoken name(std::string_view kana, std::string_view written) const;
    [[nodiscard]] Spoken count(int count) const;
    [[nodiscard]] Spoken need(Need need) const;
    /// As the guest named it, where it is on no list.
    [[nodiscard]] Spoken allergy(std::string_view what) const;
    [[nodiscard]] Spoken occasion(Occasion occasion) const;
    [[nodiscard]] Spoken budget(const Budget& budget) const;
    [[nodiscard]] Spoken part(PartOfDay part) const;
    /// 朝の7時と夜の7時; a comma for the last in English.
    [[nodiscard]] Spoken either(const std::vector<Spoken>& all) const;
    [[nodiscard]] Spoken listed(const std::vector<Spoken>& all) const;
    /// A sentence behind another, with a blank between them where the language has one.
    [[nodiscard]] Spoken joined(Spoken first, const Spoken& second) const;

private:
    [[nodiscard]] Spoken people(int count) const;

    Language language_;
    Manner manner_;
    Date today_;
};

}  // namespace denwaban::detail::talk
