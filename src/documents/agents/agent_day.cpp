#include <utility>
#include <vector>

#include <denwaban/documents/agents_json.hpp>

#include "agent_shapes.hpp"

namespace denwaban {

namespace shapes {

namespace {

inline constexpr std::array agent_stay_fields{
    field<&AgentStay::state>("state", required),
    field<&AgentStay::from>("from", required),
    field<&AgentStay::until>("until", required),
};
inline constexpr std::array shift_part_fields{
    field<&ShiftPart::from>("from", required),
    field<&ShiftPart::until>("until", required),
    field<&ShiftPart::activity>("activity", or_else),
};
inline constexpr std::array adherence_fields{
    field<&Adherence::scheduled>("scheduled", required, milliseconds),
    field<&Adherence::adherent>("adherent", required, milliseconds, "In a state that the shift asked for."),
    field<&Adherence::unknown>("unknown", required, milliseconds),
};

}  // namespace

template <>
inline constexpr Shape shape_of<AgentStay> = record<AgentStay>("AgentStay", "A stretch of time in one state.",
                                                               agent_stay_fields);
template <>
inline constexpr Shape shape_of<ShiftPart> = record<ShiftPart>("ShiftPart", "A part of a shift.", shift_part_fields);
template <>
inline constexpr Shape shape_of<Adherence> = record<Adherence>("Adherence", "How much of a shift was kept.",
                                                               adherence_fields);

}  // namespace shapes

Expected<std::string, Errors> agent_day_json(const AgentTimeline& timeline, Instant until, std::string_view shift,
                                             std::optional<Instant> since) {
    using formats::Json;
    const auto parts = shapes::value_from_json<std::vector<ShiftPart>>(shift);
    if (!parts) return Unexpected{parts.error()};
    if (auto errors = check(*parts); !errors.empty()) return Unexpected{std::move(errors)};
    const auto or_null = [](std::optional<double> share) { return share ? Json(*share) : Json(nullptr); };
    const auto begins = since.value_or(Instant::min());
    const auto stays = within(timeline.stays(until), begins, until);
    const auto kept = adherence(stays, within(*parts, begins, until));
    auto adherence_words = shapes::written_as(kept);
    adherence_words["share"] = or_null(adherence_share(kept));
    Json day{{"stays", shapes::written_as(stays)},
             {"occupancy", or_null(occupancy(times_of(stays)))},
             {"adherence", std::move(adherence_words)}};
    return formats::write_document(day);
}

}  // namespace denwaban
