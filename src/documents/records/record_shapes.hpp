#pragma once

#include <array>
#include <limits>

#include <denwaban/records/call_fact.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/call_place.hpp>
#include <denwaban/records/contact_record.hpp>

#include "documents/agents/agent_shapes.hpp"

/// Contact records, and the calls that they are.
namespace denwaban::shapes {

inline constexpr auto any_count = whole(0, std::numeric_limits<int>::max());

inline constexpr std::array recording_fields{
    field<&Recording::bucket>("bucket", required, "Of Amazon S3; empty where the record does not say."),
    field<&Recording::key>("key", required),
    field<&Recording::status>("status", required),
    field<&Recording::media>("media", required, "Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty."),
    field<&Recording::participant>("participant", required, "Whose voice: ALL, AGENT, CUSTOMER, …; may be empty."),
    field<&Recording::from>("from", nullable),
    field<&Recording::until>("until", nullable),
    field<&Recording::deletion_reason>("deletion_reason", required, "May be empty."),
};
template <>
inline constexpr Shape shape_of<Recording> = record<Recording>("Recording", "A recording or transcript of a contact.",
                                                               recording_fields);

inline constexpr std::array recorded_queue_fields{
    field<&RecordedQueue::queue>("queue", required),
    field<&RecordedQueue::enqueued>("enqueued", nullable),
    field<&RecordedQueue::dequeued>("dequeued", nullable, "The agent connected, or the contact left."),
};
template <>
inline constexpr Shape shape_of<RecordedQueue> = record<RecordedQueue>("RecordedQueue", "A stay in a queue.",
                                                                       recorded_queue_fields);

inline constexpr std::array recorded_agent_fields{
    field<&RecordedAgent::agent>("agent", required, kind::string),
    field<&RecordedAgent::username>("username", required),
    field<&RecordedAgent::routing_profile>("routing_profile", required, "Its name; may be empty."),
    field<&RecordedAgent::connected>("connected", nullable),
    field<&RecordedAgent::after_contact_work_from>("after_contact_work_from", nullable),
    field<&RecordedAgent::after_contact_work_until>("after_contact_work_until", nullable),
    field<&RecordedAgent::interaction>("interaction", nullable, milliseconds, "Without holds."),
    field<&RecordedAgent::customer_hold>("customer_hold", nullable, milliseconds),
    field<&RecordedAgent::agent_hold>("agent_hold", nullable, milliseconds, "How much of it the agent began."),
    field<&RecordedAgent::longest_hold>("longest_hold", nullable, milliseconds),
    field<&RecordedAgent::after_contact_work>("after_contact_work", nullable, milliseconds),
    field<&RecordedAgent::holds>("holds", required, any_count),
};
template <>
inline constexpr Shape shape_of<RecordedAgent> = record<RecordedAgent>(
    "RecordedAgent", "An agent's part in a contact; null where Amazon Connect has not said it.", recorded_agent_fields);

inline constexpr std::array contact_record_fields{
    field<&ContactRecord::id>("id", required, kind::string),
    field<&ContactRecord::updated>("updated", required, "Of two records of a contact the newer holds."),
    field<&ContactRecord::initial>("initial", nullable, kind::string, "The first of a chain of transfers."),
    field<&ContactRecord::previous>("previous", nullable, kind::string),
    field<&ContactRecord::next>("next", nullable, kind::string),
    field<&ContactRecord::related>("related", nullable, kind::string),
    field<&ContactRecord::association>("association", required, "May be empty."),
    field<&ContactRecord::channel>("channel", required),
    field<&ContactRecord::initiation>("initiation", required),
    field<&ContactRecord::instance_arn>("instance_arn", required),
    field<&ContactRecord::initiated>("initiated", nullable),
    field<&ContactRecord::connected_to_system>("connected_to_system", nullable,
                                               "Of a contact that dials out, when the customer answered."),
    field<&ContactRecord::disconnected>("disconnected", nullable),
    field<&ContactRecord::transferred>("transferred", nullable, "When a number outside was reached."),
    field<&ContactRecord::scheduled>("scheduled", nullable),
    field<&ContactRecord::disconnect_reason>("disconnect_reason", required,
                                             "Amazon Connect's word; old records have none."),
    field<&ContactRecord::customer>("customer", nullable,
                                    "E.164, or why none is shown (`by_caller`, …); null where none can be told."),
    field<&ContactRecord::line>("line", nullable, "The number dialled, or shown to whom we called."),
    field<&ContactRecord::transferred_to>("transferred_to", nullable),
    field<&ContactRecord::customer_address>("customer_address", required, "As it stands; may be empty."),
    field<&ContactRecord::queue>("queue", nullable),
    field<&ContactRecord::agent>("agent", nullable),
    field<&ContactRecord::connection_attempts>("connection_attempts", required, any_count,
                                               "How often it was offered to an agent."),
    field<&ContactRecord::recordings>("recordings", required),
    field<&ContactRecord::attributes>("attributes", required),
    field<&ContactRecord::tags>("tags", required),
    field<&ContactRecord::formerly>("formerly", or_else, any_number<kind::string>,
                                    "Others that older records of it linked it to."),
    field<&ContactRecord::was_first>("was_first", or_else, "An older record of it said that nothing was before it."),
};
template <>
inline constexpr Shape shape_of<ContactRecord> = record<ContactRecord>(
    "ContactRecord", "What Amazon Connect says of a contact that is over (once called CTR): one leg of a call.",
    contact_record_fields);

inline constexpr std::array queue_wait_fields{
    field<&QueueWait::contact>("contact", required, kind::string),
    field<&QueueWait::queue>("queue", required),
    field<&QueueWait::from>("from", required),
    field<&QueueWait::until>("until", nullable),
    field<&QueueWait::outcome>("outcome", required),
};
template <>
inline constexpr Shape shape_of<QueueWait> = record<QueueWait>("QueueWait", "A stay in a queue, of one leg of a call.",
                                                               queue_wait_fields);

inline constexpr std::array agent_part_fields{
    field<&AgentPart::contact>("contact", required, kind::string),
    field<&AgentPart::agent>("agent", required),
};
template <>
inline constexpr Shape shape_of<AgentPart> = record<AgentPart>("AgentPart", "An agent's part in one leg of a call.",
                                                               agent_part_fields);

inline constexpr std::array call_fact_fields{
    field<&CallFact::id>("id", required, kind::string, "The first leg's, also where its record has not come."),
    field<&CallFact::contacts>("contacts", required, any_number<kind::string>, "Its legs, as they began."),
    field<&CallFact::awaited>("awaited", required, any_number<kind::string>,
                              "Legs whose records have not come: none, and it is whole."),
    field<&CallFact::overheard>("overheard", required, any_count, "How many legs of supervisors listened."),
    field<&CallFact::channel>("channel", required),
    field<&CallFact::direction>("direction", required),
    field<&CallFact::customer>("customer", nullable, "Null where no record shows a number."),
    field<&CallFact::line>("line", nullable, "The restaurant's number that was dialled, or shown."),
    field<&CallFact::began>("began", required),
    field<&CallFact::answered>("answered", nullable, "By an agent; of a call that we made, by the customer."),
    field<&CallFact::ended>("ended", nullable),
    field<&CallFact::transferred_to>("transferred_to", nullable, "A number outside that it ended at."),
    field<&CallFact::called_back>("called_back", nullable, "When a promised callback began."),
    field<&CallFact::in_flow>("in_flow", required, milliseconds),
    field<&CallFact::queued>("queued", required, milliseconds),
    field<&CallFact::interaction>("interaction", required, milliseconds, "The agents', together, without holds."),
    field<&CallFact::customer_hold>("customer_hold", required, milliseconds),
    field<&CallFact::agent_hold>("agent_hold", required, milliseconds),
    field<&CallFact::after_contact_work>("after_contact_work", required, milliseconds),
    field<&CallFact::holds>("holds", required, any_count),
    field<&CallFact::unanswered_offers>("unanswered_offers", required, any_count,
                                        "To agents who missed or rejected it."),
    field<&CallFact::waits>("waits", required),
    field<&CallFact::agents>("agents", required),
    field<&CallFact::abandoned>("abandoned", nullable, "Where a caller gave up whom nobody had answered."),
    field<&CallFact::left_first>("left_first", required),
    field<&CallFact::disconnect_reason>("disconnect_reason", required, "Amazon Connect's word, of the last leg."),
    field<&CallFact::recordings>("recordings", required),
    field<&CallFact::region>("region", required, "Where recordings lie, as a rule."),
    field<&CallFact::attributes>("attributes", required, "Of all legs; what was written last holds."),
    field<&CallFact::dispositions>("dispositions", required, "Codes, as attributes have them."),
    field<&CallFact::booking>("booking", nullable, kind::string),
    field<&CallFact::updated>("updated", required, "Of its newest record."),
    field<&CallFact::revision>("revision", required, whole(0, denwaban::detail::records::most_revisions),
                               "Grows with all that becomes known of it: of two rows the greater is the later."),
};
template <>
inline constexpr Shape shape_of<CallFact> = record<CallFact>(
    "CallFact", "A call as a guest would count it, whatever legs transfers, callbacks and flows made of it.",
    call_fact_fields);

inline constexpr std::array change_fields{
    field<&CallFacts::Change::added>("added", required),
    field<&CallFacts::Change::call>("call", required, kind::string, "The call that the record belongs to."),
    field<&CallFacts::Change::replaced>("replaced", required, any_number<kind::string>, "Calls that are that one now."),
};
template <>
inline constexpr Shape shape_of<CallFacts::Change> = record<CallFacts::Change>("CallFactChange",
                                                                               "What became of a record.",
                                                                               change_fields);

inline constexpr std::array call_place_fields{
    field<&CallPlace::restaurant>("restaurant", required), field<&CallPlace::state>("state", required),
    field<&CallPlace::service>("service", nullable),       field<&CallPlace::business_date>("business_date", required),
    field<&CallPlace::holiday>("holiday", nullable),       field<&CallPlace::eve_of>("eve_of", nullable),
    field<&CallPlace::chain>("chain", nullable),
};
template <>
inline constexpr Shape shape_of<CallPlace> = record<CallPlace>("CallPlace",
                                                               "Where a call was for, and what held there.",
                                                               call_place_fields);

}  // namespace denwaban::shapes
