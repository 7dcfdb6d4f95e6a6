#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include <denwaban/talk/ssml.hpp>

#include "drawn_page.hpp"
#include "talk_world.hpp"

namespace conversation_test {
using namespace denwaban;
using namespace talk_world;

namespace {

const PhoneNumber mobile = PhoneNumber::parse("09012345678").value();
const Caller hidden = Withheld{WithheldReason::by_caller};
constexpr auto tomorrow = today + date::days{1};

const Reservation* only_booking(World& world, Date date) {
    const Reservation* found = nullptr;
    for (const auto& one : world.book_of(date)->reservations) {
        if (counts_at(one, world.now.instant)) found = &one;
    }
    return found;
}

bool is_any_agreed(World& world, Date date) {
    const auto& all = world.book_of(date)->reservations;
    return std::any_of(all.begin(), all.end(), [](const Reservation& one) { return is_agreed(one); });
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a booking is taken in a caller's own order, read back once and booked once") {
    World world;
    PhoneCall call{world, mobile};
    CHECK(call.reply().say.text() == "お電話ありがとうございます。花丸でございます。ご用件をお聞かせください。");
    CHECK(call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(3, 1)) ==
          "明日、11月28日土曜日、午後7時、大人3名様、お子様1名様でございますね。お名前をお願いいたします。");
    CHECK(only_booking(world, tomorrow) == nullptr);
    CHECK(call.says(Says{}.named("ヤマダ")) ==
          "明日、11月28日土曜日、午後7時、大人3名様、お子様1名様、ヤマダ様でご予約をお取りいたします。"
          "お電話番号は、090-1234-5678でございます。よろしいでしょうか。");
    CHECK(call.talk().state == ConversationState::confirming);
    CHECK(only_booking(world, tomorrow)->commitment == Commitment::held);
    CHECK(call.says(Says{}.yes()) ==
          "ご予約を承りました。明日、11月28日土曜日、午後7時にお待ちしております。ほかにご用件はございますか。");
    const auto* booked = only_booking(world, tomorrow);
    REQUIRE(booked != nullptr);
    CHECK(booked->commitment == Commitment::confirmed);
    CHECK(booked->begin == clock(19));
    CHECK(booked->wish.party == Party{Covers::of(3), Covers::of(1)});
    CHECK(booked->wish.channel == BookingChannel::bot);
    CHECK(booked->details.kana == "ヤマダ");
    CHECK(booked->details.phone == mobile);
    CHECK(contains(call.says(Says{}.no()), "失礼いたします"));
    CHECK(call.talk().state == ConversationState::ended);
    CHECK(!call.reply().listen);
}

TEST_CASE("a booking is taken in words") {
    World world;
    PhoneCall call{world, mobile};
    CHECK(call.hears_words("すみません、予約をお願いしたいんですけど") == "ご希望の日にちはいつでしょうか。");
    CHECK(call.hears_words("明日の夜7時に大人3人と子ども1人で") ==
          "明日、11月28日土曜日、午後7時、大人3名様、お子様1名様でございますね。お名前をお願いいたします。");
    CHECK(contains(call.hears_words("やまだです"),
                   "午後7時、大人3名様、お子様1名様、ヤマダ様でご予約をお取りいたします"));
    CHECK(contains(call.hears_words("あ、やっぱり8時でお願いします"), "午後8時、大人3名様、お子様1名様、ヤマダ様"));
    CHECK(contains(call.hears_words("はい、お願いします"), "ご予約を承りました"));
    REQUIRE(only_booking(world, tomorrow) != nullptr);
    CHECK(only_booking(world, tomorrow)->begin == clock(20));
    CHECK(call.hears_words("大丈夫です") == "お電話ありがとうございました。失礼いたします。");
}

TEST_CASE("a booking is changed and cancelled in words, and a human asked for") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall change{world, mobile};
    CHECK(change.hears_words("予約の変更をお願いします") == "ご予約をどのように変更なさいますか。");
    CHECK(contains(change.hears_words("8時に変えてください"), "午後8時、2名様に変更いたします"));
    CHECK(contains(change.hears_words("はい"), "ご予約を変更いたしました"));
    PhoneCall cancel{world, mobile, Language::japanese, "c2"};
    CHECK(contains(cancel.hears_words("予約をキャンセルしたいんですが"), "お取り消しいたします。よろしいでしょうか"));
    CHECK(contains(cancel.hears_words("ええ"), "お取り消しいたしました"));
    PhoneCall human{world, mobile, Language::japanese, "c3"};
    CHECK(contains(human.hears_words("お店の人に代わってください"), "担当者におつなぎいたします"));
}

