#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hours_items.hpp"
#include "lexer.hpp"
#include "listing.hpp"

namespace denwaban::formats::japanese {

/// What days standing alone mean: whose hours follow, or which days are closed.
enum class Mode : std::uint8_t { hours, closings };

/// A listing has some hundred words, and one of every day of a year not two thousand.
inline constexpr std::size_t max_words = 2000;

/// What a finding says of words that were set aside; `doubt_what_reads_otherwise` counts them.
/// better.
inline constexpr const char* nothing_of_the_hours = "says nothing of the hours";

/// Whether a word, left over, would mean that something about the hours was missed.
[[nodiscard]] bool speaks_of_hours(Word word);
[[nodiscard]] bool speaks_of_days(Word word);
/// Of days that come again each week or month.
[[nodiscard]] bool speaks_of_recurring_days(Word word);
/// Whether a word that stands by itself is known to say nothing of the hours.
[[nodiscard]] bool adds_nothing(Word word);
/// Whether what stands before a word and what stands after it are read apart.
[[nodiscard]] bool ends_chunk(Word word);
/// The end of a line, 。 or ※.
[[nodiscard]] bool ends_statement(Word word);

// clang-format off
/// Reads one text of a listing into `listing`, by recursive descent. The grammar, with `?` for what may be missing:
///
///     text        = { heading | days-said | span | until | last-orders | pause | meal | elsewhere | 無休 | 不定休 | prose }
///     heading     = 営業時間 | 定休日
///     days-said   = days ( condition | のみ営業 | 除く | meal? closing-word | nothing )
///     days        = day { [、・/] day }
///     day         = [第n] weekday { weekday } [～ weekday] | 平日 | 祝日 | 祝前日 | season [の day] | dates | …
///     span        = time [（ days time ）] ～ ( time | last-order time | ラスト | 売り切れ次第 )
///     until       = [～] time [まで] | time から
///     last-orders = { [料理|ドリンク] L.O. time }
///     condition   = [weekday が] 祝日 の場合 { 営業 | 翌日 | 翌平日 | 翌火曜 | 前日 | 振替 | 変動 | 休み }
///
/// Closings and conditions are settled at once. Hours become items, which `arrange` puts together, since days, meals
/// and ends stand on either side of them. Every token whose meaning is understood is marked; those left over become
/// findings, and what they may touch becomes unknown. Cost: O(text).
// clang-format on
class ListingParser {
public:
    ListingParser(std::string_view text, std::string_view part, Mode mode, Listing& listing);
    void parse();

private:
    /// What a condition says happens.
    struct Consequence;

