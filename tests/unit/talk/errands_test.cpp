#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "talk/hard_spoken.hpp"

/// Who sells, delivers or left something: each thing in each way of saying so.
namespace errands_test {
using hard_spoken::json;

namespace {

constexpr auto wares = std::to_array<std::string_view>(
    {"カード決済の端末", "電気代がお安くなるプラン", "光回線", "モバイルオーダー", "人材派遣", "業務用の冷蔵庫",
     "おしぼりのレンタル", "キャッシュレス決済", "防犯カメラ", "配膳ロボット", "ガス料金の見直し", "コピー機"});
constexpr auto pitches = std::to_array<std::string_view>(
    {"をご案内しておりまして、少しお時間よろしいでしょうか", "の導入をご検討いただけませんでしょうか",
     "の営業でお電話しております、ご担当者様はいらっしゃいますか", "の切り替えのご案内なんですが",
     "を扱っている会社の者ですが、一度お話だけでも"});
constexpr auto things =
    std::to_array<std::string_view>({"携帯", "傘", "財布", "孫の帽子", "眼鏡", "鍵", "手袋", "紙袋"});
constexpr auto losses = std::to_array<std::string_view>(
    {"落ちとらんかったかね", "落ちてませんでしたか", "落ちてへんかった?", "を忘れとりませんでしたか", "を忘れてもうて",
     "を置いたまま帰ってしまって", "、そちらに残ってませんでしたか", "をなくしてしまって"});
constexpr auto deliveries = std::to_array<std::string_view>({
    "酒屋ですが、ご注文の生ビールの樽、配達が少し遅れそうなのでご連絡しました",
    "八百屋ですけど、今日の納品が30分ほど遅れます",
    "宅配便ですけど、お荷物お届けに上がりましたが、裏口でよろしいですか",
    "ガスの点検で明日の10時に伺います",
    "荷物を預かってるんですけど、今日の夕方7時に届けてもいいですか",
});

json slots_of(const std::string& utterance) {
    return hard_spoken::heard({utterance, {{"now", "2026-11-24T15:00"}, {"hours", "split"}}, {}});
}

}  // namespace

TEST_CASE("who sells wants neither a course nor to pay") {
    for (const auto one_ware : wares) {
        const std::string ware{one_ware};
        for (const auto one_pitch : pitches) {
            const std::string pitch{one_pitch};
            CAPTURE(ware + pitch);
            CHECK(slots_of(ware + pitch) == json{{"intent", "sales_call"}});
        }
    }
}

TEST_CASE("who left something looks for it") {
    for (const auto one_thing : things) {
        const std::string thing{one_thing};
        for (const auto one_loss : losses) {
            const std::string loss{one_loss};
            CAPTURE(thing + loss);
            CHECK(slots_of("昨日の晩そっちで飲んどった者やけど、" + thing + loss) == json{{"intent", "lost_property"}});
        }
    }
}

TEST_CASE("who delivers comes to no table, and is not late for one") {
    for (const auto one_delivery : deliveries) {
        const std::string delivery{one_delivery};
        CAPTURE(delivery);
        CHECK(slots_of(delivery) == json{{"intent", "something_else"}});
    }
}

}  // namespace errands_test
