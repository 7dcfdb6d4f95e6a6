#include <denwaban/formats/rules_json.hpp>

#include "rules_reader.hpp"

namespace denwaban {

Expected<Rules, Errors> rules_from_json(std::string_view text) {
    const auto document = formats::parse_document(text);
    if (!document) return Unexpected{document.error()};
    Errors errors;
    auto rules = formats::read_rules({*document, "", errors});
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return rules;
}

std::string to_json(const Rules& rules) { return formats::write_rules(rules).dump(); }

}  // namespace denwaban
