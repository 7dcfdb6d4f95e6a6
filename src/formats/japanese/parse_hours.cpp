#include <algorithm>
#include <array>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

HoursItem ListingParser::item(ItemKind kind, std::size_t start) const {
    HoursItem item{kind};
    item.first = start;
    item.last = at_;
    item.place = {range_from(start), part_};
    return item;
}

void ListingParser::add(HoursItem item) {
    if (item.kind == ItemKind::days || item.kind == ItemKind::span) mode_ = Mode::hours;
    items_.push_back(std::move(item));
    if (items_.back().kind == ItemKind::span && pending_) items_.push_back(*std::exchange(pending_, std::nullopt));
}

/// Whether nothing but punctuation stands between the days said last and here.
bool ListingParser::days_just_said() const {
    if (items_.size() > 1 && items_.back().kind == ItemKind::meal && items_[items_.size() - 2].kind == ItemKind::days &&
        depth_ > 0 && at_ > 0 && word_at(at_ - 1) == Word::topic &&
        beyond(items_[items_.size() - 2].last, {Word::topic, Word::of, Word::service}) >= at_)
        return true;
    if (items_.empty() || items_.back().kind != ItemKind::days) return false;
    return beyond(items_.back().last, {Word::topic, Word::of, Word::colon, Word::closing, Word::opening, Word::dash}) >=
           at_;
}

bool ListingParser::has_hours(std::size_t next) const {
    const auto after =
        beyond(next, {Word::closing, Word::opening, Word::colon, Word::next_day_of, Word::before_noon, Word::after_noon,
                      Word::late_night, Word::same, Word::eat_in, Word::hours_heading, Word::newline});
    if (after >= tokens_.size()) return false;
    // 定休日　水曜日⏎営業時間　12:00～: of no days in particular.
    for (auto at = next; at < after && mode_ == Mode::closings; ++at) {
        if (word_at(at) == Word::hours_heading) return false;
    }
    const auto word = word_at(after);
    if (word == Word::all_day) return true;
    if (word == Word::time)
        return word_at(after + 1) == Word::dash || word_at(after + 1) == Word::from ||
               word_at(after + 1) == Word::to_the_last || word_at(after + 1) == Word::until || mode_ == Mode::hours;
    return word == Word::dash && word_at(after + 1) == Word::time;
}

/// 9:00～18:00 金曜のみ9:00～21:00: the later hours can't be beside the first, so that they stand in their place.
bool ListingParser::overlaps_hours_before(std::size_t time) const {
    const auto last =
        std::find_if(items_.rbegin(), items_.rend(), [](const HoursItem& each) { return each.kind == ItemKind::span; });
    if (last == items_.rend() || time + 2 >= tokens_.size() || word_at(time) != Word::time ||
        word_at(time + 1) != Word::dash || word_at(time + 2) != Word::time || depth_ > 0)
        return false;
    const auto of_all_days = [](const HoursItem& each) { return each.kind == ItemKind::days; };
    if (std::any_of(items_.begin(), items_.end(), of_all_days)) return false;
    const auto plain = [](const Clock& clock) { return clock.half == HalfDay::unsaid && clock.minutes >= 13 * 60; };
    const bool closes_late = !last->end_known || plain(last->closes);
    const int closes = last->end_known ? last->closes.minutes : minutes_a_day;
    return closes_late && tokens_[time + 2].value >= 13 * 60 && last->opens.minutes >= 6 * 60 &&
           tokens_[time].value >= 6 * 60 && tokens_[time].value < closes &&
           last->opens.minutes < tokens_[time + 2].value;
}

/// 月曜（祝日は15:00～23:00）, 月曜定休。ただし祝日は15:00～23:00: open then, closing day or not.
bool ListingParser::excepts_holidays_from_closings(const DayList& days, std::size_t start) const {
    const bool holidays = !days.empty() && std::all_of(days.begin(), days.end(),
                                                       [](const DayItem& day) { return day.sort == DaySort::holiday; });
    if (!holidays || listing_.closings.empty() || peek() != Word::topic || done()) return false;
    const bool of_closings = mode_ == Mode::closings || (!items_.empty() && items_.back().kind == ItemKind::closed);
    const auto before = text_.substr(0, tokens_[start].bytes.begin);
    constexpr auto buts = std::to_array<std::string_view>({"ただし", "ただし、", "但し", "但し、"});
    const bool but = std::any_of(buts.begin(), buts.end(), [&](auto each) { return before.ends_with(each); });
    return of_closings && (depth_ > 0 || but);
}

