#include <denwaban/ledger/call_errands.hpp>

#include <algorithm>

#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/zones.hpp>

#include "kept_call.hpp"
#include "messages.hpp"
#include "person.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::kept;
using ledger::Known;
using ledger::missing;
using ledger::one_error;

[[nodiscard]] ledger::Unanswered no_such(std::string what, std::string where) {
    return ledger::refused(ErrorCode::unknown_reference, "there is no " + what, std::move(where));
}

[[nodiscard]] Errors no_contacts() { return one_error(ErrorCode::missing_key, "needs at least one", "/contacts"); }

/// The call that a contact is of; nothing where there is none.
[[nodiscard]] Known<std::optional<KeptCall>> find(const Readings& known, const ContactId& contact) {
    return ledger::find_linked(known, contact, keys::call, keys::first_contact(contact), "contact",
                               kept_call_from_json);
}

[[nodiscard]] Verdict<KeptCall> open(const Call& call, Instant now, const Readings& known) {
    std::vector<Key> wanted;
    for (const auto& contact : call.contacts) {
        wanted.push_back(keys::call(contact));
        wanted.push_back(keys::first_contact(contact));
    }
    if (auto more = missing(known, wanted)) return *std::move(more);
    for (const auto& contact : call.contacts) {
        auto found = find(known, contact);
        if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
        const auto& before = std::get<std::optional<KeptCall>>(found);
        if (before) return Settled{{}, *before};
    }
    const KeptCall opened{now, call, {}};
    return Settled{ledger::writes_of(opened, nullptr), opened};
}

[[nodiscard]] std::vector<Write> sent_with(const CallOrder& order, const Call& call) {
    std::vector<Write> writes;
    for (const auto& message : order.messages) writes.push_back(ledger::put(message));
    for (const auto& [message, wording, context] : order.hand_overs) {
        auto written = message;
        written.text = hand_over(wording, call, *order.catalogue, context);
        writes.push_back(ledger::put(written));
    }
    return writes;
}

[[nodiscard]] Verdict<KeptCall> keep(const KeptCall& before, KeptCall after, std::vector<Write> more) {
    auto writes = ledger::writes_of(after, &before);
    std::move(more.begin(), more.end(), std::back_inserter(writes));
    return Settled{std::move(writes), std::move(after)};
}

[[nodiscard]] Verdict<KeptCall> change(const CallOrder& order, const Readings& known) {
    auto found = find(known, order.contact);
    if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
    const auto& before = std::get<std::optional<KeptCall>>(found);
    if (!before) return no_such("call of " + order.contact.text, "/contact");
    auto changed = order.change(before->call);
    if (!changed) return Refusal{std::move(changed).error()};
    if (changed->contacts.empty()) return Refusal{no_contacts()};
    KeptCall after{before->opened, *std::move(changed), before->follow_ups};
    after.follow_ups = ledger::follow_ups_of(after, *order.catalogue);
    auto messages = sent_with(order, after.call);
    return keep(*before, std::move(after), std::move(messages));
}

[[nodiscard]] Verdict<KeptCall> finish(const ContactId& contact, const std::string& name, const FollowUpDone& done,
                                       const Readings& known) {
    auto found = find(known, contact);
    if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
    const auto& before = std::get<std::optional<KeptCall>>(found);
    if (!before) return no_such("call of " + contact.text, "/contact");
    auto after = *before;
    const auto one = std::find_if(after.follow_ups.begin(), after.follow_ups.end(),
                                  [&](const KeptFollowUp& each) { return each.name == name; });
    if (one == after.follow_ups.end()) return no_such("such thing to do", "/name");
    if (!one->done) one->done = done;
    return keep(*before, std::move(after), {});
}

/// The calls of a page, one after another.
[[nodiscard]] Verdict<KeptCalls> told_calls(const Page& page, const Readings& known) {
    std::vector<Key> homes;
    for (const auto& document : page.documents) {
        auto contact = ledger::linked<struct ContactTag>(document, "contact");
        if (!contact) return failed(std::move(contact));
        homes.push_back(keys::call(*contact));
    }
    if (auto more = missing(known, homes)) return *std::move(more);
    KeptCalls calls{{}, ledger::next_of(page)};
    for (const auto& home : homes) {
        const auto* document = known.find(home);
        if (document == nullptr) continue;
        auto call = kept(*document, kept_call_from_json);
        if (!call) return failed(std::move(call));
        calls.calls.push_back(*std::move(call));
    }
    return Told{std::move(calls)};
}

/// The calls that were opened on a date of the restaurant's clocks.
[[nodiscard]] Known<Query> query_of(const CallsOfRestaurant& of, const Readings& known) {
    const auto home = keys::restaurant(of.restaurant);
    if (auto more = missing(known, {home})) return *std::move(more);
    const auto* document = known.find(home);
    if (document == nullptr) {
        return ledger::Unanswered{ledger::not_kept(of.restaurant, "/restaurant")};
    }
    auto restaurant = kept(*document, kept_restaurant_from_json);
    if (!restaurant) return failed(std::move(restaurant));
    const auto zone = load_time_zone(restaurant->zone);
    if (!zone) return ledger::Unanswered{Errors{zone.error()}};
    const auto midnight = [&](Date date) {
        return std::string{keys::calls} + to_iso8601(zone->first_at_or_after(at(date, MinuteOfDay{})));
    };
    Query query;
    query.partition = keys::calls_partition(of.restaurant);
    query.range = SortBetween{midnight(of.date), midnight(of.date + date::days{1})};
    return query;
}

