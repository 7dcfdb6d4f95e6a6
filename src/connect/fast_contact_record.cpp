#include "fast_contact_record.hpp"

#include <map>

#include "contact_record_reader.hpp"
#include "fast_parts.hpp"

namespace denwaban::connect {

namespace fast {

namespace {

using Draft = FastContactRecord::Draft;
using Text = FastContactRecord::Text;

[[nodiscard]] bool read_recordings(Scan& scan, Draft& draft) {
    auto& all = draft.record->recordings;
    std::size_t count = 0;
    if (!scan.json.take('[')) return false;
    if (!scan.json.take(']')) {
        do {
            if (count == max_items) return false;
            if (count == all.size()) all.emplace_back();
            const auto path = "/Recordings/" + std::to_string(count);
            if (!read_recording(scan, all[count], order::recordings + 2 * count, path)) return false;
            ++count;
        } while (scan.json.take(','));
        if (!scan.json.take(']')) return false;
    }
    all.resize(count);
    return true;
}

[[nodiscard]] bool read_the_recording(Scan& scan, Draft& draft) {
    draft.has_recording = true;
    return read_recording(scan, draft.recording, order::recording, "/Recording");
}

[[nodiscard]] bool read_updated(Scan& scan, Draft& draft) {
    draft.has_time = true;
    return read_value(scan, draft.record->updated);
}

/// In the order of their keys; null takes the place of no text.
[[nodiscard]] bool read_texts(Scan& scan, std::vector<Text>& members) {
    members.clear();
    if (!scan.json.take('{')) return false;
    if (scan.json.take('}')) return true;
    do {
        auto& member = members.emplace_back();
        if (!scan.json.string(member.key) || !scan.json.take(':')) return false;
        if (scan.json.take_null()) continue;
        if (!scan.json.string(member.value.emplace())) return false;
    } while (scan.json.take(','));
    if (!scan.json.take('}')) return false;
    std::sort(members.begin(), members.end(), [](const Text& a, const Text& b) { return a.key < b.key; });
    const auto same_key = [](const Text& a, const Text& b) { return formats::same_text(a.key, b.key); };
    if (std::adjacent_find(members.begin(), members.end(), same_key) != members.end()) return false;
    std::erase_if(members, [](const Text& member) { return !member.value; });
    return true;
}

/// Of the same keys as before, values take the place of values.
template <std::map<std::string, std::string> ContactRecord::*member>
[[nodiscard]] bool read_strings(Scan& scan, Draft& draft) {
    auto& members = draft.members;
    auto& into = draft.record->*member;
    if (!read_texts(scan, members)) return false;
    const auto same_key = [](const auto& known, const Text& one) { return formats::same_text(known.first, one.key); };
    if (std::equal(into.begin(), into.end(), members.begin(), members.end(), same_key)) {
        auto one = members.begin();
        for (auto& [key, value] : into) value = *(one++)->value;
    } else {
        into.clear();
        for (const auto& [key, value] : members) into.emplace_hint(into.end(), key, *value);
    }
    return true;
}

template <auto member>
constexpr FastRow<Draft> record_row(std::string_view key) {
    return {key, [](Scan& scan, Draft& draft) { return read_value(scan, draft.record->*member); },
            [](Draft& draft) { clear_value(draft.record->*member); }};
}
template <auto member, order::Order place>
constexpr FastRow<Draft> word_row(std::string_view key) {
    return {key,
            [](Scan& scan, Draft& draft) {
                constexpr std::string_view name = place == order::channel ? "Channel" : "InitiationMethod";
                return read_word(scan, draft.record->*member, {place, {}}, name);
            },
            [](Draft& draft) { draft.record->*member = std::decay_t<decltype(draft.record->*member)>::unknown; }};
}

template <order::Order place>
[[nodiscard]] bool read_endpoint(Scan& scan, std::string& address) {
    constexpr std::string_view path = place == order::customer ? "/CustomerEndpoint"
                                      : place == order::system ? "/SystemEndpoint"
                                                               : "/TransferredToEndpoint";
    return read_object(scan, endpoint_rows, address, {place, path});
}

[[nodiscard]] bool read_queue_part(Scan& scan, Draft& draft) {
    if (!draft.record->queue) draft.record->queue.emplace();
    return read_object(scan, queue_rows, *draft.record->queue, {order::queue, "/Queue"});
}
[[nodiscard]] bool read_agent_part(Scan& scan, Draft& draft) {
    if (!draft.record->agent) draft.record->agent.emplace();
    return read_object(scan, agent_rows, *draft.record->agent, {order::agent, "/Agent"});
}

constexpr FastRows draft_rows{std::array{
    passed_over<Draft>("AWSAccountId"),
    passed_over<Draft>("AWSContactTraceRecordFormatVersion"),
    passed_over<Draft>("AdditionalEmailRecipients"),
    FastRow<Draft>{"Agent", read_agent_part, [](Draft& draft) { draft.record->agent.reset(); }},
    record_row<&ContactRecord::connection_attempts>("AgentConnectionAttempts"),
    passed_over<Draft>("AnsweringMachineDetectionStatus"),
    FastRow<Draft>{"Attributes", read_strings<&ContactRecord::attributes>,
                   [](Draft& draft) { draft.record->attributes.clear(); }},
    passed_over<Draft>("Campaign"),
    word_row<&ContactRecord::channel, order::channel>("Channel"),
    passed_over<Draft>("ChatMetrics"),
    record_row<&ContactRecord::connected_to_system>("ConnectedToSystemTimestamp"),
    record_row<&ContactRecord::association>("ContactAssociationId"),
    passed_over<Draft>("ContactDetails"),
    passed_over<Draft>("ContactEvaluations"),
    record_row<&ContactRecord::id>("ContactId"),
    passed_over<Draft>("ContactLens"),
    FastRow<Draft>{
        "CustomerEndpoint",
        [](Scan& scan, Draft& draft) { return read_endpoint<order::customer>(scan, draft.record->customer_address); },
        [](Draft& draft) { draft.record->customer_address.clear(); }},
    passed_over<Draft>("CustomerId"),
    passed_over<Draft>("CustomerVoiceActivity"),
    passed_over<Draft>("DisconnectDetails"),
    record_row<&ContactRecord::disconnect_reason>("DisconnectReason"),
    record_row<&ContactRecord::disconnected>("DisconnectTimestamp"),
    passed_over<Draft>("ExternalThirdParty"),
    passed_over<Draft>("GlobalResiliencyMetadata"),
    record_row<&ContactRecord::initial>("InitialContactId"),
    word_row<&ContactRecord::initiation, order::initiation>("InitiationMethod"),
    record_row<&ContactRecord::initiated>("InitiationTimestamp"),
    record_row<&ContactRecord::instance_arn>("InstanceARN"),
    passed_over<Draft>("LastPausedTimestamp"),
    passed_over<Draft>("LastResumedTimestamp"),
    FastRow<Draft>{"LastUpdateTimestamp", read_updated, nullptr},
    passed_over<Draft>("MediaStreams"),
    record_row<&ContactRecord::next>("NextContactId"),
    passed_over<Draft>("NextContacts"),
    passed_over<Draft>("OutboundStrategy"),
    record_row<&ContactRecord::previous>("PreviousContactId"),
    passed_over<Draft>("QualityMetrics"),
    FastRow<Draft>{"Queue", read_queue_part, [](Draft& draft) { draft.record->queue.reset(); }},
    FastRow<Draft>{"Recording", read_the_recording, nullptr},
    FastRow<Draft>{"Recordings", read_recordings, [](Draft& draft) { draft.record->recordings.clear(); }},
    passed_over<Draft>("References"),
    record_row<&ContactRecord::related>("RelatedContactId"),
    passed_over<Draft>("RoutingCriteria"),
    record_row<&ContactRecord::scheduled>("ScheduledTimestamp"),
    passed_over<Draft>("SegmentAttributes"),
    FastRow<Draft>{"SystemEndpoint",
                   [](Scan& scan, Draft& draft) { return read_endpoint<order::system>(scan, draft.line); },
                   [](Draft& draft) { draft.line.clear(); }},
    FastRow<Draft>{"Tags", read_strings<&ContactRecord::tags>, [](Draft& draft) { draft.record->tags.clear(); }},
    passed_over<Draft>("TaskTemplateInfo"),
    passed_over<Draft>("TotalPauseCount"),
    passed_over<Draft>("TotalPauseDurationInSeconds"),
    record_row<&ContactRecord::transferred>("TransferCompletedTimestamp"),
    FastRow<Draft>{
        "TransferredToEndpoint",
        [](Scan& scan, Draft& draft) { return read_endpoint<order::transferred>(scan, draft.transferred_to); },
        [](Draft& draft) { draft.transferred_to.clear(); }},
    passed_over<Draft>("VoiceIdResult"),
    passed_over<Draft>("WisdomInfo"),
}};

void take_noted(std::vector<fast::Noted>& noted, std::vector<JsonPointer>& unknown) {
    std::stable_sort(noted.begin(), noted.end(), [](const auto& a, const auto& b) { return a.order < b.order; });
    unknown.clear();
    for (auto& [order, place] : noted) unknown.push_back({std::move(place)});
}

}  // namespace

}  // namespace fast

bool FastContactRecord::read(std::string_view text, ConnectReading<ContactRecord>& into) {
    auto& record = into.value;
    scanner_.begin(text);
    noted_.clear();
    draft_.record = &record;
    draft_.has_recording = false;
    draft_.has_time = false;
    fast::Scan scan{scanner_, noted_};
    if (text.size() > formats::max_document ||
        !fast::read_object(scan, fast::draft_rows, draft_, {fast::order::keys, {}}))
        return false;
    if (!scanner_.at_end() || record.id.text.empty() || !draft_.has_time) return false;
    if (draft_.has_recording) add_recording(record, draft_.recording);
    record.line = number_of(draft_.line);
    record.transferred_to = number_of(draft_.transferred_to);
    tell_customer(record);
    fast::take_noted(noted_, into.unknown);
    return true;
}

}  // namespace denwaban::connect
