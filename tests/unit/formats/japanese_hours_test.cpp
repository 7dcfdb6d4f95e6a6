#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours.hpp>

namespace japanese_hours_test {
using namespace denwaban;

namespace {

/// What the texts say of a day of 2026: `11:30-14:00 17:00-26:00?`, `closed`, or `?` where nothing is known.
class Listed {
public:
    explicit Listed(std::string_view open, std::string_view close = {})
        : reading_(rules_from_japanese(open, close)),
          hours_(*Hours::compile(reading_.rules, HolidayCalendar::japan(), TimeZone::tokyo(),
                                 {make_date(2026, 1, 1), make_date(2026, 12, 31)})) {}

    [[nodiscard]] std::string on(unsigned month, unsigned day) const {
        std::string text;
        for (const auto& opening : *hours_.openings_on(make_date(2026, month, day))) {
            if (opening.service == nullptr) return "?";
            text += (text.empty() ? "" : " ") + to_string(opening.service->opens) + "-" +
                    to_string(opening.service->closes) + (opening.state == State::unknown ? "?" : "");
        }
        return text.empty() ? "closed" : text;
    }
    /// The days of a month of 2026 on which it is closed.
    [[nodiscard]] std::vector<unsigned> closed_in(unsigned month) const {
        std::vector<unsigned> days;
        for (unsigned day = 1; day <= 30; ++day) {
            if (on(month, day) == "closed") days.push_back(day);
        }
        return days;
    }
    [[nodiscard]] LastOrders last_orders(unsigned month, unsigned day) const {
        return hours_.openings_on(make_date(2026, month, day))->back().service->last_orders;
    }
    [[nodiscard]] bool complete() const { return is_complete(reading_.findings); }
    [[nodiscard]] const Findings& findings() const { return reading_.findings; }
    [[nodiscard]] const Finding* heaviest() const {
        const Finding* heaviest = nullptr;
        for (const auto& finding : reading_.findings) {
            if (heaviest == nullptr || finding.weight > heaviest->weight) heaviest = &finding;
        }
        return heaviest;
    }

private:
    RulesReading reading_;
    Hours hours_;
};

using Days = std::vector<unsigned>;

// 2026-11: Sunday 1, Monday 2, 祝日 on Tuesday 3 and Monday 23.
constexpr unsigned sunday = 8, monday = 9, tuesday = 10, wednesday = 11, friday = 13, saturday = 14;
constexpr unsigned eve = 22, holiday = 23;

}  // namespace

TEST_CASE("a listing as restaurants write it") {
    const Listed izakaya{"月～木 17:00～23:00（料理L.O.22:00）金・土・祝前日 17:00～翌5:00",
                         "日曜（月曜が祝日の場合は営業、月曜休）"};
    CHECK(izakaya.complete());
    CHECK(izakaya.on(11, monday) == "17:00-23:00");
    CHECK(izakaya.on(11, friday) == "17:00-29:00");
    CHECK(izakaya.on(11, sunday) == "closed");
    CHECK(izakaya.on(11, eve) == "17:00-29:00");
    CHECK(izakaya.on(11, holiday) == "closed");
    CHECK(izakaya.last_orders(11, monday).food == MinuteOfDay::clock(22, 0));
}

TEST_CASE("spans and days that nothing separates") {
    const Listed text{"月～金、祝前日: 11:30～15:0017:00～23:00土、日、祝日: 12:00～22:00"};
    CHECK(text.complete());
    CHECK(text.on(11, tuesday) == "11:30-15:00 17:00-23:00");
    CHECK(text.on(11, saturday) == "12:00-22:00");
    CHECK(text.on(11, eve) == "11:30-15:00 17:00-23:00");
    CHECK(text.on(11, holiday) == "12:00-22:00");
}

TEST_CASE("every way to write a time") {
    for (const auto* text :
         {"17:00～翌2:00", "17：00〜26：00", "１７時００分 - ２時", "17時～深夜2時", "午後5時から翌2時まで",
          "17:00–2:00", "PM5:00-翌2:00", "17:00ー02:00", "夕方5時～2:00", "17：00〜ＡＭ2：00"}) {
        CAPTURE(text);
        CHECK(Listed{text}.on(11, friday) == "17:00-26:00");
    }
    CHECK(Listed{"AM11:00～PM2:00 PM5:00～PM10:00"}.on(11, friday) == "11:00-14:00 17:00-22:00");
    CHECK(Listed{"正午～17時30分"}.on(11, friday) == "12:00-17:30");
    CHECK(Listed{"25:00～30:00"}.on(11, friday) == "25:00-30:00");
    CHECK(Listed{"24時間営業"}.on(11, friday) == "00:00-24:00");
    CHECK(Listed{"11:00～15:00ごろ"}.on(11, friday) == "11:00-15:00");
}

TEST_CASE("days by kind") {
    const Listed text{"平日 11:00-14:00／土日祝 10:00-16:00"};
    CHECK(text.on(11, tuesday) == "11:00-14:00");
    CHECK(text.on(11, saturday) == "10:00-16:00");
    CHECK(text.on(11, holiday) == "10:00-16:00");

    CHECK(Listed{"＜平日＞11:00～14:00＜土・日＞10:00～15:00"}.on(11, holiday) == "?");
    CHECK(Listed{"月～金 11:00～14:00 土 11:00～15:00"}.on(11, sunday) == "closed");
    CHECK(Listed{"11:00～14:00"}.on(11, sunday) == "11:00-14:00");
    CHECK(Listed{"毎日曜日 9:00～12:00"}.on(11, sunday) == "09:00-12:00");
    CHECK(Listed{"毎日曜日 9:00～12:00"}.on(11, monday) == "closed");
}

TEST_CASE("last orders, wherever they stand") {
    using std::nullopt;
    constexpr auto at = [](int hour, int minute) { return MinuteOfDay::make(hour * 60 + minute); };
    const auto orders = [](const char* text) { return Listed{text}.last_orders(11, 13); };
    CHECK(orders("17:00～23:00（料理L.O. 22:00 ドリンクL.O. 22:30）") == LastOrders{at(22, 0), at(22, 30), nullopt});
    CHECK(orders("17:00 - 23:00 L.O. 料理22:00 ドリンク22:30") == LastOrders{at(22, 0), at(22, 30), nullopt});
    CHECK(orders("17:00～23:00(LO22:30)") == LastOrders{at(22, 30), nullopt, nullopt});
    CHECK(orders("17:00～翌2:00 ラストオーダー1:30") == LastOrders{at(25, 30), nullopt, nullopt});
    CHECK(orders("17:00～23:00（22:00 L.O.）") == LastOrders{at(22, 0), nullopt, nullopt});
    CHECK(orders("17:00～23:00 ※ラストオーダー30分前") == LastOrders{at(22, 30), nullopt, nullopt});
    CHECK(orders("10:00～18:00／最終入店17:30") == LastOrders{nullopt, nullopt, at(17, 30)});

    const Listed only{"11:30～14:30L.O.／17:00～21:00"};
    CHECK(only.on(11, friday) == "11:30-14:30 17:00-21:00");
    CHECK(only.findings().at(0).kind == FindingKind::assumption);
}

TEST_CASE("what contradicts itself is read, and found") {
    const Listed late{"17:00～23:00（料理L.O. 23:30）"};
    CHECK(late.on(11, friday) == "17:00-23:00");
    CHECK(late.heaviest()->kind == FindingKind::contradiction);
    CHECK(late.heaviest()->weight == Weight::doubt);
    CHECK(late.heaviest()->words == "料理L.O. 23:30");

    const Listed overlapping{"11:00～15:00 14:00～20:00"};
    CHECK(overlapping.on(11, friday) == "?");
    CHECK(overlapping.heaviest()->kind == FindingKind::contradiction);

    CHECK(Listed{"17:00～23:00（料理L.O. 22:30 ドリンクL.O. 22:00）"}.heaviest()->kind == FindingKind::contradiction);
}

TEST_CASE("a night that listings cut at midnight is one opening") {
    const Listed text{
        "金曜日 0時00分～5時00分, 16時00分～0時00分\n土曜日 0時00分～5時00分, 16時00分～0時00分\n日曜日 "
        "0時00分～5時00分"};
    CHECK(text.on(11, friday) == "00:00-05:00 16:00-29:00");
    CHECK(text.on(11, saturday) == "16:00-29:00");
    CHECK(text.on(11, sunday) == "closed");
}

TEST_CASE("an end of its own for some days") {
    const Listed text{"11:00～20:00（木曜日は14:00まで）／金土-21:00"};
    CHECK(text.on(11, 12) == "11:00-14:00");
    CHECK(text.on(11, friday) == "11:00-21:00");
    CHECK(text.on(11, sunday) == "11:00-20:00");
    CHECK(Listed{"10:00～19:00(土日祝は9:00～)"}.on(11, saturday) == "09:00-19:00");
    CHECK(Listed{"月～土 11:00～20:00(日・祝は19:00まで)"}.on(11, holiday) == "11:00-19:00");
    CHECK(Listed{"9:00-17:30（12-3月は16:30まで）"}.on(12, 1) == "09:00-16:30");
}

TEST_CASE("closing days") {
    const auto closed = [](const char* close) { return Listed{"11:00～20:00", close}.closed_in(11); };
    CHECK(closed("月曜日") == Days{2, 9, 16, 23, 30});
    CHECK(closed("第1・3火曜") == Days{3, 17});
    CHECK(closed("第２・第４月曜、最終水曜") == Days{9, 23, 25});
    CHECK(closed("毎月5・15・25日") == Days{5, 15, 25});
    CHECK(closed("4のつく日") == Days{4, 14, 24});
    CHECK(closed("奇数月の第1月曜") == Days{2});
    CHECK(closed("日祝") == Days{1, 3, 8, 15, 22, 23, 29});
    CHECK(closed("年中無休") == Days{});
    CHECK(closed("水曜、祝日の翌日") == Days{4, 11, 18, 24, 25});
    CHECK(closed("11/20～11/22") == Days{20, 21, 22});
    CHECK(closed("2026年11月5日") == Days{5});
    CHECK(Listed{"11:00～20:00", "12/31～1/3"}.on(1, 3) == "closed");
    CHECK(Listed{"11:00～20:00", "元日"}.on(1, 1) == "closed");
}

TEST_CASE("where a closing day goes on a 祝日") {
    // 11-23 is a Monday; 11-03, a Tuesday.
    const auto closed = [](const char* close) { return Listed{"11:00～20:00", close}.closed_in(11); };
    CHECK(closed("月曜日（祝日の場合は営業）") == Days{2, 9, 16, 30});
    CHECK(closed("月曜日（祝日の場合は翌日）") == Days{2, 9, 16, 24, 30});
    CHECK(closed("月曜日 祝日の場合翌日") == Days{2, 9, 16, 24, 30});
    CHECK(closed("月曜（祝日の場合は営業し、翌平日休み）") == Days{2, 9, 16, 24, 30});
    CHECK(closed("月曜（月祝営業・翌水休）") == Days{2, 9, 16, 25, 30});
    CHECK(closed("月曜（祝日の場合は前日）") == Days{2, 9, 16, 22, 30});
    CHECK(closed("月曜（祝日でも休み）") == Days{2, 9, 16, 23, 30});
    CHECK(closed("月曜日、月曜日が祝日の場合は翌火曜日") == Days{2, 9, 16, 24, 30});
    CHECK(closed("月曜（祝日を除く）") == Days{2, 9, 16, 30});
    CHECK(closed("水曜日、木曜日（祝日は除く）") == Days{4, 5, 11, 12, 18, 19, 25, 26});
    CHECK(closed("祝日を除く月曜日") == Days{2, 9, 16, 30});
    CHECK(closed("日曜（祝前日の場合は営業、翌月曜休み）") == Days{1, 8, 15, 23, 29});
    CHECK(closed("日曜日（連休の場合は最終日）") == Days{1, 8, 15, 23, 29});
    CHECK(closed("日曜・祝日も営業") == Days{});
    CHECK(closed("月曜・第3火曜 ※月曜が祝日の場合は翌火曜休") == Days{2, 9, 16, 17, 24, 30});

    const Listed either{"11:00～20:00", "月曜(祝日の場合は営業し、前日or翌日休業)"};
    CHECK(either.on(11, 22) == "11:00-20:00?");
    CHECK(either.on(11, 23) == "11:00-20:00");
    CHECK(either.on(11, 24) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "月曜（祝日の場合は変動）"}.on(11, 23) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "月曜（祝日は営業、代休あり）"}.on(11, 26) == "11:00-20:00?");
}

