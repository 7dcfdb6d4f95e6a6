#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/customer/customers.hpp>
#include <denwaban/customer/unmerge.hpp>

#include "evening.hpp"
#include "told_errors.hpp"

namespace customers_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

Customer customer(std::string id, std::string name, std::string kana, Texts phones) {
    Customer made;
    made.id = {std::move(id)};
    made.name = std::move(name);
    made.kana = std::move(kana);
    for (const auto& phone : phones) made.phones.push_back(*PhoneNumber::parse(phone));
    return made;
}

Texts ids(const std::vector<const Customer*>& found) {
    Texts all;
    for (const auto* one : found) all.push_back(one->id.text);
    return all;
}

Customers some_customers() {
    Customers customers;
    REQUIRE(customers.put(customer("1", "山田 太郎", "ヤマダ タロウ", {"090-1234-5678", "03-1234-5678"})).has_value());
    REQUIRE(customers.put(customer("2", "山田 花子", "ヤマダ ハナコ", {"０３（１２３４）５６７８"})).has_value());
    REQUIRE(customers.put(customer("3", "佐藤 純", "サトウ ジュン", {})).has_value());
    return customers;
}

Visit visit(std::string booking, unsigned day, VisitOutcome outcome) {
    return {{"r"}, {std::move(booking)}, make_date(2026, 11, day), Covers::of(2), outcome};
}

}  // namespace

TEST_CASE("names are found however they are written") {
    CHECK(search_words("やまだ　太郎") == Texts{"ヤマダ", "太郎"});
    CHECK(search_words("ﾔﾏﾀﾞ･ﾀﾛｳ") == Texts{"ヤマダ", "タロウ"});
    CHECK(search_key("ｷﾞｭｳﾞ ﾊﾟﾝ") == "ギユヴパン");
    CHECK(search_key("か\u3099") == "ガ");
    CHECK(search_key("Ｓｍｉｔｈ JOHN") == "smithjohn");
    CHECK(search_key("ァッョヵ") == "アツヨカ");
    CHECK(search_words("　・ ").empty());
    CHECK(search_key("a\xE3\x81") == "a\uFFFD\uFFFD");
    CHECK(search_key("\U0001F363゛") == "\U0001F363゛");
}

TEST_CASE("customers are found by any number and by the beginning of a name") {
    const auto customers = some_customers();
    CHECK(ids(customers.by_phone(*PhoneNumber::parse("+81 3 1234 5678"))) == Texts{"1", "2"});
    CHECK(ids(customers.by_phone(*PhoneNumber::parse("09012345678"))) == Texts{"1"});
    CHECK(ids(customers.by_phone(*PhoneNumber::parse("09012345679"))).empty());
    CHECK(ids(customers.by_name("やまだ")) == Texts{"1", "2"});
    CHECK(ids(customers.by_name("ﾔﾏﾀﾞﾊ")) == Texts{"2"});
    CHECK(ids(customers.by_name("たろう")) == Texts{"1"});
    CHECK(ids(customers.by_name("じゆ")) == Texts{"3"});
    CHECK(ids(customers.by_name("山")) == Texts{"1", "2"});
    CHECK(ids(customers.by_name("やまだ", 1)) == Texts{"1"});
    CHECK(customers.by_name(" ").empty());
}

TEST_CASE("what is put in another's place is found anew") {
    auto customers = some_customers();
    REQUIRE(customers.put(customer("1", "鈴木 太郎", "スズキ タロウ", {"09000000000"})).has_value());
    CHECK(ids(customers.by_name("やまだ")) == Texts{"2"});
    CHECK(ids(customers.by_phone(*PhoneNumber::parse("03-1234-5678"))) == Texts{"2"});
    CHECK(customers.put({}).error().code == ErrorCode::invalid_value);
}

