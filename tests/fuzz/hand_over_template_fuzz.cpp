/// Any text is a template or is refused for bytes that are there; a template says nothing but what stands in it and
/// what its parts say.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <denwaban/talk/hand_over.hpp>

#include "check_errors.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto made = HandOverTemplate::parse(text);
    if (!made) {
        check_errors({made.error()}, text);
        return 0;
    }
    const auto empty = made->fill([](HandOverPart) { return std::string{}; });
    const auto full = made->fill([](HandOverPart) { return std::string{"{}[]"}; });
    require(empty.size() <= text.size() && empty.size() <= full.size());
    for (const std::size_t most : {std::size_t{0}, std::size_t{7}, std::size_t{500}}) {
        const auto shortened = shortened_note(text, most);
        require(shortened.size() <= text.size() + std::string_view{"…（続きあり）"}.size());
    }
    return 0;
}
