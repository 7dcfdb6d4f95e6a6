#pragma once

#include <string>
#include <variant>

#include <denwaban/core/expected.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

namespace denwaban {

/// Writes everything, as of one moment, to a file of lines of JSON, in place of what was there; where that fails, the
/// file is as it was (`denwaban::ledger`). Its first and last lines tell whether it is whole. Errors: those of
/// `export_lines`; `storage_full`, `read_only`; `invalid_value` where the path is no file's, or the ledger's own.
[[nodiscard]] Expected<std::monostate, Errors> export_to(SqliteLedger& ledger, const std::string& path);

/// Writes down what stands in such a file, all or none. One without that first line is taken as it is. Errors: those of
/// `import_lines`; `corrupt` for a file that was cut or changed, or is empty; `newer_version`; `not_allowed` where it
/// may not be read, and `invalid_value` where the path is no file's.
[[nodiscard]] Expected<std::monostate, Errors> import_from(SqliteLedger& ledger, const std::string& path);

}  // namespace denwaban
