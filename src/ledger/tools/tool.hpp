#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ledger/errands/doors.hpp"
#include "ledger/errands/kept.hpp"
#include "tool_shapes.hpp"

/// The tools: a row a tool.
namespace denwaban::ledger {

/// How much whoever calls may do.
struct ToolBounds {
    int bookings;
    int covers;
    int days;
    std::chrono::seconds hold;
    std::chrono::seconds lapse;
    int notes;
    int misses;
};

/// What is counted of a session.
enum class ToolCount : std::uint8_t { bookings, notes, misses };
struct ToolCountRow {
    int ToolBounds::*most;
    int KeptToolSession::*so_far;
    std::string_view does;
    std::string_view what;
};
/// In the order of `ToolCount`.
inline constexpr std::array tool_counts{
    ToolCountRow{&ToolBounds::bookings, &KeptToolSession::bookings, "takes", "bookings"},
    ToolCountRow{&ToolBounds::notes, &KeptToolSession::notes, "adds", "notes"},
    ToolCountRow{&ToolBounds::misses, &KeptToolSession::misses, "looks in vain for", "bookings"},
};
[[nodiscard]] constexpr const ToolCountRow& row_of(ToolCount what) noexcept {
    return tool_counts[static_cast<std::size_t>(what)];
}

/// Who calls, for which restaurant, and when.
struct ToolAsker {
    RestaurantId restaurant;
    std::string session;
    Actor actor = Actor::guest;
    std::string who;
    std::optional<PhoneNumber> phone;
    ToolBounds bounds;
    Instant now;

    [[nodiscard]] By by(const TimeZone& zone) const {
        By by;
        by.actor = actor;
        by.who = who;
        by.now = now_in(zone, now);
        return by;
    }
};

enum class ToolEffect : std::uint8_t { reads, proposes, writes };
/// Whether what stood before is gone when it is done.
enum class ToolHarm : std::uint8_t { none, overwrites };
}  // namespace denwaban::ledger

namespace denwaban {
template <>
inline constexpr std::array<std::string_view, 3> names_of<ledger::ToolEffect>{"reads", "proposes", "writes"};
}  // namespace denwaban

namespace denwaban::ledger {

struct Tool {
    std::string_view name;
    std::string_view title;
    std::string_view about;
    ToolEffect effect;
    std::string_view token_of;  ///< of a write: the tool whose read-back it does
    ToolHarm harm;
    const Shape* question;
    const Shape* answer;
    /// Precondition: the question is an object. A reader that finds something wrong tells it.
    Decide<ToolAnswer> (*open)(const Node& question, const ToolAsker& asker, const Tool& tool);
};

[[nodiscard]] std::span<const Tool> tools();
[[nodiscard]] const Tool* tool_named(std::string_view name);

[[nodiscard]] Decide<ToolAnswer> tell_hours(AskHours asked, const ToolAsker& asker);
[[nodiscard]] Decide<ToolAnswer> tell_free_times(AskFreeTimes asked, const ToolAsker& asker);
[[nodiscard]] Decide<ToolAnswer> tell_bookings(WhoseBooking whose, const ToolAsker& asker);

/// What a question becomes, and as what it is kept with its token.
struct ProposalAsked {
    const ToolAsker& asker;
    std::string_view tool;
    std::string text;
};
[[nodiscard]] Decide<ToolAnswer> propose_table(AskTable asked, const ProposalAsked& by);
[[nodiscard]] Decide<ToolAnswer> propose_change(AskChange asked, const ProposalAsked& by);
[[nodiscard]] Decide<ToolAnswer> propose_cancel(WhoseBooking asked, const ProposalAsked& by);
[[nodiscard]] Decide<ToolAnswer> propose_note(AskNote asked, const ProposalAsked& by);

[[nodiscard]] Decide<ToolAnswer> write_by_token(std::string token, const ToolAsker& asker, const Tool& tool);

template <class Answer>
[[nodiscard]] ToolAnswer tool_answer(const Answer& answer) {
    return {shapes::json_of(answer)};
}

/// A question that can't be asked.
[[nodiscard]] inline Decide<ToolAnswer> refuse_tool(Errors why) {
    return [why = std::move(why)](const Readings&) -> Verdict<ToolAnswer> { return why; };
}

/// A book says `begin` where tools ask for a `time`.
[[nodiscard]] inline Errors with_places_of_tools(Errors errors) {
    for (auto& error : errors) {
        if (error.where == Where{JsonPointer{"/begin"}}) error.where = JsonPointer{"/time"};
    }
    return errors;
}

/// `next(answer)` of what was told or would be written; whatever else a verdict is, stays so. Nobody remembers it.
template <class Answer, class Next>
[[nodiscard]] Verdict<ToolAnswer> told_to(Verdict<Answer> verdict, Next&& next) {
    if (auto* told = std::get_if<Told<Answer>>(&verdict)) return next(std::move(told->answer));
    if (auto* settled = std::get_if<Settled<Answer>>(&verdict)) return next(std::move(settled->answer));
    if (auto* refusal = std::get_if<Refusal>(&verdict)) return with_places_of_tools(std::move(refusal->why));
    if (auto* first = std::get_if<ReadFirst>(&verdict)) return std::move(*first);
    if (auto* first = std::get_if<WriteFirst>(&verdict)) return std::move(*first);
    return with_places_of_tools(std::get<Errors>(std::move(verdict)));
}

}  // namespace denwaban::ledger
