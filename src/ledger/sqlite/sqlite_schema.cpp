#include "sqlite_schema.hpp"

#include <array>
#include <string>

namespace denwaban::sqlite {

namespace {

/// "dnwb", so that `file` and we know our own ("Database File Format", the application id at offset 68).
constexpr std::int64_t application_id = 0x646E7762;

/// What makes each version of the one before; the first of an empty file.
constexpr std::array migrations{R"sql(
    CREATE TABLE documents (
        partition TEXT NOT NULL,
        sort TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        body TEXT NOT NULL,
        expires INTEGER,
        PRIMARY KEY (partition, sort)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX documents_that_expire ON documents (expires) WHERE expires IS NOT NULL;
    CREATE TABLE requests (
        request TEXT NOT NULL PRIMARY KEY,
        about TEXT NOT NULL,
        answer TEXT NOT NULL,
        keep_until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX requests_by_time ON requests (keep_until);
)sql",
                                R"sql(
    ALTER TABLE documents ADD COLUMN sum INTEGER;
    CREATE TABLE changes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
        partition TEXT NOT NULL,
        sort TEXT NOT NULL,
        version INTEGER NOT NULL
    ) STRICT;
)sql"};

[[nodiscard]] Unexpected<Errors> refusal(ErrorCode code, std::string message) {
    return {Errors{{code, std::move(message), {}}}};
}

/// What a file is: how many migrations it has had. Errors: it is none of ours.
[[nodiscard]] Expected<std::size_t, Errors> version_of(Connection& connection) {
    const auto owner = connection.number("PRAGMA application_id");
    if (!owner) return Unexpected{owner.error()};
    const auto version = connection.number("PRAGMA user_version");
    if (!version) return Unexpected{version.error()};
    const auto tables = connection.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return Unexpected{tables.error()};
    if (*tables == 0 && *owner == 0 && *version == 0) return std::size_t{0};
    if (*owner != application_id || *version < 1) {
        return refusal(ErrorCode::invalid_value, "the file is not a ledger but another application's");
    }
    const auto known = static_cast<std::int64_t>(migrations.size());
    if (*version > known) {
        return refusal(ErrorCode::newer_version, "the file is of version " + std::to_string(*version) +
                                                     ", and this denwaban knows none after " + std::to_string(known));
    }
    return static_cast<std::size_t>(*version);
}

[[nodiscard]] Done migrate_from(Connection& connection, std::size_t version) {
    for (; version < migrations.size(); ++version) {
        if (auto made = connection.execute(migrations[version]); !made) return made;
    }
    const auto stamp = "PRAGMA application_id=" + std::to_string(application_id) +
                       "; PRAGMA user_version=" + std::to_string(migrations.size());
    return connection.execute(stamp.c_str());
}

}  // namespace

Done migrate(Connection& connection) {
    const auto seen = version_of(connection);
    if (!seen) return Unexpected{seen.error()};
    if (*seen == migrations.size()) return std::monostate{};
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun) return begun;
    // Whoever held the lock may have done it all.
    const auto version = version_of(connection);
    auto made = version ? migrate_from(connection, *version) : Done{Unexpected{version.error()}};
    const auto ended = connection.execute(made ? "COMMIT" : "ROLLBACK");
    return made ? ended : made;
}

Done check_pages(Connection& connection) {
    auto statement = connection.prepare("PRAGMA quick_check(1)");
    if (!statement) return Unexpected{std::move(statement).error()};
    const auto row = statement->step();
    if (!row.has_value()) return Unexpected{row.error()};
    const auto said = statement->text(0);
    if (said == "ok") return std::monostate{};
    return refusal(ErrorCode::corrupt, "the file is damaged: " + said);
}

}  // namespace denwaban::sqlite
