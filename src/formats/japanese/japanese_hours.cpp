#include <denwaban/formats/japanese_hours.hpp>

#include <set>
#include <tuple>

#include "meaning.hpp"
#include "other_readings.hpp"
#include "parser.hpp"

namespace denwaban {

namespace {

/// What is found of each weekday is said once.
void say_once(Findings& findings) {
    std::set<std::tuple<std::string, std::string_view, std::size_t, std::size_t>> said;
    std::erase_if(findings, [&](const Finding& finding) {
        const auto& bytes = std::get<ByteRange>(finding.where);
        return !said.insert({finding.message, finding.part, bytes.begin, bytes.end}).second;
    });
}

[[nodiscard]] RulesReading read_once(std::string_view open, std::string_view close) {
    using namespace formats::japanese;
    Listing listing;
    ListingParser{open, "open", Mode::hours, listing}.parse();
    ListingParser{close, "close", Mode::closings, listing}.parse();
    return rules_of(std::move(listing));
}

}  // namespace

RulesReading rules_from_japanese(std::string_view open, std::string_view close) {
    auto reading = read_once(open, close);
    if (is_complete(reading.findings)) formats::japanese::doubt_what_reads_otherwise(reading, open, close, read_once);
    say_once(reading.findings);
    for (auto& finding : reading.findings) {
        const auto& bytes = std::get<ByteRange>(finding.where);
        finding.words = (finding.part == "close" ? close : open).substr(bytes.begin, bytes.end - bytes.begin);
    }
    return reading;
}

}  // namespace denwaban
