#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "talk_world.hpp"

/// What a caller changes, cancels or adds to, where something is booked already.
namespace standing_bookings_test {
using namespace denwaban;
using namespace talk_world;

namespace {

const PhoneNumber mobile = PhoneNumber::parse("09012345678").value();
constexpr auto saturday = today + date::days{1}, sunday = today + date::days{2};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

const Reservation& kept(World& world, Date date, std::string id) {
    const auto* found = world.book_of(date).find({std::move(id)});
    REQUIRE(found != nullptr);
    return *found;
}

int agreed_on(World& world, Date date) {
    int count = 0;
    for (const auto& one : world.book_of(date)->reservations) count += is_agreed(one) ? 1 : 0;
    return count;
}

/// By the restaurant, while the caller is on the line.
void change(World& world, Date date, std::string id, int covers) {
    const auto& old = kept(world, date, id);
    Request request{old.wish, old.begin};
    request.wish.party.adults = *Covers::make(covers);
    By by;
    by.actor = Actor::restaurant;
    by.now = world.now;
    world.book_of(date) = decide(world.book_of(date), Command{Change{{std::move(id)}, request}}, by).value().book;
}

void move(World& world, Date from, Date to, std::string id) {
    const auto& old = kept(world, from, id);
    By by;
    by.actor = Actor::restaurant;
    by.now = world.now;
    const auto moved = change_date(world.book_of(from), world.book_of(to), {id}, {old.wish, old.begin}, by).value();
    world.book_of(from) = moved.from;
    world.book_of(to) = moved.to.book;
}

}  // namespace

TEST_CASE("the booking that is named is changed, to the day that is wished for") {
    for (const std::string said : {"日曜の予約を土曜に変更お願いします", "29日の予約を28日に変えてください",
                                   "日曜に予約したんですけど、土曜に変更したいです"}) {
        CAPTURE(said);
        World world;
        world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
        world.has_booked("b2", sunday, clock(18), 3, mobile, "サトウ");
        PhoneCall call{world, mobile};
        CHECK(contains(
            call.hears_words(said),
            "サトウ様、明後日、11月29日日曜日、午後6時、3名様のご予約を、明日、11月28日土曜日、午後6時、3名様に"));
        call.hears_words("はい");
        CHECK(world.book_of(sunday).find({"b2"}) == nullptr);
        CHECK(kept(world, saturday, "b2").begin == clock(18));
        CHECK(kept(world, saturday, "b1").begin == clock(19));
    }
}

TEST_CASE("of two bookings on one day, or on two, that is changed whose time is named") {
    for (const auto other : {saturday, sunday}) {
        World world;
        world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
        world.has_booked("b2", other, clock(12), 3, mobile, "サトウ");
        PhoneCall call{world, mobile};
        CHECK(contains(call.hears_words("19時の予約を20時に"),
                       "11月28日土曜日、午後7時、2名様のご予約を、明日、11月28日土曜日、午後8時、2名様に変更"));
        call.hears_words("はい");
        CHECK(kept(world, saturday, "b1").begin == clock(20));
        CHECK(kept(world, other, "b2").begin == clock(12));
    }
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    world.has_booked("b2", saturday, clock(12), 3, mobile, "サトウ");
    PhoneCall cancel{world, mobile};
    CHECK(contains(cancel.hears_words("19時からの予約をキャンセルしたいんですが"), "午後7時、2名様"));
    PhoneCall english{world, mobile, Language::english, "c2"};
    CHECK(contains(english.hears_words("I'd like to move my 7pm reservation to 8pm"), "7 p.m., 2"));
}

TEST_CASE("another name or number of a booking is handed over at once") {
    for (const std::string said : {"名前を変更したいんですが", "予約の名義を変えてください", "電話番号が変わったんです",
                                   "電話番号を080-1111-2222に変えてください", "名前を田中に変更してください"}) {
        CAPTURE(said);
        World world;
        world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
        PhoneCall call{world, mobile};
        call.hears_words(said);
        CHECK(call.talk().state == ConversationState::handed_over);
    }
    World world;
    PhoneCall book{world, mobile};
    book.hears_words("明日の19時に2人");
    book.hears_words("サトウです");
    book.hears_words("名前を変更してください");
    CHECK(book.talk().state != ConversationState::handed_over);
}

TEST_CASE("a course is taken off a booking, and said to be") {
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    auto request = Request{kept(world, saturday, "b1").wish, clock(19)};
    request.wish.course = "松コース";
    By by;
    by.now = world.now;
    world.book_of(saturday) = decide(world.book_of(saturday), Command{Change{{"b1"}, request}}, by).value().book;
    PhoneCall call{world, mobile};
    call.hears_words("予約の変更をお願いします");
    const auto said = call.hears_words("席だけにしてください");
    CHECK(contains(said, "「松コース」はお外しして、お席のみ"));
    call.hears_words("はい");
    CHECK(!kept(world, saturday, "b1").wish.course);
}

TEST_CASE("a booking is moved by days and weeks, as it is booked") {
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("予約を1週間後ろにずらしてもらえますか"), "12月5日土曜日、午後7時、2名様に変更"));
    PhoneCall sooner{world, mobile, Language::japanese, "c2"};
    CHECK(contains(sooner.hears_words("予約を1日後ろ倒しでお願いします"), "11月29日日曜日、午後7時、2名様に変更"));
}

