#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/records/call_fact.hpp>
#include <denwaban/records/call_fact_maker.hpp>

namespace denwaban {

/// What became of a record that was added.
enum class RecordAdded : std::uint8_t {
    kept,      ///< the first of its contact
    newer,     ///< in place of an older one, or it links the contact to others that the newer one does not name
    as_known,  ///< it was there, or a newer one: nothing changed
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<RecordAdded>{"kept", "newer", "as_known"};

/// Records of contacts, and the calls that they are: in whatever order they come, and however often, the calls are the
/// same. Legs belong together by what they name: InitialContactId, PreviousContactId, NextContactId and
/// ContactAssociationId; RelatedContactId where a transfer, a callback or a disconnect flow names nothing else. What a
/// record ever named holds, also when a newer one does not.
///
/// A call is called by its first leg, as far as is known: by the one whose record says that nothing was before it; else
/// by the InitialContactId that others name, and so by the same in whatever order the legs of one chain come; else by
/// one that others were after; of several by the one whose id is first.
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
    /// rows that are newer. Where legs contradict one another on which was first, an id that a call had may be its own
    /// again.
    struct Change {
        RecordAdded added = RecordAdded::as_known;
        ContactId call;
        std::vector<ContactId> replaced;
        friend bool operator==(const Change&, const Change&) = default;
    };

