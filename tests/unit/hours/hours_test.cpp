#include <doctest/doctest.h>
#include <limits>

#include <denwaban/hours.hpp>

namespace hours_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr unsigned sunday = 0, monday = 1, tuesday = 2, wednesday = 3, thursday = 4, friday = 5, saturday = 6;

MinuteOfDay clock(int hour, int minute = 0) { return *MinuteOfDay::make(hour * 60 + minute); }

Service service(std::string name, int opens, int closes) { return {std::move(name), clock(opens), clock(closes), {}}; }

Rule on(WeekdaySet weekdays, Outcome then) { return {{OnWeekdays{weekdays}}, std::move(then), ""}; }

Hours compiled(Rules rules, TimeZone zone = TimeZone::tokyo()) {
    auto hours = Hours::compile(std::move(rules), HolidayCalendar::japan(), std::move(zone));
    REQUIRE(hours);
    return *hours;
}

/// A clock time in Tokyo; hours past 24 reach into the next day.
Instant tokyo(int month, int day, int hour, int minute = 0) {
    return TimeZone::tokyo().first_at_or_after(
        at(make_date(2026, static_cast<unsigned>(month), static_cast<unsigned>(day)), clock(hour, minute)));
}

State state(const Hours& hours, Instant instant) { return *hours.state(instant); }

bool closed_on(const Hours& hours, int month, int day) {
    return hours.openings_on(make_date(2026, static_cast<unsigned>(month), static_cast<unsigned>(day)))->empty();
}

const Open dinner{{service("dinner", 17, 23)}};
const Open late{{service("dinner", 17, 26)}};
const Open afternoon{{service("dinner", 15, 23)}};
const WeekdaySet every_day{sunday, monday, tuesday, wednesday, thursday, friday, saturday};

/// Closed on Mondays; a Monday that is 祝日 moves the closing.
Rules closed_on_monday(OnHoliday on_holiday) {
    return {{on(every_day, dinner)}, {{{OnWeekdays{{monday}}}, on_holiday, {}, "定休日"}}, {}};
}

}  // namespace

TEST_CASE("two services a day, with last orders") {
    const Service lunch{"lunch", clock(11, 30), clock(15), {clock(14, 30), std::nullopt, clock(14)}};
    const auto hours = compiled({{on(every_day, Open{{lunch, service("dinner", 17, 23)}})}, {}, {}});

    const auto status = *hours.status(tokyo(11, 24, 12));
    CHECK(status.state == State::open);
    CHECK(status.service->name == "lunch");
    CHECK(status.closes_at == tokyo(11, 24, 15));
    CHECK(status.last_orders.main() == tokyo(11, 24, 14, 30));
    CHECK(status.last_orders.entry == tokyo(11, 24, 14));
    CHECK(status.next_opening == tokyo(11, 24, 17));

    CHECK(state(hours, tokyo(11, 24, 15)) == State::closed);
    CHECK(*hours.next_change(tokyo(11, 24, 15)) == tokyo(11, 24, 17));
}

TEST_CASE("an opening past midnight keeps its business date, and a closing day never cuts it") {
    const auto hours = compiled({{on({sunday}, late), on({monday}, Closed{})}, {}, {}});
    const auto after_midnight = *hours.status(tokyo(11, 30, 1));
    CHECK(after_midnight.state == State::open);
    CHECK(after_midnight.business_date == make_date(2026, 11, 29));
    CHECK(after_midnight.closes_at == tokyo(11, 30, 2));
}

TEST_CASE("of the rules that apply the narrowest wins") {
    const Rules rules{{
                          on(every_day, dinner),
                          {{OnNthWeekdays{{3}, {tuesday}}}, Closed{}, "第3火曜"},
                          {{OnHolidayEves{}}, late, ""},
                          {{OnHolidays{}}, afternoon, ""},
                          {{InSeason{date::December / 31, date::January / 3}}, Closed{}, "年末年始"},
                          {{OnDates{{make_date(2026, 12, 31)}}}, late, "年越し営業"},
                      },
                      {},
                      {}};
    const auto hours = compiled(rules);
    CHECK(state(hours, tokyo(11, 25, 16)) == State::closed);
    CHECK(closed_on(hours, 11, 17));
    CHECK(state(hours, tokyo(11, 22, 25)) == State::open);   // a Sunday, and 祝前日
    CHECK(state(hours, tokyo(11, 23, 15)) == State::open);   // 勤労感謝の日
    CHECK(state(hours, tokyo(9, 22, 25)) == State::closed);  // both 祝日 and 祝前日: 祝日 wins
    CHECK(closed_on(hours, 1, 2));
    CHECK(state(hours, tokyo(12, 31, 25)) == State::open);
    CHECK(hours.status(tokyo(12, 31, 18))->reason.label == "年越し営業");
}