TEST_CASE("merging keeps both histories, and the old id leads to the new") {
    auto customers = some_customers();
    auto one = with_visit(*customers.find({"1"}), visit("b1", 20, VisitOutcome::visited));
    one.notes = "窓側";
    auto two = with_visit(*customers.find({"2"}), visit("b2", 10, VisitOutcome::no_show));
    two.notes = "静かな席";
    two.allergies = {"えび"};
    REQUIRE(customers.put(one).has_value());
    REQUIRE(customers.put(two).has_value());
    REQUIRE(customers.merge({"1"}, {"2"}).has_value());
    const auto* both = customers.find({"2"});
    REQUIRE(both != nullptr);
    CHECK(both->id.text == "1");
    CHECK(both->aliases == Texts{"山田 花子", "ヤマダ ハナコ"});
    CHECK(both->phones.size() == 2);
    CHECK(both->notes == "窓側\n静かな席");
    CHECK(both->allergies == Texts{"えび"});
    CHECK(counts_of(*both) == VisitCounts{0, 0, 1, 1, make_date(2026, 11, 20)});
    CHECK(ids(customers.by_name("山田 花")) == Texts{"1"});
    CHECK(customers.size() == 2);

    const auto before = *both;
    REQUIRE(customers.merge({"1"}, {"2"}).has_value());
    CHECK(*customers.find({"1"}) == before);
    CHECK(customers.put(two).error().code == ErrorCode::duplicate_id);
    REQUIRE(customers.merge({"3"}, {"2"}).has_value());
    CHECK(customers.find({"1"})->id.text == "3");
    CHECK(customers.find({"2"})->id.text == "3");
    CHECK(customers.merge({"3"}, {"9"}).error().code == ErrorCode::unknown_reference);
    auto thief = customer("4", "", "", {});
    thief.merged = {{"1"}};
    CHECK(customers.put(thief).error().where == Where{JsonPointer{"/merged/0"}});
}

TEST_CASE("a merge gives nobody's reading to another name") {
    const auto both = [](const char* name, const char* kana, const char* other_name, const char* other_kana) {
        const auto all = merged(customer("1", name, kana, {}), customer("2", other_name, other_kana, {}));
        return std::pair{Texts{all.name, all.kana}, all.aliases};
    };
    using Both = std::pair<Texts, Texts>;
    CHECK(both("髙島 花子", "", "山田 太郎", "やまだ たろう") ==
          Both{{"髙島 花子", ""}, {"山田 太郎", "やまだ たろう"}});
    CHECK(both("髙島 花子", "", "高島花子", "たかしま はなこ") == Both{{"髙島 花子", "たかしま はなこ"}, {"高島花子"}});
    CHECK(both("", "", "山田", "やまだ") == Both{{"山田", "やまだ"}, {}});
    CHECK(both("", "ヤマダ", "山田", "やまだ") == Both{{"山田", "ヤマダ"}, {}});
    // A reading alone may be anybody's.
    CHECK(both("", "サトウ", "山田", "") == Both{{"山田", ""}, {"サトウ"}});
    CHECK(both("髙島", "", "", "やまだ") == Both{{"髙島", ""}, {"やまだ"}});
    CHECK(both("", "サトウ", "山田", "やまだ") == Both{{"山田", "やまだ"}, {"サトウ"}});
    CHECK(both("", "", "", "やまだ") == Both{{"", "やまだ"}, {}});
    CHECK(both("山田", "やまだ", "山田", "ヤマダ") == Both{{"山田", "やまだ"}, {}});
    CHECK(both("山田", "やまだ", "山田", "ヤマタ") == Both{{"山田", "やまだ"}, {"ヤマタ"}});
}

TEST_CASE("what became of a booking is believed in whatever order one hears of it") {
    const Visit booked = visit("b", 20, VisitOutcome::booked), cancelled = visit("b", 20, VisitOutcome::cancelled),
                came = visit("b", 21, VisitOutcome::visited);
    const auto forwards = with_visit(with_visit(with_visit({}, booked), cancelled), came);
    const auto backwards = with_visit(with_visit(with_visit(with_visit({}, came), came), cancelled), booked);
    CHECK(forwards == backwards);
    CHECK(forwards.visits == std::vector<Visit>{came});
}

TEST_CASE("a book tells what became of a reservation") {
    using namespace evening;
    const auto day = booked(empty_book(), "a", 2, MinuteOfDay::clock(19, 0))->book;
    const auto outcome = [](const DayBook& book) { return visit_of(book, *book.find({"a"})).outcome; };
    CHECK(visit_of(day, *day.find({"a"})) == Visit{{"hanamaru"}, {"a"}, friday, Covers::of(2), VisitOutcome::booked});
    CHECK(outcome(cancel(day, {"a"}, CancelReason::guest, by())->book) == VisitOutcome::cancelled);
    const auto staff = by(Actor::restaurant, at_clock(19, 5));
    CHECK(outcome(seat(day, {"a"}, {}, staff)->book) == VisitOutcome::visited);
    CHECK(outcome(follow(day, {"a"}, CommitmentEvent::miss, staff)->book) == VisitOutcome::no_show);
}