void ListingParser::hours_of(DayList days, std::size_t start, Reach reach) {
    // 日祝（第2日曜のみ13:00～18:00）, 日祝※第2日曜は13:00～18:00: open then, closing day or not.
    for (const auto& day : days) {
        const bool nth = std::holds_alternative<OnNthWeekdays>(day.when.condition);
        if (mode_ == Mode::closings && ((nth && depth_ > 0) || is_some_of_closing_days(day)))
            listing_.open_dates.push_back(day.when);
    }
    if (excepts_holidays_from_closings(days, start)) listing_.open_dates.push_back({OnHolidays{}});
    const bool also_with_topic = peek() == Word::topic && peek(1) == Word::except;
    if (also_with_topic) take();
    if (take_if({Word::except})) reach = Reach::except;
    // 木・金・土の3日間だけ.
    if (next_is({Word::filler}) && next_is({Word::only}, 1)) take();
    if (take_if({Word::only})) reach = Reach::only;
    // 11月3日（火・祝）のみ10:00～18:00: the date's own hours, in the year that is meant.
    const bool dated = are_seasons(days);
    if (reach == Reach::only && dated && has_hours(beyond(at_, {Word::topic, Word::of, Word::open})))
        reach = Reach::these;
    // 10:00～18:00、木曜のみ12:00～20:00: Thursday's own hours.
    const bool apart = start > 0 && (word_at(start - 1) == Word::separator || word_at(start - 1) == Word::stop ||
                                     word_at(start - 1) == Word::newline || word_at(start - 1) == Word::mark);
    const bool of_meal = !items_.empty() && items_.back().kind == ItemKind::meal;
    const bool follows = apart && !done() && !tokens_[at_].spaced && has_hours(at_);
    if (reach == Reach::only && !of_meal && (follows || overlaps_hours_before(at_))) reach = Reach::these;
    if (reach == Reach::except) {
        // （土日祝及び年末年始を除く）: nobody says when that is.
        const auto is_vague = [](const DayItem& day) { return day.is_vague; };
        for (auto& day : days) {
            if (is_vague(day)) add_closing({day});
        }
        std::erase_if(days, is_vague);
        if (days.empty()) return;
    }
    const bool vague = std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.is_vague; });
    if (vague && !has_hours(beyond(at_, {Word::topic, Word::of, Word::filler, Word::also}))) {
        // 年末年始は営業時間が異なります.
        find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
        const auto other = beyond(at_, {Word::topic, Word::of, Word::filler, Word::also, Word::hours_heading});
        if (next_is({Word::varies}, other - at_)) {
            while (at_ <= other) take();
        }
        return listing_.doubts.push_back({std::move(days)});
    }
    // 【土・日・祝日限定】90分制: the days are of the hours.
    const bool bracket_ends = next_is({Word::closing}) && reach != Reach::these;
    if (!done() && !bracket_ends && tokens_[beyond(at_, {Word::closing}) % tokens_.size()].aside) {
        return find(FindingKind::remark, Weight::note, "days of something else", range_from(start));
    }
    auto said = item(ItemKind::days, start);
    said.days = std::move(days);
    said.reach = reach;
    // 電話受付 11:00～17:00　11/8は10:00～15:00.
    said.leads = depth_ == 0 && peek() == Word::topic && are_seasons(said.days);
    add(std::move(said));
    if (reach == Reach::except) pass_over({Word::every_day});
    pass_over({Word::topic, Word::of, Word::colon});
}

bool ListingParser::any_hours_said() const {
    return mode_ == Mode::hours &&
           std::any_of(items_.begin(), items_.end(), [](const HoursItem& each) { return each.kind == ItemKind::span; });
}

}  // namespace denwaban::formats::japanese