TEST_CASE("what nobody can know stays unknown") {
    CHECK(Listed{"11:00～20:00", "不定休"}.on(11, friday) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "不定休"}.complete());
    CHECK(Listed{"11:00～20:00", "月曜、月2回不定休"}.on(11, monday) == "closed");
    CHECK(Listed{"11:00～20:00", "月曜、月2回不定休"}.on(11, friday) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "月曜、火曜日(不定休)"}.on(11, tuesday) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "月曜、火曜日(不定休)"}.on(11, friday) == "11:00-20:00");
    CHECK(Listed{"11:00～20:00", "隔週水曜"}.on(11, wednesday) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "水曜日（冬季は火・水曜）"}.on(12, 29) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "水曜日（冬季は火・水曜）"}.on(11, tuesday) == "11:00-20:00");
    CHECK(Listed{"11:00～20:00", "年末年始"}.on(12, 31) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "年末年始(12/31～1/2)"}.on(12, 31) == "closed");
    CHECK(Listed{"11:00～20:00", "駅ビルに準ずる"}.on(11, friday) == "11:00-20:00?");
    CHECK(Listed{"11:00～20:00", "SNSにて告知"}.on(11, friday) == "11:00-20:00?");
    CHECK(Listed{"11:00～14:00 17:00～ラスト"}.on(11, friday) == "11:00-14:00 17:00-29:00?");
    CHECK(Listed{"", "月曜"}.on(11, monday) == "closed");
    CHECK(Listed{"", "月曜"}.on(11, friday) == "?");
    CHECK(Listed{""}.on(11, friday) == "?");
}

