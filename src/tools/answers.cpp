#include "answers.hpp"

#include "documents/agents/agent_shapes.hpp"
#include "documents/records/reconcile_shapes.hpp"
#include "documents/records/record_shapes.hpp"

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
