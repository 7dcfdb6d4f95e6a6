/// A call is what happened to it, in whatever order that came; and nothing that was typed into it is ever lost.

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>

namespace call_property {
using namespace denwaban;
using std::chrono::seconds;

namespace {

constexpr Instant start{std::chrono::milliseconds{1'790'000'000'000}};

int below(int most) { return *rc::gen::inRange(0, most); }

template <class T>
const T& one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
}

OutsideOccurrence some_occurrence(int number) {
    const auto event = static_cast<CallEvent>(below(static_cast<int>(outside_call_event_names.size())));
    return {"e" + std::to_string(number), *OutsideCallEvent::of(event), start + seconds{below(20)}};
}

std::vector<OutsideOccurrence> some_occurrences() {
    std::vector<OutsideOccurrence> all;
    const int count = below(12);
    for (int number = 0; number < count; ++number) all.push_back(some_occurrence(number));
    return all;
}

Call after(const std::vector<OutsideOccurrence>& occurrences) {
    Call call;
    call.contacts = {{"ct1"}};
    for (const auto& occurrence : occurrences) call = apply(std::move(call), occurrence).call;
    return call;
}

/// The first occurrences with each id, by time; states by a walk that knows nothing of tables.
CallState naive_state(std::vector<OutsideOccurrence> all) {
    std::sort(all.begin(), all.end(), [](const OutsideOccurrence& a, const OutsideOccurrence& b) {
        return std::tie(a.at, a.event, a.id) < std::tie(b.at, b.event, b.id);
    });
    auto state = CallState::ringing;
    for (const auto& [id, event, at] : all) {
        const bool live = state == CallState::talking || state == CallState::held;
        const bool ends = event == CallEvent::ended || event == CallEvent::failed || event == CallEvent::contact_gone;
        // What closes here came to nothing, and the next agent may yet answer it.
        if (state == CallState::ringing || state == CallState::closed) {
            if (event == CallEvent::answered) state = CallState::talking;
            if (event == CallEvent::held) state = CallState::held;
            if (ends || event == CallEvent::missed || event == CallEvent::rejected) state = CallState::closed;
        } else if (live) {
            if (event == CallEvent::held) state = CallState::held;
            if (event == CallEvent::resumed) state = CallState::talking;
            if (ends) state = CallState::wrapping_up;
        }
    }
    return state;
}

/// A value of any type: right for the field, often; for another one, sometimes.
FieldValue some_value(const Field& field) {
    const auto type = below(6) == 0 ? static_cast<FieldType>(below(7)) : field.type;
    const auto choice = [&] {
        return ChoiceCode{field.choices.empty() || below(8) == 0 ? "none" : one_of(field.choices).code};
    };
    switch (type) {
        case FieldType::text:
            return std::string{below(4) == 0 ? "" : "傘"};
        case FieldType::choice:
            return choice();
        case FieldType::multi_choice:
            return below(3) == 0 ? std::vector<ChoiceCode>{} : std::vector<ChoiceCode>{choice(), choice()};
        case FieldType::date_time:
            return start + seconds{below(1000)};
        case FieldType::phone:
            return *PhoneNumber::parse("0312345678");
        case FieldType::booking:
            return BookingId{"R-1"};
        case FieldType::photo:
            break;
    }
    return PhotoLink{below(4) == 0 ? "http://x" : "https://x"};
}

Disposition some_disposition() {
    static int typed = 0;
    const auto& entry = one_of(default_catalogue().entries());
    Disposition made{entry.code, {}, "note " + std::to_string(++typed)};
    for (const auto& field : entry.fields) {
        if (below(5) > 0) made.fields[field.key] = some_value(field);
    }
    if (below(20) == 0) made.fields["strange"] = std::string{"x"};
    if (below(20) == 0) made.code.text += ".no";
    return made;
}

std::vector<Disposition> some_dispositions() {
    std::vector<Disposition> all;
    const int count = below(3);
    for (int number = 0; number < count; ++number) all.push_back(some_disposition());
    return all;
}

bool naive_value_is_right(const Field& field, const FieldValue& value) {
    const auto offered = [&](const ChoiceCode& code) {
        for (const auto& choice : field.choices) {
            if (choice.code == code.text) return true;
        }
        return false;
    };
    if (static_cast<std::size_t>(field.type) != value.index()) return false;
    if (field.type == FieldType::choice) return offered(std::get<ChoiceCode>(value));
    if (field.type == FieldType::photo) return std::get<PhotoLink>(value).text.substr(0, 8) == "https://";
    if (field.type != FieldType::multi_choice) return true;
    const auto& codes = std::get<std::vector<ChoiceCode>>(value);
    return std::all_of(codes.begin(), codes.end(), offered);
}

/// Whether a disposition may be recorded with all of its data, entry by entry and field by field.
bool naive_is_right(const Disposition& disposition) {
    const auto& entries = default_catalogue().entries();
    const CatalogueEntry* found = nullptr;
    for (const auto& entry : entries) {
        if (entry.code.text.starts_with(disposition.code.text + ".")) return false;
        if (entry.code == disposition.code) found = &entry;
    }
    if (found == nullptr || found->standing == CodeStanding::retired) return false;
    std::set<std::string> known;
    for (const auto& field : found->fields) {
        known.insert(field.key);
        const auto value = disposition.fields.find(field.key);
        const bool there = value != disposition.fields.end();
        if (there && !naive_value_is_right(field, value->second)) return false;
        const bool empty = !there || value->second == FieldValue{std::string{}} ||
                           value->second == FieldValue{std::vector<ChoiceCode>{}};
        if (empty && field.requirement == Requirement::required) return false;
    }
    return std::all_of(disposition.fields.begin(), disposition.fields.end(),
                       [&](const auto& field) { return known.contains(field.first); });
}

WrapUpPolicy some_policy() {
    WrapUpPolicy policy;
    policy.demand = static_cast<WrapUpDemand>(1 + below(3));
    if (below(3) > 0) policy.timer = WrapUpTimer{seconds{below(30)}, seconds{below(30)}, below(3)};
    if (below(2) == 0) policy.default_outcome = DispositionCode{below(4) == 0 ? "gone" : "other"};
    return policy;
}

bool stands_in(const Call& call, const std::vector<Disposition>& typed) {
    if (typed.empty() || call.drafts == typed) return true;
    if (!call.record) return false;
    if (call.record->dispositions == typed || call.record->unfinished == typed) return true;
    return std::any_of(call.record->amendments.begin(), call.record->amendments.end(),
                       [&](const Amendment& amendment) { return amendment.before == typed; });
}

/// Something an agent or the desk does. `typed`: what was typed last, and what has been recorded.
void do_something(Call& call, const WrapUpPolicy& policy, std::vector<std::vector<Disposition>>& typed, int number) {
    const auto at = start + seconds{below(120)};
    const auto keep = [&](auto made) {
        if (made) call = *std::move(made);
        return made.has_value();
    };
    switch (below(6)) {
        case 0:
            call = apply(std::move(call), some_occurrence(number)).call;
            break;
        case 1: {
            auto drafts = some_dispositions();
            const auto before = call.drafts;
            if (!keep(draft(call, drafts, policy))) break;
            std::erase(typed, before);  // the agent has typed something else in its place
            typed.push_back(std::move(drafts));
            break;
        }
        case 2:
            keep(extend(call, policy, at));
            break;
        case 3:
            keep(complete(call, policy, default_catalogue(), {"a"}, at));
            break;
        case 4:
            keep(expire(call, policy, default_catalogue(), {"a"}, at));
            break;
        default: {
            auto amended = some_dispositions();
            if (keep(amend_record(call, amended, default_catalogue(), {"b"}, at, "")))
                typed.push_back(std::move(amended));
        }
    }
}

bool order_does_not_matter() {
    return rc::check("any order, and any of them twice, gives the same call", [] {
        const auto occurrences = some_occurrences();
        auto shuffled = occurrences;
        for (const auto& one : occurrences) {
            if (below(3) == 0) shuffled.push_back(one);
        }
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937{static_cast<unsigned>(below(1 << 30))});
        const auto call = after(shuffled);
        RC_ASSERT(call == after(occurrences));
        RC_ASSERT(state_of(call) == naive_state(occurrences));
    });
}

