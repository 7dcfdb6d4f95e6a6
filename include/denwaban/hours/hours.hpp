#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/hours/day_table.hpp>
#include <denwaban/hours/reason.hpp>
#include <denwaban/hours/rules.hpp>
#include <denwaban/hours/validate.hpp>

namespace denwaban {

/// The business dates that compiled hours can speak of, both included.
struct Horizon {
    Date first;
    Date last;

    /// 2015 to 2039: wide enough for records of the past and bookings to come. Compile less to spend less.
    [[nodiscard]] static constexpr Horizon standard() noexcept {
        return {make_date(2015, 1, 1), make_date(2039, 12, 31)};
    }
    friend constexpr bool operator==(const Horizon&, const Horizon&) = default;
};

/// Last orders of a service as instants.
struct LastOrderTimes {
    std::optional<Instant> food;
    std::optional<Instant> drink;
    std::optional<Instant> entry;

    /// The one that a caller asks about: food, else drink, else entry.
    [[nodiscard]] constexpr std::optional<Instant> main() const noexcept {
        if (food) return food;
        return drink ? drink : entry;
    }
    friend constexpr bool operator==(const LastOrderTimes&, const LastOrderTimes&) = default;
};

/// What holds at an instant. Texts and `service` belong to the `Hours` that gave them.
struct Status {
    State state = State::closed;
    Date business_date;                   ///< the opening's own; while closed, the local date
    const Service* service = nullptr;     ///< the service under way, if the state is not closed and it is known
    LastOrderTimes last_orders;           ///< of that service
    std::optional<Instant> closes_at;     ///< while open: when it stops being open; nothing if not within the horizon
    std::optional<Instant> next_opening;  ///< the next time it opens for certain, after being closed or unknown
    std::optional<Instant> next_unknown;  ///< a time before that from which it may be open
    Reason reason;
    std::optional<Phase> phase{};  ///< while closed: a word to count by
};

/// A stretch of one service on one business date; the last of a restaurant's words for a whole unknown day has none.
struct Opening {
    State state;  ///< open or unknown
    Instant begins;
    Instant ends;
    Date business_date;
    const Service* service;
};

/// A restaurant's hours, compiled: immutable, its copies share one table, safe to ask from many threads at once.
///
/// No question allocates, but for those that return a vector. Questions beyond the horizon are answered by the error
/// `beyond_horizon`. Where openings of two business dates overlap, the earlier date's holds until it ends.
class Hours {
public:
    /// Decides every day of `horizon`. Errors: everything `validate` finds, and `out_of_range` for a horizon that ends
    /// before it begins or leaves the calendar. Cost: some 20 ns a day and rule.
    [[nodiscard]] static Expected<Hours, Errors> compile(Rules rules, HolidayCalendar calendar, TimeZone zone,
                                                         Horizon horizon = Horizon::standard());

    /// Cost: O(1), a few nanoseconds.
    [[nodiscard]] Expected<State> state(Instant instant) const {
        if (!covers(instant)) return Unexpected{beyond_horizon()};
        return state_at(instant);
    }
    /// Open for certain. Cost: O(1), a few nanoseconds.
    [[nodiscard]] Expected<bool> is_open(Instant instant) const {
        if (!covers(instant)) return Unexpected{beyond_horizon()};
        return state_at(instant) == State::open;
    }
    /// One state for each of `instants`, in their order; an error says at which place (`/3`). Precondition: `states` is
    /// as long as `instants`.
    [[nodiscard]] Expected<std::monostate> states(std::span<const Instant> instants, std::span<State> states) const {
        return each_state(
            instants.size(), [&](std::size_t i) { return instants[i]; },
            [&](std::size_t i, State state) { states[i] = state; });
    }
    /// The same, wherever they lie: calls `put(i, state)` with the state at `instant(i)`, a time point of milliseconds,
    /// whole or fractional, for each `i` below `count`.
    /// Cost: one to three nanoseconds each.
    template <class InstantOf, class Put>
    [[nodiscard]] Expected<std::monostate> each_state(std::size_t count, InstantOf&& instant, Put&& put) const;

