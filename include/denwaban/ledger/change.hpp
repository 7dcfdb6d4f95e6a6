#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/ledger/document.hpp>

namespace denwaban {

/// What a document is of.
enum class DocumentNoun : std::uint8_t {
    restaurant,
    book_template,
    day_book,
    customer,
    merged_customer,  ///< whom a customer was merged into
    call,
    follow_up,
    message,
    agent,
    contact_records,  ///< those of one call
    other,            ///< somebody else's, who keeps documents of their own
};
template <>
inline constexpr std::array<std::string_view, 11> names_of<DocumentNoun>{
    "restaurant", "book_template", "day_book",        "customer", "merged_customer", "call", "follow_up",
    "message",    "agent",         "contact_records", "other"};

/// What a document is, as its key says.
struct DocumentName {
    DocumentNoun noun = DocumentNoun::other;
    std::optional<std::string> restaurant;  ///< whose restaurant, template, day book
    std::optional<Date> date;               ///< the day book's
    std::optional<std::string>
        id;  ///< of a customer, an agent, a message; a call's first contact; the contact where its records are
    friend bool operator==(const DocumentName&, const DocumentName&) = default;
};
/// None for what only leads to a document, or is a note of the ledger's own (`denwaban::ledger`).
[[nodiscard]] std::optional<DocumentName> name_of_document(const Key& key);

/// What happened to a document.
enum class ChangeKind : std::uint8_t {
    put,
    erase,
    expire,  ///< erased because its time was over
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<ChangeKind>{"put", "erase", "expire"};

/// Where whoever follows changes goes on: after this. A word of the store's.
struct ChangeCursor {
    std::string text;
    friend bool operator==(const ChangeCursor&, const ChangeCursor&) = default;
};

/// Something that was committed. Its body is not in it: it is read when it is wanted, so that nobody who was erased is
/// found in what was told of before.
struct LedgerChange {
    ChangeCursor cursor;
    ChangeKind kind = ChangeKind::put;
    Key key;
    std::optional<Version> version;  ///< that it has, or had before it went; none where a stream does not say
    DocumentName about;
    friend bool operator==(const LedgerChange&, const LedgerChange&) = default;
};

/// Which changes.
struct ChangesQuery {
    std::optional<ChangeCursor> after;  ///< from the first that is kept on, where there is none
    std::size_t most = 100;             ///< 1 to 1000
    friend bool operator==(const ChangesQuery&, const ChangesQuery&) = default;
};
/// Some of them, in the order in which they were committed.
struct ChangesPage {
    std::vector<LedgerChange> changes;  ///< none where nothing has changed since
    ChangeCursor next;                  ///< where to go on, also when there is nothing more as yet
    friend bool operator==(const ChangesPage&, const ChangesPage&) = default;
};

/// `{"after": "12", "most": 100}`, both of which may be left out. Errors: each with a JSON pointer.
[[nodiscard]] Expected<ChangesQuery, Errors> changes_query_from_json(std::string_view text);
/// `{"changes": [{"cursor": "13", "kind": "put", "partition": "restaurant#r1", "sort": "book#2026-11-27", "version": 3,
/// "noun": "day_book", "restaurant": "r1", "date": "2026-11-27"}], "next": "13"}`
[[nodiscard]] std::string to_json(const ChangesPage& page);
/// `"13"`
[[nodiscard]] std::string to_json(const ChangeCursor& cursor);

/// A record of a stream that can't be read: nothing after it was.
struct FailedChange {
    ChangeCursor cursor;
    Errors errors;
    friend bool operator==(const FailedChange&, const FailedChange&) = default;
};
/// What a batch of a stream brought, in its order.
struct StreamedChanges {
    std::vector<LedgerChange> changes;
    std::optional<FailedChange> failed;
    friend bool operator==(const StreamedChanges&, const StreamedChanges&) = default;
};

/// The changes in an event that a stream of DynamoDB invokes a Lambda with, or in what GetRecords answers, as JSON. The
/// stream has new images, better old ones too. Parts of bodies, remembered answers and what leads to documents are left
/// out. Errors: what is no such event, each at its place.
[[nodiscard]] Expected<StreamedChanges, Errors> changes_from_stream(std::string_view event);
/// `{"changes": […], "failed": {"cursor": "…", "errors": […]}}`, or with `failed` null.
[[nodiscard]] std::string to_json(const StreamedChanges& changes);

}  // namespace denwaban
