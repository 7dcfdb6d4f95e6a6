#pragma once

#include <array>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/ledger/detail/wait.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "sqlite_session.hpp"

namespace denwaban {

/// The connections of a file, and who has them. Threads that commit at the same time queue up; the first of them writes
/// for all who wait, in one transaction of SQLite, so that the disk is asked once.
class SqliteLedger::Store {
public:
    [[nodiscard]] static Expected<std::unique_ptr<Store>, Errors> open(const std::string& path,
                                                                       const SqliteOptions& options);

    [[nodiscard]] Expected<CommitResult, Errors> commit(const Commit& commit);

    [[nodiscard]] std::unique_lock<std::mutex> turn(const Key& key) {
        return std::unique_lock{turns_[std::hash<std::string>{}(key.partition) % turns_.size()]};
    }

    /// Calls `read` with a reader that is nobody else's meanwhile.
    template <class Read>
    [[nodiscard]] auto reading(Read&& read) -> decltype(read(std::declval<sqlite::Reader&>())) {
        const auto alone = alone_in_memory();
        auto reader = borrow();
        if (!reader) return Unexpected{std::move(reader).error()};
        auto result = read(**reader);
        give_back(*std::move(reader));
        return result;
    }
    /// Calls `write` with the writer, which no commit has meanwhile.
    template <class Write>
    [[nodiscard]] auto writing(Write&& write) -> decltype(write(std::declval<sqlite::Writer&>())) {
        std::unique_lock lock{queue_mutex_};
        detail::wait(led_, lock, [this] { return !is_led_; });
        is_led_ = true;
        lock.unlock();
        auto result = [&] {
            const auto alone = alone_in_memory();
            return write(writer_);
        }();
        lock.lock();
        is_led_ = false;
        led_.notify_all();
        return result;
    }

private:
    using ReaderHandle = std::unique_ptr<sqlite::Reader>;
    struct Pending {
        const Commit* commit;
        std::optional<Expected<CommitResult, Errors>> result;
    };

    Store(std::string path, std::chrono::milliseconds busy, std::shared_ptr<sqlite::Connection> connection,
          sqlite::Writer writer)
        : path_(std::move(path)), busy_(busy), connection_(std::move(connection)), writer_(std::move(writer)) {}

    [[nodiscard]] bool is_in_memory() const { return path_ == ":memory:"; }
    /// A ledger in memory has one connection for all.
    [[nodiscard]] std::unique_lock<std::mutex> alone_in_memory() {
        return is_in_memory() ? std::unique_lock{memory_mutex_} : std::unique_lock<std::mutex>{};
    }
    [[nodiscard]] Expected<ReaderHandle, Errors> borrow();
    void give_back(ReaderHandle reader);
    [[nodiscard]] std::vector<Expected<CommitResult, Errors>> write(const std::vector<Pending*>& batch);

    std::string path_;
    std::chrono::milliseconds busy_;
    std::shared_ptr<sqlite::Connection> connection_;
    sqlite::Writer writer_;
    std::mutex memory_mutex_;

    std::mutex queue_mutex_;
    std::condition_variable led_;
    std::vector<Pending*> queue_;
    bool is_led_ = false;

    std::array<std::mutex, 64> turns_;

    std::mutex readers_mutex_;
    std::vector<ReaderHandle> readers_;
};

namespace sqlite {

[[nodiscard]] Done export_lines(Connection& connection, const SqliteLedger::Sink& sink);
[[nodiscard]] Done import_lines(Connection& connection, const SqliteLedger::Source& source);

}  // namespace sqlite

}  // namespace denwaban