TEST_CASE("what restaurants differ in is a choice") {
    Rules rules{{on(every_day, dinner), {{OnHolidayEves{}}, late, ""}, {{OnHolidays{}}, afternoon, ""}}, {}, {}};
    rules.choices.holiday_and_eve = HolidayAndEve::eve_rule;
    rules.choices.sunday_eve = WeekendEve::does_not_count;
    const auto hours = compiled(rules);
    CHECK(state(hours, tokyo(9, 22, 25)) == State::open);     // 祝日 and 祝前日: now the eve
    CHECK(state(hours, tokyo(11, 22, 25)) == State::closed);  // a Sunday eve no longer counts
}

TEST_CASE("a regular closing on a 祝日 stays, is dropped, or moves") {
    // 2026-11-23 is a Monday and 勤労感謝の日.
    CHECK(closed_on(compiled(closed_on_monday(Displacement::stays)), 11, 23));

    const auto dropped = compiled(closed_on_monday(Displacement::dropped));
    CHECK_FALSE(closed_on(dropped, 11, 23));
    CHECK_FALSE(closed_on(dropped, 11, 24));
    CHECK(closed_on(dropped, 11, 30));

    CHECK(closed_on(compiled(closed_on_monday(Displacement::next_day)), 11, 24));
    CHECK(closed_on(compiled(closed_on_monday(Displacement::next_business_day)), 11, 24));
    CHECK(closed_on(compiled(closed_on_monday(Displacement::previous_day)), 11, 22));
    CHECK(closed_on(compiled(closed_on_monday(DisplacedToWeekday{date::Thursday})), 11, 26));
    const auto named = compiled(closed_on_monday(DisplacedToWeekday{date::Tuesday, IfHolidayToo::stays}));
    CHECK(closed_on(named, 5, 5));
    CHECK_FALSE(closed_on(named, 5, 7));
}

TEST_CASE("a closing moves on through consecutive holidays") {
    // May 2026: Sunday 3, Monday 4, Tuesday 5 and (振替休日) Wednesday 6 are holidays.
    const auto hours = compiled(closed_on_monday(Displacement::next_day));
    CHECK_FALSE(closed_on(hours, 5, 4));
    CHECK_FALSE(closed_on(hours, 5, 6));
    CHECK(closed_on(hours, 5, 7));

    const auto status = *hours.status(tokyo(5, 7, 18));
    CHECK(status.reason.cause == Cause::moved_closing);
    CHECK(status.reason.holiday == "みどりの日");
    CHECK(status.reason.moved_from == make_date(2026, 5, 4));
}

TEST_CASE("翌日 that is a 祝日 itself may be meant, or the first day after it that is none") {
    const auto hours = compiled(closed_on_monday(Displacement::day_after));
    CHECK(closed_on(hours, 11, 24));
    CHECK_FALSE(closed_on(hours, 11, 23));
    const auto on = [&](int day) { return state(hours, tokyo(5, day, 18)); };
    CHECK(on(4) == State::open);
    CHECK(on(5) == State::unknown);
    CHECK(on(6) == State::open);
    CHECK(on(7) == State::unknown);

    auto rules = closed_on_monday(Displacement::day_after);
    rules.closings.push_back({{OnWeekdays{{tuesday}}}, Displacement::stays, {}, ""});
    CHECK(closed_on(compiled(rules), 5, 5));
    CHECK(closed_on(compiled(rules), 5, 7));
}

