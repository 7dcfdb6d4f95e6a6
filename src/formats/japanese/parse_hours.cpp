#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// An end, or a last order, that the clock shows at or before `opens` is one of the next day.
[[nodiscard]] int after(int opens, int minutes) {
    while (minutes <= opens && minutes + minutes_a_day <= MinuteOfDay::max) minutes += minutes_a_day;
    return minutes;
}

}  // namespace

/// A list of days stands here; what follows tells what is said of them.
void ListingParser::days_said() {
    const auto start = at_;
    auto days = parse_days();
    if (days.empty()) return give_back(start);
    // 2020年3月26日より: since when the listing holds.
    if (days.back().is_season && next_is({Word::from})) {
        take();
        return find(FindingKind::remark, Weight::note, "since when this holds", range_from(start));
    }
    if (starts_condition(days)) return condition(std::move(days));

    const auto next =
        beyond(at_, {Word::topic, Word::of, Word::also, Word::colon, Word::service, Word::only, Word::filler});
    const auto meal = beyond(at_, {Word::topic, Word::of});
    const bool one_meal_only =
        word_at(meal) == Word::service && word_at(meal + 1) == Word::only && meal + 1 < tokens_.size();
    if (mode_ == Mode::hours && next_is({Word::only}) && word_at(beyond(at_ + 1, {Word::of})) == Word::service) {
        return find(FindingKind::not_understood, Weight::loss, "a meal on these days only", range_from(start));
    }
    const bool closes = one_meal_only || word_at(next) == Word::closing_heading || word_at(next) == Word::rest ||
                        (word_at(next) == Word::irregular && !tokens_[next].spaced);
    const bool has_hours = [&] {
        const auto after =
            beyond(next, {Word::closing, Word::opening, Word::colon, Word::next_day_of, Word::before_noon,
                          Word::after_noon, Word::late_night, Word::eat_in, Word::hours_heading, Word::newline});
        const auto word = word_at(after);
        if (after >= tokens_.size()) return false;
        if (word == Word::all_day) return true;
        if (word == Word::time)
            return word_at(after + 1) == Word::dash || word_at(after + 1) == Word::from || mode_ == Mode::hours;
        return word == Word::dash && word_at(after + 1) == Word::time;
    }();
    if ((next < tokens_.size() || one_meal_only) && closes) return close_on(std::move(days));
    if (mode_ == Mode::closings && !has_hours) return close_on(std::move(days));
    hours_of(std::move(days));
}

void ListingParser::hours_of(DayList days) {
    mode_ = Mode::hours;
    const bool goes_on = days_are_new_ && !days_.empty();
    if (!goes_on) days_.clear();
    if (meal_ == Meal::none) meal_ = heading_;
    if (take_if({Word::except})) {
        pass_over({Word::every_day, Word::topic, Word::of});
        for (auto& day : days) day.when = {NoneOf{{day.when}}};
        for (auto& day : days) day.sort = DaySort::narrower;
    }
    days_.insert(days_.end(), std::make_move_iterator(days.begin()), std::make_move_iterator(days.end()));
    days_are_new_ = true;
    group_is_open_ = false;
    elsewhere_ = false;
    pass_over({Word::topic, Word::of, Word::colon, Word::closing, Word::separator});
}

/// ランチ 11:30～14:00, 昼のみ休み.
void ListingParser::hours_of_meal() {
    const auto next = beyond(at_ + 1, {Word::only, Word::topic, Word::also, Word::of, Word::filler, Word::open});
    const bool closes = word_at(next) == Word::rest || word_at(next) == Word::closing_heading;
    if (closes && next < tokens_.size()) {
        DayItem every_day;
        every_day.sort = DaySort::every_day;
        every_day.when = {EveryDay{}};
        every_day.place = {tokens_[at_].bytes, part_};
        return close_on({std::move(every_day)});
    }
    meal_ = static_cast<Meal>(take().value);
    if (heading_ != Meal::none && !days_are_new_) {
        // 【ランチ】平日 … 【ディナー】…: the days stood under the heading before.
        days_.clear();
        group_is_open_ = false;
    }
    heading_ = days_are_new_ || !days_.empty() ? Meal::none : meal_;
    elsewhere_ = false;
    pass_over({Word::colon, Word::of, Word::topic, Word::open});
}

