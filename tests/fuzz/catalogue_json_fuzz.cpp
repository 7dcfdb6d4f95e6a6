/// A catalogue, the changes to one, and dispositions that are read come back equal; what is refused is refused for
/// places that are there, and a catalogue with any changes still knows every code of the one before.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/documents/dispositions_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

void check_changed(const Catalogue& catalogue, const CatalogueChanges& changes) {
    const auto changed = catalogue.with(changes);
    if (!changed) return;
    require(std::all_of(catalogue.entries().begin(), catalogue.entries().end(),
                        [&](const CatalogueEntry& entry) { return changed->find(entry.code) != nullptr; }));
    require(catalogue_from_json(to_json(*changed)) == changed);
}

void check_catalogue(std::string_view text) {
    const auto catalogue = catalogue_from_json(text);
    if (!catalogue) return check_errors(catalogue.error(), text);
    require(catalogue_from_json(to_json(*catalogue)) == catalogue);
    check_changed(default_catalogue(), {catalogue->version(), {}, catalogue->entries(), {}});
}

void check_changes(std::string_view text) {
    const auto changes = catalogue_changes_from_json(text);
    if (!changes) return check_errors(changes.error(), text);
    require(catalogue_changes_from_json(to_json(*changes)) == changes);
    check_changed(default_catalogue(), *changes);
}

void check_dispositions(std::string_view text) {
    const auto dispositions = dispositions_from_json(text, default_catalogue());
    if (!dispositions) return check_errors(dispositions.error(), text);
    require(dispositions_from_json(to_json(*dispositions), default_catalogue()) == dispositions);
    for (const auto wanted : {Completeness::draft, Completeness::code, Completeness::with_data}) {
        const auto written = R"({"dispositions": )" + to_json(*dispositions) + "}";
        const auto errors = check(*dispositions, default_catalogue(), wanted);
        if (!errors.empty()) check_errors(errors, written);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    check_catalogue(text);
    check_changes(text);
    check_dispositions(text);
    return 0;
}
