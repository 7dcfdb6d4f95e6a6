/// A record that is read can be applied, once and no more; what is refused is refused for places that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/connect/agent_event_stream.hpp>

#include "check_errors.hpp"
#include "check_unknown.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = agent_stream_record_from_json(text);
    if (!reading) {
        check_errors(reading.error(), text);
        return 0;
    }
    check_unknown(reading->unknown, text);
    require(!reading->value.event.id.empty());
    AgentTimeline timeline{TimelineTerms::agent_event_stream()};
    require(timeline.apply(reading->value.event) == Applied::now);
    require(timeline.apply(reading->value.event) == Applied::duplicate);
    return 0;
}