bool ListingParser::at_time() const {
    auto at = at_;
    if (word_at(at) == Word::service && word_at(at + 1) == Word::time && at + 1 < tokens_.size()) {
        const auto meal = static_cast<Meal>(tokens_[at].value);
        const bool part_of_day = meal == Meal::dinner || meal == Meal::breakfast;
        return part_of_day && !tokens_[at + 1].spaced && tokens_[at + 1].value < minutes_a_day / 2;
    }
    at = beyond(at, {Word::next_day_of, Word::before_noon, Word::after_noon, Word::late_night});
    if (word_at(at) == Word::next_day && at == at_) at = beyond(at + 1, {Word::of});
    return at < tokens_.size() && word_at(at) == Word::time;
}

std::optional<ListingParser::Clock> ListingParser::parse_time() {
    if (!at_time()) return std::nullopt;
    Clock clock{0, false};
    int half_day = 0;
    bool evening = false, small_hours = false;
    for (; peek() != Word::time; take()) {
        clock.past_midnight |= next_is({Word::next_day_of, Word::next_day});
        half_day += peek() == Word::after_noon ? minutes_a_day / 2 : 0;
        small_hours |= peek() == Word::late_night;
        evening |= peek() == Word::service && static_cast<Meal>(tokens_[at_].value) == Meal::dinner;
    }
    clock.minutes = take().value;
    // 5:00PM; but the PM of 2:00 PM5:00 belongs to the next time.
    const bool own = !done() && !tokens_[at_].spaced && peek(1) != Word::time;
    if (own) take_if({Word::before_noon});
    if (own && take_if({Word::after_noon})) half_day = minutes_a_day / 2;
    if (clock.minutes < minutes_a_day / 2 && (half_day != 0 || evening)) clock.minutes += minutes_a_day / 2;
    if (small_hours && clock.minutes < minutes_a_day / 4) clock.past_midnight = true;
    if (clock.past_midnight && clock.minutes < minutes_a_day) clock.minutes += minutes_a_day;
    clock.past_midnight |= clock.minutes > minutes_a_day;
    return clock;
}

/// time ～ end; or an end alone, of hours said before.
void ListingParser::span() {
    const auto start = at_;
    if (next_is({Word::dash})) {
        take();
        return other_end(start);
    }
    const auto opens = parse_time();
    pass_over({Word::about});
    const auto closing_word = beyond(at_, {Word::closing, Word::opening});
    if (word_at(closing_word) == Word::last_order && closing_word < tokens_.size() &&
        !next_is({Word::dash, Word::from})) {
        const auto time_after = beyond(closing_word + 1, {Word::colon, Word::food, Word::drink});
        const bool own_time = word_at(time_after) == Word::time && !tokens_[time_after].spaced;
        if (!own_time) {
            last_order_at(Word::last_order, *opens, range_from(start));
            pass_over({Word::last_order});
            return;
        }
    }
    if (!next_is({Word::dash, Word::from})) {
        at_ = start;
        return other_end(start);
    }
    take();
    pass_over({Word::dash});
    ListedService service{.meal = std::exchange(meal_, Meal::none), .opens = opens->minutes};
    if (const auto closes = parse_time()) {
        service.past_midnight = closes->past_midnight;
        service.closes = closes->past_midnight ? closes->minutes : after(opens->minutes, closes->minutes);
        pass_over({Word::about, Word::until});
        service.place = {range_from(start), part_};
        end_is_last_order(service);
    } else if (next_is({Word::last_order})) {
        take();
        pass_over({Word::colon});
        const auto last = parse_time();
        if (!last) return give_back(start);
        service.closes = after(opens->minutes, last->minutes);
        service.last_orders.food = MinuteOfDay::make(service.closes);
    } else if (days_are_new_ && !days_.empty() && !listing_.groups.empty() &&
               next_is({Word::closing, Word::separator})) {
        // 10:00～19:00（日曜は9:00～）: the end stays.
        listing_.other_times.push_back({days_, opens->minutes, std::nullopt, {range_from(start), part_}});
        days_are_new_ = false;
        days_.clear();
        return;
    } else {
        pass_over({Word::to_the_last, Word::sold_out, Word::until, Word::filler});
        service.end_known = false;
    }
    service.place = {range_from(start), part_};
    if (service.end_known && (service.closes <= service.opens || service.closes > MinuteOfDay::max)) {
        return give_back(start);
    }
    add_service(service);
}