TEST_CASE("a closing of one meal") {
    const Listed text{"11:30～14:00／17:00～22:00", "月曜、火曜のランチ"};
    CHECK(text.on(11, monday) == "closed");
    CHECK(text.on(11, tuesday) == "17:00-22:00");
    CHECK(Listed{"ランチ11:30～14:00 ディナー17:00～22:00", "水・木ランチ休み"}.on(11, wednesday) == "17:00-22:00");
    CHECK(Listed{"11:30～14:00、17:00～22:00（火曜は昼のみ）"}.on(11, tuesday) == "11:30-14:00");
    CHECK(Listed{"11:30～14:00／17:00～22:00", "日曜 ※火曜はディナーのみの営業"}.on(11, tuesday) == "17:00-22:00");
}

TEST_CASE("an explanation of hours already said changes nothing") {
    const Listed text{
        "火・水・木・金・土・日 11:00 - 21:00 L.O. 20:00 月 定休日 ■ 営業時間 ランチ 11:00～15:00 ディナー "
        "17:00～21:00 ■ "
        "定休日月曜（祝日は営業）"};
    CHECK(text.on(11, tuesday) == "11:00-21:00");
    CHECK(text.on(11, monday) == "closed");
    CHECK(text.complete());
}

TEST_CASE("words about something else are notes, words about hours are losses") {
    const Listed praise{"17:00～23:00", "なし★自慢の鍋をどうぞ！当日のご予約も承ります。"};
    CHECK(praise.on(11, friday) == "17:00-23:00");
    CHECK(praise.complete());
    CHECK(!praise.findings().empty());

    const Listed courses{"17:00～23:00", "月曜 ※土日のランチは10名様より予約制で承ります"};
    CHECK(courses.on(11, saturday) == "17:00-23:00");

    const Listed unread{"17:00～23:00", "6月は14水と15木も休み"};
    REQUIRE(unread.heaviest() != nullptr);
    CHECK(unread.heaviest()->weight == Weight::loss);
    CHECK(unread.heaviest()->part == "close");
    CHECK(std::get<ByteRange>(unread.heaviest()->where).begin == 0);

    CHECK(Listed{"17:00～23:00", "甘味処のみ月曜休み"}.heaviest()->weight == Weight::doubt);
}

