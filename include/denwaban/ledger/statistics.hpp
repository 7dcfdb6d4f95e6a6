#pragma once

#include <array>
#include <cstdint>
#include <string>

#include <denwaban/ledger/change.hpp>

namespace denwaban {

/// What a file holds, and how large it is.
struct LedgerStatistics {
    /// By `DocumentNoun`; those too whose time is over, until a commit clears them away.
    std::array<std::int64_t, count_of<DocumentNoun>> documents{};
    std::int64_t notes = 0;       ///< documents that only lead to others, and notes of the ledger's own
    std::int64_t requests = 0;    ///< whose answers are remembered
    std::int64_t changes = 0;     ///< that are still told of
    std::int64_t page_size = 0;   ///< bytes
    std::int64_t page_count = 0;  ///< of the database, whether they are in the file or in its log
    std::int64_t free_pages = 0;  ///< of them: room for what is to come, which `compact` gives back
    std::int64_t file_bytes = 0;  ///< on the disk; nothing in memory
    std::int64_t wal_bytes = 0;   ///< of the log beside it
    friend bool operator==(const LedgerStatistics&, const LedgerStatistics&) = default;
};

/// `{"documents": {"restaurant": 1, "day_book": 30, …}, "notes": 1200, "requests": 80, …}`
[[nodiscard]] std::string to_json(const LedgerStatistics& statistics);

}  // namespace denwaban
