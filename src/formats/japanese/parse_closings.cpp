#include <algorithm>
#include <utility>

#include "parser.hpp"
#include "weekdays.hpp"

namespace denwaban::formats::japanese {

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
    part.meal = static_cast<Meal>(take().value);
    pass_over({Word::of});
    const bool from_dinner_on = part.meal == Meal::dinner && next_is({Word::from}) && next_is({Word::open}, 1);
    const bool only = take_if({Word::only}) || (from_dinner_on && take_if({Word::from}));
    pass_over({Word::of, Word::topic, Word::also, Word::filler});
    // 昼のみ営業, or 昼のみ alone; but 昼のみ休み.
    const bool rests = next_is({Word::rest, Word::closing_heading}) && !tokens_[at_].spaced;
    part.all_but_meal = only && !rests;
    take_if({Word::open});
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
    const bool at_hours = mode_ == Mode::hours && next_is({Word::open}, beyond_fillers) &&
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
    if (next_is({Word::open}) && has_hours(beyond(at_ + 1, {Word::topic, Word::colon}))) return false;
    if (!take_if({Word::open})) return false;
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
    if (!contradicts_closings(days, bytes)) find(FindingKind::repetition, Weight::note, "open as on other days", bytes);
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
    if (word_at(open) != Word::open || open >= tokens_.size()) return false;
    if (open == at_ && tokens_[open].spaced) return false;
    return !has_hours(beyond(open + 1, {Word::topic, Word::colon}));
}

/// 月曜、祝日は営業; 日曜、第1日曜は営業; 月・火 祝日も営業: among closing days, what is open is what the last comma
/// sets apart, and the days before it are closed. 日、祝は営業, 月・祝は営業 and 金、土は営業 may as well be said of
/// them all.
bool ListingParser::close_all_but_the_last(DayList& days) {
    if (mode_ != Mode::closings || days.size() < 2 || !open_is_said_of_them()) return false;
    auto open = days.end() - 1;
    while (open != days.begin() && (open->joined || open->glued || (is_of_holidays(*open) && is_of_holidays(open[-1]))))
        --open;
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
    const bool parted = std::any_of(days.begin(), open, [](const DayItem& day) { return day.joined || day.glued; });
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
        return plain && !day.spaced_within &&
               (&day == &days.front() || day.joined || day.glued || share_a_weekday(days));
    });
}

}  // namespace

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
    // 月火で連休を頂く: not every week.
    // 日曜・月曜と連休をいただきます.
    const bool joined = next_is({Word::separator}) && text_.substr(tokens_[at_].bytes.begin, 3) == "と";
    if (joined && (next_is({Word::rest}, 1) || next_is({Word::long_weekend}, 1))) take();
    const bool of_weekdays = !are_seasons(days) && next_is({Word::rest}) && words_of(at_).starts_with("連休");
    const bool now_and_then =
        (of_weekdays && take_if({Word::rest})) || take_if({Word::long_weekend, Word::around, Word::either});
    const bool of = at_ > 0 && word_at(at_ - 1) == Word::of;
    const bool topic = at_ > 0 && word_at(at_ - 1) == Word::topic;
    auto part = parse_closed_part();
    const auto more_meals = parse_more_meals(part);
    const bool bracketed = part.meal == Meal::none && peek() == Word::opening && tokens_[at_].value != 0 &&
                           next_is({Word::service}, 1) &&
                           (next_is({Word::closing}, 2) || (next_is({Word::only}, 2) && !next_is({Word::open}, 3)));
    if (bracketed) {
        // 月曜（ディナー）.
        take();
        part.meal = static_cast<Meal>(take().value);
        pass_over({Word::only, Word::of, Word::rest, Word::filler});
        take_if({Word::closing});
    }
    if (not_closed_after_all(days)) return;
    if (next_is({Word::about})) {
        // 毎月10日前後.
        take();
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
    // 日曜（祝前日の日曜は夜のみ営業）: of these Sundays the other meals alone are closed.
    const bool lifts = part.all_but_meal && depth_ > 0 && std::all_of(days.begin(), days.end(), [](const DayItem& day) {
                           return day.sort == DaySort::narrower && !day.weekdays.empty();
                       });
    if (lifts) open_in_season(days, first_of_sentence_);
    // 11/3はランチのみ: that meal is served, closing day or not.
    if (part.all_but_meal) open_on_dates(days);
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool last = i + 1 == days.size();
        ListedClosing closing{std::move(days[i])};
        if (last || all_alike) {
            closing.meal = part.meal;
            closing.all_but_meal = part.all_but_meal;
        }
        if (i + irregular >= days.size()) closing.day.effect = ClosingEffect::may_close;
        for (const auto meal : last || all_alike ? more_meals : std::vector<Meal>{}) {
            auto other = closing;
            other.meal = meal;
            add_closing(std::move(other));
        }
        add_closing(std::move(closing));
    }
}

