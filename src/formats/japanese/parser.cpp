#include "parser.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace denwaban::formats::japanese {

ListingParser::ListingParser(std::string_view text, std::string_view part, Mode mode, Listing& listing)
    : text_(text),
      part_(part),
      mode_(mode),
      listing_(listing),
      tokens_(lex(text, mode == Mode::hours ? DottedNumbers::times : DottedNumbers::dates)) {}

namespace {

[[nodiscard]] bool names_weekdays(Word word) {
    return word == Word::weekday || word == Word::workdays || word == Word::weekend || word == Word::holiday ||
           word == Word::holiday_eve;
}

}  // namespace

/// What is longer than any listing is not read to its end, so that no text costs more than its length.
void ListingParser::cut_what_is_too_long() {
    if (tokens_.size() <= max_words) return;
    find(FindingKind::not_understood, Weight::loss, "longer than any listing",
         {tokens_[max_words].bytes.begin, tokens_.back().bytes.end});
    tokens_.resize(max_words);
    tokens_.shrink_to_fit();
    listing_.doubts.push_back({});
    listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
}

/// お問い合わせください, and nothing else.
void ListingParser::ask_if_nothing_else_is_said() {
    const auto asks = [](const Token& token) { return token.word == Word::ask; };
    const auto says_more = [](const Token& token) { return token.word != Word::ask && !adds_nothing(token.word); };
    if (std::any_of(tokens_.begin(), tokens_.end(), asks) && std::none_of(tokens_.begin(), tokens_.end(), says_more))
        listing_.announced_elsewhere = true;
}

void ListingParser::parse() {
    cut_what_is_too_long();
    drop_what_parts_nothing();
    end_behind_topics();
    join_dates_by_from();
    name_the_day_after();
    go_on_behind_arrows();
    read_sign_of_rest_before_sunday();
    join_days_of_rest();
    join_names_of_something_else();
    set_aside_former_house();
    drop_words_that_are_no_days();
    except_days_without_hours();
    put_meals_of_brackets_first();
    part_closings_of_months();
    doubt_last_days_that_are_weekdays();
    put_excepted_holidays_first();
    name_weekdays_of_holidays();
    put_ends_of_meals_behind_them();
    put_ordinals_before_weekdays();
    rest_on_holidays_too();
    name_usual_days();
    name_the_meal_not_served();
    rest_all_day();
    drop_other_days_without_rest();
    read_legend_of_brackets();
    end_hours_with_their_closing();
    read_arrows_to_closing();
    name_opening_days_in_latin();
    end_periods_with_their_month();
    drop_seasons_behind_their_months();
    set_aside_when_it_sells_out();
    read_open_and_close();
    end_with_words_of_closing();
    name_days_off_in_conditions();
    end_on_last_day();
    name_days_by_their_term();
    name_floor_of_the_house();
    list_days_between_dots();
    name_first_and_last_days();
    name_closing_signs();
    name_months_of_today();
    name_mondays_of_long_weekends();
    break_table_of_one_line();
    join_english_dates();
    join_english_times_before_closing();
    set_aside_usual_hours();
    set_aside_usual_hours_in_brackets();
    set_aside_former_hours();
    name_signs_of_magazines();
    name_only_meal();
    drop_what_goes_without_saying();
    move_closing_day();
    set_aside_seatings();
    name_parts_of_the_house();
    join_meals_with_their_kinds();
    name_the_shop();
    turn_dates_of_seasons();
    set_aside_menus();
    set_aside_how_to_book();
    name_seasons();
    name_periods_said();
    name_periods_by_their_dates();
    name_days_between_years();
    hours_until_and_from_dates();
    turn_english_conditions();
    turn_english_ends();
    turn_english_meals();
    take_out_reasons();
    set_aside_what_is_not_about_hours();
    begins_with_period();
    while (!done()) {
        const auto start = at_;
        if (parse_grid() || parse_table_of_meals() || parse_table_of_days()) continue;
        statement();
        for (auto token = start; token < at_; ++token) tokens_[token].of_closings = mode_ == Mode::closings;
    }
    if (mode_at_first_ == Mode::closings) ask_if_nothing_else_is_said();
    doubt_brackets_without_their_other();
    report_leftovers();
    std::stable_sort(items_.begin(), items_.end(),
                     [](const HoursItem& a, const HoursItem& b) { return a.first < b.first; });
    arrange(items_, tokens_, listing_);
}

bool ListingParser::next_is(std::initializer_list<Word> words, std::size_t ahead) const {
    if (at_ + ahead >= tokens_.size()) return false;
    return std::find(words.begin(), words.end(), peek(ahead)) != words.end();
}

Token& ListingParser::take() {
    auto& token = tokens_[at_++];
    token.used = true;
    if (token.word == Word::opening) ++depth_;
    if (token.word == Word::closing) depth_ = std::max(depth_ - 1, 0);
    return token;
}

bool ListingParser::take_if(std::initializer_list<Word> words) {
    if (!next_is(words)) return false;
    take();
    return true;
}

