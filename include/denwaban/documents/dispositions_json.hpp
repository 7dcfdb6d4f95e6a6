#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <denwaban/call/catalogue.hpp>
#include <denwaban/call/disposition.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Reads a catalogue as `docs/schema/catalogue.schema.json` has it. Errors: each with a JSON pointer, also those of
/// `Catalogue::make`; a byte range where it is no JSON at all.
[[nodiscard]] Expected<Catalogue, Errors> catalogue_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const Catalogue& catalogue);

/// Reads what a chain or a restaurant has otherwise; `Catalogue::with` says whether it fits.
[[nodiscard]] Expected<CatalogueChanges, Errors> catalogue_changes_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const CatalogueChanges& changes);

/// The catalogue that comes with the library: what restaurants in Japan are called about. One for all, made once.
[[nodiscard]] const Catalogue& default_catalogue();

/// Reads a list of dispositions: `[{"code": "lost_property", "fields": {"item": {"text": "傘"}}, "note": "…"}]`. A
/// field may also stand without its type (`"item": "傘"`), and is read as the catalogue has it. Errors: each with a
/// JSON pointer; what is no disposition of the catalogue is for `check` to say, but a field without a type that the
/// catalogue does not know.
[[nodiscard]] Expected<std::vector<Disposition>, Errors> dispositions_from_json(std::string_view text,
                                                                                const Catalogue& catalogue);
[[nodiscard]] std::string to_json(const std::vector<Disposition>& dispositions);

}  // namespace denwaban
