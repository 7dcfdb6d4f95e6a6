#include <algorithm>
#include <utility>

#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

/// 火曜のランチ, 夜のみ営業: which part of the day a closing is about.
ListingParser::ClosedPart ListingParser::parse_closed_part() {
    ClosedPart part;
    if (!next_is({Word::service})) return part;
    part.meal = static_cast<Meal>(take().value);
    pass_over({Word::of});
    const bool only = take_if({Word::only});
    pass_over({Word::of, Word::topic, Word::also, Word::filler});
    // 昼のみ営業, or 昼のみ alone; but 昼のみ休み.
    part.all_but_meal = only && !next_is({Word::rest, Word::closing_heading});
    take_if({Word::open});
    return part;
}

/// Whether the days are said to be open, or nothing certain: then they are no closing days, and it has been noted.
bool ListingParser::not_closed_after_all(const DayList& days) {
    const auto bytes = days.front().place.bytes;
    const auto beyond_fillers = beyond(at_, {Word::filler, Word::topic}) - at_;
    if (next_is({Word::varies, Word::ask}, beyond_fillers) && peek() != Word::in_case) {
        pass_over({Word::filler, Word::topic, Word::varies, Word::ask});
        const bool seasons = days.back().is_season;
        find(seasons ? FindingKind::unknowable : FindingKind::remark, Weight::note, "may be otherwise on these days",
             bytes);
        return !seasons;
    }
    const bool seasons = std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.is_season; });
    if (seasons && next_is({Word::open, Word::no_rest}, beyond_fillers)) {
        pass_over({Word::filler, Word::topic, Word::open, Word::no_rest});
        find(FindingKind::repetition, Weight::note, "open as on other days", bytes);
        open_in_season(days, 0);
        return true;
    }
    if (!take_if({Word::open})) return false;
    const bool narrower = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::narrower && day.effect == ClosingEffect::closes;
    });
    if (narrower && !listing_.closings.empty()) {
        // 日曜（第1日曜は営業）.
        except_from_closings(days, at_ - 1);
        return true;
    }
    const bool closed =
        std::any_of(days.begin(), days.end(), [this](const DayItem& day) { return is_closing_day(day); });
    if (closed) listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    if (closed) find(FindingKind::contradiction, Weight::loss, "says of closing days that they are open", bytes);
    if (!closed) find(FindingKind::repetition, Weight::note, "open as on other days", bytes);
    return true;
}

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

/// 年末年始を除き無休, 月曜（第2月曜を除く）.
bool ListingParser::all_but_said(DayList& days, std::size_t start) {
    const auto next = beyond(at_, {Word::topic});
    if (mode_ != Mode::closings || word_at(next) != Word::except || next >= tokens_.size()) return false;
    const auto after = beyond(next + 1, {Word::topic, Word::of, Word::filler, Word::every_day, Word::separator});
    while (at_ <= next) take();
    const bool weekly = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::weekday || day.sort == DaySort::holiday || day.sort == DaySort::workdays;
    });
    if (next_is({Word::no_rest}, after - at_) || listing_.never_closes) {
        while (at_ < after) take();
        if (take_if({Word::no_rest})) listing_.never_closes = true;
        for (auto& day : days) add_closing({std::move(day)});
    } else if (listing_.closings.empty() && weekly && done()) {
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
    if (word_at(then) == Word::open && then < tokens_.size() && !listing_.closings.empty()) {
        while (at_ <= then) take();
        except_from_closings(std::move(days), start);
        return true;
    }
    give_back(start);
    return true;
}

/// 土曜（夜は営業）: closed, but for this meal.
bool ListingParser::meal_is_open() {
    const auto open = beyond(at_, {Word::topic, Word::only, Word::of, Word::also});
    if (word_at(open) != Word::open || open >= tokens_.size() || listing_.closings.empty() || depth_ == 0) return false;
    const auto meal = static_cast<Meal>(tokens_[at_ - 1].value);
    auto& closing = listing_.closings.back();
    if (closing.meal != Meal::none) return false;
    while (at_ <= open) take();
    closing.meal = meal;
    closing.all_but_meal = true;
    return true;
}

