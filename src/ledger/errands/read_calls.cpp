#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/ledger/call_errands.hpp>
#include <denwaban/zones.hpp>

#include "asked.hpp"
#include "call_questions.hpp"
#include "reading.hpp"

namespace denwaban::ledger {

namespace {

/// What a change is read with.
struct Ground {
    Instant now;
    std::shared_ptr<const Catalogue> catalogue;
};

using Changed = Expected<Call, Errors>;

[[nodiscard]] AgentId read_by(const Fields& fields) { return fields.require("by", formats::read_id<struct AgentTag>); }
[[nodiscard]] WrapUpPolicy read_policy(const Fields& fields) {
    return fields.value_or("policy", shapes::read_as<WrapUpPolicy>);
}
[[nodiscard]] std::vector<Disposition> read_dispositions(const Node& node, const Catalogue& catalogue) {
    auto read = read_part(node, [&](std::string_view text) { return dispositions_from_json(text, catalogue); });
    return read ? *std::move(read) : std::vector<Disposition>{};
}

[[nodiscard]] Changed one_or_errors(Expected<Call> call) {
    if (!call) return Unexpected{Errors{std::move(call).error()}};
    return *std::move(call);
}

[[nodiscard]] CallChange read_apply(const Node& node, const Ground&) {
    return [all = node.list(shapes::read_as<OutsideOccurrence>)](Call call) -> Changed {
        for (const auto& occurrence : all) {
            auto step = apply_if_room(std::move(call), occurrence);
            if (!step) return Unexpected{std::move(step).error()};
            call = std::move(step->call);
        }
        return call;
    };
}

[[nodiscard]] CallChange read_note(const Node& node, const Ground&) {
    return [notes = node.writable()](Call call) -> Changed {
        call.notes = notes;
        return call;
    };
}

[[nodiscard]] CallChange read_draft(const Node& node, const Ground& ground) {
    const Fields fields{node, {"dispositions", "policy"}};
    auto all =
        fields.require("dispositions", [&](const Node& part) { return read_dispositions(part, *ground.catalogue); });
    return [all = std::move(all), policy = read_policy(fields)](Call call) {
        return one_or_errors(draft(std::move(call), all, policy));
    };
}

[[nodiscard]] CallChange read_extend(const Node& node, const Ground& ground) {
    const Fields fields{node, {"policy"}};
    return [policy = read_policy(fields), now = ground.now](Call call) {
        return one_or_errors(extend(std::move(call), policy, now));
    };
}

[[nodiscard]] CallChange read_complete(const Node& node, const Ground& ground) {
    const Fields fields{node, {"dispositions", "policy", "by"}};
    auto recorded = formats::read_if_any(fields, "dispositions",
                                         [&](const Node& part) { return read_dispositions(part, *ground.catalogue); });
    return [recorded = std::move(recorded), policy = read_policy(fields), by = read_by(fields), ground](Call call) {
        if (recorded && state_of(call) != CallState::closed) call.drafts = *recorded;
        return complete(std::move(call), policy, *ground.catalogue, by, ground.now);
    };
}

[[nodiscard]] CallChange read_expire(const Node& node, const Ground& ground) {
    const Fields fields{node, {"policy", "by"}};
    return [policy = read_policy(fields), by = read_by(fields), ground](Call call) {
        return expire(std::move(call), policy, *ground.catalogue, by, ground.now);
    };
}

[[nodiscard]] CallChange read_amend(const Node& node, const Ground& ground) {
    const Fields fields{node, {"dispositions", "by", "reason"}};
    auto all =
        fields.require("dispositions", [&](const Node& part) { return read_dispositions(part, *ground.catalogue); });
    return [all = std::move(all), by = read_by(fields), reason = fields.value_or("reason", read_string), ground](
               Call call) { return amend_record(std::move(call), all, *ground.catalogue, by, ground.now, reason); };
}

[[nodiscard]] CallChange read_promise(const Node& node, const Ground&) {
    const Fields fields{node, {"number", "at", "by"}};
    const auto number = fields.require("number", [](const Node& part) { return part.phone_number(); });
    return [number, at = fields.require("at", read_instant), by = read_by(fields)](Call call) -> Changed {
        call.callback = PromisedCallback{*number, at, by};
        return call;
    };
}

/// Whose call it turns out to be, and what it led to. What is not said stays.
[[nodiscard]] CallChange read_assign(const Node& node, const Ground&) {
    const Fields fields{node, {"restaurant", "customer", "agent", "booking"}};
    const auto restaurant = formats::read_if_any(fields, "restaurant", formats::read_id<struct RestaurantTag>);
    const auto customer = formats::read_if_any(fields, "customer", formats::read_id<struct CustomerTag>);
    const auto agent = formats::read_if_any(fields, "agent", formats::read_id<struct AgentTag>);
    const auto booking = formats::read_if_any(fields, "booking", formats::read_id<struct BookingTag>);
    return [=](Call call) -> Changed {
        if (restaurant) call.restaurant = restaurant;
        if (customer) call.customer = customer;
        if (agent) call.agent = agent;
        if (booking) call.booking = booking;
        return call;
    };
}

/// A transfer made another contact of it.
[[nodiscard]] CallChange read_transfer(const Node& node, const Ground&) {
    return [contact = formats::read_id<struct ContactTag>(node)](Call call) -> Changed {
        auto& all = call.contacts;
        if (std::find(all.begin(), all.end(), contact) == all.end()) all.push_back(contact);
        return call;
    };
}

struct ChangeForm {
    std::string_view key;
    CallChange (*read)(const Node&, const Ground&);
};
constexpr std::array change_forms{
    ChangeForm{"apply", read_apply},       ChangeForm{"note", read_note},         ChangeForm{"draft", read_draft},
    ChangeForm{"extend", read_extend},     ChangeForm{"complete", read_complete}, ChangeForm{"expire", read_expire},
    ChangeForm{"amend", read_amend},       ChangeForm{"promise", read_promise},   ChangeForm{"assign", read_assign},
    ChangeForm{"transfer", read_transfer},
};

/// Changes, one after another, that are made together: an object with a key for each.
[[nodiscard]] CallChange read_changes(const Node& node, const Ground& ground) {
    std::vector<std::string_view> words;
    for (const auto& form : change_forms) words.push_back(form.key);
    std::vector<CallChange> changes;
    node.each_member([&](std::string_view key, const Node& member) {
        const auto form = std::find_if(change_forms.begin(), change_forms.end(),
                                       [&](const ChangeForm& one) { return one.key == key; });
        if (form == change_forms.end()) {
            return member.fail(ErrorCode::unknown_key, "is not known here: " + Node::listed(words));
        }
        changes.push_back(form->read(member, ground));
    });
    return [changes = std::move(changes)](Call call) -> Changed {
        Changed changed{std::move(call)};
        for (const auto& change : changes) {
            if (!changed) return changed;
            changed = change(*std::move(changed));
        }
        return changed;
    };
}

[[nodiscard]] std::string read_label(const Node& node) { return node.label(); }

[[nodiscard]] std::optional<HandOverMessage> read_hand_over(const Node& node) {
    const Fields fields{node, {"id", "due", "channel", "to", "template", "restaurant", "agent", "zone"}};
    Message message{fields.require("id", [](const Node& part) { return part.name(); }),
                    fields.require("due", read_instant),
                    fields.value_or("channel", read_label),
                    fields.value_or("to", read_label),
                    {}};
    const auto words = fields.value_or("template", read_string, std::string{hand_over_mail});
    auto wording = HandOverTemplate::parse(words);
    if (!wording) node.fail(wording.error().code, "template: " + wording.error().message);
    const auto name = fields.value_or("zone", read_string, std::string{"Asia/Tokyo"});
    const auto zone = load_time_zone(name);
    if (!zone) node.fail(zone.error().code, zone.error().message);
    HandOverContext context{fields.value_or("restaurant", read_string), fields.value_or("agent", read_string)};
    if (!wording || !zone) return std::nullopt;
    context.zone = *zone;
    return HandOverMessage{std::move(message), *std::move(wording), std::move(context)};
}

/// What the restaurant has otherwise than the catalogue that comes with the library.
[[nodiscard]] std::shared_ptr<const Catalogue> read_catalogue(const Node& node) {
    const std::shared_ptr<const Catalogue> usual{std::shared_ptr<void>{}, &default_catalogue()};
    const auto given = node.is_object() ? node.member("catalogue") : std::nullopt;
    if (!given) return usual;
    auto changed = read_part(*given, [](std::string_view text) -> Expected<Catalogue, Errors> {
        const auto changes = catalogue_changes_from_json(text);
        if (!changes) return Unexpected{changes.error()};
        return default_catalogue().with(*changes);
    });
    return changed ? std::make_shared<const Catalogue>(*std::move(changed)) : usual;
}

}  // namespace

GivenErrand read_change_call(const Node& node) {
    auto asked = shapes::read_as<ChangeCall>(node);
    CallOrder order;
    order.contact = std::move(asked.contact);
    order.catalogue = read_catalogue(node);
    order.messages = std::move(asked.messages);
    const auto change = node.is_object() ? node.member("change") : std::nullopt;
    if (!change) return std::nullopt;
    order.change = read_changes(*change, {asked.request.now, order.catalogue});
    std::vector<std::optional<HandOverMessage>> hand_overs;
    if (const auto given = node.member("hand_overs")) hand_overs = given->list(read_hand_over);
    if (!is_right(node)) return std::nullopt;
    order.asked = canonical(Json(change->value()));
    for (auto& one : hand_overs) order.hand_overs.push_back(*std::move(one));
    return change_call(std::move(order), std::move(asked.request));
}

}  // namespace denwaban::ledger
