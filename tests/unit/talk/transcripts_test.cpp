#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <variant>

#include <nlohmann/json.hpp>

#include <denwaban/connect/live_transcript.hpp>
#include <denwaban/talk/understand.hpp>

/// tests/data/talk/transcripts.jsonl: what Amazon Transcribe sends while somebody speaks.
namespace transcripts_test {
using namespace denwaban;
using nlohmann::json;

namespace {

Meaning meaning_of(const std::string& text) {
    static const auto calendar = HolidayCalendar::japan();
    return understand(text, {at(make_date(2026, 11, 24), MinuteOfDay::clock(15, 0)), calendar, std::nullopt});
}

/// 夜 may come to be 夜7時.
std::optional<Heard<TimeWish>> clock_of(const Meaning& meaning) {
    const auto& time = meaning.slots.time;
    const bool is_part = time && std::holds_alternative<PartOfDay>(time->readings.front());
    return is_part ? std::nullopt : time;
}

/// Whether what was certain stands as it stood, unless the words took it back.
template <class T>
bool stands(const std::optional<Heard<T>>& before, const std::optional<Heard<T>>& after, SlotKind slot,
            const Meaning& meaning) {
    if (!before || before->certain() == nullptr) return true;
    const bool is_corrected =
        std::find(meaning.corrected.begin(), meaning.corrected.end(), slot) != meaning.corrected.end();
    return is_corrected || (after && after->readings == before->readings);
}

}  // namespace

TEST_CASE("all languages settle a transcript alike, and what was understood of it is not flipped") {
    std::ifstream file{DENWABAN_TEST_DATA "/talk/transcripts.jsonl"};
    int lines = 0;
    for (std::string line; std::getline(file, line); ++lines) {
        const auto vector = json::parse(line);
        CAPTURE(vector["about"].get<std::string>());
        LiveTranscript live;
        std::string said;
        Meaning before;
        for (const auto& step : vector["steps"]) {
            const auto results = transcript_from_json(step["event"].dump());
            REQUIRE(results);
            for (const auto& result : *results) live.apply(result);
            const auto settled = live.settled();
            CHECK(settled == step["settled"].get<std::string>());
            CHECK(live.unsettled() == step["unsettled"].get<std::string>());
            said += settled;
            const auto meaning = meaning_of(said);
            CHECK(stands(before.slots.day, meaning.slots.day, SlotKind::day, meaning));
            CHECK(stands(clock_of(before), meaning.slots.time, SlotKind::time, meaning));
            CHECK(stands(before.slots.party, meaning.slots.party, SlotKind::party, meaning));
            before = meaning;
        }
        CHECK(live.settled().empty());
    }
    CHECK(lines > 0);
}

}  // namespace transcripts_test