TEST_CASE("what is missing is asked for, and a number that is not shown is") {
    World world;
    PhoneCall call{world, hidden};
    CHECK(call.says(Says{}.wants(Intent::book)) == "ご希望の日にちはいつでしょうか。");
    CHECK(call.reply().listen->asked == Question::day);
    CHECK(call.reply().listen->keypad == Keypad{4});
    CHECK(call.says(Says{}.on(tomorrow)) == "明日、11月28日土曜日でございますね。お時間は何時がよろしいでしょうか。");
    CHECK(call.says(Says{}.at(clock(18, 30))) == "午後6時30分でございますね。何名様でしょうか。");
    CHECK(call.says(Says{}.of(2)) == "2名様でございますね。お名前をお願いいたします。");
    CHECK(call.says(Says{}.named("サトウ")) == "お電話番号をお願いいたします。");
    CHECK(contains(call.says(Says{}.phone("0312345678")), "サトウ様でご予約をお取りいたします"));
}

TEST_CASE("a correction takes back what it names and nothing else, and the table with it") {
    World world;
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ"));
    CHECK(call.talk().held.size() == 1);
    Says later;
    later.at(clock(20)).no();
    later.meaning.corrected = {SlotKind::time};
    CHECK(contains(call.says(later), "午後8時、2名様、ヤマダ様でご予約をお取りいたします"));
    CHECK(call.talk().held.size() == 1);
    call.says(Says{}.yes());
    int counted = 0;
    for (const auto& one : world.book_of(tomorrow)->reservations) counted += counts_at(one, world.now.instant) ? 1 : 0;
    CHECK(counted == 1);
    CHECK(only_booking(world, tomorrow)->begin == clock(20));
}

TEST_CASE("who says no to what was read back is asked what is wrong, and nothing is booked meanwhile") {
    World world;
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ"));
    CHECK(call.says(Says{}.no()) == "どちらを変更いたしましょうか。");
    CHECK(only_booking(world, tomorrow) == nullptr);
    CHECK(call.talk().held.empty());
    CHECK(contains(call.says(Says{}.of(4)), "4名様"));
    CHECK(call.talk().state == ConversationState::confirming);
}

TEST_CASE("a time that can be read in two ways is settled by the hours, else asked about") {
    World world;
    const auto seven = [](Says says) {
        says.meaning.slots.time =
            Heard<TimeWish>{{TimeWish{clock(7)}, TimeWish{clock(19)}}, {}, Precision::exact, Decider::half_of_day};
        return says;
    };
    PhoneCall by_hours{world, mobile};
    CHECK(contains(by_hours.says(seven(Says{}.wants(Intent::book).on(tomorrow).of(2))), "午後7時"));
    PhoneCall asked{world, mobile};
    Says one;
    one.wants(Intent::book).on(tomorrow).of(2);
    one.meaning.slots.time = Heard<TimeWish>{{TimeWish{clock(12)}, TimeWish{clock(19)}}, {}, Precision::exact, {}};
    CHECK(asked.says(one) == "明日、11月28日土曜日、2名様でございますね。昼の12時と午後7時、どちらでしょうか。");
    Says night;
    night.meaning.slots.time = certainly(TimeWish{PartOfDay::night});
    CHECK(contains(asked.says(night), "何時がよろしいでしょうか"));
    CHECK(contains(asked.says(Says{}.at(clock(19))), "お名前"));
}

