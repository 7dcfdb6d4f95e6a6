/// What headings name: days of opening, closing days before hours, other languages.

#include <doctest/doctest.h>

#include "listed_week.hpp"

namespace japanese_headings_test {
using namespace listed_week;

TEST_CASE("days of opening") {
    check({
        {"10:00～15:00", "営業日は毎週火・木曜と第2土曜", Read::wholly, "月水金土日前 closed｜火木祝 10:00-15:00"},
        {"10:00～15:00", "営業日：金・土・日、第1月曜", Read::wholly, "月金土日前 10:00-15:00｜火水木祝 closed"},
    });
}

TEST_CASE("so many days a week") {
    check({
        {"11:00～17:00", "週に1日、月曜か木曜", Read::wholly, "月木前 11:00-17:00?｜火水金土日祝 11:00-17:00"},
        {"11:00～17:00", "年に2回、施設点検日", Read::wholly, "月火水木金土日前祝 11:00-17:00"},
    });
}

TEST_CASE("other languages") {
    check({
        {"영업시간 11:00~21:00 / 정기휴일 수요일", "", Read::wholly, "月火木金土日前祝 11:00-21:00｜水 closed"},
        {"영업시간 오전 11:00~오후 9:00 (라스트오더 20:30) 매주 월요일 휴무", "", Read::wholly,
         "月前 closed｜火水木金土日祝 11:00-21:00"},
        {"11:00-21:00 Ruhetag: Mittwoch", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"11:00-21:00 fermé le lundi", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"11:00-21:00 Closed on Monday, chiuso il martedì", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"11:00-21:00 Выходной: понедельник", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"11:00～21:00 Bistro La Lune", "", Read::wholly, "月火水木金土日前祝 11:00-21:00"},
        {"11:00～21:00", "วันจันทร์", Read::in_doubt, "月火水木金土日前祝 11:00-21:00?"},
    });
}

TEST_CASE("a month's closing days") {
    check({
        {"8:00～16:00", "11月休業日／2日(月)・3日(火)", Read::wholly, "月火水木金土日 08:00-16:00｜前祝 closed"},
        {"11月定休日：2日(月)・9日(月)\n8:00～16:00", "", Read::wholly, "月火水木金土日祝 08:00-16:00｜前 closed"},
    });
}

TEST_CASE("the day after a 祝日, but for one") {
    check({
        {"10:00～15:00", "水曜日及び祝日の翌日（その日が日曜日に当たるときを除く）", Read::wholly,
         "月火木金土日前祝 10:00-15:00｜水 closed"},
    });
}

TEST_CASE("Monday after the Sunday") {
    check({
        {"11:30～22:00", "日曜（翌月曜が祝日の場合は営業し、月曜休み）", Read::wholly,
         "月火水木金土前祝 11:30-22:00｜日 closed"},
    });
}

TEST_CASE("take-out and orders") {
    check({
        {"11:00～15:00（お弁当の販売は10:30～12:30、配達のご注文は前日15時まで）", "土日祝", Read::wholly,
         "月火水木金前 11:00-15:00｜土日祝 closed"},
        {"ディナー 17:30～21:00（コースL.O. 20:00、アラカルトL.O. 20:30）", "", Read::wholly,
         "月火水木金土日前祝 17:30-21:00"},
        {"市場食堂　6:00～13:30　※競りの見学は5:00～6:00", "日曜・祝日", Read::wholly,
         "月火水木金土前 06:00-13:30｜日祝 closed"},
    });
}

TEST_CASE("an arrow for a range") {
    check({
        {"AM 8:00 → PM 6:00", "火曜日", Read::wholly, "月水木金土日前 08:00-18:00｜火祝 closed"},
        {"午前8時→午後6時", "", Read::wholly, "月火水木金土日前祝 08:00-18:00"},
    });
}

TEST_CASE("reasons") {
    check({
        {"12:00～19:00\n★11月2日(月)・3日(火)はイベント出店のため、店舗はお休みします★", "木曜", Read::wholly,
         "月火水金土日 12:00-19:00｜木前祝 closed"},
        {"12:00～19:00 11月3日(火)は研修のため、17時閉店", "木曜", Read::wholly,
         "月火水金土日前 12:00-19:00｜木 closed｜祝 12:00-17:00"},
    });
}

TEST_CASE("through until") {
    check({
        {"11:30〜13:30　17:30〜22:00\n土日祝は昼から通しで21:30まで", "水曜", Read::wholly,
         "月火木金前 11:30-13:30 17:30-22:00｜水 closed｜土日祝 11:30-21:30"},
        {"11:30〜13:30　17:30〜22:00\n土日祝は通し営業、20時まで", "水曜", Read::wholly,
         "月火木金前 11:30-13:30 17:30-22:00｜水 closed｜土日祝 11:30-20:00"},
    });
}

TEST_CASE("closing days on a line before the hours") {
    check({
        {"定休日：水曜\n11:00～20:00", "", Read::wholly, "月火木金土日前祝 11:00-20:00｜水 closed"},
        {"定休日：水曜\n月～金\n11:00～15:00\n土日\n12:00～18:00", "", Read::wholly,
         "月火木金前祝 11:00-15:00｜水 closed｜土日 12:00-18:00"},
        {"定休日\n水曜\n11:00～20:00", "", Read::wholly, "月火木金土日前祝 11:00-20:00｜水 closed"},
        {"11月のお休み　2日(月)、9日(月)\n11:00～17:00", "", Read::wholly, "月火水木金土日祝 11:00-17:00｜前 closed"},
        {"11月のお休み：2日、9日\n11:00～17:00", "", Read::wholly, "月火水木金土日祝 11:00-17:00｜前 closed"},
        {"お休み：11/2、11/9\n11:00～17:00", "", Read::wholly, "月火水木金土日祝 11:00-17:00｜前 closed"},
        {"臨時休業：11/2(月)\n11:00～17:00", "", Read::wholly, "月火水木金土日祝 11:00-17:00｜前 closed"},
        {"休業日 11/2(月)・11/3(火)\n平日 11:00～17:00\n土日祝 10:00～18:00", "", Read::wholly,
         "月火水木金 11:00-17:00｜土日 10:00-18:00｜前祝 closed"},
        {"【11月の休み】2日(月) 3日(火)\n11:00～17:00", "", Read::wholly, "月火水木金土日 11:00-17:00｜前祝 closed"},
    });
}

}  // namespace japanese_headings_test
