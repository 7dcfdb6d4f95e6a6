#pragma once

#include <cstdint>

#include <denwaban/ledger/change.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "sqlite_connection.hpp"

namespace denwaban::sqlite {

/// Notes in the same transaction what becomes of documents.
class ChangeLog {
public:
    [[nodiscard]] static Expected<ChangeLog, Errors> make(Connection& connection, const ChangeRetention& kept);

    /// Nothing of what only leads to a document: numbers and names stand in its key.
    [[nodiscard]] Done add(ChangeKind kind, const Key& key, Version version);
    /// Forgets some of what is over.
    [[nodiscard]] Done forget();

private:
    ChangeLog(const ChangeRetention& kept, Statement add, Statement forget)
        : kept_(kept), add_(std::move(add)), forget_(std::move(forget)) {}

    ChangeRetention kept_;
    Statement add_;
    Statement forget_;
};

[[nodiscard]] Expected<ChangesPage, Errors> changes_in(Connection& connection, const ChangesQuery& query);
[[nodiscard]] Expected<ChangeCursor, Errors> newest_change_in(Connection& connection);

}  // namespace denwaban::sqlite
