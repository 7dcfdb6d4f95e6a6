#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// 水、木曜昼: the first day lacks its 曜, so that it shares what stands with the second.
[[nodiscard]] bool share_a_weekday(const DayList& days) {
    const auto bytes = [](const DayItem& day) { return day.place.bytes.end - day.place.bytes.begin; };
    return days.size() > 1 && bytes(days.back()) > 3 &&
           std::all_of(days.begin(), days.end() - 1, [&](const DayItem& day) { return bytes(day) == 3; });
}

/// 日・祝の夜, 水・木曜のランチ: days in one breath. 月曜日、火曜のランチ says it of the last one.
[[nodiscard]] bool share_a_meal(const DayList& days) {
    return std::all_of(days.begin(), days.end(), [&](const DayItem& day) {
        const bool plain = day.sort != DaySort::narrower;
        return plain && !day.spaced_within && (&day == &days.front() || is_joined(day) || share_a_weekday(days));
    });
}

}  // namespace

/// 火曜のランチ, 夜のみ営業: which part of the day a closing is about.
ListingParser::ClosedPart ListingParser::parse_closed_part() {
    ClosedPart part;
    if (!next_is({Word::service})) return part;
    // 定休日 水曜 昼11:00～14:00.
    const auto hours = beyond(at_ + 1, {Word::colon, Word::closing, Word::before_noon, Word::after_noon});
    // ランチ：土日 ディナー：日曜.
    const bool heads =
        closing_meal_ && mode_ == Mode::closings && tokens_[at_].spaced && speaks_of_days(word_at(hours));
    if (heads) return part;
    if (tokens_[at_].spaced && any_span_in(hours, std::min(hours + 1, tokens_.size()))) return part;
    const bool told = at_ > 0 && (word_at(at_ - 1) == Word::topic || word_at(at_ - 1) == Word::also);
    const bool named_as_open = words_of(at_).ends_with("営業");
    part.meal = static_cast<Meal>(take().value);
    pass_over({Word::of});
    const bool from_dinner_on = part.meal == Meal::dinner && next_is({Word::from}) && next_is({Word::open}, 1);
    const bool only = take_if({Word::only}) || (from_dinner_on && take_if({Word::from}));
    pass_over({Word::of, Word::topic, Word::also, Word::filler});
    // 昼のみ営業, or 昼のみ alone; but 昼のみ休み.
    const bool rests = next_is({Word::rest, Word::closing_heading}) && !tokens_[at_].spaced;
    // 第2日曜はランチ営業あり.
    const auto after = beyond(at_ + 1, {Word::topic, Word::of, Word::also, Word::filler});
    const bool open = next_is({Word::open});
    const bool serves = told && !says_none(at_) && (open ? word_at(after) != Word::rest : named_as_open);
    part.all_but_meal = (only || serves) && !rests;
    take_if({Word::open});
    if (open || named_as_open) take_if({Word::exists});
    if (says_none(at_)) take();
    return part;
}

/// 水曜の昼・夜: the meals that close beside the first.
std::vector<Meal> ListingParser::parse_more_meals(const ClosedPart& first) {
    std::vector<Meal> meals;
    if (first.meal == Meal::none || first.all_but_meal) return meals;
    while (next_is({Word::separator}) && next_is({Word::service}, 1) && !tokens_[at_ + 1].spaced) {
        const auto after = word_at(at_ + 2);
        if (after != Word::newline && after != Word::stop && after != Word::closing && after != Word::rest &&
            after != Word::topic && after != Word::also && after != Word::separator && after != Word::closing_heading)
            break;
        take();
        meals.push_back(static_cast<Meal>(take().value));
    }
    return meals;
}

/// ランチは土日休み, 昼：土日、夜：日曜: the meal that stands before its closing days.
std::optional<Meal> ListingParser::meal_before(const DayList& days) {
    const auto begins = [&](std::size_t token) {
        return token < tokens_.size() && tokens_[token].bytes.begin == days.front().place.bytes.begin;
    };
    if (mode_ == Mode::closings) return closing_meal_;
    if (items_.empty() || items_.back().kind != ItemKind::meal) return std::nullopt;
    if (!begins(beyond(items_.back().last, {Word::topic, Word::of, Word::colon, Word::closing}))) return std::nullopt;
    const auto meal = items_.back().meal;
    items_.pop_back();
    return meal;
}

/// 木曜は休み 臨時休業11/16; 11/5は臨時休業 休み：火曜; 臨時休業：11/25(水) 定休日／火曜日: what stands here is not
/// about the days before it.
bool ListingParser::heads_other_closings(const DayList& days) const {
    if (done() || !tokens_[at_].spaced) return false;
    if (peek() == Word::closing_heading)
        return are_seasons(days) && next_is({Word::slash, Word::colon, Word::newline, Word::weekday, Word::topic,
                                             Word::every_day, Word::filler, Word::ordinal},
                                            1);
    const bool of_dates =
        peek() == Word::occasional && word_at(beyond(at_ + 1, {Word::colon, Word::topic})) == Word::date;
    const bool colon = next_is({Word::colon}, 1) && words_of(at_ + 1).find(';') == std::string_view::npos;
    return of_dates || (next_is({Word::rest, Word::occasional}) && colon);
}

