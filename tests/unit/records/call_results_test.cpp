#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/records/call_results.hpp>

namespace call_results_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr Instant morning{std::chrono::seconds{1'796'000'400}};
constexpr ResultTerms terms{morning - 48h, morning + 96h, 24h};

enum class End { answered, lost, served_by_flow };

PlacedCall call(const char* id, Duration after, End end, const char* number = "+819012345678") {
    PlacedCall one;
    one.call.id = {id};
    one.call.began = morning + after;
    one.call.line = *PhoneNumber::parse("+81312345678");
    if (*number != '\0') one.call.customer = Caller{*PhoneNumber::parse(number)};
    if (end == End::answered) one.call.answered = one.call.began + 10s;
    if (end == End::lost) one.call.abandoned = Abandonment::in_queue;
    return one;
}

Reconciliation row(const char* call, const char* booking) {
    return {ContactId{call}, BookingId{booking}, Reconciled::by_number, {}};
}

BookingTrace booking(const char* id, std::optional<Covers> covers) { return {{id}, morning, {"r1"}, {}, {}, covers}; }

}  // namespace

TEST_CASE("bookings and covers are those of the calls that came in") {
    std::vector calls{call("c1", 0h, End::answered), call("c2", 1h, End::answered, "+819012345679"),
                      call("c3", 2h, End::answered, "+819012345670")};
    calls[2].call.direction = CallDirection::outbound;
    const std::vector rows{row("c1", "b1"), row("c1", "b2"), row("c3", "b3"), row("elsewhere", "b4")};
    const std::vector bookings{booking("b1", Covers::of(4)), booking("b2", {}), booking("b3", Covers::of(9))};
    const auto told = call_results(calls, {rows, bookings}, terms);
    CHECK(told.calls == 2);
    CHECK(told.booked == 1);
    CHECK(told.bookings == 2);
    CHECK(told.covers == 4);
    CHECK(bookings_a_call(told) == 1.0);
    CHECK(covers_a_call(told) == 2.0);
    CHECK(calls_a_booking(told) == 1.0);
    CHECK_FALSE(calls_a_booking(CallResults{}));
}

TEST_CASE("with a channel what came in through it counts, and nothing else") {
    std::vector calls{call("c1", 0h, End::answered), call("c2", 1h, End::answered), call("c3", 2h, End::answered)};
    calls[1].call.channel = calls[2].call.channel = Channel::chat;
    const std::vector rows{row("c2", "b2")};
    const std::vector bookings{booking("b2", Covers::of(4))};
    auto of_chats = terms;
    of_chats.channel = Channel::chat;
    CHECK(call_results(calls, {rows, bookings}, terms).calls == 1);
    const auto told = call_results(calls, {rows, bookings}, of_chats);
    CHECK(told.calls == 2);
    CHECK(told.covers == 4);
    CHECK(told.first == 1);
    CHECK(told.resolved == 0);
    const auto by_channel = call_results_by(CallGroup::channel, calls, {rows, bookings}, of_chats, TimeZone::tokyo());
    CHECK(by_channel.size() == 1);
    CHECK(by_channel.at("chat") == told);
}

TEST_CASE("a first contact is resolved where nobody calls again") {
    const std::vector calls{
        call("first", 0h, End::answered),
        call("again, at the last moment", 24h, End::served_by_flow),
        call("another's", 1h, End::answered, "+819012345679"),
        call("of no number", 2h, End::answered, ""),
        call("not the first", 30h, End::answered),
    };
    const auto told = call_results(calls, {}, terms);
    CHECK(told.first == 2);
    CHECK(told.resolved == 1);
    CHECK(told.first_unknown == 1);
    CHECK(first_contact_resolution(told) == 0.5);
    CHECK(told.lost == 0);
}

TEST_CASE("what lies beyond what is told nobody knows") {
    const std::vector calls{
        call("too early to be the first", -25h, End::answered, "+819012345671"),
        call("too late to be resolved", 73h, End::answered, "+819012345672"),
        call("too late to have called again", 73h, End::lost, "+819012345673"),
        call("lost, of no number", 0h, End::lost, ""),
        call("just in time", 72h, End::answered, "+819012345674"),
    };
    const auto told = call_results(calls, {}, terms);
    CHECK(told.first_unknown == 2);
    CHECK(told.first == 1);
    CHECK(told.lost == 2);
    CHECK(told.lost_unknown == 2);
}

TEST_CASE("who was lost may call again and book, at the same restaurant") {
    std::vector calls{
        call("lost", 0h, End::lost),
        call("lost again", 1h, End::lost),
        call("booked", 2h, End::answered),
        call("at another line", 1h, End::lost, "+819012345675"),
        call("of the same number", 2h, End::answered, "+819012345675"),
    };
    calls[4].call.line = *PhoneNumber::parse("+81312340000");
    const std::vector rows{row("booked", "b1"), row("of the same number", "b2")};
    const auto told = call_results(calls, {rows, {}}, terms);
    CHECK(told.lost == 3);
    CHECK(told.called_again == 2);
    CHECK(told.booked_later == 2);
    for (auto& one : calls) one.place = CallPlace{{"r1"}, State::open, {}, make_date(2026, 11, 30), {}, {}};
    CHECK(call_results(calls, {rows, {}}, terms).booked_later == 3);
}

TEST_CASE("calls beside others are looked at, and count nowhere") {
    const std::vector calls{call("lost", 0h, End::lost)};
    const std::vector beside{call("booked", 2h, End::answered)};
    const std::vector rows{row("booked", "b1")};
    const auto told = call_results(calls, {rows, {}}, terms, beside);
    CHECK(told.calls == 1);
    CHECK(told.bookings == 0);
    CHECK(told.booked_later == 1);
    CHECK(call_results({}, {rows, {}}, terms, beside) == CallResults{});
}

TEST_CASE("by name, before and after a call every call counts") {
    std::vector calls{call("lost", 0h, End::lost), call("booked", 2h, End::answered)};
    calls[1].call.dispositions = {"booking"};
    const std::vector rows{row("booked", "b1")};
    const auto by = call_results_by(CallGroup::disposition, calls, {rows, {}}, terms, TimeZone::tokyo());
    REQUIRE(by.size() == 2);
    CHECK(by.at("").booked_later == 1);
    CHECK(by.at("booking").bookings == 1);
    CHECK(by.at("booking").first == 0);
}

TEST_CASE("calls outside the time that is told are looked at, and count nowhere") {
    const std::vector calls{call("before", -1h, End::answered), call("in it", 0h, End::answered),
                            call("on its end", 2h, End::answered)};
    const std::vector rows{row("before", "b1"), row("in it", "b2"), row("on its end", "b3")};
    const auto told = call_results(calls, {rows, {}}, {morning, morning + 2h, 30min});
    CHECK(told.calls == 1);
    CHECK(told.bookings == 1);
    CHECK(call_results(calls, {rows, {}}, {morning + 2h, morning, 30min}) == CallResults{});
}

}  // namespace call_results_test
