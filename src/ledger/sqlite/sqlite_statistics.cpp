#include "sqlite_statistics.hpp"

#include <filesystem>
#include <system_error>

#include "sqlite_disk.hpp"
#include "sqlite_session.hpp"

namespace denwaban::sqlite {

namespace {

[[nodiscard]] Done count_documents(Connection& connection, LedgerStatistics& into) {
    auto rows = connection.prepare("SELECT partition, sort FROM documents");
    if (!rows) return Unexpected{std::move(rows).error()};
    for (;;) {
        const auto row = rows->step();
        if (!row.has_value()) return Unexpected{row.error()};
        if (!*row) return std::monostate{};
        const auto name = name_of_document({rows->text(0), rows->text(1)});
        ++(name ? into.documents[index_of(name->noun)] : into.notes);
    }
}

struct Number {
    const char* sql;
    std::int64_t LedgerStatistics::*into;
};
constexpr std::array numbers{
    Number{"SELECT count(*) FROM requests", &LedgerStatistics::requests},
    Number{"SELECT count(*) FROM changes", &LedgerStatistics::changes},
    Number{"PRAGMA page_size", &LedgerStatistics::page_size},
    Number{"PRAGMA page_count", &LedgerStatistics::page_count},
    Number{"PRAGMA freelist_count", &LedgerStatistics::free_pages},
};

}  // namespace

Expected<LedgerStatistics, Errors> statistics_in(Connection& connection) {
    return in_transaction(connection, "BEGIN", [&]() -> Expected<LedgerStatistics, Errors> {
        LedgerStatistics statistics;
        if (auto counted = count_documents(connection, statistics); !counted) {
            return Unexpected{std::move(counted).error()};
        }
        for (const auto& [sql, into] : numbers) {
            const auto number = connection.number(sql);
            if (!number) return Unexpected{number.error()};
            statistics.*into = *number;
        }
        return statistics;
    });
}

std::int64_t bytes_at(const std::string& path) {
    std::error_code none;
    const auto bytes = std::filesystem::file_size(disk::path_of(path), none);
    return none ? 0 : static_cast<std::int64_t>(bytes);
}

Done compact(Connection& connection) {
    if (auto written = connection.execute("VACUUM"); !written) return written;
    return connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace denwaban::sqlite
