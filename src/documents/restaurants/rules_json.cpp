#include <denwaban/documents/rules_json.hpp>

#include "rules_reader.hpp"

namespace denwaban {

Expected<Rules, Errors> rules_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_rules);
}

std::string to_json(const Rules& rules) { return formats::write_document(formats::write_rules(rules)); }

}  // namespace denwaban