TEST_CASE("which of several bookings is asked for does not say to what it is changed") {
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    world.has_booked("b2", sunday, clock(18), 3, mobile, "サトウ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("予約を8時に変更したいんですが"), "何日のご予約でしょうか"));
    CHECK(contains(call.hears_words("日曜です"),
                   "11月29日日曜日、午後6時、3名様のご予約を、明後日、11月29日日曜日、午後8時、3名様に"));

    World day;
    day.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    day.has_booked("b2", sunday, clock(18), 3, mobile, "サトウ");
    PhoneCall to{day, mobile};
    CHECK(contains(to.hears_words("予約を土曜に変更したいんですが"), "何日のご予約でしょうか"));
    CHECK(contains(to.hears_words("日曜のです"),
                   "11月29日日曜日、午後6時、3名様のご予約を、明日、11月28日土曜日、午後6時"));
}

TEST_CASE("who names a day of which they have no booking is told so, and none is moved to it") {
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    PhoneCall call{world, mobile};
    const auto said = call.hears_words("日曜の予約を8時に変更したい");
    CHECK(contains(said, "11月29日日曜日のご予約は見つかりません"));
    CHECK(contains(said, "11月28日土曜日、午後7時、2名様のご予約を、明日、11月28日土曜日、午後8時、2名様に変更"));
    PhoneCall cancel{world, mobile, Language::japanese, "c2"};
    CHECK(contains(cancel.hears_words("日曜の予約をキャンセルしたい"), "日曜日のご予約は見つかりません"));
    PhoneCall english{world, mobile, Language::english, "c3"};
    CHECK(contains(english.hears_words("I want to change my booking on Sunday to 8 pm"), "I find no booking on"));
}

TEST_CASE("one more booking leaves the one that was made before") {
    const std::vector<std::string> more{"もう1件、日曜の18時に4人で", "それとは別に、日曜の18時に4人でもお願いします",
                                        "日曜の18時に4人で", "もう一つ、日曜の18時に4人で予約お願いします"};
    for (const auto& said : more) {
        CAPTURE(said);
        World world;
        PhoneCall call{world, mobile};
        call.hears_words("明日の19時に2人");
        call.hears_words("サトウです");
        CHECK(contains(call.hears_words("はい"), "ご予約を承りました"));
        CHECK(contains(call.hears_words(said), "4名様、サトウ様でご予約をお取りいたします"));
        CHECK(contains(call.hears_words("はい"), "ご予約を承りました"));
        CHECK(agreed_on(world, saturday) == 1);
        CHECK(agreed_on(world, sunday) == 1);
    }
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日の19時に2人");
    call.hears_words("サトウです");
    call.hears_words("はい");
    CHECK(contains(call.hears_words("あ、やっぱり8時で"),
                   "午後7時、2名様のご予約を、明日、11月28日土曜日、午後8時、2名様に変更"));
}

TEST_CASE("what was changed meanwhile is read back anew, and nothing of it is lost") {
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("予約を8時に変更したい"), "午後8時、2名様に変更"));
    change(world, saturday, "b1", 4);
    const auto again = call.hears_words("はい");
    CHECK(contains(again, "変わっておりました"));
    CHECK(contains(again, "午後7時、4名様のご予約を、明日、11月28日土曜日、午後8時、4名様に変更"));
    CHECK(kept(world, saturday, "b1").begin == clock(19));
    CHECK(contains(call.hears_words("はい"), "ご予約を変更いたしました"));
    CHECK(kept(world, saturday, "b1").begin == clock(20));
    CHECK(kept(world, saturday, "b1").wish.party.adults == Covers::of(4));

    PhoneCall cancel{world, mobile, Language::japanese, "c2"};
    CHECK(contains(cancel.hears_words("キャンセルしたい"), "お取り消しいたします"));
    change(world, saturday, "b1", 3);
    CHECK(contains(cancel.hears_words("はい"), "3名様のご予約をお取り消しいたします"));
    CHECK(kept(world, saturday, "b1").commitment == Commitment::confirmed);
    CHECK(contains(cancel.hears_words("はい"), "お取り消しいたしました"));
}