    /// Everything at once. Cost: O(1), below 100 ns.
    [[nodiscard]] Expected<Status> status(Instant instant) const;

    /// When the state next becomes another; nothing if it does not by the day after the horizon.
    [[nodiscard]] Expected<std::optional<Instant>> next_change(Instant instant) const;
    /// When it next opens for certain, not counting an opening under way; nothing if not by the day after the horizon.
    [[nodiscard]] Expected<std::optional<Instant>> next_opening(Instant instant) const;

    /// Every stretch of being open or unknown between two instants, in order, cut to fit. Cost: O(days).
    [[nodiscard]] Expected<std::vector<Opening>> intervals(Instant from, Instant until) const;

    /// The openings of one business date as the rules give them, each whole, some possibly past midnight.
    [[nodiscard]] Expected<std::vector<Opening>> openings_on(Date date) const;

    /// As they were compiled.
    [[nodiscard]] const Rules& rules() const noexcept { return table_->rules; }
    /// Whose 祝日 were meant.
    [[nodiscard]] const HolidayCalendar& calendar() const noexcept { return table_->calendar; }
    /// On whose clocks the rules are read.
    [[nodiscard]] const TimeZone& zone() const noexcept { return table_->zone; }
    /// The dates that questions may be about.
    [[nodiscard]] const Horizon& horizon() const noexcept { return table_->horizon; }

    /// The reason for a business date within the horizon. Cost: O(closings moved).
    [[nodiscard]] Expected<Reason> reason(Date date) const;
    /// About how much the table takes up that copies share.
    [[nodiscard]] std::size_t bytes() const noexcept {
        const auto& days = table_->days;
        constexpr auto a_day = 3 * sizeof(std::uint16_t) + sizeof(std::uint32_t);
        return sizeof(Table) + days.plan_of_day.size() * a_day + days.plans.size() * sizeof(detail::DayPlan) +
               days.states.size() * sizeof(detail::MinuteStates) + days.moved.size() * sizeof(MovedClosing);
    }
    /// Every regular closing that met a 祝日 on or around the horizon.
    [[nodiscard]] const std::vector<MovedClosing>& moved_closings() const noexcept { return table_->days.moved; }

private:
    struct Table {
        Rules rules;
        HolidayCalendar calendar;
        TimeZone zone;
        Horizon horizon;
        detail::DayTable days;
        Instant begins;
        Instant ends;           ///< of the horizon
        Instant decided_until;  ///< a day later, so that its last night is told whole
    };
    /// A span of a business date, by its place among the days of the table.
    struct Place {
        std::ptrdiff_t day;
        const detail::Span* span;
        friend bool operator==(const Place&, const Place&) = default;
    };

    explicit Hours(std::shared_ptr<const Table> table) : table_(std::move(table)) {}

    [[nodiscard]] static Error beyond_horizon(Where where = {}) {
        return {ErrorCode::beyond_horizon, "not within the dates that these hours were compiled for", std::move(where)};
    }
    template <class Moment>
    [[nodiscard]] bool covers(Moment moment) const noexcept {
        return table_->begins <= moment && moment < table_->ends;
    }

    [[nodiscard]] const detail::DayPlan& plan(std::ptrdiff_t day) const noexcept {
        const auto& days = table_->days;
        return days.plans[days.plan_of_day[static_cast<std::size_t>(day)]];
    }
    [[nodiscard]] std::ptrdiff_t day_count() const noexcept {
        return static_cast<std::ptrdiff_t>(table_->days.plan_of_day.size());
    }
    [[nodiscard]] LocalTime midnight(std::ptrdiff_t day) const noexcept {
        return LocalTime{table_->days.first + date::days{day}};
    }
    [[nodiscard]] std::ptrdiff_t day_of(LocalTime local) const noexcept {
        return (date::floor<date::days>(local) - table_->days.first).count();
    }
    [[nodiscard]] Instant begin_of(std::ptrdiff_t day, const detail::Span& span) const noexcept {
        return table_->zone.first_at_or_after(midnight(day) + std::chrono::minutes{span.begin});
    }
    [[nodiscard]] Instant end_of(std::ptrdiff_t day, const detail::Span& span) const noexcept {
        return table_->zone.after_last_before(midnight(day) + std::chrono::minutes{span.end});
    }

