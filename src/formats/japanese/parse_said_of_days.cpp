#include <algorithm>
#include <utility>

#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

/// 第1火曜日とその翌日, 第1・3土曜とその翌日の日曜: the day after an nth weekday.
void ListingParser::day_after_too(DayList& days) {
    if (days.empty()) return;
    const auto* nth = std::get_if<OnNthWeekdays>(&days.back().when.condition);
    const auto weekday = only_one(days.back().weekdays);
    const auto after = beyond(at_ + 1, {Word::filler});
    if (nth == nullptr || !weekday || peek() != Word::separator || after >= tokens_.size() ||
        word_at(after) != Word::next_day || word_at(after + 1) == Word::topic)
        return;
    auto day = day_after(nth->ordinals, *weekday);
    if (!day) return;
    day->place = days.back().place;
    days.push_back(*std::move(day));
    while (at_ <= after) take();
    const bool named = peek() == Word::of && word_at(at_ + 1) == Word::weekday &&
                       static_cast<unsigned>(tokens_[(at_ + 1) % tokens_.size()].value) == (*weekday + 1) % 7;
    if (!named) return;
    take();
    take();
}

/// 月曜（祝日を除く）は15:00～.
void ListingParser::but_holidays_in_brackets(DayList& days) {
    const bool plain =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::weekday; });
    const bool but = peek() == Word::opening && peek(1) == Word::holiday && peek(2) == Word::except &&
                     peek(3) == Word::closing && peek(4) == Word::topic;
    if (!plain || !but || mode_ != Mode::hours || !any_hours_said() || !has_hours(at_ + 5)) return;
    for (int i = 0; i < 4; ++i) take();
    for (auto& day : days) {
        day.when = {AllOf{{std::move(day.when), {NoneOf{{{OnHolidays{}}}}}}}};
        day.sort = DaySort::narrower;
    }
}

/// 月曜休（祝日も）; closed on Mondays, even on national holidays.
bool ListingParser::closed_on_holidays_too(const DayList& days, std::size_t start) {
    const bool holiday = days.size() == 1 && days.front().sort == DaySort::holiday;
    if (!holiday || start == 0 || listing_.closings.empty()) return false;
    const bool of_closings = mode_ == Mode::closings || (!items_.empty() && items_.back().kind == ItemKind::closed);
    const bool bracketed = word_at(start - 1) == Word::opening && next_is({Word::also}) && next_is({Word::closing}, 1);
    const bool in_english = words_of(start - 1) == "even on" || words_of(start - 1) == "including";
    if (!of_closings || !(bracketed || in_english)) return false;
    pass_over({Word::also});
    for (auto at = first_of_sentence_; at < listing_.closings.size(); ++at) {
        auto& closing = listing_.closings[at];
        if (closing.on_holiday_said) continue;
        closing.on_holiday = Displacement::stays;
        closing.on_holiday_said = true;
    }
    return true;
}

/// 11/3、11/10は11:00～15:00。上記以外は休み.
bool ListingParser::closed_otherwise(const DayList& days, std::size_t start) {
    const auto words = words_of(start);
    const bool others = words.starts_with("上記以外") || words.starts_with("それ以外") || words.starts_with("その他") ||
                        words.starts_with("他の曜日");
    const auto rest = beyond(at_, {Word::topic, Word::filler});
    if (!others || days.size() != 1 || days.front().sort != DaySort::every_day || rest >= tokens_.size() ||
        (word_at(rest) != Word::rest && word_at(rest) != Word::closing_heading))
        return false;
    const bool any_days = month_said_ != 0 || std::any_of(items_.begin(), items_.end(), [](const HoursItem& each) {
                              return each.kind == ItemKind::days;
                          });
    if (!any_days || has_hours(rest + 1)) return false;
    while (at_ <= rest) take();
    pass_over({Word::filler});
    listing_.closed_otherwise = true;
    find(FindingKind::repetition, Weight::note, "closed on days that are not named", range_from(start));
    return true;
}

/// 【月】×.
bool ListingParser::crossed_out(DayList& days) {
    const auto cell = beyond(at_, {Word::closing, Word::slash, Word::colon});
    if (cell == at_ || cell >= tokens_.size() || mode_ != Mode::hours) return false;
    const auto words = words_of(cell);
    // 土｜×｜17:00-21:00: one of its meals.
    if ((words != "×" && words != "✕") || (word_at(cell - 1) == Word::slash && hours_on_line(cell))) return false;
    while (at_ <= cell) take();
    close_on(std::move(days));
    return true;
}

/// 祝日も曜日どおりお休みです.
bool ListingParser::as_their_weekdays(const DayList& days, std::size_t start) {
    const auto as = beyond(at_, {Word::topic, Word::also, Word::of});
    const bool holidays =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::holiday; });
    if (!holidays || as == at_ || word_at(as) != Word::same_as || as >= tokens_.size() || tokens_[as].value != 1)
        return false;
    while (at_ <= as) take();
    pass_over({Word::topic, Word::of, Word::rest, Word::open, Word::closing_heading, Word::filler});
    find(FindingKind::repetition, Weight::note, "as on other days of the week", range_from(start));
    return true;
}