/// How many of the last days 不定休 is about: 日曜・祝日は不定休 says it of both, 日曜・祝日不定休 of the last.
std::size_t ListingParser::irregular_among(const DayList& days) {
    const bool of_list = at_ > 0 && word_at(at_ - 1) == Word::topic;
    const bool bracketed =
        peek() == Word::opening && word_at(at_ + 1) == Word::irregular && word_at(at_ + 2) == Word::closing;
    const bool glued = next_is({Word::irregular}) && !tokens_[at_].spaced && peek(1) != Word::exists;
    if (!bracketed && !glued) return 0;
    for (int i = bracketed ? 3 : 1; i > 0; --i) take();
    std::size_t count = 1;
    while (of_list && count < days.size() && days[days.size() - count].joined) ++count;
    return count;
}

namespace {

/// 日・祝の夜, 水・木曜のランチ: days in one breath. 月曜日、火曜のランチ says it of the last one.
[[nodiscard]] bool share_a_meal(const DayList& days) {
    return std::all_of(days.begin(), days.end(), [&](const DayItem& day) {
        const bool plain = day.sort != DaySort::narrower;
        return plain && !day.spaced_within && (&day == &days.front() || day.joined || day.glued);
    });
}

}  // namespace

/// 月曜定休, 火曜のランチ休み, 水曜・祝日; in a list of closing days the days alone say it.
void ListingParser::close_on(DayList days) {
    pass_over({Word::of, Word::topic, Word::also, Word::colon});
    // 月火で連休を頂く: not every week.
    const bool now_and_then = take_if({Word::long_weekend, Word::around, Word::either});
    const bool of = at_ > 0 && word_at(at_ - 1) == Word::of;
    const bool topic = at_ > 0 && word_at(at_ - 1) == Word::topic;
    auto part = parse_closed_part();
    const bool bracketed = part.meal == Meal::none && peek() == Word::opening && next_is({Word::service}, 1) &&
                           (next_is({Word::closing}, 2) || next_is({Word::only}, 2));
    if (bracketed) {
        // 月曜（ディナー）.
        take();
        part.meal = static_cast<Meal>(take().value);
        pass_over({Word::only, Word::of, Word::rest, Word::filler});
        take_if({Word::closing});
    }
    if (not_closed_after_all(days)) return;
    const auto irregular = now_and_then ? days.size() : irregular_among(days);
    const auto beside = part.meal == Meal::none ? meal_beside() : std::nullopt;
    if (beside) part.meal = *beside;
    pass_over({Word::of, Word::topic, Word::also, Word::filler});
    // 水・木ランチ休み closes lunch on both; in a bare list, 水、木ランチ, only the last day's.
    const bool shared = of && part.meal != Meal::none && !part.all_but_meal && share_a_meal(days);
    const bool all_alike = next_is({Word::rest, Word::closing_heading}) || shared || topic;
    if (bracketed && days.size() > 1 && days.back().joined) {
        find(FindingKind::not_understood, Weight::doubt, "of the last day, or of all of them", days.back().place.bytes);
        for (auto& day : days) day.effect = ClosingEffect::may_close;
    }
    pass_over({Word::rest, Word::closing_heading, Word::filler, Word::only});
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool last = i + 1 == days.size();
        ListedClosing closing{std::move(days[i])};
        if (last || all_alike) {
            closing.meal = part.meal;
            closing.all_but_meal = part.all_but_meal;
        }
        if (i + irregular >= days.size()) closing.day.effect = ClosingEffect::may_close;
        add_closing(std::move(closing));
    }
}

