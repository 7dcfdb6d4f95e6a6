#include <denwaban/ledger/record_errands.hpp>

#include <algorithm>
#include <set>

#include "answers.hpp"
#include "kept.hpp"
#include "person.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::kept_as;
using ledger::KeptRecords;
using ledger::Known;
using ledger::missing;
using ledger::Unanswered;

/// With a way to each, and from each number, all of a call is written at once.
constexpr std::size_t most_named = 90;
constexpr std::size_t most_ways = most_named + 5;

/// Where records of one call are, and those that are there.
struct Shelf {
    ContactId at;
    KeptRecords kept;
    std::optional<Instant> expires;
};

using Contacts = std::set<ContactId>;

[[nodiscard]] Contacts named_by(const std::vector<ContactRecord>& records) {
    Contacts named;
    for (const auto& record : records) {
        named.insert(record.id);
        for (auto& link : CallFacts::links_of(record)) named.insert(std::move(link));
    }
    return named;
}
[[nodiscard]] Errors too_many() {
    return ledger::one_error(ErrorCode::too_large, "are of a call of too many contacts", "/records");
}
[[nodiscard]] bool are_too_many(const std::vector<ContactRecord>& records) {
    const auto named = named_by(records).size();
    return named > most_named || named + ledger::numbers_in(records).size() > most_ways;
}

/// Every place to which a way leads from any of these.
[[nodiscard]] Known<Contacts> places_of(const Contacts& named, const Readings& known) {
    std::vector<Key> ways;
    for (const auto& id : named) ways.push_back(keys::way_to_records(id));
    if (auto more = missing(known, ways)) return *std::move(more);
    Contacts places;
    for (const auto& way : ways) {
        const auto* document = known.find(way);
        if (document == nullptr) continue;
        auto place = ledger::linked<struct ContactTag>(*document, "contact");
        if (!place) return failed(std::move(place));
        places.insert(*std::move(place));
    }
    return places;
}

[[nodiscard]] Known<std::vector<Shelf>> shelves_at(const Contacts& places, const Readings& known) {
    std::vector<Key> homes;
    for (const auto& place : places) homes.push_back(keys::records_of_call(place));
    if (auto more = missing(known, homes)) return *std::move(more);
    std::vector<Shelf> shelves;
    auto home = homes.begin();
    for (const auto& place : places) {
        const auto* document = known.find(*home++);
        if (document == nullptr) continue;  // its time was over before that of the way
        auto records = kept_as<KeptRecords>(*document);
        if (!records) return failed(std::move(records));
        shelves.push_back({place, *std::move(records), document->expires});
    }
    return shelves;
}

/// All of the call on one shelf, the fullest, and a way there from each contact and number that it names.
[[nodiscard]] std::vector<Write> writes_of(const AddedRecords& added, const std::vector<Shelf>& shelves,
                                           const ContactId& first, Instant new_expires) {
    const auto fullest = std::max_element(shelves.begin(), shelves.end(), [](const Shelf& a, const Shelf& b) {
        return a.kept.records.size() < b.kept.records.size();
    });
    const auto home = fullest == shelves.end() ? first : fullest->at;
    const auto expires = fullest == shelves.end() ? new_expires : fullest->expires.value_or(new_expires);
    std::vector<Write> writes{
        Put{keys::records_of_call(home), {}, shapes::json_of(KeptRecords{added.records, added.replaced}), expires}};
    for (const auto& shelf : shelves) {
        if (shelf.at == home) continue;
        writes.push_back(Erase{keys::records_of_call(shelf.at), {}});
        for (const auto& number : ledger::numbers_in(shelf.kept.records)) {
            writes.push_back(Erase{keys::records_by_phone(number, shelf.at), {}});
        }
    }
    const auto lead_there = [&](Key way) {
        writes.push_back(Put{std::move(way), {}, ledger::link_to("contact", home), expires});
    };
    for (const auto& id : named_by(added.records)) lead_there(keys::way_to_records(id));
    for (const auto& number : ledger::numbers_in(added.records)) lead_there(keys::records_by_phone(number, home));
    return writes;
}

/// The call's records, those that are kept and these; its rows' names, but for the one that it has now.
[[nodiscard]] Expected<AddedRecords, Errors> added_to(const std::vector<Shelf>& shelves,
                                                      const std::vector<ContactRecord>& records) {
    CallFacts facts;
    Contacts replaced;
    for (const auto& shelf : shelves) {
        for (const auto& record : shelf.kept.records) facts.add(record);
        replaced.insert(shelf.kept.replaced.begin(), shelf.kept.replaced.end());
    }
    AddedRecords added;
    for (const auto& record : records) {
        auto change = facts.add(record);
        added.added.push_back(change.added);
        added.call = std::move(change.call);
        replaced.insert(change.replaced.begin(), change.replaced.end());
    }
    added.records = facts.records_of(added.call);
    if (added.records.size() != facts.size()) {
        return Unexpected{ledger::one_error(ErrorCode::invalid_value, "are of several calls", "/records")};
    }
    replaced.erase(added.call);
    added.replaced = {replaced.begin(), replaced.end()};
    return added;
}

[[nodiscard]] Verdict<AddedRecords> add(const std::vector<ContactRecord>& records, Instant new_expires,
                                        const Readings& known) {
    auto places = places_of(named_by(records), known);
    if (auto* why = std::get_if<Unanswered>(&places)) return std::move(*why);
    auto found = shelves_at(std::get<Contacts>(places), known);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    const auto& shelves = std::get<std::vector<Shelf>>(found);

    auto added = added_to(shelves, records);
    if (!added) return std::move(added).error();
    const auto is_known = [](RecordAdded one) { return one == RecordAdded::as_known; };
    if (std::all_of(added->added.begin(), added->added.end(), is_known)) return Told{*std::move(added)};
    if (are_too_many(added->records)) return too_many();
    auto writes = writes_of(*added, shelves, records.front().id, new_expires);
    return Settled{std::move(writes), *std::move(added)};
}

}  // namespace

Errand<AddedRecords> add_contact_records(std::vector<ContactRecord> records, ErrandRequest request) {
    if (records.empty()) {
        return {[](const Readings&) -> Verdict<AddedRecords> {
            return ledger::one_error(ErrorCode::missing_key, "needs at least one", "/records");
        }};
    }
    if (are_too_many(records)) {
        return {[](const Readings&) -> Verdict<AddedRecords> { return too_many(); }};
    }
    request.about = "add_contact_records " + records.front().id.text;
    const auto expires = request.now + request.keep;
    return {std::move(request),
            [records = std::move(records), expires](const Readings& known) { return add(records, expires, known); }};
}

}  // namespace denwaban
