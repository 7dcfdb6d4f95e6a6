#include "base64.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

namespace denwaban::connect {

#if defined(__x86_64__) && defined(__GNUC__)

/// Muła and Lemire, "Faster Base64 Encoding and Decoding Using AVX2 Instructions" (2018): no digit where the bits that
/// its halves may not have meet; a digit is worth itself and what its upper half says.
[[gnu::target("avx2")]] static std::size_t decode_front_avx2(std::string_view text, char* to) {
    const auto odd_lower = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1A, 0x1B, 0x1B, 0x1B, 0x1A));
    const auto odd_upper = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10));
    const auto off =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0));
    const auto threes =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1));
    constexpr std::size_t block = 32;
    std::size_t at = 0;
    // Each half is written with four bytes behind it.
    for (; text.size() - at >= block + 8; at += block, to += 24) {
        const auto digits = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
        const auto upper = _mm256_and_si256(_mm256_srli_epi32(digits, 4), _mm256_set1_epi8(0x0F));
        const auto lower = _mm256_and_si256(digits, _mm256_set1_epi8(0x0F));
        if (!_mm256_testz_si256(_mm256_shuffle_epi8(odd_lower, lower), _mm256_shuffle_epi8(odd_upper, upper))) break;
        const auto is_slash = _mm256_cmpeq_epi8(digits, _mm256_set1_epi8('/'));
        const auto worth = _mm256_add_epi8(digits, _mm256_shuffle_epi8(off, _mm256_add_epi8(is_slash, upper)));
        const auto twelves = _mm256_maddubs_epi16(worth, _mm256_set1_epi32(0x0140'0140));
        const auto three = _mm256_madd_epi16(twelves, _mm256_set1_epi32(0x0001'1000));
        const auto bytes = _mm256_shuffle_epi8(three, threes);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_castsi256_si128(bytes));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 12), _mm256_extracti128_si256(bytes, 1));
    }
    return at;
}

DecodeFront decode_front_here() noexcept {
    return __builtin_cpu_supports("avx2") ? decode_front_avx2 : decode_no_front;
}

#elif defined(__aarch64__) && defined(__ARM_NEON)

/// What sixteen digits are worth; `known` has all bits of those that are some.
[[nodiscard]] static uint8x16_t worths_of(uint8x16_t digits, uint8x16_t& known) noexcept {
    auto worth = vdupq_n_u8(0);
    auto found = vdupq_n_u8(0);
    const auto range = [&](std::uint8_t first, std::uint8_t count, std::uint8_t least) {
        const auto off = vsubq_u8(digits, vdupq_n_u8(first));
        const auto is_in = vcltq_u8(off, vdupq_n_u8(count));
        found = vorrq_u8(found, is_in);
        worth = vorrq_u8(worth, vandq_u8(is_in, vaddq_u8(off, vdupq_n_u8(least))));
    };
    range('A', 26, 0);
    range('a', 26, 26);
    range('0', 10, 52);
    range('+', 1, 62);
    range('/', 1, 63);
    known = vandq_u8(known, found);
    return worth;
}

static std::size_t decode_front_neon(std::string_view text, char* to) {
    constexpr std::size_t block = 64;
    std::size_t at = 0;
    for (; text.size() - at >= block; at += block, to += 48) {
        const auto digits = vld4q_u8(reinterpret_cast<const std::uint8_t*>(text.data() + at));
        auto known = vdupq_n_u8(0xFF);
        const auto a = worths_of(digits.val[0], known), b = worths_of(digits.val[1], known);
        const auto c = worths_of(digits.val[2], known), d = worths_of(digits.val[3], known);
        if (vminvq_u8(known) == 0) break;
        const uint8x16x3_t bytes{{vorrq_u8(vshlq_n_u8(a, 2), vshrq_n_u8(b, 4)),
                                  vorrq_u8(vshlq_n_u8(b, 4), vshrq_n_u8(c, 2)), vorrq_u8(vshlq_n_u8(c, 6), d)}};
        vst3q_u8(reinterpret_cast<std::uint8_t*>(to), bytes);
    }
    return at;
}

DecodeFront decode_front_here() noexcept { return decode_front_neon; }

#else

DecodeFront decode_front_here() noexcept { return decode_no_front; }

#endif

}  // namespace denwaban::connect