TEST_CASE("what is full is offered otherwise: other times, then another kind of table, then another day") {
    World world;
    for (const auto* id : {"a", "b", "c", "d"}) {
        const auto covers = *id == 'a' || *id == 'b' ? 2 : *id == 'c' ? 4 : 6;
        world.has_booked(id, tomorrow, clock(19), covers);
    }
    PhoneCall call{world, mobile};
    const auto offer = call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ"));
    CHECK(offer ==
          "明日、11月28日土曜日の午後7時は満席でございますが、午後5時と午後9時でしたらご用意できます。いかがでしょうか"
          "。");
    CHECK(call.talk().state == ConversationState::offering);
    CHECK(contains(call.says(Says{}.yes()), "午後5時と午後9時"));  // which of them?
    CHECK(contains(call.says(Says{}.at(clock(21))), "午後9時、2名様、ヤマダ様でご予約をお取りいたします"));

    PhoneCall by_key{world, mobile, Language::japanese, "c2"};
    by_key.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ"));
    CHECK(contains(by_key.keys("1"), "午後5時、2名様"));
}

TEST_CASE("a party that no table takes is offered two") {
    World world{*FloorPlan::make({table("A", 1, 2), table("B", 1, 2)})};
    world.policy.offered = {AlternativeKind::split};
    PhoneCall call{world, mobile};
    CHECK(call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(4).named("ヤマダ")) ==
          "明日、11月28日土曜日の午後7時は満席でございますが、午後7時に2卓に分かれてでしたらご用意できます。"
          "いかがでしょうか。");
    CHECK(contains(call.says(Says{}.yes()), "4名様、2卓に分かれて、ヤマダ様"));
    CHECK(call.talk().held.size() == 2);
    CHECK(contains(call.says(Says{}.yes()), "ご予約を承りました"));
    int people = 0;
    for (const auto& one : world.book_of(tomorrow)->reservations) {
        CHECK(one.commitment == Commitment::confirmed);
        people += chairs_of(one).count();
    }
    CHECK(people == 4);
}

TEST_CASE("a closed day is said to be closed") {
    World world;
    PhoneCall call{world, mobile};
    CHECK(contains(call.says(Says{}.wants(Intent::book).on(make_date(2026, 11, 30)).at(clock(19)).of(2)),
                   "11月30日月曜日は営業しておりません"));
}

TEST_CASE("a booking is changed by whose number it has") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(call.says(Says{}.wants(Intent::change)) == "ご予約をどのように変更なさいますか。");
    CHECK(call.says(Says{}.at(clock(20)).of(4)) ==
          "ヤマダ様、明日、11月28日土曜日、午後7時、2名様のご予約を、明日、11月28日土曜日、午後8時、4名様に変更いたしま"
          "す。"
          "よろしいでしょうか。");
    CHECK(contains(call.says(Says{}.yes()), "ご予約を変更いたしました"));
    CHECK(world.book_of(tomorrow).find({"b1"})->begin == clock(20));
    CHECK(chairs_of(*world.book_of(tomorrow).find({"b1"})) == Covers::of(4));

    CHECK(contains(call.says(Says{}.wants(Intent::change).on(tomorrow + date::days{1})), "11月29日日曜日、午後8時"));
    call.says(Says{}.yes());
    CHECK(world.book_of(tomorrow).find({"b1"}) == nullptr);
    CHECK(world.book_of(tomorrow + date::days{1}).find({"b1"}) != nullptr);
}

