#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "talk_world.hpp"

/// What is wished for and can't be had, or is no more than told to the restaurant.
namespace unmet_wishes_test {
using namespace denwaban;
using namespace talk_world;

namespace {

const PhoneNumber mobile = PhoneNumber::parse("09012345678").value();
constexpr auto tomorrow = today + date::days{1};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

const Reservation* only_agreed(World& world, Date date) {
    for (const auto& one : world.book_of(date)->reservations) {
        if (is_agreed(one)) return &one;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a seat that the house has not got is said to be that, and told to the restaurant") {
    for (const std::string need : {"車椅子です", "喫煙席がいいです", "テラス席でお願いします"}) {
        CAPTURE(need);
        World world{*FloorPlan::make({table("A", 1, 4)})};
        PhoneCall call{world, mobile};
        const auto offer = call.hears_words("明日の7時に2人、" + need);
        CAPTURE(offer);
        CHECK(!contains(offer, "満席"));
        CHECK(contains(offer, "のご用意ができませんが、ほかのお席でしたら"));
        call.hears_words("はい");
        const auto read_back = call.hears_words("サトウです");
        CHECK(contains(read_back, "ご用意をお約束できませんが、お店に申し伝えます"));
        call.hears_words("はい");
        const auto* booked = only_agreed(world, tomorrow);
        REQUIRE(booked != nullptr);
        CHECK(booked->details.for_restaurant != "");
        CHECK(booked->wish.needs == Needs{});
    }
    World world{*FloorPlan::make({table("A", 1, 4)})};
    PhoneCall english{world, mobile, Language::english};
    CHECK(contains(english.hears_words("a table for two tomorrow at 7 pm, one in a wheelchair"),
                   "We have not got room for a wheelchair tomorrow"));
}

TEST_CASE("a budget and drinks without end are read back, and the restaurant is told") {
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日7時2人、予算は一人5000円でお願いします");
    CHECK(contains(call.hears_words("サトウです"), "ご予算は、お一人様5000円でございます"));
    call.hears_words("はい");
    REQUIRE(only_agreed(world, tomorrow) != nullptr);
    CHECK(only_agreed(world, tomorrow)->details.for_restaurant == "ご予算お一人様5000円");

    World drinks;
    PhoneCall unlimited{drinks, mobile};
    unlimited.hears_words("明日7時2人、飲み放題付きでお願いします");
    CHECK(contains(unlimited.hears_words("サトウです"), "お料理は、飲み放題付き"));
}

TEST_CASE("a yes that wants more books nothing") {
    for (const std::string said :
         {"はい、ケーキもお願いします", "はい、飲み放題でお願いします", "はい、あと毛布をお願いします"}) {
        CAPTURE(said);
        World world;
        PhoneCall call{world, mobile};
        call.hears_words("明日の19時に2人");
        call.hears_words("サトウです");
        call.hears_words(said);
        CHECK(only_agreed(world, tomorrow) == nullptr);
    }
}

TEST_CASE("who says that it is enough is let go, whatever was asked") {
    for (const std::string said : {"やっぱりいいです", "もういいです", "やっぱり結構です"}) {
        CAPTURE(said);
        World world;
        PhoneCall call{world, mobile};
        call.hears_words("明日の18時に2人");
        call.hears_words("小林です");
        CHECK(contains(call.hears_words(said), "失礼いたします"));
        CHECK(only_agreed(world, tomorrow) == nullptr);
    }
}

TEST_CASE("a name that was read back without a reading is read as its caller says") {
    World world;
    PhoneCall call{world, mobile};
    call.hears_words("明日19時に2人");
    CHECK(contains(call.hears_words("小鳥遊です"), "小鳥遊様で"));
    CHECK(contains(call.hears_words("タカナシです"), "タカナシ様で"));
    call.hears_words("はい");
    REQUIRE(only_agreed(world, tomorrow) != nullptr);
    CHECK(only_agreed(world, tomorrow)->details.name == "小鳥遊");
    CHECK(only_agreed(world, tomorrow)->details.kana == "タカナシ");
}

}  // namespace unmet_wishes_test
