#include "answers.hpp"

#include <denwaban/ledger/customer_errands.hpp>

#include "documents/agents/agents_writer.hpp"

namespace denwaban {

namespace shapes {

void read_google_response(const Node& node, GoogleResponse& response) {
    response.json = formats::write_document(node.value());
}
void write_google_response(const GoogleResponse& response, Sink& sink, const Value*) {
    const auto stood = formats::parse_document(response.json);
    stood.complete ? sink.json(stood.document.root()) : sink.null();
}

void read_nothing(const Node&, TimelineEntry&) {}
void write_now(const TimelineEntry& entry, Sink& sink, const Value*) { sink.json(formats::written(entry)); }
void write_all_times(const StateTimes& times, Sink& sink, const Value*) {
    write_words<AgentState>(sink, nullptr, some_milliseconds,
                            [&](AgentState state) { return &times[static_cast<std::size_t>(state)]; });
}

}  // namespace shapes

template <class Answer>
std::string AnswerFormat<Answer>::written(const Answer& answer) {
    return shapes::json_of(answer);
}
template <class Answer>
Expected<Answer, Errors> AnswerFormat<Answer>::read(std::string_view json) {
    return shapes::value_from_json<Answer>(json, Reading::kept);
}

template struct AnswerFormat<KeptDecision>;
template struct AnswerFormat<KeptEdit>;
template struct AnswerFormat<KeptReservation>;
template struct AnswerFormat<RefreshedBooks>;
template struct AnswerFormat<BusinessDate>;
template struct AnswerFormat<DayBook>;
template struct AnswerFormat<std::vector<Slot>>;
template struct AnswerFormat<std::vector<Vacancy>>;
template struct AnswerFormat<std::vector<LateParty>>;
template struct AnswerFormat<std::vector<WaitingParty>>;
template struct AnswerFormat<Proposal>;
template struct AnswerFormat<Restaurant>;
template struct AnswerFormat<BookTemplate>;
template struct AnswerFormat<Customer>;
template struct AnswerFormat<std::vector<Customer>>;
template struct AnswerFormat<UnmergedCustomers>;
template struct AnswerFormat<ListedBookings>;
template struct AnswerFormat<ListedRestaurants>;
template struct AnswerFormat<ListedCustomers>;
template struct AnswerFormat<ListedDuplicates>;
template struct AnswerFormat<KeptCall>;
template struct AnswerFormat<KeptCalls>;
template struct AnswerFormat<OpenFollowUps>;
template struct AnswerFormat<DueMessages>;
template struct AnswerFormat<DroppedMessages>;
template struct AnswerFormat<Forgotten>;
template struct AnswerFormat<ConversationKept>;
template struct AnswerFormat<PersonalData>;
template struct AnswerFormat<FollowedAgent>;
template struct AnswerFormat<AddedRecords>;

std::string AnswerFormat<KeptAgent>::written(const KeptAgent& answer) { return shapes::json_of(answer); }

}  // namespace denwaban
