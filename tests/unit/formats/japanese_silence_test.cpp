/// What was once read wrongly without a word, a kind a row.

#include <doctest/doctest.h>

#include "listed_week.hpp"

namespace japanese_silence_test {
using namespace listed_week;

TEST_CASE("which days are meant") {
    check({
        {"11:00～21:00\n11月3日（火・祝）は10:00～18:00", "", Read::wholly,
         "月火水木金土日前 11:00-21:00｜祝 10:00-18:00"},
        {"午前10時～午後9時まで（日曜日、祝日を除く）", "", Read::wholly, "月火水木金土前 10:00-21:00｜日祝 closed"},
        {"土・日・祝 9:30～16:00", "平日は休み", Read::wholly, "月火水木金前 closed｜土日祝 09:30-16:00"},
        {"17:00～22:00", "月～木（金・土・日・祝のみ営業）", Read::wholly, "月火水木前 closed｜金土日祝 17:00-22:00"},
        {"月・火・水・木・金\n 11:00 - 14:00\n土・日・祝日\n 定休日", "", Read::wholly,
         "月火水木金前 11:00-14:00｜土日祝 closed"},
        {"平日7:00～21:30、土休日8:00～21:00", "", Read::wholly, "月火水木金前 07:00-21:30｜土日祝 08:00-21:00"},
        {"9:00～17:00 配達は土日のみ", "", Read::wholly, "月火水木金土日前祝 09:00-17:00"},
    });
}

TEST_CASE("what is open among closing days closes the days before it") {
    constexpr auto of_mondays = "月前 closed｜火水木金土日祝 11:00-22:00";
    check({
        {"11:00～22:00", "月曜、祝日は営業", Read::wholly, of_mondays},
        {"11:00～22:00", "毎週月曜日、祝日も営業します", Read::wholly, of_mondays},
        {"11:00～22:00", "月曜、祝日営業", Read::wholly, of_mondays},
        {"11:00～22:00", "月曜・祝日は営業", Read::in_doubt, "月前 11:00-22:00?｜火水木金土日祝 11:00-22:00"},
        {"11:00～22:00", "日曜、祝日は営業", Read::in_doubt, "月火水木金土前祝 11:00-22:00｜日 11:00-22:00?"},
        {"11:00～22:00", "月・火、土日祝は営業", Read::wholly, "月火前 closed｜水木金土日祝 11:00-22:00"},
        {"11:00～22:00", "月曜、祝日・祝前日は営業", Read::wholly, "月 closed｜火水木金土日前祝 11:00-22:00"},
        {"11:00～22:00", "日曜・祝日、祝前日の日曜は営業", Read::wholly, "月火水木金土前 11:00-22:00｜日祝 closed"},
        {"11:00～22:00", "日曜、第5日曜は営業", Read::wholly, "月火水木金土前祝 11:00-22:00｜日 closed"},
        {"11:00～22:00", "月火定休、金土日祝は営業", Read::wholly, "月火前 closed｜水木金土日祝 11:00-22:00"},
        {"11:00～22:00", "土日祝は営業", Read::wholly, "月火水木金土日前祝 11:00-22:00"},
    });
}

TEST_CASE("closing days on which a meal is served, or which may be open") {
    constexpr auto two_meals = "11:30～14:00 17:00～22:00";
    constexpr auto lunch_on_days_off = "月火水木金前 11:30-14:00 17:00-22:00｜土祝 17:00-22:00｜日 closed";
    check({
        {two_meals, "水曜（夜のみ営業）", Read::wholly, "月火木金土日前祝 11:30-14:00 17:00-22:00｜水 17:00-22:00"},
        {two_meals, "水曜（ランチのみ営業）、日曜", Read::wholly,
         "月火木金土前祝 11:30-14:00 17:00-22:00｜水 11:30-14:00｜日 closed"},
        {two_meals, "ランチ：土日祝 ディナー：日曜", Read::wholly, lunch_on_days_off},
        {two_meals, "ランチ 土日祝 ディナー 日曜", Read::wholly, lunch_on_days_off},
        {"11:00～22:00", "日曜日、祝日（不定期営業あり）", Read::wholly,
         "月火水木金土前 11:00-22:00｜日祝 11:00-22:00?"},
        {"11:00～22:00", "月曜（臨時営業あり）", Read::wholly, "月前 11:00-22:00?｜火水木金土日祝 11:00-22:00"},
        {"11:00～22:00", "日曜（月に1回営業）", Read::wholly, "月火水木金土前祝 11:00-22:00｜日 11:00-22:00?"},
    });
}

TEST_CASE("祝日 of which nobody says what holds") {
    check({
        {"11:00～22:00", "日曜日。祝日の営業についてはお電話でお問い合わせください。", Read::wholly,
         "月火水木金土前 11:00-22:00｜日 closed｜祝 ?"},
        {"11:00～22:00", "祝日の営業はSNSでお知らせします", Read::wholly, "月火水木金土日前 11:00-22:00｜祝 ?"},
        {"昼 11:30～14:00（平日のみ）\n夜 17:30～22:00（月～金）", "", Read::wholly,
         "月火水木金前 11:30-14:00 17:30-22:00｜土日 closed｜祝 ?"},
        {"昼 11:30～14:00（土・日・祝のみ）\n夜 17:30～21:00（火曜を除く）", "", Read::wholly,
         "月水木金前 17:30-21:00｜火 closed｜土日 11:30-14:00 17:30-21:00｜祝 ?"},
        {"月～土 11:00～20:00\n■ 営業時間\n※11/3(火)は22:00まで営業", "", Read::in_doubt,
         "月火水木金土前 11:00-20:00｜日 closed｜祝 ?"},
    });
}

TEST_CASE("a change to a time that no date has") {
    check({
        {"11:00～20:00（土日は48:30まで）", "", Read::in_doubt, "月火水木金前祝 11:00-20:00｜土日 ?"},
        {"17:00～（土日は48:30まで）", "", Read::in_doubt, "月火水木金前祝 17:00-29:00?｜土日 ?"},
        {"17:00～（土日は48:30から）", "", Read::in_doubt, "月火水木金前祝 17:00-29:00?｜土日 ?"},
    });
}

TEST_CASE("a day on which there is no pause is none of these days") {
    check({{"11:00～15:00、17:00～23:00（中休みなしの日あり）", "", Read::in_doubt, "月火水木金土日前祝 ?"}});
}

TEST_CASE("hours in brackets that are the usual ones are those of other times") {
    check({
        {"11:00～20:00（通常は11:00～23:00）", "", Read::wholly, "月火水木金土日前祝 11:00-20:00"},
        {"当面の間、11:00～20:00に短縮営業（通常11:00～23:00）", "", Read::wholly, "月火水木金土日前祝 11:00-20:00"},
        {"11:00～20:00（", "", Read::wholly, "月火水木金土日前祝 11:00-20:00"},
        {"日曜 11:00～20:00（通常11:00～23:00）", "", Read::in_doubt, "月火水木金土日前祝 ?"},
    });
}

TEST_CASE("what may be of the hours before or after is not read as either") {
    check({
        {"11:00～14:00（水曜休）\n17:00～22:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"11:30～14:30※水曜を除く 18:00～21:30", "", Read::wholly,
         "月火木金土日前祝 11:30-14:30 18:00-21:30｜水 18:00-21:30"},
        {"11:00～14:00※水曜を除く17:00～21:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
    });
}

TEST_CASE("a slip of the pen changes nothing, or is found") {
    check({
        {"l1:00～2l:00", "", Read::wholly, "月火水木金土日前祝 11:00-21:00"},
        {"9:30～21:00（平日 10:30～19:00（土日祝）", "木曜", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"午前100時半から午後8時まで", "", Read::in_doubt, "月火水木金土日前祝 ?"},
    });
}

TEST_CASE("days off beside weekdays, and days whose hours nobody says") {
    check({
        {"午前9時～午後10時（日曜日及び休日は午後5時まで）", "", Read::wholly,
         "月火水木金土前 09:00-22:00｜日祝 09:00-17:00"},
        {"土・日・休日 10:00～18:00、月～金 11:00～17:00", "", Read::wholly,
         "月火水木金前 11:00-17:00｜土日祝 10:00-18:00"},
        {"平日 17:00～24:00 金曜・土曜 17:00～26:00 日曜・祝日 15:00～23:00", "", Read::wholly,
         "月火水木前 17:00-24:00｜金土 17:00-26:00｜日祝 15:00-23:00"},
        {"平日11～15時、17～21時\n土日祝11～21時通し", "", Read::wholly,
         "月火水木金前 11:00-15:00 17:00-21:00｜土日祝 11:00-21:00"},
        {"本日 17時開店\n23時閉店", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"本日のランチ 11:30～14:00", "日", Read::wholly, "月火水木金土前祝 11:30-14:00｜日 closed"},
    });
    const auto closed_on_sundays =
        hours_of(rules_from_japanese("月～土18:00～1:00", "日曜（祝前日の場合は営業）").rules);
    CHECK(day_of(closed_on_sundays, make_date(2026, 11, 22)) == "?");
    CHECK(day_of(closed_on_sundays, make_date(2026, 11, 15)) == "closed");
    const auto closed_on_mondays =
        hours_of(rules_from_japanese("火～日 11:00～20:00", "月曜（祝日の場合は営業）").rules);
    CHECK(day_of(closed_on_mondays, make_date(2026, 11, 23)) == "?");
    CHECK(day_of(closed_on_mondays, make_date(2026, 11, 16)) == "closed");
}

TEST_CASE("hours within hours, and hours of something else") {
    check({
        {"9:00～17:00\nモーニング9:00～11:00", "", Read::wholly, "月火水木金土日前祝 09:00-17:00"},
        {"ランチ 11:30～15:00／ティー 14:00～17:00", "", Read::wholly, "月火水木金土日前祝 11:30-15:00 15:00-17:00"},
        {"店内飲食 10:00～22:00　ドライブスルー 6:00～25:00", "", Read::wholly, "月火水木金土日前祝 10:00-22:00"},
        {"午前8時半から午後5時15分まで（正午から午後1時を除く）", "", Read::wholly,
         "月火水木金土日前祝 08:30-12:00 13:00-17:15"},
    });
}

TEST_CASE("openings and closings in words") {
    check({
        {"午前11時開店、売り切れ次第閉店。木曜休み。", "", Read::wholly, "月火水金土日前祝 11:00-29:00?｜木 closed"},
        {"朝7時開店　昼3時閉店　土日休み", "", Read::wholly, "月火水木金前祝 07:00-15:00｜土日 closed"},
        {"午後5時半から11時（金、土曜は翌午前1時）まで", "", Read::wholly,
         "月火水木日前祝 17:30-23:00｜金土 17:30-25:00"},
        {"午前8時半～正午、午後1時～午後5時。ただし、土曜日は正午まで", "", Read::in_doubt,
         "月火水木金日前祝 08:30-12:00 13:00-17:00｜土 ?"},
        {"AM10〜PM7", "水", Read::wholly, "月火木金土日前祝 10:00-19:00｜水 closed"},
        {"全日 9:00～22:00 ※6月4日は設備点検のため休業", "", Read::wholly, "月火水金土日前祝 09:00-22:00｜木 closed"},
    });
}

TEST_CASE("what nobody sees is not there, and what pleases the eye says nothing") {
    check({
        {"11:\xe2\x81\xa0"
         "00～2\xc2\xad"
         "2:00",
         "", Read::wholly, "月火水木金土日前祝 11:00-22:00"},
        {"⏰11:00～20:00\n🚫月曜", "", Read::wholly, "月前 closed｜火水木金土日祝 11:00-20:00"},
        {"🈺火〜日 11:00～20:00", "", Read::wholly, "月前 closed｜火水木金土日祝 11:00-20:00"},
        {"-5:00～10:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
    });
}

TEST_CASE("a table of days and hours") {
    check({
        {"　月 火 水 木 金 土 日 祝\n11:30～14:00　○ ○ ○ ○ ○ × × ×\n17:00～22:00　○ ○ ○ ○ ○ ○ × ×", "", Read::wholly,
         "月火水木金前 11:30-14:00 17:00-22:00｜土 17:00-22:00｜日祝 closed"},
        {"月｜11:30～14:00｜17:30～21:00\n火｜11:30～14:00｜休\n水｜休｜休\n木～日｜11:30～14:00｜17:30～21:00", "",
         Read::wholly, "月木金土日前 11:30-14:00 17:30-21:00｜火祝 11:30-14:00｜水 closed"},
    });
}

TEST_CASE("headings, marks and single dates") {
    check({
        {"営業日：金・土・日　営業時間：11:00～14:00", "", Read::wholly, "月火水木前祝 closed｜金土日 11:00-14:00"},
        {"定休日　水曜日\n営業時間　12:00～20:00", "", Read::wholly, "月火木金土日前祝 12:00-20:00｜水 closed"},
        {"OPEN▷11:00～15:00\nCLOSE▷水曜", "", Read::wholly, "月火木金土日前祝 11:00-15:00｜水 closed"},
        {"10:00～17:00（4月～9月）、10:00～16:00（10月～3月）", "", Read::wholly,
         "月火水木金土日 10:00-17:00｜前祝 10:00-16:00"},
        {"10:00～17:00", "11/1-3は臨時休業", Read::wholly, "月火水木金土日 10:00-17:00｜前祝 closed"},
    });
}

TEST_CASE("what is said of one meal, one date, or perhaps") {
    check({
        {"ランチ 11:30～15:00 ※ランチは火・木・土のみ営業\nディナー 18:00～23:00", "日曜日", Read::wholly,
         "月水金前 18:00-23:00｜火木土祝 11:30-15:00 18:00-23:00｜日 closed"},
        {"11:00-15:00 夜営業は金土のみ 18:00-22:00", "", Read::wholly,
         "月火水木日前祝 11:00-15:00｜金土 11:00-15:00 18:00-22:00"},
        {"平日11:30-14:30、18:00-23:00／土曜18:00-23:00。11/2(月)は研修のため夜営業お休みします。", "日祝休み",
         Read::wholly, "月火水木金 11:30-14:30 18:00-23:00｜土 18:00-23:00｜日祝 closed｜前 11:30-14:30"},
        {"火曜定休ですが11/3は臨時営業。11:30〜14:30", "", Read::wholly, "月水木金土日前祝 11:30-14:30｜火 closed"},
        {"10:00〜16:45 ※土曜は企画展により18:00まで営業することがあります", "", Read::wholly,
         "月火水木金日前祝 10:00-16:45｜土 ?"},
        {"夕方4時から夜11時。週末（金・土）は深夜1時まで。", "", Read::wholly,
         "月火水木日前祝 16:00-23:00｜金土 16:00-25:00"},
        {"4月1日～11月15日 午前9時～午後5時（10月・11月は午後4時まで）", "期間中無休", Read::wholly,
         "月火水木金土日 09:00-17:00｜前祝 09:00-16:00"},
    });
}

TEST_CASE("a closing day stands, though days off have hours of their own") {
    check({
        {"[月・水・木・金] 9:30〜18:00[土・日・祝] 9:00〜18:30", "火曜日", Read::wholly,
         "月水木金前 09:30-18:00｜火祝 closed｜土日 09:00-18:30"},
        {"火～木 17:00～23:00 金土祝前日 17:00～翌1:00", "月曜、日曜", Read::wholly,
         "月日前 closed｜火水木祝 17:00-23:00｜金土 17:00-25:00"},
    });
}

TEST_CASE("what ends a text is found where it stands") {
    const std::string_view close = "24時間営業（12/31不定休";
    for (const auto& finding : rules_from_japanese("", close).findings) {
        const auto* bytes = std::get_if<ByteRange>(&finding.where);
        REQUIRE(bytes != nullptr);
        CHECK(bytes->end <= close.size());
        CHECK(finding.words == close.substr(bytes->begin, bytes->end - bytes->begin));
    }
}

TEST_CASE("days of something else below closing days close nothing") {
    check({
        {"11:00～20:00\n定休日：木曜\n土日のみ電話受付 10:00～16:00", "", Read::wholly,
         "月火水金土日前祝 11:00-20:00｜木 closed"},
        {"11:00～20:00\n定休日：木曜\n土日祝はテイクアウト 10:00～14:00", "", Read::wholly,
         "月火水金土日前祝 11:00-20:00｜木 closed"},
        {"11:00～20:00 定休日：土日のみ電話受付 10:00～12:00", "", Read::in_doubt,
         "月火水木金前祝 11:00-20:00｜土日 ?"},
    });
}

TEST_CASE("dates below or beside closed dates have hours or a meal of their own") {
    check({
        {"11:00～20:00 臨時休業：11/3\n11/1～2のみ12:15～17:45", "", Read::wholly,
         "月火水木金土日 11:00-20:00｜前 12:15-17:45｜祝 closed"},
        {"11:00～14:00 17:00～20:00 臨時休業11/3\n11/1～2はランチのみ", "", Read::wholly,
         "月火水木金土日 11:00-14:00 17:00-20:00｜前 11:00-14:00｜祝 closed"},
        {"11:00～14:00 17:00～20:00\n臨時休業11/3、11/2はランチのみ", "", Read::wholly,
         "月火水木金土日 11:00-14:00 17:00-20:00｜前 11:00-14:00｜祝 closed"},
    });
}

TEST_CASE("weekdays in a bracket behind a date are days of their own") {
    check({
        {"平日 11:00～20:00 臨時休業11/13 【土日祝】11:00～20:30", "", Read::wholly,
         "月火水木金前 11:00-20:00｜土日祝 11:00-20:30"},
        {"臨時休業：11/2 （土日）11:00～20:30（月～金）11:00～20:00", "", Read::wholly,
         "月火水木金祝 11:00-20:00｜土日 11:00-20:30｜前 closed"},
    });
}

TEST_CASE("a date before the hours of all days") {
    check({
        {"11/2は11:30～15:00\n11:30～15:00 17:00～21:00", "", Read::wholly,
         "月火水木金土日祝 11:30-15:00 17:00-21:00｜前 11:30-15:00"},
        {"11/2は12時から 営業時間：11:00～20:00", "", Read::in_doubt, "月火水木金土日祝 11:00-20:00｜前 ?"},
    });
}

TEST_CASE("some days alone, behind a mark or before hours of something else") {
    check({
        {"昼 11:00～15:00（土日祝のみ）（テイクアウト 10:00～14:00）夜17:00～21:00", "", Read::wholly,
         "月火水木金前 17:00-21:00｜土日祝 11:00-15:00 17:00-21:00"},
        {"11:00～20:00 （土日祝のみ）テイクアウト 10:00～14:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"ランチ 11:00～14:00※平日のみディナー17:00～21:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"11:30～14:30／17:30～21:00　※11/3(火祝)はランチのみ", "火曜", Read::wholly,
         "月水木金土日前 11:30-14:30 17:30-21:00｜火 closed｜祝 11:30-14:30"},
    });
}

TEST_CASE("a meal is closed on the last day alone, if the first is closed all day") {
    check({
        {"ランチ 11:30～14:00 ディナー 18:00～22:00 月曜終日&火曜ランチお休み", "", Read::wholly,
         "月前 closed｜火祝 18:00-22:00｜水木金土日 11:30-14:00 18:00-22:00"},
    });
}

TEST_CASE("a date before a colon, and dates that share a bracket") {
    check({
        {"11:00～20:00 11/3：17:00～22:00", "", Read::wholly, "月火水木金土日前 11:00-20:00｜祝 17:00-22:00"},
        {"11:00～20:00\n11/2・3：10:00～15:00", "", Read::wholly, "月火水木金土日 11:00-20:00｜前祝 10:00-15:00"},
        {"11:00～20:00 11/2・3(月火)は10:00～15:00", "", Read::wholly, "月火水木金土日 11:00-20:00｜前祝 10:00-15:00"},
        {"11:00～20:00 11/2、3（月・火）は休み", "", Read::wholly, "月火水木金土日 11:00-20:00｜前祝 closed"},
        {"11:00～20:00 11/2～3（月・火）は休み", "", Read::wholly, "月火水木金土日 11:00-20:00｜前祝 closed"},
        {"11:00～20:00 11/2・3のみ10:00～15:00", "", Read::wholly, "月火水木金土日 11:00-20:00｜前祝 10:00-15:00"},
    });
}

TEST_CASE("a remark ends where days, a heading or another sentence begins") {
    check({
        {"※ご予約優先、11/3：17:00～22:00　昼 11:30～14:00／夜 17:00～21:00", "", Read::wholly,
         "月火水木金土日前 11:30-14:00 17:00-21:00｜祝 17:00-22:00"},
        {"11:00～20:00　※満席の場合はお断りすることがあります、毎週月曜日定休", "", Read::wholly,
         "月前 closed｜火水木金土日祝 11:00-20:00"},
        {"11:00～20:00／※カード利用可 定休日 月曜", "", Read::wholly, "月前 closed｜火水木金土日祝 11:00-20:00"},
        {"※カード利用可、営業時間：平日 11:00～20:00、土日祝 10:00～19:00", "", Read::wholly,
         "月火水木金前 11:00-20:00｜土日祝 10:00-19:00"},
    });
}

TEST_CASE("a list of closing days on one line with hours") {
    check({
        {"定休日：火曜、土・日 10:00～18:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"定休日は木曜、土日 11:00～20:00", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"定休日：月曜、火曜 11:00～20:00", "", Read::wholly, "月火前祝 closed｜水木金土日 11:00-20:00"},
        {"ランチ 11:00～14:00 ディナー 17:00～22:00 臨時休業11/2・11/3はランチのみ", "", Read::in_doubt,
         "月火水木金土日 11:00-14:00 17:00-22:00｜前 ?｜祝 11:00-14:00"},
        {"ランチ 11:30～14:30\nディナー 17:30～22:00\n11/2はディナー休み\n11/3：10:15～15:45", "", Read::wholly,
         "月火水木金土日 11:30-14:30 17:30-22:00｜前 11:30-14:30｜祝 10:15-15:45"},
    });
}

TEST_CASE("hours of something else end where the house's own may begin") {
    check({
        {"11:00～20:00 予約受付 10:00～16:00 土日祝18:00まで", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"11:00～20:00　テイクアウト 10:00～18:00　11/3は15:00閉店", "", Read::in_doubt, "月火水木金土日前祝 ?"},
        {"TEL 03-1234-5678 【平日】9:00～21:30\n【土・日・祝】9:00～19:00", "", Read::in_doubt,
         "月火水木金前 ?｜土日祝 09:00-19:00"},
        {"10:30～20:30，予約受付 10:30～16:30・定休日は火曜 金土は17:30まで / 11/2 11:15～17:45", "", Read::wholly,
         "月水木日 10:30-20:30｜火祝 closed｜金土 10:30-17:30｜前 11:15-17:45"},
    });
}

TEST_CASE("a meal's closing day in a bracket is of that meal, whatever line the others stand on") {
    check({
        {"ランチ11:30～14:30（月曜休み）\nディナー17:30～22:00", "", Read::wholly,
         "月前 17:30-22:00｜火水木金土日祝 11:30-14:30 17:30-22:00"},
    });
}

}  // namespace japanese_silence_test
