#pragma once

#include <chrono>
#include <vector>

#include <denwaban/ledger/errand.hpp>
#include <denwaban/records/call_facts.hpp>

namespace denwaban {

/// What became of contact records of one call, each, and that call as far as it is known.
struct AddedRecords {
    std::vector<RecordAdded> added;
    ContactId call;                   ///< the name of its row
    std::vector<ContactId> replaced;  ///< names that its rows ever had beside that: to be deleted
    std::vector<ContactRecord> records;
    friend bool operator==(const AddedRecords&, const AddedRecords&) = default;

    /// Of this call alone.
    [[nodiscard]] CallFacts facts() const {
        CallFacts facts;
        for (const auto& record : records) facts.add(record);
        return facts;
    }
};

/// Amazon Connect sends records anew for 24 months.
inline constexpr std::chrono::seconds contact_records_come_for = std::chrono::days{731};

/// Adds contact records of one call to what is kept of it, whichever of many readers of a stream got the others: in
/// whatever order they come, and however often, the answers to the last of them are the same. `keep` is how long they
/// are kept, from the call's first on: what comes of it after that is a call of its own. Needs no request key. Cost:
/// two readings and a commit. Errors, and nothing is kept: `missing_key` without any (`/records`), `invalid_value`
/// where they are of several calls, `too_large` where the call would name more than 90 contacts.
[[nodiscard]] Errand<AddedRecords> add_contact_records(std::vector<ContactRecord> records, ErrandRequest request);

}  // namespace denwaban
