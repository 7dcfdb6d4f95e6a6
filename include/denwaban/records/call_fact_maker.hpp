#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <denwaban/records/call_fact.hpp>
#include <denwaban/records/call_legs.hpp>
#include <denwaban/records/revision.hpp>

namespace denwaban {

namespace detail::records {

/// A list that is filled anew, whose items keep their memory.
template <class T>
class Refill {
public:
    explicit Refill(std::vector<T>& list) noexcept : list_(&list) {}
    ~Refill() { list_->erase(list_->begin() + static_cast<std::ptrdiff_t>(size_), list_->end()); }
    Refill(const Refill&) = delete;
    Refill& operator=(const Refill&) = delete;

    /// To be assigned, whatever it was.
    [[nodiscard]] T& next() {
        if (size_ == list_->size()) list_->emplace_back();
        return (*list_)[size_++];
    }
    [[nodiscard]] std::span<const T> filled() const noexcept { return std::span{*list_}.first(size_); }

private:
    std::vector<T>* list_;
    std::size_t size_ = 0;
};

/// As new, but for texts and lists, which are to be assigned or filled anew.
inline void begin_anew(CallFact& fact) noexcept {
    CallFact fresh;
    constexpr std::tuple memories{&CallFact::id,         &CallFact::contacts,    &CallFact::awaited,
                                  &CallFact::waits,      &CallFact::agents,      &CallFact::disconnect_reason,
                                  &CallFact::recordings, &CallFact::region,      &CallFact::attributes,
                                  &CallFact::booking,    &CallFact::dispositions};
    std::apply([&](auto... member) { (std::swap(fresh.*member, fact.*member), ...); }, memories);
    fact = std::move(fresh);
}

/// Of the same keys as before, values take the place of values.
inline void assign_over(std::map<std::string, std::string>& texts, const std::map<std::string, std::string>& others) {
    const auto same_key = [](const auto& text, const auto& other) { return text.first == other.first; };
    if (!std::equal(texts.begin(), texts.end(), others.begin(), others.end(), same_key)) {
        texts = others;
        return;
    }
    auto other = others.begin();
    for (auto& [key, text] : texts) text = (other++)->second;
}

}  // namespace detail::records

/// Makes call facts one behind the other, into memory that it uses again.
///
/// ```cpp
/// CallFactMaker maker;
/// for (const auto& legs : calls) {
///     if (const auto* fact = maker.make(legs.front()->id, legs)) insert(*fact);
/// }
/// ```
class CallFactMaker {
public:
    /// What `call_fact` answers; null where that is none. Good until the next is made; it may be moved from. Cost: as
    /// `call_fact`; no allocation once calls like it have been made and were not moved away.
    [[nodiscard]] CallFact* make(const ContactId& id, std::span<const ContactRecord* const> records,
                                 std::span<const ContactId> awaited = {}) {
        legs_.hold(records);
        if (legs_.empty()) return nullptr;
        detail::records::begin_anew(fact_);
        fact_.id = id;
        detail::records::Revision revision;
        for (const auto* record : records) {
            fact_.updated = std::max(fact_.updated, record->updated);
            revision.add(*record);
            if (detail::records::is_overhearing(*record)) ++fact_.overheard;
        }
        revision.await(awaited.size());
        fact_.revision = revision.value();
        fact_.awaited.assign(awaited.begin(), awaited.end());
        std::sort(fact_.awaited.begin(), fact_.awaited.end());
        const auto& head = legs_.head(id);
        tell_who(head);
        tell_legs();
        tell_when(head);
        tell_end();
        tell_attributes();
        return &fact_;
    }

private:
    /// The lists that legs fill.
    struct Parts {
        explicit Parts(CallFact& fact) noexcept
            : contacts(fact.contacts), waits(fact.waits), agents(fact.agents), recordings(fact.recordings) {}
        detail::records::Refill<ContactId> contacts;
        detail::records::Refill<QueueWait> waits;
        detail::records::Refill<AgentPart> agents;
        detail::records::Refill<Recording> recordings;
    };

    void tell_who(const ContactRecord& head) {
        fact_.channel = head.channel;
        fact_.direction = detail::records::direction_of(head);
        fact_.line = head.line;
        fact_.customer = head.customer;
        fact_.region = region_of(head);
        for (const auto* leg : legs_) {
            if (!fact_.customer) fact_.customer = leg->customer;
            if (leg->transferred_to) fact_.transferred_to = leg->transferred_to;
            const bool later = leg != &head && detail::is_callback(leg->initiation);
            if (later && !fact_.called_back) fact_.called_back = detail::records::beginning_of(*leg);
        }
    }

