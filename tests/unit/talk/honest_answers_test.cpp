#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "talk_world.hpp"

/// Nothing is said that nobody knows, and nothing that a caller says is lost without a word.
namespace honest_answers_test {
using namespace denwaban;
using namespace talk_world;

namespace {

const PhoneNumber mobile = PhoneNumber::parse("09012345678").value();
constexpr auto tomorrow = today + date::days{1};
constexpr auto sunday = today + date::days{2};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

const Reservation& booking_of(World& world, Date date, std::string_view id) {
    return *world.book_of(date).find({std::string{id}});
}

}  // namespace

TEST_CASE("a day beyond the hours is not said to be closed") {
    World world;
    PhoneCall call{world, mobile};
    const auto far = make_date(2027, 8, 1);
    CHECK(contains(call.says(Says{}.wants(Intent::ask_last_order).on(far)), "こちらでは分かりかねます"));
    CHECK(contains(call.says(Says{}.wants(Intent::ask_hours).on(far)), "こちらでは分かりかねます"));
}

TEST_CASE("where nobody knows whether there is a table, none is said to be left") {
    World world;
    PhoneCall call{world, mobile};
    const auto asked = converse(call.talk(), {"t1", {}, Says{}.on(tomorrow).at(clock(19)).of(2).meaning, {}},
                                world.setting(), world.now);
    REQUIRE(std::holds_alternative<ProposalWanted>(std::get<WorldQuestion>(asked.next)));
    const auto answered = [&](std::vector<Alternative> others) {
        const Expected<Proposal, Errors> unknown{Proposal{Undecided{}, std::move(others)}};
        return given(asked.conversation, unknown, world.setting(), world.now);
    };
    const auto none = answered({});
    CHECK(none.conversation.state == ConversationState::handed_over);
    CHECK(none.conversation.reason == HandOverReason::refused);
    const auto other = answered({{AlternativeKind::later, tomorrow, clock(20), clock(22), {}, {}, 0}});
    const auto said = std::get<Reply>(other.next).say.text();
    CHECK(contains(said, "午後8時でしたらご用意できます"));
    CHECK(!contains(said, "満席"));
}

TEST_CASE("a room that can't be had is no house that is full") {
    World world{*FloorPlan::make({table("A", 1, 4)})};
    world.policy.offered = {};
    PhoneCall call{world, mobile};
    const auto said = call.hears_words("明日の7時に2人、個室でお願いします");
    CHECK(contains(said, "個室のご用意ができませんが、別のお時間か"));
    CHECK(!contains(said, "満席"));
}

TEST_CASE("what a change has no place for is taken by a human, and not read back and lost") {
    for (const std::string wish : {"子ども用の椅子もお願いします", "誕生日なんです", "予算は一人5000円です"}) {
        CAPTURE(wish);
        World world;
        world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
        PhoneCall call{world, mobile};
        call.hears_words("予約の変更をお願いします");
        call.hears_words("8時に変えてください、" + wish);
        CHECK(call.talk().state == ConversationState::handed_over);
        CHECK(booking_of(world, tomorrow, "b1").begin == clock(19));
    }
}

TEST_CASE("a change promises no seat that nobody will be told of") {
    World world{*FloorPlan::make({table("A", 1, 4)})};
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    call.hears_words("予約の変更をお願いします");
    const auto said = call.hears_words("個室に変えてください");
    CHECK(contains(said, "個室のご用意ができませんが"));
    CHECK(!contains(said, "ほかのお席でしたら"));
}

TEST_CASE("a change of the seat leaves what else was needed of it") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    Says private_room;
    private_room.meaning.slots.needs.push_back({Need::private_room, Wanted::wanted, {}});
    PhoneCall call{world, mobile};
    auto talk = call.talk();
    FoundBooking found{tomorrow, booking_of(world, tomorrow, "b1")};
    found.reservation.wish.needs.smoking = Smoking::forbidden;
    found.reservation.wish.needs.kinds = {SeatKind::counter};
    talk.purpose = Purpose::change;
    talk.bookings = std::vector{found};
    talk.state = ConversationState::asking;
    const auto step = converse(talk, {"t1", {}, private_room.meaning, {}}, world.setting(), world.now);
    const auto& wanted = std::get<ProposalWanted>(std::get<WorldQuestion>(step.next));
    CHECK(wanted.request.wish.needs.smoking == Smoking::forbidden);
    CHECK(wanted.request.wish.needs.kinds == std::vector{SeatKind::private_room});
}

