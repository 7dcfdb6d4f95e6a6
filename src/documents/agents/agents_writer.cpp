#include "agents_writer.hpp"

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/agents_json.hpp>

namespace denwaban {

namespace formats {

Json written(std::optional<Instant> at) { return at ? Json(to_iso8601(*at)) : Json(nullptr); }

namespace {

[[nodiscard]] Json write_caller(const std::optional<Caller>& caller) {
    if (!caller) return nullptr;
    if (const auto* number = std::get_if<PhoneNumber>(&*caller)) return std::string{number->e164()};
    return std::string{to_string(std::get<Withheld>(*caller).reason)};
}

[[nodiscard]] Json write_connection(const Connection& connection) {
    return {{"id", connection.id.text},
            {"party", to_string(connection.party)},
            {"type", to_string(connection.type)},
            {"state", to_string(connection.state)},
            {"since", written(connection.since)},
            {"number", write_caller(connection.number)},
            {"quick_connect", connection.quick_connect}};
}

}  // namespace

Json written(const std::optional<Queue>& queue) {
    if (!queue) return nullptr;
    return {{"arn", queue->arn}, {"name", queue->name}};
}

Json written(const ContactSnapshot& contact) {
    auto connections = Json::array();
    for (const auto& connection : contact.connections) connections.push_back(write_connection(connection));
    return {{"id", contact.id.text},
            {"initial", contact.initial ? Json(contact.initial->text) : Json(nullptr)},
            {"channel", to_string(contact.channel)},
            {"initiation", to_string(contact.initiation)},
            {"shown", to_string(contact.shown)},
            {"since", written(contact.since)},
            {"queued_at", written(contact.queued_at)},
            {"connected_to_agent_at", written(contact.connected_to_agent_at)},
            {"queue", written(contact.queue)},
            {"connections", std::move(connections)},
            {"attributes", contact.attributes}};
}

Json written(const AgentStatus& status) {
    return {
        {"name", status.name}, {"type", to_string(status.type)}, {"since", written(status.since)}, {"arn", status.arn}};
}

Json written(const std::optional<NextStatus>& next) {
    if (!next) return nullptr;
    return {{"name", next->name}, {"queued_at", written(next->queued_at)}, {"arn", next->arn}};
}

Json written(const ContactTimes& times) {
    return {{"ringing", times.ringing.count()},
            {"talking", times.talking.count()},
            {"held", times.held.count()},
            {"after_contact_work", times.after_contact_work.count()}};
}

Json written(const std::vector<ContactSnapshot>& contacts) {
    auto list = Json::array();
    for (const auto& contact : contacts) list.push_back(written(contact));
    return list;
}

namespace {

[[nodiscard]] Json write_snapshot(const AgentSnapshot& snapshot) {
    return {{"source", to_string(snapshot.source)},
            {"at", written(snapshot.at)},
            {"status", written(snapshot.status)},
            {"next", written(snapshot.next)},
            {"contacts", written(snapshot.contacts)}};
}

[[nodiscard]] Json write_slots(const ChannelSlots& slots) {
    return {{"channel", to_string(slots.channel)},
            {"maximum", slots.maximum},
            {"available", slots.available ? Json(*slots.available) : Json(nullptr)}};
}

[[nodiscard]] Json write_configuration(const AgentConfiguration& configuration) {
    const auto& profile = configuration.routing_profile;
    auto queues = Json::array(), slots = Json::array();
    for (const auto& queue : profile.queues) queues.push_back(written(std::optional{queue}));
    for (const auto& one : profile.slots) slots.push_back(write_slots(one));
    return {{"username", configuration.username},
            {"first_name", configuration.first_name},
            {"last_name", configuration.last_name},
            {"routing_profile",
             {{"arn", profile.arn},
              {"name", profile.name},
              {"queues", std::move(queues)},
              {"default_outbound_queue", written(profile.default_outbound_queue)},
              {"slots", std::move(slots)}}},
            {"hierarchy", configuration.hierarchy}};
}

template <class Tag>
[[nodiscard]] Json write_id(const std::optional<Id<Tag>>& id) {
    return id ? Json(id->text) : Json(nullptr);
}

}  // namespace
}  // namespace formats

std::string to_json(const AgentSnapshot& snapshot) {
    return formats::write_document(formats::write_snapshot(snapshot));
}

std::string to_json(const AgentStreamRecord& record) {
    using formats::Json;
    return formats::write_document(
        {{"agent", record.agent.text},
         {"instance_arn", record.instance_arn},
         {"version", record.version},
         {"id", record.event.id},
         {"kind", to_string(record.event.kind)},
         {"snapshot", formats::write_snapshot(record.event.snapshot)},
         {"configuration", record.configuration ? formats::write_configuration(*record.configuration) : Json(nullptr)},
         {"previous", record.previous ? formats::write_snapshot(*record.previous) : Json(nullptr)}});
}

std::string to_json(const ContactReport& report) {
    return formats::write_document({{"id", report.id},
                                    {"kind", to_string(report.kind)},
                                    {"at", formats::written(report.at)},
                                    {"contact", report.contact.text},
                                    {"initial", formats::write_id(report.initial)},
                                    {"previous", formats::write_id(report.previous)},
                                    {"channel", to_string(report.channel)},
                                    {"initiation", to_string(report.initiation)},
                                    {"queue", formats::written(report.queue)},
                                    {"agent", formats::write_id(report.agent)},
                                    {"disconnect_reason", report.disconnect_reason}});
}

std::string to_json(const Notice& notice) {
    const auto effect = [](const auto& of) {
        return of.effect ? formats::Json(name_of(*of.effect)) : formats::Json(nullptr);
    };
    if (const auto* agent = std::get_if<AgentNotice>(&notice)) {
        return formats::write_document({{"about", "agent"},
                                        {"kind", to_string(agent->kind)},
                                        {"at", formats::written(agent->at)},
                                        {"state", name_of(agent->state)},
                                        {"effect", effect(*agent)}});
    }
    const auto& contact = std::get<ContactNotice>(notice);
    return formats::write_document({{"about", "contact"},
                                    {"kind", to_string(contact.kind)},
                                    {"at", formats::written(contact.at)},
                                    {"state", name_of(contact.state)},
                                    {"effect", effect(contact)},
                                    {"contact", contact.contact->id.text},
                                    {"times", formats::written(contact.times)}});
}

formats::Json formats::written(const TimelineEntry& entry) {
    const auto& snapshot = entry.event.snapshot;
    auto contacts = Json::array();
    for (std::size_t place = 0; place < entry.tracks.size(); ++place) {
        const auto& track = entry.tracks[place];
        const auto* left = first_to_leave(snapshot.contacts[place]);
        auto contact = written(snapshot.contacts[place]);
        contact["state"] = name_of(track.state);
        contact["state_since"] = written(track.since);
        contact["times"] = written(track.times);
        contact["first_to_leave"] = left != nullptr ? Json(to_string(left->party)) : Json(nullptr);
        contacts.push_back(std::move(contact));
    }
    return {{"at", written(snapshot.at)},     {"state", name_of(entry.state)},
            {"since", written(entry.since)},  {"status", written(snapshot.status)},
            {"next", written(snapshot.next)}, {"missed_in_a_row", entry.missed_in_a_row},
            {"contacts", std::move(contacts)}};
}
std::string to_json(const TimelineEntry& entry) { return formats::write_document(formats::written(entry)); }

}  // namespace denwaban