TEST_CASE("bytes that are no text do no harm") {
    const Listed broken{"\xff\xfe 17:00～23:00\xe3\x80", "\xc0\xaf月曜"};
    CHECK(broken.on(11, friday) == "17:00-23:00");
    CHECK(broken.on(11, monday) == "closed");
    CHECK(broken.heaviest()->kind == FindingKind::malformed);
    CHECK(Listed{std::string(20000, '(')}.on(11, friday) == "?");
}

TEST_CASE("rules as a listing, and back") {
    const auto rules =
        rules_from_japanese(
            "月～木 ランチ11:30～14:00、17:00～23:00（料理L.O. 22:00 ドリンクL.O. 22:30）金・土・祝前日 17:00～翌2:00",
            "日曜、第3火曜（祝日の場合は翌日）、12/31～1/3")
            .rules;
    const auto listing = to_japanese(rules);
    CHECK(
        listing.open ==
        "月～木 ランチ 11:30～14:00、17:00～23:00（料理L.O. 22:00 ドリンクL.O. 22:30）\n金・土・祝前日 17:00～翌2:00");
    CHECK(listing.close == "日曜（祝日の場合は翌日）、第3火曜（祝日の場合は翌日）、12/31～1/3");
    CHECK(is_complete(listing.findings));
    CHECK(rules_from_japanese(listing.open, listing.close).rules == rules);
}