/// ランチ11:30～14:00（月曜休み） ディナー17:00～22:00: the meal in whose bracket it stands.
std::optional<Meal> ListingParser::meal_beside() {
    if (mode_ != Mode::hours || depth_ == 0 || items_.empty() || items_.back().kind != ItemKind::span)
        return std::nullopt;
    const bool named = items_.size() > 1 && items_[items_.size() - 2].kind == ItemKind::meal;
    if (!named) {
        bool more = false;
        for (auto token = at_; token < tokens_.size() && word_at(token) != Word::newline; ++token)
            more |= word_at(token) == Word::time;
        if (!more) return std::nullopt;
        find(FindingKind::not_understood, Weight::doubt, "closes these hours, or all of them", range_from(at_));
        listing_.doubts.push_back({});
        return std::nullopt;
    }
    const auto& before = items_[items_.size() - 2];
    for (auto token = at_; token < tokens_.size() && word_at(token) != Word::newline; ++token) {
        if (word_at(token) == Word::service) return before.meal;
    }
    const bool others = std::any_of(items_.begin(), items_.end() - 1,
                                    [](const HoursItem& each) { return each.kind == ItemKind::span; });
    if (others) {
        find(FindingKind::not_understood, Weight::doubt, "closes this meal, or all of them", range_from(at_));
        listing_.doubts.push_back({});
    }
    return std::nullopt;
}

bool ListingParser::is_closing_day(const DayItem& day) const {
    const auto& closings = listing_.closings;
    return std::any_of(closings.begin(), closings.end(), [&](const ListedClosing& closing) {
        const bool same_sort = day.sort == closing.day.sort && day.weekdays.empty();
        return same_sort || (closing.day.sort == DaySort::weekday && meet(closing.day.weekdays, day.weekdays));
    });
}

/// 営業は金曜と土曜: nothing new, unless they are closing days too.
void ListingParser::open_on() {
    const auto start = at_;
    take();
    const auto next = beyond(at_, {Word::topic, Word::colon});
    const bool days_follow = next > at_ && (word_at(next) == Word::weekday || word_at(next) == Word::workdays);
    if (!days_follow) return;
    while (at_ < next) take();
    const auto first = at_;
    auto days = parse_days();
    if (has_hours(beyond(at_, {Word::topic, Word::of, Word::colon})))
        return hours_of(std::move(days), first, Reach::these);
    for (const auto& day : days) {
        if (!is_closing_day(day)) continue;
        listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
        return find(FindingKind::contradiction, Weight::loss, "says of closing days that they are open",
                    range_from(start));
    }
    close_all_but(days, range_from(start));
}

void ListingParser::add_closing(ListedClosing closing) {
    auto& closings = listing_.closings;
    const bool dated = closing.day.is_season && !closing.day.is_vague;
    if (dated && !closings.empty() && closings.back().day.is_vague) closings.pop_back();
    if (closing.day.is_vague) {
        find(FindingKind::unknowable, Weight::note, "the dates are not said", closing.day.place.bytes);
    }
    closings.push_back(std::move(closing));
    if (mode_ == Mode::hours) {
        HoursItem closed{ItemKind::closed};
        closed.first = closed.last = at_ == 0 ? 0 : at_ - 1;
        items_.push_back(std::move(closed));
    }
}

/// 金・土・日のみ営業, 営業日：木金土日: closed on all other days.
bool ListingParser::open_only_on(DayList& days, std::size_t start) {
    if (!next_is({Word::only})) return false;
    const auto open = beyond(at_ + 1, {Word::of, Word::topic, Word::filler});
    if (word_at(open) != Word::open || open >= tokens_.size()) return false;
    const auto after = beyond(open + 1, {Word::filler, Word::colon, Word::separator, Word::closing, Word::topic});
    if (word_at(after) == Word::time && after < tokens_.size()) return false;
    const bool weekly = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::weekday || day.sort == DaySort::workdays || day.sort == DaySort::holiday ||
               day.sort == DaySort::holiday_eve;
    });
    if (!weekly) return false;
    while (at_ <= open) take();
    close_all_but(days, range_from(start));
    return true;
}