/// 月曜定休, 火曜のランチ休み, 水曜・祝日; in a list of closing days the days alone say it.
void ListingParser::close_on(DayList days) {
    pass_over({Word::of, Word::topic, Word::also, Word::colon});
    const auto heads = meal_before(days);
    // 月曜のみランチ休み.
    if (next_is({Word::only}) && word_at(beyond(at_ + 1, {Word::of})) == Word::service) {
        take();
        pass_over({Word::of});
    }
    const bool now_and_then = not_every_week(days);
    const bool of = at_ > 0 && word_at(at_ - 1) == Word::of;
    const bool topic = at_ > 0 && word_at(at_ - 1) == Word::topic;
    doubt_half_days(days);
    auto part = parse_closed_part();
    auto more_meals = parse_more_meals(part);
    const bool bracketed = part.meal == Meal::none && meals_in_brackets_follow();
    if (bracketed) {
        more_meals = parse_meals_in_brackets();
        part.meal = more_meals.back();
        more_meals.pop_back();
    }
    if (not_closed_after_all(days)) return;
    // 毎月10日前後.
    if (take_if({Word::about})) {
        find(FindingKind::not_understood, Weight::doubt, "about these days, but which is not said",
             days.front().place.bytes);
        listing_.closings_in_doubt = true;
    }
    const auto so_often = static_cast<std::size_t>(std::count_if(
        days.begin(), days.end(), [](const DayItem& day) { return day.effect == ClosingEffect::may_close; }));
    const auto irregular = !now_and_then ? irregular_among(days) : so_often > 0 ? std::size_t{0} : days.size();
    const auto doubts = listing_.doubts.size();
    const auto beside = part.meal == Meal::none ? meal_beside() : std::nullopt;
    for (auto& day : days) {
        if (listing_.doubts.size() > doubts) day.effect = ClosingEffect::may_close;
    }
    if (beside) part.meal = *beside;
    if (heads && part.meal == Meal::none) part.meal = *heads;
    pass_over({Word::of, Word::topic, Word::also, Word::filler});
    // 水・木ランチ休み closes lunch on both; in a bare list, 水、木ランチ, only the last day's.
    const bool shared =
        (of || share_a_weekday(days)) && part.meal != Meal::none && !part.all_but_meal && share_a_meal(days);
    // 11:30～15:00 18:00～22:00（土日ディナーのみ）.
    const bool all_but = part.all_but_meal && (mode_ == Mode::hours || share_a_meal(days));
    const bool all_alike = next_is({Word::rest, Word::closing_heading}) || shared || all_but || topic || heads;
    if (bracketed && days.size() > 1 && days.back().joined) {
        find(FindingKind::not_understood, Weight::doubt, "of the last day, or of all of them", days.back().place.bytes);
        for (auto& day : days) day.effect = ClosingEffect::may_close;
    }
    while (!heads_other_closings(days) &&
           take_if({Word::rest, Word::closing_heading, Word::filler, Word::only, Word::occasional})) {
    }
    if (are_seasons(days)) take_if({Word::substitute});  // 4日は振替休業
    // 日曜（祝前日の日曜は夜のみ営業）, 日曜⏎第2日曜は昼のみ営業: of these Sundays the other meals alone are closed.
    const bool lifts =
        part.all_but_meal && std::all_of(days.begin(), days.end(), [this](const DayItem& day) {
            return day.sort == DaySort::narrower && !day.weekdays.empty() && (depth_ > 0 || is_closing_day(day));
        });
    if (lifts) open_in_season(days, first_closing_lifted_on(days));
    // 月曜（祝日は昼のみ営業）.
    const bool of_holidays = part.all_but_meal && mode_ == Mode::closings && days.back().sort == DaySort::holiday;
    if (of_holidays && days.size() == 1 && perhaps_open_on_holidays())
        find(FindingKind::unknowable, Weight::note, "whether closing days that are 祝日 are open is not said",
             days.front().place.bytes);
    // 11/3はランチのみ: that meal is served, closing day or not.
    if (part.all_but_meal) open_on_dates(days);
    for (auto day = days.end() - static_cast<std::ptrdiff_t>(irregular); day != days.end(); ++day)
        day->effect = ClosingEffect::may_close;
    close_within_season(days);
    add_closings(std::move(days), part, more_meals, all_alike ? SaidOf::all : SaidOf::last);
}

/// 月火で連休を頂く, 日曜・月曜と連休をいただきます.
bool ListingParser::not_every_week(const DayList& days) {
    const bool joined = next_is({Word::separator}) && text_.substr(tokens_[at_].bytes.begin, 3) == "と";
    if (joined && (next_is({Word::rest}, 1) || next_is({Word::long_weekend}, 1))) take();
    const bool of_weekdays = !are_seasons(days) && next_is({Word::rest}) && words_of(at_).starts_with("連休");
    return (of_weekdays && take_if({Word::rest})) || take_if({Word::long_weekend, Word::around, Word::either});
}

