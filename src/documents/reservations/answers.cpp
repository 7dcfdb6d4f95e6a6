#include <denwaban/documents/day_book_json.hpp>

#include "answer_shapes.hpp"
#include "documents/engine/shapes.hpp"

namespace denwaban {

namespace shapes {

void make_proposal(const Node&, ProposalParts parts, Proposal& proposal) {
    std::visit([&](auto&& one) { proposal = {std::move(one.answer), std::move(one.alternatives)}; }, std::move(parts));
}
ProposalParts proposal_parts_of(const Proposal& proposal) {
    return std::visit(
        [&](const auto& one) -> ProposalParts {
            return WithAlternatives<std::decay_t<decltype(one)>>{one, proposal.alternatives};
        },
        proposal.answer);
}

}  // namespace shapes

std::string to_json(const std::vector<Slot>& slots) { return shapes::json_of(slots); }
std::string to_json(const std::vector<LateParty>& parties) { return shapes::json_of(parties); }
std::string to_json(const std::vector<WaitingParty>& parties) { return shapes::json_of(parties); }
std::string to_json(const Proposal& proposal) { return shapes::json_of(proposal); }
std::string to_json(const Decision& decision) { return shapes::json_of(shapes::told_decision, decision); }
std::string to_json(const Edited& edited) { return shapes::json_of(shapes::told_edited, edited); }

}  // namespace denwaban
