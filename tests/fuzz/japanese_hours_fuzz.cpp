/// Any two texts are read: to valid rules, with findings at places that are there, and the same again the second time.
/// What the rules say as a listing, if they can, reads back to the same openings.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/formats/japanese_hours.hpp>

#include "ask_hours.hpp"

using namespace denwaban;

namespace {

void check_places(const Findings& findings, std::string_view open, std::string_view close) {
    for (const auto& finding : findings) {
        const auto& bytes = std::get<ByteRange>(finding.where);
        const auto text = finding.part == "close" ? close : open;
        require(bytes.begin <= bytes.end && bytes.end <= text.size());
        require(finding.words == text.substr(bytes.begin, bytes.end - bytes.begin));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto japan = HolidayCalendar::japan();
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto bar = std::min(text.find('|'), text.size());
    const auto open = text.substr(0, bar), close = text.substr(std::min(bar + 1, text.size()));
    const auto reading = rules_from_japanese(open, close);
    check_places(reading.findings, open, close);
    require(rules_from_japanese(open, close).rules == reading.rules);
    const auto hours = Hours::compile(reading.rules, japan, TimeZone::tokyo(), two_months);
    require(hours.has_value());
    ask_around(*hours);

    const auto listing = to_japanese(reading.rules);
    if (!is_complete(listing.findings)) return 0;
    const auto again = rules_from_japanese(listing.open, listing.close);
    const auto same = Hours::compile(again.rules, japan, TimeZone::tokyo(), two_months);
    require(same.has_value());
    for (auto date = two_months.first; date <= two_months.last; date += date::days{1}) {
        const auto ours = *hours->openings_on(date), theirs = *same->openings_on(date);
        require(ours.size() == theirs.size());
        for (std::size_t i = 0; i < ours.size(); ++i) {
            require(ours[i].state == theirs[i].state && ours[i].begins == theirs[i].begins &&
                    ours[i].ends == theirs[i].ends);
        }
    }
    return 0;
}
