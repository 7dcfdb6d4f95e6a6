/// A timeline that is read comes back equal, and takes another event; what is refused is refused for places that are
/// there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/documents/agent_timeline_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    auto timeline = agent_timeline_from_json(text);
    if (!timeline) {
        check_errors(timeline.error(), text);
        return 0;
    }
    const auto again = agent_timeline_from_json(to_json(*timeline));
    require(again.has_value() && *again == *timeline);
    AgentEvent event;
    event.id = "next";
    event.snapshot.at = Instant{std::chrono::milliseconds{1'790'000'000'000}};
    timeline->apply(event);
    require(timeline->latest() != nullptr);
    return 0;
}
