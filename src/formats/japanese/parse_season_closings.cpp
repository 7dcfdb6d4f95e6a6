#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

[[nodiscard]] bool is_part_of_the_year(const DayItem& day) {
    const auto& when = day.when.condition;
    return std::holds_alternative<InMonths>(when) || std::holds_alternative<InSeason>(when) ||
           std::holds_alternative<InPeriod>(when);
}

[[nodiscard]] bool names_seasons(const HoursItem& item) {
    return item.kind == ItemKind::days && !item.days.empty() &&
           std::all_of(item.days.begin(), item.days.end(), is_part_of_the_year);
}

[[nodiscard]] bool names_a_season(const Token& token) {
    return token.word == Word::month || token.word == Word::date || token.word == Word::season;
}

[[nodiscard]] bool rests(Word word) {
    return word == Word::rest || word == Word::closing_heading || word == Word::no_rest;
}

}  // namespace

/// 4月～10月 10:00～18:00（月曜休み）: the parts of the year whose hours stand just before on this line, where others
/// have hours too.
const DayList* ListingParser::season_beside() const {
    if (mode_ != Mode::hours) return nullptr;
    const DayList* season = nullptr;
    bool others = false;
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
        if (item->kind != ItemKind::days) continue;
        if (season == nullptr && !names_seasons(*item)) return nullptr;
        others |= season != nullptr && names_seasons(*item);
        if (season == nullptr) season = &item->days;
    }
    if (season == nullptr) return nullptr;
    for (auto token = at_; token > 0 && word_at(token - 1) != Word::time; --token) {
        if (ends_statement(word_at(token - 1))) return nullptr;
    }
    if (others) return season;
    const auto next = std::find_if(tokens_.begin() + static_cast<std::ptrdiff_t>(at_), tokens_.end(), names_a_season);
    return any_span_in(static_cast<std::size_t>(next - tokens_.begin()), tokens_.size()) ? season : nullptr;
}

/// Whether a later part of the year has closing days of its own.
bool ListingParser::other_seasons_rest() const {
    bool season = false;
    for (auto token = at_; token < tokens_.size(); ++token) {
        season |= names_a_season(tokens_[token]);
        if (season && rests(word_at(token))) return true;
    }
    return false;
}

/// …（無休）、11月～3月 10:00～17:00（月曜休み）: each of its own part of the year; a bracket behind the last of them
/// may be about all.
void ListingParser::close_within_season(DayList& days) {
    const auto* season = season_beside();
    if (season == nullptr || (depth_ == 0 && !season_rests_)) return;
    if (!season_rests_ && !other_seasons_rest()) {
        find(FindingKind::not_understood, Weight::doubt, "closes these hours, or all of them",
             days.front().place.bytes);
        for (auto& day : days) day.effect = ClosingEffect::may_close;
        return;
    }
    season_rests_ = true;
    std::vector<When> parts;
    for (const auto& part : *season) parts.push_back(part.when);
    const When within = parts.size() == 1 ? parts.front() : When{AnyOf{parts}};
    for (auto& day : days) {
        if (day.is_season) continue;
        day.when = {AllOf{{within, std::move(day.when)}}};
        day.sort = DaySort::narrower;
    }
}

}  // namespace denwaban::formats::japanese
