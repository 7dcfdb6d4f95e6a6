/// Which calls contact records are depends on which records have come, and on nothing else: a day's records, shuffled,
/// sent again and sent anew, against a model that draws every link and walks along them.

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <denwaban/documents/records_json.hpp>
#include <denwaban/records/call_facts.hpp>

namespace records_property {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr Instant morning{std::chrono::seconds{1'796'000'400}};

/// Draws a day's legs: calls of one to five, some of which name all that they belong to and some no more than they
/// must.
class Day {
public:
    explicit Day(std::uint32_t seed) : random_(seed) {
        const auto calls = below(12) + 1;
        for (int call = 0; call < calls; ++call) add_call(call);
    }
    [[nodiscard]] std::vector<ContactRecord> sent() {
        auto all = records_;
        for (const auto& record : records_) {
            if (below(3) == 0) all.push_back(record);
            if (below(3) == 0) all.push_back(anew(record));
        }
        std::shuffle(all.begin(), all.end(), random_);
        return all;
    }
    /// Loses some for good.
    void lose() {
        std::erase_if(records_, [this](const ContactRecord&) { return below(5) == 0; });
    }
    [[nodiscard]] bool once_in(int times) { return below(times) == 0; }
    [[nodiscard]] std::vector<ContactRecord> shuffled(std::vector<ContactRecord> records) {
        std::shuffle(records.begin(), records.end(), random_);
        return records;
    }

private:
    int below(int most) { return static_cast<int>(random_() % static_cast<std::uint32_t>(most)); }

    void add_call(int call) {
        constexpr std::array heads{Initiation::inbound, Initiation::inbound, Initiation::outbound,
                                   Initiation::callback};
        constexpr std::array later{Initiation::transfer, Initiation::queue_transfer, Initiation::callback,
                                   Initiation::disconnect, Initiation::monitor};
        const auto name = [call](int leg) { return ContactId{std::to_string(call) + "-" + std::to_string(leg)}; };
        const auto legs = below(5) + 1;
        std::vector<int> counted;
        const auto before = [&] { return counted[static_cast<std::size_t>(below(static_cast<int>(counted.size())))]; };
        for (int leg = 0; leg < legs; ++leg) {
            ContactRecord record;
            record.id = name(leg);
            record.initiation =
                leg == 0 ? heads[static_cast<std::size_t>(below(4))] : later[static_cast<std::size_t>(below(5))];
            record.initiated = morning + std::chrono::seconds{call * 100 + leg * 10};
            record.disconnected = *record.initiated + std::chrono::seconds{below(20)};
            record.updated = *record.disconnected + 60s;
            record.disconnect_reason = below(2) == 0 ? "CUSTOMER_DISCONNECT" : "AGENT_DISCONNECT";
            if (leg > 0) record.previous = name(before());
            if (leg > 0 && below(2) == 0) record.initial = name(0);
            if (leg + 1 < legs && below(3) == 0) record.next = name(leg + 1);
            if (below(4) == 0) record.association = name(0).text;
            if (record.initiation != Initiation::monitor) counted.push_back(leg);
            if (below(2) == 0) {
                record.queue = RecordedQueue{{"arn", "q"}, record.initiated, record.disconnected};
            }
            records_.push_back(std::move(record));
        }
    }
    [[nodiscard]] ContactRecord anew(ContactRecord record) {
        record.updated += std::chrono::seconds{below(3)};
        record.attributes["disposition"] = std::to_string(below(3));
        if (below(4) == 0) record.next.reset();
        if (below(4) == 0) record.initial.reset();
        if (below(4) == 0) record.previous.reset();
        if (below(6) == 0) record.previous = {"before-" + record.id.text};
        return record;
    }