    /// Cost: O(log n) but where two calls become one, and then amortised the same.
    Change add(ContactRecord record) {
        const auto links = detail::records::links_of(record);
        auto into = group_of(record.id);
        std::vector<ContactId> replaced;
        for (const auto& link : links) into = join(into, group_of(link.to), replaced);
        auto& group = groups_.at(into);
        if (!group.records.empty()) replaced.push_back(group.id());
        const auto added = put(group, std::move(record), links);
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

    /// Forgets calls whose newest record is older, so that memory stays bounded. What comes of them after that is a
    /// call that goes by the same id where its leg names the first one, and whose revision is less than that of a row
    /// that had more legs, or the first: so that what comes twice changes no row. Amazon Connect sends records anew for
    /// 24 months, most of them within a day.
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

    /// Other contacts that are of the same call, as far as a record says and older ones did. A supervisor listens to
    /// one call and joins no two; a task that an agent begins for later (StartTaskContact) names a call, and is none of
    /// its legs.
    [[nodiscard]] static std::vector<ContactId> links_of(const ContactRecord& record) {
        std::vector<ContactId> links;
        for (auto& link : detail::records::links_of(record)) links.push_back(std::move(link.to));
        return links;
    }

    /// How many contacts' records are kept.
    [[nodiscard]] std::size_t size() const noexcept { return records_; }

private:
    using Standing = detail::records::Standing;
    using LegLink = detail::records::LegLink;

    /// Of a call, the least that was offered is the head.
    struct Head {
        Standing as = Standing::unconnected;
        ContactId id;
    };
    struct Group {
        std::vector<ContactId> named;  ///< its contacts, reported or not
        std::map<ContactId, ContactRecord> records;
        Head head;
        Instant updated{};

        [[nodiscard]] const ContactId& id() const noexcept { return head.id; }
        void offer(Standing as, const ContactId& contact) {
            if (std::tie(as, contact) < std::tie(head.as, head.id)) head = {as, contact};
        }
        void offer(const ContactRecord& record, const std::vector<LegLink>& links) {
            offer(detail::records::standing_of(record), record.id);
            for (const auto& link : links) {
                if (!records.contains(link.to)) offer(link.as, link.to);
            }
        }
        /// What was said before no longer holds.
        void find_head() {
            head = {Standing::unconnected, *std::min_element(named.begin(), named.end())};
            for (const auto& [id, record] : records) offer(record, detail::records::links_of(record));
        }
    };
    using Place = std::uint64_t;

    static void sort_as_they_began(std::vector<CallFact>& facts) {
        std::sort(facts.begin(), facts.end(), [](const CallFact& a, const CallFact& b) {
            return a.began != b.began ? a.began < b.began : a.id < b.id;
        });
    }

    [[nodiscard]] Place group_of(const ContactId& id) {
        const auto [found, is_new] = group_of_.try_emplace(id, next_);
        if (is_new) {
            Group group;
            group.named.push_back(id);
            group.head.id = id;
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
        into.offer(from.head.as, from.head.id);
        into.updated = std::max(into.updated, from.updated);
        groups_.erase(b);
        return a;
    }

    [[nodiscard]] RecordAdded put(Group& group, ContactRecord record, const std::vector<LegLink>& links) {
        group.updated = std::max(group.updated, record.updated);
        const auto [kept, is_new] = group.records.try_emplace(record.id, std::move(record));
        auto& known = kept->second;
        if (is_new) {
            ++records_;
            if (group.head.id == known.id && group.head.as < detail::records::standing_of(known)) {
                group.find_head();
            } else {
                group.offer(known, links);
            }
            return RecordAdded::kept;
        }
        // It is still here: nothing took its place.
        const auto links_before = detail::records::links_of(known);
        const auto standing_before = detail::records::standing_of(known);
        const auto added = put_over(known, std::move(record));
        const bool says_the_same =
            detail::records::links_of(known) == links_before && detail::records::standing_of(known) == standing_before;
        if (!says_the_same) group.find_head();
        return added;
    }
    /// Of two of one moment that differ the same holds, whichever came first.
    [[nodiscard]] static bool is_older(const ContactRecord& record, const ContactRecord& known) noexcept {
        const auto moment = detail::records::moment_of(record), known_moment = detail::records::moment_of(known);
        if (moment != known_moment) return moment < known_moment;
        return record.updated != known.updated ? record.updated < known.updated : record <= known;
    }
    /// The newer of two records of a contact, with what the older one linked it to, and whether that was the first.
    [[nodiscard]] static RecordAdded put_over(ContactRecord& known, ContactRecord record) {
        const auto before = std::exchange(known.formerly, {});
        const bool was_first = std::exchange(known.was_first, false);
        auto formerly = std::exchange(record.formerly, {});
        formerly.insert(formerly.end(), before.begin(), before.end());
        const bool is_said_first = std::exchange(record.was_first, false) || was_first ||
                                   detail::records::is_first(record) || detail::records::is_first(known);
        const bool is_newer = !is_older(record, known);
        if (is_newer) std::swap(known, record);
        for (auto& link : links_of(record)) formerly.push_back(std::move(link));
        const auto named = links_of(known);
        std::erase_if(formerly, [&](const ContactId& id) {
            return id == known.id || std::find(named.begin(), named.end(), id) != named.end();
        });
        known.formerly = each_once(std::move(formerly));
        known.was_first = is_said_first && !detail::records::is_first(known);
        const bool is_more = known.formerly != before || known.was_first != was_first;
        return is_newer || is_more ? RecordAdded::newer : RecordAdded::as_known;
    }

    [[nodiscard]] static std::vector<ContactId> each_once(std::vector<ContactId> ids) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }
    [[nodiscard]] static std::vector<ContactId> told_of(std::vector<ContactId> replaced, const ContactId& now) {
        std::erase(replaced, now);
        return each_once(std::move(replaced));
    }

    [[nodiscard]] static std::optional<CallFact> fact_of(const Group& group) {
        std::vector<const ContactRecord*> records;
        for (const auto& [id, record] : group.records) records.push_back(&record);
        std::vector<ContactId> awaited;
        for (const auto& id : group.named) {
            if (!group.records.contains(id)) awaited.push_back(id);
        }
        return call_fact(group.id(), records, awaited);
    }

    std::unordered_map<ContactId, Place> group_of_;
    std::map<Place, Group> groups_;
    Place next_ = 0;
    std::size_t records_ = 0;
};

}  // namespace denwaban
