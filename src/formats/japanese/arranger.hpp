#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "clocks.hpp"
#include "pieces.hpp"

namespace denwaban::formats::japanese {

/// An opening on its way into a group: its times are read when its meal is known.
struct RawService {
    const HoursItem* span = nullptr;
    Meal meal = Meal::none;
    DayList days{};
    Reach reach = Reach::these;
    bool qualified = false;  ///< days stand with it, on either side
    bool repeats = false;
    bool dropped = false;  ///< the hours of something else
    bool after = false;    ///< and they stand after it
    bool heads = false;    ///< its meal stands before its days
    std::size_t section = 0;
    std::size_t line = 0;
    std::size_t days_place = 0;  ///< where its days stand
    std::vector<const HoursItem*> orders{};
};

struct RawChange {
    DayList days{};
    const HoursItem* said = nullptr;
    std::optional<std::size_t> of{};
    std::vector<std::size_t> candidates{};  ///< the openings of its line, any of which it may be about
    bool instead = false;
    Meal meal = Meal::none;  ///< of what stands in place of another
};

/// Puts the items of a text together, on whichever side of its hours each stands, and adds them to a listing.
class Arranger {
public:
    Arranger(const std::vector<HoursItem>& items, const std::vector<Token>& tokens, Listing& listing);
    void run() &&;

private:
    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }
    void doubt(std::string message, const Place& place, OpenToDoubt days) {
        find(FindingKind::not_understood, Weight::doubt, std::move(message), place);
        listing_.doubts.push_back(std::move(days));
    }

    // arrange.cpp
    void find_columns();
    [[nodiscard]] bool says_that_its_span_goes_through(const Piece& piece) const;
    void place(const Piece& piece);
    void leave_what_has_ended(const Piece& piece);
    void begin_section();

    // arrange_days.cpp
    void begin_days(const Piece& piece);
    [[nodiscard]] static bool are_dates(const DayList& days);
    void qualify(const Piece& piece);
    [[nodiscard]] bool days_after_hours_share_the_week() const;
    [[nodiscard]] bool all_hours_have_days_after_them();
    [[nodiscard]] bool other_days_have_their_own(const RawService& carried) const;
    void doubt_bare_days();
    void doubt_dates_without_an_end();

    // arrange_meals.cpp
    void begin_meal(const Piece& piece);
    [[nodiscard]] bool days_of_a_meal_said_before(const Piece& piece);
    void name(const Piece& piece);
    [[nodiscard]] std::optional<std::size_t> only_opening_of(Meal meal) const;

    // arrange_spans.cpp
    void begin_elsewhere(const Piece& piece);
    void add_span(const Piece& piece);
    void leave_date_before(const Piece& piece, RawService& raw);
    [[nodiscard]] bool lasts_from_lunch_to_dinner(const HoursItem& span) const;
    [[nodiscard]] bool lies_within_hours_beside(const HoursItem& span) const;
    [[nodiscard]] static bool says_the_same(const HoursItem& a, const HoursItem& b);
    [[nodiscard]] static bool overlap(const RawService& before, const HoursItem& span);
    [[nodiscard]] bool lies_within_hours_said(const HoursItem& span) const;
    void add_instead(const Piece& piece);

    // arrange_last_orders.cpp
    void add_order(const Piece& piece);
    [[nodiscard]] bool order_of_a_meal(const Piece& piece);
    [[nodiscard]] bool orders_of_all_hours();

    // arrange_changes.cpp
    void change(const Piece& piece);
    [[nodiscard]] std::size_t last_of_the_house() const;
    [[nodiscard]] std::vector<std::size_t> openings_of_line(std::size_t of) const;
    void find_what_waiting_changes_are_of();

    // settle_hours.cpp
    void settle(RawService& raw);
    void add_service(const RawService& raw, Group& group);
    [[nodiscard]] Clock in_the_half_that_follows(const RawService& raw);
    [[nodiscard]] static bool days_differ(const RawService* a, const RawService* b);
    void take_order(ListedService& service, const HoursItem& item);

    // settle_changes.cpp
    void settle(RawChange& raw);
    void lose(const Change& change);
    [[nodiscard]] bool ends_before_the_last_opening(const RawChange& raw, const ListedService& base) const;
    [[nodiscard]] int closes_of(const HoursItem& said, const ListedService& base, const Change& change);
    void choose_since(const RawChange& raw, Change& change);

    Listing& listing_;
    std::vector<Piece> pieces_;
    ClockFace face_ = ClockFace::twelve_hours;
    bool halves_said_ = false;  ///< 午前 or 午後 stands somewhere
    std::vector<RawService> raw_;
    std::vector<RawChange> changes_;
    std::vector<RawChange> waiting_;  ///< for the hours that they change
    std::size_t first_group_ = 0;
    std::size_t at_ = 0;
    std::size_t section_ = 0;
    std::set<std::size_t> shared_sections_;  ///< in which hours stand that name no days
    bool repeats_ = false;
    bool hours_said_ = false;
    DayList days_;  ///< whose hours follow
    Reach reach_ = Reach::these;
    bool days_new_ = false;  ///< no hours have followed yet
    bool days_are_alone_ = false;
    bool days_are_apart_ = false;  ///< 、 or ／ stands before them
    bool days_lead_ = false;       ///< 夜も営業: what follows comes beside other hours
    bool days_are_on_a_line_of_their_own_ = false;
    std::size_t days_line_ = 0;
    Meal meal_ = Meal::none;     ///< what the next span serves
    Meal heading_ = Meal::none;  ///< 【ランチ】, over the days that follow it
    std::size_t meal_line_ = 0;
    bool elsewhere_ = false;
    bool elsewhere_new_ = false;
    bool part_new_ = false;  ///< イートイン, after the hours of the house
    std::optional<std::size_t> elsewhere_bracket_;
    std::optional<bool> all_have_days_after_them_;
    std::set<std::size_t> columns_;      ///< the lines that are heads of tables
    bool changed_last_ = false;          ///< what was said last is another end
    std::optional<DayList> saved_days_;  ///< those outside the bracket
    std::optional<std::size_t> saved_bracket_;
    std::optional<std::size_t> instead_bracket_;  ///< in which hours stand that are in place of others
    std::vector<std::size_t> run_;                ///< the openings one after the other, to which what follows belongs
    std::size_t run_line_ = 0;
    std::vector<std::size_t> carried_;  ///< openings that have the days of the line before, if they have any
    DayList bare_days_;
    Place bare_place_;
};

}  // namespace denwaban::formats::japanese
