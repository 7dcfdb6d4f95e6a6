/// Rules that are read come back equal, and answer questions; what is refused is refused for places that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/documents/rules_json.hpp>

#include "ask_hours.hpp"
#include "check_errors.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto japan = HolidayCalendar::japan();
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto rules = rules_from_json(text);
    if (!rules) {
        check_errors(rules.error(), text);
        return 0;
    }
    require(rules_from_json(to_json(*rules)) == rules);
    const auto hours = Hours::compile(*rules, japan, TimeZone::tokyo(), two_months);
    require(hours.has_value());
    ask_around(*hours);
    return 0;
}
