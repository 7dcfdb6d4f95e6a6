#include <denwaban/documents/dispositions_json.hpp>

#include "default_catalogue.hpp"
#include "disposition_shapes.hpp"

namespace denwaban {

namespace shapes {

void make_catalogue(const Node& node, CatalogueParts parts, Catalogue& catalogue) {
    auto made = Catalogue::make(std::move(parts.version), std::move(parts.entries));
    if (made) {
        catalogue = *std::move(made);
    } else {
        for (auto& error : made.error()) node.fail_at(std::move(error));
    }
}
CatalogueParts catalogue_parts_of(const Catalogue& catalogue) { return {catalogue.version(), catalogue.entries()}; }

}  // namespace shapes

Expected<Catalogue, Errors> catalogue_from_json(std::string_view text) {
    return shapes::value_from_json<Catalogue>(text);
}
std::string to_json(const Catalogue& catalogue) { return shapes::json_of(catalogue); }

Expected<CatalogueChanges, Errors> catalogue_changes_from_json(std::string_view text) {
    return shapes::value_from_json<CatalogueChanges>(text);
}
std::string to_json(const CatalogueChanges& changes) { return shapes::json_of(changes); }

const Catalogue& default_catalogue() {
    static const Catalogue catalogue = *catalogue_from_json(formats::default_catalogue_json);
    return catalogue;
}

}  // namespace denwaban
