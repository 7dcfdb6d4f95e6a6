/// Questions that hours answer. As it stands each is asked rightly; with one of the definitions below, it isn't.

#include <denwaban/hours.hpp>

using namespace denwaban;

int asked(const Hours& hours, Instant now, Date today, LocalTime shown) {
#ifdef DATE_FOR_A_MOMENT
    const auto status = hours.status(today);
#else
    const auto status = hours.status(now);
#endif
#ifdef MOMENT_FOR_A_DATE
    const auto openings = hours.openings_on(now);
#else
    const auto openings = hours.openings_on(today);
#endif
#ifdef WALL_CLOCK_FOR_A_MOMENT
    if (hours.is_open(shown).value_or(false)) return 1;
#else
    if (hours.is_open(hours.zone().first_at_or_after(shown)).value_or(false)) return 1;
#endif
#ifdef UNANSWERED_FOR_OPEN
    if (hours.is_open(now)) return 2;
#else
    if (hours.is_open(now).value_or(false)) return 2;
#endif
#ifdef ANSWER_IGNORED
    hours.status(now);
#endif
#ifdef STATE_FOR_YES
    if (status && status->state) return 3;
#else
    if (status && status->state == State::open) return 3;
#endif
    return openings ? 4 : 5;
}