TEST_CASE("what was moved meanwhile is found where it is now") {
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("キャンセルしたい"), "11月28日土曜日、午後7時、2名様のご予約をお取り消し"));
    move(world, saturday, sunday, "b1");
    CHECK(contains(call.hears_words("はい"), "11月29日日曜日、午後7時、2名様のご予約をお取り消し"));
    CHECK(contains(call.hears_words("はい"), "お取り消しいたしました"));
    CHECK(kept(world, sunday, "b1").commitment == Commitment::cancelled);
}

TEST_CASE("a span of time is counted from the booking, whenever that is found") {
    struct Said {
        std::vector<std::string> lines;
        std::string to;
    };
    const std::vector<Said> all{
        {{"土曜の予約を30分早めてください"}, "午後6時30分"},
        {{"予約の時間を変更したいんですけど", "30分遅らせてください"}, "午後7時30分"},
        {{"予約を変更したい", "1時間早くできますか"}, "午後6時"},
        {{"予約の変更なんですが", "一時間後ろにずらしてください"}, "午後8時"},
        {{"予約の変更をお願いします", "3日後ろにずらしてください"}, "12月1日火曜日、午後7時"},
    };
    for (const auto& said : all) {
        World world;
        world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
        PhoneCall call{world, mobile};
        std::string last;
        for (const auto& line : said.lines) last = call.hears_words(line);
        CAPTURE(last);
        CHECK(contains(last, said.to + "、2名様に変更いたします"));
    }
}

TEST_CASE("who has yet to say what is to be changed is asked, and what is changed is read back") {
    World world;
    world.has_booked("b1", saturday, clock(19), 4, mobile, "サトウ");
    int number = 0;
    for (const std::string said : {"土曜の予約の人数変更で", "土曜の予約の変更をお願いします"}) {
        CAPTURE(said);
        PhoneCall call{world, mobile, Language::japanese, "c" + std::to_string(++number)};
        CHECK(call.hears_words(said) == "ご予約をどのように変更なさいますか。");
    }
    PhoneCall seat{world, mobile, Language::japanese, "seat"};
    CHECK(contains(seat.hears_words("土曜の予約、席を個室に変更したい"),
                   "ご要望は、個室でございます。よろしいでしょうか"));
}

TEST_CASE("words with a cancellation in them are no wish to cancel") {
    int number = 0;
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    for (const std::string said :
         {"キャンセルはしないんですけど、時間を確認したくて", "昨日キャンセルした予約なんですけど、やっぱり行けます",
          "友達がキャンセルするって言ってて、土曜の予約3人になります", "キャンセルはいつまでできますか",
          "キャンセルが出たら教えてください", "キャンセルしません", "キャンセルしたくないです"}) {
        CAPTURE(said);
        PhoneCall call{world, mobile, Language::japanese, "c" + std::to_string(++number)};
        CHECK(!contains(call.hears_words(said), "お取り消しいたします"));
    }
    PhoneCall english{world, mobile, Language::english, "english"};
    CHECK(!contains(english.hears_words("please don't cancel my booking"), "I will cancel"));
    for (const std::string said : {"キャンセルしたいんですが", "予約をキャンセルできますか", "キャンセルでお願いします",
                                   "土曜の予約を取り消してください"}) {
        CAPTURE(said);
        PhoneCall call{world, mobile, Language::japanese, "c" + std::to_string(++number)};
        CHECK(contains(call.hears_words(said), "お取り消しいたします"));
    }
}

TEST_CASE("a second table of the same guest at the same hour is said to be one") {
    World world;
    world.has_booked("b1", saturday, clock(19), 2, mobile, "サトウ");
    PhoneCall call{world, mobile};
    call.hears_words("明日の19時に2人で予約したいんですが");
    CHECK(contains(call.hears_words("サトウです"), "同じお時間に、すでにご予約を承っております。"));
    PhoneCall later{world, mobile, Language::japanese, "c2"};
    later.hears_words("日曜の19時に2人で予約したいんですが");
    CHECK(!contains(later.hears_words("サトウです"), "同じお時間に"));
}

}  // namespace standing_bookings_test
