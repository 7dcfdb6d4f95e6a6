#include <denwaban/formats/japanese_hours.hpp>

#include "meaning.hpp"
#include "parser.hpp"

namespace denwaban {

RulesReading rules_from_japanese(std::string_view open, std::string_view close) {
    using namespace formats::japanese;
    Listing listing;
    ListingParser{open, "open", Mode::hours, listing}.parse();
    ListingParser{close, "close", Mode::closings, listing}.parse();
    auto reading = rules_of(std::move(listing));
    for (auto& finding : reading.findings) {
        const auto& bytes = std::get<ByteRange>(finding.where);
        finding.words = (finding.part == "close" ? close : open).substr(bytes.begin, bytes.end - bytes.begin);
    }
    return reading;
}

}  // namespace denwaban