    void tell_legs() {
        Parts parts{fact_};
        for (const auto* leg : legs_) {
            parts.contacts.next() = leg->id;
            fact_.in_flow += detail::records::time_in_flow(*leg);
            if (leg->queue && leg->queue->enqueued) add_wait(*leg, *leg->queue, parts.waits.next());
            const bool connected = leg->agent && leg->agent->connected;
            fact_.unanswered_offers += std::max(0, leg->connection_attempts - (connected ? 1 : 0));
            if (leg->agent) add_agent(*leg, *leg->agent, parts.agents.next());
            for (const auto& recording : leg->recordings) parts.recordings.next() = recording;
        }
    }
    /// Precondition: it was queued.
    void add_wait(const ContactRecord& leg, const RecordedQueue& queue, QueueWait& wait) {
        auto until = queue.dequeued;
        if (!until) until = leg.agent && leg.agent->connected ? leg.agent->connected : leg.disconnected;
        fact_.queued += detail::records::between(queue.enqueued, until);
        wait.contact = leg.id;
        wait.queue = queue.queue;
        wait.from = *queue.enqueued;
        wait.until = until;
        wait.outcome = detail::records::outcome_of(leg, legs_);
    }
    void add_agent(const ContactRecord& leg, const RecordedAgent& agent, AgentPart& part) {
        fact_.interaction += agent.interaction.value_or(Duration{0});
        fact_.customer_hold += agent.customer_hold.value_or(Duration{0});
        fact_.agent_hold += agent.agent_hold.value_or(Duration{0});
        fact_.after_contact_work += agent.after_contact_work.value_or(Duration{0});
        fact_.holds += agent.holds;
        part.contact = leg.id;
        part.agent = agent;
    }

    void tell_when(const ContactRecord& head) {
        fact_.began = detail::records::beginning_of(**legs_.begin());
        const bool is_over = fact_.awaited.empty() &&
                             std::all_of(legs_.begin(), legs_.end(), [](const auto* leg) { return leg->disconnected; });
        if (is_over) fact_.ended = legs_.tail().disconnected;
        if (fact_.direction == CallDirection::outbound) {
            fact_.answered = head.connected_to_system;
            return;
        }
        for (const auto* leg : legs_) {
            const auto answered = detail::records::answer_of(*leg);
            if (answered && (!fact_.answered || *answered < *fact_.answered)) fact_.answered = answered;
        }
    }

    void tell_end() {
        const auto& tail = legs_.tail();
        fact_.disconnect_reason = tail.disconnect_reason;
        fact_.left_first = left_first_by(tail.disconnect_reason);
        if (fact_.direction == CallDirection::outbound || fact_.answered) return;
        if (tail.queue && tail.queue->enqueued && !detail::records::behind_queue(tail)) {
            const bool gave_up = detail::records::outcome_of(tail, legs_) == WaitOutcome::abandoned;
            if (gave_up) fact_.abandoned = Abandonment::in_queue;
        } else if (fact_.left_first == LeftFirst::customer && !detail::is_callback(tail.initiation)) {
            fact_.abandoned = Abandonment::in_flow;
        }
    }

    /// What is written of a call while it is talked about lands on any of its legs, and goes along to those that
    /// follow. When a record was last changed says nothing of when its attributes were.
    void tell_attributes() {
        auto& attributes = fact_.attributes;
        detail::records::assign_over(attributes, (*legs_.begin())->attributes);
        for (auto leg = std::next(legs_.begin()); leg != legs_.end(); ++leg) {
            for (const auto& [key, value] : (*leg)->attributes) attributes[key] = value;
        }
        const auto value_of = [&](const std::string& key) {
            const auto found = attributes.find(key);
            return found == attributes.end() || found->second.empty() ? nullptr : &found->second;
        };
        detail::records::Refill all{fact_.dispositions};
        std::string key = "disposition";
        for (int place = 2; const auto* code = value_of(key); ++place) {
            const auto known = all.filled();
            if (std::find(known.begin(), known.end(), *code) == known.end()) all.next() = *code;
            key = "disposition" + std::to_string(place);
        }
        if (const auto* booking = value_of("bookingId")) {
            if (!fact_.booking) fact_.booking.emplace();
            fact_.booking->text = *booking;
        } else {
            fact_.booking.reset();
        }
    }

    detail::records::Legs legs_;
    CallFact fact_;
};

/// The call that these legs are, called `id`, while the records of `awaited` have not come: the same in
/// whatever order they stand. None where all that is there are supervisors' legs. Cost: n log n in legs and linear in
/// what they hold.
///
/// Precondition: the newest record of each leg, once.
[[nodiscard]] inline std::optional<CallFact> call_fact(const ContactId& id,
                                                       std::span<const ContactRecord* const> records,
                                                       std::span<const ContactId> awaited = {}) {
    CallFactMaker maker;
    auto* fact = maker.make(id, records, awaited);
    return fact == nullptr ? std::nullopt : std::optional{std::move(*fact)};
}

}  // namespace denwaban
