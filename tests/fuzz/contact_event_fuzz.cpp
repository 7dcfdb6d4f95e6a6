/// A contact event that is read counts once; what is refused is refused for places that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/connect/contact_event.hpp>

#include "check_errors.hpp"
#include "check_unknown.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = contact_report_from_json(text);
    if (!reading) {
        check_errors(reading.error(), text);
        return 0;
    }
    check_unknown(reading->unknown, text);
    ContactHistory history;
    require(history.add(reading->value) == ContactHistory::Added::yes);
    require(history.add(reading->value) == ContactHistory::Added::duplicate);
    return 0;
}
