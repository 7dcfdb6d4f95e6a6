#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <denwaban/ledger/document.hpp>

#include "sqlite_connection.hpp"

/// What tells whether a document is as it was written: the CRC-32 of its key and body stands beside it, with the
/// version that it is of above it. One that an older denwaban has written since has none of its own.
namespace denwaban::sqlite {

[[nodiscard]] std::int64_t sum_of(const Key& key, std::string_view body);

/// Errors: `corrupt`.
[[nodiscard]] Done check_sum(const Document& document, std::optional<std::int64_t> kept);

}  // namespace denwaban::sqlite
