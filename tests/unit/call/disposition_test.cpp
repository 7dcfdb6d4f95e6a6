#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/call/disposition.hpp>

#include "told_errors.hpp"

namespace disposition_test {
using namespace denwaban;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

namespace {

constexpr Instant noon{make_date(2026, 11, 23).time_since_epoch() + 3h};
const AgentId sato{"sato"}, suzuki{"suzuki"};

Field field(std::string key, FieldType type, Requirement requirement = Requirement::optional) {
    Field made{std::move(key), {"あ", ""}, type, requirement, {}};
    if (type == FieldType::choice || type == FieldType::multi_choice)
        made.choices = {{"one", {"一", ""}}, {"two", {"二", ""}}};
    return made;
}

/// A code with a field of every type, the text required.
const Catalogue& catalogue() {
    static const auto made = *Catalogue::make(
        "1",
        {{{"all"},
          {"全部", ""},
          CodeStanding::current,
          {field("text", FieldType::text, Requirement::required), field("choice", FieldType::choice),
           field("choices", FieldType::multi_choice), field("at", FieldType::date_time),
           field("phone", FieldType::phone), field("booking", FieldType::booking), field("photo", FieldType::photo)},
          {CallBackAt{"at"}, TellRestaurant{30min}, Escalate{"責任者", 5min}}},
         {{"plain"}, {"素", ""}, CodeStanding::current, {}, {}},
         {{"group"}, {"群", ""}, CodeStanding::current, {}, {}},
         {{"group.leaf"}, {"葉", ""}, CodeStanding::current, {}, {}},
         {{"old"}, {"旧", ""}, CodeStanding::retired, {}, {}}});
    return made;
}

const std::map<std::string, FieldValue> filled{
    {"text", std::string{"傘"}},
    {"choice", ChoiceCode{"one"}},
    {"choices", std::vector<ChoiceCode>{{"one"}, {"two"}}},
    {"at", noon},
    {"phone", *PhoneNumber::parse("0312345678")},
    {"booking", BookingId{"R-1"}},
    {"photo", PhotoLink{"https://example.com/1.jpg"}},
};

Texts faults(const std::vector<Disposition>& dispositions, Completeness wanted = Completeness::with_data) {
    return told(check(dispositions, catalogue(), wanted));
}

DispositionRecord recorded(std::vector<Disposition> dispositions) {
    return {"1", std::move(dispositions), sato, noon, {}, {}};
}

}  // namespace

TEST_CASE("every type of field takes its own values and no others") {
    CHECK(faults({{{"all"}, filled, ""}}).empty());
    for (const auto& [key, value] : filled) {
        for (const auto& [other, wrong] : filled) {
            const auto swapped = key + " as " + other;
            CAPTURE(swapped);
            auto fields = filled;
            fields[key] = wrong;
            CHECK(faults({{{"all"}, fields, ""}}).empty() == (key == other));
        }
    }
}

TEST_CASE("whatever is wrong is told at once, each at its place") {
    auto fields = filled;
    fields["text"] = std::string{};
    fields["choice"] = ChoiceCode{"three"};
    fields["choices"] = std::vector<ChoiceCode>{{"one"}, {"four"}};
    fields["booking"] = BookingId{""};
    fields["photo"] = PhotoLink{"http://example.com/1.jpg"};
    fields["colour/size"] = std::string{"red"};
    CHECK(faults({{{"plain"}, {}, std::string(4001, 'a')},
                  {{"all"}, fields, ""},
                  {{"none"}, {}, ""},
                  {{"old"}, {}, ""},
                  {{"group"}, {}, ""}}) ==
          Texts{"too_large /dispositions/0/note", "invalid_value /dispositions/1/fields/booking",
                "invalid_value /dispositions/1/fields/choice", "invalid_value /dispositions/1/fields/choices",
                "unknown_key /dispositions/1/fields/colour~1size", "invalid_value /dispositions/1/fields/photo",
                "missing_key /dispositions/1/fields", "unknown_reference /dispositions/2/code",
                "not_allowed /dispositions/3/code", "not_allowed /dispositions/4/code"});
}

TEST_CASE("how much must be there depends on what it is for") {
    const std::vector<Disposition> empty{{{"all"}, {}, ""}}, group{{{"group"}, {}, ""}};
    CHECK(faults(empty, Completeness::draft).empty());
    CHECK(faults(empty, Completeness::code).empty());
    CHECK(faults(empty, Completeness::with_data) == Texts{"missing_key /dispositions/0/fields"});
    CHECK(faults(group, Completeness::draft).empty());
    CHECK(faults(group, Completeness::code) == Texts{"not_allowed /dispositions/0/code"});
    CHECK(faults({{{"all"}, {{"choices", std::vector<ChoiceCode>{}}, {"text", std::string{"a"}}}, ""}}).empty());
}

TEST_CASE("an amendment keeps who recorded what before, and why it was changed") {
    const std::vector<Disposition> first{{{"plain"}, {}, "一"}}, second{{{"group.leaf"}, {}, "二"}},
        third{{{"all"}, filled, "三"}};
    auto record = *amend(recorded(first), second, catalogue(), suzuki, noon + 1h, "取り違え");
    record = *amend(record, third, catalogue(), sato, noon + 2h, "追記");
    CHECK(record.dispositions == third);
    CHECK(record.by == sato);
    REQUIRE(record.amendments.size() == 2);
    CHECK(record.amendments[0] == Amendment{suzuki, noon + 1h, "取り違え", first});
    CHECK(record.amendments[1] == Amendment{sato, noon + 2h, "追記", second});

    SUBCASE("the same once more changes nothing") {
        CHECK(amend(record, third, catalogue(), suzuki, noon + 3h, "再送") == record);
    }
    SUBCASE("what can't be recorded, and nothing at all, is refused") {
        const auto wrong = amend(record, {{{"old"}, {}, ""}}, catalogue(), suzuki, noon, "");
        REQUIRE_FALSE(wrong);
        CHECK(told(wrong) == Texts{"not_allowed /dispositions/0/code"});
        const auto nothing = amend(record, {}, catalogue(), suzuki, noon, "");
        REQUIRE_FALSE(nothing);
        CHECK(told(nothing) == Texts{"missing_key /dispositions"});
    }
}

TEST_CASE("what a record demands, the most urgent first") {
    const auto due = follow_ups(recorded({{{"plain"}, {}, ""}, {{"all"}, filled, ""}}), catalogue());
    CHECK(due == std::vector<DueFollowUp>{{{"all"}, CallBackAt{"at"}, noon},
                                          {{"all"}, Escalate{"責任者", 5min}, noon + 5min},
                                          {{"all"}, TellRestaurant{30min}, noon + 30min}});
    CHECK(follow_ups(recorded({{{"all"}, {{"text", std::string{"傘"}}}, ""}}), catalogue()).size() == 2);
    CHECK(follow_ups(recorded({{{"of another catalogue"}, {}, ""}}), catalogue()).empty());
}

}  // namespace disposition_test