TEST_CASE("a closing never moves onto a day already closed") {
    auto rules = closed_on_monday(Displacement::next_day);
    rules.closings.push_back({{OnWeekdays{{tuesday}}}, Displacement::next_day, {}, ""});
    CHECK(closed_on(compiled(rules), 11, 24));
    CHECK(closed_on(compiled(rules), 11, 25));
    CHECK_FALSE(closed_on(compiled(rules), 11, 26));

    auto saturday_rules = closed_on_monday(Displacement::next_weekday);
    saturday_rules.closings[0].when = {
        OnWeekdays{{thursday}}};  // 2026-02-11 and 04-29 are Wednesdays, 2027-02-11 is not
    const auto hours = compiled(saturday_rules);
    CHECK(hours.openings_on(make_date(2027, 2, 12))->empty());
}

TEST_CASE("a closing of which nobody can say leaves the day unknown, never guessed") {
    auto irregular = closed_on_monday(Displacement::stays);
    irregular.closings[0].effect = ClosingEffect::may_close;
    irregular.closings[0].label = "不定休";
    const auto hours = compiled(irregular);
    CHECK(state(hours, tokyo(11, 30, 18)) == State::unknown);
    CHECK(state(hours, tokyo(12, 1, 18)) == State::open);
    const auto status = *hours.status(tokyo(11, 30, 18));
    CHECK(status.reason.cause == Cause::closing);
    CHECK(status.reason.label == "不定休");
    CHECK(explain(hours, make_date(2026, 11, 30))->closings[0].fate == ClosingFate::may_close);

    const auto states_around_holiday = [](Displacement displacement) {
        const auto moved = compiled(closed_on_monday(displacement));
        std::vector<State> states;
        for (int day = 21; day <= 29; ++day) states.push_back(state(moved, tokyo(11, day, 18)));
        return states;
    };
    using enum State;  // Saturday 21, Sunday 22, Monday 23 (a 祝日), ...
    CHECK(states_around_holiday(Displacement::previous_or_next_day) ==
          std::vector{open, unknown, open, unknown, open, open, open, open, open});
    CHECK(states_around_holiday(Displacement::some_following_day) ==
          std::vector{open, open, open, unknown, unknown, unknown, unknown, unknown, unknown});
    CHECK(states_around_holiday(Displacement::unknown) ==
          std::vector{open, open, unknown, open, open, open, open, open, open});
}

TEST_CASE("昼のみ休み closes one service and leaves the other") {
    const Open both{{service("lunch", 11, 14), service("dinner", 17, 23)}};
    const Rules rules{{on(every_day, both)}, {{{OnWeekdays{{wednesday}}}, Displacement::stays, {"lunch"}, ""}}, {}};
    const auto hours = compiled(rules);
    const auto openings = *hours.openings_on(make_date(2026, 11, 25));
    REQUIRE(openings.size() == 1);
    CHECK(openings[0].service->name == "dinner");
}

TEST_CASE("不定休 is unknown, never guessed") {
    const Rules rules{{
                          on({monday, tuesday, wednesday, thursday}, dinner),
                          on({friday}, Unknown{{service("dinner", 17, 23)}}),
                          on({saturday}, Unknown{}),
                      },
                      {},
                      {}};
    const auto hours = compiled(rules);
    CHECK(state(hours, tokyo(11, 27, 18)) == State::unknown);
    CHECK(state(hours, tokyo(11, 27, 12)) == State::closed);
    CHECK(state(hours, tokyo(11, 28, 3)) == State::unknown);
    CHECK(state(hours, tokyo(11, 29, 18)) == State::closed);

    const auto friday_noon = *hours.status(tokyo(11, 27, 12));
    CHECK(friday_noon.next_unknown == tokyo(11, 27, 17));
    CHECK(friday_noon.next_opening == tokyo(11, 30, 17));
}

