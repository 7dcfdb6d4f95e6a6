#pragma once

#include <denwaban/ledger/booking_errands.hpp>

#include "tool.hpp"

/// Sentences of tools, in both languages. Whatever a guest said is left out of them.
namespace denwaban::ledger {

/// What a booking would be.
struct ReadStay {
    Date date;
    MinuteOfDay begin;
    std::optional<MinuteOfDay> end;
    Party party;
    Needs needs;
    bool is_first_of_two = false;  ///< clocks show its begin twice that night
};
[[nodiscard]] bool is_first_of_two(const std::vector<Exceeded>& told);
[[nodiscard]] ReadStay stay_of(Date date, const Reservation& reservation);

/// Which words of the guest's are kept with a booking.
struct KeptWords {
    std::optional<PhoneNumber> phone;
    int high_chairs = 0;
    std::size_t allergies = 0;
    std::size_t notes = 0;
    std::vector<ReadStay> there{};  ///< that the same guest has on that day already
};

[[nodiscard]] ToolWords words_to_book(const ReadStay& stay, const KeptWords& kept, const Now& now);
[[nodiscard]] ToolWords words_to_change(const ReadStay& from, const ReadStay& to, const Now& now);
[[nodiscard]] ToolWords words_to_cancel(const ReadStay& stay, const Now& now);
[[nodiscard]] ToolWords words_to_note(const ReadStay& stay, const Now& now);
/// Why there is no read-back, and what there could be instead.
[[nodiscard]] ToolWords words_of_no(const ToldProposal& told, const ReadStay& stay, const Now& now);
/// What a tool has done.
[[nodiscard]] ToolWords words_done(std::string_view tool, const ReadStay& stay, const Now& now);
[[nodiscard]] ToolWords words_of_hours(const ToldHours& hours, const Now& now);

}  // namespace denwaban::ledger
