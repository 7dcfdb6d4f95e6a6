#pragma once

#include <vector>

#include "tool.hpp"

/// Tokens, as the ledger keeps them: whoever has the ledger knows them, in whatever process, and there is no secret.
namespace denwaban::ledger {

/// Of what was asked, by whom, and when: the same again is the same, and anything else another.
[[nodiscard]] std::string token_of(const ProposalAsked& asked);
/// Whether it could be one at all.
[[nodiscard]] bool is_token(std::string_view text) noexcept;
/// The booking that a token would make.
[[nodiscard]] BookingId booking_of_token(std::string_view token);

[[nodiscard]] Key key_of_token(std::string_view token);
/// Leads from a number to a token that was given for it, for whoever is to be forgotten.
[[nodiscard]] Key key_of_token_by_phone(const PhoneNumber& phone, std::string_view token);
[[nodiscard]] Query tokens_query(const PhoneNumber& phone);
[[nodiscard]] Key key_of_tool_session(const ToolAsker& asker);
/// What a session has done so far. Precondition: was read.
[[nodiscard]] Expected<KeptToolSession, Errors> tool_session(const Readings& known, const ToolAsker& asker);
/// `beyond_limit`, where it may do no more of it.
[[nodiscard]] Errors beyond(const ToolAsker& asker, const KeptToolSession& session, ToolCount what);

[[nodiscard]] Expected<KeptReadBack, Errors> read_back_from(const Document& document);
/// A lapsed one is known as lapsed for a day.
[[nodiscard]] Write put_read_back(std::string_view token, const KeptReadBack& kept);
[[nodiscard]] Write put_tool_session(const ToolAsker& asker, const KeptToolSession& session);

/// Keeps a read-back, and tells it; one that is kept already is left as it is. Precondition: the token's key was read.
struct NewReadBack {
    PhoneNumber phone;  ///< whose it is
    BookingId booking;  ///< empty of a new one
    std::string stood;
    ToolWords words;
    GuestWords said;
};
[[nodiscard]] Verdict<ToolAnswer> keep_read_back(const Readings& known, const ProposalAsked& asked, NewReadBack made);

}  // namespace denwaban::ledger