    [[nodiscard]] std::optional<Place> place_at(Instant instant) const noexcept;
    [[nodiscard]] State state_at(Instant instant) const noexcept {
        const auto reading = table_->zone.reading(instant);
        const auto today = day_of(reading.latest);
        if (reading.earliest != reading.latest || today < 0 || today >= day_count()) return state_of(place_at(instant));
        return minutes(today)[static_cast<std::size_t>((reading.latest - midnight(today)) / std::chrono::minutes{1})];
    }
    [[nodiscard]] const detail::MinuteStates& minutes(std::ptrdiff_t day) const noexcept {
        const auto& days = table_->days;
        return days.states[days.states_of_day[static_cast<std::size_t>(day)]];
    }
    [[nodiscard]] static State state_of(const std::optional<Place>& place) noexcept {
        return place ? place->span->state : State::closed;
    }
    [[nodiscard]] std::optional<Instant> next_boundary(Instant instant) const noexcept;
    [[nodiscard]] std::optional<Instant> end_of_state(Instant instant, State state) const noexcept;
    [[nodiscard]] std::ptrdiff_t run_at(std::ptrdiff_t day) const noexcept {
        if (day < 0 || day >= day_count()) return 0;
        return table_->days.run_of_day[static_cast<std::size_t>(day)];
    }

    [[nodiscard]] Expected<Status> status_within(Instant instant) const;

    struct NextOpening {
        std::optional<Instant> certain;
        std::optional<Instant> unknown;
    };
    /// `instant`, or the beginning of a later day, if up to there no day has a certain opening; nothing if none has.
    [[nodiscard]] std::optional<Instant> certain_from(Instant instant) const noexcept {
        const auto today = day_of(table_->zone.local_time(instant));
        if (today < 0 || today >= day_count()) return instant;
        const auto day = today + table_->days.days_to_certain[static_cast<std::size_t>(today)];
        if (day == day_count()) return std::nullopt;
        return std::max(instant, day == today ? instant : table_->zone.first_at_or_after(midnight(day)));
    }
    /// Of an instant at which all is closed.
    [[nodiscard]] Phase phase_at(Instant instant, std::ptrdiff_t day) const noexcept;
    [[nodiscard]] NextOpening opening_after(Instant instant, State state, std::optional<Instant> ends) const noexcept;
    [[nodiscard]] const Service* service_at(const Place& place) const noexcept;
    [[nodiscard]] LastOrderTimes last_orders_at(const Place& place, const Service& service) const noexcept;
    [[nodiscard]] Reason reason_of(std::ptrdiff_t day) const noexcept;

