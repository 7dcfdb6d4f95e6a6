#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/reservation/questions.hpp>

namespace denwaban {

/// Reads a book as `docs/schema/day_book.schema.json` has it; a book read back is the same book. Errors: each with a
/// JSON pointer, or a byte range where it is no JSON at all; those of `DayBook::make`.
[[nodiscard]] Expected<DayBook, Errors> day_book_from_json(std::string_view text);
/// The same of what a ledger keeps: keys that are not known are passed over. Error: `newer_version`.
[[nodiscard]] Expected<DayBook, Errors> kept_day_book_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const DayBook& book);
/// The same for a ledger, in place of what was kept `before` (`{}` where nothing was): with the format's version, and
/// all that `before` says and this library does not know.
[[nodiscard]] std::string to_kept_json(const DayBook& book, std::string_view before);

/// As it stands in a book. Errors: also those of `FloorPlan::make`.
[[nodiscard]] Expected<FloorPlan, Errors> floor_plan_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const FloorPlan& plan);

/// As it stands in a book; what is left out is by default.
[[nodiscard]] Expected<Policy, Errors> policy_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const Policy& policy);

[[nodiscard]] std::string to_json(const Reservation& reservation);

/// Reads `{"do": "book", "id": "b1", "begin": "19:00", "party": {"adults": 6}, "by": {"actor": "agent", "now":
/// "2026-11-27T03:00:00Z"}}`: `do` is a `Deed`, what else there is goes with it (`docs/reservations.md` has the table).
/// A change says only what is to be different from what stands in the book. `now` is read on the clocks of `zone`.
[[nodiscard]] Expected<GivenCommand, Errors> command_from_json(std::string_view text, const DayBook& book,
                                                               const TimeZone& zone);
[[nodiscard]] std::string to_json(const Decision& decision);

/// Reads `{"policy": {...}, "by": {...}}`, or `floor_plan` with `renamed` (`[{"from": "A", "to": "窓1"}]`), or
/// `periods`.
[[nodiscard]] Expected<GivenEdit, Errors> edit_from_json(std::string_view text, const TimeZone& zone);
[[nodiscard]] std::string to_json(const Edited& edited);

/// Reads `{"party": {"adults": 2}, "first": "17:00", "last": "22:00", "now": "2026-11-27T03:00:00Z", "moves": 1500}`:
/// `moves` is the budget for each start; without it nobody moves. With `changing` it is for a change of that
/// reservation, and of the wish what is not said is the reservation's; likewise of a proposal.
[[nodiscard]] Expected<AvailabilityQuestion, Errors> availability_question_from_json(std::string_view text,
                                                                                     const TimeZone& zone);
[[nodiscard]] std::string to_json(const std::vector<Slot>& slots);

/// Reads `{"party": {"adults": 2}, "begin": "19:00", "now": "2026-11-27T03:00:00Z", "overrides": [], "budget": 1500}`.
[[nodiscard]] Expected<ProposalQuestion, Errors> proposal_question_from_json(std::string_view text,
                                                                             const TimeZone& zone);
[[nodiscard]] std::string to_json(const Proposal& proposal);

/// Reads `{"now": "2026-11-27T10:20:00Z", "grace": 15}`: minutes.
[[nodiscard]] Expected<LatePartiesQuestion, Errors> late_parties_question_from_json(std::string_view text,
                                                                                    const TimeZone& zone);
[[nodiscard]] std::string to_json(const std::vector<LateParty>& parties);

/// Reads `{"now": "2026-11-27T10:20:00Z", "moves": 1500}`, of which `moves` is as `availability` has it.
[[nodiscard]] Expected<WaitingListQuestion, Errors> waiting_list_question_from_json(std::string_view text,
                                                                                    const TimeZone& zone);
[[nodiscard]] std::string to_json(const std::vector<WaitingParty>& parties);

/// A book's periods, as JSON.
[[nodiscard]] std::string to_json(const std::vector<Period>& periods);

}  // namespace denwaban