/// A customer's, and those of every record that was merged into theirs; of who is not kept, those under the id.
[[nodiscard]] Known<std::vector<Query>> queries_of(const CustomerId& id, const Readings& known) {
    auto found =
        ledger::find_linked(known, id, keys::customer, keys::merged_customer(id), "customer", kept_customer_from_json);
    if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
    const auto& customer = std::get<std::optional<Customer>>(found);
    std::vector<Query> queries{ledger::calls_query(customer ? customer->id : id)};
    if (!customer) return queries;
    for (const auto& old : customer->merged) queries.push_back(ledger::calls_query(old));
    return queries;
}

[[nodiscard]] Known<std::vector<Query>> queries_of(const WhoseCalls& whose, const Readings& known) {
    if (const auto* customer = std::get_if<CustomerId>(&whose)) return queries_of(*customer, known);
    auto made = query_of(std::get<CallsOfRestaurant>(whose), known);
    if (auto* why = std::get_if<ledger::Unanswered>(&made)) return std::move(*why);
    return std::vector{std::get<Query>(std::move(made))};
}

/// One page of several lists, in the order of all, as far as all of them were read.
[[nodiscard]] Page joined(const std::vector<const Page*>& pages, const CallsQuestion& question) {
    const auto is_before = [&](const std::string& a, const std::string& b) {
        return question.order == QueryOrder::ascending ? a < b : b < a;
    };
    std::vector<Document> all;
    std::optional<std::string> end;
    for (const auto* page : pages) {
        all.insert(all.end(), page->documents.begin(), page->documents.end());
        const auto next = ledger::next_of(*page);
        if (next && (!end || is_before(*next, *end))) end = next;
    }
    if (end) std::erase_if(all, [&](const Document& one) { return is_before(*end, one.key.sort); });
    std::sort(all.begin(), all.end(),
              [&](const Document& a, const Document& b) { return is_before(a.key.sort, b.key.sort); });
    if (all.size() > question.limit) {
        all.resize(question.limit);
        end = all.back().key.sort;
    }
    return {std::move(all), end ? std::optional{Cursor{*std::move(end)}} : std::nullopt};
}

/// Whose calls a list is of.
struct CallsName {
    std::string operator()(const CustomerId& customer) const { return "of " + customer.text; }
    std::string operator()(const CallsOfRestaurant& of) const {
        return "at " + of.restaurant.text + " " + to_string(of.date);
    }
};

[[nodiscard]] Verdict<KeptCalls> find_page_of_calls(const CallsQuestion& question, const Readings& known) {
    auto made = queries_of(question.whose, known);
    if (auto* why = std::get_if<ledger::Unanswered>(&made)) return std::move(*why);
    std::vector<const Page*> pages;
    for (auto& query : std::get<std::vector<Query>>(made)) {
        query.order = question.order;
        query.limit = question.limit;
        if (!question.after.empty()) query.after = Cursor{question.after};
        const auto* page = known.find(query);
        if (page == nullptr) return ReadFirst{query};
        pages.push_back(page);
    }
    return told_calls(joined(pages, question), known);
}

}  // namespace

Errand<KeptCall> open_call(Call call, ErrandRequest request) {
    if (call.contacts.empty()) {
        return {[](const Readings&) -> Verdict<KeptCall> { return no_contacts(); }};
    }
    request.about = "open_call " + call.contacts.front().text;
    request.asked = to_json(call);
    const auto now = request.now;
    return {std::move(request),
            [call = std::move(call), now](const Readings& known) { return open(call, now, known); }};
}

Errand<KeptCall> change_call(CallOrder order, ErrandRequest request) {
    auto sent = order.messages;
    for (const auto& note : order.hand_overs) sent.push_back(note.message);
    if (auto wrong = ledger::wrong_with(sent); !wrong.empty()) {
        return {[wrong = std::move(wrong)](const Readings&) -> Verdict<KeptCall> { return wrong; }};
    }
    request.about = "change_call " + order.contact.text;
    request.asked = std::move(order.asked);
    return {std::move(request), [order = std::move(order)](const Readings& known) { return change(order, known); }};
}

Errand<std::optional<KeptCall>> find_call(ContactId contact) {
    return {[contact = std::move(contact)](const Readings& known) -> Verdict<std::optional<KeptCall>> {
        auto found = find(known, contact);
        if (auto* why = std::get_if<ledger::Unanswered>(&found)) return std::move(*why);
        return Told{std::get<std::optional<KeptCall>>(std::move(found))};
    }};
}

Errand<KeptCalls> find_calls(const CallsQuestion& question) {
    const auto of = "calls " + std::visit(CallsName{}, question.whose) + " " + std::string{name_of(question.order)};
    return {ledger::page_of_list<KeptCalls>(of, question.after, [&](std::string after) -> Decide<KeptCalls> {
        auto bare = question;
        bare.after = std::move(after);
        return [bare = std::move(bare)](const Readings& known) { return find_page_of_calls(bare, known); };
    })};
}

Errand<OpenFollowUps> find_follow_ups(const DueQuestion& question) {
    return ledger::find_page(ledger::due_query(keys::follow_ups, question), &OpenFollowUps::follow_ups);
}

Errand<KeptCall> finish_follow_up(ContactId contact, std::string name, AgentId by, ErrandRequest request) {
    request.about = "finish_follow_up " + contact.text + " " + name;
    request.asked = by.text;
    return {std::move(request),
            [contact = std::move(contact), name = std::move(name), done = FollowUpDone{std::move(by), request.now}](
                const Readings& known) { return finish(contact, name, done, known); }};
}

}  // namespace denwaban