TEST_CASE("a booking is cancelled, not without a yes, and not by a number alone that anybody could know") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall mine{world, mobile};
    CHECK(mine.says(Says{}.wants(Intent::cancel)) ==
          "ヤマダ様、明日、11月28日土曜日、午後7時、2名様のご予約をお取り消しいたします。よろしいでしょうか。");
    CHECK(contains(mine.says(Says{}.no()), "ほかにご用件は"));
    CHECK(world.book_of(tomorrow).find({"b1"})->commitment == Commitment::confirmed);

    PhoneCall other{world, hidden, Language::japanese, "c2"};
    CHECK(other.says(Says{}.wants(Intent::cancel)) == "ご予約のお電話番号をお願いいたします。");
    CHECK(other.says(Says{}.phone("09012345678")) == "ご予約のお名前をお願いいたします。");
    CHECK(contains(other.says(Says{}.named("サトウ")), "ご予約が見つかりません"));
    CHECK(world.book_of(tomorrow).find({"b1"})->commitment == Commitment::confirmed);

    PhoneCall again{world, hidden, Language::japanese, "c3"};
    again.says(Says{}.wants(Intent::cancel).phone("09012345678").named("ヤマダ"));
    CHECK(contains(again.says(Says{}.yes()), "お取り消しいたしました"));
    CHECK(world.book_of(tomorrow).find({"b1"})->commitment == Commitment::cancelled);
}

TEST_CASE("of two bookings of a day one is chosen by its time, and of twins a human chooses") {
    World world;
    world.has_booked("b1", tomorrow, clock(12), 2, mobile, "ヤマダ");
    world.has_booked("b2", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(call.says(Says{}.wants(Intent::cancel)) == "ご予約が2件ございます。何時のご予約でしょうか。");
    CHECK(contains(call.says(Says{}.at(clock(12))), "昼の12時、2名様のご予約をお取り消しいたします"));
    world.has_booked("b3", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall twins{world, mobile, Language::japanese, "c2"};
    twins.says(Says{}.wants(Intent::cancel));
    twins.says(Says{}.at(clock(19)));
    CHECK(twins.talk().state == ConversationState::handed_over);
}

TEST_CASE("who did not understand what was read back hears it again before they agree") {
    World world;
    PhoneCall call{world, mobile};
    const auto read_back = call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ"));
    CHECK(call.says(Says{}.wants(Intent::noise)) == "恐れ入りますが、もう一度お願いいたします。" + read_back);
    Says fine;
    fine.meaning.polarity = Polarity::unclear;
    call.says(fine);
    CHECK(only_booking(world, tomorrow)->commitment == Commitment::held);
}

TEST_CASE("of several bookings one is chosen by its day") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    world.has_booked("b2", tomorrow + date::days{1}, clock(18), 4, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(call.says(Says{}.wants(Intent::confirm)) == "ご予約が2件ございます。何日のご予約でしょうか。");
    CHECK(contains(call.says(Says{}.on(tomorrow + date::days{1})), "午後6時、4名様でご予約を承っております"));
}

TEST_CASE("hours and last orders are answered beside the booking, and what is not known is not said") {
    World world;
    world.policy.answers[Intent::ask_parking] = "駐車場は3台分ございます。";
    PhoneCall call{world, mobile};
    CHECK(call.says(Says{}.wants(Intent::ask_hours)) ==
          "ただいま14時まで営業しております。ラストオーダーは13時30分です。そのあとは17時から営業いたします。"
          "本日の閉店は、午後11時でございます。ほかにご用件はございますか。");
    CHECK(call.says(Says{}.wants(Intent::ask_last_order).on(make_date(2026, 11, 30))) ==
          "11月30日月曜日は営業しておりません。ほかにご用件はございますか。");
    CHECK(call.says(Says{}.wants(Intent::ask_hours).on(tomorrow)) ==
          "明日、11月28日土曜日は、午前11時から午後2時まで、午後5時から午後11時まで営業いたします。"
          "ほかにご用件はございますか。");
    CHECK(contains(call.says(Says{}.wants(Intent::ask_menu)), "こちらでは分かりかねます"));
    CHECK(call.talk().unanswered == std::vector<std::string>{"ask_menu"});
    CHECK(call.says(Says{}.wants(Intent::book).wants(Intent::ask_parking).of(2))
              .starts_with("駐車場は3台分ございます。"));
}

TEST_CASE("lost property is taken down in the caller's words") {
    World world;
    world.policy.messages[Intent::lost_property] = {"lost_property"};
    PhoneCall call{world, mobile};
    CHECK(call.says(Says{}.wants(Intent::lost_property)) == "どのようなお忘れ物でしょうか。");
    CHECK(call.says(Says{}.wants(Intent::something_else).words("黒い傘です")) == "お名前をお願いいたします。");
    CHECK(call.says(Says{}.named("ヤマダ")) == "ヤマダ様、「黒い傘です」と申し伝えます。よろしいでしょうか。");
    CHECK(contains(call.says(Says{}.yes()), "担当者に申し伝えます"));
    REQUIRE(call.talk().messages.size() == 1);
    CHECK(call.talk().messages.front().code.text == "lost_property");
    CHECK(call.talk().messages.front().note == "黒い傘です");
}

TEST_CASE("who is not understood hears it shorter, then with an example, then is given the keypad, then a human") {
    World world;
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)));
    const auto noise = Says{}.wants(Intent::noise);
    CHECK(call.says(noise) == "恐れ入りますが、もう一度お願いいたします。何名様でしょうか。");
    CHECK(contains(call.says(noise), "「大人2名」のように"));
    CHECK(contains(call.says(noise), "シャープ"));
    CHECK(contains(call.keys("4#"), "お名前"));
    CHECK(call.talk().known.party->readings.front() == PartyWish{Party{Covers::of(4)}});
    for (int times = 0; times < 3; ++times) CHECK(contains(call.says(noise), "もう一度"));
    CHECK(contains(call.says(noise), "担当者におつなぎいたします"));
    CHECK(call.talk().reason == HandOverReason::not_understood);
    CHECK(call.talk().state == ConversationState::handed_over);
}

