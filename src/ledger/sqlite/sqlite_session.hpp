#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <denwaban/ledger/document.hpp>

#include "sqlite_changes.hpp"
#include "sqlite_connection.hpp"

namespace denwaban::sqlite {

/// Does something in a transaction, and undoes it where it fails.
template <class Do>
[[nodiscard]] auto in_transaction(Connection& connection, const char* begin, Do&& what) -> decltype(what()) {
    if (auto begun = connection.execute(begin); !begun) return Unexpected{std::move(begun).error()};
    auto result = what();
    if (result.has_value()) {
        auto ended = connection.execute("COMMIT");
        if (ended) return result;
        result = Unexpected{std::move(ended).error()};
    }
    // Where the disk is full SQLite has rolled back by itself.
    if (connection.is_in_transaction()) static_cast<void>(connection.execute("ROLLBACK"));
    return result;
}

/// A connection that reads, with what it reads by.
class Reader {
public:
    [[nodiscard]] static Expected<Reader, Errors> make(std::shared_ptr<Connection> connection);

    [[nodiscard]] Expected<std::vector<std::optional<Document>>, Errors> read(const std::vector<Key>& keys);
    [[nodiscard]] Expected<Page, Errors> query(const Query& query);
    [[nodiscard]] Connection& connection() noexcept { return *connection_; }

private:
    Reader(std::shared_ptr<Connection> connection, Statement by_key, Statement ascending, Statement descending)
        : connection_(std::move(connection)),
          by_key_(std::move(by_key)),
          ascending_(std::move(ascending)),
          descending_(std::move(descending)) {}

    std::shared_ptr<Connection> connection_;
    Statement by_key_;
    Statement ascending_;
    Statement descending_;
};

/// The connection that writes.
class Writer {
public:
    [[nodiscard]] static Expected<Writer, Errors> make(std::shared_ptr<Connection> connection,
                                                       const ChangeRetention& kept);

    /// One commit. Precondition: in a transaction, which is to be undone where this fails.
    [[nodiscard]] Expected<CommitResult, Errors> apply(const Commit& commit);
    [[nodiscard]] Connection& connection() noexcept { return *connection_; }
    [[nodiscard]] ChangeLog& changes() noexcept { return changes_; }

private:
    struct Statements {
        Statement version;
        Statement put;
        Statement erase;
        Statement answer;
        Statement remember;
        Statement forget_answers;
        Statement forget_documents;
        Statement forget_words;
    };
    Writer(std::shared_ptr<Connection> connection, Statements statements, ChangeLog changes)
        : connection_(std::move(connection)), statements_(std::move(statements)), changes_(std::move(changes)) {}

    [[nodiscard]] Expected<std::optional<RequestAnswer>, Errors> answered(const Commit& commit);
    [[nodiscard]] Expected<bool, Errors> holds(const Key& key, const Expectation& expected);
    [[nodiscard]] Expected<std::vector<Key>, Errors> conflicts(const Commit& commit);
    [[nodiscard]] Done write(const Write& write);
    [[nodiscard]] Done put(const Put& put);
    [[nodiscard]] Done erase(const Erase& erase);
    [[nodiscard]] Done remember(const RequestAnswer& answer);
    [[nodiscard]] Done forget(Instant now);
    /// How many.
    [[nodiscard]] Expected<std::size_t, Errors> forget_documents(Instant now);
    [[nodiscard]] Done forget(const std::vector<std::string>& words);

    std::shared_ptr<Connection> connection_;
    Statements statements_;
    ChangeLog changes_;
    Instant forgets_again_{};  ///< there was little left, so it is not looked for at every commit
};

}  // namespace denwaban::sqlite
