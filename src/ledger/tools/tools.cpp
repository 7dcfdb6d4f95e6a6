#include "tool.hpp"

#include <algorithm>
#include <array>

#include "documents/engine/schema.hpp"
#include "ledger/errands/asked.hpp"

namespace denwaban {

namespace shapes {

void read_tool_answer(const Node& node, ToolAnswer& answer) { answer.json = formats::write_document(node.value()); }
void write_tool_answer(const ToolAnswer& answer, Sink& sink, const Value*) {
    const auto stood = formats::parse_document(answer.json);
    stood.complete ? sink.json(stood.document.root()) : sink.null();
}

}  // namespace shapes

namespace ledger {

namespace {

/// By default, in the order of `Actor`; the system calls no tools.
constexpr std::array<ToolBounds, count_of<Actor>> bounds_of_actors{{
    {2, 8, 60, std::chrono::minutes{5}, std::chrono::minutes{10}},
    {50, 999, 400, std::chrono::minutes{5}, std::chrono::minutes{10}},
    {50, 999, 400, std::chrono::minutes{5}, std::chrono::minutes{10}},
    {0, 1, 0, std::chrono::minutes{5}, std::chrono::minutes{10}},
}};

[[nodiscard]] ToolBounds bounds_of(const ToolCaller& caller) {
    const auto& usual = bounds_of_actors[index_of(caller.actor)];
    const auto& said = caller.limits;
    return {said.bookings.value_or(usual.bookings), said.covers.value_or(usual.covers), said.days.value_or(usual.days),
            said.hold.value_or(usual.hold), said.lapse.value_or(usual.lapse)};
}

template <class Question, Decide<ToolAnswer> (*Tell)(Question, const ToolAsker&)>
[[nodiscard]] Decide<ToolAnswer> open_read(const Node& node, const ToolAsker& asker, const Tool&) {
    return Tell(shapes::read_as<Question>(node), asker);
}
/// A question that is a part of another.
[[nodiscard]] Decide<ToolAnswer> open_bookings(const Node& node, const ToolAsker& asker, const Tool&) {
    auto whose = shapes::detail::New<WhoseBooking>::make();
    shapes::read_shape(shapes::whose_bookings, node, &whose);
    return tell_bookings(std::move(whose), asker);
}
template <class Question, Decide<ToolAnswer> (*Propose)(Question, const ProposalAsked&)>
[[nodiscard]] Decide<ToolAnswer> open_proposal(const Node& node, const ToolAsker& asker, const Tool& tool) {
    return Propose(shapes::read_as<Question>(node), {asker, tool.name, canonical(formats::Json{node.value()})});
}
[[nodiscard]] Decide<ToolAnswer> open_write(const Node& node, const ToolAsker& asker, const Tool& tool) {
    return write_by_token(shapes::read_as<GivenToken>(node).token, asker, tool);
}

template <class Question>
inline constexpr const Shape* asked_with = &shapes::shape_of<Question>;

constexpr std::array all_tools{
    Tool{"hours",
         "Opening hours",
         "Whether the restaurant is open now, or its hours on a date, with words to say. What is unknown is said so.",
         ToolEffect::reads,
         {},
         asked_with<AskHours>,
         asked_with<ToldHours>,
         open_read<AskHours, tell_hours>},
    Tool{"availability",
         "Free times",
         "The times of a date at which a party can be seated.",
         ToolEffect::reads,
         {},
         asked_with<AskFreeTimes>,
         asked_with<ToldFreeTimes>,
         open_read<AskFreeTimes, tell_free_times>},
    Tool{"find_bookings",
         "Bookings of a guest",
         "The bookings to come under a telephone number and a name; both must be the booking's.",
         ToolEffect::reads,
         {},
         &shapes::whose_bookings,
         asked_with<ToldBookings>,
         open_bookings},
    Tool{"propose",
         "Propose a booking",
         "Whether a party can have a table; if not, why, and what it could have instead. Where it can, a read-back to "
         "be "
         "said to the guest, and its token for hold and book. Books nothing.",
         ToolEffect::proposes,
         {},
         asked_with<AskTable>,
         asked_with<ToldProposal>,
         open_proposal<AskTable, propose_table>},
    Tool{"hold", "Hold the table", "Keeps the table of a read-back free for some minutes, while the guest decides.",
         ToolEffect::writes, "propose", asked_with<GivenToken>, asked_with<ToldDone>, open_write},
    Tool{"book", "Book", "Takes the booking that was read back and agreed to.", ToolEffect::writes, "propose",
         asked_with<GivenToken>, asked_with<ToldDone>, open_write},
    Tool{"propose_change",
         "Propose a change",
         "Whether a booking can be changed to another date, time, party or table; where it can, a read-back and its "
         "token "
         "for change. Changes nothing.",
         ToolEffect::proposes,
         {},
         asked_with<AskChange>,
         asked_with<ToldProposal>,
         open_proposal<AskChange, propose_change>},
    Tool{"change", "Change a booking", "Makes the change that was read back and agreed to.", ToolEffect::writes,
         "propose_change", asked_with<GivenToken>, asked_with<ToldDone>, open_write},
    Tool{"propose_cancel",
         "Propose to cancel",
         "Whether a booking may be cancelled; where it may, a read-back and its token for cancel. Cancels nothing.",
         ToolEffect::proposes,
         {},
         asked_with<WhoseBooking>,
         asked_with<ToldProposal>,
         open_proposal<WhoseBooking, propose_cancel>},
    Tool{"cancel", "Cancel a booking", "Cancels the booking that was read back and agreed to.", ToolEffect::writes,
         "propose_cancel", asked_with<GivenToken>, asked_with<ToldDone>, open_write},
    Tool{"propose_note",
         "Propose a note",
         "What would be noted for the restaurant beside a booking: a read-back and its token for note. Notes nothing.",
         ToolEffect::proposes,
         {},
         asked_with<AskNote>,
         asked_with<ToldProposal>,
         open_proposal<AskNote, propose_note>},
    Tool{"note", "Note", "Adds the note that was read back and agreed to.", ToolEffect::writes, "propose_note",
         asked_with<GivenToken>, asked_with<ToldDone>, open_write},
};

[[nodiscard]] Decide<ToolAnswer> open_call(const ToolCall& call, const Tool& tool, const ToolAsker& asker) {
    auto opened = formats::read_document(call.arguments, [&](const Node& node) -> Decide<ToolAnswer> {
        if (!node.is_object()) return {};
        return tool.open(node, asker, tool);
    });
    return opened ? *std::move(opened) : refuse_tool(std::move(opened).error());
}

[[nodiscard]] std::string written_tools() {
    auto list = formats::Json::array();
    for (const auto& tool : all_tools) {
        formats::Json one{
            {"name", tool.name}, {"title", tool.title}, {"description", tool.about}, {"effect", name_of(tool.effect)}};
        if (!tool.token_of.empty()) one["token_of"] = tool.token_of;
        one["inputSchema"] = shapes::whole_schema_of(*tool.question);
        one["outputSchema"] = shapes::whole_schema_of(*tool.answer);
        list.push_back(std::move(one));
    }
    return formats::write_document(formats::Json{{"tools", std::move(list)}});
}

}  // namespace

std::span<const Tool> tools() { return all_tools; }

const Tool* tool_named(std::string_view name) {
    const auto* found =
        std::find_if(all_tools.begin(), all_tools.end(), [&](const Tool& one) { return one.name == name; });
    return found == all_tools.end() ? nullptr : found;
}

}  // namespace ledger

std::string_view tools_json() {
    static const auto text = ledger::written_tools();
    return text;
}

Errand<ToolAnswer> call_tool(ToolCall call) {
    using ledger::one_error;
    using ledger::refuse_tool;
    const auto* tool = ledger::tool_named(call.tool);
    if (tool == nullptr) return {refuse_tool(one_error(ErrorCode::unknown_reference, "is no tool", "/tool"))};
    if (call.caller.session.empty()) {
        return {refuse_tool(one_error(ErrorCode::missing_key, "needs a session", "/session"))};
    }
    if (call.caller.actor == Actor::system) {
        return {refuse_tool(one_error(ErrorCode::not_allowed, "calls no tools", "/actor"))};
    }
    const ledger::ToolAsker asker{
        call.restaurant, call.caller.session, call.caller.actor, call.caller.who, ledger::bounds_of(call.caller),
        call.now};
    return {ledger::open_call(call, *tool, asker)};
}

}  // namespace denwaban
