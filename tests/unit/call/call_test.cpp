#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <denwaban/call/call.hpp>

#include "drawn_page.hpp"
#include "told_errors.hpp"

namespace call_test {
using namespace denwaban;
using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

namespace {

constexpr Instant noon{make_date(2026, 11, 23).time_since_epoch() + 3h};
const AgentId sato{"sato"};

const Catalogue& catalogue() {
    static const auto made =
        *Catalogue::make("1", {{{"lost"},
                                {"忘れ物", ""},
                                CodeStanding::current,
                                {{"item", {"品物", ""}, FieldType::text, Requirement::required, {}}},
                                {}},
                               {{"other"}, {"その他", ""}, CodeStanding::current, {}, {}}});
    return made;
}

const std::vector<Disposition> umbrella{{{"lost"}, {{"item", std::string{"傘"}}}, ""}};
const std::vector<Disposition> unfinished{{{"lost"}, {}, "傘らしい"}};

constexpr WrapUpPolicy policy(WrapUpDemand demand) { return {demand, std::nullopt, StayOpen{}}; }
const WrapUpPolicy a_minute{WrapUpDemand::required_with_data, WrapUpTimer{60s, 30s, 2}, DispositionCode{"other"}};
constexpr auto demanding = WrapUpDemand::required_with_data;

Call after(std::initializer_list<OutsideCallEvent> events) {
    Call call;
    auto at = noon;
    for (const auto event : events) {
        const auto id = std::to_string(call.occurrences.size());
        call = apply(std::move(call), {id, event, at}).call;
        at += 1min;
    }
    return call;
}

/// Over since `noon` and a minute.
Call talked() { return after({CallEvent::answered, CallEvent::ended}); }

Call typed(std::vector<Disposition> dispositions) {
    auto call = talked();
    call.drafts = std::move(dispositions);
    return call;
}

}  // namespace

TEST_CASE("a call's life is drawn in the guide") {
    check_drawing("calls.md", "call_lifecycle", to_mermaid(call_lifecycle));
}

TEST_CASE("how a call came out") {
    using enum CallEvent;
    CHECK(outcome_of(after({})) == CallOutcome::open);
    CHECK(outcome_of(after({answered})) == CallOutcome::talked);
    CHECK(outcome_of(after({held, failed})) == CallOutcome::talked);
    CHECK(outcome_of(after({missed, ended})) == CallOutcome::missed);
    CHECK(outcome_of(after({rejected})) == CallOutcome::rejected);
    CHECK(outcome_of(after({failed})) == CallOutcome::failed);
    CHECK(outcome_of(after({ended})) == CallOutcome::abandoned);
    CHECK(outcome_of(after({contact_gone})) == CallOutcome::abandoned);
}

TEST_CASE("what is known already, and what comes late, sets off nothing") {
    auto step = apply(Call{}, {"2", CallEvent::ended, noon + 1min});
    CHECK(step.effect == CallEffect::save);
    step = apply(step.call, {"1", CallEvent::answered, noon});
    CHECK_FALSE(step.effect);
    CHECK(state_of(step.call) == CallState::wrapping_up);
    CHECK(answered_at(step.call) == noon);
    const auto again = apply(step.call, {"1", CallEvent::answered, noon});
    CHECK(again.call == step.call);
    CHECK_FALSE(again.effect);
}

TEST_CASE("nobody outside can say that wrap-up is complete") {
    for (const auto own : {CallEvent::wrap_up_completed, CallEvent::wrap_up_expired}) {
        CHECK_FALSE(OutsideCallEvent::of(own));
        CHECK(std::find(outside_call_event_names.begin(), outside_call_event_names.end(), name_of(own)) ==
              outside_call_event_names.end());
    }
    CHECK(OutsideCallEvent::of(CallEvent::contact_gone) == CallEvent::contact_gone);
}

TEST_CASE("a notice of a contact says what happened to its call") {
    CHECK(call_event_of(ContactNoticeKind::connected) == CallEvent::answered);
    CHECK(call_event_of(ContactNoticeKind::destroyed) == CallEvent::contact_gone);
    CHECK_FALSE(call_event_of(ContactNoticeKind::init));
    for (const auto kind : {ContactNoticeKind::conferenced, ContactNoticeKind::customer_left}) {
        CHECK(state_of(after({CallEvent::answered, CallEvent::held, *call_event_of(kind)})) == CallState::talking);
    }
    ContactNotice ended{ContactNoticeKind::ended, noon, nullptr, ContactState::after_contact_work, {}, {}};
    CHECK(call_event_of(ended) == CallEvent::ended);
    ended.overheard = true;
    CHECK_FALSE(call_event_of(ended));
}

TEST_CASE("what one agent let go by, the next may answer") {
    using enum CallEvent;
    for (const auto event : {missed, rejected, failed, contact_gone}) {
        const auto lost = OutsideCallEvent::of(event).value();
        auto call = after({ended, lost});
        CHECK(state_of(call) == CallState::closed);
        CHECK(closed_at(call) == noon);
        const auto step = apply(call, {"again", answered, noon + 5min});
        CHECK(step.effect == CallEffect::show_timer);
        CHECK(state_of(step.call) == CallState::talking);
        CHECK(outcome_of(step.call) == CallOutcome::talked);
        CHECK(answered_at(step.call) == noon + 5min);
        CHECK_FALSE(closed_at(step.call));
        CHECK(draft(step.call, umbrella, a_minute));

        const auto late = apply(after({answered}), {"late", lost, noon - 1min});
        CHECK(state_of(late.call) == CallState::talking);
    }
    const auto closed = complete(typed(umbrella), policy(demanding), catalogue(), sato, noon + 2min);
    REQUIRE(closed);
    CHECK(state_of(apply(*closed, {"again", answered, noon + 5min}).call) == CallState::closed);
}

TEST_CASE("what each policy demands before wrap-up is complete") {
    struct Case {
        WrapUpDemand demand;
        std::vector<Disposition> drafts;
        Texts errors;
    };
    const Texts none{"missing_key /dispositions"}, incomplete{"missing_key /dispositions/0/fields"};
    const Case cases[] = {
        {WrapUpDemand::not_allowed, {}, {}},
        {WrapUpDemand::optional, {}, {}},
        {WrapUpDemand::optional, unfinished, incomplete},
        {WrapUpDemand::required, {}, none},
        {WrapUpDemand::required, unfinished, {}},
        {demanding, {}, none},
        {demanding, unfinished, incomplete},
        {demanding, umbrella, {}},
    };
    for (const auto& [demand, drafts, errors] : cases) {
        const auto demanded = to_string(demand);
        CAPTURE(demanded);
        const auto done = complete(typed(drafts), policy(demand), catalogue(), sato, noon + 2min);
        CHECK(told(done) == errors);
        if (!done) continue;
        CHECK(state_of(*done) == CallState::closed);
        CHECK(closed_at(*done) == noon + 2min);
        CHECK(done->drafts.empty());
        CHECK(done->record.has_value() == !drafts.empty());
    }
}

TEST_CASE("a call is typed about until it is closed, and recorded when it is over") {
    const auto ringing = draft(Call{}, unfinished, policy(demanding));
    REQUIRE(ringing);
    CHECK_FALSE(complete(*ringing, policy(demanding), catalogue(), sato, noon));
    const auto closed = complete(typed(umbrella), policy(demanding), catalogue(), sato, noon + 2min);
    REQUIRE(closed);
    CHECK(closed->record == DispositionRecord{"1", umbrella, sato, noon + 2min, {}, {}});
    CHECK_FALSE(draft(*closed, {}, policy(demanding)));
    CHECK_FALSE(draft(talked(), umbrella, policy(WrapUpDemand::not_allowed)));
    CHECK(complete(*closed, policy(demanding), catalogue(), sato, noon + 9min) == *closed);

    const auto amended = amend_record(*closed, {{{"other"}, {}, ""}}, catalogue(), sato, noon + 1h, "傘ではない");
    REQUIRE(amended);
    CHECK(amended->record->amendments.at(0).before == umbrella);
    CHECK_FALSE(amend_record(talked(), umbrella, catalogue(), sato, noon, ""));
}

TEST_CASE("a desk whose clock is behind closes the call after what happened to it") {
    const auto closed = complete(typed(umbrella), a_minute, catalogue(), sato, noon - 1h);
    REQUIRE(closed);
    CHECK(state_of(*closed) == CallState::closed);
    CHECK(closed_at(*closed) == noon + 1min);
    CHECK(closed->record->at == noon + 1min);
    const auto amended = amend_record(*closed, {{{"other"}, {}, ""}}, catalogue(), sato, noon - 1h, "");
    REQUIRE(amended);
    CHECK(amended->record->amendments.at(0).at == noon + 1min);
}

TEST_CASE("a call is closed whatever ids its events have") {
    auto call = typed(umbrella);
    call.occurrences[0].id = name_of(CallEvent::wrap_up_completed);
    const auto closed = complete(call, a_minute, catalogue(), sato, noon + 2min);
    REQUIRE(closed);
    CHECK(state_of(*closed) == CallState::closed);
}

TEST_CASE("wrap-up has its time, and may be given more") {
    const auto over = noon + 1min;
    auto call = talked();
    CHECK(wrap_up_due(call, a_minute) == over + 60s);
    call = *extend(call, a_minute, over + 59s);
    CHECK(wrap_up_due(call, a_minute) == over + 90s);
    CHECK_FALSE(extend(call, a_minute, over + 90s));
    call = *extend(call, a_minute, over + 89s);
    CHECK_FALSE(extend(call, a_minute, over + 100s));
    CHECK_FALSE(wrap_up_due(after({CallEvent::answered}), a_minute));
    CHECK_FALSE(wrap_up_due(talked(), policy(demanding)));
    CHECK_FALSE(extend(talked(), policy(demanding), over));
}

TEST_CASE("when the time is up, nothing that was typed is lost") {
    const auto up = noon + 1min + 60s;
    CHECK_FALSE(expire(typed(umbrella), a_minute, catalogue(), sato, up - 1ms));

    const auto fit = expire(typed(umbrella), a_minute, catalogue(), sato, up);
    REQUIRE(fit);
    CHECK(fit->record->dispositions == umbrella);

    const auto unfit = expire(typed(unfinished), a_minute, catalogue(), sato, up);
    REQUIRE(unfit);
    CHECK(unfit->record->dispositions == std::vector<Disposition>{{{"other"}, {}, {}}});
    CHECK(unfit->record->unfinished == unfinished);
    CHECK(state_of(*unfit) == CallState::closed);
    CHECK(expire(*unfit, a_minute, catalogue(), sato, up + 1h) == *unfit);

    auto open = a_minute;
    open.default_outcome = StayOpen{};
    CHECK(expire(typed(unfinished), open, catalogue(), sato, up) == typed(unfinished));

    auto wrong = a_minute;
    wrong.default_outcome = DispositionCode{"gone"};
    const auto refused = expire(typed(unfinished), wrong, catalogue(), sato, up);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().code == ErrorCode::unknown_reference);
}

}  // namespace call_test
