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
            if (count == max_items || scan.json.peek() != '{') return false;
            if (count == all.size()) all.emplace_back();
            scan.layout.note(LayoutStep::Kind::item, 0, scan.json.place());
            const auto path = "/Recordings/" + std::to_string(count);
            if (!read_recording(scan, all[count], order::recordings + 2 * count, path)) return false;
            ++count;
        } while (scan.json.take(','));
        if (!scan.json.take(']')) return false;
    }
    scan.layout.end(0, scan.json.place());
    all.resize(count);
    return true;
}
[[nodiscard]] bool read_recordings(KnownScan& scan, Draft& draft) {
    auto& all = draft.record->recordings;
    std::size_t count = 0;
    const auto* step = scan.next();
    for (; step != nullptr && step->kind == LayoutStep::Kind::item; step = scan.next()) {
        if (count == all.size()) all.emplace_back();
        if (!read_recording(scan, all[count++], order::recordings, {})) return false;
    }
    all.resize(count);
    return step != nullptr;
}

/// Null takes the place of no text.
[[nodiscard]] bool read_members(Scan& scan, std::vector<Text>& members) {
    members.clear();
    if (scan.json.take('}')) return true;
    do {
        auto& member = members.emplace_back();
        if (!scan.json.string(member.key) || !scan.json.take(':')) return false;
        if (scan.json.take_null()) continue;
        if (scan.json.peek() != '"') return false;
        scan.layout.note_entry(scan.json.place());
        if (!scan.json.string(member.value.emplace())) return false;
        scan.layout.go_on_behind('"', scan.json.place());
    } while (scan.json.take(','));
    return scan.json.take('}');
}
void sort_by_key(std::vector<Text>& members) {
    std::sort(members.begin(), members.end(), [](const Text& a, const Text& b) { return a.key < b.key; });
}
/// In the order of their keys.
[[nodiscard]] bool read_texts(Scan& scan, std::vector<Text>& members) {
    if (!scan.json.take('{')) return false;
    if (!read_members(scan, members)) return false;
    scan.layout.end(0, scan.json.place());
    sort_by_key(members);
    const auto same_key = [](const Text& a, const Text& b) { return formats::same_text(a.key, b.key); };
    if (std::adjacent_find(members.begin(), members.end(), same_key) != members.end()) return false;
    std::erase_if(members, [](const Text& member) { return !member.value; });
    return true;
}
[[nodiscard]] bool read_texts(KnownScan& scan, std::vector<Text>& members) {
    members.clear();
    const auto* step = scan.next();
    for (; step != nullptr && step->kind == LayoutStep::Kind::entry; step = scan.next()) {
        auto& member = members.emplace_back();
        member.key = scan.key_of(*step);
        if (!scan.string(member.value.emplace())) return false;
    }
    sort_by_key(members);
    return step != nullptr;
}

/// Of the same keys as before, values take the place of values.
void put_texts(const std::vector<Text>& members, std::map<std::string, std::string>& into) {
    const auto same_key = [](const auto& known, const Text& one) { return formats::same_text(known.first, one.key); };
    if (std::equal(into.begin(), into.end(), members.begin(), members.end(), same_key)) {
        auto one = members.begin();
        for (auto& [key, value] : into) put_text(value, *(one++)->value);
    } else {
        into.clear();
        for (const auto& [key, value] : members) into.emplace_hint(into.end(), key, *value);
    }
}

template <std::map<std::string, std::string> ContactRecord::*member>
constexpr FastRow<Draft> texts_row(std::string_view key) {
    return fast_row<Draft>(
        key,
        [](auto& scan, Draft& draft) {
            if (!read_texts(scan, draft.members)) return false;
            put_texts(draft.members, draft.record->*member);
            return true;
        },
        [](Draft& draft) { (draft.record->*member).clear(); });
}

template <auto member>
constexpr FastRow<Draft> record_row(std::string_view key) {
    return fast_row<Draft>(
        key, [](auto& scan, Draft& draft) { return read_value(scan, draft.record->*member); },
        [](Draft& draft) { clear_value(draft.record->*member); });
}
template <auto member, order::Order place>
constexpr FastRow<Draft> word_row(std::string_view key) {
    return fast_row<Draft>(
        key,
        [](auto& scan, Draft& draft) {
            constexpr std::string_view name = place == order::channel ? "Channel" : "InitiationMethod";
            return read_word(scan, draft.record->*member, {place, {}}, name);
        },
        [](Draft& draft) { draft.record->*member = std::decay_t<decltype(draft.record->*member)>::unknown; });
}
/// A part that may not be there.
template <auto member, const auto& rows, order::Order place>
constexpr FastRow<Draft> part_row(std::string_view key) {
    return fast_row<Draft>(
        key,
        [](auto& scan, Draft& draft) {
            constexpr std::string_view path = place == order::queue ? "/Queue" : "/Agent";
            auto& part = draft.record->*member;
            if (!part) part.emplace();
            return read_object(scan, rows, *part, {place, path});
        },
        [](Draft& draft) { (draft.record->*member).reset(); });
}
template <order::Order place>
[[nodiscard]] std::string& address_of(Draft& draft) {
    if constexpr (place == order::customer) return draft.record->customer_address;
    return place == order::system ? draft.line : draft.transferred_to;
}
template <order::Order place>
constexpr FastRow<Draft> endpoint_row(std::string_view key) {
    return fast_row<Draft>(
        key,
        [](auto& scan, Draft& draft) {
            constexpr std::string_view path = place == order::customer ? "/CustomerEndpoint"
                                              : place == order::system ? "/SystemEndpoint"
                                                                       : "/TransferredToEndpoint";
            return read_object(scan, endpoint_rows, address_of<place>(draft), {place, path});
        },
        [](Draft& draft) { address_of<place>(draft).clear(); });
}

