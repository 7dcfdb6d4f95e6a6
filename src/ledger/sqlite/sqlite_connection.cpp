#include "sqlite_connection.hpp"

#include <algorithm>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

#include <denwaban/ledger/detail/deadline.hpp>

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

/// Asked when a lock is held by somebody else, for the how-manyeth time. Whether to try again: as long as the
/// connection waits, and whoever asked for something by a deadline.
int wait_for_lock(void* most, int times) {
    thread_local detail::Deadline::Clock::time_point began;
    const auto now = detail::Deadline::Clock::now();
    if (times == 0) began = now;
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(now - began);
    const auto left = detail::Deadline::within(*static_cast<const std::chrono::milliseconds*>(most) - waited);
    if (left.count() <= 0) return 0;
    constexpr std::chrono::milliseconds longest{50};
    std::this_thread::sleep_for(std::min({left, longest, std::chrono::milliseconds{1 + 2 * times}}));
    return 1;
}

[[nodiscard]] Unexpected<Errors> failure_of(sqlite3* handle) {
    return failure(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle));
}
[[nodiscard]] Unexpected<Errors> failure_to_open(sqlite3* handle, const std::string& path) {
    const auto why = sqlite3_system_errno(handle);
    const bool is_the_paths = (sqlite3_errcode(handle) & 0xFF) == SQLITE_CANTOPEN && why != 0;
    return is_the_paths ? failure_at(path, disk::error_of(why)) : failure_of(handle);
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
    const int flags = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    const auto code = sqlite3_open_v2(name_of_file(path).c_str(), &handle,
                                      flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Connection connection{handle};
    if (handle == nullptr) return failure(SQLITE_NOMEM, "out of memory");
    if (code != SQLITE_OK) return failure_to_open(handle, path);
    // SQLite opens what may not be written all the same.
    if (access == Access::write && sqlite3_db_readonly(handle, "main") == 1) {
        return failure(SQLITE_READONLY, "the file may not be written");
    }
    connection.busy_ = std::make_unique<std::chrono::milliseconds>(busy);
    sqlite3_busy_handler(handle, wait_for_lock, connection.busy_.get());
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