void ListingParser::close_all_but(const DayList& days, ByteRange bytes) {
    WeekdaySet closed;
    std::vector<When> open;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        const bool named =
            std::any_of(days.begin(), days.end(), [&](const DayItem& day) { return day.weekdays.contains(weekday); });
        if (!named) closed.insert(weekday);
    }
    for (const auto& day : days) {
        if (day.sort == DaySort::holiday || day.sort == DaySort::holiday_eve) open.push_back(day.when);
    }
    if (closed.empty()) return;
    ListedClosing closing;
    closing.day = day_item(DaySort::weekday, {OnWeekdays{closed}});
    closing.day.weekdays = closed;
    closing.day.place = {bytes, part_};
    if (!open.empty()) closing.day.when = {AllOf{{closing.day.when, {NoneOf{std::move(open)}}}}};
    if (!open.empty()) closing.on_holiday_said = true;
    add_closing(std::move(closing));
    const bool workdays =
        std::any_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::workdays; });
    if (!workdays || !open.empty()) return;
    ListedClosing holidays;
    holidays.day = day_item(DaySort::holiday, {OnHolidays{}});
    holidays.day.place = {bytes, part_};
    add_closing(std::move(holidays));
}

/// 月曜日、祝日の翌日（土・日曜を除く）: these days are not among the closing days before.
void ListingParser::except_from_closings(DayList days, std::size_t start) {
    const bool any = !listing_.closings.empty();
    open_in_season(days, first_of_sentence_);
    if (any) return;
    find(FindingKind::not_understood, Weight::loss, "excepts days, but not understood of what", range_from(start));
    listing_.closings_in_doubt = true;
}

/// 不定休, 月2回不定休, 水曜を中心に月6日, ○○に準ずる.
void ListingParser::irregular() {
    const auto start = at_;
    const bool facility = peek() == Word::per_facility;
    const bool around_days = at_ > 0 && word_at(at_ - 1) == Word::around;
    const auto& closings = listing_.closings;
    if (at_ > 0 && word_at(at_ - 1) == Word::opening && !closings.empty() && closings.back().day.is_uncertain_list) {
        // 月2回日曜(不定休): it says so of these days.
        take();
        return;
    }
    const bool so_often = peek() == Word::times_a_month && next_is({Word::closing}, 1) && at_ > 0 &&
                          word_at(at_ - 1) == Word::opening && !closings.empty();
    if (so_often) {
        // 日曜日（月2回）.
        listing_.closings.back().day.effect = ClosingEffect::may_close;
        take();
        return find(FindingKind::unknowable, Weight::note, "which of these days are closed is not said",
                    range_from(start));
    }
    take();
    pass_over({Word::irregular, Word::times_a_month, Word::filler, Word::of, Word::rest, Word::exists, Word::about,
               Word::varies, Word::only});
    if (next_is({Word::topic}) && next_is({Word::varies}, 1)) {
        // 月ごとに変動.
        take();
        pass_over({Word::varies, Word::filler});
    }
    if (facility && next_is({Word::topic}) && next_is({Word::rest, Word::closing_heading}, 1)) {
        take();
        take();
        pass_over({Word::filler});
    }
    if (around_days && !listing_.closings.empty()) listing_.closings.pop_back();
    unknown_every_day(facility ? "施設の休業日" : "不定休", range_from(start));
    // What stands before it names the facility: ビルの休館日に準ずる.
    for (auto token = start; facility && token-- > 0;) {
        const bool names = word_at(token) == Word::prose || word_at(token) == Word::of ||
                           word_at(token) == Word::rest || word_at(token) == Word::closing_heading ||
                           word_at(token) == Word::open || word_at(token) == Word::separator ||
                           word_at(token) == Word::filler;
        if (!names) break;
        tokens_[token].used = true;
    }
}

void ListingParser::unknown_every_day(std::string label, ByteRange bytes) {
    find(FindingKind::unknowable, Weight::note, "which days are closed is not said", bytes);
    const auto same = [&](const ListedClosing& closing) { return closing.day.label == label; };
    if (std::any_of(listing_.closings.begin(), listing_.closings.end(), same)) return;
    ListedClosing closing;
    closing.day.when = {EveryDay{}};
    closing.day.sort = DaySort::every_day;
    closing.day.effect = ClosingEffect::may_close;
    closing.day.label = std::move(label);
    closing.day.place = {bytes, part_};
    closing.on_holiday_said = true;
    listing_.closings.push_back(std::move(closing));
}

}  // namespace denwaban::formats::japanese