TEST_CASE("a visit is written down with the customer whom the reservation names") {
    using namespace evening;
    auto customers = some_customers();
    auto one = wanted("a", 2, MinuteOfDay::clock(19, 0));
    one.details.customer = CustomerId{"2"};
    const auto day = book(empty_book(), one, by())->book;
    REQUIRE(customers.record_visit(day, {"a"}).has_value());
    REQUIRE(customers.record_visit(day, {"a"}).has_value());
    CHECK(counts_of(*customers.find({"2"})).booked == 1);
    CHECK(customers.record_visit(day, {"x"}).error().code == ErrorCode::unknown_reference);
}

TEST_CASE("two who have too much to say together stay two, and nothing of either is lost") {
    Customers customers;
    auto one = customer("1", "山田 太郎", "", {});
    one.notes = std::string(1500, 'a');
    auto other = customer("2", "山田 花子", "", {});
    other.notes = std::string(1500, 'b');
    REQUIRE(customers.put(one));
    REQUIRE(customers.put(other));
    const auto merged = customers.merge({"1"}, {"2"});
    REQUIRE_FALSE(merged);
    CHECK(merged.error().code == ErrorCode::too_large);
    CHECK(to_string(merged.error().where) == "/notes");
    CHECK(*customers.find({"1"}) == one);
    CHECK(*customers.find({"2"}) == other);
}

TEST_CASE("old and other forms of a kanji are found by the common one") {
    const std::vector<std::pair<std::string, std::string>> same{
        {"髙島", "高島"},
        {"山﨑", "山崎"},
        {"渡邊", "渡辺"},
        {"渡邉", "渡辺"},
        {"齋藤", "斎藤"},
        {"齊藤", "斉藤"},
        {"櫻井", "桜井"},
        {"澤田", "沢田"},
        {"濵田", "浜田"},
        {"濱田", "浜田"},
        {"廣田", "広田"},
        {"葛\U000E0100城", "葛城"},
        {"\U00020BB7田", "吉田"},
        {"神\uFE00", "神"},
        {"嶋", "島"},
        {"國", "国"},
        {"眞", "真"},
        {"惠", "恵"},
        {"冨", "富"},
        {"舘", "館"},
    };
    for (const auto& pair : same) {
        CAPTURE(pair.first);
        CHECK(search_key(pair.first) == search_key(pair.second));
    }
    CHECK(search_key("斎藤") != search_key("斉藤"));
    Customers customers;
    REQUIRE(customers.put(customer("c1", "髙島 禮子", "タカシマ レイコ", {})).has_value());
    CHECK(ids(customers.by_name("高島")) == Texts{"c1"});
    CHECK(ids(customers.by_name("礼子")) == Texts{"c1"});
}

TEST_CASE("whatever separates words does, and what nobody sees is not there") {
    for (const std::string_view name :
         {"山田\u00A0太郎", "山田\u2003太郎", "山田,太郎", "山田、太郎", "山田/太郎", "山田／太郎", "\uFEFF山田 太郎",
          "山\u200B田 太郎", "㊑山田 太郎", "㈱山田 太郎", "(株)山田 太郎", "（株） 山田 太郎", "株式会社山田 太郎",
          "山田株式会社 太郎"}) {
        CAPTURE(name);
        CHECK(search_words(name) == Texts{"山田", "太郎"});
    }
    CHECK(search_words("\U0001F600山田☎太郎") == Texts{"\U0001F600", "山田", "☎", "太郎"});
    CHECK(search_words("株式会社") == Texts{"株式会社"});
    CHECK(search_words("有 美香") == Texts{"有", "美香"});
    CHECK(search_key("いすゞ") == search_key("イスズ"));
    CHECK(search_key("みすゝ") == search_key("ミスス"));
    CHECK(search_key("佐々木") == search_key("佐佐木"));
    CHECK(search_key("ヷイオリン") == search_key("ヴァイオリン"));
    CHECK(search_key("ワ゛イオリン") == search_key("ヷイオリン"));
    CHECK(search_key("一之瀬") == search_key("一ノ瀬"));
    CHECK(search_key("José") == search_key("JOSE"));
    CHECK(search_key("Jose\u0301") == search_key("jose"));
    CHECK(search_words("々") == Texts{"々"});
}

