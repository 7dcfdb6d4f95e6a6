/// What the reader that goes through a contact record once makes of it is what the careful one makes of it, errors and
/// their places included; and of each record as if none had come before.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/connect/contact_record.hpp>

#include "require.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static ContactRecordReader reader;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto careful = contact_record_from_json(text);
    const auto& read = reader.read(text);
    require(read.has_value() == careful.has_value());
    if (careful) {
        require(*read == *careful);
    } else {
        require(read.error() == careful.error());
    }
    return 0;
}
