#include "kept_call.hpp"

#include <map>

#include "documents/calls/calls.hpp"

namespace denwaban::ledger {

namespace {

[[nodiscard]] FollowUpDone read_done(const Node& node) {
    const Fields fields{node, {"by", "at"}};
    return {fields.require("by", formats::read_id<struct AgentTag>), fields.require("at", read_instant)};
}

[[nodiscard]] KeptFollowUp read_follow_up(const Node& node) {
    const Fields fields{node, {"name", "what", "code", "to", "due", "done"}};
    return {fields.require("name", read_string),  fields.require("what", read_string),
            fields.value_or("code", read_string), fields.value_or("to", read_string),
            fields.require("due", read_instant),  formats::read_if_any(fields, "done", read_done)};
}

[[nodiscard]] Json written_follow_up(const KeptFollowUp& one) {
    Json done = nullptr;
    if (one.done) done = Json{{"by", one.done->by.text}, {"at", to_iso8601(one.done->at)}};
    return {{"name", one.name}, {"what", one.what},           {"code", one.code},
            {"to", one.to},     {"due", to_iso8601(one.due)}, {"done", std::move(done)}};
}

/// As it is found by when it is due: with whose it is.
[[nodiscard]] std::string agenda_entry(const KeptFollowUp& one, const Call& call) {
    auto json = written_follow_up(one);
    json.erase("done");
    json["contact"] = call.contacts.front().text;
    json["restaurant"] = call.restaurant ? Json(call.restaurant->text) : Json(nullptr);
    json["customer"] = call.customer ? Json(call.customer->text) : Json(nullptr);
    return formats::write_document(json);
}

[[nodiscard]] KeptFollowUp follow_up_of(const DueFollowUp& due) {
    KeptFollowUp one;
    one.what = follow_up_names[due.what.index()];
    one.code = due.code.text;
    one.due = due.due;
    if (const auto* escalate = std::get_if<Escalate>(&due.what)) one.to = escalate->to;
    one.name = one.what + "#" + one.code;
    return one;
}

/// Everything beside the call itself, by key.
[[nodiscard]] std::map<Key, std::string> beside(const KeptCall& kept) {
    const auto& call = kept.call;
    const auto& first = call.contacts.front();
    const auto link = link_to("contact", first);
    std::map<Key, std::string> all;
    for (auto contact = call.contacts.begin() + 1; contact != call.contacts.end(); ++contact) {
        all.emplace(keys::first_contact(*contact), link);
    }
    if (call.restaurant) all.emplace(keys::call_of_restaurant(*call.restaurant, kept.opened, first), link);
    if (call.customer) all.emplace(keys::call_of_customer(*call.customer, kept.opened, first), link);
    for (const auto& one : kept.follow_ups) {
        if (!one.done) all.emplace(keys::follow_up(one.due, first, one.name), agenda_entry(one, call));
    }
    return all;
}

}  // namespace

std::vector<KeptFollowUp> follow_ups_of(const KeptCall& kept, const Catalogue& catalogue) {
    std::vector<KeptFollowUp> all;
    const auto add = [&](KeptFollowUp one) {
        const auto same_name = [&](const KeptFollowUp& other) { return other.name == one.name; };
        if (std::any_of(all.begin(), all.end(), same_name)) return;
        const auto before = std::find_if(kept.follow_ups.begin(), kept.follow_ups.end(), same_name);
        if (before != kept.follow_ups.end() && before->due == one.due) one.done = before->done;
        all.push_back(std::move(one));
    };
    if (const auto& promised = kept.call.callback) {
        add({"call_back", "call_back", "", std::string{promised->number.e164()}, promised->at, {}});
    }
    if (kept.call.record) {
        for (const auto& due : follow_ups(*kept.call.record, catalogue)) add(follow_up_of(due));
    }
    return all;
}

std::vector<Write> writes_of(const KeptCall& kept, const KeptCall* before) {
    std::vector<Write> writes{Put{keys::call(kept.call.contacts.front()), {}, to_json(kept), {}}};
    const auto now = beside(kept);
    const auto old = before != nullptr ? beside(*before) : std::map<Key, std::string>{};
    for (const auto& [key, body] : now) {
        const auto known = old.find(key);
        if (known == old.end() || known->second != body) writes.push_back(Put{key, {}, body, {}});
    }
    for (const auto& [key, body] : old) {
        if (!now.contains(key)) writes.push_back(Erase{key, {}});
    }
    return writes;
}

}  // namespace denwaban::ledger

namespace denwaban {

Expected<KeptCall, Errors> kept_call_from_json(std::string_view text) {
    return formats::read_document(
        text,
        [](const formats::Node& node) {
            const formats::Fields fields{node, {"opened", "call", "follow_ups"}};
            return KeptCall{
                fields.require("opened", ledger::read_instant), fields.require("call", formats::read_call_of_contacts),
                fields.value_or("follow_ups",
                                [](const formats::Node& part) { return part.list(ledger::read_follow_up); })};
        },
        Reading::kept);
}

std::string to_json(const KeptCall& kept) {
    auto follow_ups = formats::Json::array();
    for (const auto& one : kept.follow_ups) follow_ups.push_back(ledger::written_follow_up(one));
    return formats::write_document(formats::Json{{"opened", to_iso8601(kept.opened)},
                                                 {"call", formats::written(kept.call)},
                                                 {"follow_ups", std::move(follow_ups)}});
}

}  // namespace denwaban
