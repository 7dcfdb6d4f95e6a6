#pragma once

#include <memory>
#include <string>
#include <utility>

#include <denwaban/ledger/sqlite_ledger.hpp>

#include "workers.hpp"
#include "wrapped.hpp"

namespace denwaban::node {

/// A file that is open, until it is told to close or nobody knows it any more. Only on Node's thread; who works with
/// the ledger elsewhere holds it, too.
class OpenLedger {
public:
    OpenLedger(std::shared_ptr<Workers> workers, std::shared_ptr<SqliteLedger> ledger)
        : workers_(std::move(workers)), ledger_(std::move(ledger)) {}
    /// Closing a file touches the disk.
    ~OpenLedger() {
        if (ledger_) workers_->release(std::move(ledger_));
    }
    OpenLedger(const OpenLedger&) = delete;
    OpenLedger& operator=(const OpenLedger&) = delete;

    /// None once it is closed.
    [[nodiscard]] const std::shared_ptr<SqliteLedger>& ledger() const noexcept { return ledger_; }
    [[nodiscard]] std::shared_ptr<SqliteLedger> close() noexcept { return std::move(ledger_); }

private:
    std::shared_ptr<Workers> workers_;
    std::shared_ptr<SqliteLedger> ledger_;
};

/// All functions promise, and work on threads of ours. `not_allowed` once it is closed.
class LedgerHandle : public Wrapped<LedgerHandle, std::shared_ptr<OpenLedger>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (path, milliseconds to wait for a lock, whether its pages are checked, milliseconds to keep changes) → handle
    [[nodiscard]] static Napi::Value open(const Napi::CallbackInfo& info);

private:
    /// (keys) → documents, as text
    Napi::Value read(const Napi::CallbackInfo& info);
    /// (query) → page, as text
    Napi::Value query(const Napi::CallbackInfo& info);
    /// (commit) → result, as text
    Napi::Value commit(const Napi::CallbackInfo& info);
    /// (query) → page of changes, as text
    Napi::Value changes(const Napi::CallbackInfo& info);
    /// → cursor, as text
    Napi::Value newest_change(const Napi::CallbackInfo& info);
    /// (errand, seed, deadline in milliseconds) → answer, as text
    Napi::Value run(const Napi::CallbackInfo& info);
    /// As `run` → `observed_to_json`
    Napi::Value run_observed(const Napi::CallbackInfo& info);
    /// → statistics, as text
    Napi::Value statistics(const Napi::CallbackInfo& info);
    Napi::Value compact(const Napi::CallbackInfo& info);
    /// (path)
    Napi::Value backup(const Napi::CallbackInfo& info);
    /// (path)
    Napi::Value export_to(const Napi::CallbackInfo& info);
    /// (path)
    Napi::Value import_from(const Napi::CallbackInfo& info);
    /// Whoever works with it still has it until they are done.
    Napi::Value close(const Napi::CallbackInfo& info);

    /// A promise of what `ask` makes of the first argument.
    template <class Ask>
    [[nodiscard]] Napi::Value promise(const Napi::CallbackInfo& info, Workers& workers, Ask ask);
    template <class Ask>
    [[nodiscard]] Napi::Value reading(const Napi::CallbackInfo& info, Ask ask);
    template <class Ask>
    [[nodiscard]] Napi::Value writing(const Napi::CallbackInfo& info, Ask ask);
    /// A promise of what `tell` makes of an errand.
    template <class Tell>
    [[nodiscard]] Napi::Value running(const Napi::CallbackInfo& info, Tell tell);
};

/// (bookings of a list, as text) → CSV
[[nodiscard]] Napi::Value bookings_csv(const Napi::CallbackInfo& info);
/// (event of a stream of DynamoDB, as text) → its changes, as text
[[nodiscard]] Napi::Value changes_from_stream(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