TEST_CASE("signs are found as what stands in them") {
    const std::vector<std::pair<std::string, std::string>> same{
        {"山田①", "山田1"},    {"山田⑴", "山田1"},   {"山田❶", "山田1"},
        {"山田➀", "山田1"},    {"山田⓿", "山田０"},  {"山田㉑", "山田21"},
        {"山田²", "山田2"},    {"山田₂", "山田2"},   {"ヘンリーⅧ", "ヘンリーVIII"},
        {"ⅲ", "III"},          {"第㈠", "第一"},     {"㊤", "上"},
        {"㌔", "キロ"},        {"山田㊙", "山田秘"}, {"ﬁne", "FINE"},
        {"Straße", "STRASSE"}, {"Ærø", "aero"},      {"Łukasz", "lukasz"},
        {"Nguyễn", "nguyen"},  {"𝓨𝓪𝓶𝓪𝓭𝓪", "yamada"}, {"山田𝟏", "山田1"},
        {"№1", "no1"},         {"ⓐ", "a"},           {"㋿", "令和"},
    };
    for (const auto& pair : same) {
        CAPTURE(pair.first);
        CHECK(search_key(pair.first) == search_key(pair.second));
    }
    CHECK(search_words("①山田 太郎") == Texts{"1", "山田", "太郎"});
    CHECK(search_words("山田Ⅱ世") == Texts{"山田", "ii", "世"});
    CHECK(search_words("ﬁne") == Texts{"fine"});
    CHECK(search_key("½") != search_key("12"));
    Customers customers;
    REQUIRE(customers.put(customer("c1", "スナック①番", "スナックイチバン", {})).has_value());
    for (const std::string_view said : {"スナック1", "1番", "①", "番"})
        CHECK(ids(customers.by_name(said)) == Texts{"c1"});
}

TEST_CASE("whoever was merged is written to at every address that they gave") {
    auto first = customer("1", "山田", "", {}), second = customer("2", "山田", "", {}),
         third = customer("3", "山田", "", {});
    second.email = "b@example.jp";
    third.email = "c@example.jp";
    third.other_emails = {"b@example.jp", "d@example.jp"};
    const auto two = merged(first, second);
    CHECK(two.email == "b@example.jp");
    CHECK(two.other_emails.empty());
    const auto all = merged(two, third);
    CHECK(all.email == "b@example.jp");
    CHECK(all.other_emails == Texts{"d@example.jp", "c@example.jp"});
    const auto nobody = [](const Visit&) { return false; };
    const auto parted_again = parted(all, two, third, nobody);
    REQUIRE(parted_again);
    CHECK(parted_again->kept == two);
    CHECK(parted_again->restored == third);
    first.other_emails = {"b@example.jp"};
    const auto kept = parted(merged(first, second), first, second, nobody);
    REQUIRE(kept);
    CHECK(kept->kept == first);
}

TEST_CASE("a merge is taken back from what it has become") {
    auto first = customer("1", "山田 花子", "", {"090-1234-5678"});
    auto second = customer("2", "やまだ 太郎", "ヤマダ", {"090-1234-5678", "06-1111-2222"});
    first.notes = "窓側";
    second.notes = "左利き";
    first.tags = {"常連"};
    second.tags = {"常連", "誕生日"};
    first.visits = {{{"r"}, {"a"}, Date{date::year{2026} / 11 / 1}, Covers::of(2), VisitOutcome::booked}};
    second.visits = {{{"r"}, {"b"}, Date{date::year{2026} / 11 / 2}, Covers::of(2), VisitOutcome::booked}};
    const auto nobody = [](const Visit&) { return false; };
    const auto both = merged(first, second);
    CHECK(is_last_merge(both, first, second));
    auto two = parted(both, first, second, nobody);
    REQUIRE(two);
    CHECK(two->kept == first);
    CHECK(two->restored == second);

    auto since = both;
    since.tags.push_back("VIP");
    since.visits[1].outcome = VisitOutcome::visited;
    since.visits.push_back({{"r"}, {"c"}, Date{date::year{2026} / 11 / 3}, Covers::of(2), VisitOutcome::booked});
    two = parted(since, first, second, [](const Visit& visit) { return visit.booking.text == "c"; });
    REQUIRE(two);
    CHECK(two->kept.tags == Texts{"常連", "VIP"});
    CHECK(two->kept.visits == first.visits);
    CHECK(two->restored.visits.size() == 2);
    CHECK(two->restored.visits[0].outcome == VisitOutcome::visited);

    since.notes = "二人は家族";
    since.email = "new@example.jp";
    two = parted(since, first, second, nobody);
    REQUIRE_FALSE(two);
    CHECK(told(two.error()) == Texts{"stale /notes"});
    CHECK_FALSE(is_last_merge(merged(both, customer("3", "", "", {})), first, second));
}

}  // namespace customers_test
