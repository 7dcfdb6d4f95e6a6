#include "sqlite_store.hpp"

#include <utility>

#include "sqlite_schema.hpp"

namespace denwaban {

using sqlite::Connection;

namespace {

/// What makes a connection one of a ledger's.
[[nodiscard]] sqlite::Done prepare(Connection& connection, OpeningCheck check) {
    if (auto durable = connection.execute("PRAGMA synchronous=FULL"); !durable) return durable;
    if (auto made = sqlite::migrate(connection); !made) return made;
    if (auto logged = connection.execute("PRAGMA journal_mode=WAL"); !logged) return logged;
    return check == OpeningCheck::pages ? sqlite::check_pages(connection) : sqlite::Done{std::monostate{}};
}

}  // namespace

Expected<std::unique_ptr<SqliteLedger::Store>, Errors> SqliteLedger::Store::open(const std::string& path,
                                                                                 const SqliteOptions& options) {
    auto opened = Connection::open(path, sqlite::Access::write, options.busy);
    if (!opened) return Unexpected{std::move(opened).error()};
    auto connection = std::make_shared<Connection>(*std::move(opened));
    if (auto prepared = prepare(*connection, options.check); !prepared) return Unexpected{std::move(prepared).error()};
    auto writer = sqlite::Writer::make(connection);
    if (!writer) return Unexpected{std::move(writer).error()};
    return std::unique_ptr<Store>{new Store{path, options.busy, std::move(connection), *std::move(writer)}};
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
