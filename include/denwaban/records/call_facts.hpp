#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/records/call_fact.hpp>

namespace denwaban {

/// What became of a record that was added.
enum class RecordAdded : std::uint8_t {
    kept,      ///< the first of its contact
    newer,     ///< in place of an older one
    as_known,  ///< it was there, or a newer one: nothing changed
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<RecordAdded>{"kept", "newer", "as_known"};

/// Records of contacts, and the calls that they are: in whatever order they come, and however often, the calls are the
/// same. Legs belong together by what they name: InitialContactId, PreviousContactId, NextContactId and
/// ContactAssociationId; RelatedContactId where a transfer, a callback or a disconnect flow names nothing else.
///
/// ```cpp
/// CallFacts facts;
/// facts.add(inbound);
/// facts.add(transferred);
/// for (const auto& fact : facts.all()) insert(fact);
/// ```
class CallFacts {
public:
    /// Which call a record belongs to, and which calls are that one from now on: their rows are to be deleted, but for
    /// rows that are newer. An id that a call had may be its own again when more becomes known.
    struct Change {
        RecordAdded added = RecordAdded::as_known;
        ContactId call;
        std::vector<ContactId> replaced;
        friend bool operator==(const Change&, const Change&) = default;
    };

    /// Cost: O(log n) but where two calls become one, and then amortised the same.
    Change add(ContactRecord record) {
        auto into = group_of(record.id);
        std::vector<ContactId> replaced;
        const auto links = links_of(record);
        for (const auto& other : links) into = join(into, group_of(other), replaced);
        auto& group = groups_.at(into);
        if (!group.records.empty()) replaced.push_back(group.id());
        if (record.initial && std::find(links.begin(), links.end(), *record.initial) != links.end()) {
            group.begin_with(*record.initial);
        }
        const auto added = put(group, std::move(record));
        return {added, group.id(), told_of(std::move(replaced), group.id())};
    }

    /// The call that any of its contacts is part of; none of contacts that nobody has reported, and of those that only
    /// supervisors had.
    [[nodiscard]] std::optional<CallFact> find(const ContactId& contact) const {
        const auto found = group_of_.find(contact);
        return found == group_of_.end() ? std::nullopt : fact_of(groups_.at(found->second));
    }

    /// By which id that call goes now. Cost: O(1).
    [[nodiscard]] std::optional<ContactId> call_of(const ContactId& contact) const {
        const auto found = group_of_.find(contact);
        return found == group_of_.end() ? std::nullopt : std::optional{groups_.at(found->second).id()};
    }

    /// Every call, as they began. Cost: n log n.
    [[nodiscard]] std::vector<CallFact> all() const {
        std::vector<CallFact> facts;
        for (const auto& [place, group] : groups_) {
            if (auto fact = fact_of(group)) facts.push_back(*std::move(fact));
        }
        sort_as_they_began(facts);
        return facts;
    }

    /// Forgets calls whose newest record is older, so that memory stays bounded: what comes of them after that is a
    /// call of its own again. Amazon Connect sends records anew for 24 months, most of them within a day.
    void forget_before(Instant instant) {
        for (auto group = groups_.begin(); group != groups_.end();) {
            if (group->second.updated >= instant) {
                ++group;
                continue;
            }
            records_ -= group->second.records.size();
            for (const auto& id : group->second.named) group_of_.erase(id);
            group = groups_.erase(group);
        }
    }

    /// As `forget_before`, and tells them, as they began.
    [[nodiscard]] std::vector<CallFact> take_before(Instant instant) {
        std::vector<CallFact> facts;
        for (const auto& [place, group] : groups_) {
            if (group.updated >= instant) continue;
            if (auto fact = fact_of(group)) facts.push_back(*std::move(fact));
        }
        forget_before(instant);
        sort_as_they_began(facts);
        return facts;
    }

    /// Every record that is kept, by its contact: added anew, they are the same calls. Cost: n log n.
    [[nodiscard]] std::vector<ContactRecord> records() const {
        std::vector<ContactRecord> all;
        all.reserve(records_);
        for (const auto& [place, group] : groups_) {
            for (const auto& [id, record] : group.records) all.push_back(record);
        }
        std::sort(all.begin(), all.end(), [](const ContactRecord& a, const ContactRecord& b) { return a.id < b.id; });
        return all;
    }

    /// Likewise, of the call that any of its contacts is part of. Cost: linear in them.
    [[nodiscard]] std::vector<ContactRecord> records_of(const ContactId& contact) const {
        std::vector<ContactRecord> all;
        const auto found = group_of_.find(contact);
        if (found == group_of_.end()) return all;
        for (const auto& [id, record] : groups_.at(found->second).records) all.push_back(record);
        return all;
    }

    /// Other contacts that are of the same call, as far as a record says. A supervisor listens to one call and joins no
    /// two; a task that an agent begins for later (StartTaskContact) names a call, and is none of its legs.
    [[nodiscard]] static std::vector<ContactId> links_of(const ContactRecord& record) {
        std::vector<ContactId> links;
        if (detail::records::is_overhearing(record)) {
            for (const auto* link : {&record.initial, &record.previous, &record.related}) {
                if (*link) return {**link};
            }
            if (!record.association.empty()) links.push_back({record.association});
            return links;
        }
        if (record.channel == Channel::task) {
            if (!is_begun_beside(record) && record.previous) links.push_back(*record.previous);
            if (record.next) links.push_back(*record.next);
            return links;
        }
        for (const auto* link : {&record.initial, &record.previous, &record.next}) {
            if (*link) links.push_back(**link);
        }
        if (!record.association.empty()) links.push_back({record.association});
        if (record.related && belongs_to_related(record)) links.push_back(*record.related);
        return links;
    }

