#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace denwaban::formats {

/// Sixteen bytes at once, as every machine has them.
using Bytes = std::uint8_t __attribute__((vector_size(16)));

[[nodiscard]] inline Bytes bytes_at(const char* place) noexcept {
    Bytes bytes;
    std::memcpy(&bytes, place, sizeof bytes);
    return bytes;
}

/// The highest bit of each byte, the first one's lowest.
[[nodiscard]] inline std::uint64_t high_bits(Bytes bytes) noexcept {
#if defined(__SSE2__)
    return static_cast<unsigned>(_mm_movemask_epi8(std::bit_cast<__m128i>(bytes)));
#else
    // Each byte's bit is moved to its place among the topmost eight, and no two to the same place.
    const auto of_half = [](std::uint64_t half) {
        return ((half >> 7U) & 0x0101'0101'0101'0101) * 0x0102'0408'1020'4080 >> 56U;
    };
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(bytes);
    return of_half(halves[0]) | of_half(halves[1]) << 8U;
#endif
}

}  // namespace denwaban::formats
