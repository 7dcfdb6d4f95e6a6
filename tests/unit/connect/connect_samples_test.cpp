#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <denwaban/connect/agent_event_stream.hpp>
#include <denwaban/connect/contact_event.hpp>
#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/streams_snapshot.hpp>

namespace connect_samples_test {
using namespace denwaban;

namespace {

/// Published documents that this repository may not hold; they lie beside it where it is worked on.
const std::filesystem::path samples = DENWABAN_TEST_DATA "/../../../shared/data/connect";

std::string content(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// doctest counts what is skipped, but doesn't say why.
bool skipped() {
    const bool absent = !std::filesystem::exists(samples);
    if (absent) std::cerr << "skipped: no published samples at " << samples.string() << '\n';
    return absent;
}

template <class Read>
int read_whole(const char* kind, Read&& read, std::string_view excerpt = {}) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{samples / kind}) {
        if (entry.path().filename() == excerpt) continue;
        CAPTURE(entry.path().string());
        const auto reading = read(content(entry.path()));
        if (!reading) FAIL_CHECK(reading.error().front().message << " at " << to_string(reading.error().front().where));
        if (!reading) continue;
        for (const auto& place : reading->unknown) FAIL_CHECK("unknown: " << place.text);
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("published samples are read whole" * doctest::skip(skipped())) {
    CHECK(read_whole("streams_snapshot", streams_snapshot_from_json) == 5);
    CHECK(read_whole("contact_event", contact_report_from_json) == 3);
    CHECK(read_whole("ctr", contact_record_from_json) == 3);
    // The first is an excerpt of the guide's: it has neither id nor time, and parts of it stand in other places.
    CHECK(read_whole("agent_event", agent_stream_record_from_json, "1.json") == 5);
    const auto excerpt = agent_stream_record_from_json(content(samples / "agent_event/1.json"));
    REQUIRE_FALSE(excerpt);
    CHECK(excerpt.error().size() == 3);
}

}  // namespace connect_samples_test
