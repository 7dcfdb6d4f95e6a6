#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// 日曜夜と月曜は休み: a list of closings, among hours.
bool ListingParser::closings_with_meals(std::size_t start) {
    std::size_t meals = 0;
    auto end = start;
    for (; end < tokens_.size(); ++end) {
        const auto word = word_at(end);
        const bool of_list = word == Word::weekday || word == Word::workdays || word == Word::holiday ||
                             word == Word::separator || word == Word::of || word == Word::ordinal ||
                             word == Word::filler || word == Word::service;
        if (!of_list) break;
        meals += word == Word::service ? 1U : 0U;
    }
    const auto rest = beyond(end, {Word::topic});
    const bool closes = word_at(rest) == Word::rest || word_at(rest) == Word::closing_heading;
    // 月曜夜・日曜昼は休み, 月曜終日・火曜昼は休み; but 日・祝の夜は休み.
    bool whole_day = false;
    for (auto at = start; at < end; ++at) whole_day |= words_of(at) == "終日";
    const bool of_all = meals == 1 && word_at(end - 1) == Word::service && !whole_day;
    if (meals == 0 || !closes || rest >= tokens_.size() || of_all) return false;
    give_back(start);
    at_ = start;
    mode_ = Mode::closings;
    const auto closings = listing_.closings.size();
    while (at_ < rest) at_day() ? close_on(parse_days()) : void(++at_);
    pass_over({Word::topic, Word::rest, Word::closing_heading, Word::filler});
    mode_ = Mode::hours;
    HoursItem closed{ItemKind::closed};
    closed.first = start;
    closed.last = at_;
    if (listing_.closings.size() > closings) items_.push_back(std::move(closed));
    return true;
}

/// カフェは水木、バーは日月がお休み.
bool ListingParser::closings_by_meal() {
    const auto names_days = [this](std::size_t at) {
        return word_at(at) == Word::weekday || word_at(at) == Word::holiday || word_at(at) == Word::workdays;
    };
    auto end = at_;
    std::size_t meals = 0;
    while (word_at(end) == Word::service && word_at(end + 1) == Word::topic && names_days(end + 2)) {
        end += 2;
        while (names_days(end) || (word_at(end) == Word::separator && names_days(end + 1))) ++end;
        end = beyond(end, {Word::separator});
        ++meals;
    }
    const auto rest = beyond(end, {Word::topic, Word::filler});
    const bool closes = word_at(rest) == Word::rest || word_at(rest) == Word::closing_heading;
    if (meals < 2 || !closes || rest >= tokens_.size()) return false;
    HoursItem closed{ItemKind::closed};
    closed.first = at_;
    while (at_ < end) {
        const auto meal = static_cast<Meal>(take().value);
        take();
        for (auto& day : parse_days()) {
            ListedClosing closing;
            closing.day = std::move(day);
            closing.meal = meal;
            add_closing(std::move(closing));
        }
        pass_over({Word::separator});
    }
    while (at_ <= rest) take();
    closed.last = at_;
    items_.push_back(std::move(closed));
    return true;
}

/// 夜営業なし, ランチはありません; but 無休.
bool ListingParser::says_none(std::size_t token) const {
    const auto at = beyond(token, {Word::topic, Word::of, Word::open});
    return at < tokens_.size() && word_at(at) == Word::no_rest && tokens_[at].value == 1;
}

/// 11/12(木)は昼のみ営業です。[夜はお休みします]: of the days that were spoken of.
DayList ListingParser::days_of_this_line() const {
    auto line = at_;
    while (line > 0 && word_at(line - 1) != Word::newline) --line;
    if (line >= tokens_.size()) return {};
    const auto begin = tokens_[line].bytes.begin;
    const auto last = std::find_if(items_.rbegin(), items_.rend(), [](const HoursItem& each) {
        return each.kind == ItemKind::days || each.kind == ItemKind::closed;
    });
    if (last == items_.rend() || last->first < line) return {};
    if (last->kind == ItemKind::days) return last->days;
    DayList days;
    for (const auto& closing : listing_.closings) {
        const bool dated = closing.day.is_season && closing.day.place.part == part_;
        if (dated && closing.day.place.bytes.begin >= begin) days.push_back(closing.day);
    }
    return days;
}