/// （4月25日～11月23日、冬期は休業）: the period in which it is open, and the season in which it is not.
bool ListingParser::but_closed_in_winter(DayList& days, std::size_t start) {
    const auto rest = beyond(at_, {Word::topic});
    const bool told = rest > at_ || (at_ > 0 && word_at(at_ - 1) == Word::topic);
    const bool closes = word_at(rest) == Word::rest && rest < tokens_.size() && told;
    if (!closes || !are_seasons(days)) return false;
    // 4月～10月、12月～2月は休業.
    constexpr unsigned most_of_a_year = 7;
    const auto* listed = std::get_if<InMonths>(&days.front().when.condition);
    unsigned months = 0;
    for (unsigned month = 1; month <= 12 && listed != nullptr; ++month) months += listed->months.contains(month);
    if (days.size() < 2 && months <= most_of_a_year) return false;
    const bool long_period =
        days.size() == 1 || std::any_of(days.begin(), days.end() - 1, [](const DayItem& day) {
            const auto* season = std::get_if<InSeason>(&day.when.condition);
            return std::holds_alternative<InMonths>(day.when.condition) || (season != nullptr && !is_short(*season));
        });
    if (!long_period) return false;
    while (at_ <= rest) take();
    const bool vague = days.back().is_vague;
    days.pop_back();
    if (vague && !period_said_ && any_hours_said() && depth_ > 0) {
        period_said_ = true;
        close_beyond(days, range_from(start));
        return true;
    }
    find(FindingKind::not_understood, Weight::doubt, "open in one season, or closed in both", range_from(start));
    listing_.doubts.push_back({});
    return true;
}

/// 土曜は第2土曜だけ営業, 日曜は第1・3のみ営業: closed in all other weeks.
bool ListingParser::open_in_some_weeks(const DayList& days, std::size_t start) {
    const auto weekday =
        days.size() == 1 && days.front().sort == DaySort::weekday ? only_one(days.front().weekdays) : std::nullopt;
    if (!weekday || !next_is({Word::topic}) || !next_is({Word::ordinal}, 1)) return false;
    OrdinalSet weeks;
    auto end = at_ + 1;
    for (; word_at(end) == Word::ordinal || word_at(end) == Word::number || word_at(end) == Word::separator ||
           word_at(end) == Word::of;
         ++end) {
        const bool names = word_at(end) == Word::ordinal || word_at(end) == Word::number;
        if (names && tokens_[end].value > 5) return false;
        if (names) weeks.insert(static_cast<unsigned>(tokens_[end].value));
    }
    if (word_at(end) == Word::weekday && static_cast<unsigned>(tokens_[end].value) == *weekday) ++end;
    const auto open = beyond(end + 1, {Word::of, Word::topic});
    if (word_at(end) != Word::only || word_at(open) != Word::open || open >= tokens_.size() || has_hours(open + 1))
        return false;
    while (at_ <= open) take();
    ListedClosing others;
    others.day = day_item(DaySort::narrower,
                          {AllOf{{{OnWeekdays{{*weekday}}}, {NoneOf{{{OnNthWeekdays{weeks, {*weekday}}}}}}}}});
    others.day.place = {range_from(start), part_};
    others.on_holiday_said = true;
    add_closing(std::move(others));
    return true;
}

/// 祝日は日曜と同じ, 祝前日は土曜に準ずる, 祝日は日曜の営業時間.
bool ListingParser::as_other_days(DayList& days) {
    const auto start = at_;
    // 月曜日が祝日の場合、日曜日は土曜日と同じ: not of every Sunday.
    const auto first = days.front().place.bytes.begin;
    for (auto at = start; at-- > 0 && !ends_chunk(word_at(at));) {
        if (tokens_[at].bytes.begin < first && word_at(at) == Word::in_case) return false;
    }
    const auto give_up = [&] {
        give_back(start);
        at_ = start;
        return false;
    };
    pass_over({Word::topic, Word::also});
    if (at_ == start || !next_is({Word::weekday, Word::weekend, Word::workdays})) return give_up();
    auto others = parse_days();
    const auto heading = beyond(at_, {Word::of});
    const bool hours = heading > at_ && word_at(heading) == Word::hours_heading && !has_hours(heading + 1);
    if (others.empty() || !(hours || next_is({Word::same_as, Word::per_facility}))) return give_up();
    while (at_ < heading) take();
    take();
    pass_over({Word::of, Word::hours_heading, Word::open, Word::filler});
    listing_.alike.push_back({std::move(days), std::move(others.front())});
    return true;
}

