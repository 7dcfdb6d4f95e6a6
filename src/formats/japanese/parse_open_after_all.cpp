#include <algorithm>
#include <utility>

#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

/// Whether the days are said to be open, or nothing certain: then they are no closing days, and it has been noted.
bool ListingParser::not_closed_after_all(const DayList& days) {
    // 定休日 火・水曜日　営業／11:00～14:00.
    if (next_is({Word::open}) && tokens_[at_].spaced && next_is({Word::slash, Word::colon, Word::newline}, 1))
        return false;
    const auto bytes = days.front().place.bytes;
    const auto beyond_fillers = beyond(at_, {Word::filler, Word::topic}) - at_;
    // 火曜　お問い合わせは0120-….
    const bool of_house = next_is({Word::ask}, beyond_fillers) && tokens_[at_].spaced;
    if (!of_house && next_is({Word::varies, Word::ask}, beyond_fillers) && peek() != Word::in_case) {
        pass_over({Word::filler, Word::topic, Word::varies, Word::ask});
        const bool seasons = days.back().is_season;
        find(seasons ? FindingKind::unknowable : FindingKind::remark, Weight::note, "may be otherwise on these days",
             bytes);
        return !seasons;
    }
    const bool seasons = are_seasons(days);
    // 4～10月は無休で10時～17時.
    const bool at_hours = mode_ == Mode::hours && next_is({Word::open, Word::no_rest}, beyond_fillers) &&
                          has_hours(beyond(at_ + beyond_fillers + 1, {Word::topic, Word::colon}));
    if (seasons && !at_hours && next_is({Word::open, Word::no_rest}, beyond_fillers)) {
        begins_with_opening(days, at_ + beyond_fillers);
        pass_over({Word::filler, Word::topic, Word::open, Word::no_rest});
        find(FindingKind::repetition, Weight::note, "open as on other days", bytes);
        open_in_season(days, 0);
        open_on_dates(days);
        return true;
    }
    const bool also = at_ > 0 && word_at(at_ - 1) == Word::also;
    if (next_is({Word::open, Word::no_rest}) && has_hours(beyond(at_ + 1, {Word::topic, Word::colon}))) return false;
    if (!take_if({Word::open, Word::no_rest})) return false;
    if (also && days.size() == 1 && days.front().sort == DaySort::holiday && perhaps_open_on_holidays()) {
        find(FindingKind::unknowable, Weight::note, "whether closing days that are 祝日 are open is not said", bytes);
        return true;
    }
    const bool narrower = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::narrower && day.effect == ClosingEffect::closes;
    });
    if (narrower && !listing_.closings.empty()) {
        // 日曜（第1日曜は営業）.
        except_from_closings(days, at_ - 1);
        return true;
    }
    if (contradicts_closings(days, bytes)) return true;
    // 土日営業, and no closing days: on these days too, or on no others.
    const bool bare = at_ > 1 && word_at(at_ - 2) != Word::topic && word_at(at_ - 2) != Word::also;
    const bool alone = bare && mode_ == Mode::closings && listing_.closings.empty() && done() &&
                       !listing_.never_closes && days.front().sort != DaySort::holiday;
    if (alone) listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    find(alone ? FindingKind::not_understood : FindingKind::repetition, alone ? Weight::doubt : Weight::note,
         alone ? "open on these days too, or on no others" : "open as on other days", bytes);
    return true;
}

/// 日曜・月曜⏎※祝日も営業.
bool ListingParser::perhaps_open_on_holidays() {
    bool any = false;
    for (auto& closing : listing_.closings) {
        if (closing.day.sort != DaySort::weekday || closing.on_holiday_said) continue;
        closing.on_holiday = Displacement::unknown;
        closing.on_holiday_said = any = true;
    }
    return any;
}

/// …は営業, where no hours follow.
bool ListingParser::open_is_said_of_them() const {
    const auto open = beyond(at_, {Word::topic, Word::also});
    if ((word_at(open) != Word::open && word_at(open) != Word::no_rest) || open >= tokens_.size()) return false;
    if ((open == at_ && tokens_[open].spaced) || words_of(at_) == "に") return false;
    return !has_hours(beyond(open + 1, {Word::topic, Word::colon}));
}

