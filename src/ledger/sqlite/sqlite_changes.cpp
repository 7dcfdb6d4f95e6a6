#include "sqlite_changes.hpp"

#include <charconv>
#include <chrono>
#include <utility>

#include "sqlite_session.hpp"

namespace denwaban::sqlite {

namespace {

[[nodiscard]] Instant clock_now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

[[nodiscard]] ChangeCursor cursor_of(std::int64_t number) { return {std::to_string(number)}; }
[[nodiscard]] std::optional<std::int64_t> number_of(const ChangeCursor& cursor) {
    std::int64_t number = -1;
    const auto* end = cursor.text.data() + cursor.text.size();
    const auto [stop, error] = std::from_chars(cursor.text.data(), end, number);
    return error == std::errc{} && stop == end && number >= 0 ? std::optional{number} : std::nullopt;
}

/// The number of the newest that ever was, whether it is still kept or not.
[[nodiscard]] Expected<std::int64_t, Errors> newest_number(Connection& connection) {
    return connection.number("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'changes'), 0)");
}
/// The number before the oldest that is kept.
[[nodiscard]] Expected<std::int64_t, Errors> last_forgotten(Connection& connection) {
    return connection.number(
        "SELECT coalesce((SELECT min(number) - 1 FROM changes), (SELECT seq FROM sqlite_sequence WHERE name = "
        "'changes'), 0)");
}

[[nodiscard]] Unexpected<Errors> wrong_cursor(ErrorCode code, std::string message) {
    return {Errors{{code, std::move(message), JsonPointer{"/after"}}}};
}

/// After which number.
[[nodiscard]] Expected<std::int64_t, Errors> start_of(Connection& connection, const ChangesQuery& query) {
    auto forgotten = last_forgotten(connection);
    if (!forgotten || !query.after) return forgotten;
    const auto number = number_of(*query.after);
    if (!number) return wrong_cursor(ErrorCode::invalid_value, "is no cursor");
    const auto newest = newest_number(connection);
    if (!newest) return newest;
    if (*number >= *forgotten && *number <= *newest) return *number;
    return wrong_cursor(ErrorCode::expired_cursor, *number > *newest ? "is of another ledger, or of after its backup"
                                                                     : "what came after it is not kept any more");
}

[[nodiscard]] LedgerChange change_of(const Statement& row) {
    LedgerChange change;
    change.cursor = cursor_of(row.number(0));
    change.kind = static_cast<ChangeKind>(row.number(1));
    change.key = {row.text(2), row.text(3)};
    change.version = Version{static_cast<std::uint64_t>(row.number(4))};
    change.about = name_of_document(change.key).value_or(DocumentName{});
    return change;
}

}  // namespace

Expected<ChangeLog, Errors> ChangeLog::make(Connection& connection, const ChangeRetention& kept) {
    auto add =
        connection.prepare("INSERT INTO changes (at, kind, partition, sort, version) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!add) return Unexpected{std::move(add).error()};
    auto forget = connection.prepare(
        "DELETE FROM changes WHERE number IN (SELECT number FROM changes ORDER BY number LIMIT 200) "
        "AND (at < ?1 OR number <= (SELECT max(number) FROM changes) - ?2)");
    if (!forget) return Unexpected{std::move(forget).error()};
    return ChangeLog{kept, *std::move(add), *std::move(forget)};
}

Done ChangeLog::add(ChangeKind kind, const Key& key, Version version) {
    if (!name_of_document(key)) return std::monostate{};
    return add_.bind(1, clock_now())
        .bind(2, static_cast<std::int64_t>(kind))
        .bind(3, key.partition)
        .bind(4, key.sort)
        .bind(5, static_cast<std::int64_t>(version.number))
        .run();
}

Done ChangeLog::forget() { return forget_.bind(1, clock_now() - kept_.time).bind(2, kept_.most).run(); }

Expected<ChangesPage, Errors> changes_in(Connection& connection, const ChangesQuery& query) {
    return in_transaction(connection, "BEGIN", [&]() -> Expected<ChangesPage, Errors> {
        const auto start = start_of(connection, query);
        if (!start) return Unexpected{start.error()};
        auto rows = connection.prepare(
            "SELECT number, kind, partition, sort, version FROM changes WHERE number > ?1 ORDER BY number LIMIT ?2");
        if (!rows) return Unexpected{std::move(rows).error()};
        rows->bind(1, *start).bind(2, static_cast<std::int64_t>(query.most));
        ChangesPage page{{}, cursor_of(*start)};
        while (true) {
            const auto row = rows->step();
            if (!row.has_value()) return Unexpected{row.error()};
            if (!*row) return page;
            page.changes.push_back(change_of(*rows));
            page.next = page.changes.back().cursor;
        }
    });
}

Expected<ChangeCursor, Errors> newest_change_in(Connection& connection) {
    const auto number = newest_number(connection);
    if (!number) return Unexpected{number.error()};
    return cursor_of(*number);
}

}  // namespace denwaban::sqlite