TEST_CASE("who names another of their bookings once one was read back is not told that there is none") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    world.has_booked("b2", sunday, clock(20), 3, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("28日の予約をキャンセルしたいんですが"), "11月28日土曜日、午後7時、2名様"));
    const auto other = call.hears_words("いえ、29日のです");
    CHECK(!contains(other, "見つかりません"));
    CHECK(contains(other, "11月29日日曜日、午後8時、3名様"));
    CHECK(contains(call.hears_words("はい"), "お取り消しいたしました"));
    CHECK(is_agreed(booking_of(world, tomorrow, "b1")));
    CHECK(!is_agreed(booking_of(world, sunday, "b2")));
}

TEST_CASE("who names another time of one day has the booking of that time") {
    World world;
    world.has_booked("b1", tomorrow, clock(12), 2, mobile, "ヤマダ");
    world.has_booked("b2", tomorrow, clock(19), 3, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("12時の予約をキャンセルしたいんですが"), "2名様のご予約をお取り消し"));
    CHECK(contains(call.hears_words("いえ、19時のです"), "午後7時、3名様"));
}

TEST_CASE("who has several bookings tonight and is late is not said to have none") {
    World world;
    world.has_booked("b1", today, clock(18), 2, mobile, "ヤマダ");
    world.has_booked("b2", today, clock(20), 3, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    call.hears_words("30分ほど遅れます");
    CHECK(call.talk().state == ConversationState::handed_over);
    CHECK(call.talk().reason == HandOverReason::not_offered);
}

TEST_CASE("what was left behind is not passed on as how late somebody is") {
    World world;
    world.policy.messages = {{Intent::lost_property, {"lost"}}, {Intent::late_arrival, {"late"}}};
    world.has_booked("b1", today, clock(20), 2, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::lost_property).words("忘れ物をしました"));
    call.says(Says{}.words("黒い傘です"));
    CHECK(call.talk().message == "黒い傘です");
    const auto asked = call.says(Says{}.wants(Intent::late_arrival).words("その前に、今日遅れそうです"));
    CHECK(contains(asked, "何時ごろのご到着になりますか"));
    CHECK(call.talk().message.empty());
}

TEST_CASE("a new booking has nothing of the one that was told before") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("明日の予約の確認をお願いします"), "ご予約を承っております"));
    CHECK(call.hears_words("もう1件予約をお願いします") == "ご希望の日にちはいつでしょうか。");
    CHECK(!call.talk().bookings);
    call.hears_words("29日の7時に3人です");
    call.hears_words("ヤマダです");
    CHECK(contains(call.hears_words("はい"), "ご予約を承りました"));
    REQUIRE(world.book_of(sunday)->reservations.size() == 1);
    CHECK(world.book_of(sunday)->reservations.front().wish.channel == BookingChannel::bot);
}

TEST_CASE("who takes back that something was wrong hears it once more") {
    World world;
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ"));
    CHECK(call.says(Says{}.no()) == "どちらを変更いたしましょうか。");
    CHECK(contains(call.says(Says{}.yes()), "午後7時、2名様、ヤマダ様でご予約をお取りいたします"));
    CHECK(call.talk().held.size() == 1);
}

TEST_CASE("keys are told by what they choose") {
    World world{*FloorPlan::make({table("A", 1, 2)})};
    world.has_booked("b1", tomorrow, clock(19), 2);
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2));
    REQUIRE(call.talk().state == ConversationState::offering);
    call.says(Says{});
    call.says(Says{});
    const auto third = call.says(Says{});
    CHECK(contains(third, call.talk().offers.size() == 1 ? "よろしければ1を" : "お伝えした順に、1からの番号を"));
    CHECK(!contains(third, "。番号を押してください"));
}

TEST_CASE("who takes a call over sees the budget too") {
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日7時2人、予算は一人5000円でお願いします");
    CHECK(contains(notes_of(screen_pop(call.talk(), world.now)), "ご予算：お一人様5000円"));
}

}  // namespace honest_answers_test
