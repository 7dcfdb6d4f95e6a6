#include <denwaban/ledger/statistics.hpp>

#include "documents/json_document.hpp"

namespace denwaban {

std::string to_json(const LedgerStatistics& of) {
    auto documents = formats::Json::object();
    for (std::size_t noun = 0; noun < of.documents.size(); ++noun) {
        documents[std::string{names_of<DocumentNoun>[noun]}] = of.documents[noun];
    }
    return formats::write_document({{"documents", std::move(documents)},
                                    {"notes", of.notes},
                                    {"requests", of.requests},
                                    {"changes", of.changes},
                                    {"page_size", of.page_size},
                                    {"page_count", of.page_count},
                                    {"free_pages", of.free_pages},
                                    {"file_bytes", of.file_bytes},
                                    {"wal_bytes", of.wal_bytes}});
}

}  // namespace denwaban