TEST_CASE("silence is another thing than noise, and ends in a human too") {
    World world;
    PhoneCall call{world, mobile};
    const auto silence = Says{}.wants(Intent::silence);
    CHECK(contains(call.says(silence), "お声が届いておりません"));
    call.says(Says{}.wants(Intent::book));
    for (int times = 0; times < 3; ++times) call.says(silence);
    CHECK(call.talk().state == ConversationState::asking);
    call.says(silence);
    CHECK(call.talk().reason == HandOverReason::not_heard);
}

TEST_CASE("a human takes over who is asked for, and sees all that was heard, with its words") {
    World world;
    PhoneCall call{world, mobile};
    Says first;
    first.wants(Intent::book).on(tomorrow).of(2).words("明日ふたりで");
    first.meaning.slots.day->words = {0, 6};
    first.meaning.slots.party->words = {6, 15};
    call.says(first);
    CHECK(call.says(Says{}.wants(Intent::human)) == "担当者におつなぎいたします。少々お待ちください。");
    const auto pop = screen_pop(call.talk(), world.now);
    CHECK(pop.reason == HandOverReason::asked_for);
    REQUIRE(pop.heard.size() == 2);
    CHECK(pop.heard[0] == HeardSlot{SlotKind::day, "明日、11月28日土曜日", "明日"});
    CHECK(pop.heard[1] == HeardSlot{SlotKind::party, "2名様", "ふたり"});
    CHECK(
        notes_of(pop) ==
        "ご用件：ご予約\n引き継ぎの理由：担当者をご希望\n日にち：明日、11月28日土曜日「明日」\n人数：2名様「ふたり」");
    CHECK(pop.lines.size() == 5);
}

