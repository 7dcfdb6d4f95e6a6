#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/core/utf8.hpp>

#include "bytes.hpp"
#include "json_scanner.hpp"

namespace denwaban::formats {

namespace {

/// Most wide characters are of three bytes, as Japanese ones are.
[[nodiscard]] bool is_wide_utf8(std::string_view text) noexcept {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    while (!text.empty()) {
        const auto lead = byte(0);
        if (lead < 0x80) {
            text.remove_prefix(1);
        } else if (lead > 0xE0 && lead < 0xED && text.size() >= 3 && (byte(1) & byte(2) & 0xC0U) == 0x80 &&
                   ((byte(1) | byte(2)) & 0x40U) == 0) {
            text.remove_prefix(3);
        } else {
            const auto bytes = first_character(text).bytes;
            if (bytes == 1) return false;
            text.remove_prefix(bytes);
        }
    }
    return true;
}

}  // namespace

bool JsonScanner::plain(std::string_view& text) noexcept {
    const auto* const first = at_;
    bool is_wide = false;
    const auto is_last = [&] {
        text = {first, static_cast<std::size_t>(at_ - first)};
        return *at_ == '"' && (!is_wide || is_wide_utf8(text));
    };
    for (; end_ - at_ >= static_cast<std::ptrdiff_t>(sizeof(Bytes)); at_ += sizeof(Bytes)) {
        const auto bytes = bytes_at(at_);
        const auto stops = std::bit_cast<Bytes>((bytes == '"') | (bytes == '\\') | (bytes < 0x20));
        if (high_bits(stops | bytes) == 0) continue;
        const auto stop = high_bits(stops);
        const auto wide = high_bits(bytes);
        is_wide = is_wide || (wide & (stop ^ (stop - 1))) != 0;
        if (stop == 0) continue;
        at_ += std::countr_zero(stop);
        return is_last();
    }
    for (; at_ != end_; ++at_) {
        if (*at_ == '"' || *at_ == '\\' || static_cast<std::uint8_t>(*at_) < 0x20) return is_last();
        is_wide = is_wide || static_cast<std::uint8_t>(*at_) >= 0x80;
    }
    return false;
}

}  // namespace denwaban::formats
