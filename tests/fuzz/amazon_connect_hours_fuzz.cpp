/// Hours of Amazon Connect that are read can be asked, and written for Connect again; findings are about places that
/// are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/formats/amazon_connect_hours.hpp>

#include "ask_hours.hpp"
#include "check_errors.hpp"

using namespace denwaban;

namespace {

void check_findings(const Findings& findings, std::string_view text) {
    const auto document = nlohmann::json::parse(text);
    for (const auto& finding : findings) {
        require(!finding.message.empty());
        const auto* place = std::get_if<JsonPointer>(&finding.where);
        require(place == nullptr || is_there(document, *place));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto japan = HolidayCalendar::japan();
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = rules_from_amazon_connect(text);
    if (!reading) {
        check_errors(reading.error(), text);
        return 0;
    }
    check_findings(reading->findings, text);
    const auto hours = Hours::compile(reading->rules, japan, TimeZone::tokyo(), two_months);
    require(hours.has_value());
    ask_around(*hours);
    const auto written = to_amazon_connect(*hours, two_months);
    require(written.has_value());
    const auto again = rules_from_amazon_connect(written->text);
    require(again.has_value() && is_complete(again->findings));
    return 0;
}
