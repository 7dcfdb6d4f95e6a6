#include <algorithm>
#include <utility>

#include "parser.hpp"
#include "week.hpp"

namespace denwaban::formats::japanese {

/// 金・土・日 11:00～16:00 … 11/14～11/29は毎日営業: at the only hours that are said.
bool ListingParser::opens_at_the_only_hours(const DayList& days, ByteRange bytes) {
    std::vector<HoursItem> spans;
    std::size_t lists = 0;
    for (const auto& each : items_) {
        lists += each.kind == ItemKind::days ? 1U : 0U;
        if (each.kind == ItemKind::span) spans.push_back(each);
        const bool plain = each.kind == ItemKind::days || each.kind == ItemKind::span ||
                           each.kind == ItemKind::last_order || each.kind == ItemKind::heading ||
                           each.kind == ItemKind::closed;
        if (!plain) return false;
    }
    if (lists != 1 || spans.size() != 1 || items_.back().kind == ItemKind::days) return false;
    auto again = item(ItemKind::days, at_ - 1);
    again.days = days;
    again.leads = true;
    auto span = spans.front();
    span.first = span.last = again.last = at_;
    span.place = again.place = {bytes, part_};
    items_.push_back(std::move(again));
    items_.push_back(std::move(span));
    find(FindingKind::repetition, Weight::note, "open as on other days", bytes);
    return true;
}

bool ListingParser::all_weekdays_have_hours() const {
    WeekdaySet named;
    for (const auto& each : items_) {
        for (const auto& day : each.days) {
            for (unsigned weekday = 0; weekday < 7; ++weekday) {
                if (day.weekdays.contains(weekday) && day.sort != DaySort::narrower) named.insert(weekday);
            }
        }
    }
    return named == WeekdaySet{0, 1, 2, 3, 4, 5, 6};
}

/// 11:00～22:00（日曜も営業）: no hours of Sunday's own.
bool ListingParser::opens_too(DayList& days, std::size_t start) {
    const auto open = beyond(at_, {Word::topic, Word::also});
    if (mode_ != Mode::hours || word_at(open) != Word::open || open >= tokens_.size()) return false;
    auto after = beyond(open + 1, {Word::topic, Word::colon, Word::filler});
    if (word_at(after) == Word::opening && has_hours(after)) ++after;
    const bool hours =
        word_at(after) == Word::time || word_at(after) == Word::before_noon || word_at(after) == Word::after_noon;
    for (auto& day : days) day.whole |= hours && words_of(open) == "毎日営業";
    if (hours && after < tokens_.size()) return false;
    const bool dated = are_seasons(days);
    if (dated && (words_of(open) == "短縮営業" || words_of(open) == "時短営業")) {
        while (at_ <= open) take();
        find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
        listing_.doubts.push_back({std::move(days)});
        return true;
    }
    if (dated) begins_with_opening(days, open);
    while (at_ <= open) take();
    if (dated) open_in_season(days, 0);  // 火曜定休ですが11/24は営業
    if (dated) open_on_dates(days);
    if (!dated && contradicts_closings(days, range_from(start))) return true;
    if (dated && opens_at_the_only_hours(days, range_from(start))) return true;
    // 土・日 11:00～20:00 … 日曜営業: at the hours that were said of it.
    const bool said = !dated && std::all_of(days.begin(), days.end(), [this](const DayItem& day) {
        return day.sort == DaySort::weekday && std::any_of(items_.begin(), items_.end(), [&](const HoursItem& each) {
                   return std::any_of(each.days.begin(), each.days.end(), [&](const DayItem& other) {
                       return other.sort == DaySort::weekday && other.weekdays == day.weekdays;
                   });
               });
    });
    const bool on_days_with_hours =
        dated && all_weekdays_have_hours() &&
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return is_one_date(day.when); });
    const bool others =
        !said && !on_days_with_hours &&
        std::any_of(items_.begin(), items_.end(), [](const HoursItem& each) { return each.kind == ItemKind::days; }) &&
        !(dated && items_.front().kind == ItemKind::span);
    find(others ? FindingKind::not_understood : FindingKind::repetition, others ? Weight::doubt : Weight::note,
         others ? "open, but at what hours is not said" : "open as on other days", range_from(start));
    if (others) listing_.doubts.push_back({std::move(days)});
    return true;
}

}  // namespace denwaban::formats::japanese
