#include "answers.hpp"

#include "documents/agents/agent_shapes.hpp"
#include "documents/records/reconcile_shapes.hpp"
#include "documents/records/record_shapes.hpp"
#include "documents/talk/reply_shapes.hpp"
#include "ledger/errands/answers.hpp"

namespace denwaban::tools {

std::vector<Spoken> answer_nouns() {
    using shapes::shape_of;
    return {
        {"AgentStatus", &shape_of<AgentStatus>, Use::told},
        {"NextStatus", &shape_of<NextStatus>, Use::told},
        {"Queue", &shape_of<Queue>, Use::told},
        {"Connection", &shape_of<Connection>, Use::told},
        {"ContactSnapshot", &shape_of<ContactSnapshot>, Use::told},
        {.name = "AgentSnapshot", .shape = &shape_of<AgentSnapshot>, .use = Use::told, .beside = Beside::unknown},
        {"ChannelSlots", &shape_of<ChannelSlots>, Use::told},
        {"RoutingProfile", &shape_of<RoutingProfile>, Use::told},
        {"AgentConfiguration", &shape_of<AgentConfiguration>, Use::told},
        {.name = "AgentStreamRecord",
         .shape = &shape_of<AgentStreamRecord>,
         .use = Use::told,
         .beside = Beside::unknown},
        {.name = "ContactReport", .shape = &shape_of<ContactReport>, .use = Use::told, .beside = Beside::unknown},
        {"ContactTimes", &shape_of<ContactTimes>, Use::told},
        {"AgentNotice", &shape_of<AgentNotice>, Use::told, "about", "agent"},
        {"ContactNotice", &shape_of<ContactNotice>, Use::told, "about", "contact"},
        {"Notice", &shape_of<Notice>, Use::told},
        {"Recording", &shape_of<Recording>, Use::told},
        {"RecordedQueue", &shape_of<RecordedQueue>, Use::told},
        {"RecordedAgent", &shape_of<RecordedAgent>, Use::told},
        {.name = "ContactRecord", .shape = &shape_of<ContactRecord>, .use = Use::told, .beside = Beside::unknown},
        {"QueueWait", &shape_of<QueueWait>, Use::told},
        {"AgentPart", &shape_of<AgentPart>, Use::told},
        {"CallFact", &shape_of<CallFact>, Use::told},
        {.name = "CallFactChange", .shape = &shape_of<CallFacts::Change>, .use = Use::told, .beside = Beside::unknown},
        {"Reconciliation", &shape_of<Reconciliation>, Use::told},
        {"FollowUpDone", &shape_of<FollowUpDone>, Use::told},
        {"KeptFollowUp", &shape_of<KeptFollowUp>, Use::told},
        {"OpenFollowUp", &shape_of<OpenFollowUp>, Use::told},
        {"OpenFollowUps", &shape_of<OpenFollowUps>, Use::told},
    };
}

std::vector<Spoken> book_answer_nouns() {
    using shapes::shape_of;
    return {
        {"Exceeded", &shape_of<Exceeded>, Use::told},
        {"TableMove", &shape_of<Move>, Use::told},
        {"Slot", &shape_of<Slot>, Use::told},
        {"Vacancy", &shape_of<Vacancy>, Use::told},
        {"LateParty", &shape_of<LateParty>, Use::told},
        {"WaitingParty", &shape_of<WaitingParty>, Use::told},
        {"Alternative", &shape_of<Alternative>, Use::told},
        {"Hurt", &shape_of<Hurt>, Use::told},
        {"KeptReservation", &shape_of<KeptReservation>, Use::told},
        {"ListedBookings", &shape_of<ListedBookings>, Use::told},
        {"KeptDecision", &shape_of<KeptDecision>, Use::told},
        {"KeptEdit", &shape_of<KeptEdit>, Use::told},
        {"RefreshedBook", &shape_of<RefreshedBook>, Use::told},
        {"RefreshedBooks", &shape_of<RefreshedBooks>, Use::told},
        {"ListedCustomers", &shape_of<ListedCustomers>, Use::told},
        {"LikelyDuplicate", &shape_of<LikelyDuplicate>, Use::told},
        {"ListedDuplicates", &shape_of<ListedDuplicates>, Use::told},
        {"UnmergedCustomers", &shape_of<UnmergedCustomers>, Use::told},
        {"Forgotten", &shape_of<Forgotten>, Use::told},
        {"ConversationKept", &shape_of<ConversationKept>, Use::told},
        {"Spoken", &shape_of<denwaban::Spoken>, Use::told},
    };
}

std::vector<SpokenWords> book_answer_words() {
    return {
        {"SlotState", names_of<SlotState>, {}},
        {"Obstacle", names_of<Obstacle>, "What stands in the way of a seat."},
        {"BookPart", names_of<BookPart>, "A part that a day book has of its restaurant."},
    };
}

std::vector<SpokenWords> answer_words() {
    return {
        {"Channel", names_of<Channel>, {}},
        {"AgentState", names_of<AgentState>, {}},
        {"ContactState", names_of<ContactState>, {}},
    };
}

}  // namespace denwaban::tools