    std::shared_ptr<const Table> table_;
};

inline Expected<Hours, Errors> Hours::compile(Rules rules, HolidayCalendar calendar, TimeZone zone, Horizon horizon) {
    auto errors = validate(rules);
    const auto margin = detail::displacement_margin + date::days{2};
    if (horizon.last < horizon.first) {
        errors.push_back({ErrorCode::out_of_range, "the horizon ends before it begins", {}});
    } else if (horizon.first - margin < calendar.first_date() || horizon.last + margin > calendar.last_date()) {
        errors.push_back({ErrorCode::out_of_range, "the horizon leaves the years that the calendar knows", {}});
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};

    const auto begins = zone.first_at_or_after(LocalTime{horizon.first});
    const auto ends = zone.after_last_before(LocalTime{horizon.last + date::days{1}});
    const auto decided_until = zone.after_last_before(LocalTime{horizon.last + date::days{2}});
    auto days =
        detail::DayTableBuilder{rules, calendar, horizon.first - date::days{1}, horizon.last + date::days{1}}.build();
    return Hours{std::make_shared<const Table>(Table{std::move(rules), std::move(calendar), std::move(zone), horizon,
                                                     std::move(days), begins, ends, decided_until})};
}

inline std::optional<Hours::Place> Hours::place_at(Instant instant) const noexcept {
    const auto reading = table_->zone.reading(instant);
    const auto today = day_of(reading.earliest);
    const auto last = std::min(day_of(reading.latest), day_count() - 1);
    for (auto day = std::max<std::ptrdiff_t>(today - 1, 0); day <= last; ++day) {
        const auto since_midnight = reading.latest - midnight(day);
        const auto until_then = reading.earliest - midnight(day);
        for (const auto& span : plan(day).spans) {
            if (std::chrono::minutes{span.begin} <= since_midnight && until_then < std::chrono::minutes{span.end}) {
                return Place{day, &span};
            }
        }
    }
    return std::nullopt;
}

/// Reckons from the midnight before a stretch of the zone in which no time comes twice; of whole numbers in unsigned
/// ones, where what lies before the stretch is far behind it.
template <class InstantOf, class Put>
Expected<std::monostate> Hours::each_state(std::size_t count, InstantOf&& instant, Put&& put) const {
    using Count = decltype(instant(count).time_since_epoch().count());
    using Elapsed = std::conditional_t<std::is_floating_point_v<Count>, Count, std::uint64_t>;
    constexpr std::uint64_t minute = 60'000;
    constexpr std::uint32_t minutes_a_day = 24 * 60;
    // Whoever puts bytes may overwrite anything, as far as a compiler knows: these need not be read again.
    const auto* const states_of_day = table_->days.states_of_day.data();
    const auto* const states = table_->days.states.data();
    constexpr auto is_below = [](Elapsed elapsed, Elapsed end) {
        if constexpr (std::is_floating_point_v<Elapsed>) return 0 <= elapsed && elapsed < end;
        return elapsed < end;
    };
    Elapsed from{};
    Elapsed length{};
    std::uint64_t since_first = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto moment = instant(i);
        const auto within = [&] { return static_cast<Elapsed>(moment.time_since_epoch().count()) - from; };
        if (!is_below(within(), length)) {
            if (!covers(moment)) return Unexpected{beyond_horizon(JsonPointer{"/" + std::to_string(i)})};
            const auto at = date::floor<Instant::duration>(moment);
            const auto stretch = table_->zone.stretch_at(at);
            if (!stretch.contains(at)) {
                put(i, state_at(at));
                continue;
            }
            const auto begins = std::max(stretch.from, table_->begins);
            from = static_cast<Elapsed>(begins.time_since_epoch().count());
            length = static_cast<Elapsed>((std::min(stretch.until, table_->ends) - begins).count());
            since_first = static_cast<std::uint64_t>(
                (LocalTime{begins.time_since_epoch() + stretch.offset} - midnight(0)).count());
        }
        const auto since = static_cast<std::uint64_t>(static_cast<std::int64_t>(within())) + since_first;
        const auto minutes = static_cast<std::uint32_t>(since / minute);
        const auto day = minutes / minutes_a_day;
        put(i, states[states_of_day[day]][minutes - day * minutes_a_day]);
    }
    return std::monostate{};
}

