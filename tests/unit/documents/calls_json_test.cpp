#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>

#include "told_errors.hpp"

namespace calls_json_test {
using namespace denwaban;
using Texts = std::vector<std::string>;

namespace {

constexpr const char* catalogue_text = R"({"version": "1", "entries": [
    {"code": "booking", "label": {"ja": "予約", "en": "Booking"}},
    {"code": "booking.change", "label": {"ja": "変更"}, "fields": [
        {"key": "what", "label": {"ja": "内容"}, "type": "multi_choice", "requirement": "required",
         "choices": [{"code": "time", "label": {"ja": "日時"}}, {"code": "seat", "label": {"ja": "席"}}]},
        {"key": "at", "label": {"ja": "折り返し"}, "type": "date_time"}],
     "follow_ups": [{"tell_restaurant": {"within_minutes": 30}}, {"call_back_at": "at"},
                    {"escalate": {"to": "責任者", "within_minutes": 5}}]},
    {"code": "old", "label": {"ja": "旧"}, "standing": "retired"}]})";

}  // namespace

TEST_CASE("a catalogue comes back from its JSON") {
    const auto catalogue = catalogue_from_json(catalogue_text);
    REQUIRE(catalogue);
    CHECK(catalogue_from_json(to_json(*catalogue)) == catalogue);
    const auto* change = catalogue->find({"booking.change"});
    REQUIRE(change != nullptr);
    CHECK(change->fields.at(0).choices.size() == 2);
    CHECK(change->follow_ups.size() == 3);
    CHECK(catalogue->find({"old"})->standing == CodeStanding::retired);
}

TEST_CASE("what is typed of a call has no control characters") {
    const std::string text = R"({"contacts": ["ct1"], "direction": "inbound", "notes": "\u001b[2J",
        "reasons": [{"kind": "called_before", "words": "\u0000"}]})";
    CHECK(told(call_from_json(text)) == Texts{"invalid_value /notes", "invalid_value /reasons/0/words"});
    CHECK(told(call_from_json(R"({"contacts": ["ct1"], "direction": "inbound", "notes": null})")) ==
          Texts{"wrong_type /notes"});
}

TEST_CASE("a catalogue that can't be is refused, each fault at its place") {
    CHECK(told(catalogue_from_json(R"({"version": "", "entries": [{"code": 1, "label": {}, "colour": "red"}]})")) ==
          Texts{"invalid_value /version", "wrong_type /entries/0/code", "missing_key /entries/0/label",
                "unknown_key /entries/0/colour"});
    CHECK(told(catalogue_from_json(R"({"version": "1", "entries": [
        {"code": "a.b", "label": {"ja": "あ"}},
        {"code": "C", "label": {"ja": "い"}, "fields": [{"key": "k", "label": {"ja": "う"}, "type": "choice"}],
         "follow_ups": [{"call_back_at": "k"}]}]})")) ==
          Texts{"unknown_reference /entries/0/code", "invalid_value /entries/1/code", "missing_key /entries/1/fields/0",
                "unknown_reference /entries/1/follow_ups/0"});
}

TEST_CASE("what a restaurant has otherwise comes back from its JSON, and is applied") {
    const auto changes = catalogue_changes_from_json(R"({"version": "1-r1", "removed": ["booking"],
        "added": [{"code": "sauna", "label": {"ja": "サウナ"}}],
        "relabelled": [{"code": "old", "label": {"ja": "昔"}}]})");
    REQUIRE(changes);
    CHECK(catalogue_changes_from_json(to_json(*changes)) == changes);
    const auto own = catalogue_from_json(catalogue_text)->with(*changes);
    REQUIRE(own);
    CHECK(own->version() == "1-r1");
    CHECK(own->find({"booking.change"})->standing == CodeStanding::retired);
    CHECK(own->find({"old"})->label.japanese == "昔");
    CHECK(own->find({"sauna"}) != nullptr);
}

TEST_CASE("the default catalogue knows what restaurants are called about") {
    const auto& catalogue = default_catalogue();
    CHECK(catalogue.entries().size() >= 40);
    for (const auto* code :
         {"booking.new", "booking.cancel", "booking.late", "visit.directions", "lost_property", "menu.allergy",
          "complaint", "business.sales", "no_request.wrong_number", "no_request.silent", "callback"}) {
        CAPTURE(code);
        const auto* entry = catalogue.find({code});
        REQUIRE(entry != nullptr);
        CHECK_FALSE(catalogue.is_group(entry->code));
        CHECK_FALSE(entry->label.japanese.empty());
        CHECK_FALSE(entry->label.english.empty());
    }
    CHECK(catalogue_from_json(to_json(catalogue)) == catalogue);
}

