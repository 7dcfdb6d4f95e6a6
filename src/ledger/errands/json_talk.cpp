#include <denwaban/ledger/json_talk.hpp>

#include <array>
#include <utility>
#include <vector>

#include <denwaban/connect/lex_hook.hpp>
#include <denwaban/connect/talk_flow.hpp>
#include <denwaban/core/iso8601.hpp>

#include "answers.hpp"
#include "documents/reservations/reservations.hpp"
#include "ledger/port/ledger_words.hpp"
#include "talk_desk.hpp"

namespace denwaban {

namespace shapes {

namespace {

/// What of a `KeptDecision` a conversation heeds.
constexpr std::array command_done_fields{field<&CommandDone::exceeded>("exceeded", or_else)};

}  // namespace

template <>
inline constexpr Shape shape_of<CommandDone> = record<CommandDone>({}, {}, command_done_fields);

}  // namespace shapes

namespace ledger {

namespace {

/// What a conversation needs of the world, as the document of an errand.
struct ErrandOfQuestion {
    const RestaurantId& restaurant;
    const Now& now;

    [[nodiscard]] Json operator()(const ProposalWanted& wanted) const {
        auto question = request_of(wanted.request);
        question["now"] = to_iso8601(now.instant);
        if (wanted.changing) question["changing"] = wanted.changing->text;
        auto others = Json::array();
        for (const auto date : wanted.others) others.push_back(to_string(date));
        return {{"propose",
                 {{"restaurant", restaurant.text},
                  {"date", to_string(wanted.date)},
                  {"question", std::move(question)},
                  {"other_days", std::move(others)}}}};
    }
    [[nodiscard]] Json operator()(const BookingsWanted& wanted) const {
        return {{"list_bookings",
                 {{"restaurant", restaurant.text},
                  {"phone", wanted.phone.e164()},
                  {"from", to_string(wanted.from)},
                  {"limit", most_bookings_of_caller}}}};
    }
    [[nodiscard]] Json operator()(const CustomerWanted& wanted) const {
        return {{"find_customers", {{"phone", wanted.phone.e164()}}}};
    }
    [[nodiscard]] Json operator()(const CommandWanted& wanted) const {
        Json by{{"actor", name_of(wanted.by)}, {"now", to_iso8601(now.instant)}, {"key", wanted.key}};
        if (const auto* move = std::get_if<DateMove>(&wanted.command)) {
            auto command = request_of(move->request);
            command["do"] = "change";
            command["booking"] = move->booking.text;
            command["by"] = std::move(by);
            return {{"move_booking", {{"date", to_string(move->to)}, {"command", std::move(command)}}}};
        }
        auto command = formats::written(std::get<Command>(wanted.command));
        command["by"] = std::move(by);
        return {{"decide",
                 {{"restaurant", restaurant.text}, {"date", to_string(wanted.date)}, {"command", std::move(command)}}}};
    }

    /// All of it, so that nothing is left as a reservation has it.
    [[nodiscard]] static Json request_of(const Request& request) {
        auto json = Json::object();
        formats::write_wish(json, request.wish);
        if (!request.wish.course) json["course"] = nullptr;
        if (!request.wish.turn) json["turn"] = nullptr;
        if (request.wish.tables.empty()) json["wanted_tables"] = Json::array();
        json["begin"] = to_string(request.begin);
        return json;
    }
};

/// What a ledger answers, as the conversation has it.
struct ReadWorldAnswer {
    const RestaurantId& restaurant;
    const Node& node;

    [[nodiscard]] WorldAnswer operator()(const ProposalWanted&) const {
        return Expected<Proposal, Errors>{shapes::read_as<Proposal>(node)};
    }
    [[nodiscard]] WorldAnswer operator()(const BookingsWanted&) const {
        return found_bookings(shapes::read_as<ListedBookings>(node), restaurant);
    }
    [[nodiscard]] WorldAnswer operator()(const CustomerWanted&) const {
        return known_customer(shapes::read_as<std::vector<Customer>>(node));
    }
    [[nodiscard]] WorldAnswer operator()(const CommandWanted&) const {
        return Expected<CommandDone, Errors>{shapes::read_as<CommandDone>(node)};
    }
};
struct FailedAnswer {
    Errors errors;
    [[nodiscard]] WorldAnswer operator()(const ProposalWanted&) const { return failed<Proposal>(); }
    [[nodiscard]] WorldAnswer operator()(const BookingsWanted&) const { return failed<std::vector<FoundBooking>>(); }
    [[nodiscard]] WorldAnswer operator()(const CustomerWanted&) const { return failed<std::optional<Customer>>(); }
    [[nodiscard]] WorldAnswer operator()(const CommandWanted&) const { return failed<CommandDone>(); }

private:
    template <class T>
    [[nodiscard]] WorldAnswer failed() const {
        return Expected<T, Errors>{Unexpected{errors}};
    }
};

[[nodiscard]] WorldAnswer read_world_answer(const Node& node, const WorldQuestion& question,
                                            const RestaurantId& restaurant) {
    const bool has_failed = node.value().is_object() && node.value().contains("errors");
    if (!has_failed) return std::visit(ReadWorldAnswer{restaurant, node}, question);
    return std::visit(FailedAnswer{Fields{node, {"errors"}}.require("errors", read_errors)}, question);
}

}  // namespace

}  // namespace ledger

namespace {

[[nodiscard]] ConversationStep greet_caller(Greeted who, const TalkSetting& setting) {
    auto step = greet(std::move(who.id), who.caller, who.language, setting);
    step.conversation.stream = std::move(who.stream);
    return step;
}

[[nodiscard]] std::string errand_to_find(const HeardTurn& turn) {
    const formats::Json which{{"id", turn.greeted.id.text}, {"turns", turn.turns}};
    return formats::write_document({{"find", {{"find_conversation", which}}}});
}
/// A response, and the errand that keeps the conversation where it has to be kept elsewhere. Precondition: both are
/// JSON.
[[nodiscard]] std::string answered(const std::string& response, WhereKept where, std::string_view conversation,
                                   Instant now) {
    auto text = "{\"response\":" + response;
    if (where == WhereKept::elsewhere) {
        text += R"(,"keep":{"keep_conversation":{"conversation":)" + std::string{conversation} + R"(,"now":")" +
                to_iso8601(now) + "\"}}";
    }
    return text + "}";
}

}  // namespace

