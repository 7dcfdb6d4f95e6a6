#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/ledger/change.hpp>
#include <denwaban/ledger/ledger.hpp>
#include <denwaban/ledger/statistics.hpp>

namespace denwaban {

/// What is looked at when a file is opened.
enum class OpeningCheck : std::uint8_t {
    pages,  ///< every page, for what is not as SQLite writes it; linear in the file
    none,
};

/// How long it is known what has changed: whatever is over first. Of those who have a file open at the same time, the
/// shortest holds.
struct ChangeRetention {
    std::chrono::milliseconds time{std::chrono::hours{24 * 7}};
    std::int64_t most = 100'000;
};

/// How a file is opened.
struct SqliteOptions {
    OpeningCheck check = OpeningCheck::pages;
    std::chrono::milliseconds busy{5000};  ///< how long one waits for a lock that another process holds
    ChangeRetention changes{};
};

/// A ledger in one file of SQLite 3.37 or newer (`denwaban::ledger`). What was acknowledged survives a crash of the
/// process and of the machine: WAL, `synchronous=FULL`. One writer and any number of readers at a time, of any number
/// of threads and processes; commits that wait for the same disk share its sync. Functions may be called from any
/// thread, and block. After a fork the child opens the file anew: here everything is `not_allowed`, at once, and
/// nothing is closed.
class SqliteLedger final : public Ledger {
public:
    /// Opens a file, and makes it where there is none, for the user alone to read. `:memory:` is a ledger of its own,
    /// gone with it. Errors: `newer_version` for a file of a later denwaban, `invalid_value` for another application's
    /// and for a path that is empty, has NUL in it or leads to no file, `corrupt`, also for an empty file, `read_only`,
    /// `unavailable`; `not_allowed` where the file was in use at the moment when this process was forked; and nothing
    /// was changed.
    [[nodiscard]] static Expected<SqliteLedger, Errors> open(const std::string& path,
                                                             const SqliteOptions& options = {});
    ~SqliteLedger() override;
    SqliteLedger(SqliteLedger&&) noexcept;
    SqliteLedger& operator=(SqliteLedger&&) noexcept;

    /// One snapshot.
    [[nodiscard]] Expected<std::vector<std::optional<Document>>, Errors> read(const std::vector<Key>& keys) override;
    [[nodiscard]] Expected<Page, Errors> query(const Query& query) override;
    [[nodiscard]] Expected<CommitResult, Errors> commit(const Commit& commit) override;
    /// Among the threads that share this ledger, by partition.
    [[nodiscard]] std::unique_lock<std::mutex> turn(const Key& key) override;

    /// What was committed to this file after a cursor: every put and erasure of a document in the order of commits,
    /// noted with it. Who asks twice is told the same, until it is over. Errors: `expired_cursor` where some of what
    /// came after it is not kept any more, or the cursor is of another ledger: read everything anew, and go on from
    /// what `newest_change` was before.
    [[nodiscard]] Expected<ChangesPage, Errors> changes(const ChangesQuery& query);
    /// After which everything is still to come.
    [[nodiscard]] Expected<ChangeCursor, Errors> newest_change();

    /// Writes all of it to a new file, as of one moment, while others go on writing; it is on the disk after that.
    /// Nobody sees it there before it is whole. Errors: `invalid_value` where there is a file already, or the path is
    /// no file's, or its own; `read_only`, `storage_full`.
    [[nodiscard]] Expected<std::monostate, Errors> backup(const std::string& path);

    /// How many documents of each noun there are, and how large the file is. Cost: linear in the documents.
    [[nodiscard]] Expected<LedgerStatistics, Errors> statistics();
    /// Writes the file anew without what is free in it (`VACUUM`), and empties its log. Nobody commits meanwhile; it
    /// takes as long as the file is large, and as much room again on the disk, twice. Where somebody reads at that
    /// moment the file becomes shorter later. Errors: `unavailable` where another process writes for too long,
    /// `storage_full`; nothing was lost.
    [[nodiscard]] Expected<std::monostate, Errors> compact();

    /// Whether a path, by whatever links, leads to its file or to one of those that SQLite has beside it.
    [[nodiscard]] bool is_at(const std::string& path) const;

    /// Everything, as of one moment, a line of JSON (without its end) each: documents by key, then remembered requests.
    using Sink = std::function<void(std::string_view line)>;
    /// Hands `sink` each line. Errors: those of reading.
    [[nodiscard]] Expected<std::monostate, Errors> export_lines(const Sink& sink);
    /// Writes such lines down, all or none. Errors: the line's number is the first step of the place; `duplicate_id`
    /// for what is there already.
    using Source = std::function<std::optional<std::string>()>;
    /// Reads until `source` has no more.
    [[nodiscard]] Expected<std::monostate, Errors> import_lines(const Source& source);

private:
    class Store;
    /// Closes it, but for what another process opened: that is left to it.
    struct Release {
        void operator()(Store* store) const noexcept;
    };
    using StoreHandle = std::unique_ptr<Store, Release>;
    explicit SqliteLedger(StoreHandle store);
    StoreHandle store_;
};

}  // namespace denwaban