TEST_CASE("people take what a machine should not") {
    const auto reason = [](const Says& said) {
        World world;
        world.policy.known_allergies = {"えび", "卵"};
        PhoneCall call{world, mobile};
        call.says(said);
        return call.talk().reason;
    };
    auto booking = Says{}.wants(Intent::book).on(tomorrow).at(clock(19));
    CHECK(reason(Says{}.wants(Intent::complaint)) == HandOverReason::complaint);
    CHECK(reason(Says{booking}.of(9)) == HandOverReason::large_party);
    auto peanuts = Says{booking}.of(2);
    peanuts.meaning.slots.allergies = {{"ピーナッツ", Wanted::wanted, {}}};
    CHECK(reason(peanuts) == HandOverReason::allergies);
    auto eggs = Says{booking}.of(2);
    eggs.meaning.slots.allergies = {{"卵", Wanted::wanted, {}}};
    CHECK(reason(eggs) == std::nullopt);
    auto all_of_it = Says{booking}.of(2);
    all_of_it.meaning.slots.needs = {{Need::exclusive, Wanted::wanted, {}}};
    CHECK(reason(all_of_it) == HandOverReason::not_offered);
}

TEST_CASE("where nobody is there, a call back is promised, to a number that is known") {
    World world;
    auto rules = world.restaurant.restaurant.hours;
    rules.rules = {{{OnWeekdays{{1}}}, Open{{Service{"desk", clock(9), clock(18)}}}}};
    world.policy.humans = Hours::compile(rules, HolidayCalendar::japan(), TimeZone::tokyo(),
                                         {make_date(2026, 11, 1), make_date(2026, 12, 31)})
                              .value();
    PhoneCall known{world, mobile};
    CHECK(contains(known.says(Says{}.wants(Intent::human)), "090-1234-5678へ、折り返しご連絡いたします"));
    PhoneCall unknown{world, hidden};
    CHECK(contains(unknown.says(Says{}.wants(Intent::human)), "のちほどお掛け直しください"));
}

TEST_CASE("a turn that comes twice, and commands that are given twice, happen once") {
    World world;
    auto step = greet({"c1"}, mobile, Language::japanese, world.setting());
    const auto all = Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ");
    step = world.until_reply(converse(step.conversation, {"u1", {}, all.meaning, {}}, world.setting(), world.now));
    CHECK(world.until_reply(converse(step.conversation, {"u1", {}, all.meaning, {}}, world.setting(), world.now)) ==
          step);
    const auto before = step.conversation;
    const auto yes = Utterance{"u2", {}, Says{}.yes().meaning, {}};
    const auto once = world.until_reply(converse(before, yes, world.setting(), world.now));
    const auto books = world.books;
    const auto twice = world.until_reply(converse(before, yes, world.setting(), world.now));
    CHECK(once == twice);
    CHECK(world.books == books);
}

TEST_CASE("who is asked while the world is, waits") {
    World world;
    const auto step = greet({"c1"}, mobile, Language::japanese, world.setting());
    const auto all = Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).meaning;
    const auto asked = converse(step.conversation, {{}, {}, all, {}}, world.setting(), world.now);
    REQUIRE(std::holds_alternative<WorldQuestion>(asked.next));
    CHECK(converse(asked.conversation, {{}, {}, Says{}.no().meaning, {}}, world.setting(), world.now) == asked);
    // The answer to another question is none.
    const WorldAnswer other = Expected<CommandDone, Errors>{CommandDone{}};
    CHECK(given(asked.conversation, other, world.setting(), world.now) == asked);
}

TEST_CASE("a world that does not answer is a human's affair") {
    World world;
    const auto step = greet({"c1"}, mobile, Language::japanese, world.setting());
    const auto all = Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).meaning;
    const auto asked = converse(step.conversation, {{}, {}, all, {}}, world.setting(), world.now);
    const WorldAnswer down = Expected<Proposal, Errors>{Unexpected{Errors{{ErrorCode::timed_out, "", {}}}}};
    CHECK(given(asked.conversation, down, world.setting(), world.now).conversation.reason ==
          HandOverReason::unavailable);
}

