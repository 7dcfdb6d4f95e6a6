#pragma once

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/ledger/document.hpp>

namespace denwaban {

/// Keeps documents. Every store answers every question alike; `tests/data/ledger` is how one proves it.
///
/// Errors of every function: those of `check`; `unavailable` where the store can't be reached or is busy, and what was
/// asked may be asked again: a commit then, if it has an answer, happens once. `corrupt`, `read_only` and
/// `storage_full`, and nothing was written.
class Ledger {
public:
    virtual ~Ledger() = default;

    /// Documents by key, in the order of the keys; nothing where there is none. Each is as it was at some moment of the
    /// call, and never older than a commit that was acknowledged before it; two may be of different moments.
    [[nodiscard]] virtual Expected<std::vector<std::optional<Document>>, Errors> read(const std::vector<Key>& keys) = 0;

    /// A page of what is asked for, each document as `read` gives it.
    [[nodiscard]] virtual Expected<Page, Errors> query(const Query& query) = 0;

    /// Writes all of it, or nothing: `Replayed` where its request was answered before, `Conflict` where an
    /// expectation is not met. What is `Committed` stays.
    [[nodiscard]] virtual Expected<CommitResult, Errors> commit(const Commit& commit) = 0;

    /// Whoever was overtaken at a key waits here while others who were have their turn, so that they do not overtake
    /// one another for ever. Owns nothing where a store knows only of strangers. One turn at a time for each thread.
    [[nodiscard]] virtual std::unique_lock<std::mutex> turn(const Key& key) {
        static_cast<void>(key);
        return {};
    }

protected:
    Ledger() = default;
    Ledger(const Ledger&) = default;
    Ledger& operator=(const Ledger&) = default;
    Ledger(Ledger&&) = default;
    Ledger& operator=(Ledger&&) = default;
};

}  // namespace denwaban
