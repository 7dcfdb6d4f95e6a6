/// Values of the core. As it stands each says what is meant; with one of the definitions below, what is easily confused.

#include <denwaban/core/expected.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time_zone.hpp>

using namespace denwaban;

Expected<bool> is_open(Instant at);
Expected<int> seats(const RestaurantId& restaurant);

int asked(const RestaurantId& restaurant, const CustomerId& customer, Instant at, LocalTime shown) {
#ifdef IDS_MIXED_UP
    const auto free = seats(customer);
#else
    const auto free = seats(restaurant);
#endif
#ifdef IDS_COMPARED
    if (restaurant == customer) return 0;
#else
    if (customer == CustomerId{restaurant.text}) return 0;
#endif
#ifdef TEXT_FOR_AN_ID
    const RestaurantId other = std::string{"r2"};
#else
    const RestaurantId other{"r2"};
#endif
#ifdef TEXT_FOR_A_NUMBER
    const PhoneNumber dialled{"+81312345678"};
#else
    const auto dialled = PhoneNumber::parse("+81312345678");
#endif
#ifdef MINUTES_FOR_AN_INSTANT
    at = std::chrono::minutes{5};
#else
    at += std::chrono::minutes{5};
#endif
#ifdef WALL_CLOCK_FOR_AN_INSTANT
    at = shown;
#else
    at = TimeZone::tokyo().first_at_or_after(shown);
#endif
#ifdef NUMBER_FOR_A_MINUTE
    const MinuteOfDay opens = 17 * 60;
#else
    const MinuteOfDay opens = MinuteOfDay::clock(17, 0);
#endif
#ifdef MINUTE_PAST_THE_HOUR
    const auto closes = MinuteOfDay::clock(22, 60);
#else
    const auto closes = MinuteOfDay::clock(23, 0);
#endif
#ifdef MINUTE_PAST_TWO_DAYS
    const auto last = MinuteOfDay::clock(48, 1);
#else
    const auto last = MinuteOfDay::clock(48, 0);
#endif
#ifdef EXPECTED_IGNORED
    seats(other);
#else
    if (!seats(other)) return 1;
#endif
#ifdef EXPECTED_BOOL_AS_BOOL
    if (is_open(at)) return 2;
#else
    if (is_open(at).value_or(false)) return 2;
#endif
#ifdef EXPECTED_AS_ITS_VALUE
    const int guests = free;
#else
    const int guests = free.value_or(0);
#endif
#ifdef ERROR_WITHOUT_UNEXPECTED
    const Expected<int> failed = Error{};
#else
    const Expected<int> failed = Unexpected{Error{}};
#endif
    return guests + opens.count() + closes.count() + last.count() + (dialled && failed ? 3 : 4);
}
