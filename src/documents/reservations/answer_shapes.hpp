#pragma once

#include <array>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/late_parties.hpp>
#include <denwaban/reservation/propose.hpp>
#include <denwaban/reservation/vacancy.hpp>

#include "book_shapes.hpp"

/// What a book answers.
namespace denwaban::shapes {

inline constexpr std::array slot_fields{
    field<&Slot::begin>("begin", required),
    field<&Slot::end>("end", required),
    field<&Slot::state>("state", required),
    field<&Slot::exceeded>("exceeded", required, "Limits, those too that only warn."),
};
template <>
inline constexpr Shape shape_of<Slot> =
    record<Slot>("Slot",
                 "A start on the grid, and whether a party can come then. Times are from midnight of the business "
                 "date: 26:00 is two in the morning after.",
                 slot_fields);

inline constexpr std::array vacancy_fields{
    field<&Vacancy::date>("date", required),
    field<&Vacancy::best>(
        "best", nullable,
        "The first of the starts that suit best: free, then if others move, undecided, limited, full; "
        "null where the restaurant has no start that day."),
};
template <>
inline constexpr Shape shape_of<Vacancy> = record<Vacancy>("Vacancy", "What a business date has for a party.",
                                                           vacancy_fields);

inline constexpr std::array late_party_fields{
    field<&LateParty::booking>("booking", required),
    field<&LateParty::expected>("expected", required, "As booked, or as they said since."),
    field<&LateParty::late>("late", required, whole(0, std::numeric_limits<int>::max()), "Whole minutes since."),
};
template <>
inline constexpr Shape shape_of<LateParty> = record<LateParty>("LateParty", "Who was to be there by now, and is not.",
                                                               late_party_fields);

inline constexpr std::array waiting_party_fields{
    field<&WaitingParty::booking>("booking", required),
    field<&WaitingParty::since>("since", required),
    field<&WaitingParty::state>("state", required, "The best of the starts that suit them."),
    field<&WaitingParty::begin>("begin", or_null, "The first of those; none where no start is to be had."),
    field<&WaitingParty::exceeded>("exceeded", required, "Limits, there or where none is to be had."),
};
template <>
inline constexpr Shape shape_of<WaitingParty> = record<WaitingParty>("WaitingParty",
                                                                     "Who waits, and what they could have now.",
                                                                     waiting_party_fields);

inline constexpr std::array alternative_fields{
    field<&Alternative::kind>("kind", required),
    field<&Alternative::date>("date", required),
    field<&Alternative::begin>("begin", required),
    field<&Alternative::end>("end", required),
    field<&Alternative::tables>("tables", required, "For each part of the party."),
    field<&Alternative::without>("without", or_null, "What is dropped."),
    field<&Alternative::moves>("moves", required, whole(0, most_reservations), "How many others have to move."),
};
template <>
inline constexpr Shape shape_of<Alternative> = record<Alternative>("Alternative", "What a party could have instead.",
                                                                   alternative_fields);

/// An answer, and what else the party could have.
template <class Of>
struct WithAlternatives {
    Of answer;
    std::vector<Alternative> alternatives;
};
template <class Of>
inline constexpr std::array alternatives_row{
    field<&WithAlternatives<Of>::alternatives>("alternatives", required, "None where it is possible."),
};
inline constexpr auto possible_fields = rows(
    std::array{
        field<&WithAlternatives<Possible>::answer, &Possible::end>("end", required),
        field<&WithAlternatives<Possible>::answer, &Possible::tables>("tables", required,
                                                                      "None where the party is overbooked."),
        field<&WithAlternatives<Possible>::answer, &Possible::moved>("moved", required, "Who has to move for it."),
        field<&WithAlternatives<Possible>::answer, &Possible::exceeded>(
            "exceeded", required, "Limits that warn, and those that were overridden.")},
    alternatives_row<Possible>);
inline constexpr auto impossible_fields =
    rows(std::array{field<&WithAlternatives<Impossible>::answer, &Impossible::limits>(
                        "limits", required, "That refuse, or want an override."),
                    field<&WithAlternatives<Impossible>::answer, &Impossible::obstacles>(
                        "obstacles", required, "What stands in the way; dropping it alone would help.")},
         alternatives_row<Impossible>);
template <>
inline constexpr Shape shape_of<WithAlternatives<Possible>> =
    record<WithAlternatives<Possible>>({}, "There is room, or the policy takes the party without.", possible_fields);
template <>
inline constexpr Shape shape_of<WithAlternatives<Impossible>> =
    record<WithAlternatives<Impossible>>({}, "There is none, and why.", impossible_fields);
template <>
inline constexpr Shape shape_of<WithAlternatives<Undecided>> =
    record<WithAlternatives<Undecided>>({}, "Nobody knows within the budget.", alternatives_row<Undecided>);

using ProposalParts =
    std::variant<WithAlternatives<Possible>, WithAlternatives<Impossible>, WithAlternatives<Undecided>>;
inline constexpr std::array proposal_forms{
    form<ProposalParts, WithAlternatives<Possible>>(answer_names[0]),
    form<ProposalParts, WithAlternatives<Impossible>>(answer_names[1]),
    form<ProposalParts, WithAlternatives<Undecided>>(answer_names[2]),
};
inline constexpr Shape proposal_parts =
    forms("Proposal", "Whether a party can come, and what else it could have.", proposal_forms, "answer");
void make_proposal(const Node& node, ProposalParts parts, Proposal& proposal);
[[nodiscard]] ProposalParts proposal_parts_of(const Proposal& proposal);
template <>
inline constexpr Shape shape_of<Proposal> = made_of<Proposal, make_proposal, proposal_parts_of>(proposal_parts);

inline constexpr std::array hurt_fields{
    field<&Hurt::booking>("booking", required),
    field<&Hurt::exceeded>("exceeded", required, "Limits that it passes now and did not, or not so far."),
    field<&Hurt::lost>("lost", required, "The tables that it can't have any more."),
    field<&Hurt::tables>(
        "tables", required,
        "Those that it has now: instead, or still, though they do not suit it any more; none where it is overbooked."),
};
template <>
inline constexpr Shape shape_of<Hurt> =
    record<Hurt>("Hurt", "A reservation that an edit of its book hurts. It stays in the book.", hurt_fields);

namespace detail {
template <>
struct New<Decision> {
    static Decision make() { return {New<DayBook>::make(), {}, {}, {}}; }
};
template <>
struct New<Edited> {
    static Edited make() { return {New<DayBook>::make(), {}, {}}; }
};
}  // namespace detail
[[nodiscard]] inline const std::uint64_t& version_of_decision(const Decision& decision) {
    return decision.book->version;
}
[[nodiscard]] inline const std::uint64_t& version_of_edited(const Edited& edited) { return edited.book->version; }
inline constexpr std::array decision_fields{
    field<&Decision::booking, &BookingId::text>("booking", always, "Empty where it was about none."),
    told_field<Decision, version_of_decision>("version", "Of the book after it.", whole(0, most_versions)),
    field<&Decision::moved>("moved", always),
    field<&Decision::exceeded>("exceeded", always, "Limits that warn, and those that were overridden."),
};
inline constexpr Shape told_decision = record<Decision>("Decision", "What was decided upon a book.", decision_fields);
inline constexpr std::array edited_fields{
    told_field<Edited, version_of_edited>("version", "Of the book after it.", whole(0, most_versions)),
    field<&Edited::hurt>("hurt", always, "Everybody whom it hurts."),
    field<&Edited::moved>("moved", always, "Others who got another table."),
};
inline constexpr Shape told_edited =
    record<Edited>("Edited", "A book, one of whose parts was replaced.", edited_fields);

}  // namespace denwaban::shapes