/// 水曜の午後, 第3土曜午前: which of its hours that are is not known here.
void ListingParser::doubt_half_days(DayList& days) {
    if (!next_is({Word::before_noon, Word::after_noon}) || word_at(at_ + 1) == Word::time) return;
    find(FindingKind::not_understood, Weight::doubt, "closes a half of these days", days.back().place.bytes);
    take();
    days.back().effect = ClosingEffect::may_close;
}

/// 月曜（ディナー）, 火曜[昼・夜]・水曜[夜]; but 火曜 [昼]日曜.
bool ListingParser::meals_in_brackets_follow() const {
    if (peek() != Word::opening || done() || !next_is({Word::service}, 1)) return false;
    const auto behind = beyond_bracket(at_);
    // 火曜【昼】水曜【夜】.
    const bool follow_their_days = tokens_.back().word == Word::closing && tokens_.front().word != Word::opening;
    const bool ends = behind >= tokens_.size() || ends_chunk(word_at(behind)) || word_at(behind) == Word::separator ||
                      follow_their_days;
    if (tokens_[at_].value == 0 && (tokens_[at_].spaced || !ends)) return false;
    auto last = at_ + 1;
    while (word_at(last + 1) == Word::separator && word_at(last + 2) == Word::service) last += 2;
    const bool only = word_at(last + 1) == Word::only && word_at(last + 2) != Word::open;
    return word_at(last + 1) == Word::closing || only;
}

std::vector<Meal> ListingParser::parse_meals_in_brackets() {
    std::vector<Meal> meals;
    take();
    do meals.push_back(static_cast<Meal>(take().value));
    while (take_if({Word::separator}));
    pass_over({Word::only, Word::of, Word::rest, Word::filler});
    take_if({Word::closing});
    return meals;
}

void ListingParser::add_closings(DayList days, const ClosedPart& part, const std::vector<Meal>& more, SaidOf which) {
    for (auto& day : days) {
        const bool whole_day = which == SaidOf::last && &day != &days.back();
        ListedClosing closing{std::move(day)};
        if (whole_day) {
            add_closing(std::move(closing));
            continue;
        }
        closing.meal = part.meal;
        closing.all_but_meal = part.all_but_meal;
        for (const auto meal : more) {
            auto other = closing;
            other.meal = meal;
            add_closing(std::move(other));
        }
        add_closing(std::move(closing));
    }
}

bool ListingParser::said_also_in_bracket() const {
    for (auto token = at_; token-- > 0 && word_at(token) != Word::opening;) {
        if (word_at(token) == Word::also) return true;
    }
    return false;
}

/// 隔週水曜（11月は4日・18日）: which of them it is that month.
void ListingParser::restrict_to_dates_in_brackets(const ListedClosing& date) {
    if (depth_ == 0 || season_rests_) return;
    const auto* all = std::get_if<AllOf>(&date.day.when.condition);
    const auto* months =
        all == nullptr || all->conditions.empty() ? nullptr : std::get_if<InMonths>(&all->conditions.front().condition);
    if (months != nullptr && !listing_.closings.empty() && !listing_.closings.back().day.is_season) {
        // 第3水曜（11月は第4水曜）.
        auto& usual = listing_.closings.back().day.when;
        const InMonths these = *months;
        if (!said_also_in_bracket()) usual = {AllOf{{std::move(usual), {NoneOf{{{these}}}}}}};
        return;
    }
    const auto* season = std::get_if<InSeason>(&date.day.when.condition);
    if (season == nullptr || season->first != season->last) return;
    auto every = std::find_if(listing_.closings.rbegin(), listing_.closings.rend(),
                              [](const ListedClosing& each) { return !each.day.is_season; });
    if (every == listing_.closings.rend() || every->day.effect != ClosingEffect::may_close ||
        every->day.weekdays == WeekdaySet{})
        return;
    const MonthSet month{static_cast<unsigned>(season->first.month())};
    every->day.when = {AllOf{{std::move(every->day.when), {NoneOf{{{InMonths{month}}}}}}}};
}

void ListingParser::add_closing(ListedClosing closing) {
    auto& closings = listing_.closings;
    const auto says_it_again = [&](const ListedClosing& other) {
        return closing.day.sort == DaySort::weekday && other.day.sort == DaySort::weekday &&
               other.day.when == closing.day.when && other.on_holiday_said && other.meal == closing.meal &&
               other.day.effect == closing.day.effect && other.day.place.bytes.begin != closing.day.place.bytes.begin;
    };
    if (std::any_of(closings.begin(), closings.end(), says_it_again)) return;
    restrict_to_dates_in_brackets(closing);
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

}  // namespace denwaban::formats::japanese
