#include <denwaban/formats/osm_hours.hpp>

#include "meaning.hpp"
#include "writer.hpp"

namespace denwaban {

RulesReading rules_from_osm(std::string_view text) {
    auto parsed = formats::osm::parse(text);
    if (parsed.rules.empty()) {
        parsed.findings.push_back({FindingKind::malformed,
                                   Weight::loss,
                                   "says nothing",
                                   ByteRange{0, text.size()},
                                   std::string{text},
                                   {},
                                   {}});
        parsed.rules.push_back({.unreadable = true});
    }
    return formats::osm::rules_of(std::move(parsed));
}

RulesWriting to_osm(const Rules& rules) { return formats::osm::write(rules); }

}  // namespace denwaban