TEST_CASE("guests from abroad are spoken to in English") {
    World world;
    PhoneCall call{world, mobile, Language::english};
    CHECK(contains(call.reply().say.text(), "Thank you for calling"));
    CHECK(call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2)) ==
          "Tomorrow, Saturday, November 28, 7 p.m., 2 people. May I have your name, please?");
}

TEST_CASE("a blank stands between English sentences, also where something is said again") {
    World world;
    PhoneCall call{world, mobile, Language::english};
    call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("Smith"));
    CHECK(contains(call.reply().say.text(), "in the name of Smith. The number is"));
    CHECK(contains(call.says(Says{}.wants(Intent::noise)), "say that again? I will book"));
}

TEST_CASE("whatever is said is valid for the voice, and every sentence in both manners and languages") {
    World world;
    for (const auto language : {Language::japanese, Language::english}) {
        for (const auto manner : {Manner::formal, Manner::friendly}) {
            world.policy.manner = manner;
            PhoneCall call{world, mobile, language};
            for (const auto& said : {Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("<b>&"),
                                     Says{}.wants(Intent::noise), Says{}.yes(), Says{}.wants(Intent::human)}) {
                call.says(said);
                CHECK(check_ssml(call.reply().say.ssml()).empty());
            }
        }
    }
}

TEST_CASE("who has nothing more to say says so in many ways, and is let go") {
    for (const auto* said : {"ありがとうございました", "はい、ありがとうございます", "それだけです", "それで結構です",
                             "はい、以上です", "それだけで大丈夫です", "ありがとうございます。失礼します"}) {
        World world;
        PhoneCall call{world, mobile};
        call.hears_words("営業時間を教えてください");
        CAPTURE(said);
        CHECK(call.hears_words(said) == "お電話ありがとうございました。失礼いたします。");
    }
}

TEST_CASE("a yes with something to it that was not understood agrees to nothing") {
    for (const auto* said : {"はい、あ、でも3命にしてもらえますか", "はい、あ、やっぱり2030分でお願いします",
                             "はい、ただ九時その半にしてもらえますか"}) {
        World world;
        PhoneCall call{world, mobile};
        call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(21)).of(2).named("ヤマダ"));
        call.hears_words(said);
        CAPTURE(said);
        CHECK(!is_any_agreed(world, tomorrow));
    }
}

TEST_CASE("who wants nothing of what is left says so once") {
    for (const auto* said : {"結構です", "またにします", "いいえ"}) {
        World world;
        for (const auto* id : {"a", "b", "c", "d"})
            world.has_booked(id, tomorrow, clock(19), *id == 'c' ? 4 : *id == 'd' ? 6 : 2);
        world.policy.offered = {};
        PhoneCall call{world, mobile};
        CHECK(contains(call.hears_words("明日の19時に2名で予約お願いします"), "別のお時間か、別の日にちは"));
        CAPTURE(said);
        CHECK(contains(call.hears_words(said), "ほかにご用件はございますか"));
    }
}

TEST_CASE("a name that is written one way and read two is asked about once") {
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日の19時に2名で予約お願いします");
    CHECK(contains(call.hears_words("山崎です"), "ヤマザキ様とヤマサキ様、どちら"));
    CHECK(contains(call.hears_words("山崎です"), "ヤマザキ様でご予約をお取りいたします"));
}

TEST_CASE("a booking that was none is another's change") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("予約を6名でお願いします"), "ご希望の日にち"));
    CHECK(contains(call.hears_words("いえ、予約の変更なんですけど"), "6名様に変更いたします"));
    PhoneCall same{world, mobile, Language::japanese, "c2"};
    same.hears_words("予約の変更をお願いします");
    CHECK(contains(same.hears_words("19時でお願いします"), "午後7時、2名様でご予約を承っております。ほかに"));
}

TEST_CASE("what was just booked is put right") {
    World world;
    PhoneCall call{world, mobile};
    call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(19)).of(2).named("ヤマダ"));
    call.says(Says{}.yes());
    CHECK(contains(call.hears_words("あ、すみません、やっぱり8時で"), "午後8時、2名様に変更いたします"));
    call.hears_words("はい");
    CHECK(only_booking(world, tomorrow)->begin == clock(20));
}