constexpr auto recordings_row = fast_row<Draft>(
    "Recordings", [](auto& scan, Draft& draft) { return read_recordings(scan, draft); },
    [](Draft& draft) { draft.record->recordings.clear(); });
constexpr auto the_recording_row = fast_row<Draft>(
    "Recording",
    [](auto& scan, Draft& draft) {
        draft.has_recording = true;
        return read_recording(scan, draft.recording, order::recording, "/Recording");
    },
    nullptr);
constexpr auto updated_row = fast_row<Draft>(
    "LastUpdateTimestamp",
    [](auto& scan, Draft& draft) {
        draft.has_time = true;
        return read_value(scan, draft.record->updated);
    },
    nullptr);

constexpr FastRows draft_rows{std::array{
    passed_over<Draft>("AWSAccountId"),
    passed_over<Draft>("AWSContactTraceRecordFormatVersion"),
    passed_over<Draft>("AdditionalEmailRecipients"),
    part_row<&ContactRecord::agent, agent_rows, order::agent>("Agent"),
    record_row<&ContactRecord::connection_attempts>("AgentConnectionAttempts"),
    passed_over<Draft>("AnsweringMachineDetectionStatus"),
    texts_row<&ContactRecord::attributes>("Attributes"),
    passed_over<Draft>("Campaign"),
    word_row<&ContactRecord::channel, order::channel>("Channel"),
    passed_over<Draft>("ChatMetrics"),
    record_row<&ContactRecord::connected_to_system>("ConnectedToSystemTimestamp"),
    record_row<&ContactRecord::association>("ContactAssociationId"),
    passed_over<Draft>("ContactDetails"),
    passed_over<Draft>("ContactEvaluations"),
    record_row<&ContactRecord::id>("ContactId"),
    passed_over<Draft>("ContactLens"),
    endpoint_row<order::customer>("CustomerEndpoint"),
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
    updated_row,
    passed_over<Draft>("MediaStreams"),
    record_row<&ContactRecord::next>("NextContactId"),
    passed_over<Draft>("NextContacts"),
    passed_over<Draft>("OutboundStrategy"),
    record_row<&ContactRecord::previous>("PreviousContactId"),
    passed_over<Draft>("QualityMetrics"),
    part_row<&ContactRecord::queue, queue_rows, order::queue>("Queue"),
    the_recording_row,
    recordings_row,
    passed_over<Draft>("References"),
    record_row<&ContactRecord::related>("RelatedContactId"),
    passed_over<Draft>("RoutingCriteria"),
    record_row<&ContactRecord::scheduled>("ScheduledTimestamp"),
    passed_over<Draft>("SegmentAttributes"),
    endpoint_row<order::system>("SystemEndpoint"),
    texts_row<&ContactRecord::tags>("Tags"),
    passed_over<Draft>("TaskTemplateInfo"),
    passed_over<Draft>("TotalPauseCount"),
    passed_over<Draft>("TotalPauseDurationInSeconds"),
    record_row<&ContactRecord::transferred>("TransferCompletedTimestamp"),
    endpoint_row<order::transferred>("TransferredToEndpoint"),
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

void FastContactRecord::begin(std::string_view text, ContactRecord& record) {
    scanner_.begin(text);
    noted_.clear();
    draft_.record = &record;
    draft_.has_recording = false;
    draft_.has_time = false;
}

/// What its keys tell together. Precondition: all of them are read.
bool FastContactRecord::end() {
    auto& record = *draft_.record;
    if (!scanner_.at_end() || record.id.text.empty() || !draft_.has_time) return false;
    if (draft_.has_recording) add_recording(record, draft_.recording);
    record.line = number_of(draft_.line);
    record.transferred_to = number_of(draft_.transferred_to);
    tell_customer(record);
    return true;
}

bool FastContactRecord::read_known(std::string_view text, ConnectReading<ContactRecord>& into) {
    begin(text, into.value);
    fast::KnownScan scan{scanner_, layouts_};
    if (!fast::read_object(scan, fast::draft_rows, draft_, {fast::order::keys, {}}) || !end()) return false;
    into.unknown.clear();
    layouts_.tell_found();
    ++known_;
    return true;
}

bool FastContactRecord::read(std::string_view text, ConnectReading<ContactRecord>& into) {
    if (text.size() > formats::max_document) return false;
    if (layouts_.are_worth_a_try() && read_known(text, into)) return true;
    begin(text, into.value);
    layout_.begin(text, layouts_.wanted());
    fast::Scan scan{scanner_, noted_, layout_};
    if (!fast::read_object(scan, fast::draft_rows, draft_, {fast::order::keys, {}}) || !end()) return false;
    if (noted_.empty()) layouts_.learn(layout_);
    fast::take_noted(noted_, into.unknown);
    return true;
}

}  // namespace denwaban::connect
