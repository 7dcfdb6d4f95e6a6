#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// Whether a party may come in then.
[[nodiscard]] bool lets_in(std::span<const Period> periods, MinuteOfDay minute) {
    const auto* period = period_at(periods, minute);
    return period != nullptr && minute <= period->last_entry;
}

}  // namespace

OnBook Talker::on_book(Date date, MinuteOfDay begin) const {
    constexpr int small_hours = 6 * 60, whole_day = 24 * 60;
    const auto later = MinuteOfDay::make(begin.count() + whole_day);
    if (begin.count() >= small_hours || !later || lets_in(periods_on(date), begin)) return {date, begin};
    // Without a day, or later than that moment of today, who says 午前1時 means the night to come.
    const bool is_to_come = day_of(talk_) == nullptr || at(date, begin) < now_.local;
    const auto night = is_to_come ? date : date - date::days{1};
    return lets_in(periods_on(night), *later) ? OnBook{night, *later} : OnBook{date, begin};
}

Date Talker::named_date() const {
    if (const auto* day = day_of(talk_)) return *day;
    const auto* found = booking();
    return found != nullptr ? found->date : today();
}

Date Talker::wanted_date() const {
    const auto time = time_of(talk_);
    return time ? on_book(named_date(), *time).date : named_date();
}

Request Talker::wanted() const {
    Request request;
    if (const auto* found = booking()) request = {found->reservation.wish, found->reservation.begin};
    if (const auto party = party_of(talk_)) request.wish.party = *party;
    if (const auto time = time_of(talk_)) request.begin = on_book(named_date(), *time).begin;
    if (const auto* window = window_of(talk_)) request.begin = *window->from;
    const bool is_seat_wished = booking() == nullptr || !talk_.known.needs.empty();
    if (is_seat_wished)
        request.wish.needs = talk_.takes_any_seat ? Needs{} : needs_upon(request.wish.needs, talk_.known.needs);
    const auto* course = talk_.known.course ? talk_.known.course->certain() : nullptr;
    const auto* named = course != nullptr ? std::get_if<NamedCourse>(course) : nullptr;
    if (course != nullptr) request.wish.course = named != nullptr ? std::optional{named->name} : std::nullopt;
    if (booking() == nullptr) request.wish.channel = BookingChannel::bot;
    return request;
}

}  // namespace denwaban::detail::talk
