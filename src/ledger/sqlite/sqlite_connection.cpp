#include "sqlite_connection.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "sqlite_disk.hpp"

namespace denwaban::sqlite {

namespace {

[[nodiscard]] ErrorCode meaning_of(int code) {
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return ErrorCode::storage_full;
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return ErrorCode::read_only;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return ErrorCode::corrupt;
        case SQLITE_TOOBIG:
            return ErrorCode::too_large;
        default:
            return ErrorCode::unavailable;
    }
}

/// SQLite counts milliseconds in an int.
constexpr std::chrono::milliseconds longest_busy{std::numeric_limits<int>::max()};

[[nodiscard]] Unexpected<Errors> failure_of(sqlite3* handle) {
    return failure(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle));
}

}  // namespace

Unexpected<Errors> failure(int code, std::string_view message) {
    auto words = "SQLite: " + std::string{message} + " (" + std::to_string(code) + ")";
    return {Errors{{meaning_of(code), std::move(words), {}}}};
}

Expected<bool, Errors> Statement::step() {
    const auto code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    const auto failed = failure_of(sqlite3_db_handle(statement_.get()));
    reset();
    return failed;
}

Done Statement::run() {
    while (true) {
        const auto row = step();
        if (!row.has_value()) return Unexpected{row.error()};
        if (!*row) return std::monostate{};
    }
}

Expected<Connection, Errors> Connection::open(const std::string& path, Access access, std::chrono::milliseconds busy) {
    const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    const auto code = sqlite3_open_v2(name_of_file(path).c_str(), &handle,
                                      flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Connection connection{handle};
    if (handle == nullptr) return failure(SQLITE_NOMEM, "out of memory");
    if (code != SQLITE_OK) return failure_of(handle);
    // SQLite opens what may not be written all the same.
    if (access == Access::write && sqlite3_db_readonly(handle, "main") == 1) {
        return failure(SQLITE_READONLY, "the file may not be written");
    }
    sqlite3_busy_timeout(handle, static_cast<int>(std::min(busy, longest_busy).count()));
    // A file that came from elsewhere must not make us run what stands in it.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return connection;
}

Expected<Statement, Errors> Connection::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const auto code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return failure_of(handle_.get());
    return Statement{statement};
}

Done Connection::execute(const char* sql) {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failure_of(handle_.get());
    return std::monostate{};
}

Expected<std::int64_t, Errors> Connection::number(const char* sql) {
    auto statement = prepare(sql);
    if (!statement) return Unexpected{std::move(statement).error()};
    const auto row = statement->step();
    if (!row.has_value()) return Unexpected{row.error()};
    return *row ? statement->number(0) : 0;
}

}  // namespace denwaban::sqlite
