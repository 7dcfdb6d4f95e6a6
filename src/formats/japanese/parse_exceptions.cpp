#include <algorithm>
#include <utility>

#include "parser.hpp"
#include "week.hpp"

namespace denwaban::formats::japanese {

/// 日曜・祝日（GW・お盆は営業）: no closing day closes then; where the season's dates are not said, it may.
void ListingParser::open_in_season(const DayList& seasons, std::size_t first) {
    std::vector<When> open;
    for (const auto& season : seasons) open.push_back(season.when);
    std::vector<ListedClosing> vague;
    for (auto at = first; at < listing_.closings.size(); ++at) {
        auto& closing = listing_.closings[at];
        if (closing.day.effect != ClosingEffect::closes || closing.day.is_season) continue;
        for (const auto& season : seasons) {
            if (!season.is_vague || vague.size() > 64) continue;
            auto perhaps = closing;
            perhaps.day.when = {AllOf{{season.when, closing.day.when}}};
            perhaps.day.effect = ClosingEffect::may_close;
            perhaps.day.weekdays = {};
            perhaps.on_holiday = Displacement::stays;
            perhaps.on_holiday_said = true;
            vague.push_back(std::move(perhaps));
        }
        closing.day.when = {AllOf{{closing.day.when, {NoneOf{open}}}}};
    }
    listing_.closings.insert(listing_.closings.end(), vague.begin(), vague.end());
}

/// 日曜定休。第2日曜は営業: of a closing in whatever sentence, if all of the days are among its days.
std::size_t ListingParser::first_closing_lifted_on(const DayList& days) const {
    const bool of_closings =
        std::all_of(days.begin(), days.end(), [this](const DayItem& day) { return is_some_of_closing_days(day); });
    return of_closings ? 0 : first_of_sentence_;
}

/// Whatever is said to be closed in the other text.
void ListingParser::open_on_dates(const DayList& days) {
    for (const auto& day : days) {
        if (is_one_date(day.when)) listing_.open_dates.push_back(day.when);
    }
}

/// 年末年始を除き無休, 月曜（第2月曜を除く）.
bool ListingParser::all_but_said(DayList& days, std::size_t start) {
    const auto next = beyond(at_, {Word::topic});
    if (mode_ != Mode::closings || word_at(next) != Word::except || next >= tokens_.size()) return false;
    const auto after = beyond(next + 1, {Word::topic, Word::of, Word::filler, Word::every_day, Word::separator});
    while (at_ <= next) take();
    const bool weekly = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return !day.is_season && !day.is_vague && day.effect == ClosingEffect::closes;
    });
    const bool others_rest = next_is({Word::rest, Word::closing_heading}, after - at_) && after + 1 == tokens_.size();
    if (next_is({Word::no_rest}, after - at_) || listing_.never_closes) {
        while (at_ < after) take();
        if (take_if({Word::no_rest})) listing_.never_closes = true;
        for (auto& day : days) add_closing({std::move(day)});
    } else if (listing_.closings.empty() && weekly && (after >= tokens_.size() || others_rest)) {
        // 土日以外は休み, 土日を除く毎日.
        while (!done()) take();
        close_all_but(days, range_from(start));
    } else {
        except_from_closings(std::move(days), start);
    }
    return true;
}

/// 祝日の翌日（土日の場合は営業）.
bool ListingParser::in_case_of(DayList& days, std::size_t start) {
    if (mode_ != Mode::closings) return false;
    const auto next = beyond(at_, {Word::topic, Word::of, Word::also});
    const bool day_after = word_at(next) == Word::next_day && next > at_ && word_at(next - 1) == Word::of;
    if ((word_at(next) != Word::in_case && !day_after) || next >= tokens_.size()) return false;
    const auto then = beyond(next + 1, {Word::topic, Word::filler, Word::separator});
    // 火曜（1日が火曜の場合は営業）: not of every closing day.
    const bool of_closings = std::any_of(days.begin(), days.end(), [this](const DayItem& day) {
        return day.sort == DaySort::weekday && is_closing_day(day);
    });
    // 祝日の翌日（日曜日に当たるときを除く）.
    const bool opens = word_at(then) == Word::open || (word_at(then) == Word::except && depth_ > 0);
    if (opens && then < tokens_.size() && !listing_.closings.empty() && !of_closings) {
        while (at_ <= then) take();
        except_from_closings(std::move(days), start);
        return true;
    }
    give_back(start);
    return true;
}