TEST_CASE("what a listing can't say is found") {
    Rules rules{{{{EveryDay{}}, Open{{{"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(23, 0), {}}}}, ""}}, {}, {}};
    rules.rules.push_back({{OnDates{{make_date(2026, 12, 24)}}}, Closed{}, "貸切"});
    rules.closings.push_back({{EveryNWeeks{2, make_date(2026, 11, 2)}}});
    rules.choices.unlisted = Unlisted::unknown;
    const auto listing = to_japanese(rules);
    REQUIRE(listing.findings.size() == 4);
    CHECK(to_string(listing.findings[0].where) == "/rules/1");
    CHECK(to_string(listing.findings[2].where) == "/closings/0/when");
    CHECK(to_string(listing.findings[3].where) == "/choices/unlisted");
}

TEST_CASE("what a listing would say otherwise is not written as if it said it") {
    const Service morning{"モーニング", MinuteOfDay::clock(7, 0), MinuteOfDay::clock(10, 0), {}};
    const Service night{"", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(26, 0), {}};
    // A reader takes a meal of every day and the hours of 祝日 together.
    const auto listing =
        to_japanese({{{{EveryDay{}}, Open{{morning}}, ""}, {{OnHolidays{}}, Open{{night}}, ""}}, {}, {}});
    REQUIRE(listing.findings.size() == 1);
    CHECK(listing.findings[0].message == "read back, it would say other hours");
    const auto alike =
        to_japanese({{{{EveryDay{}}, Open{{morning}}, ""}, {{OnHolidays{}}, Open{{morning, night}}, ""}}, {}, {}});
    CHECK(is_complete(alike.findings));
    // Of Mondays that are closed twice a reader takes one.
    const RegularClosing moved{{OnWeekdays{{1}}}, Displacement::day_after}, stays{{OnWeekdays{{1, 2}}}};
    const auto twice = to_japanese({{{{EveryDay{}}, Unknown{}, ""}}, {moved, stays}, {}});
    CHECK(twice.open.empty());
    CHECK_FALSE(is_complete(twice.findings));
}

TEST_CASE("a listing has no end that nobody said") {
    for (const std::string_view open :
         {"11:00～スープなくなり次第終了", "17:00～LAST", "ランチ 11:30～14:00 ディナー 17:00～LAST",
          "ランチ 11:00～ ディナー 17:00～"}) {
        CAPTURE(open);
        const auto rules = rules_from_japanese(open, "木曜").rules;
        const auto listing = to_japanese(rules);
        CHECK(listing.open.find("翌5:00") == std::string::npos);
        CHECK(listing.open.find("LAST") != std::string::npos);
        CHECK(listing.close == "木曜");
        CHECK(is_complete(listing.findings));
        const auto again = rules_from_japanese(listing.open, listing.close).rules;
        CHECK(to_japanese(again).open == listing.open);
        CHECK(again.closings.size() == rules.closings.size());
    }
    const auto two = to_japanese(rules_from_japanese("ランチ 11:00～ ディナー 17:00～", "木曜").rules);
    CHECK(two.open == "毎日 11:00～LAST、17:00～LAST");
}

}  // namespace japanese_hours_test
