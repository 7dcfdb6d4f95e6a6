#include <algorithm>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/talk/hours_sentence.hpp>
#include <denwaban/zones.hpp>

#include "finding.hpp"
#include "ledger/errands/kept_book.hpp"
#include "read_back.hpp"

namespace denwaban::ledger {

namespace {

/// A closing can move into a day from as far as holidays in a row reach; the next opening may be a winter away.
[[nodiscard]] Expected<OpenedRestaurant, Errors> opened_for(Restaurant restaurant, TimeZone zone, Date date) {
    const Horizon around{date - date::days{31}, date + date::days{124}};
    return open_restaurant(std::move(restaurant), HolidayCalendar::japan(), std::move(zone), around);
}

/// What is wrong with a date alone has no place of its own.
[[nodiscard]] Errors at_date(Errors errors) {
    for (auto& one : errors) {
        if (to_string(one.where).empty()) one.where = JsonPointer{"/date"};
    }
    return errors;
}

[[nodiscard]] Expected<ToldHours, Errors> hours_of(const Hours& hours, std::optional<Date> asked, Instant instant) {
    const auto now = now_in(hours.zone(), instant);
    const auto status = hours.status(instant);
    const auto today = status ? status->business_date : date::floor<date::days>(now.local);
    ToldHours told;
    told.date = asked.value_or(today);
    const auto openings = hours.openings_on(told.date);
    if (!openings) return Unexpected{Errors{openings.error()}};
    for (const auto& one : *openings) {
        const bool is_known = one.state == State::open && one.service != nullptr;
        if (!is_known) told.day = State::unknown;
        if (is_known && told.day == State::closed) told.day = State::open;
        if (one.service != nullptr) told.services.push_back(*one.service);
    }
    if (status && told.date == today) told.now = status->state;
    told.words = words_of_hours(told, now);
    if (!asked && status) {
        // What has yet to open is told with its end, which the announcement leaves out.
        const bool is_to_come = std::any_of(openings->begin(), openings->end(), [&](const Opening& one) {
            return one.state == State::open && one.begins > instant;
        });
        const auto announced = announce(hours, *status, instant).text();
        told.words.japanese = is_to_come ? announced + told.words.japanese : announced;
    }
    return told;
}

}  // namespace

Decide<ToolAnswer> tell_hours(AskHours asked, const ToolAsker& asker) {
    return [asked, asker](const Readings& known) -> Verdict<ToolAnswer> {
        const auto home = keys::restaurant(asker.restaurant);
        if (auto more = missing(known, {home})) return *std::move(more);
        const auto* document = known.find(home);
        if (document == nullptr) return not_kept(asker.restaurant, "/restaurant");
        auto zone = zone_of(*document);
        if (!zone) return failed(std::move(zone));
        auto restaurant = kept(*document, kept_restaurant_from_json);
        if (!restaurant) return failed(std::move(restaurant));
        const auto date = asked.date.value_or(date::floor<date::days>(zone->local_time(asker.now)));
        const auto opened = opened_for(*std::move(restaurant), *std::move(zone), date);
        if (!opened) return asked.date ? at_date(opened.error()) : opened.error();
        auto told = hours_of(opened->hours, asked.date, asker.now);
        if (!told) return failed(std::move(told));
        return Told{tool_answer(*told)};
    };
}

Decide<ToolAnswer> tell_free_times(AskFreeTimes asked, const ToolAsker& asker) {
    if (auto errors = beyond_bounds(asker.bounds, asked.party); !errors.empty()) return refuse_tool(std::move(errors));
    const auto ask = [asked, asker](const DayBook& book, const std::vector<DayBook>&,
                                    const TimeZone& zone) -> Expected<detail::AnyAnswer, Errors> {
        const auto now = now_in(zone, asker.now);
        if (auto errors = beyond_bounds(asker.bounds, asked.date, now); !errors.empty()) {
            return Unexpected{std::move(errors)};
        }
        if (auto errors = past(asked.date, asked.until, now, "/until"); !errors.empty()) {
            return Unexpected{std::move(errors)};
        }
        AvailabilityQuestion question;
        question.wish.party = asked.party;
        question.wish.needs = asked.needs;
        question.wish.channel = channel_of(asker.actor);
        question.starts = {asked.from, asked.until};
        question.now = now;
        question.moves = SearchBudget{};
        const auto slots = availability(book, question);
        if (!slots) return Unexpected{slots.error()};
        ToldFreeTimes told;
        told.date = asked.date;
        for (const auto& slot : *slots) {
            if (slot.state == SlotState::free || slot.state == SlotState::if_others_move) {
                told.free.push_back(slot.begin);
            } else if (slot.state == SlotState::undecided) {
                told.undecided.push_back(slot.begin);
            }
        }
        return detail::AnyAnswer{std::make_shared<const ToldFreeTimes>(std::move(told))};
    };
    const auto when = [now = asker.now](const TimeZone&) -> Expected<Instant, Errors> { return now; };
    return [decide = detail::ask_day_book({asker.restaurant, asked.date}, {}, ask, when)](const Readings& known) {
        return told_to(decide(known), [](const detail::AnyAnswer& answer) -> Verdict<ToolAnswer> {
            return Told{tool_answer(*static_cast<const ToldFreeTimes*>(answer.get()))};
        });
    };
}

Decide<ToolAnswer> tell_bookings(WhoseBooking whose, const ToolAsker& asker) {
    return [whose = std::move(whose), asker](const Readings& known) -> Verdict<ToolAnswer> {
        auto found = bookings_of(known, whose, asker);
        if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
        const auto& theirs = std::get<Theirs>(found);
        ToldBookings told;
        for (const auto& one : theirs.bookings) {
            told.bookings.push_back(told_booking(one.book.date, one.reservation));
        }
        if (!told.bookings.empty()) return Told{tool_answer(told)};
        auto [writes, indifferent] = missed(known, asker, theirs.session);
        return Settled{std::move(writes), tool_answer(told), {}, std::move(indifferent)};
    };
}

}  // namespace denwaban::ledger
