#include <denwaban/documents/talk_json.hpp>

#include <denwaban/zones.hpp>

#include "talk_shapes.hpp"

namespace denwaban {

Expected<HearingNote, Errors> hearing_from_json(std::string_view text) {
    return shapes::value_from_json<HearingNote>(text);
}

std::string to_json(const HearingNote& note) { return shapes::json_of(note); }

Expected<Meaning, Errors> meaning_from_json(std::string_view text) { return shapes::value_from_json<Meaning>(text); }

std::string to_json(const Meaning& meaning) { return shapes::json_of(meaning); }

Expected<Meaning> understand(std::string_view utf8, const HearingNote& note, const Hours* hours) {
    static const auto japan = HolidayCalendar::japan();
    const auto zone = hours != nullptr ? Expected<TimeZone>{hours->zone()} : load_time_zone(note.zone);
    if (!zone) return Unexpected{Error{zone.error().code, zone.error().message, JsonPointer{"/zone"}}};
    const auto& calendar = hours != nullptr ? hours->calendar() : japan;
    return understand(utf8, Hearing{zone->local_time(note.now), calendar, note.asked, &note.known, hours, note.offered,
                                    note.courses});
}

}  // namespace denwaban
