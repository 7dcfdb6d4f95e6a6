/// A snapshot that is read can be applied, once and no more; what is refused is refused for places that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/connect/streams_snapshot.hpp>

#include "check_errors.hpp"
#include "check_unknown.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = streams_snapshot_from_json(text);
    if (!reading) {
        check_errors(reading.error(), text);
        return 0;
    }
    check_unknown(reading->unknown, text);
    AgentTimeline timeline;
    std::size_t told = 0;
    const auto count = [&](const Notice&) { ++told; };
    require(timeline.apply({"", AgentEventKind::snapshot, reading->value}, count) == Applied::now);
    require(told >= 1 + reading->value.contacts.size());
    require(timeline.apply({"", AgentEventKind::snapshot, reading->value}) == Applied::duplicate);
    return 0;
}