/// 日曜が祝前日にあたる場合は15:00～翌2:00: their hours where both fall on one day.
bool ListingParser::hours_on_holidays_that_fall_on(DayList& days) {
    const auto holiday = beyond(at_, {Word::topic});
    const auto in_case = beyond(holiday + 1, {Word::of});
    const auto hours = beyond(in_case + 1, {Word::topic, Word::separator, Word::filler});
    const bool plain = std::all_of(days.begin(), days.end(), [](const DayItem& day) {
        return day.sort == DaySort::weekday && day.effect == ClosingEffect::closes;
    });
    const bool both = holiday > at_ && (word_at(holiday) == Word::holiday || word_at(holiday) == Word::holiday_eve);
    if (!both || !plain || word_at(in_case) != Word::in_case || hours >= tokens_.size() || !has_hours(hours))
        return false;
    const When when = word_at(holiday) == Word::holiday ? When{OnHolidays{}} : When{OnHolidayEves{}};
    // 月曜日 月曜が祝日の場合は13:00～18:00.
    const auto last = mode_ == Mode::closings ? last_breath(days.begin(), days.end()) : days.begin();
    for (auto day = days.begin(); day != last; ++day) add_closing({std::move(*day)});
    days.erase(days.begin(), last);
    for (auto& day : days) {
        day.when = {AllOf{{when, std::move(day.when)}}};
        day.sort = DaySort::narrower;
    }
    while (at_ < hours) take();
    for (const auto& day : days) listing_.dates_with_hours.push_back(day.when);
    return true;
}

/// 祝日の営業についてはお電話でお問い合わせください: it is not said here.
bool ListingParser::hours_are_told_elsewhere(DayList& days, std::size_t start) {
    const auto heading = beyond(at_, {Word::of});
    const bool named = word_at(heading) == Word::hours_heading || word_at(heading) == Word::open;
    if (!named || word_at(heading + 1) != Word::topic) return false;
    auto end = heading + 2;
    bool told = false;
    for (; end < tokens_.size() && !ends_chunk(word_at(end)) && word_at(end) != Word::closing; ++end) {
        const auto word = word_at(end);
        const bool tells = word == Word::ask || word == Word::announced || words_of(end).ends_with("電話");
        if (!tells && word != Word::topic && word != Word::filler && word != Word::of) return false;
        told |= tells;
    }
    if (!told) return false;
    while (at_ < end) take();
    find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
    listing_.doubts.push_back({std::move(days)});
    return true;
}

/// 祝日の営業時間は異なる場合があります: of these days nobody knows.
bool ListingParser::hours_vary_on(DayList& days, std::size_t start) {
    if (hours_are_told_elsewhere(days, start)) return true;
    // 祝日: 営業時間が異なる場合があります.
    const auto told = beyond(at_, {Word::topic, Word::colon});
    if (told > at_ && told < tokens_.size() && words_of(told).starts_with("営業時間が異な") &&
        word_at(told) == Word::not_hours) {
        while (at_ <= told) take();
        pass_over({Word::filler, Word::not_hours, Word::exists, Word::topic, Word::in_case});
        find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
        listing_.doubts.push_back({std::move(days)});
        return true;
    }
    const auto heading = beyond(at_, {Word::topic, Word::of});
    const auto varies = beyond(heading + 1, {Word::topic, Word::of, Word::filler});
    if (heading == at_ || word_at(heading) != Word::hours_heading || word_at(varies) != Word::varies ||
        varies >= tokens_.size())
        return false;
    while (at_ <= varies) take();
    pass_over({Word::filler, Word::not_hours, Word::exists, Word::topic, Word::in_case});
    find(FindingKind::unknowable, Weight::note, "the hours of these days are not said", range_from(start));
    listing_.doubts.push_back({std::move(days)});
    return true;
}

/// 火曜は予約制, 平日は要予約, 日曜は予約のみ営業: of these days nobody knows.
bool ListingParser::by_booking_on(DayList& days, std::size_t start) {
    if (mode_ != Mode::hours || word_at(at_) != Word::topic) return false;
    auto at = at_ + 1;
    if (at < tokens_.size() && (words_of(at) == "要" || words_of(at) == "完全" || words_of(at) == "事前")) ++at;
    if (at >= tokens_.size() || !words_of(at).ends_with("予約")) return false;
    auto end = at + 1;
    while (end < tokens_.size() &&
           (word_at(end) == Word::only || word_at(end) == Word::open || word_at(end) == Word::of ||
            word_at(end) == Word::filler || words_of(end).starts_with("制") || words_of(end) == "です"))
        ++end;
    const bool ends = end >= tokens_.size() || ends_chunk(word_at(end)) || word_at(end) == Word::separator;
    if (!ends || (end == at + 1 && at == at_ + 1)) return false;
    while (at_ < end) take();
    find(FindingKind::unknowable, Weight::note, "open on these days to those who booked", range_from(start));
    listing_.doubts.push_back({std::move(days)});
    return true;
}

}  // namespace denwaban::formats::japanese
