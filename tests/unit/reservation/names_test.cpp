#include <doctest/doctest.h>

#include <denwaban/core/error.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/hours/rules.hpp>
#include <denwaban/reservation/follow.hpp>

namespace {

enum class Fruit { apple, pear };
enum class Nameless { one, two };
enum class Twins { first, second };
enum class Sentence { long_one };

}  // namespace

template <>
inline constexpr std::array<std::string_view, 2> denwaban::names_of<Fruit>{"apple", "PEAR_2"};
template <>
inline constexpr std::array<std::string_view, 2> denwaban::names_of<Twins>{"same", "same"};
template <>
inline constexpr std::array<std::string_view, 1> denwaban::names_of<Sentence>{"two words"};

namespace names_test {
using namespace denwaban;

static_assert(Named<Fruit>);
static_assert(!Named<Nameless> && !Named<Twins> && !Named<Sentence> && !Named<int>);

TEST_CASE("an enumeration's words lead from its values and back") {
    CHECK(count_of<Fruit> == 2);
    CHECK(name_of(Fruit::pear) == "PEAR_2");
    CHECK(to_string(Fruit::apple) == "apple");
    CHECK(enumerator_named<Fruit>("PEAR_2") == Fruit::pear);
    CHECK(enumerator_named<Fruit>("pear") == std::nullopt);
    CHECK(enumerator_named<Fruit>("") == std::nullopt);
}

TEST_CASE("every error code has its own word") {
    for (const auto name : names_of<ErrorCode>) CHECK(to_string(*enumerator_named<ErrorCode>(name)) == name);
}

TEST_CASE("a word may differ from its enumerator") {
    CHECK(to_string(HolidayAndEve::eve_rule) == "holiday_eve");
    CHECK(enumerator_named<Displacement>("next_business_day") == Displacement::next_business_day);
}

TEST_CASE("an event is the deed of its name") {
    static_assert(detail::deeds_of<CommitmentEvent>[index_of(CommitmentEvent::lapse)] == Deed::lapse);
    static_assert(detail::deeds_of<PresenceEvent>[index_of(PresenceEvent::sit_down)] == Deed::sit_down);
}

}  // namespace names_test
