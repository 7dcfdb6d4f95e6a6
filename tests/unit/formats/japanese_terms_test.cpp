/// What a term means where it stands: signs, days by name, tables of meals, days of two letters.

#include <doctest/doctest.h>

#include "listed_week.hpp"

namespace japanese_terms_test {
using namespace listed_week;

TEST_CASE("signs before closing days") {
    check({
        {"11:00～20:00　×火曜", "", Read::wholly, "月水木金土日前 11:00-20:00｜火祝 closed"},
        {"OPEN / 11:00　CLOSE / 20:00　HOLIDAY / 火曜　現金のみ", "", Read::wholly,
         "月水木金土日前 11:00-20:00｜火祝 closed"},
        {"HOLIDAY: 11:00～17:00 月～金 11:00～20:00", "", Read::wholly,
         "月火水木金前 11:00-20:00｜土日 closed｜祝 11:00-17:00"},
        {"昼 11:00～14:00 ×月曜 夜 17:00～22:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
    });
}

TEST_CASE("other ends of dates that stand before the hours") {
    check({
        {"11月3日（火）は棚卸のため15時閉店とさせていただきます。通常営業：10時～19時", "月曜", Read::wholly,
         "月前 closed｜火水木金土日 10:00-19:00｜祝 10:00-15:00"},
        {"11/3(火)は13時開店です 通常は11:00～20:00", "", Read::wholly, "月火水木金土日前 11:00-20:00｜祝 13:00-20:00"},
        {"11/2(月)は21時まで\n月～金 11:00～20:00\n土日祝 10:00～19:00", "", Read::wholly,
         "月火水木金 11:00-20:00｜土日祝 10:00-19:00｜前 11:00-21:00"},
    });
}

TEST_CASE("months of today") {
    check({
        {"今月（11月）の臨時休業は11/2(月)です 11:00～20:00 水曜休み", "", Read::wholly,
         "月火木金土日祝 11:00-20:00｜水前 closed"},
        {"11:00～20:00\n火曜休（今月は11/3を営業し、11/2を休みます）", "", Read::wholly,
         "月水木金土日祝 11:00-20:00｜火前 closed"},
    });
}

TEST_CASE("the last day") {
    check({
        {"今季の営業は11月2日（月）までです。9時～16時、木曜休み。来季は4月1日から。", "", Read::wholly,
         "月火水金土日前 09:00-16:00｜木祝 closed"},
        {"2026年11月2日（月）をもちまして閉店いたします。11:30～20:00、木曜定休", "", Read::wholly,
         "月火水金土日前 11:30-20:00｜木祝 closed"},
        {"11:30～20:00 11月2日（月）をもって今季の営業を終了します", "木曜", Read::wholly,
         "月火水金土日前 11:30-20:00｜木祝 closed"},
        {"11月2日までは10:00～18:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
    });
}

TEST_CASE("days by their term") {
    check({
        {"9:30～17:00（夜間開館日は19:30まで）※夜間開館日：毎週金曜日", "月曜", Read::wholly,
         "月前 closed｜火水木土日祝 09:30-17:00｜金 09:30-19:30"},
        {"開館日の10:30～16:30。夜間開館日（毎週土曜）は19:30まで。", "月曜休館", Read::wholly,
         "月前 closed｜火水木金日祝 10:30-16:30｜土 10:30-19:30"},
    });
}

TEST_CASE("floors of the house") {
    check({
        {"本館2階　日本料理「葵」　11:30～14:30／17:00～21:00　火曜定休\n※1階売店は7:00～21:00、無休", "", Read::wholly,
         "月水木金土日前 11:30-14:30 17:00-21:00｜火祝 closed"},
        {"1F立ち飲み・2Fテーブル席とも　16:00～23:00", "", Read::wholly, "月火水木金土日前祝 16:00-23:00"},
        {"1F 11:00～15:00 2F 17:00～23:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"2F 17:00～23:00\n1F 11:00～15:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
    });
}

TEST_CASE("days between dots") {
    check({
        {"11月の営業日\n1.2.3.6.7\n11:00～16:00\n上記以外の日はお休みです", "", Read::wholly,
         "月火水木金土日 ?｜前祝 11:00-16:00"},
    });
}

TEST_CASE("closed otherwise") {
    check({
        {"11/2(月)、11/3(火)は11:00～15:00。それ以外はお休みです", "", Read::wholly,
         "月火水木金土日 closed｜前祝 11:00-15:00"},
        {"火～土 11:00～15:00 上記以外休み", "", Read::wholly, "月日前 closed｜火水木金土祝 11:00-15:00"},
    });
}

TEST_CASE("祝日 too") {
    check({
        {"11:00～20:00※月曜休（祝日も）", "", Read::wholly, "月前 closed｜火水木金土日祝 11:00-20:00"},
        {"11:00-20:00. Closed on Mondays, even on national holidays.", "", Read::wholly,
         "月前 closed｜火水木金土日祝 11:00-20:00"},
    });
}

TEST_CASE("Mondays of long weekends") {
    check({
        {"11:00～20:00", "月曜（三連休の月曜は営業し翌火曜休み）", Read::wholly,
         "月前 closed｜火水木金土日祝 11:00-20:00"},
        {"11:00～20:00", "月曜（連休の月曜は営業、翌日休み）", Read::wholly, "月前 closed｜火水木金土日祝 11:00-20:00"},
        {"11:00～20:00", "日曜（三連休の日曜は営業し月曜休み）", Read::wholly,
         "月火水木金土 11:00-20:00｜日 closed｜前祝 11:00-20:00?"},
    });
}

TEST_CASE("shop and café") {
    check({
        {"ショップ＆カフェ　9:30～17:00\n休館日：第1月曜日", "", Read::wholly,
         "月前 closed｜火水木金土日祝 09:30-17:00"},
    });
}

TEST_CASE("why these days") {
    check({
        {"6:00～13:30", "日曜、第1水曜（市場休市日）", Read::wholly, "月火木金土前祝 06:00-13:30｜水日 closed"},
        {"6:00～13:30", "市場休市日", Read::wholly, "月火水木金土日前祝 06:00-13:30?"},
    });
}

TEST_CASE("tables of meals") {
    check({
        {"\t昼\t夜\n月\t11:30-14:00\t休\n火\t11:30-14:00\t17:30-21:00\n木\t休\t17:30-21:00\n日\t休\t休", "",
         Read::in_doubt, "月前 11:30-14:00｜火祝 11:30-14:00 17:30-21:00｜水金土 ?｜木 17:30-21:00｜日 closed"},
        {"曜日|ランチ|ディナー\n月～金|11:30-14:00|17:30-21:00\n土日祝|×|17:00-21:00", "", Read::wholly,
         "月火水木金前 11:30-14:00 17:30-21:00｜土日祝 17:00-21:00"},
    });
}

TEST_CASE("days of two letters") {
    check({
        {"Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su,PH off", "", Read::wholly,
         "月火水木金前 08:00-20:00｜土 09:00-18:00｜日祝 closed"},
        {"Tu-Su 11:00-15:00, 17:00-22:00", "", Read::wholly, "月前 closed｜火水木金土日祝 11:00-15:00 17:00-22:00"},
    });
}

TEST_CASE("dates of an event") {
    check({
        {"9時～16時（11月2日～30日の夜間特別拝観中は、いったん閉めて17時半～20時半も営業）", "", Read::wholly,
         "月火水木金土日 09:00-16:00｜前祝 09:00-16:00 17:30-20:30"},
    });
}

TEST_CASE("dinner from evening to night") {
    check({
        {"夕方5時半から夜10時半まで。ランチは火曜から金曜の11時半から1時半。", "", Read::wholly,
         "月土日前 17:30-22:30｜火水木金祝 11:30-13:30 17:30-22:30"},
    });
}

TEST_CASE("other languages") {
    check({
        {"営業時間 11:00～22:00 木曜休\n营业时间 11:00-22:00（周四休息）", "", Read::wholly,
         "月火水金土日前祝 11:00-22:00｜木 closed"},
    });
}

}  // namespace japanese_terms_test
