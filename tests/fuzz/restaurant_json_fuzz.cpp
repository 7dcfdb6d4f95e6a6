/// A restaurant that is read comes back equal; what is refused is refused for places that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/documents/restaurant_json.hpp>

#include "check_errors.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto restaurant = restaurant_from_json(text);
    if (restaurant) {
        require(restaurant_from_json(to_json(*restaurant)) == restaurant);
    } else {
        check_errors(restaurant.error(), text);
    }
    return 0;
}
