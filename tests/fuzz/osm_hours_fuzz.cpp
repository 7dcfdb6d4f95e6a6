/// Any text is read as opening_hours: to valid rules, with findings at places that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/formats/osm_hours.hpp>

#include "ask_hours.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto japan = HolidayCalendar::japan();
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = rules_from_osm(text);
    for (const auto& finding : reading.findings) {
        const auto& bytes = std::get<ByteRange>(finding.where);
        require(bytes.begin <= bytes.end && bytes.end <= text.size());
    }
    const auto hours = Hours::compile(reading.rules, japan, TimeZone::tokyo(), two_months);
    require(hours.has_value());
    ask_around(*hours);
    require(!to_osm(reading.rules).text.empty());
    return 0;
}
