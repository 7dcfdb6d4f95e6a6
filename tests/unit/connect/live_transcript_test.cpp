#include <doctest/doctest.h>

#include <string>

#include <denwaban/connect/live_transcript.hpp>

namespace live_transcript_test {
using namespace denwaban;

namespace {

/// Items apart by blanks; one that ends in ! is stable, 、 and 。 are marks.
TranscriptResult heard(const std::string& id, const std::string& items,
                       TranscriptResult::Progress progress = TranscriptResult::Progress::partial) {
    TranscriptResult result{id, progress, {}};
    std::size_t at = 0;
    while (at < items.size()) {
        const auto end = std::min(items.find(' ', at), items.size());
        TranscriptItem item{items.substr(at, end - at)};
        if (item.text.ends_with('!')) {
            item.text.pop_back();
            item.stability = TranscriptItem::Stability::stable;
        }
        if (item.text == "、" || item.text == "。" || item.text == ".") item.sort = TranscriptItem::Sort::mark;
        result.items.push_back(item);
        at = end + 1;
    }
    return result;
}
constexpr auto whole = TranscriptResult::Progress::whole;

}  // namespace

TEST_CASE("stable words are settled at their mark, since they may go on") {
    LiveTranscript live;
    live.apply(heard("1", "明日! の! 7時"));
    CHECK(live.settled().empty());
    CHECK(live.unsettled() == "明日の7時");
    live.apply(heard("1", "明日! の! 7時! 半!"));
    CHECK(live.settled().empty());
    live.apply(heard("1", "明日! の! 7時! 半! 、! 3人"));
    CHECK(live.settled() == "明日の7時半、");
    CHECK(live.unsettled() == "3人");
    live.apply(heard("1", "明日! の! 7時! 半! 、! 3人! です! 。!", whole));
    CHECK(live.settled() == "3人です。");
    CHECK(live.settled().empty());
}

TEST_CASE("what was given out is not flipped, whatever the recogniser makes of it later") {
    LiveTranscript live;
    live.apply(heard("1", "7時! に! 、! えっと"));
    CHECK(live.settled() == "7時に、");
    live.apply(heard("1", "8時! に! 、! 二人!", whole));
    CHECK(live.settled() == "二人");
    live.apply(heard("1", "8時! に! 、! 三人!", whole));
    live.apply(heard("1", "", whole));
    CHECK(live.settled().empty());
    CHECK(live.unsettled().empty());
}

TEST_CASE("stretches are settled in their order, and shrink without harm") {
    LiveTranscript live;
    live.apply(heard("1", "もしもし! 、! あの"));
    CHECK(live.settled() == "もしもし、");
    live.apply(heard("2", "予約! です! 。!", whole));
    CHECK(live.settled().empty());
    live.apply(heard("1", "もしもし!", whole));
    CHECK(live.settled() == "予約です。");
}

TEST_CASE("words of Latin letters have blanks between them") {
    LiveTranscript live;
    live.apply(heard("1", "a! table! for! 2! please! .!", whole));
    CHECK(live.settled() == "a table for 2 please.");
}

TEST_CASE("an event of Amazon Transcribe is read") {
    const auto results = transcript_from_json(R"({"Transcript": {"Results": [
        {"ResultId": "r1", "StartTime": 0.1, "EndTime": 1.2, "IsPartial": true, "ChannelId": "ch_0", "Alternatives": [
            {"Transcript": "明日、7時", "Items": [
                {"Content": "明日", "Type": "pronunciation", "Stable": true, "Confidence": 0.9},
                {"Content": "、", "Type": "punctuation", "Stable": true},
                {"Content": "7時", "Type": "pronunciation", "Stable": false}]},
            {"Transcript": "他"}]},
        {"ResultId": "r2", "IsPartial": false, "Alternatives": [{"Transcript": "はい", "Items": []}]}]}})");
    REQUIRE(results);
    REQUIRE(results->size() == 2);
    LiveTranscript live;
    for (const auto& result : *results) live.apply(result);
    CHECK(live.settled() == "明日、");
    CHECK(live.unsettled() == "7時はい");
    CHECK(transcript_from_json(R"({"Transcript": {"Results": []}})")->empty());
    for (const auto* text : {"", "[]", "{}", R"({"Transcript": 1})"}) CHECK_FALSE(transcript_from_json(text));
}

}  // namespace live_transcript_test
