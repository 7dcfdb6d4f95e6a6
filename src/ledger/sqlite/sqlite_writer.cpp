#include <algorithm>
#include <array>
#include <utility>

#include "sqlite_session.hpp"
#include "sqlite_sum.hpp"

namespace denwaban::sqlite {

namespace {

/// A few at a time, so that no commit waits for the many.
constexpr std::size_t most_forgotten = 8;
constexpr std::chrono::milliseconds look_again_after{1000};
constexpr std::array<std::string_view, 8> sql{
    "SELECT version FROM documents WHERE partition = ?1 AND sort = ?2",
    "INSERT INTO documents (partition, sort, version, body, expires, sum) VALUES (?1, ?2, 1, ?3, ?4, (1 << 32) | ?5) "
    "ON CONFLICT DO UPDATE SET version = version + 1, body = excluded.body, expires = excluded.expires, "
    "sum = ((version + 1) << 32) | ?5 RETURNING version",
    "DELETE FROM documents WHERE partition = ?1 AND sort = ?2 RETURNING version",
    "SELECT about, answer, keep_until FROM requests WHERE request = ?1",
    "INSERT OR REPLACE INTO requests (request, about, answer, keep_until) VALUES (?1, ?2, ?3, ?4)",
    "DELETE FROM requests WHERE request IN (SELECT request FROM requests WHERE keep_until < ?1 LIMIT 8)",
    "DELETE FROM documents WHERE (partition, sort) IN "
    "(SELECT partition, sort FROM documents WHERE expires < ?1 LIMIT 8) RETURNING partition, sort, version",
    "DELETE FROM requests WHERE instr(answer, ?1) > 0",
};

}  // namespace

Expected<Writer, Errors> Writer::make(std::shared_ptr<Connection> connection, const ChangeRetention& kept) {
    std::vector<Statement> made;
    for (const auto text : sql) {
        auto statement = connection->prepare(text);
        if (!statement) return Unexpected{std::move(statement).error()};
        made.push_back(*std::move(statement));
    }
    Statements statements{std::move(made[0]), std::move(made[1]), std::move(made[2]), std::move(made[3]),
                          std::move(made[4]), std::move(made[5]), std::move(made[6]), std::move(made[7])};
    auto changes = ChangeLog::make(*connection, kept);
    if (!changes) return Unexpected{std::move(changes).error()};
    return Writer{std::move(connection), std::move(statements), *std::move(changes)};
}

Expected<CommitResult, Errors> Writer::apply(const Commit& commit) {
    auto known = answered(commit);
    if (!known) return Unexpected{std::move(known).error()};
    if (*known) return CommitResult{Replayed{**std::move(known)}};
    auto broken = conflicts(commit);
    if (!broken) return Unexpected{std::move(broken).error()};
    if (!broken->empty()) return CommitResult{Conflict{*std::move(broken)}};
    for (const auto& one : commit.writes) {
        if (auto written = write(one); !written) return Unexpected{std::move(written).error()};
    }
    if (commit.answer) {
        if (auto kept = remember(*commit.answer); !kept) return Unexpected{std::move(kept).error()};
    }
    if (auto forgotten = forget(commit.forget); !forgotten) return Unexpected{std::move(forgotten).error()};
    if (auto forgotten = forget(commit.now); !forgotten) return Unexpected{std::move(forgotten).error()};
    return CommitResult{Committed{}};
}

Expected<std::optional<RequestAnswer>, Errors> Writer::answered(const Commit& commit) {
    using Answer = std::optional<RequestAnswer>;
    if (!commit.answer) return Answer{};
    auto& select = statements_.answer;
    const auto row = select.bind(1, commit.answer->request).step();
    if (!row.has_value()) return Unexpected{row.error()};
    if (!*row) return Answer{};
    RequestAnswer found{commit.answer->request, select.text(0), select.text(1), select.instant(2)};
    select.reset();
    return found.keep_until < commit.now ? Answer{} : Answer{std::move(found)};
}

Expected<bool, Errors> Writer::holds(const Key& key, const Expectation& expected) {
    if (std::holds_alternative<Anything>(expected)) return true;
    auto& select = statements_.version;
    const auto row = select.bind(1, key.partition).bind(2, key.sort).step();
    if (!row.has_value()) return Unexpected{row.error()};
    if (!*row) return std::holds_alternative<Absent>(expected);
    const Version version{static_cast<std::uint64_t>(select.number(0))};
    select.reset();
    const auto* wanted = std::get_if<Version>(&expected);
    return wanted != nullptr && *wanted == version;
}

Expected<std::vector<Key>, Errors> Writer::conflicts(const Commit& commit) {
    std::vector<Key> keys;
    for (const auto& one : commit.writes) {
        const auto& [key, expected] = std::visit(
            [](const auto& write) {
                return std::pair<const Key&, const Expectation&>{write.key, write.expected};
            },
            one);
        const auto is_so = holds(key, expected);
        if (!is_so.has_value()) return Unexpected{is_so.error()};
        if (!*is_so) keys.push_back(key);
    }
    return keys;
}

Done Writer::write(const Write& write) {
    if (const auto* put = std::get_if<Put>(&write)) return this->put(*put);
    if (const auto* erase = std::get_if<Erase>(&write)) return this->erase(*erase);
    return std::monostate{};
}

Done Writer::put(const Put& put) {
    auto& insert = statements_.put;
    insert.bind(1, put.key.partition).bind(2, put.key.sort).bind(3, put.body).bind(4, put.expires);
    const auto row = insert.bind(5, sum_of(put.key, put.body)).step();
    if (!row.has_value()) return Unexpected{row.error()};
    const Version version{static_cast<std::uint64_t>(insert.number(0))};
    if (auto done = insert.run(); !done) return done;
    return changes_.add(ChangeKind::put, put.key, version);
}

Done Writer::erase(const Erase& erase) {
    auto& remove = statements_.erase;
    const auto row = remove.bind(1, erase.key.partition).bind(2, erase.key.sort).step();
    if (!row.has_value()) return Unexpected{row.error()};
    if (!*row) return std::monostate{};
    const Version version{static_cast<std::uint64_t>(remove.number(0))};
    if (auto done = remove.run(); !done) return done;
    return changes_.add(ChangeKind::erase, erase.key, version);
}

Done Writer::remember(const RequestAnswer& answer) {
    return statements_.remember.bind(1, answer.request)
        .bind(2, answer.about)
        .bind(3, answer.answer)
        .bind(4, answer.keep_until)
        .run();
}

Done Writer::forget(Instant now) {
    // Whose clock is ahead forgets nothing that others still want, and keeps nobody from forgetting.
    now = std::min(now, std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()));
    const bool was_just_now = now < forgets_again_ && forgets_again_ - now <= look_again_after;
    if (was_just_now) return std::monostate{};
    if (auto done = statements_.forget_answers.bind(1, now).run(); !done) return done;
    const auto answers = static_cast<std::size_t>(connection_->changes());
    const auto documents = forget_documents(now);
    if (!documents) return Unexpected{documents.error()};
    if (auto done = changes_.forget(); !done) return done;
    if (std::max(answers, *documents) < most_forgotten) forgets_again_ = now + look_again_after;
    return std::monostate{};
}

Expected<std::size_t, Errors> Writer::forget_documents(Instant now) {
    auto& rows = statements_.forget_documents.bind(1, now);
    std::vector<std::pair<Key, Version>> gone;
    while (true) {
        const auto row = rows.step();
        if (!row.has_value()) return Unexpected{row.error()};
        if (!*row) break;
        gone.push_back({{rows.text(0), rows.text(1)}, {static_cast<std::uint64_t>(rows.number(2))}});
    }
    for (const auto& [key, version] : gone) {
        if (auto done = changes_.add(ChangeKind::expire, key, version); !done) return Unexpected{done.error()};
    }
    return gone.size();
}

Done Writer::forget(const std::vector<std::string>& words) {
    for (const auto& one : words) {
        if (auto done = statements_.forget_words.bind(1, one).run(); !done) return done;
    }
    return std::monostate{};
}

}  // namespace denwaban::sqlite
