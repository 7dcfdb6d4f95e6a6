#include "kept_call.hpp"

#include <map>

#include "answers.hpp"

namespace denwaban::ledger {

namespace {

/// As it is found by when it is due: with whose it is.
[[nodiscard]] OpenFollowUp open_follow_up(const KeptFollowUp& one, const Call& call) {
    return {call.contacts.front(), one.name, one.what, one.code, one.to, one.due, call.restaurant, call.customer};
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
        if (!one.done)
            all.emplace(keys::follow_up(one.due, first, one.name), shapes::json_of(open_follow_up(one, call)));
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
    return shapes::value_from_json<KeptCall>(text, Reading::kept);
}

std::string to_json(const KeptCall& kept) { return shapes::json_of(kept); }

}  // namespace denwaban
