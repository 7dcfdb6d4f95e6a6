/// Whatever queues, topics and buses bring, each event is read or told as poison; and so of the message around it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <denwaban/connect/delivery.hpp>

#include "check_errors.hpp"
#include "connect/base64.hpp"

using namespace denwaban;

namespace {

void take(std::string_view invocation) {
    const auto delivered = delivered_events_from_json(invocation);
    if (!delivered) return check_errors(delivered.error(), invocation);
    require(!to_json(*delivered).empty());
    for (const auto& one : delivered->events) require(!one.document.empty());
    for (const auto& one : delivered->poisoned) require(!one.error.message.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    take(bytes);
    const auto record = R"({"Records":[{"eventID":"s:1","kinesis":{"sequenceNumber":"1","data":")" +
                        connect::to_base64(bytes) + R"("}}]})";
    const auto delivered = delivered_events_from_json(record);
    require(delivered && delivered->events.size() + delivered->poisoned.size() > 0);
    return 0;
}