/// 11/21（土）オープン: of the days before it nobody says more than that they may be closed. 11/3はオープン opens for
/// once.
void ListingParser::begins_with_opening(const DayList& days, std::size_t open) {
    const auto words = words_of(open);
    if (!words.ends_with("オープン") && !words.ends_with("再開")) return;
    if (words == "オープン" && open > 0 && word_at(open - 1) == Word::topic) return;
    auto before = days_before(days.front());
    if (!before) return;
    find(FindingKind::unknowable, Weight::note, "what holds before it opens is not said", tokens_[open].bytes);
    listing_.doubts.push_back({{*std::move(before)}});
}

/// 営業は金曜と土曜: nothing new, unless they are closing days too.
void ListingParser::open_on() {
    const auto start = at_;
    if (may_open_after_all()) return;
    const bool heads = words_of(at_) == "営業日" || folded_words_of(at_) == "open";
    const bool ordinary = words_of(at_) == "通常営業";
    take();
    if (ordinary && mode_ == Mode::hours && has_hours(at_) && !items_.empty()) {
        auto every_day = day_item(DaySort::every_day, {EveryDay{}});
        every_day.place = {range_from(start), part_};
        return hours_of({std::move(every_day)}, start, Reach::these);
    }
    const auto next = heads ? beyond(at_, {Word::topic, Word::colon, Word::closing, Word::newline, Word::filler,
                                           Word::mark, Word::slash})
                            : beyond(at_, {Word::topic, Word::colon});
    const auto resume = std::exchange(at_, next);
    const bool told = heads || next > resume;
    const bool days_follow = next_is({Word::weekday, Word::workdays}) || (told && at_day());
    at_ = resume;
    if (!days_follow) return;
    while (at_ < next) take();
    const auto first = at_;
    auto days = parse_days();
    day_after_too(days);
    if (days.empty() || next_is({Word::rest, Word::closing_heading})) {
        // 祝日は営業 月曜休み.
        give_back(first);
        at_ = first;
        return;
    }
    take_if({Word::only});
    const auto heading = beyond(at_, {Word::newline, Word::opening, Word::filler, Word::mark, Word::stop});
    const bool hours_have_a_heading = heads && word_at(heading) == Word::hours_heading && heading < tokens_.size();
    if (!hours_have_a_heading && has_hours(beyond(at_, {Word::topic, Word::of, Word::colon})))
        return hours_of(std::move(days), first, Reach::these);
    if (contradicts_closings(days, range_from(start))) return;
    close_all_but(days, range_from(start));
}

