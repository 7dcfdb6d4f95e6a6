#pragma once

#include <string>

#include <denwaban/ledger/statistics.hpp>

#include "sqlite_connection.hpp"

namespace denwaban::sqlite {

/// All but the bytes, as of one moment.
[[nodiscard]] Expected<LedgerStatistics, Errors> statistics_in(Connection& connection);
/// Of a file; none where there is no such.
[[nodiscard]] std::int64_t bytes_at(const std::string& path);

/// Writes the database anew without what is free in it, and empties its log.
[[nodiscard]] Done compact(Connection& connection);

}  // namespace denwaban::sqlite