/// The first instant after `instant` at which any opening begins or ends.
inline std::optional<Instant> Hours::next_boundary(Instant instant) const noexcept {
    std::optional<Instant> next;
    const auto consider = [&](Instant boundary) {
        if (boundary > instant && boundary < table_->decided_until && (!next || boundary < *next)) next = boundary;
    };
    const auto today = day_of(table_->zone.reading(instant).earliest);
    const bool still_yesterday = today > 0 && today <= day_count() && plan(today - 1).end() > 24 * 60;
    for (auto day = std::max<std::ptrdiff_t>(still_yesterday ? today - 1 : today, 0); day < day_count(); ++day) {
        const auto& spans = plan(day).spans;
        if (spans.empty()) {
            day += std::max<std::ptrdiff_t>(run_at(day) - 1, 0);
        }
        for (const auto& span : spans) {
            consider(begin_of(day, span));
            consider(end_of(day, span));
        }
        if (next && *next <= table_->zone.first_at_or_after(midnight(day + 1))) return next;
    }
    return next;
}

/// When `state`, which holds at `instant`, gives way to another.
inline std::optional<Instant> Hours::end_of_state(Instant instant, State state) const noexcept {
    auto boundary = next_boundary(instant);
    while (boundary && state_at(*boundary) == state) {
        const auto day = day_of(table_->zone.local_time(*boundary));
        const auto run = run_at(day);
        if (state != State::closed && run > 1 && !plan(day).spans.empty()) {
            const auto last_day = table_->zone.first_at_or_after(midnight(day + run - 1));
            boundary = next_boundary(std::max(last_day, *boundary));
        } else {
            boundary = next_boundary(*boundary);
        }
    }
    return boundary;
}

inline Expected<std::optional<Instant>> Hours::next_change(Instant instant) const {
    if (!covers(instant)) return Unexpected{beyond_horizon()};
    return end_of_state(instant, state_at(instant));
}

/// Where `state`, holding at `instant` until `ends`, is followed by an opening. Once it is known from when on it may be
/// open, days without a certain opening are passed over.
inline Hours::NextOpening Hours::opening_after(Instant instant, State state,
                                               std::optional<Instant> ends) const noexcept {
    NextOpening next;
    if (state == State::unknown) next.unknown = instant;
    while (ends) {
        const auto following = state_at(*ends);
        if (following == State::open) {
            next.certain = ends;
            break;
        }
        if (following == State::unknown && !next.unknown) next.unknown = ends;
        const auto nearer = next.unknown ? certain_from(*ends) : ends;
        ends = nearer == ends ? end_of_state(*ends, following) : nearer;
    }
    return next;
}

inline Expected<std::optional<Instant>> Hours::next_opening(Instant instant) const {
    if (!covers(instant)) return Unexpected{beyond_horizon()};
    const auto state = state_at(instant);
    return opening_after(instant, state, end_of_state(instant, state)).certain;
}

inline Phase Hours::phase_at(Instant instant, std::ptrdiff_t day) const noexcept {
    if (day < 0 || day >= day_count() || plan(day).spans.empty()) return Phase::closed_all_day;
    bool some_are_over = false, some_are_to_come = false;
    for (const auto& span : plan(day).spans) (begin_of(day, span) > instant ? some_are_to_come : some_are_over) = true;
    if (!some_are_to_come) return Phase::after_closing;
    return some_are_over ? Phase::between_services : Phase::before_opening;
}

inline const Service* Hours::service_at(const Place& place) const noexcept {
    if (place.span->service == detail::no_service) return nullptr;
    const auto& outcome = table_->rules.rules[plan(place.day).verdict.rule].then;
    const auto* open = std::get_if<Open>(&outcome);
    const auto& services = open != nullptr ? open->services : std::get_if<Unknown>(&outcome)->services;
    return &services[place.span->service];
}

inline LastOrderTimes Hours::last_orders_at(const Place& place, const Service& service) const noexcept {
    const auto instant = [&](std::optional<MinuteOfDay> minute) -> std::optional<Instant> {
        if (!minute) return std::nullopt;
        return table_->zone.after_last_before(midnight(place.day) + std::chrono::minutes{minute->count()});
    };
    const auto& orders = service.last_orders;
    return {instant(orders.food), instant(orders.drink), instant(orders.entry)};
}