void ListingParser::pass_over(std::initializer_list<Word> words) {
    while (take_if(words)) {
    }
}

std::size_t ListingParser::beyond(std::size_t at, std::initializer_list<Word> words) const {
    while (at < tokens_.size() && std::find(words.begin(), words.end(), tokens_[at].word) != words.end()) ++at;
    return at;
}

std::size_t ListingParser::beyond_bracket(std::size_t at) const {
    while (at < tokens_.size() && tokens_[at].word != Word::closing) ++at;
    return std::min(at + 1, tokens_.size());
}

void ListingParser::give_back(std::size_t start) {
    if (at_ == start && at_ < tokens_.size()) ++at_;
    for (auto token = start; token < at_; ++token) tokens_[token].used = false;
}

ByteRange ListingParser::range_from(std::size_t token) const {
    return {tokens_[token].bytes.begin, tokens_[at_ > token ? at_ - 1 : token].bytes.end};
}

void ListingParser::find(FindingKind kind, Weight weight, std::string message, ByteRange bytes) {
    find_at(kind, weight, std::move(message), Place{bytes, part_});
}
void ListingParser::find_at(FindingKind kind, Weight weight, std::string message, const Place& place) {
    listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
}

/// A sentence about bookings, prices or crowds may name days and times that are not the restaurant's.
void ListingParser::set_aside_what_is_not_about_hours() {
    for (std::size_t first = 0; first < tokens_.size();) {
        auto last = first;
        bool cue = false, days = false, closes = false, heading = false, opens = false, changes = false, why = false;
        for (; last < tokens_.size() && !ends_chunk(tokens_[last].word); ++last) {
            if (cue && (says_hours_of_days(last) || ends_a_sentence(last - 1))) break;
            if (const auto end = beyond_weekday_of_date(last + 1); word_at(last) == Word::date && end > last + 1)
                last = end - 1;
            const auto word = tokens_[last].word;
            why |= gives_a_reason(last);
            changes |= changes_hours(last) || (why && word == Word::time && word_at(last + 1) == Word::until);
            cue |= word == Word::not_hours;
            days |= word == Word::weekday || word == Word::workdays || word == Word::holiday || word == Word::season ||
                    word == Word::date || word == Word::closing;
            closes |= word == Word::rest || word == Word::no_rest || word == Word::irregular;
            heading |= word == Word::closing_heading;
            opens |= word == Word::time && (word_at(last + 1) == Word::dash || word_at(last + 1) == Word::from);
            // Café ～17:00／Dinner 予約のみ.
            opens |= word == Word::service && word_at(last + 1) == Word::dash && word_at(last + 2) == Word::time;
        }
        // 【定休日】木曜　予約可.
        heading |= is_under_closing_heading(first);
        if (days && may_be_otherwise(first, last)) {
            set_aside(first, last);
            first = last + 1;
            continue;
        }
        const bool aside = first > 0 && (tokens_[first - 1].word == Word::mark || mode_ == Mode::hours);
        const bool of_days = days || (first > 0 && word_at(first) == Word::topic);
        if (cue && !closes && !opens && !(heading && days) && !(of_days && changes) && (!days || aside)) {
            // まもなく営業終了・21:00・営業開始: 11:00（金）.
            if (last > first && word_at(last - 1) == Word::time) last = beyond_weekday_of_date(last);
            // 予約は電話（午後2時～5時）で受け付ける.
            const bool answers = word_at(last - 1) == Word::elsewhere || word_at(last - 1) == Word::ask;
            if (answers && word_at(last) == Word::opening) last = beyond_bracket(last);
            set_aside(first, last);
        }
        first = ends_chunk(word_at(last)) || word_at(last) == Word::slash || word_at(last) == Word::separator ? last + 1
                                                                                                              : last;
    }
}

/// 満席の場合はお断りすることがあります、毎週月曜日定休: a predicate of its own, and a comma.
bool ListingParser::ends_a_sentence(std::size_t token) const {
    constexpr auto predicates =
        std::to_array<std::string_view>({"ます", "ません", "ました", "です", "ください", "下さい"});
    const auto words = words_of(token);
    const auto next = token + 1;
    return (word_at(next) == Word::separator || word_at(next) == Word::slash || tokens_[next].spaced) &&
           std::any_of(predicates.begin(), predicates.end(), [&](auto each) { return words.ends_with(each); });
}

/// ※カード利用可 定休日 月曜, ※カード利用可／お持ち帰り 土日のみ.
bool ListingParser::heads_a_statement(std::size_t token) const {
    if (token + 1 >= tokens_.size()) return false;
    const auto next = word_at(token + 1);
    const bool days = next == Word::colon || next == Word::closing || names_weekdays(next) || next == Word::ordinal;
    return (word_at(token) == Word::hours_heading && tokens_[token].value != 2) ||
           (word_at(token) == Word::closing_heading && days) ||
           (word_at(token) == Word::elsewhere && (names_weekdays(next) || next == Word::time));
}

