#pragma once

#include <array>

#include <denwaban/call/call.hpp>

#include "disposition_shapes.hpp"

/// What crosses a border of a call at the desk.
namespace denwaban::shapes {

inline constexpr auto some_extensions = whole(0, 1000);
/// The desk's own come on top.
inline constexpr std::int64_t most_kept_occurrences = most_occurrences + 10;

/// A number, or what a telephone system says where it shows none (`anonymous`, 公衆電話), or our word for that.
void read_caller(const Node& node, Caller& caller);
void write_caller(const Caller& caller, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<Caller> = by_hand<Caller, read_caller, write_caller>({.sort = Sort::name});

/// Of what was asked, without control characters.
void check_writable(const Node& node, std::string& text, std::size_t known);
inline constexpr Shape writable_text = checked_anyhow<std::string, check_writable>(shape_as<std::string>(kind::string));

inline constexpr std::array call_reason_fields{
    field<&CallReason::kind>("kind", required),
    field<&CallReason::booking>("booking", or_null),
    field<&CallReason::words>("words", always, writable_text, "For the agent: 19時 4名様."),
};
template <>
inline constexpr Shape shape_of<CallReason> = record<CallReason>("CallReason", "One guess why somebody calls.",
                                                                 call_reason_fields);

inline constexpr std::array callback_fields{
    field<&PromisedCallback::number>("number", required),
    field<&PromisedCallback::at>("at", required),
    field<&PromisedCallback::by>("by", required),
};
template <>
inline constexpr Shape shape_of<PromisedCallback> = record<PromisedCallback>("PromisedCallback", "折り返しの約束",
                                                                             callback_fields);

inline constexpr std::array occurrence_fields{
    field<&CallOccurrence::id>("id", required, kind::name),
    field<&CallOccurrence::event>("event", required),
    field<&CallOccurrence::at>("at", required),
};
template <>
inline constexpr Shape shape_of<CallOccurrence> = record<CallOccurrence>("CallOccurrence",
                                                                         "Something that happened to a call.",
                                                                         occurrence_fields);

void read_outside_event(const Node& node, OutsideCallEvent& event);
void write_outside_event(const OutsideCallEvent& event, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<OutsideCallEvent> = by_hand<OutsideCallEvent, read_outside_event, write_outside_event>(
    {.sort = Sort::word, .words = outside_call_event_names});
template <>
struct detail::New<OutsideOccurrence> {
    static OutsideOccurrence make() { return {{}, CallEvent::answered, {}}; }
};
inline constexpr std::array outside_occurrence_fields{
    field<&OutsideOccurrence::id>("id", required, kind::name),
    field<&OutsideOccurrence::event>("event", required),
    field<&OutsideOccurrence::at>("at", required),
};
template <>
inline constexpr Shape shape_of<OutsideOccurrence> = record<OutsideOccurrence>(
    "OutsideOccurrence", "The same, as somebody outside may tell it.", outside_occurrence_fields);

/// In the order in which they happened, whatever order they stand in; none of them twice.
void check_occurrences(const Node& node, std::vector<CallOccurrence>& occurrences, std::size_t known);

inline constexpr std::array call_fields{
    field<&Call::contacts>("contacts", required, also(shape_of<std::vector<ContactId>>, R"("minItems": 1)"),
                           "The first, and those that transfers made of it."),
    field<&Call::direction>("direction", required),
    field<&Call::other>("other", if_known, "Who calls, or is called: a telephone number, or why none was shown."),
    field<&Call::dialled>("dialled", or_null, "Of an inbound call, the restaurant's number."),
    field<&Call::restaurant>("restaurant", or_null),
    field<&Call::customer>("customer", or_null),
    field<&Call::agent>("agent", or_null),
    field<&Call::reasons>("reasons", always, "Why they may be calling, for the agent to see while it rings."),
    field<&Call::notes>("notes", always, writable_text),
    field<&Call::drafts>("drafts", always, "What is being typed; may be incomplete, and wrong."),
    field<&Call::booking>("booking", or_null, "That the call led to."),
    field<&Call::callback>("callback", or_null, "What was promised."),
    field<&Call::record>("record", or_null),
    field<&Call::extensions>("extensions", always, some_extensions, "Of wrap-up, so far."),
    field<&Call::occurrences>("occurrences", always,
                              checked_anyhow<std::vector<CallOccurrence>, check_occurrences>(
                                  shape_as<std::vector<CallOccurrence>>(some(most_kept_occurrences))),
                              "What happened to it; none twice. Wrap-up is completed or expires by the desk alone."),
};
template <>
inline constexpr Shape shape_of<Call> = record<Call>(
    "Call", "A call at the desk, and all that was typed during it. Its state is what its occurrences make of it.",
    call_fields);
/// One without contacts is nobody's.
void require_contacts(const Node& node, Call& call, std::size_t known);
inline constexpr Shape call_of_contacts = checked_anyhow<Call, require_contacts>(shape_of<Call>);

inline constexpr auto seconds_within_a_day = whole(0, 24 * 60 * 60);
inline constexpr std::array wrap_up_timer_fields{
    field<&WrapUpTimer::limit>("limit", required, seconds_within_a_day),
    field<&WrapUpTimer::extension>("extension", always, seconds_within_a_day),
    field<&WrapUpTimer::extensions>("extensions", always, some_extensions, "How often the agent may extend it."),
};
template <>
inline constexpr Shape shape_of<WrapUpTimer> = record<WrapUpTimer>("WrapUpTimer", "In seconds.", wrap_up_timer_fields);
inline constexpr std::array wrap_up_policy_fields{
    field<&WrapUpPolicy::demand>("demand", required),
    field<&WrapUpPolicy::timer>("timer", or_null),
    alternative<&WrapUpPolicy::default_outcome, DispositionCode, ItIs{}>(
        "default_outcome", or_null, ByType{},
        "What is recorded when the time is up and what was typed is not fit to be; none, and it stays open."),
};
template <>
inline constexpr Shape shape_of<WrapUpPolicy> = record<WrapUpPolicy>(
    "WrapUpPolicy", "A centre's rules for wrap-up (後処理); spans of time in seconds.", wrap_up_policy_fields);

}  // namespace denwaban::shapes
