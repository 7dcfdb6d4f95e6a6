#include "sqlite_store.hpp"

#include <algorithm>
#include <utility>

#include <denwaban/ledger/detail/deadline.hpp>

#include "ledger/system/forks.hpp"
#include "sqlite_schema.hpp"
#include "sqlite_statistics.hpp"

namespace denwaban {

using sqlite::Connection;

namespace {

/// What makes a connection one of a ledger's.
[[nodiscard]] sqlite::Done prepare(Connection& connection, OpeningCheck check) {
    if (auto durable = connection.execute("PRAGMA synchronous=FULL"); !durable) return durable;
    // macOS leaves what is written in the disk's own memory else.
    if (auto durable = connection.execute("PRAGMA fullfsync=ON"); !durable) return durable;
    // What was erased is not to be read in the file.
    if (auto clean = connection.execute("PRAGMA secure_delete=ON"); !clean) return clean;
    if (auto made = sqlite::migrate(connection); !made) return made;
    if (auto logged = connection.execute("PRAGMA journal_mode=WAL"); !logged) return logged;
    return check == OpeningCheck::pages ? sqlite::check_pages(connection) : sqlite::Done{std::monostate{}};
}

}  // namespace

/// The files that this process has open. SQLite knows a file by its inode, and would believe in a child that it holds
/// the locks which are its parent's alone; so what was open before a fork is let go before the file is opened anew.
class SqliteLedger::Store::Opened {
public:
    static void add(Store& store) {
        const std::lock_guard lock{here().mutex_};
        here().stores_.push_back(&store);
    }
    static void remove(const Store& store) {
        const std::lock_guard lock{here().mutex_};
        std::erase(here().stores_, &store);
    }
    /// Makes a file that may be opened. One at a time: whoever closes a file lets go of the locks that others of this
    /// process have on it. Errors: `not_allowed` where a thread that is no more was at it.
    [[nodiscard]] static sqlite::Done prepare(const std::string& path) {
        const std::lock_guard lock{here().mutex_};
        const auto file = sqlite::identity_of(path);
        if (!file) return make_new(path);
        if (auto right = sqlite::check_holds_something(path); !right) return right;
        for (auto* store : here().stores_) {
            if (!file || store->is_ours() || store->file_ != file) continue;
            if (store->working_ != 0) return not_allowed("the file was in use when this process was forked");
            store->let_go();
        }
        return std::monostate{};
    }

    [[nodiscard]] static Unexpected<Errors> not_allowed(std::string message) {
        return {Errors{{ErrorCode::not_allowed, std::move(message), {}}}};
    }

private:
    /// A ledger of nothing, which is there whole or not at all.
    [[nodiscard]] static sqlite::Done make_new(const std::string& path) {
        sqlite::PartialFile file{path};
        if (file.failed()) return sqlite::failure_at(path, file.failed());
        {
            auto connection = Connection::open(file.name(), sqlite::Access::write, {});
            if (!connection) return Unexpected{std::move(connection).error()};
            if (auto made = denwaban::prepare(*connection, OpeningCheck::none); !made) return made;
        }
        auto arrived = file.arrive(sqlite::Arrival::is_first);
        // Somebody else may have been faster.
        if (!arrived && sqlite::identity_of(path)) return std::monostate{};
        return arrived;
    }

    /// Whoever forks holds it, so that it is free in the child.
    Opened() {
        forks::call_around([] { here().mutex_.lock(); }, [] { here().mutex_.unlock(); });
    }
    [[nodiscard]] static Opened& here() {
        static Opened opened;
        return opened;
    }