bool nothing_is_lost() {
    return rc::check("whatever happens, what was typed last and what was recorded is in the call", [] {
        const auto policy = some_policy();
        Call call;
        call.contacts = {{"k"}};
        std::vector<std::vector<Disposition>> typed;
        const int steps = below(25);
        for (int number = 0; number < steps; ++number) {
            do_something(call, policy, typed, number);
            for (const auto& one : typed) RC_ASSERT(stands_in(call, one));
            const auto read = call_from_json(to_json(call));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == call);
        }
    });
}

bool a_check_finds_what_is_wrong() {
    return rc::check("a disposition is found fault with exactly if the naive check would", [] {
        const auto disposition = some_disposition();
        const auto errors = check({disposition}, default_catalogue(), Completeness::with_data);
        RC_ASSERT(errors.empty() == naive_is_right(disposition));
    });
}

bool demands_are_met() {
    return rc::check("a call that was completed has a record as its policy demands", [] {
        const auto policy = some_policy();
        Call call = after({{"1", CallEvent::answered, start}, {"2", CallEvent::ended, start + seconds{1}}});
        call.drafts = some_dispositions();
        const auto drafts = call.drafts;
        const auto done = complete(call, policy, default_catalogue(), {"a"}, start + seconds{2});
        const bool right = std::all_of(drafts.begin(), drafts.end(), naive_is_right);
        if (policy.demand == WrapUpDemand::optional) RC_ASSERT(done.has_value() == right);
        if (policy.demand == WrapUpDemand::required_with_data)
            RC_ASSERT(done.has_value() == (right && !drafts.empty()));
        if (policy.demand == WrapUpDemand::required && drafts.empty()) RC_ASSERT(!done.has_value());
        if (done) RC_ASSERT(state_of(*done) == CallState::closed);
    });
}

}  // namespace

int run() {
    const bool all[] = {order_does_not_matter(), nothing_is_lost(), a_check_finds_what_is_wrong(), demands_are_met()};
    return std::all_of(std::begin(all), std::end(all), [](bool holds) { return holds; }) ? 0 : 1;
}

}  // namespace call_property