TEST_CASE("隔週, 奇数月, 4のつく日: patterns of the calendar") {
    const Rules rules{
        {
            on(every_day, dinner),
            {{AllOf{{{EveryNWeeks{2, make_date(2026, 11, 2)}}, {OnWeekdays{{monday}}}}}}, Closed{}, ""},
            {{OnDaysOfMonth{{4, 14, 24}}}, Closed{}, ""},
            {{AllOf{{{InMonths{{1, 3, 5, 7, 9, 11}}}, {OnNthWeekdays{{last_ordinal}, {wednesday}}}}}}, Closed{}, ""},
        },
        {},
        {}};
    const auto hours = compiled(rules);
    CHECK(closed_on(hours, 11, 16));
    CHECK_FALSE(closed_on(hours, 11, 23));
    CHECK(closed_on(hours, 11, 30));
    CHECK(closed_on(hours, 11, 24));
    CHECK(closed_on(hours, 11, 25));
    CHECK_FALSE(closed_on(hours, 10, 28));
}

TEST_CASE("土日祝 on a plain Saturday is only Saturday, so 祝前日 still beats it") {
    const When weekend_or_holiday{AnyOf{{{OnWeekdays{{saturday, sunday}}}, {OnHolidays{}}}}};
    const Rules rules{
        {{{EveryDay{}}, dinner, ""}, {weekend_or_holiday, afternoon, ""}, {{OnHolidayEves{}}, late, ""}}, {}, {}};
    const auto hours = compiled(rules);
    CHECK(state(hours, tokyo(11, 22, 25)) == State::open);
    CHECK(state(hours, tokyo(11, 22, 16)) == State::closed);
    CHECK(state(hours, tokyo(11, 21, 16)) == State::open);
    CHECK(state(hours, tokyo(11, 23, 16)) == State::open);
}

TEST_CASE("open day and night has no closing time") {
    const auto hours = compiled({{{{EveryDay{}}, Open{{service("", 0, 24)}}, ""}}, {}, {}});
    const auto status = *hours.status(tokyo(11, 23, 0));
    CHECK(status.state == State::open);
    CHECK_FALSE(status.closes_at);
    CHECK_FALSE(status.next_opening);
    CHECK(*hours.next_change(tokyo(11, 23, 0)) == std::nullopt);
}

TEST_CASE("open day and night in two services has no closing time either") {
    const auto hours = compiled({{on(every_day, Open{{service("day", 6, 18), service("night", 18, 30)}})}, {}, {}});
    const auto status = *hours.status(tokyo(11, 27, 12));
    CHECK(status.state == State::open);
    CHECK(!status.closes_at);
    CHECK(!status.next_opening);
}

TEST_CASE("the next certain opening is found beyond months of days that nobody knows") {
    Rules rules{{on(every_day, dinner)}, {{{OnWeekdays{every_day}}, Displacement::stays, {}, "不定休"}}, {}};
    rules.closings.front().effect = ClosingEffect::may_close;
    const auto never = *compiled(rules).status(tokyo(1, 10, 12));
    CHECK(never.next_unknown == tokyo(1, 10, 17));
    CHECK(!never.next_opening);

    rules.rules.push_back({{OnDates{{make_date(2026, 11, 27)}}}, afternoon, "創業祭"});
    const auto hours = compiled(rules);
    for (const auto at : {tokyo(1, 10, 12), tokyo(1, 10, 18), tokyo(11, 26, 23), tokyo(11, 27, 14)}) {
        CHECK(*hours.next_opening(at) == tokyo(11, 27, 15));
        CHECK(hours.status(at)->next_opening == tokyo(11, 27, 15));
    }
    CHECK(!*hours.next_opening(tokyo(11, 27, 16)));
}

TEST_CASE("many instants at once get the answers that each gets alone") {
    const TimeZone changing{
        "Test/City",
        1h,
        {{Instant{} + 2h + std::chrono::hours{24 * 20540}, 2h}, {Instant{} + 3h + std::chrono::hours{24 * 20700}, 1h}}};
    for (const auto& zone : {TimeZone::tokyo(), changing}) {
        const auto hours =
            compiled({{on({monday, friday}, late), on({saturday}, Open{{service("", 1, 3)}})}, {}, {}}, zone);
        std::vector<Instant> instants;
        for (int i = 0; i < 60'000; ++i) instants.push_back(Instant{} + 24h * 20530 + 17min * (i * 7 % 60'000));
        std::vector<State> states(instants.size());
        REQUIRE(hours.states(instants, states));
        for (std::size_t i = 0; i < instants.size(); ++i) REQUIRE(states[i] == state(hours, instants[i]));
        for (const auto beyond : {Instant::min(), Instant::max(), tokyo(11, 27, 0) + 24h * 9000}) {
            instants.back() = beyond;
            CHECK(hours.states(instants, states).error().code == ErrorCode::beyond_horizon);
        }
    }
}

