#include <cstddef>
#include <cstdint>

#include <denwaban/formats/schema_org_hours.hpp>

#include "read_rules.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    read_ask_and_write(text, denwaban::rules_from_schema_org, denwaban::to_schema_org);
    return 0;
}
