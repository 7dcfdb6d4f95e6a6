#include <denwaban/ledger/customer_errands.hpp>

#include <algorithm>
#include <set>

#include <denwaban/customer/unmerge.hpp>
#include <denwaban/documents/customers_json.hpp>

#include "answers.hpp"
#include "kept_book.hpp"
#include "merge_record.hpp"
#include "ways.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::Known;
using ledger::MergeRecord;
using ledger::missing;
using ledger::refused;
using ledger::Unanswered;

/// Each is looked up in its book.
constexpr std::size_t most_new_visits = 30;

/// Whose bookings since the merge were made, by what their books say.
class NewVisits {
public:
    NewVisits(const Readings& known, const MergeRecord& merge) : known_(known), merge_(merge) {}

    /// What has to be read first, or why it can't be told.
    [[nodiscard]] std::optional<Unanswered> read(const Customer& now) {
        std::vector<Visit> visits;
        for (const auto& visit : now.visits) {
            const bool is_old =
                denwaban::detail::has_visit(merge_.kept, visit) || denwaban::detail::has_visit(merge_.absorbed, visit);
            if (!is_old) visits.push_back(visit);
        }
        if (visits.size() > most_new_visits)
            return refused(ErrorCode::stale, "too many have been made since both became one", "/visits");
        std::vector<Key> wanted;
        for (const auto& visit : visits) wanted.push_back(keys::day_book(visit.restaurant, visit.date));
        if (auto more = missing(known_, wanted)) return more;
        for (const auto& visit : visits) {
            const auto* document = known_.find(keys::day_book(visit.restaurant, visit.date));
            if (document == nullptr) continue;
            auto opened = shelf_.open(known_, {visit.restaurant, visit.date});
            if (auto* why = std::get_if<Unanswered>(&opened)) return std::move(*why);
            const auto* booking = std::get<ledger::OpenBook>(opened).book.find(visit.booking);
            if (booking != nullptr && booking->details.customer && names_absorbed(*booking->details.customer))
                absorbed_.push_back(visit.booking);
        }
        return std::nullopt;
    }
    [[nodiscard]] bool is_of_absorbed(const Visit& visit) const {
        return std::ranges::find(absorbed_, visit.booking) != absorbed_.end();
    }

private:
    [[nodiscard]] bool names_absorbed(const CustomerId& id) const {
        const auto& older = merge_.absorbed.merged;
        return id == merge_.absorbed.id || std::ranges::find(older, id) != older.end();
    }

    const Readings& known_;
    const MergeRecord& merge_;
    ledger::BookShelf shelf_;
    std::vector<BookingId> absorbed_;
};

/// What is known of how a customer became another's.
[[nodiscard]] Known<MergeRecord> merge_of(const Readings& known, const CustomerId& id) {
    const auto* link = known.find(keys::merged_customer(id));
    if (link == nullptr) return refused(ErrorCode::unknown_reference, id.text + " was not merged", "/id");
    const auto* document = known.find(keys::merge_record(id));
    if (document == nullptr) return refused(ErrorCode::stale, "nobody knows any more what " + id.text + " was", "/id");
    auto record = ledger::kept_as<MergeRecord>(*document);
    if (!record) return failed(std::move(record));
    auto owner = ledger::linked<struct CustomerTag>(*link, "customer");
    if (!owner) return failed(std::move(owner));
    if (*owner != record->kept.id)
        return refused(ErrorCode::stale, record->kept.id.text + " was merged into " + owner->text + " since", "/id");
    return *std::move(record);
}

/// The same key is written once: what one record loses the other may get.
void drop_erased_and_put(std::vector<Write>& writes) {
    std::set<Key> put;
    for (const auto& write : writes) {
        if (const auto* one = std::get_if<Put>(&write)) put.insert(one->key);
    }
    std::erase_if(writes, [&](const Write& write) {
        const auto* erase = std::get_if<Erase>(&write);
        return erase != nullptr && put.contains(erase->key);
    });
}

[[nodiscard]] Verdict<UnmergedCustomers> unmerge(const CustomerId& id, const Readings& known) {
    if (auto more = missing(known, {keys::merged_customer(id), keys::merge_record(id)})) return *std::move(more);
    auto merge = merge_of(known, id);
    if (auto* why = std::get_if<Unanswered>(&merge)) return std::move(*why);
    const auto& record = std::get<MergeRecord>(merge);
    const auto home = keys::customer(record.kept.id);
    if (auto more = missing(known, {home, keys::customer(id)})) return *std::move(more);
    const auto* document = known.find(home);
    if (document == nullptr)
        return ledger::one_error(ErrorCode::corrupt, "leads to " + record.kept.id.text + ", who is not kept", "/id");
    auto now = ledger::kept(*document, kept_customer_from_json);
    if (!now) return failed(std::move(now));
    if (!is_last_merge(*now, record.kept, record.absorbed))
        return refused(ErrorCode::stale, "another was merged since: it is to be unmerged first", "/id");
    NewVisits visits{known, record};
    if (auto why = visits.read(*now)) return std::move(*why);
    auto two =
        parted(*now, record.kept, record.absorbed, [&](const Visit& visit) { return visits.is_of_absorbed(visit); });
    if (!two) return Refusal{std::move(two).error()};

    auto writes = ledger::writes_in_place_of(two->kept, *now, known);
    for (auto& write : ledger::first_writes(two->restored, known)) writes.push_back(std::move(write));
    writes.push_back(Erase{keys::merge_record(id), {}});
    drop_erased_and_put(writes);
    if (auto errors = ledger::too_many_ways(two->restored, writes, known); !errors.empty())
        return Refusal{std::move(errors)};
    return Settled{std::move(writes),
                   UnmergedCustomers{std::move(two->kept), std::move(two->restored), record.at, record.who}};
}

}  // namespace

Errand<UnmergedCustomers> unmerge_customers(CustomerId absorbed, ErrandRequest request) {
    request.about = "unmerge_customers " + absorbed.text;
    return {std::move(request),
            [absorbed = std::move(absorbed)](const Readings& known) { return unmerge(absorbed, known); }};
}

}  // namespace denwaban
