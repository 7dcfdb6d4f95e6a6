#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

bool ListingParser::at_except_in_english() const {
    return peek() == Word::except && !done() && static_cast<unsigned char>(words_of(at_).front()) < 0x80;
}

/// Daily except Thursday, Mon–Sat except Wed: those named last are left out.
void ListingParser::days_except_in_english(DayList days, std::size_t start) {
    const bool daily =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::every_day; });
    if (daily) return all_but_days();
    take();
    const auto others = at_day() ? parse_days() : DayList{};
    const auto plain = [](const DayItem& day) { return day.sort == DaySort::weekday; };
    if (others.empty() || !std::all_of(others.begin(), others.end(), plain) ||
        !std::all_of(days.begin(), days.end(), plain))
        return give_back(start);
    for (auto& day : days) {
        WeekdaySet left;
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            const bool out = std::any_of(others.begin(), others.end(),
                                         [&](const DayItem& other) { return other.weekdays.contains(weekday); });
            if (day.weekdays.contains(weekday) && !out) left.insert(weekday);
        }
        day.weekdays = left;
        day.when = {OnWeekdays{left}};
    }
    std::erase_if(days, [](const DayItem& day) { return day.weekdays == WeekdaySet{}; });
    days.empty() ? give_back(start) : hours_of(std::move(days), start, Reach::these);
}

/// 祝前日以外の日曜, 祝日を除く月～金曜: the days named last, but for those named before; whether it says so.
bool ListingParser::but_these(DayList& days) {
    const auto except = beyond(at_, {Word::topic});
    const auto then = beyond(except + 1, {Word::of, Word::topic});
    if (word_at(except) != Word::except || then >= tokens_.size()) return false;
    const auto resume = std::exchange(at_, then);
    if (!next_is({Word::weekday, Word::workdays, Word::weekend, Word::every_day, Word::ordinal}) ||
        tokens_[at_].spaced || !at_day()) {
        at_ = resume;
        return false;
    }
    for (auto token = resume; token < then; ++token) tokens_[token].used = true;
    const bool holidays =
        std::all_of(days.begin(), days.end(), [](const DayItem& day) { return day.sort == DaySort::holiday; });
    std::vector<When> excepted;
    for (auto& day : days) excepted.push_back(std::move(day.when));
    days = parse_days();
    for (auto& day : days) {
        if (holidays && day.sort == DaySort::weekday && mode_ == Mode::hours) {
            day.sort = DaySort::workdays;
            continue;
        }
        day.when = {AllOf{{std::move(day.when), {NoneOf{excepted}}}}};
        day.sort = DaySort::narrower;
    }
    return true;
}

/// 2020年3月26日より: since when the listing holds; 8/18より通常営業: the end of a closing that was said.
bool ListingParser::since_when(DayList& days, std::size_t start) {
    // 11/11(水)～ 11:00～17:00.
    const bool dash = next_is({Word::dash}) && next_is({Word::time}, 1) && tokens_[at_ + 1].spaced && days.size() == 1;
    if (!days.back().is_season || !(dash || next_is({Word::from}))) return false;
    take();
    const auto bytes = days.back().place.bytes;
    // 28日から通常どおり営業.
    if (word_at(beyond(at_, {Word::filler})) == Word::open) pass_over({Word::filler});
    const bool resumes = take_if({Word::open});
    // 11月1日より営業時間が変わります.
    const auto told = beyond(at_, {Word::hours_heading, Word::topic, Word::of, Word::filler});
    const bool changed = word_at(told) == Word::varies && told < tokens_.size();
    while (changed && at_ <= told) take();
    const bool dated = std::holds_alternative<InPeriod>(days.back().when.condition) ||
                       std::holds_alternative<AllOf>(days.back().when.condition);
    auto before = changed && !resumes ? days_before(days.back()) : std::nullopt;
    if (before) listing_.doubts.push_back({{*std::move(before)}});
    days.pop_back();
    if (resumes || dated || changed) {
        find(FindingKind::remark, Weight::note, resumes ? "from when it is open again" : "since when this holds",
             bytes);
    } else {
        find(FindingKind::not_understood, Weight::doubt, "from this day on, but what is not clear", bytes);
        mode_ == Mode::closings ? static_cast<void>(listing_.closings_in_doubt = true) : listing_.doubts.push_back({});
    }
    if (!days.empty())
        mode_ == Mode::closings ? close_on(std::move(days)) : hours_of(std::move(days), start, Reach::these);
    return true;
}

/// 除く水曜.
void ListingParser::all_but_days() {
    const auto start = at_;
    take();
    pass_over({Word::of, Word::topic});
    if (!at_day()) {
        // 法定点検日を除く.
        const bool of_the_building =
            start > 0 && (word_at(start - 1) == Word::occasional || word_at(start - 1) == Word::per_facility);
        if (!of_the_building) give_back(start);
        return;
    }
    auto days = parse_days();
    if (days.empty()) return give_back(start);
    if (listing_.never_closes) return close_on(std::move(days));
    if (mode_ == Mode::closings) return except_from_closings(std::move(days), start);
    hours_of(std::move(days), start, Reach::except);
}

}  // namespace denwaban::formats::japanese