bool ListingParser::is_closing_day(const DayItem& day) const {
    const auto& closings = listing_.closings;
    return std::any_of(closings.begin(), closings.end(), [&](const ListedClosing& closing) {
        const bool same_sort = day.sort == closing.day.sort && day.weekdays.empty();
        return same_sort || (closing.day.sort == DaySort::weekday && meet(closing.day.weekdays, day.weekdays));
    });
}

/// Whether days that are said to be open were said to be closed.
bool ListingParser::contradicts_closings(const DayList& open, ByteRange bytes) {
    if (std::none_of(open.begin(), open.end(), [this](const DayItem& day) { return is_closing_day(day); }))
        return false;
    listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    find(FindingKind::contradiction, Weight::loss, "says of closing days that they are open", bytes);
    return true;
}

bool ListingParser::said_also_in_bracket() const {
    for (auto token = at_; token-- > 0 && word_at(token) != Word::opening;) {
        if (word_at(token) == Word::also) return true;
    }
    return false;
}

/// 隔週水曜（11月は4日・18日）: which of them it is that month.
void ListingParser::restrict_to_dates_in_brackets(const ListedClosing& date) {
    if (depth_ == 0) return;
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

/// 不定休, 月2回不定休, 水曜を中心に月6日, ○○に準ずる.
void ListingParser::irregular() {
    const auto start = at_;
    if (next_is({Word::open}, 1) && may_open_after_all()) return;
    const bool facility = peek() == Word::per_facility;
    const bool around_days = at_ > 0 && word_at(at_ - 1) == Word::around;
    const auto& closings = listing_.closings;
    if (at_ > 0 && word_at(at_ - 1) == Word::opening && !closings.empty() && closings.back().day.is_uncertain_list) {
        // 月2回日曜(不定休): it says so of these days.
        take();
        return;
    }
    // 第2・第4水曜（市場休市日）: why these days.
    auto bracket = at_;
    while (bracket > 0 && word_at(bracket - 1) == Word::prose) --bracket;
    const bool why = facility && words_of(at_).ends_with("日") && next_is({Word::closing}, 1) && bracket > 1 &&
                     word_at(bracket - 1) == Word::opening && tokens_[bracket - 2].used && !closings.empty();
    if (why) {
        while (bracket <= at_) tokens_[bracket++].used = true;
        ++at_;
        return find(FindingKind::remark, Weight::note, "why it is so", range_from(start));
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
               Word::varies, Word::occasional, Word::only});
    if (next_is({Word::opening}) && next_is({Word::around}, 1) && tokens_[at_ + 1].value == 1) {
        // 不定休（主に日曜）.
        const auto close =
            beyond(at_ + 2, {Word::weekday, Word::separator, Word::holiday, Word::workdays, Word::filler});
        while (word_at(close) == Word::closing && close < tokens_.size() && at_ <= close) take();
    }
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