TEST_CASE("dispositions are read with the types of their fields, or as the catalogue has them") {
    const auto catalogue = *catalogue_from_json(catalogue_text);
    const auto bare = dispositions_from_json(
        R"([{"code": "booking.change", "fields": {"what": ["time"], "at": "2026-11-23T19:00:00+09:00"}}])", catalogue);
    const auto typed = dispositions_from_json(R"([{"code": "booking.change", "fields": {
        "what": {"multi_choice": ["time"]}, "at": {"date_time": "2026-11-23T10:00:00Z"}}}])",
                                              catalogue);
    REQUIRE(bare);
    CHECK(bare == typed);
    CHECK(dispositions_from_json(to_json(*bare), catalogue) == bare);
    CHECK(told(dispositions_from_json(R"([{"code": "nothing", "fields": {"what": "x"}},
        {"code": "booking.change", "fields": {"at": {"phone": "12"}, "what": {"smell": 1}}}])",
                                      catalogue)) == Texts{"wrong_type /0/fields/what",
                                                           "not_a_phone_number /1/fields/at/phone",
                                                           "unknown_key /1/fields/what/smell"});
}

TEST_CASE("a call comes back from its JSON, whatever the order of what happened") {
    const auto call = call_from_json(R"({"contacts": ["c1", "c2"], "direction": "inbound", "other": "+819012345678",
        "dialled": "0312345678", "restaurant": "r1", "agent": "a1", "notes": "お急ぎ",
        "reasons": [{"kind": "booking_today", "booking": "b1", "words": "19時 4名様"}],
        "drafts": [{"code": "lost_property", "fields": {"item": {"text": "傘"}}, "note": ""}],
        "callback": {"number": "+819012345678", "at": "2026-11-23T10:00:00Z", "by": "a1"},
        "record": {"catalogue_version": "1", "dispositions": [{"code": "other"}], "by": "a1",
            "at": "2026-11-23T09:00:00Z", "amendments": [{"by": "a2", "at": "2026-11-23T09:30:00Z", "reason": "誤り",
            "before": [{"code": "complaint"}]}]},
        "occurrences": [{"id": "2", "event": "ended", "at": "2026-11-23T09:05:00Z"},
                        {"id": "1", "event": "answered", "at": "2026-11-23T09:00:00Z"}]})");
    REQUIRE(call);
    CHECK(state_of(*call) == CallState::wrapping_up);
    CHECK(call->occurrences.front().id == "1");
    CHECK(call_from_json(to_json(*call)) == call);
}

TEST_CASE("a call that can't be is refused, each fault at its place") {
    CHECK(told(call_from_json(R"({"direction": "sideways", "other": "12", "extensions": -1, "occurrences": [
        {"id": "1", "event": "sang", "at": "noon"}, {"id": "1", "event": "held", "at": "2026-11-23T09:00:00Z"}]})")) ==
          Texts{"missing_key ", "invalid_value /direction", "not_a_phone_number /other", "out_of_range /extensions",
                "invalid_value /occurrences/0/event", "invalid_value /occurrences/0/at",
                "duplicate_id /occurrences/1"});
}

TEST_CASE("what is kept has every event, what comes from outside has those that happen there") {
    const auto occurrence = [](std::string_view event) {
        return R"({"id": "1", "event": ")" + std::string{event} + R"(", "at": "2026-11-23T09:00:00Z"})";
    };
    for (const auto event : names_of<CallEvent>) {
        CAPTURE(event);
        CHECK(call_from_json(R"({"contacts": ["c1"], "direction": "inbound", "occurrences": [)" + occurrence(event) +
                             "]}"));
        const bool is_the_desks_own = event.starts_with("wrap_up");
        CHECK(told(call_occurrence_from_json(occurrence(event))) ==
              (is_the_desks_own ? Texts{"invalid_value /event"} : Texts{}));
    }
}

TEST_CASE("a call has a contact") {
    CHECK(told(call_from_json(R"({"contacts": [], "direction": "inbound"})")) == Texts{"missing_key /contacts"});
}

TEST_CASE("a policy comes back from its JSON") {
    for (const auto* text : {R"({"demand": "optional"})",
                             R"({"demand": "required", "timer": {"limit": 60, "extension": 30, "extensions": 2},
                                 "default_outcome": "other"})"}) {
        const auto policy = wrap_up_policy_from_json(text);
        REQUIRE(policy);
        CHECK(wrap_up_policy_from_json(to_json(*policy)) == policy);
    }
    CHECK(told(wrap_up_policy_from_json(R"({"demand": "polite", "timer": {"limit": -1}})")) ==
          Texts{"invalid_value /demand", "out_of_range /timer/limit"});
}

}  // namespace calls_json_test
