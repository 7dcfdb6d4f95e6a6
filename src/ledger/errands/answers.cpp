#include "answers.hpp"

#include <type_traits>

#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/ledger/customer_errands.hpp>
#include <denwaban/ledger/restaurant_errands.hpp>

#include "book_template.hpp"
#include "documents/agents/agents_writer.hpp"

namespace denwaban {

namespace {

/// Nouns whose documents are read and written elsewhere; all others have a shape.
template <class Answer>
[[nodiscard]] Expected<Answer, Errors> read_answer(std::string_view json) {
    if constexpr (std::is_same_v<Answer, Restaurant>) {
        return kept_restaurant_from_json(json);
    } else if constexpr (std::is_same_v<Answer, BookTemplate>) {
        return ledger::book_template_from_json(json);
    } else if constexpr (std::is_same_v<Answer, DayBook>) {
        return kept_day_book_from_json(json);
    } else {
        return shapes::value_from_json<Answer>(json, Reading::kept);
    }
}
template <class Answer>
[[nodiscard]] std::string write_answer(const Answer& answer) {
    if constexpr (requires { to_json(answer); }) {
        return to_json(answer);
    } else {
        return shapes::json_of(answer);
    }
}

}  // namespace

template <class Answer>
std::string AnswerFormat<Answer>::written(const Answer& answer) {
    return write_answer(answer);
}
template <class Answer>
Expected<Answer, Errors> AnswerFormat<Answer>::read(std::string_view json) {
    return read_answer<Answer>(json);
}

template struct AnswerFormat<KeptDecision>;
template struct AnswerFormat<KeptEdit>;
template struct AnswerFormat<KeptReservation>;
template struct AnswerFormat<DayBook>;
template struct AnswerFormat<Restaurant>;
template struct AnswerFormat<BookTemplate>;
template struct AnswerFormat<Customer>;
template struct AnswerFormat<std::vector<Customer>>;
template struct AnswerFormat<KeptCall>;
template struct AnswerFormat<KeptCalls>;
template struct AnswerFormat<OpenFollowUps>;
template struct AnswerFormat<DueMessages>;
template struct AnswerFormat<DroppedMessages>;
template struct AnswerFormat<FollowedAgent>;

std::string AnswerFormat<std::vector<Slot>>::written(const std::vector<Slot>& answer) { return to_json(answer); }
std::string AnswerFormat<Proposal>::written(const Proposal& answer) { return to_json(answer); }
std::string AnswerFormat<KeptAgent>::written(const KeptAgent& answer) {
    using formats::Json;
    Json times = Json::object();
    for (std::size_t state = 0; state < answer.times.by_state.size(); ++state) {
        times[std::string{names_of<AgentState>[state]}] = answer.times.by_state[state].count();
    }
    return formats::write_document(Json{{"agent", answer.agent.text},
                                        {"state", name_of(answer.state)},
                                        {"latest", answer.latest ? formats::written(*answer.latest) : Json(nullptr)},
                                        {"times", std::move(times)}});
}

}  // namespace denwaban