    std::mt19937 random_;
    std::vector<ContactRecord> records_;
};

/// The newest of each contact, which of two of one moment is the greater; then everybody who can be walked to.
std::vector<CallFact> naive_calls(const std::vector<ContactRecord>& sent) {
    std::map<ContactId, ContactRecord> newest;
    std::map<ContactId, std::set<ContactId>> links;
    std::set<ContactId> said_first;
    const auto is_first = [](const ContactRecord& record) {
        const bool begins = !record.previous && (!record.initial || *record.initial == record.id);
        return begins && record.initiation != Initiation::monitor;
    };
    for (const auto& record : sent) {
        if (is_first(record)) said_first.insert(record.id);
        auto& known = newest.try_emplace(record.id, record).first->second;
        const auto moment = [](const ContactRecord& one) { return std::pair{detail::records::moment_of(one), one}; };
        if (moment(known) < moment(record)) known = record;
        links[record.id];
        const auto link = [&](const ContactId& other) {
            links[record.id].insert(other);
            links[other].insert(record.id);
        };
        const bool listens = record.initiation == Initiation::monitor;
        if (record.initial) link(*record.initial);
        if (listens && record.initial) continue;
        if (record.previous) link(*record.previous);
        if (listens && record.previous) continue;
        if (record.next && !listens) link(*record.next);
        if (!record.association.empty()) link({record.association});
    }
    for (const auto& id : said_first) newest.at(id).was_first = true;
    std::vector<CallFact> calls;
    std::set<ContactId> seen;
    for (const auto& [start, others] : links) {
        if (seen.contains(start)) continue;
        std::vector<ContactId> walk{start};
        std::set<ContactId> call{start};
        while (!walk.empty()) {
            const auto at = walk.back();
            walk.pop_back();
            for (const auto& next : links[at]) {
                if (call.insert(next).second) walk.push_back(next);
            }
        }
        seen.insert(call.begin(), call.end());
        std::vector<const ContactRecord*> legs;
        std::vector<ContactId> awaited;
        // How sure it is that a call begins with one; the surest first.
        std::map<ContactId, int> heads;
        const auto offer = [&](int how, const ContactId& id) {
            const auto [known, is_new] = heads.try_emplace(id, how);
            if (!is_new) known->second = std::min(known->second, how);
        };
        for (const auto& id : call) {
            const auto found = newest.find(id);
            if (found == newest.end()) {
                awaited.push_back(id);
                continue;
            }
            const auto& leg = found->second;
            legs.push_back(&leg);
            const bool listens = leg.initiation == Initiation::monitor;
            if (!listens) offer(is_first(leg) ? 0 : 3, id);
            const auto name = [&](int how, const ContactId& other) {
                if (!newest.contains(other)) offer(how, other);
            };
            if (leg.initial) name(1, *leg.initial);
            if (listens && leg.initial) continue;
            if (leg.previous) name(2, *leg.previous);
            if (listens && leg.previous) continue;
            if (!leg.association.empty()) name(2, {leg.association});
        }
        for (const auto& id : awaited) offer(3, id);
        if (heads.empty()) continue;
        const auto surer = [](const auto& a, const auto& b) {
            return std::pair{a.second, a.first} < std::pair{b.second, b.first};
        };
        const auto& id = std::min_element(heads.begin(), heads.end(), surer)->first;
        if (auto fact = call_fact(id, legs, awaited)) calls.push_back(*std::move(fact));
    }
    std::sort(calls.begin(), calls.end(), [](const CallFact& a, const CallFact& b) {
        return a.began != b.began ? a.began < b.began : a.id < b.id;
    });
    return calls;
}

/// Of two rows that share a leg the one of the greater revision stays.
class Table {
public:
    void put(const CallFact& row) {
        const auto is_beside = [&](const CallFact& other) { return other.id == row.id || shares_leg(other, row); };
        const auto is_later = [&](const CallFact& other) { return is_beside(other) && other.revision > row.revision; };
        if (std::any_of(rows_.begin(), rows_.end(), is_later)) return;
        std::erase_if(rows_, is_beside);
        rows_.push_back(row);
    }
    [[nodiscard]] std::vector<CallFact> rows() const {
        auto rows = rows_;
        std::sort(rows.begin(), rows.end(), [](const CallFact& a, const CallFact& b) {
            return a.began != b.began ? a.began < b.began : a.id < b.id;
        });
        return rows;
    }

private:
    [[nodiscard]] static bool shares_leg(const CallFact& a, const CallFact& b) {
        return std::find_first_of(a.contacts.begin(), a.contacts.end(), b.contacts.begin(), b.contacts.end()) !=
               a.contacts.end();
    }
    std::vector<CallFact> rows_;
};

}  // namespace

int run() {
    const bool whole =
        rc::check("records in any order, twice and anew, are the calls that a walk finds", [](std::uint32_t seed) {
            Day day{seed};
            const auto sent = day.sent();
            CallFacts facts;
            for (const auto& record : sent) facts.add(record);
            RC_ASSERT(facts.all() == naive_calls(sent));
            CallFacts others;
            for (const auto& record : day.shuffled(sent)) others.add(record);
            RC_ASSERT(others.all() == facts.all());
            for (const auto& record : sent) RC_ASSERT(others.add(record).added == RecordAdded::as_known);
            const auto kept = kept_call_facts_from_json(to_json(facts));
            RC_ASSERT(kept);
            RC_ASSERT(kept->all() == facts.all());
        });
    const bool rows =
        rc::check("rows kept by what changes say are the calls, also while legs are lost", [](std::uint32_t seed) {
            Day day{seed};
            day.lose();
            const auto sent = day.sent();
            CallFacts facts;
            std::map<ContactId, CallFact> table;
            for (const auto& record : sent) {
                const auto change = facts.add(record);
                for (const auto& gone : change.replaced) table.erase(gone);
                if (const auto fact = facts.find(change.call)) table.insert_or_assign(fact->id, *fact);
            }
            const auto all = facts.all();
            RC_ASSERT(all == naive_calls(sent));
            RC_ASSERT(all.size() == table.size());
            for (const auto& fact : all) RC_ASSERT(table.at(fact.id) == fact);
        });
    const bool growing =
        rc::check("no revision of a call falls, whatever a newer record takes back", [](std::uint32_t seed) {
            Day day{seed};
            if (day.once_in(2)) day.lose();
            CallFacts facts;
            CallFactMaker maker;
            std::map<ContactId, CallFact> row_of;
            for (const auto& record : day.sent()) {
                const auto change = facts.add(record);
                const auto fact = facts.find(change.call);
                if (!fact) continue;
                for (const auto& leg : fact->contacts) {
                    const auto before = row_of.find(leg);
                    if (before != row_of.end()) RC_ASSERT(before->second.revision <= fact->revision);
                    row_of[leg] = *fact;
                }
                const auto records = facts.records_of(change.call);
                std::vector<const ContactRecord*> legs;
                for (const auto& one : records) legs.push_back(&one);
                RC_ASSERT(*maker.make(fact->id, legs, fact->awaited) == *fact);
            }
        });
    const bool forgetting =
        rc::check("of rows that share a leg the later one stays, and is the call, whatever was forgotten",
                  [](std::uint32_t seed) {
                      Day day{seed};
                      const auto sent = day.sent();
                      Table table;
                      CallFacts forgetful;
                      const auto take = [&](CallFacts& facts, const ContactRecord& record) {
                          const auto change = facts.add(record);
                          if (const auto fact = facts.find(change.call)) table.put(*fact);
                      };
                      const auto take_forgetting = [&] {
                          for (const auto& record : day.shuffled(sent)) {
                              take(forgetful, record);
                              if (day.once_in(4)) forgetful.forget_before(record.updated);
                          }
                      };
                      take_forgetting();
                      CallFacts facts;
                      for (const auto& record : sent) take(facts, record);
                      RC_ASSERT(table.rows() == naive_calls(sent));
                      take_forgetting();
                      RC_ASSERT(table.rows() == naive_calls(sent));
                  });
    return whole && rows && growing && forgetting ? 0 : 1;
}

}  // namespace records_property
