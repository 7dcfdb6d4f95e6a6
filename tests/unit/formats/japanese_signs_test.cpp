/// Signs of magazines, noon, changes of hours, and parts of the house.

#include <doctest/doctest.h>

#include "listed_week.hpp"

namespace japanese_signs_test {
using namespace listed_week;

TEST_CASE("days of a month that its heading names") {
    check({
        {"11:00～17:00", "11月のお休み　2日(月)、3日(火)", Read::wholly, "月火水木金土日 11:00-17:00｜前祝 closed"},
        {"11月のお休み　2日(月)、9日(月)\n11:00～17:00", "", Read::wholly, "月火水木金土日祝 11:00-17:00｜前 closed"},
    });
}

TEST_CASE("noon") {
    check({
        {"正午～二時／五時～九時半", "日曜", Read::wholly, "月火水木金土前祝 12:00-14:00 17:00-21:30｜日 closed"},
        {"午前11時～正午、午後1時～5時", "水", Read::wholly, "月火木金土日前祝 11:00-12:00 13:00-17:00｜水 closed"},
        {"正午～15:00", "", Read::wholly, "月火水木金土日前祝 12:00-15:00"},
    });
}

TEST_CASE("hours that hold until a date, and those from it") {
    check({
        {"11月3日（火）より営業時間を変更いたします。\n変更前 17:00～24:00\n変更後 16:00～23:00", "水曜", Read::wholly,
         "月火木金土日前 17:00-24:00｜水 closed｜祝 16:00-23:00"},
        {"11月3日（火）より営業時間を変更いたします。\n変更前 平日17:00～24:00\n変更後 平日16:00～23:00", "水曜",
         Read::in_doubt, "月火木金 16:00-23:00｜水 closed｜土日前祝 ?"},
    });
}

TEST_CASE("meals on lines of their own") {
    check({
        {"月～金 ランチ 11:30～14:00\nディナー 17:00～22:30\n土 ディナー 16:00～22:30", "日曜 祝日", Read::wholly,
         "月火水木金前 11:30-14:00 17:00-22:30｜土 16:00-22:30｜日祝 closed"},
        {"月～金 ランチ 11:30～14:00\nディナー 17:00～22:30", "", Read::in_doubt,
         "月火水木金前祝 11:30-14:00 17:00-22:30｜土日 ?"},
    });
}

TEST_CASE("parts of the house") {
    check({
        {"8階レストラン街 11:00～22:00　※物販フロアは10:00～20:00", "元日", Read::wholly,
         "月火水木金土日前祝 11:00-22:00"},
        {"食堂 7:00～14:00　朝市 毎週日曜 6:00～9:00", "水曜", Read::wholly, "月火木金土日前祝 07:00-14:00｜水 closed"},
        {"11:00～22:00（平日14:00～17:00はカフェメニューのみ）", "", Read::wholly, "月火水木金土日前祝 11:00-22:00"},
    });
}

TEST_CASE("the signs of a magazine") {
    check({
        {"時11時30分～14時30分、18時～22時　休火曜　席カウンター8、テーブル12　P2台", "", Read::wholly,
         "月水木金土日前 11:30-14:30 18:00-22:00｜火祝 closed"},
    });
}

TEST_CASE("hours of an old sign") {
    check({
        {"商い中　朝十時より夕五時まで　おやすみ　水曜日", "", Read::wholly, "月火木金土日前祝 10:00-17:00｜水 closed"},
    });
}

}  // namespace japanese_signs_test