TEST_CASE("beyond the horizon hours say so") {
    const auto hours = Hours::compile({{on(every_day, dinner)}, {}, {}}, HolidayCalendar::japan(), TimeZone::tokyo(),
                                      {make_date(2026, 11, 1), make_date(2026, 11, 30)});
    REQUIRE(hours);
    CHECK(hours->is_open(tokyo(11, 30, 22)) == Expected<bool>{true});
    CHECK(hours->status(tokyo(12, 1, 0)).error().code == ErrorCode::beyond_horizon);
    CHECK(hours->status(tokyo(11, 1, 0) - 1ms).error().code == ErrorCode::beyond_horizon);
    CHECK(hours->status(tokyo(11, 30, 23))->next_opening == tokyo(12, 1, 17));
}

TEST_CASE("rules that can't be meant don't compile, and every reason is given") {
    Rules rules{
        {on(every_day, Open{{service("lunch", 11, 15), service("tea", 14, 13)}}), on({monday}, Open{})}, {}, {}};
    const auto hours = Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE_FALSE(hours);
    REQUIRE(hours.error().size() == 3);
    CHECK(hours.error()[0].code == ErrorCode::never_ends);
    CHECK(to_string(hours.error()[0].where) == "/rules/0/services/1");
    CHECK(hours.error()[1].code == ErrorCode::overlap);
    CHECK(to_string(hours.error()[2].where) == "/rules/1/services");
}

TEST_CASE("an opening through a clock change: none is cut, none is counted twice") {
    const TimeZone new_york{"America/New_York",
                            -5h,
                            {{Instant{make_date(2026, 3, 8).time_since_epoch() + 7h}, -4h},
                             {Instant{make_date(2026, 11, 1).time_since_epoch() + 6h}, -5h}}};
    const auto hours = compiled({{on(every_day, Open{{{"bar", clock(18), clock(25, 30), {}}}})}, {}, {}}, new_york);
    // On November 1 the clock reads 1:00 to 1:59 twice; the bar closes at the second 1:30.
    const Instant second_half_past_one{make_date(2026, 11, 1).time_since_epoch() + 6h + 30min};
    CHECK(state(hours, second_half_past_one - 1ms) == State::open);
    CHECK(state(hours, second_half_past_one - 1h + 1min) == State::open);
    CHECK(state(hours, second_half_past_one) == State::closed);
}

TEST_CASE("explain names every rule that spoke, the one that won, and what became of the closing") {
    auto rules = closed_on_monday(Displacement::next_day);
    rules.rules.push_back({{OnHolidays{}}, afternoon, "祝日営業"});
    const auto hours = compiled(rules);

    const auto holiday = *explain(hours, make_date(2026, 11, 23));
    CHECK(holiday.holiday == "勤労感謝の日");
    REQUIRE(holiday.rules.size() == 2);
    CHECK(holiday.winner == 1);
    REQUIRE(holiday.closings.size() == 1);
    CHECK(holiday.closings[0].fate == ClosingFate::moved_away);
    CHECK(holiday.closings[0].other == make_date(2026, 11, 24));

    const auto tuesday_after = *explain(hours, make_date(2026, 11, 24));
    CHECK(tuesday_after.day_after == "勤労感謝の日");
    CHECK(tuesday_after.closings[0].fate == ClosingFate::moved_here);
    CHECK(tuesday_after.openings.empty());
    CHECK_FALSE(tuesday_after.projected);
}

TEST_CASE("a closing of services that a day does not have closes nothing") {
    Rules rules{{on({monday}, Open{{service("dinner", 17, 22)}}), on(every_day, Open{{service("lunch", 11, 14)}})},
                {{{EveryDay{}}, Displacement::stays, {"lunch"}}},
                {}};
    const auto hours = compiled(rules);
    CHECK(explain(hours, make_date(2026, 11, 30))->closings.empty());
    REQUIRE(explain(hours, make_date(2026, 12, 1))->closings.size() == 1);
    CHECK(explain(hours, make_date(2026, 12, 1))->closings[0].fate == ClosingFate::closes);
}

