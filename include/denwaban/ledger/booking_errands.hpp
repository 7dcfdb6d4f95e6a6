#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/message.hpp>

namespace denwaban {

/// Where a day book is kept.
struct DayBookAddress {
    RestaurantId restaurant;
    Date date;  ///< the business date
    friend bool operator==(const DayBookAddress&, const DayBookAddress&) = default;
};

/// The book that something is to be done to: by its address, or by a reservation that stands in it.
using WhichDayBook = std::variant<DayBookAddress, BookingId>;

/// A command, and who gives it on which clocks, once the book is known: what a change leaves out is as it stands there.
using CommandFor = std::function<Expected<GivenCommand, Errors>(const DayBook&, const TimeZone&)>;

/// What is to be done to a book.
struct DeskOrder {
    WhichDayBook book;
    std::string about;  ///< the command in a few words, so that a request key given for two is noticed
    CommandFor command;
    std::vector<Message> messages;  ///< kept if the book takes the command
    std::string asked{};            ///< the command and who gives it, as `ErrandRequest` has it
};

/// Decides a command upon a book and keeps, in one commit, the book, where the reservation is found, what its customer
/// and those of others now have of visits, and the messages. A book that is not kept yet is made of the restaurant's
/// hours and template.
///
/// Answers `{"restaurant", "date", "version", "booking", "reservation", "moved", "exceeded"}`. Errors: those of
/// `decide`, remembered; `missing_key` without a request key; `unknown_reference` at `/restaurant`, `/book_template`,
/// `/booking` and `/details/customer` for what is not kept; `duplicate_id` for a reservation that stands in another
/// book.
[[nodiscard]] Errand decide_booking(DeskOrder order, ErrandRequest request);

/// Replaces one of a book's parts; `request.asked` says by what. Answers `{"restaurant", "date", "version", "hurt",
/// "moved"}`. Errors: those of `edited`.
using DeskEdit = std::function<Expected<Edited, Errors>(const DayBook&, const TimeZone&)>;
/// The errand of `DeskEdit`.
[[nodiscard]] Errand edit_day_book(DayBookAddress address, DeskEdit edit, ErrandRequest request);

/// Answers what `ask` makes of a book, or of how it would begin. `others` are books of other days, as `propose` wants
/// them.
using DeskQuestion =
    std::function<Expected<std::string, Errors>(const DayBook&, const std::vector<DayBook>& others, const TimeZone&)>;
/// The errand of `DeskQuestion`; `others` are dates of the same restaurant.
[[nodiscard]] Errand ask_day_book(DayBookAddress address, std::vector<Date> others, DeskQuestion ask);

/// Answers a book's JSON.
[[nodiscard]] Errand find_day_book(DayBookAddress address);

/// Answers `{"restaurant", "date", "reservation"}`; null where no book has it.
[[nodiscard]] Errand find_booking(BookingId id);

}  // namespace denwaban