TEST_CASE("a party at two tables is changed by a human, because it is two bookings") {
    World world;
    world.has_booked("b1", tomorrow, clock(19), 2, mobile, "ヤマダ");
    world.has_booked("b2", tomorrow, clock(19), 3, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    call.hears_words("予約の変更をお願いします");
    call.hears_words("19時の予約です");
    CHECK(call.talk().reason == HandOverReason::not_offered);
}

TEST_CASE("a yes that goes on with a but agrees to nothing, whatever comes of it") {
    for (const auto* said : {"はい、あ、でも無名でお願いします", "はい、ただ2枚でお願いします"}) {
        World world;
        PhoneCall call{world, mobile};
        call.says(Says{}.wants(Intent::book).on(tomorrow).at(clock(21)).of(2).named("ヤマダ"));
        call.hears_words(said);
        CAPTURE(said);
        CHECK(!is_any_agreed(world, tomorrow));
    }
}

TEST_CASE("of a time between two the first that is free is offered") {
    World world;
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("明日の6時から8時の間に2名で予約お願いします"),
                   "午後6時でしたらご用意できます。いかがでしょうか"));
    CHECK(contains(call.hears_words("はい、それでお願いします"), "お名前"));
    CHECK(contains(call.hears_words("山田です"), "午後6時、2名様、ヤマダ様でご予約をお取りいたします"));

    for (const auto* id : {"a", "b", "c", "d"})
        world.has_booked(id, tomorrow + date::days{1}, clock(18), *id == 'c' ? 4 : *id == 'd' ? 6 : 2);
    PhoneCall full{world, mobile, Language::japanese, "c2"};
    full.hears_words("日曜日に2名で予約お願いします");
    CHECK(contains(full.hears_words("6時から9時の間"), "午後8時と午後8時15分でしたらご用意できます"));
    CHECK(contains(full.hears_words("8時半で"), "午後8時30分"));
}

TEST_CASE("a late arrival is the booking's own, where it is found; else a message") {
    World world;
    world.has_booked("b1", today, clock(19), 2, mobile, "ヤマダ");
    PhoneCall call{world, mobile};
    CHECK(contains(call.hears_words("予約してるんですけど、7時半ごろになりそうで遅れます"), "ヤマダ様、「"));
    CHECK(contains(call.hears_words("はい"), "担当者に申し伝えます"));
    CHECK(world.book_of(today).find({"b1"})->presence == Presence::late);
    CHECK(world.book_of(today).find({"b1"})->expected_at == clock(19, 30));

    PhoneCall none{world, PhoneNumber::parse("0312345678").value(), Language::japanese, "c2"};
    CHECK(contains(none.hears_words("20分ほど遅れます"), "お電話番号をお願いいたします"));
    none.hears_words("03-8765-4321");
    none.hears_words("佐藤です");
    CHECK(none.talk().reason == HandOverReason::no_such_booking);
    world.policy.messages[Intent::late_arrival] = {"late"};
    PhoneCall message{world, PhoneNumber::parse("0312345678").value(), Language::japanese, "c3"};
    CHECK(message.hears_words("20分ほど遅れます") == "お名前をお願いいたします。");
    message.hears_words("佐藤です");
    message.hears_words("はい");
    CHECK(message.talk().messages.size() == 1);
}

TEST_CASE("the lifecycle reaches an end from everywhere, and its drawing stands in the guide") {
    for (const auto& answer : conversation_lifecycle.rows()) {
        if (answer.on != ConversationEvent::given_up || is_over(answer.from)) continue;
        CHECK(std::get<Moved<ConversationState, ConversationEffect>>(answer.step).to == ConversationState::handed_over);
    }
    check_drawing("conversation.md", "conversation", to_mermaid(conversation_lifecycle));
}

}  // namespace conversation_test