TEST_CASE("intervals list every opening, cut to the time asked for") {
    const auto hours = compiled({{on(every_day, late)}, {}, {}});
    const auto openings = *hours.intervals(tokyo(11, 24, 1), tokyo(11, 24, 20));
    REQUIRE(openings.size() == 2);
    CHECK(openings[0].business_date == make_date(2026, 11, 23));
    CHECK(openings[0].begins == tokyo(11, 24, 1));
    CHECK(openings[0].ends == tokyo(11, 24, 2));
    CHECK(openings[1].begins == tokyo(11, 24, 17));
    CHECK(openings[1].ends == tokyo(11, 24, 20));
}

TEST_CASE("why a place is closed is a word to count by") {
    const Rules rules{{on(every_day, Open{{service("lunch", 11, 14), service("dinner", 17, 26)}})},
                      {{{OnWeekdays{{monday}}}, Displacement::stays, {}, "定休日"}},
                      {}};
    const auto hours = compiled(rules);
    const auto phase = [&](Instant instant) { return hours.status(instant)->phase; };
    CHECK(phase(tokyo(11, 25, 9)) == Phase::before_opening);
    CHECK(phase(tokyo(11, 25, 12)) == std::nullopt);
    CHECK(phase(tokyo(11, 25, 15)) == Phase::between_services);
    CHECK(phase(tokyo(11, 25, 25)) == std::nullopt);
    CHECK(phase(tokyo(11, 26, 3)) == Phase::before_opening);
    CHECK(phase(tokyo(11, 30, 12)) == Phase::closed_all_day);
    CHECK(phase(tokyo(11, 30, 3)) == Phase::closed_all_day);

    const auto early = compiled({{on(every_day, Open{{service("", 7, 14)}})}, {}, {}});
    CHECK(early.status(tokyo(11, 25, 14))->phase == Phase::after_closing);
    CHECK(early.status(tokyo(11, 25, 23))->phase == Phase::after_closing);
    CHECK(to_string(Phase::between_services) == "between_services");
}

TEST_CASE("what holds at a fraction of a millisecond has held since that millisecond began") {
    using Moment = date::sys_time<std::chrono::duration<double, std::milli>>;
    const auto hours = compiled({{on(every_day, dinner)}, {}, {}});
    const auto told = [&](double milliseconds) {
        auto found = State::unknown;
        const auto asked = hours.each_state(
            1, [&](std::size_t) { return Moment{Moment::duration{milliseconds}}; },
            [&](std::size_t, State state) { found = state; });
        return asked.has_value() ? Expected<State>{found} : Expected<State>{Unexpected{asked.error()}};
    };
    const auto opens = static_cast<double>(tokyo(11, 25, 17).time_since_epoch().count());
    CHECK(*told(opens - 0.25) == State::closed);
    CHECK(*told(opens) == State::open);
    CHECK(*told(opens + 0.25) == State::open);
    for (int i = 0; i < 20'000; ++i) {
        const auto at = tokyo(11, 25, 0) + 61'001ms * i;
        REQUIRE(*told(static_cast<double>(at.time_since_epoch().count()) + 0.5) == state(hours, at));
    }
    constexpr auto endless = std::numeric_limits<double>::infinity();
    for (const auto none : {std::numeric_limits<double>::quiet_NaN(), endless, -endless, 1e300, -1e300}) {
        CHECK(told(none).error().code == ErrorCode::beyond_horizon);
    }
}

TEST_CASE("of many instants the one that is wrong is told") {
    const auto hours = compiled({{on(every_day, dinner)}, {}, {}});
    const std::vector<Instant> instants{tokyo(11, 25, 18), tokyo(11, 25, 9), Instant{}};
    std::vector<State> states(instants.size());
    const auto asked = hours.states(instants, states);
    REQUIRE_FALSE(asked.has_value());
    CHECK(asked.error().code == ErrorCode::beyond_horizon);
    CHECK(to_string(asked.error().where) == "/2");
}

}  // namespace hours_test
