#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "lexer.hpp"
#include "listing.hpp"

namespace denwaban::formats::japanese {

/// What days standing alone mean: whose hours follow, or which days are closed.
enum class Mode : std::uint8_t { hours, closings };

/// Whether a word, left over, would mean that something about the hours was missed.
[[nodiscard]] bool speaks_of_hours(Word word);

/// Reads one text of a listing into `listing`, by recursive descent. The grammar, with `?` for what may be missing:
///
///     text       = { heading | days-said | span | last-orders | 無休 | 不定休 | prose }
///     heading    = 営業時間 | 定休日
///     days-said  = days ( condition | service? closing-word | span | other-end | nothing )
///     days       = day { [、・/] day }        day = [第n] weekday [～ weekday] | 平日 | 祝日 | 祝前日 | season | dates
///     | … span       = time ～ ( time | last-order time | ラスト | 売り切れ次第 ) other-end  = [～] time [まで]
///     last-orders= { [料理|ドリンク] L.O. time }
///     condition  = [weekday が] 祝日 の場合 { 営業 | 翌日 | 翌平日 | 翌火曜 | 前日 | 振替 | 変動 | 休み }
///
/// Every token whose meaning is understood is marked; those left over become findings, so that nothing is dropped.
/// Cost: O(tokens).
class ListingParser {
public:
    ListingParser(std::string_view text, std::string_view part, Mode mode, Listing& listing);
    void parse();

private:
    struct Clock {
        int minutes;
        bool past_midnight;  ///< said so: 翌2:00, 26:00
    };
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

    // parser.cpp
    void set_aside_what_is_not_about_hours();
    void set_aside(std::size_t first, std::size_t last);
    void report_leftovers();
    [[nodiscard]] bool names_a_day(const Token& token) const;
    [[nodiscard]] bool touches_meaning(std::size_t token) const;

    // parse_statement.cpp
    struct Reader;
    [[nodiscard]] static const Reader* reader_of(Word word);
    void statement();
    void heading(Mode mode);
    void leave();  ///< not understood here: it is found in the end
    void pass();   ///< adds no meaning
    void hours_follow();
    void closings_follow();
    void around_the_clock();
    void last_entry();
    void elsewhere();
    void eat_in();
    void never_closes();
    void sometimes();
    void every_other_week();
    void may_end_earlier();
    void see_elsewhere();
    void before_holiday();
    void rest_of_nothing();
    void since_month();
    void number_alone();

    // parse_days.cpp
    [[nodiscard]] bool at_day() const;
    [[nodiscard]] std::size_t beyond_frequency(std::size_t at) const;
    [[nodiscard]] DayList parse_days();
    [[nodiscard]] std::optional<DayItem> parse_day();
    [[nodiscard]] std::optional<DayItem> parse_day_of_its_kind();
    [[nodiscard]] std::optional<DayItem> parse_uncertain_day();
    [[nodiscard]] std::optional<DayItem> parse_every_other_month();
    [[nodiscard]] std::optional<DayItem> parse_weekdays();
    [[nodiscard]] std::optional<DayItem> parse_nth();
    [[nodiscard]] std::optional<DayItem> parse_holiday();

    // parse_dates.cpp
    [[nodiscard]] std::optional<DayItem> parse_dates_of_some_form();
    [[nodiscard]] bool at_season_of_days() const;
    [[nodiscard]] DayList parse_days_of_season();
    [[nodiscard]] std::optional<DayItem> parse_season();
    [[nodiscard]] std::optional<DayItem> parse_dates();
    void take_dates_in_brackets(DayItem& season);
    [[nodiscard]] std::optional<DayItem> parse_part_of_month();
    [[nodiscard]] std::optional<DayItem> parse_days_of_month();
    [[nodiscard]] MonthSet parse_months();
    [[nodiscard]] bool at_months() const;
    [[nodiscard]] bool at_date_of_same_month() const;

    // parse_hours.cpp
    void days_said();
    void hours_of(DayList days);
    void span();
    void hours_of_meal();
    void other_end(std::size_t start);
    void add_service(ListedService service);
    void last_orders();
    void last_order_at(Word kind, Clock time, ByteRange bytes);
    void end_is_last_order(ListedService& service);
    [[nodiscard]] bool at_time() const;
    [[nodiscard]] std::optional<Clock> parse_time();

    // parse_closings.cpp and parse_conditions.cpp
    struct ClosedPart {
        Meal meal = Meal::none;
        bool all_but_meal = false;
    };
    [[nodiscard]] ClosedPart parse_closed_part();
    [[nodiscard]] bool not_closed_after_all(const DayList& days);
    [[nodiscard]] std::size_t irregular_among(const DayList& days);
    void close_on(DayList days);
    [[nodiscard]] bool is_closing_day(const DayItem& day) const;
    void open_on();
    void except_holidays();
    void eve_condition(ByteRange bytes);
    void long_weekend();
    [[nodiscard]] bool open_before_holidays(const Consequence& consequence);
    void add_closing(ListedClosing closing);
    void irregular();
    void unknown_every_day(std::string label, ByteRange bytes);
    [[nodiscard]] bool starts_condition(const DayList& days) const;
    void condition(DayList days);
    [[nodiscard]] Consequence parse_consequence();
    void apply(const Consequence& consequence, WeekdaySet on, ByteRange bytes);
    [[nodiscard]] bool apply_across_days(const Consequence& consequence, WeekdaySet on);

    std::string_view text_;
    std::string_view part_;
    Mode mode_;
    Listing& listing_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;               ///< brackets open
    DayList days_;                ///< whose hours follow
    bool days_are_new_ = false;   ///< no hours have followed yet
    bool group_is_open_ = false;  ///< the last group takes the next span
    bool repeats_ = false;
    bool elsewhere_ = false;       ///< 持ち帰り: the hours that follow are not the restaurant's
    Meal meal_ = Meal::none;       ///< what the next span serves
    Meal heading_ = Meal::none;    ///< 【ランチ】, over the days that follow it
    std::size_t conditioned_ = 0;  ///< how many closings there were at the last condition
    int month_ = 0;                ///< of the date just read, for 3/21、22日
};

}  // namespace denwaban::formats::japanese
