#pragma once

// A call at the desk: what happened to it, what it was about, and when it is closed.
//
// A `Call` is a value; each function takes one and gives the one that comes of it. What its contacts do are
// occurrences with ids and times: applying one twice, or late, changes nothing. After the call comes wrap-up (後処理):
// the agent's drafts are kept as they are typed, and `complete` records them if they are what the centre's
// `WrapUpPolicy` demands, by the codes of its `Catalogue`. Where the time is up, `expire` says what becomes of it. A
// record is amended, never overwritten.
//
// ```cpp
// const Field item{"item", {"品物", ""}, FieldType::text, Requirement::required, {}};
// const CatalogueEntry lost_property{{"lost_property"}, {"忘れ物", ""}, CodeStanding::current, {item}, {}};
// const auto catalogue = Catalogue::make("1", {lost_property}).value();
// const WrapUpPolicy policy{WrapUpDemand::required_with_data, WrapUpTimer{60s, 30s, 2}, StayOpen{}};
// const Instant noon{make_date(2026, 11, 23).time_since_epoch() + 3h};
//
// auto call = apply({}, {"e1", CallEvent::answered, noon}).call;
// call = apply(call, {"e2", CallEvent::ended, noon + 2min}).call;
// assert(state_of(call) == CallState::wrapping_up && wrap_up_due(call, policy) == noon + 3min);
//
// call = draft(call, {{{"lost_property"}, {}, "黒い傘"}}, policy).value();
// assert(!complete(call, policy, catalogue, {"sato"}, noon + 150s));  // missing_key: the item
// call = draft(call, {{{"lost_property"}, {{"item", std::string{"傘"}}}, "黒い"}}, policy).value();
// call = complete(call, policy, catalogue, {"sato"}, noon + 150s).value();
// assert(state_of(call) == CallState::closed && outcome_of(call) == CallOutcome::talked);
// ```

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/agent/notices.hpp>
#include <denwaban/call/call_lifecycle.hpp>
#include <denwaban/call/disposition.hpp>
#include <denwaban/call/wrap_up.hpp>
#include <denwaban/core/detail/holding.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/sizes.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// Who called, or how the call came to the agent.
enum class CallDirection : std::uint8_t { inbound, outbound, transfer, queued_callback };
template <>
inline constexpr std::array<std::string_view, 4> names_of<CallDirection>{"inbound", "outbound", "transfer",
                                                                         "queued_callback"};