    std::mutex mutex_;
    std::vector<Store*> stores_;
};

Unexpected<Errors> SqliteLedger::Store::elsewhere() {
    return Opened::not_allowed("was opened before this process was forked: open it anew");
}

Expected<SqliteLedger::StoreHandle, Errors> SqliteLedger::Store::open(const std::string& path,
                                                                      const SqliteOptions& options) {
    if (auto right = sqlite::check_path(path); !right) return Unexpected{std::move(right).error()};
    if (path != sqlite::in_memory) {
        if (auto prepared = Opened::prepare(path); !prepared) return Unexpected{std::move(prepared).error()};
    }
    auto opened = Connection::open(path, sqlite::Access::write, options.busy);
    if (!opened) return Unexpected{std::move(opened).error()};
    auto connection = std::make_shared<Connection>(*std::move(opened));
    if (auto prepared = prepare(*connection, options.check); !prepared) return Unexpected{std::move(prepared).error()};
    auto writer = sqlite::Writer::make(connection, options.changes);
    if (!writer) return Unexpected{std::move(writer).error()};
    StoreHandle store{new Store{path, options.busy, std::move(connection), *std::move(writer)}};
    if (path != sqlite::in_memory) store->file_ = sqlite::identity_of(path);
    Opened::add(*store);
    return store;
}

SqliteLedger::Store::~Store() { Opened::remove(*this); }

/// What is not being used can be closed in a child without a trace.
void SqliteLedger::Store::let_go() {
    file_.reset();
    connection_->leave_the_files();
    for (auto& reader : readers_) reader->connection().leave_the_files();
    readers_.clear();
    connection_.reset();
    const auto gone = std::move(writer_);
}

bool SqliteLedger::Store::is_at(const std::string& path) const {
    if (is_in_memory()) return false;
    const auto file = sqlite::identity_of(path);
    if (!file) return false;
    return file == file_ || file == sqlite::identity_of(path_) || file == sqlite::identity_of(path_ + "-wal") ||
           file == sqlite::identity_of(path_ + "-shm");
}

void SqliteLedger::Store::measure(LedgerStatistics& statistics) const {
    if (is_in_memory()) return;
    statistics.file_bytes = sqlite::bytes_at(path_);
    statistics.wal_bytes = sqlite::bytes_at(path_ + "-wal");
}

Expected<SqliteLedger::Store::ReaderHandle, Errors> SqliteLedger::Store::borrow() {
    {
        const std::lock_guard lock{readers_mutex_};
        if (!readers_.empty()) {
            auto reader = std::move(readers_.back());
            readers_.pop_back();
            return reader;
        }
    }
    auto connection = connection_;
    if (!is_in_memory()) {
        auto opened = Connection::open(path_, sqlite::Access::read, busy_);
        if (!opened) return Unexpected{std::move(opened).error()};
        connection = std::make_shared<Connection>(*std::move(opened));
    }
    auto reader = sqlite::Reader::make(std::move(connection));
    if (!reader) return Unexpected{std::move(reader).error()};
    return std::make_unique<sqlite::Reader>(*std::move(reader));
}

void SqliteLedger::Store::give_back(ReaderHandle reader) {
    const std::lock_guard lock{readers_mutex_};
    readers_.push_back(std::move(reader));
}

Expected<CommitResult, Errors> SqliteLedger::Store::commit(const Commit& commit) {
    if (!is_ours()) return elsewhere();
    const Work work{working_};
    Pending mine{&commit, {}};
    std::unique_lock lock{queue_mutex_};
    queue_.push_back(&mine);
    while (!mine.result) {
        if (is_led_) {
            detail::wait(led_, lock, [&] { return mine.result || !is_led_; });
            continue;
        }
        is_led_ = true;
        const auto batch = std::exchange(queue_, {});
        lock.unlock();
        auto results = write(batch);
        lock.lock();
        for (std::size_t place = 0; place < batch.size(); ++place) batch[place]->result = std::move(results[place]);
        is_led_ = false;
        led_.notify_all();
    }
    return *std::move(mine.result);
}

/// What was erased stands in the log until others write over it. Where somebody reads just now it is wiped later.
void SqliteLedger::Store::wipe_log_after(const std::vector<Pending*>& batch) {
    const bool forgets =
        std::any_of(batch.begin(), batch.end(), [](const Pending* one) { return !one->commit->forget.empty(); });
    const detail::Deadline soon{std::chrono::milliseconds{500}};
    if (forgets) static_cast<void>(writer_.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
}

std::vector<Expected<CommitResult, Errors>> SqliteLedger::Store::write(const std::vector<Pending*>& batch) {
    using Result = Expected<CommitResult, Errors>;
    const auto alone = alone_in_memory();
    const auto write_some = [&](auto first, auto last) {
        return sqlite::in_transaction(writer_.connection(), "BEGIN IMMEDIATE",
                                      [&]() -> Expected<std::vector<Result>, Errors> {
                                          std::vector<Result> results;
                                          for (auto pending = first; pending != last; ++pending) {
                                              results.push_back(writer_.apply(*(*pending)->commit));
                                              if (!results.back()) return Unexpected{results.back().error()};
                                          }
                                          return results;
                                      });
    };
    auto all = write_some(batch.begin(), batch.end());
    if (all) wipe_log_after(batch);
    if (all) return *std::move(all);
    // Whoever waited for a lock has waited long enough.
    if (batch.size() == 1 || all.error().front().code == ErrorCode::unavailable) {
        return std::vector<Result>(batch.size(), Unexpected{std::move(all).error()});
    }
    // One of them may be what the disk had no room for.
    std::vector<Result> results;
    for (auto pending = batch.begin(); pending != batch.end(); ++pending) {
        auto alone_result = write_some(pending, pending + 1);
        results.push_back(alone_result ? std::move(alone_result->front()) : Result{Unexpected{alone_result.error()}});
    }
    return results;
}

}  // namespace denwaban