std::string JsonTalk::written(const ConversationStep& step, const Now& now, std::string_view before) const {
    const auto* question = std::get_if<WorldQuestion>(&step.next);
    if (question == nullptr) return to_json(step, now, before);
    const auto errand = std::visit(ledger::ErrandOfQuestion{restaurant_->restaurant.id, now}, *question);
    return "{\"conversation\":" + to_json(step.conversation, before) + ",\"ask\":" + formats::write_document(errand) +
           "}";
}

Expected<std::string, Errors> JsonTalk::greet(std::string_view greeted, Instant instant) const {
    auto who = greeted_from_json(greeted);
    if (!who) return Unexpected{std::move(who).error()};
    const auto now = now_in(restaurant_->hours.zone(), instant);
    return written(greet_caller(*std::move(who), setting()), now, {});
}

Expected<std::string, Errors> JsonTalk::heard(Expected<HeardTurn, Errors> turn, std::string_view found,
                                              Instant instant) const {
    if (!turn) return Unexpected{std::move(turn).error()};
    if (turn->kept == WhereKept::elsewhere) {
        if (found.empty()) return errand_to_find(*turn);
        if (found == "null") return Unexpected{Errors{{ErrorCode::unknown_reference, "is kept no longer", {}}}};
        turn->before = found;
    }
    const auto now = now_in(restaurant_->hours.zone(), instant);
    auto conversation = Expected<Conversation, Errors>{Conversation{}};
    if (!turn->before.empty()) {
        conversation = conversation_from_json(turn->before);
        if (!conversation) return Unexpected{std::move(conversation).error()};
    } else {
        auto step = greet_caller(turn->greeted, setting());
        if (!turn->said) return written(step, now, {});
        conversation = std::move(step.conversation);
    }
    auto said = turn->said.value_or(Utterance{});
    said.meaning = understand(said.text, hearing_of(*conversation, setting(), now));
    return written(converse(*conversation, said, setting(), now), now, turn->before);
}

Expected<std::string, Errors> JsonTalk::hear_lex(std::string_view event, std::string_view found, Instant now) const {
    const auto read = lex_event_from_json(event);
    return read ? heard(heard_turn(*read), found, now) : Unexpected{read.error()};
}

Expected<std::string, Errors> JsonTalk::answer_lex(std::string_view event, std::string_view conversation,
                                                   Instant now) const {
    const auto read = lex_event_from_json(event);
    if (!read) return Unexpected{read.error()};
    const auto after = conversation_from_json(conversation);
    if (!after) return Unexpected{after.error()};
    const auto answer =
        lex_answer(*read, *after, conversation, now_in(restaurant_->hours.zone(), now), TooLong::kept_elsewhere);
    return answered(answer.response, answer.where, conversation, now);
}

Expected<std::string, Errors> JsonTalk::hear_flow(std::string_view event, std::string_view found, Instant now) const {
    const auto read = contact_flow_event_from_json(event);
    return read ? heard(heard_turn(*read), found, now) : Unexpected{read.error()};
}

Expected<std::string, Errors> JsonTalk::answer_flow(std::string_view conversation, Instant now) const {
    const auto after = conversation_from_json(conversation);
    if (!after) return Unexpected{after.error()};
    const auto answer =
        flow_answer(*after, conversation, now_in(restaurant_->hours.zone(), now), TooLong::kept_elsewhere);
    return answered(to_json(answer.attributes), answer.where, conversation, now);
}

Expected<std::string, Errors> JsonTalk::hear(std::string_view conversation, std::string_view said,
                                             Instant instant) const {
    const auto before = conversation_from_json(conversation);
    if (!before) return Unexpected{before.error()};
    auto utterance = utterance_from_json(said);
    if (!utterance) return Unexpected{std::move(utterance).error()};
    const auto now = now_in(restaurant_->hours.zone(), instant);
    utterance->meaning = understand(utterance->text, hearing_of(*before, setting(), now));
    return written(converse(*before, *utterance, setting(), now), now, conversation);
}

Expected<std::string, Errors> JsonTalk::given(std::string_view conversation, std::string_view answer,
                                              Instant instant) const {
    const auto before = conversation_from_json(conversation);
    if (!before) return Unexpected{before.error()};
    if (!before->waiting_for) return Unexpected{Errors{{ErrorCode::not_allowed, "nothing was asked", {}}}};
    const auto read = formats::read_document(
        answer,
        [&](const formats::Node& node) {
            return ledger::read_world_answer(node, *before->waiting_for, restaurant_->restaurant.id);
        },
        Reading::kept);
    if (!read) return Unexpected{read.error()};
    const auto now = now_in(restaurant_->hours.zone(), instant);
    return written(denwaban::given(*before, *read, setting(), now), now, conversation);
}

}  // namespace denwaban
