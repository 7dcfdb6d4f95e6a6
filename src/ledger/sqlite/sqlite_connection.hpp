#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time.hpp>

/// SQLite as values: what fails is an error that says what SQLite said.
namespace denwaban::sqlite {

/// Nothing but whether it went well.
using Done = Expected<std::monostate, Errors>;

enum class Access : std::uint8_t { read, write };

/// A prepared statement; bound from 1, read from 0. Text that is bound must outlive the next `step` or `reset`.
class Statement {
public:
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    Statement& bind(int place, std::string_view text) {
        sqlite3_bind_text64(statement_.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
        return *this;
    }
    Statement& bind(int place, std::int64_t number) {
        sqlite3_bind_int64(statement_.get(), place, number);
        return *this;
    }
    Statement& bind(int place, std::nullopt_t) {
        sqlite3_bind_null(statement_.get(), place);
        return *this;
    }

    Statement& bind(int place, Instant instant) { return bind(place, instant.time_since_epoch().count()); }
    Statement& bind(int place, const std::optional<Instant>& instant) {
        return instant ? bind(place, *instant) : bind(place, std::nullopt);
    }

    /// Whether there is a row; without one the statement may be bound again.
    [[nodiscard]] Expected<bool, Errors> step();
    /// Runs it to its end.
    [[nodiscard]] Done run();
    void reset() { sqlite3_reset(statement_.get()); }

    [[nodiscard]] bool is_null(int column) const {
        return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
    }
    [[nodiscard]] std::optional<std::int64_t> number_if_any(int column) const {
        return is_null(column) ? std::nullopt : std::optional{number(column)};
    }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    [[nodiscard]] Instant instant(int column) const { return Instant{std::chrono::milliseconds{number(column)}}; }
    [[nodiscard]] std::optional<Instant> instant_if_any(int column) const {
        return is_null(column) ? std::nullopt : std::optional{instant(column)};
    }
    [[nodiscard]] std::string text(int column) const {
        const auto* bytes = sqlite3_column_text(statement_.get(), column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
        return bytes == nullptr ? std::string{} : std::string{reinterpret_cast<const char*>(bytes), size};
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// For one thread at a time.
class Connection {
public:
    /// `path` as `check_path` has it, `:memory:` included. Errors: `read_only` where one is to write and may not.
    [[nodiscard]] static Expected<Connection, Errors> open(const std::string& path, Access access,
                                                           std::chrono::milliseconds busy);

    [[nodiscard]] Expected<Statement, Errors> prepare(std::string_view sql);
    /// Runs statements that give no rows.
    [[nodiscard]] Done execute(const char* sql);
    /// The one number that a query gives.
    [[nodiscard]] Expected<std::int64_t, Errors> number(const char* sql);
    /// How many rows the last statement wrote or erased.
    [[nodiscard]] std::int64_t changes() const { return sqlite3_changes(handle_.get()); }
    /// Closing will leave the files as they are.
    void leave_the_files() { sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }
    [[nodiscard]] bool is_in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
    };
    explicit Connection(sqlite3* handle) : handle_(handle) {}

    /// Of how long one waits for a lock: where it is known to SQLite, until the connection is closed.
    std::unique_ptr<std::chrono::milliseconds> busy_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// The error that a result code of SQLite means ("Result and Error Codes").
[[nodiscard]] Unexpected<Errors> failure(int code, std::string_view message);

}  // namespace denwaban::sqlite
