#pragma once

#include "sqlite_connection.hpp"

namespace denwaban::sqlite {

/// Makes a new file a ledger, and an older one a ledger of today. Errors: `newer_version`, `invalid_value`.
[[nodiscard]] Done migrate(Connection& connection);

/// Looks at every page. Errors: `corrupt`.
[[nodiscard]] Done check_pages(Connection& connection);

}  // namespace denwaban::sqlite
