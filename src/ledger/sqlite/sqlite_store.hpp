#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/ledger/detail/process.hpp>
#include <denwaban/ledger/detail/wait.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

#include "sqlite_disk.hpp"
#include "sqlite_session.hpp"

namespace denwaban {

/// The connections of a file, and who has them. Threads that commit at the same time queue up; the first of them writes
/// for all who wait, in one transaction of SQLite, so that the disk is asked once.
class SqliteLedger::Store {
public:
    [[nodiscard]] static Expected<StoreHandle, Errors> open(const std::string& path, const SqliteOptions& options);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Whether this process opened it, and is not the child of one that did.
    [[nodiscard]] bool is_ours() const noexcept { return made_.is_here(); }
    [[nodiscard]] bool is_at(const std::string& path) const;
    /// Adds what its files take on the disk.
    void measure(LedgerStatistics& statistics) const;

    [[nodiscard]] Expected<CommitResult, Errors> commit(const Commit& commit);

    [[nodiscard]] std::unique_lock<std::mutex> turn(const Key& key) {
        if (!is_ours()) return {};
        return std::unique_lock{turns_[std::hash<std::string>{}(key.partition) % turns_.size()]};
    }

    /// Calls `read` with a reader that is nobody else's meanwhile.
    template <class Read>
    [[nodiscard]] auto reading(Read&& read) -> decltype(read(std::declval<sqlite::Reader&>())) {
        if (!is_ours()) return elsewhere();
        const Work work{working_};
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
        if (!is_ours()) return elsewhere();
        const Work work{working_};
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

    /// While there is one, something is being done.
    class Work {
    public:
        explicit Work(std::atomic<int>& count) : count_(count) { ++count_; }
        ~Work() { --count_; }
        Work(const Work&) = delete;
        Work& operator=(const Work&) = delete;

    private:
        std::atomic<int>& count_;
    };
    class Opened;

    [[nodiscard]] static Unexpected<Errors> elsewhere();
    void let_go();

    Store(std::string path, std::chrono::milliseconds busy, std::shared_ptr<sqlite::Connection> connection,
          sqlite::Writer writer)
        : path_(std::move(path)), busy_(busy), connection_(std::move(connection)), writer_(std::move(writer)) {}

    [[nodiscard]] bool is_in_memory() const { return path_ == sqlite::in_memory; }
    /// A ledger in memory has one connection for all.
    [[nodiscard]] std::unique_lock<std::mutex> alone_in_memory() {
        return is_in_memory() ? std::unique_lock{memory_mutex_} : std::unique_lock<std::mutex>{};
    }
    [[nodiscard]] Expected<ReaderHandle, Errors> borrow();
    void give_back(ReaderHandle reader);
    [[nodiscard]] std::vector<Expected<CommitResult, Errors>> write(const std::vector<Pending*>& batch);
    void wipe_log_after(const std::vector<Pending*>& batch);

    detail::MadeHere made_;
    std::atomic<int> working_ = 0;
    std::string path_;
    std::optional<disk::FileIdentity> file_;
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
[[nodiscard]] Done import_lines(Writer& writer, const SqliteLedger::Source& source);

}  // namespace sqlite

}  // namespace denwaban
