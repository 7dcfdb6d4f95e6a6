/// What the quick way takes down is what the careful parser takes down, which says what is wrong.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "documents/engine/json.hpp"
#include "documents/engine/parser.hpp"
#include "require.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto parsed = formats::parse_document(text);
    const auto careful = formats::parse_carefully(text);
    require(parsed.complete == careful.complete);
    require(parsed.errors.size() == careful.errors.size());
    if (!parsed.complete) return 0;
    const auto written = formats::write_document(parsed.document.root());
    require(written == formats::write_document(careful.document.root()));
    require(formats::write_document(formats::parse_document(written).document.root()) == written);
    return 0;
}