/// 月曜、祝日は営業; 日曜、第1日曜は営業; 月・火 祝日も営業: among closing days, what is open is what the last comma
/// sets apart, and the days before it are closed. 日、祝は営業, 月・祝は営業 and 金、土は営業 may as well be said of
/// them all.
bool ListingParser::close_all_but_the_last(DayList& days) {
    if (mode_ != Mode::closings || days.size() < 2 || !open_is_said_of_them()) return false;
    // 水曜（11月25日、12月23日は営業）.
    if (depth_ > 0 && are_seasons(days) && !listing_.closings.empty()) return false;
    auto open = last_breath(days.begin(), days.end());
    while (open != days.begin() && is_of_holidays(*open) && is_of_holidays(open[-1]))
        open = last_breath(days.begin(), open);
    const bool one_breath = open == days.begin();
    if (one_breath) open = days.end() - 1;
    const auto& closings = listing_.closings;
    const bool others =
        std::any_of(closings.begin(), closings.end(), [](const auto& each) { return !each.day.is_season; });
    const bool of_weekdays = std::all_of(days.begin(), open, [&](const DayItem& day) {
        if (is_of_holidays(day)) return !is_of_holidays(*open) && !one_breath;
        return day.is_season || (!day.weekdays.empty() && day.sort != DaySort::workdays && !is_closing_day(day));
    });
    const bool one_sort =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::weekday; });
    const bool days_off = is_of_holidays(*open) && std::all_of(days.begin(), open, [](const DayItem& day) {
                              return is_of_weekend(day.weekdays);
                          });
    if (!of_weekdays || (one_breath && (one_sort || days_off || others))) {
        leave_open_weekdays(days);
        return false;
    }
    const bool parted = std::any_of(days.begin(), open, is_joined);
    if (one_breath || days_off || others || (one_sort && !parted)) {
        find(FindingKind::not_understood, Weight::doubt, "whether all of these days are open, or the last alone",
             days.front().place.bytes);
        for (auto day = days.begin(); day != open; ++day) day->effect = ClosingEffect::may_close;
    }
    for (auto day = days.begin(); day != open; ++day) add_closing({std::move(*day)});
    days.erase(days.begin(), open);
    leave_open_weekdays(days);
    return true;
}

/// 月火定休、土日祝は営業: of days that nobody has closed 祝日 alone may be closing days.
void ListingParser::leave_open_weekdays(DayList& days) const {
    if (listing_.closings.empty() || days.back().sort != DaySort::holiday) return;
    std::erase_if(days, [this](const DayItem& day) { return day.sort == DaySort::weekday && !is_closing_day(day); });
}

bool ListingParser::is_closing_day(const DayItem& day) const {
    const auto& closings = listing_.closings;
    return std::any_of(closings.begin(), closings.end(), [&](const ListedClosing& closing) {
        const bool same_sort = day.sort == closing.day.sort && day.weekdays.empty();
        return same_sort || (closing.day.sort == DaySort::weekday && meet(closing.day.weekdays, day.weekdays));
    });
}

/// 第2日曜, where Sundays are closing days.
bool ListingParser::is_some_of_closing_days(const DayItem& day) const {
    return day.sort == DaySort::narrower && !day.weekdays.empty() && is_closing_day(day);
}

/// Whether days that are said to be open were said to be closed.
bool ListingParser::contradicts_closings(const DayList& open, ByteRange bytes) {
    if (std::none_of(open.begin(), open.end(), [this](const DayItem& day) { return is_closing_day(day); }))
        return false;
    listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    find(FindingKind::contradiction, Weight::loss, "says of closing days that they are open", bytes);
    return true;
}

/// 日曜（月1回営業）, 日・祝（不定期営業あり）, 月曜（営業する場合あり）: on which closing days it is open is not said.
bool ListingParser::may_open_after_all() {
    const auto start = at_;
    const auto after = beyond(at_, {Word::irregular, Word::times_a_month, Word::open, Word::in_case, Word::filler});
    const bool sometimes = peek() != Word::open || words_of(at_) == "臨時営業" || next_is({Word::in_case}, 1) ||
                           (word_at(after) == Word::not_hours && after < tokens_.size());
    if (mode_ != Mode::closings || listing_.closings.empty() || !sometimes) return false;
    while (at_ < after) take();
    pass_over({Word::exists, Word::not_hours, Word::filler});
    find(FindingKind::unknowable, Weight::note, "on which closing days it is open is not said", range_from(start));
    for (auto& closing : listing_.closings) {
        if (!closing.day.is_season) closing.day.effect = ClosingEffect::may_close;
    }
    return true;
}

}  // namespace denwaban::formats::japanese