/// 14:30L.O., 10:45(LO): the end is when the last order is taken.
void ListingParser::end_is_last_order(ListedService& service) {
    const bool bracketed =
        peek() == Word::opening && word_at(at_ + 1) == Word::last_order && word_at(at_ + 2) == Word::closing;
    const auto word = at_ + (bracketed ? 1U : 0U);
    if (word_at(word) != Word::last_order || word >= tokens_.size()) return;
    const auto next = beyond(word + 1, {Word::colon, Word::food, Word::drink, Word::entry, Word::topic});
    const bool other_time = word_at(next) == Word::time || word_at(next) == Word::next_day_of;
    if (!bracketed && other_time && next < tokens_.size() && word_at(next + 1) != Word::dash) return;
    for (int i = bracketed ? 3 : 1; i > 0; --i) take();
    service.last_orders.food = MinuteOfDay::make(service.closes);
    find(FindingKind::assumption, Weight::note, "closes when the last order is taken, for no other end is given",
         service.place.bytes);
}

/// 金土は23:00まで: the hours said before, but for their end.
void ListingParser::other_end(std::size_t start) {
    const auto closes = parse_time();
    if (!closes) return give_back(start);
    const bool said_until = take_if({Word::until});
    pass_over({Word::filler, Word::open});
    const auto said = [](const Group& group) { return !group.services.empty(); };
    const bool base = std::any_of(listing_.groups.begin(), listing_.groups.end(), said);
    if (!base || days_.empty() || !(said_until || days_are_new_) || next_is({Word::dash})) return give_back(start);
    listing_.other_times.push_back({days_, std::nullopt, closes->minutes, {range_from(start), part_}});
    days_are_new_ = false;
    days_.clear();
}

void ListingParser::add_service(ListedService service) {
    if (elsewhere_) {
        find(FindingKind::remark, Weight::note, "hours of taking away or delivery", service.place.bytes);
        days_are_new_ = false;
        return;
    }
    if (!group_is_open_) {
        listing_.groups.push_back({days_, {}, repeats_});
        group_is_open_ = true;
    }
    days_are_new_ = false;
    listing_.groups.back().services.push_back(service);
}

/// 料理L.O. 22:00 ドリンクL.O. 22:30; L.O. 料理22:00 ドリンク22:30.
void ListingParser::last_orders() {
    const auto start = at_;
    auto kind = Word::last_order;
    bool any = false;
    while (!done()) {
        const auto here = at_;
        if (next_is({Word::food, Word::drink, Word::entry})) {
            kind = take().word;
        } else if (next_is({Word::last_order})) {
            const auto& token = take();
            if (token.value == 1) kind = Word::entry;
        } else if (next_is({Word::colon, Word::topic, Word::of, Word::dash, Word::about, Word::to_the_last}) && any) {
            take();
        } else if (next_is({Word::separator, Word::slash})) {
            const auto next = beyond(at_, {Word::separator, Word::slash});
            if (!next_is({Word::food, Word::drink, Word::entry, Word::last_order}, next - at_)) break;
            at_ = next;
            for (auto token = here; token < next; ++token) tokens_[token].used = true;
        } else if (next_is({Word::before_closing})) {
            listing_.last_order_before_closing = take().value;
            pass_over({Word::until});
        } else if (at_time()) {
            const auto time = parse_time();
            if (next_is({Word::dash}) && word_at(at_ + 1) == Word::time) {
                at_ = here;
                break;
            }
            last_order_at(kind, *time, range_from(start));
            pass_over({Word::until, Word::about});
            kind = Word::last_order;
        } else {
            break;
        }
        any = true;
    }
}

void ListingParser::last_order_at(Word kind, Clock time, ByteRange bytes) {
    if (elsewhere_) return find(FindingKind::remark, Weight::note, "a last order of taking away", bytes);
    if (repeats_ && !group_is_open_)
        return find(FindingKind::repetition, Weight::note, "explains hours said before", bytes);
    if (!group_is_open_ || listing_.groups.back().services.empty()) {
        return find(FindingKind::not_understood, Weight::loss, "a last order, but of no opening", bytes);
    }
    auto& service = listing_.groups.back().services.back();
    const int minutes = time.past_midnight ? time.minutes : after(service.opens - 1, time.minutes);
    if (service.end_known && minutes > service.closes) {
        return find(FindingKind::contradiction, Weight::doubt, "the last order comes after closing", bytes);
    }
    const auto at = MinuteOfDay::make(minutes);
    auto& orders = service.last_orders;
    auto& order = kind == Word::drink ? orders.drink : kind == Word::entry ? orders.entry : orders.food;
    if (order && order != at)
        return find(FindingKind::contradiction, Weight::doubt, "another last order was said before", bytes);
    order = at;
    if (orders.food && orders.drink && *orders.drink < *orders.food) {
        find(FindingKind::contradiction, Weight::note, "the last drink comes before the last dish", bytes);
    }
}

}  // namespace denwaban::formats::japanese
