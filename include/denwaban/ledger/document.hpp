#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// Where a document is kept. What shares a partition is found together, in the order of the bytes of `sort`. Both are
/// UTF-8 without control characters; 1 to 2048 and 1 to 1024 bytes.
struct Key {
    std::string partition{};
    std::string sort{};
    friend auto operator<=>(const Key&, const Key&) = default;
};

/// How often a document was written since it came to be: 1 at first. One that was erased and written anew is at 1
/// again.
struct Version {
    std::uint64_t number = 1;
    friend auto operator<=>(const Version&, const Version&) = default;
};

/// What is kept. The ledger does not look into its body, which is UTF-8.
struct Document {
    Key key;
    Version version;
    std::string body{};
    std::optional<Instant> expires{};  ///< may be gone some time after; nothing is decided by it
    friend bool operator==(const Document&, const Document&) = default;
};

/// What must be so at a key for a commit to happen.
struct Anything {
    friend bool operator==(Anything, Anything) = default;
};
/// There is no document at the key.
struct Absent {
    friend bool operator==(Absent, Absent) = default;
};
/// Nothing in particular, no document, or this version of it.
using Expectation = std::variant<Anything, Absent, Version>;

/// The document has this body afterwards, in place of what it had.
struct Put {
    Key key;
    Expectation expected;
    std::string body{};
    std::optional<Instant> expires{};
    friend bool operator==(const Put&, const Put&) = default;
};
/// The document is gone afterwards, whether or not it was there.
struct Erase {
    Key key;
    Expectation expected;
    friend bool operator==(const Erase&, const Erase&) = default;
};
/// Nothing is written; the commit happens only if it is so.
struct Check {
    Key key;
    Expectation expected;
    friend bool operator==(const Check&, const Check&) = default;
};
/// What a commit does at one key.
using Write = std::variant<Put, Erase, Check>;

/// A request that was answered, remembered until a time, so that it is answered once.
struct RequestAnswer {
    std::string request{};  ///< the key that whoever asks gave it
    std::string about{};    ///< what was asked, so that a key used twice is noticed
    std::string answer{};
    Instant keep_until{};
    friend bool operator==(const RequestAnswer&, const RequestAnswer&) = default;
};

/// What is written together: all of it, or nothing.
struct Commit {
    std::vector<Write> writes{};  ///< no key twice
    std::optional<RequestAnswer> answer{};
    Instant now{};  ///< requests that were kept until before are forgotten
    /// Remembered answers that hold one of these are forgotten too, and what was is wiped; for a store that can look
    /// into them. In DynamoDB they go with their time.
    std::vector<std::string> forget{};
    friend bool operator==(const Commit&, const Commit&) = default;
};

/// Written, and kept from now on.
struct Committed {
    friend bool operator==(Committed, Committed) = default;
};
/// The request was answered before; nothing was written.
struct Replayed {
    RequestAnswer answer;
    friend bool operator==(const Replayed&, const Replayed&) = default;
};
/// What was expected is not so at these keys; nothing was written.
struct Conflict {
    std::vector<Key> keys{};
    friend bool operator==(const Conflict&, const Conflict&) = default;
};
/// What became of a commit.
using CommitResult = std::variant<Committed, Replayed, Conflict>;

/// Documents of a partition whose `sort` begins so; all of them, if empty.
struct SortPrefix {
    std::string text{};
    friend bool operator==(const SortPrefix&, const SortPrefix&) = default;
};
/// Documents of a partition whose `sort` is between two, both included.
struct SortBetween {
    std::string first{};
    std::string last{};
    friend bool operator==(const SortBetween&, const SortBetween&) = default;
};
/// Which documents of a partition.
using SortRange = std::variant<SortPrefix, SortBetween>;

/// By the bytes of `sort`.
enum class QueryOrder : std::uint8_t { ascending, descending };
template <>
inline constexpr std::array<std::string_view, 2> names_of<QueryOrder>{"ascending", "descending"};

/// Where a query goes on: after this `sort`.
struct Cursor {
    std::string after{};
    friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// Documents of a partition, in the order of `sort`, a page at a time.
struct Query {
    std::string partition{};
    SortRange range;
    QueryOrder order = QueryOrder::ascending;
    std::size_t limit = 100;  ///< 1 to 1000
    std::optional<Cursor> after{};
    friend bool operator==(const Query&, const Query&) = default;
};

/// Some of what a query asks for; there may be more although it holds fewer than the limit.
struct Page {
    std::vector<Document> documents{};
    std::optional<Cursor> next{};  ///< none after the last
    friend bool operator==(const Page&, const Page&) = default;
};

}  // namespace denwaban