/// 金・土・日のみ営業, 営業日：木金土日: closed on all other days.
bool ListingParser::open_only_on(DayList& days, std::size_t start) {
    // 金・土・日に営業.
    const bool on_these = next_is({Word::topic}) && words_of(at_) == "に" && next_is({Word::open}, 1);
    if (!next_is({Word::only}) && !on_these) return false;
    const auto open = beyond(at_ + 1, {Word::of, Word::topic, Word::filler});
    if (word_at(open) != Word::open || open >= tokens_.size()) return false;
    const auto after = beyond(open + 1, {Word::filler, Word::colon, Word::separator, Word::closing, Word::topic});
    if (word_at(after) == Word::time && after < tokens_.size()) return false;
    const bool weekly = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::weekday || day.sort == DaySort::workdays || day.sort == DaySort::holiday ||
               day.sort == DaySort::holiday_eve;
    });
    if (on_these && std::any_of(days.begin(), days.end(), [](const DayItem& day) { return day.is_season; }))
        return false;
    // ランチは火・木・土のみ営業.
    const auto meal = meal_before(days);
    while (at_ <= open) take();
    if (weekly) {
        close_all_but(days, range_from(start), meal.value_or(Meal::none));
        return true;
    }
    const bool certain = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.effect == ClosingEffect::closes && !day.is_vague;
    });
    const bool other_days =
        std::any_of(items_.begin(), items_.end(), [](const HoursItem& each) { return each.kind == ItemKind::days; });
    // 12月31日のみ営業: not closed all year for that.
    const bool every_week = std::none_of(days.begin(), days.end(), [](const DayItem& day) { return day.is_season; });
    // 水木はおやすみ。11/19(木)だけ営業, 日曜（第4日曜のみ営業）.
    const bool of_closings = std::all_of(days.begin(), days.end(), [this](const DayItem& day) {
        return day.is_season || (!day.weekdays.empty() && is_closing_day(day));
    });
    if (certain && of_closings && !listing_.closings.empty()) {
        find(FindingKind::repetition, Weight::note, "open as on other days", range_from(start));
        if (are_seasons(days)) {
            open_on_dates(days);
        } else {
            except_from_closings(std::move(days), start);
        }
        return true;
    }
    if (certain && (mode_ == Mode::closings || (every_week && !other_days))) {
        // 第2・第4土曜日のみ営業.
        std::vector<When> open_days;
        for (const auto& day : days) open_days.push_back(day.when);
        ListedClosing closing;
        closing.day = day_item(DaySort::narrower, {NoneOf{std::move(open_days)}});
        closing.day.place = {range_from(start), part_};
        closing.on_holiday_said = true;
        add_closing(std::move(closing));
        return true;
    }
    find(FindingKind::not_understood, Weight::doubt, "open on these days only, but which is not clear",
         range_from(start));
    listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    return true;
}

void ListingParser::close_all_but(const DayList& days, ByteRange bytes, Meal meal) {
    WeekdaySet closed;
    std::vector<When> open;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        const bool named = std::any_of(days.begin(), days.end(), [&](const DayItem& day) {
            return day.weekdays.contains(weekday) && day.sort != DaySort::narrower;
        });
        if (!named) closed.insert(weekday);
    }
    for (const auto& day : days) {
        // 営業日は毎週火・木曜と第2土曜.
        if (day.sort == DaySort::holiday || day.sort == DaySort::holiday_eve || day.sort == DaySort::narrower)
            open.push_back(day.when);
    }
    // 月～木（金土日祝のみ営業): open then, whatever was said to be closed.
    for (auto& other : listing_.closings) {
        if (open.empty() || other.day.is_season || meal != Meal::none) continue;
        other.day.when = {AllOf{{std::move(other.day.when), {NoneOf{open}}}}};
        other.on_holiday_said = true;
    }
    if (closed.empty()) return;
    ListedClosing closing;
    closing.day = day_item(DaySort::weekday, {OnWeekdays{closed}});
    closing.day.weekdays = closed;
    closing.day.place = {bytes, part_};
    closing.meal = meal;
    if (!open.empty()) closing.day.when = {AllOf{{closing.day.when, {NoneOf{std::move(open)}}}}};
    if (!open.empty()) closing.on_holiday_said = true;
    // 営業日：第1・第3土曜日.
    if (closed == WeekdaySet{0, 1, 2, 3, 4, 5, 6}) closing.day.sort = DaySort::narrower;
    add_closing(std::move(closing));
    const bool of_workdays =
        std::any_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::workdays; });
    if (!of_workdays || !open.empty()) return;
    ListedClosing holidays;
    holidays.day = day_item(DaySort::holiday, {OnHolidays{}});
    holidays.day.place = {bytes, part_};
    holidays.meal = meal;
    add_closing(std::move(holidays));
}

/// 月曜日、祝日の翌日（土・日曜を除く）: these days are not among the closing days before.
void ListingParser::except_from_closings(DayList days, std::size_t start) {
    const auto first = first_closing_lifted_on(days);
    const bool any = first < listing_.closings.size();
    open_in_season(days, first);
    if (any) return;
    find(FindingKind::not_understood, Weight::loss, "excepts days, but not understood of what", range_from(start));
    listing_.closings_in_doubt = true;
}

}  // namespace denwaban::formats::japanese
