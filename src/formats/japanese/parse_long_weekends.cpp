#include <algorithm>
#include <functional>
#include <utility>

#include "around_holidays.hpp"
#include "consequence.hpp"
#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

[[nodiscard]] DayItem day_item_of(unsigned weekday) {
    auto day = day_item(DaySort::weekday, {OnWeekdays{{weekday}}});
    day.weekdays = {weekday};
    return day;
}

}  // namespace

/// 日曜（連休の場合は最終日）: the last day of consecutive days off closes in its place.
void ListingParser::long_weekend() {
    // 月曜・火曜（連休）.
    const bool bracketed = at_ > 0 && word_at(at_ - 1) == Word::opening && next_is({Word::closing}, 1);
    if (mode_ == Mode::closings && bracketed && !listing_.closings.empty()) return pass();
    if (mode_ != Mode::closings || !next_is({Word::in_case, Word::topic, Word::of}, 1)) return leave();
    const auto start = at_;
    take();
    pass_over({Word::of, Word::in_case, Word::topic});
    // （連休の場合は日曜営業、連休最終日が休み）.
    const bool opens = next_is({Word::weekday}) && next_is({Word::open}, 1) &&
                       is_closing_day(day_item_of(static_cast<unsigned>(tokens_[at_].value)));
    if (opens) {
        take();
        take();
    }
    pass_over({Word::separator, Word::filler, Word::of});
    if (next_is({Word::long_weekend}) && next_is({Word::of}, 1) && next_is({Word::last_day}, 2)) {
        take();
        take();
    }
    const bool first_day = peek() == Word::last_day && !done() && tokens_[at_].value != 0;
    if (first_day || !take_if({Word::last_day, Word::last_of_long_weekend})) return what_long_weekends_change(start);
    pass_over({Word::topic, Word::only, Word::rest, Word::closing_heading, Word::filler});
    Consequence said;
    said.opens = true;
    if (!open_before_holidays(said)) return give_back(start);
    ListedClosing last;
    last.day.when = last_of_long_weekend();
    last.on_holiday_said = true;
    listing_.closings.push_back(std::move(last));
}

/// Whether the days that they may open and close are those beside a 祝日.
bool ListingParser::long_weekends_have_their_days(std::size_t end) const {
    const auto of_sentence = static_cast<std::ptrdiff_t>(first_of_sentence_ % listing_.closings.size());
    const bool of_weekends =
        std::all_of(listing_.closings.begin() + of_sentence, listing_.closings.end(), [](const ListedClosing& closing) {
            const auto& weekdays = closing.day.weekdays;
            const bool others = weekdays.contains(2) || weekdays.contains(3) || weekdays.contains(4) ||
                                weekdays.contains(5) || weekdays.contains(6);
            return closing.day.is_season || closing.day.weekdays.empty() || !others;
        });
    unsigned after = 0;
    for (auto at = at_; at < end; ++at) {
        if (word_at(at) != Word::weekday) continue;
        if (tokens_[at].value > 2) return false;
        after += tokens_[at].value == 2 ? 1U : 0U;
    }
    return of_weekends && after <= 1;
}

/// 日曜（連休の場合は月曜）: of days off one after the other nobody knows which are closed.
void ListingParser::what_long_weekends_change(std::size_t start) {
    const auto goes_on = [](Word word) {
        switch (word) {
            case Word::weekday:
            case Word::open:
            case Word::rest:
            case Word::topic:
            case Word::also:
            case Word::of:
            case Word::separator:
            case Word::filler:
            case Word::next_day:
            case Word::next_day_of:
            case Word::next_weekday:
            case Word::previous_day:
            case Word::substitute:
            case Word::varies:
            case Word::in_case:
            case Word::long_weekend:
            case Word::last_day:
            case Word::last_of_long_weekend:
            case Word::only:
                return true;
            default:
                return false;
        }
    };
    auto end = at_;
    while (end < tokens_.size() && goes_on(word_at(end))) ++end;
    const bool ends = end >= tokens_.size() || ends_chunk(word_at(end));
    if (!ends || listing_.closings.empty() || !long_weekends_have_their_days(end)) return give_back(start);
    while (at_ < end) take();
    const When near = near_holidays();
    auto& closings = listing_.closings;
    bool said_before = std::any_of(closings.begin(), closings.end(), std::mem_fn(&ListedClosing::off_holidays));
    for (auto& closing : closings) {
        if (closing.off_holidays || closing.day.is_season || closing.day.effect != ClosingEffect::closes) continue;
        closing.day.when = {AllOf{{std::move(closing.day.when), {NoneOf{{near}}}}}};
        closing.on_holiday_said = true;
        closing.off_holidays = true;
        said_before = false;
    }
    if (said_before) return;
    ListedClosing any;
    any.day = day_item(DaySort::narrower, near);
    any.day.effect = ClosingEffect::may_close;
    any.day.place = {range_from(start), part_};
    any.on_holiday_said = true;
    any.off_holidays = true;
    closings.push_back(std::move(any));
    find(FindingKind::unknowable, Weight::note, "which days close around 祝日 is not clear", range_from(start));
}

}  // namespace denwaban::formats::japanese