/// Why somebody may be calling, for the agent to see while it rings.
enum class CallReasonKind : std::uint8_t {
    booking_today,
    booking_ahead,
    booking_past,  ///< lost property, a receipt
    called_before,
    callback_promised,
    missed_by_us,
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<CallReasonKind>{
    "booking_today", "booking_ahead", "booking_past", "called_before", "callback_promised", "missed_by_us",
};
/// One guess why somebody calls, and the booking that it is about.
struct CallReason {
    CallReasonKind kind = CallReasonKind::called_before;
    std::optional<BookingId> booking{};
    std::string words{};  ///< for the agent: 19時 4名様; may be empty
    friend bool operator==(const CallReason&, const CallReason&) = default;
};

/// 折り返しの約束
struct PromisedCallback {
    PhoneNumber number;
    Instant at;
    AgentId by;
    friend bool operator==(const PromisedCallback&, const PromisedCallback&) = default;
};

/// Something that happened to a call. Two are the same if their ids are.
struct CallOccurrence {
    std::string id{};
    CallEvent event;
    Instant at{};
    friend bool operator==(const CallOccurrence&, const CallOccurrence&) = default;
};

/// The same, as somebody outside may tell it.
struct OutsideOccurrence {
    std::string id{};
    OutsideCallEvent event;
    Instant at{};
    friend bool operator==(const OutsideOccurrence&, const OutsideOccurrence&) = default;
};

/// A call at the desk, and all that was typed during it.
struct Call {
    std::vector<ContactId> contacts{};  ///< the first, and those that transfers made of it
    CallDirection direction = CallDirection::inbound;
    Caller other = Withheld{WithheldReason::not_given};  ///< who calls, or is called
    std::optional<PhoneNumber> dialled{};                ///< of an inbound call, the restaurant's number
    std::optional<RestaurantId> restaurant{};
    std::optional<CustomerId> customer{};
    std::optional<AgentId> agent{};
    std::vector<CallReason> reasons{};
    std::string notes{};
    std::vector<Disposition> drafts{};   ///< may be incomplete, and wrong
    std::optional<BookingId> booking{};  ///< that the call led to
    std::optional<PromisedCallback> callback{};
    std::optional<DispositionRecord> record{};
    int extensions = 0;                         ///< of wrap-up, so far
    std::vector<CallOccurrence> occurrences{};  ///< in the order in which they happened
    friend bool operator==(const Call&, const Call&) = default;
};

namespace detail {

[[nodiscard]] inline bool happened_before(const CallOccurrence& a, const CallOccurrence& b) noexcept {
    return std::tie(a.at, a.event, a.id) < std::tie(b.at, b.event, b.id);
}

[[nodiscard]] inline bool knows(const Call& call, std::string_view id) noexcept {
    return std::any_of(call.occurrences.begin(), call.occurrences.end(),
                       [id](const CallOccurrence& one) { return one.id == id; });
}

struct CallWalk {
    CallState state = CallState::ringing;
    std::optional<Instant> answered_at;
    std::optional<Instant> wrap_up_began;
    std::optional<Instant> closed_at;
    std::optional<CallEffect> effect;  ///< of the last occurrence
};

[[nodiscard]] inline CallWalk walk(const Call& call) noexcept {
    CallWalk walk;
    for (const auto& occurrence : call.occurrences) {
        walk.effect.reset();
        // What came to nothing at one agent is offered to the next, and to the same one again.
        const bool is_put_through = occurrence.event == CallEvent::answered || occurrence.event == CallEvent::held;
        if (is_put_through && !walk.answered_at) walk.state = CallState::ringing;
        const auto step = call_lifecycle.step(walk.state, occurrence.event);
        const auto* moved = std::get_if<Moved<CallState, CallEffect>>(&step);
        if (moved == nullptr) continue;
        if (walk.state == CallState::ringing && moved->to != CallState::closed) walk.answered_at = occurrence.at;
        if (moved->to != CallState::closed) walk.closed_at.reset();
        if (moved->to == CallState::wrapping_up) walk.wrap_up_began = occurrence.at;
        if (moved->to == CallState::closed) walk.closed_at = occurrence.at;
        walk.state = moved->to;
        walk.effect = moved->effect;
    }
    return walk;
}

[[nodiscard]] inline Error not_allowed(std::string message) {
    return {ErrorCode::not_allowed, std::move(message), JsonPointer{}};
}

}  // namespace detail

/// What its occurrences have made of it. Cost: linear in them.
[[nodiscard]] inline CallState state_of(const Call& call) noexcept { return detail::walk(call).state; }
/// When agent and customer were put through; none if they were not.
[[nodiscard]] inline std::optional<Instant> answered_at(const Call& call) noexcept {
    return detail::walk(call).answered_at;
}
/// When the desk was done with it; none before.
[[nodiscard]] inline std::optional<Instant> closed_at(const Call& call) noexcept {
    return detail::walk(call).closed_at;
}

/// How a call came out.
enum class CallOutcome : std::uint8_t { open, talked, missed, rejected, failed, abandoned };
template <>
inline constexpr std::array<std::string_view, 6> names_of<CallOutcome>{"open",     "talked", "missed",
                                                                       "rejected", "failed", "abandoned"};
/// `open` until it is answered or over.
[[nodiscard]] inline CallOutcome outcome_of(const Call& call) noexcept {
    const auto walk = detail::walk(call);
    if (walk.answered_at) return CallOutcome::talked;
    for (const auto& occurrence : call.occurrences) {
        if (occurrence.event == CallEvent::missed) return CallOutcome::missed;
        if (occurrence.event == CallEvent::rejected) return CallOutcome::rejected;
        if (occurrence.event == CallEvent::failed) return CallOutcome::failed;
    }
    return walk.state == CallState::closed ? CallOutcome::abandoned : CallOutcome::open;
}

/// A call after an occurrence, and what the desk does about it.
struct CallStep {
    Call call;
    std::optional<CallEffect> effect{};  ///< none for what was known, and for what comes late
};

namespace detail {

[[nodiscard]] inline CallStep insert(Call call, CallOccurrence occurrence) {
    auto& all = call.occurrences;
    if (knows(call, occurrence.id)) return {std::move(call), std::nullopt};
    const auto place = std::upper_bound(all.begin(), all.end(), occurrence, happened_before);
    const bool newest = place == all.end();
    all.insert(place, std::move(occurrence));
    const auto effect = newest ? walk(call).effect : std::nullopt;
    return {std::move(call), effect};
}

}  // namespace detail

/// Adds what happened. What is known already changes nothing; what comes late takes its place among the others, so
/// that any order gives the same call. Wrap-up is completed by `complete` and `expire` alone.
[[nodiscard]] inline CallStep apply(Call call, OutsideOccurrence occurrence) {
    return detail::insert(std::move(call), {std::move(occurrence.id), occurrence.event, occurrence.at});
}

/// The same, of a call that is to be kept. Errors: `too_large` where it has `most_occurrences` already, and for an id
/// that no document holds.
[[nodiscard]] inline Expected<CallStep, Errors> apply_if_room(Call call, OutsideOccurrence occurrence) {
    if (call.occurrences.size() >= most_occurrences && !detail::knows(call, occurrence.id)) {
        return Unexpected{Errors{{ErrorCode::too_large, "has as many occurrences as any call", JsonPointer{}}}};
    }
    detail::Holding held;
    held.text(detail::TextSort::name, occurrence.id, "", "id");
    if (auto errors = std::move(held).take(); !errors.empty()) return Unexpected{std::move(errors)};
    return apply(std::move(call), std::move(occurrence));
}

/// What a contact's notice says to its call; none where it says nothing.
[[nodiscard]] constexpr std::optional<OutsideCallEvent> call_event_of(ContactNoticeKind kind) noexcept {
    switch (kind) {
        case ContactNoticeKind::connected:
            return OutsideCallEvent::of(CallEvent::answered);
        case ContactNoticeKind::held:
            return OutsideCallEvent::of(CallEvent::held);
        case ContactNoticeKind::resumed:
        case ContactNoticeKind::conferenced:
        case ContactNoticeKind::customer_left:
            return OutsideCallEvent::of(CallEvent::resumed);
        case ContactNoticeKind::ended:
            return OutsideCallEvent::of(CallEvent::ended);
        case ContactNoticeKind::missed:
            return OutsideCallEvent::of(CallEvent::missed);
        case ContactNoticeKind::rejected:
            return OutsideCallEvent::of(CallEvent::rejected);
        case ContactNoticeKind::error:
            return OutsideCallEvent::of(CallEvent::failed);
        case ContactNoticeKind::destroyed:
            return OutsideCallEvent::of(CallEvent::contact_gone);
        case ContactNoticeKind::init:
        case ContactNoticeKind::incoming:
        case ContactNoticeKind::pending:
        case ContactNoticeKind::connecting:
        case ContactNoticeKind::monitoring:
        case ContactNoticeKind::barging:
        case ContactNoticeKind::paused:
        case ContactNoticeKind::acw:
            return std::nullopt;
    }
    return std::nullopt;
}

/// The same; none where the call is another agent's, which a supervisor's desk has no record of.
[[nodiscard]] constexpr std::optional<OutsideCallEvent> call_event_of(const ContactNotice& notice) noexcept {
    return notice.overheard ? std::nullopt : call_event_of(notice.kind);
}

/// When wrap-up must be complete; none without a timer, and while the call is not being wrapped up.
[[nodiscard]] inline std::optional<Instant> wrap_up_due(const Call& call, const WrapUpPolicy& policy) noexcept {
    const auto walk = detail::walk(call);
    if (walk.state != CallState::wrapping_up || !policy.timer) return std::nullopt;
    return *walk.wrap_up_began + policy.timer->limit + call.extensions * policy.timer->extension;
}

/// Keeps what is being typed, whatever it is. Errors: `not_allowed` once the call is closed (`amend` its record), and
/// where the policy lets nothing be recorded; `too_large` for what no document holds.
[[nodiscard]] inline Expected<Call> draft(Call call, std::vector<Disposition> dispositions,
                                          const WrapUpPolicy& policy) {
    if (policy.demand == WrapUpDemand::not_allowed) {
        return Unexpected{detail::not_allowed("nothing is recorded of such calls")};
    }
    if (state_of(call) == CallState::closed) return Unexpected{detail::not_allowed("the call is closed")};
    if (auto errors = too_large_in(dispositions); !errors.empty()) return Unexpected{std::move(errors.front())};
    call.drafts = std::move(dispositions);
    return call;
}

/// Gives the agent more time. Errors: `not_allowed` where wrap-up is not going on, has no timer, is over, or may be
/// extended no more.
[[nodiscard]] inline Expected<Call> extend(Call call, const WrapUpPolicy& policy, Instant at) {
    const auto due = wrap_up_due(call, policy);
    if (!due) return Unexpected{detail::not_allowed("there is no wrap-up to extend")};
    if (at >= *due) return Unexpected{detail::not_allowed("the time is up")};
    if (call.extensions >= policy.timer->extensions) {
        return Unexpected{detail::not_allowed("may be extended no more")};
    }
    ++call.extensions;
    return call;
}

namespace detail {

[[nodiscard]] inline Errors missing_for(const WrapUpPolicy& policy, const std::vector<Disposition>& dispositions,
                                        const Catalogue& catalogue) {
    const bool with_data = policy.demand != WrapUpDemand::required;
    auto errors = check(dispositions, catalogue, with_data ? Completeness::with_data : Completeness::code);
    const bool needed = policy.demand == WrapUpDemand::required || policy.demand == WrapUpDemand::required_with_data;
    if (needed && dispositions.empty()) {
        errors.push_back({ErrorCode::missing_key, "needs at least one", JsonPointer{"/dispositions"}});
    }
    return errors;
}

/// `at`, or the latest that is known of the call: the clock of the desk may be behind that of Amazon Connect.
[[nodiscard]] inline Instant no_earlier_than_known(const Call& call, Instant at) {
    return call.occurrences.empty() ? at : std::max(at, call.occurrences.back().at);
}

/// Closes the call with what is recorded.
[[nodiscard]] inline Call close(Call call, CallEvent event, Instant at) {
    std::string id{name_of(event)};
    while (knows(call, id)) id += '+';
    return insert(std::move(call), {std::move(id), event, at}).call;
}

}  // namespace detail

/// Records the drafts and closes the call. A call that is closed comes back as it is. Errors: `not_allowed` while it
/// is not over; else every reason why the drafts are not what the policy demands.
[[nodiscard]] inline Expected<Call, Errors> complete(Call call, const WrapUpPolicy& policy, const Catalogue& catalogue,
                                                     AgentId by, Instant at) {
    const auto state = state_of(call);
    if (state == CallState::closed) return call;
    if (state != CallState::wrapping_up) return Unexpected{Errors{detail::not_allowed("the call is not over")}};
    at = detail::no_earlier_than_known(call, at);
    if (policy.demand != WrapUpDemand::not_allowed) {
        auto errors = detail::missing_for(policy, call.drafts, catalogue);
        if (!errors.empty()) return Unexpected{std::move(errors)};
        if (!call.drafts.empty()) {
            call.record = DispositionRecord{catalogue.version(), std::move(call.drafts), std::move(by), at, {}, {}};
            call.drafts.clear();
        }
    }
    return detail::close(std::move(call), CallEvent::wrap_up_completed, at);
}

/// What becomes of a call whose time is up: the drafts are recorded if they are fit to be; else the default outcome is,
/// and keeps the drafts; without one the call stays open, and comes back as it is. Errors: `not_allowed` before the
/// time is up; `unknown_reference` where the catalogue lacks the default outcome.
[[nodiscard]] inline Expected<Call, Errors> expire(Call call, const WrapUpPolicy& policy, const Catalogue& catalogue,
                                                   AgentId by, Instant at) {
    if (state_of(call) == CallState::closed) return call;
    const auto due = wrap_up_due(call, policy);
    if (!due || at < *due) return Unexpected{Errors{detail::not_allowed("the time is not up")}};
    if (detail::missing_for(policy, call.drafts, catalogue).empty()) {
        auto completed = complete(std::move(call), policy, catalogue, std::move(by), at);
        return completed;
    }
    const auto* code = std::get_if<DispositionCode>(&policy.default_outcome);
    if (code == nullptr) return call;
    const std::vector<Disposition> outcome{{*code, {}, {}}};
    auto errors = check(outcome, catalogue, Completeness::code);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    at = detail::no_earlier_than_known(call, at);
    call.record = DispositionRecord{catalogue.version(), outcome, std::move(by), at, std::move(call.drafts), {}};
    call.drafts.clear();
    return detail::close(std::move(call), CallEvent::wrap_up_expired, at);
}

/// Amends what was recorded of a call. Errors: `not_allowed` while nothing is recorded; those of `amend`.
[[nodiscard]] inline Expected<Call, Errors> amend_record(Call call, std::vector<Disposition> dispositions,
                                                         const Catalogue& catalogue, AgentId by, Instant at,
                                                         std::string reason) {
    if (!call.record) return Unexpected{Errors{detail::not_allowed("nothing is recorded yet")}};
    at = std::max(at, call.record->at);
    auto amended =
        amend(*std::move(call.record), std::move(dispositions), catalogue, std::move(by), at, std::move(reason));
    if (!amended) return Unexpected{std::move(amended).error()};
    call.record = *std::move(amended);
    return call;
}

}  // namespace denwaban
