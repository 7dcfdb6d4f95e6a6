#pragma once

#include <string>
#include <variant>

#include <denwaban/core/expected.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

namespace denwaban {

/// Writes everything, as of one moment, to a file of lines of JSON, in place of what was there; where that fails, the
/// file is as it was (`denwaban::ledger`). Errors: those of `export_lines`; `storage_full`, and `unavailable` where the
/// file can't be written; `invalid_value` where the path is no file's, or the ledger's own.
[[nodiscard]] Expected<std::monostate, Errors> export_to(SqliteLedger& ledger, const std::string& path);

/// Writes down what stands in such a file, all or none. Errors: those of `import_lines`; `unavailable` where the file
/// can't be read to its end; `invalid_value` where the path is no file's.
[[nodiscard]] Expected<std::monostate, Errors> import_from(SqliteLedger& ledger, const std::string& path);

}  // namespace denwaban