/// ランチ営業なし, where the hours know of none.
void ListingParser::meal_of_which_none_is_served() {
    const auto meal = static_cast<Meal>(tokens_[at_].value);
    const auto start = at_;
    const bool known = std::count_if(tokens_.begin(), tokens_.end(), [&](const Token& token) {
                           return token.word == Word::service && static_cast<Meal>(token.value) == meal;
                       }) > 1;
    constexpr int end_of_lunch = 15 * 60;
    const bool evenings = std::all_of(items_.begin(), items_.end(), [](const HoursItem& each) {
        return each.kind != ItemKind::span || each.opens.minutes >= end_of_lunch;
    });
    if (known || meal != Meal::lunch || !evenings || !any_hours_said()) return leave();
    take();
    while (!done() && peek() != Word::no_rest) take();
    take();
    find(FindingKind::repetition, Weight::note, "a meal that no hours are said of", range_from(start));
}

/// ランチ 11:30～14:00, 昼のみ休み.
void ListingParser::hours_of_meal() {
    const auto start = at_;
    if (closings_by_meal()) return;
    const auto next = beyond(at_ + 1, {Word::only, Word::topic, Word::also, Word::of, Word::filler, Word::open});
    const bool closes = word_at(next) == Word::rest || word_at(next) == Word::closing_heading;
    if (closes && next < tokens_.size()) {
        if (auto days = days_of_this_line(); !days.empty()) return close_on(std::move(days));
        auto every_day = day_item(DaySort::every_day, {EveryDay{}});
        every_day.place = {tokens_[at_].bytes, part_};
        return close_on({std::move(every_day)});
    }
    if (says_none(at_ + 1) || says_none(at_ + 2)) return meal_of_which_none_is_served();
    // 昼・夜 10:00～24:00: of neither alone.
    const auto other = beyond(at_ + 1, {Word::separator, Word::slash});
    const bool both = other > at_ + 1 && next_is({Word::service}, other - at_) && mode_ == Mode::hours &&
                      next_is({Word::time}, other + 1 - at_) && tokens_[other].value != tokens_[at_].value;
    if (both) {
        while (at_ <= other) take();
        return;
    }
    const auto meal = static_cast<Meal>(take().value);
    if (mode_ == Mode::closings && meal_is_open()) return;
    if (mode_ == Mode::closings && !has_hours(at_)) {
        // ランチは土日休み.
        const auto resume = at_;
        pass_over({Word::topic, Word::colon, Word::closing});
        if (at_day()) closing_meal_ = meal;
        if (!at_day()) give_back(resume);
        if (!at_day()) at_ = resume;
    }
    const bool of_days = days_just_said_before(start);
    if (of_days && next_is({Word::also}) && any_hours_said() && items_.front().kind == ItemKind::days) {
        // 平日 11:30～14:00、週末は夜も営業（17:00～22:00）: the other meals of these days are not said.
        find(FindingKind::not_understood, Weight::doubt, "this meal too, but the hours of the others are not clear",
             tokens_[start].bytes);
        listing_.doubts.push_back({items_.back().days});
    }
    // 11:00～15:00（金土日は夜も営業 17:00～21:00）: beside the hours of all days.
    const auto too = beyond(at_ + 1, {Word::open, Word::opening, Word::colon});
    if (of_days && next_is({Word::also}) && any_hours_said() && items_.front().kind != ItemKind::days &&
        word_at(too) == Word::time && items_.back().kind == ItemKind::days && items_.back().reach == Reach::these) {
        items_.back().reach = Reach::only;
        items_.back().leads = true;
    }
    auto said = item(ItemKind::meal, start);
    said.meal = meal;
    if (mode_ == Mode::hours || has_hours(at_)) add(std::move(said));
    const bool until = next_is({Word::topic}) && next_is({Word::time}, 1) && next_is({Word::until}, 2);
    if (((depth_ > 0 && next_is({Word::dash})) || until) && !items_.empty() && items_.back().kind == ItemKind::meal &&
        from_its_opening())
        return;
    // 昼のみ 11:00～14:00.
    if (next_is({Word::only}) && has_hours(beyond(at_ + 1, {Word::of, Word::open, Word::topic}))) {
        take();
        alone_ = of_days;
    }
    pass_over({Word::colon, Word::of, Word::topic, Word::open});
}

}  // namespace denwaban::formats::japanese