    // The cursor
    [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
    [[nodiscard]] Word peek(std::size_t ahead = 0) const { return word_at(at_ + ahead); }
    [[nodiscard]] Word word_at(std::size_t at) const { return at < tokens_.size() ? tokens_[at].word : Word::newline; }
    [[nodiscard]] bool next_is(std::initializer_list<Word> words, std::size_t ahead = 0) const;
    Token& take();
    bool take_if(std::initializer_list<Word> words);
    void pass_over(std::initializer_list<Word> words);
    [[nodiscard]] std::size_t beyond(std::size_t at, std::initializer_list<Word> words) const;
    [[nodiscard]] std::size_t beyond_bracket(std::size_t at) const;
    /// What was taken since `start` has not been understood after all.
    void give_back(std::size_t start);
    [[nodiscard]] ByteRange range_from(std::size_t token) const;
    void find(FindingKind kind, Weight weight, std::string message, ByteRange bytes);
    /// Of what may stand in the other text.
    void find_at(FindingKind kind, Weight weight, std::string message, const Place& place);

    // parser.cpp
    void cut_what_is_too_long();
    void ask_if_nothing_else_is_said();
    void set_aside_what_is_not_about_hours();
    [[nodiscard]] bool says_hours_of_days(std::size_t token) const;
    [[nodiscard]] bool ends_a_sentence(std::size_t token) const;
    [[nodiscard]] bool heads_a_statement(std::size_t token) const;
    [[nodiscard]] bool may_be_otherwise(std::size_t first, std::size_t last);
    void set_aside(std::size_t first, std::size_t last);
    void set_words_aside(std::size_t first, std::size_t last);
    [[nodiscard]] bool ends_span(std::size_t end) const;
    [[nodiscard]] bool changes_hours(std::size_t token) const;

    // leftovers.cpp
    void report_leftovers();
    [[nodiscard]] bool names_the_house(std::size_t token) const;
    [[nodiscard]] Weight weight_of_leftovers(std::size_t first, std::size_t last) const;
    void doubt_what_leftovers_touch(std::size_t first, std::size_t last);
    [[nodiscard]] bool names_a_day(std::size_t token) const;
    [[nodiscard]] bool touches_meaning(std::size_t token) const;
    [[nodiscard]] std::string_view words_of(std::size_t token) const;
    [[nodiscard]] bool says_but(std::size_t token) const;
    [[nodiscard]] bool is_harmless(std::size_t token) const;
    void note_harmless_sentences();
    [[nodiscard]] bool is_of_today_alone(std::size_t token) const;
    [[nodiscard]] bool may_speak_of_hours(std::size_t token) const;
    [[nodiscard]] std::string folded_words_of(std::size_t token) const;
    void doubt_brackets_without_their_other();

    // parse_plain_words.cpp
    void drop_what_parts_nothing();
    void end_behind_topics();
    void join_dates_by_from();
    void name_the_day_after();
    void go_on_behind_arrows();
    void read_sign_of_rest_before_sunday();
    void join_days_of_rest();
    void end_with_words_of_closing();
    void read_open_and_close();
    void name_days_off_in_conditions();

    // parse_prose.cpp
    [[nodiscard]] bool says_rest(std::size_t token) const;
    void put_ordinals_before_weekdays();
    void rest_on_holidays_too();
    void name_usual_days();
    void name_the_meal_not_served();
    void rest_all_day();
    void drop_other_days_without_rest();
    void read_legend_of_brackets();
    void end_hours_with_their_closing();
    void read_arrows_to_closing();
    void name_opening_days_in_latin();
    void end_periods_with_their_month();
    void drop_seasons_behind_their_months();
    void set_aside_when_it_sells_out();
    void set_aside_former_house();

    // parse_misplaced_words.cpp
    [[nodiscard]] std::size_t first_of_weekdays(std::size_t end) const;
    [[nodiscard]] bool is_most_of_the_week(std::size_t first, std::size_t end) const;
    void put_excepted_holidays_first();
    void name_weekdays_of_holidays();
    [[nodiscard]] std::optional<std::size_t> end_of_meal_before(int meal, std::size_t end) const;
    void put_ends_of_meals_behind_them();
    void put_meals_of_brackets_first();
    void drop_words_that_are_no_days();
    [[nodiscard]] bool names_weekdays_of(std::size_t first, std::size_t end, std::size_t before) const;
    void part_closings_of_months();
    void doubt_last_days_that_are_weekdays();
    void except_days_without_hours();

    // parse_something_else.cpp
    void join_names_of_something_else();

    // parse_reasons.cpp
    [[nodiscard]] bool gives_a_reason(std::size_t token) const;
    [[nodiscard]] bool ends_a_reason(std::size_t token) const;
    [[nodiscard]] bool is_of_a_reason(std::size_t token) const;
    void take_out_reasons();

    // parse_periods.cpp
    struct DateSpan {
        std::size_t first;  ///< the tokens of its dates
        std::size_t last;
    };
    [[nodiscard]] std::optional<DateSpan> only_span_of_dates() const;
    [[nodiscard]] std::vector<Token> date_of_span(const DateSpan& span, bool last) const;
    void name_first_and_last_days();
    [[nodiscard]] bool names_days_beyond(std::size_t begin, std::size_t end) const;
    void close_beyond(const DayList& period, ByteRange bytes);
    [[nodiscard]] DayList parse_period();
    void period();
    void begins_with_period();

    // parse_notices.cpp
    [[nodiscard]] bool any_span_in(std::size_t first, std::size_t last) const;
    void set_aside_usual_hours();
    void set_aside_usual_hours_in_brackets();
    void set_aside_former_hours();
    void join_meals_with_their_kinds();
    void name_the_shop();
    [[nodiscard]] bool hold_until_their_date(std::size_t begin, std::size_t before, std::size_t after);
    void name_parts_of_the_house();
    void set_aside_menus();
    void set_aside_how_to_book();

    // parse_terms.cpp
    void name_signs_of_magazines();
    void name_only_meal();
    void drop_what_goes_without_saying();
    void set_aside_seatings();
    void name_closing_signs();
    void name_months_of_today();
    void name_mondays_of_long_weekends();
    void name_days_by_their_term();
    void name_floor_of_the_house();
    void list_days_between_dots();

    // parse_last_days.cpp
    void move_closing_day();
    void end_on_last_day();
    [[nodiscard]] bool ends_with_the_year(std::size_t statement, std::size_t date) const;
    void close_after(std::size_t statement, std::size_t date, std::size_t end);

    // parse_seasons.cpp
    void name_seasons();
    void name_periods_said();
    void name_periods_by_their_dates();
    void name_days_between_years();
    [[nodiscard]] std::size_t particle_of_date(std::size_t at) const;
    void name_from_later_dates();
    void name_dates_of_particle(std::size_t at, int begins, int ends);
    [[nodiscard]] bool hours_of_period_and_from_its_end(int days);
    void hours_until_and_from_dates();
    void turn_dates_of_seasons();

    // parse_foreign.cpp
    void turn(std::size_t first, std::vector<Token> said);
    [[nodiscard]] std::size_t beyond_english_days(std::size_t at) const;
    void join_english_dates();
    void join_english_times_before_closing();
    void turn_english_ends();
    struct EnglishMeal {
        std::size_t meal;
        std::size_t days;
    };
    [[nodiscard]] std::optional<EnglishMeal> english_meal_that_is_not_served(std::size_t at) const;
    void turn_english_meals();
    void break_table_of_one_line();
    void turn_english_conditions();
    void turn_english_condition(std::size_t at);

    // parse_statement.cpp
    struct Reader;
    [[nodiscard]] static const Reader* reader_of(Word word);
    void statement();
    void heading(Mode mode);
    void leave();  ///< not understood here: it is found in the end
    void pass();   ///< adds no meaning
    [[nodiscard]] bool from_its_opening();
    void hours_follow();
    void closings_follow();
    void around_the_clock();
    void asks();
    void last_entry();
    void sometimes();
    void every_other_week();
    void may_end_earlier();
    void see_elsewhere();
    void before_holiday();
    [[nodiscard]] bool heads_other_days() const;
    void number_alone();
    void varies();
    void and_others();

    // parse_elsewhere.cpp
    void elsewhere();
    [[nodiscard]] bool is_time_alone(std::size_t token) const;
    void time_of_something_else(std::size_t start, std::size_t time);
    void eat_in();
    void floor_of_the_house();

    // parse_opening_days.cpp
    void never_closes();
    void rest_of_nothing();
    [[nodiscard]] bool days_begin_line() const;
    void closed_for_once();
    [[nodiscard]] bool close_dates_that_stand_here();
    void opening_days_of_a_month();
    [[nodiscard]] bool heads_a_month();
    void since_month();

    // parse_grid.cpp
    [[nodiscard]] bool parse_grid();
    [[nodiscard]] bool parse_table_of_meals();
    [[nodiscard]] bool parse_table_of_days();
    [[nodiscard]] std::vector<DayList> columns_of_grid(std::size_t& at) const;
    [[nodiscard]] std::size_t beyond_rule_of_grid(std::size_t at) const;

    // parse_days.cpp
    [[nodiscard]] bool at_day() const;
    [[nodiscard]] bool at_days_off() const;
    [[nodiscard]] bool names_holidays_too(std::size_t token) const;
    [[nodiscard]] bool is_beside_weekdays(std::size_t token) const;
    [[nodiscard]] std::size_t beyond_frequency(std::size_t at) const;
    [[nodiscard]] DayList parse_days();
    void narrow_to(const MonthSet& months, DayList& days, std::size_t start) const;
    void add_day(DayList& days, DayItem day, std::size_t start);
    [[nodiscard]] DayList parse_days_in(const DayItem& season);
    [[nodiscard]] bool list_goes_on(DayList& days);
    [[nodiscard]] bool another_list_begins(const DayList& days, std::size_t resume) const;
    [[nodiscard]] std::optional<DayItem> parse_day();
    [[nodiscard]] std::optional<DayItem> parse_day_of_its_kind();

    // parse_weekdays.cpp
    [[nodiscard]] bool at_name_of_holiday() const;
    [[nodiscard]] std::optional<DayItem> parse_uncertain_day();
    [[nodiscard]] std::optional<DayItem> parse_every_other_month();
    [[nodiscard]] std::optional<DayItem> parse_weekdays();
    [[nodiscard]] std::optional<DayItem> parse_nth();
    [[nodiscard]] std::optional<DayItem> parse_holiday();
    [[nodiscard]] DayItem of_weekday(DayItem day);
    [[nodiscard]] static std::optional<DayItem> day_after(const OrdinalSet& ordinals, unsigned weekday);

    // parse_lines_of_days.cpp
    [[nodiscard]] std::size_t beyond_dates(std::size_t at) const;
    [[nodiscard]] bool goes_to_another_line(std::size_t first, std::size_t last) const;
    [[nodiscard]] bool hours_on_line(std::size_t token) const;
    [[nodiscard]] bool hours_below_line(std::size_t token) const;
    [[nodiscard]] bool hours_of_days_at(std::size_t token) const;

    // parse_dates.cpp
    [[nodiscard]] std::optional<DayItem> parse_dates_of_some_form();
    [[nodiscard]] std::optional<DayItem> parse_dates();
    [[nodiscard]] DayItem parse_end_in_part_of_month(date::month_day first);
    [[nodiscard]] static std::optional<DayItem> days_before(const DayItem& dates);
    [[nodiscard]] bool at_date_of_same_month() const;
    [[nodiscard]] bool at_day_after_a_date() const;
    [[nodiscard]] std::size_t beyond_weekday_of_date(std::size_t at) const;
    [[nodiscard]] std::optional<unsigned> weekday_in_bracket(std::size_t end) const;

    // parse_season_days.cpp
    [[nodiscard]] bool at_season_of_days() const;
    [[nodiscard]] DayList parse_days_of_season();
    [[nodiscard]] std::optional<DayItem> parse_season();
    void take_dates_in_brackets(DayItem& season);

    // parse_months.cpp
    [[nodiscard]] std::optional<DayItem> parse_part_of_month();
    [[nodiscard]] bool at_part_of_month(std::size_t at) const;
    void on_which_day_is_not_said(DayItem part, ByteRange bytes);
    [[nodiscard]] std::optional<DayItem> parse_days_of_month();
    [[nodiscard]] MonthSet parse_months();
    [[nodiscard]] bool at_months() const;
    [[nodiscard]] bool at_days_of_some_month(std::size_t at) const;
    [[nodiscard]] DayItem of_some_month(DayOfMonthSet days);

    // parse_days_said.cpp
    void days_said();
    [[nodiscard]] std::size_t close_days_before_dates(DayList& days, std::size_t start);
    [[nodiscard]] bool is_under_closing_heading(std::size_t start) const;
    [[nodiscard]] bool hours_of_something_else_follow() const;
    [[nodiscard]] bool hours_are_of_all_days(std::size_t start, std::size_t next) const;
    [[nodiscard]] bool settled_by_what_follows(DayList& days, std::size_t start);
    [[nodiscard]] bool among_closings(DayList& days, std::size_t start);
    [[nodiscard]] bool other_days_have_hours() const;
    [[nodiscard]] std::size_t beyond_name_of_hours() const;

    // parse_days_closed.cpp
    [[nodiscard]] bool closed_by_what_follows(DayList& days, std::size_t start);
    [[nodiscard]] bool rest_follows(bool seasons) const;
    [[nodiscard]] bool closed_behind_bracket(std::size_t start) const;
    [[nodiscard]] std::optional<std::size_t> rest_for_a_reason() const;
    [[nodiscard]] bool closed_in_columns(DayList& days);
    [[nodiscard]] bool closed_on_next_line(DayList& days);
    [[nodiscard]] bool perhaps_closed(DayList& days);
    [[nodiscard]] bool closed_in_a_named_season(DayList& days);

    // parse_said_of_days.cpp
    [[nodiscard]] bool as_other_days(DayList& days);
    void day_after_too(DayList& days);
    void but_holidays_in_brackets(DayList& days);
    [[nodiscard]] bool closed_on_holidays_too(const DayList& days, std::size_t start);
    [[nodiscard]] bool crossed_out(DayList& days);
    [[nodiscard]] bool as_their_weekdays(const DayList& days, std::size_t start);
    [[nodiscard]] bool but_closed_in_winter(DayList& days, std::size_t start);
    [[nodiscard]] bool open_in_some_weeks(const DayList& days, std::size_t start);
    [[nodiscard]] bool hours_on_holidays_that_fall_on(DayList& days);
    [[nodiscard]] bool hours_are_told_elsewhere(DayList& days, std::size_t start);
    [[nodiscard]] bool hours_vary_on(DayList& days, std::size_t start);
    [[nodiscard]] bool by_booking_on(DayList& days, std::size_t start);
    [[nodiscard]] bool closed_otherwise(const DayList& days, std::size_t start);

    // parse_meals.cpp
    [[nodiscard]] bool closings_with_meals(std::size_t start);
    [[nodiscard]] bool closings_by_meal();
    [[nodiscard]] bool says_none(std::size_t token) const;
    [[nodiscard]] DayList days_of_this_line() const;
    void hours_of_meal();
    void meal_of_which_none_is_served();

    // parse_conditions.cpp
    [[nodiscard]] bool open_on_days_off(const DayList& days, const Consequence& said);
    void except_holidays();
    [[nodiscard]] bool starts_condition(const DayList& days) const;
    void condition(DayList days);
    [[nodiscard]] bool serves_one_meal() const;
    [[nodiscard]] Consequence parse_consequence();

    // parse_excepted_days.cpp
    [[nodiscard]] bool but_these(DayList& days);
    [[nodiscard]] bool at_except_in_english() const;
    void days_except_in_english(DayList days, std::size_t start);
    [[nodiscard]] bool since_when(DayList& days, std::size_t start);
    void all_but_days();

    // parse_hours.cpp
    [[nodiscard]] bool has_hours(std::size_t next) const;
    [[nodiscard]] bool any_hours_said() const;
    [[nodiscard]] bool overlaps_hours_before(std::size_t time) const;
    [[nodiscard]] bool excepts_holidays_from_closings(const DayList& days, std::size_t start) const;
    void hours_of(DayList days, std::size_t start, Reach reach);
    [[nodiscard]] HoursItem item(ItemKind kind, std::size_t start) const;
    void add(HoursItem item);
    [[nodiscard]] bool days_just_said() const;

    // parse_span.cpp
    [[nodiscard]] bool days_just_said_before(std::size_t token) const;
    void opens_then_too(std::size_t start);
    [[nodiscard]] bool end_after_last_order(HoursItem& span, std::size_t start);
    void add_last_order(Clock time, std::size_t start);
    void span();
    void end_of_span(HoursItem& span);
    void other_end(std::size_t start);
    void other_start_in_brackets();
    [[nodiscard]] bool at_opening_and_closing() const;
    void pause();
    void goes_through();
    void end_is_last_order(HoursItem& span);

    // parse_opens_too.cpp
    [[nodiscard]] bool opens_at_the_only_hours(const DayList& days, ByteRange bytes);
    [[nodiscard]] bool opens_too(DayList& days, std::size_t start);
    [[nodiscard]] bool all_weekdays_have_hours() const;

    // parse_exceptions.cpp
    [[nodiscard]] bool open_only_on(DayList& days, std::size_t start);
    [[nodiscard]] bool all_but_said(DayList& days, std::size_t start);
    void open_on_dates(const DayList& days);
    void begins_with_opening(const DayList& days, std::size_t open);
    void open_in_season(const DayList& seasons, std::size_t first);
    [[nodiscard]] std::size_t first_closing_lifted_on(const DayList& days) const;
    [[nodiscard]] bool in_case_of(DayList& days, std::size_t start);
    void close_all_but(const DayList& days, ByteRange bytes, Meal meal = Meal::none);
    void except_from_closings(DayList days, std::size_t start);
    void open_on();

    // parse_closed_meals.cpp
    [[nodiscard]] bool meal_is_open();
    [[nodiscard]] std::optional<Meal> meal_beside();
    [[nodiscard]] bool other_hours_share_its_days() const;
    [[nodiscard]] bool says_its_hours_again() const;

    // parse_clock.cpp
    void last_orders();
    [[nodiscard]] bool is_of_another_menu(std::size_t order) const;
    [[nodiscard]] bool names_what_is_ordered(std::size_t at) const;
    [[nodiscard]] bool at_time() const;
    [[nodiscard]] std::optional<Clock> parse_time();

    // parse_closings.cpp
    struct ClosedPart {
        Meal meal = Meal::none;
        bool all_but_meal = false;
    };
    [[nodiscard]] ClosedPart parse_closed_part();
    [[nodiscard]] std::vector<Meal> parse_more_meals(const ClosedPart& first);
    [[nodiscard]] bool heads_other_closings(const DayList& days) const;
    void close_on(DayList days);
    [[nodiscard]] bool not_every_week(const DayList& days);
    void doubt_half_days(DayList& days);
    [[nodiscard]] bool meals_in_brackets_follow() const;
    [[nodiscard]] std::vector<Meal> parse_meals_in_brackets();
    /// Whether what is said of a meal is said of the last day, or of all of them.
    enum class SaidOf : std::uint8_t { last, all };
    void add_closings(DayList days, const ClosedPart& part, const std::vector<Meal>& more, SaidOf which);
    [[nodiscard]] std::optional<Meal> meal_before(const DayList& days);
    [[nodiscard]] bool said_also_in_bracket() const;
    void restrict_to_dates_in_brackets(const ListedClosing& date);
    void add_closing(ListedClosing closing);

    // parse_season_closings.cpp
    [[nodiscard]] const DayList* season_beside() const;
    [[nodiscard]] bool other_seasons_rest() const;
    void close_within_season(DayList& days);

    // parse_open_after_all.cpp
    [[nodiscard]] bool not_closed_after_all(const DayList& days);
    bool perhaps_open_on_holidays();
    [[nodiscard]] bool open_is_said_of_them() const;
    [[nodiscard]] bool may_open_after_all();
    [[nodiscard]] bool close_all_but_the_last(DayList& days);
    void leave_open_weekdays(DayList& days) const;
    [[nodiscard]] bool is_closing_day(const DayItem& day) const;
    [[nodiscard]] bool is_some_of_closing_days(const DayItem& day) const;
    [[nodiscard]] bool contradicts_closings(const DayList& open, ByteRange bytes);

    // parse_irregular_closings.cpp
    [[nodiscard]] std::size_t irregular_among(const DayList& days);
    void irregular();
    void unknown_every_day(std::string label, ByteRange bytes);

    // parse_holiday_eves.cpp
    [[nodiscard]] bool open_on_holidays_and_eves(const DayList& days, const Consequence& said);
    void eve_condition(ByteRange bytes);
    [[nodiscard]] bool open_before_holidays(const Consequence& consequence);
    void stay_open_on_eves(ListedClosing& closing);

    // parse_long_weekends.cpp
    void long_weekend();
    void what_long_weekends_change(std::size_t start);
    [[nodiscard]] bool long_weekends_have_their_days(std::size_t end) const;

    // parse_displaced_closings.cpp
    [[nodiscard]] static ListedClosing other_meals_on_holidays(const ListedClosing& closing, Meal served);
    void apply(const Consequence& consequence, WeekdaySet on, ByteRange bytes);
    [[nodiscard]] bool move_to_several_days(const Consequence& said, ByteRange bytes);
    [[nodiscard]] bool apply_across_days(const Consequence& consequence, WeekdaySet on);

    std::string_view text_;
    std::string_view part_;
    Mode mode_;
    Mode mode_at_first_ = mode_;
    Listing& listing_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;  ///< brackets open
    std::vector<HoursItem> items_;
    std::optional<HoursItem> pending_;   ///< a start of its own, said before the end: 7:00（土日祝10:00）～
    HalfDay half_ = HalfDay::unsaid;     ///< that the last time named, for 同10時
    std::size_t first_of_sentence_ = 0;  ///< how many closings there were where the line or sentence began
    std::optional<Meal> closing_meal_;   ///< ランチは土日: what the closing days that follow are about
    bool period_said_ = false;
    bool season_rests_ = false;    ///< 夏季 …（無休）: what a part of the year has for closing days was said
    bool alone_ = false;           ///< 日曜は夜のみ: the hours that follow are all that these days have
    std::size_t conditioned_ = 0;  ///< how many closings there were at the last condition
    bool shares_ordinal_ = false;  ///< whether the next day is of the same weeks of the month is not clear
    bool shares_next_ = false;
    int month_ = 0;       ///< of the date just read, for 3/21、22日
    int month_said_ = 0;  ///< 【11月の営業】: of the days below it
};

}  // namespace denwaban::formats::japanese