/// ※ご予約優先 金土は18:00まで, ※カード可／臨時休業11/10: what stands here is no more about something else.
bool ListingParser::says_hours_of_days(std::size_t token) const {
    const bool slash = word_at(token) == Word::slash, comma = word_at(token) == Word::separator;
    if (!slash && !comma && !tokens_[token].spaced) return false;
    const auto begin = slash || comma ? token + 1 : token;
    if (heads_a_statement(begin)) return true;
    if (slash && word_at(begin) == Word::date) return begin < tokens_.size();
    const auto meal_of = word_at(begin + 1);
    if (word_at(begin) == Word::service && (slash || meal_of == Word::opening || meal_of == Word::time))
        return begin < tokens_.size();
    // 予約は平日10:00～20:00、土日は17:00まで.
    bool days_before = false;
    for (auto at = token; comma && at-- > 0 && !ends_chunk(word_at(at));)
        days_before |= word_at(at) == Word::time || names_weekdays(word_at(at));
    if (days_before && word_at(begin) != Word::date && word_at(begin) != Word::occasional) return false;
    if (word_at(begin) == Word::occasional)
        return word_at(beyond(begin + 1, {Word::colon, Word::topic})) == Word::date && begin + 1 < tokens_.size();
    auto said = begin;
    for (auto next = begin; next < tokens_.size();) {
        const bool names = names_weekdays(word_at(next)) || word_at(next) == Word::date ||
                           (next > begin && word_at(next) == Word::month_day) || word_at(next) == Word::separator ||
                           word_at(next) == Word::dash;
        const auto end = names ? next + 1 : beyond_weekday_of_date(next);
        if (end == next) break;
        said = next = end;
    }
    if (said == begin) return false;
    const auto what = beyond(said, {Word::topic, Word::colon, Word::only});
    const auto then = word_at(what + 1);
    if (what >= tokens_.size()) return false;
    const bool of_meal = then == Word::only || then == Word::rest || then == Word::topic || then == Word::time;
    if (word_at(what) == Word::service && of_meal) return true;
    return word_at(what) == Word::rest || word_at(what) == Word::occasional || word_at(what) == Word::closing_heading ||
           (word_at(what) == Word::time && (then == Word::until || then == Word::dash || then == Word::to_the_last));
}

/// 土曜は18:00まで営業することがあります: of these weekdays nobody knows.
bool ListingParser::may_be_otherwise(std::size_t first, std::size_t last) {
    bool perhaps = false, time = false;
    DayList days;
    for (auto token = first; token < last; ++token) {
        const auto words = words_of(token);
        perhaps |=
            word_at(token) == Word::not_hours && (words.ends_with("ことがあります") || words.starts_with("場合"));
        time |= word_at(token) == Word::time;
        if (word_at(token) != Word::weekday) continue;
        const auto weekday = static_cast<unsigned>(tokens_[token].value);
        days.push_back(day_item(DaySort::weekday, {OnWeekdays{{weekday}}}));
    }
    if (!perhaps || !time || days.empty()) return false;
    find(FindingKind::unknowable, Weight::note, "may be otherwise on these days",
         {tokens_[first].bytes.begin, tokens_[last - 1].bytes.end});
    listing_.doubts.push_back({std::move(days)});
    return true;
}

/// 祝日は営業時間が異なる場合があります, 11月22日は貸切のため17時閉店: not about something else.
bool ListingParser::changes_hours(std::size_t token) const {
    switch (word_at(token)) {
        case Word::varies:
        case Word::to_the_last:
        case Word::goes_through:
        case Word::pause:
            return true;
        case Word::not_hours: {
            // 火曜は予約制, 日曜は予約のみ, 22日は貸切.
            const auto words = words_of(token);
            const auto next = token + 1 < tokens_.size() ? words_of(token + 1) : std::string_view{};
            const bool of_days = token > 1 && word_at(token - 1) == Word::topic && word_at(token - 2) == Word::weekday;
            return words.find("営業時間") != std::string_view::npos ||
                   (of_days && (words == "貸切" || next.starts_with("制") || word_at(token + 1) == Word::only));
        }
        default:
            return word_at(token) == Word::prose && may_speak_of_hours(token);
    }
}

void ListingParser::set_aside(std::size_t first, std::size_t last) {
    if (first == last) return;
    for (auto token = first; token < last; ++token) {
        tokens_[token].word = Word::filler;
        tokens_[token].used = tokens_[token].aside = true;
    }
    find(FindingKind::remark, Weight::note, nothing_of_the_hours,
         {tokens_[first].bytes.begin, tokens_[last - 1].bytes.end});
}

/// The same of words in a sentence that goes on about the hours.
void ListingParser::set_words_aside(std::size_t first, std::size_t last) {
    set_aside(first, last);
    for (auto token = first; token < last; ++token) tokens_[token].aside = false;
}

}  // namespace denwaban::formats::japanese
