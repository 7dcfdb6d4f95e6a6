#pragma once

#include <vector>

#include <denwaban/reservation/change_date.hpp>

#include "kept_book.hpp"

/// What is written of books, whatever was done to them.
namespace denwaban::ledger {

[[nodiscard]] DayBookAddress address_of(const DayBook& book);
[[nodiscard]] KeptDecision answer_of(const OpenBook& open, const Decision& decision);

/// A book's document, and where its new reservations are found.
[[nodiscard]] std::vector<Write> book_writes(const OpenBook& open, const DayBook& after, const Readings& known);
/// The document alone.
[[nodiscard]] Write book_write(const OpenBook& open, const DayBook& after, const Readings& known);

/// What leads from numbers to reservations of a book, where it becomes another.
[[nodiscard]] std::vector<Write> phone_writes(const DayBook& before, const DayBook& after);

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

[[nodiscard]] inline const Key& key_of(const Write& write) {
    return std::visit([](const auto& one) -> const Key& { return one.key; }, write);
}

/// Those at keys that are not written yet.
void append_unwritten(std::vector<Write>& writes, std::vector<Write> more);

/// What is committed where a book becomes another.
struct BookCommit {
    std::vector<Write> writes;
    std::vector<CustomerId> unknown;  ///< of new visits: who is not kept
    std::vector<Key> indifferent;
};
/// Errors: `duplicate_id` for a new reservation that stands in another book. Precondition: the night was opened.
[[nodiscard]] Known<BookCommit> commit_of(const Readings& known, const OpenBook& open, const DayBook& after);
/// The same of two books, one of whose reservations went into the other.
[[nodiscard]] Known<BookCommit> commit_of(const Readings& known, const OpenBook& from, const OpenBook& to,
                                          const DateChange& moved);

/// What `move_booking` decides by. Precondition: the order names a booking and another date.
[[nodiscard]] Decide<KeptDecision> move_upon(DeskOrder order, Instant now);
/// What `decide_booking` decides by.
[[nodiscard]] Decide<KeptDecision> decide_upon(DeskOrder order, Instant now);

}  // namespace denwaban::ledger
