/// Whatever a Kinesis record's data are, each is told as a contact record or as poison; and so of the event itself.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <denwaban/connect/kinesis.hpp>

#include "check_errors.hpp"
#include "connect/base64.hpp"

using namespace denwaban;

namespace {

void take(std::string_view event) {
    const auto batch = contact_records_from_kinesis(event);
    if (!batch) return check_errors(batch.error(), event);
    require(!to_json(*batch).empty());
    for (const auto& one : batch->poisoned) require(!one.error.message.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    take(bytes);
    const auto packed = connect::to_base64(bytes);
    require(connect::from_base64(packed) == bytes);
    const auto event = R"({"Records":[{"eventID":"s:1","kinesis":{"sequenceNumber":"1","data":")" + packed + R"("}}]})";
    const auto batch = contact_records_from_kinesis(event);
    require(batch && batch->records.size() + batch->poisoned.size() > 0);
    return 0;
}