inline Expected<Status> Hours::status(Instant instant) const {
    if (!covers(instant)) return Unexpected{beyond_horizon()};
    return status_within(instant);
}

/// Filled where it is returned: copying a status takes as long as finding it.
inline Expected<Status> Hours::status_within(Instant instant) const {
    Expected<Status> answer{std::in_place};
    auto& status = *answer;
    const auto place = place_at(instant);
    const auto day = place ? place->day : day_of(table_->zone.local_time(instant));
    status.state = state_of(place);
    status.business_date = table_->days.first + date::days{day};
    status.reason = reason_of(day);
    if (place) status.service = service_at(*place);
    if (status.service != nullptr) status.last_orders = last_orders_at(*place, *status.service);

    if (status.state == State::closed) status.phase = phase_at(instant, day);
    const auto ends = end_of_state(instant, status.state);
    if (status.state == State::open) status.closes_at = ends;
    const auto next = opening_after(instant, status.state, ends);
    status.next_opening = next.certain;
    status.next_unknown = next.unknown;
    return answer;
}

inline Expected<std::vector<Opening>> Hours::intervals(Instant from, Instant until) const {
    if (!covers(from) || until > table_->ends) return Unexpected{beyond_horizon()};
    std::vector<Opening> openings;
    std::optional<Place> previous;
    for (auto begins = from; begins < until;) {
        const auto ends = std::min(next_boundary(begins).value_or(until), until);
        const auto place = place_at(begins);
        if (place && place == previous) {
            openings.back().ends = ends;
        } else if (place) {
            openings.push_back(
                {place->span->state, begins, ends, table_->days.first + date::days{place->day}, service_at(*place)});
        }
        previous = place;
        begins = ends;
    }
    return openings;
}

inline Expected<std::vector<Opening>> Hours::openings_on(Date date) const {
    if (date < table_->horizon.first || date > table_->horizon.last) return Unexpected{beyond_horizon()};
    const auto day = (date - table_->days.first).count();
    std::vector<Opening> openings;
    for (const auto& span : plan(day).spans) {
        openings.push_back({span.state, begin_of(day, span), end_of(day, span), date, service_at({day, &span})});
    }
    return openings;
}

inline Expected<Reason> Hours::reason(Date date) const {
    if (date < table_->horizon.first || date > table_->horizon.last) return Unexpected{beyond_horizon()};
    return reason_of((date - table_->days.first).count());
}

inline Reason Hours::reason_of(std::ptrdiff_t day) const noexcept {
    const auto date = table_->days.first + date::days{day};
    const auto& decided = plan(day);
    const auto name = [&](Date of) { return table_->calendar.name(of).value_or(std::string_view{}); };
    Reason reason{.date = date};
    if (decided.closed_by_closing || decided.unknown_by_closing) {
        const auto& verdict = decided.verdict;
        const auto closing = static_cast<std::size_t>(
            std::countr_zero(decided.closed_by_closing ? verdict.closings : verdict.may_close));
        reason.cause = Cause::closing;
        reason.label = table_->rules.closings[closing].label;
        for (const auto& moved : table_->days.moved) {
            if (moved.to != date || moved.closing != closing) continue;
            reason.cause = Cause::moved_closing;
            reason.moved_from = moved.from;
            reason.holiday = name(moved.from);
        }
        return reason;
    }
    if (decided.verdict.rule == detail::no_rule) return reason;
    reason.cause = cause_of(decided.verdict.precedence);
    reason.label = table_->rules.rules[decided.verdict.rule].label;
    if (reason.cause == Cause::holiday) reason.holiday = name(date);
    if (reason.cause == Cause::holiday_eve) reason.holiday = name(date + date::days{1});
    if (reason.cause == Cause::day_after_holiday) reason.holiday = name(date - date::days{1});
    return reason;
}

}  // namespace denwaban