    /// How many contacts' records are kept.
    [[nodiscard]] std::size_t size() const noexcept { return records_; }

private:
    struct Group {
        std::vector<ContactId> named;  ///< its contacts, reported or not
        std::map<ContactId, ContactRecord> records;
        std::set<ContactId> first;  ///< that nothing is before: of contacts that are not reported, by what others say
        std::set<ContactId> midst;  ///< the other legs that are reported, but for supervisors'
        Instant updated{};

        /// The first leg's; of several, and of legs that are all in the midst, the one whose id is first. A leg that
        /// says itself what was before it is not first, whatever others say.
        [[nodiscard]] const ContactId& id() const noexcept {
            if (!first.empty()) return *first.begin();
            return midst.empty() ? named.front() : *midst.begin();
        }
        void begin_with(const ContactId& contact) {
            if (!records.contains(contact)) first.insert(contact);
        }
    };
    using Place = std::uint64_t;

    static void sort_as_they_began(std::vector<CallFact>& facts) {
        std::sort(facts.begin(), facts.end(), [](const CallFact& a, const CallFact& b) {
            return a.began != b.began ? a.began < b.began : a.id < b.id;
        });
    }
    [[nodiscard]] static bool belongs_to_related(const ContactRecord& record) noexcept {
        if (record.initial || record.previous) return false;
        return detail::records::direction_of(record) == CallDirection::transfer ||
               detail::is_callback(record.initiation);
    }
    [[nodiscard]] static bool is_begun_beside(const ContactRecord& record) noexcept {
        return record.channel == Channel::task && record.initiation == Initiation::api;
    }
    [[nodiscard]] static bool is_first(const ContactRecord& record) noexcept {
        if (detail::records::is_overhearing(record)) return false;
        if (is_begun_beside(record)) return true;
        const bool begins_elsewhere = record.initial && *record.initial != record.id;
        return !begins_elsewhere && !record.previous && !belongs_to_related(record);
    }

    [[nodiscard]] Place group_of(const ContactId& id) {
        const auto [found, is_new] = group_of_.try_emplace(id, next_);
        if (is_new) {
            Group group;
            group.named.push_back(id);
            groups_.emplace(next_++, std::move(group));
        }
        return found->second;
    }

    /// The smaller one moves, so that no contact moves often.
    [[nodiscard]] Place join(Place a, Place b, std::vector<ContactId>& replaced) {
        if (a == b) return a;
        if (groups_.at(a).named.size() < groups_.at(b).named.size()) std::swap(a, b);
        auto& into = groups_.at(a);
        auto& from = groups_.at(b);
        for (const auto* group : {&into, &from}) {
            if (!group->records.empty()) replaced.push_back(group->id());
        }
        for (const auto& id : from.named) group_of_[id] = a;
        into.named.insert(into.named.end(), from.named.begin(), from.named.end());
        into.records.merge(from.records);
        into.first.merge(from.first);
        into.midst.merge(from.midst);
        into.updated = std::max(into.updated, from.updated);
        groups_.erase(b);
        return a;
    }

    [[nodiscard]] RecordAdded put(Group& group, ContactRecord record) {
        group.updated = std::max(group.updated, record.updated);
        const auto [kept, is_new] = group.records.try_emplace(record.id, std::move(record));
        if (is_new) {
            ++records_;
            place_first(group, kept->second);
            return RecordAdded::kept;
        }
        // It is still here: nothing took its place. Two of one moment that differ: the same of them holds, whichever
        // came first.
        const auto& known = kept->second;
        const auto moment = detail::records::moment_of(record), known_moment = detail::records::moment_of(known);
        const bool older = moment != known_moment            ? moment < known_moment
                           : record.updated != known.updated ? record.updated < known.updated
                                                             : record <= known;
        if (older) return RecordAdded::as_known;
        kept->second = std::move(record);
        place_first(group, kept->second);
        return RecordAdded::newer;
    }
    static void place_first(Group& group, const ContactRecord& record) {
        group.first.erase(record.id);
        group.midst.erase(record.id);
        if (is_first(record)) {
            group.first.insert(record.id);
        } else if (!detail::records::is_overhearing(record)) {
            group.midst.insert(record.id);
        }
    }

    [[nodiscard]] static std::vector<ContactId> told_of(std::vector<ContactId> replaced, const ContactId& now) {
        std::sort(replaced.begin(), replaced.end());
        replaced.erase(std::unique(replaced.begin(), replaced.end()), replaced.end());
        std::erase(replaced, now);
        return replaced;
    }

    [[nodiscard]] static std::optional<CallFact> fact_of(const Group& group) {
        std::vector<const ContactRecord*> records;
        for (const auto& [id, record] : group.records) records.push_back(&record);
        std::vector<ContactId> awaited;
        for (const auto& id : group.named) {
            if (!group.records.contains(id)) awaited.push_back(id);
        }
        return call_fact(group.id(), records, std::move(awaited));
    }

    std::unordered_map<ContactId, Place> group_of_;
    std::map<Place, Group> groups_;
    Place next_ = 0;
    std::size_t records_ = 0;
};

}  // namespace denwaban
