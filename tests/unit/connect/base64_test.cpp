#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>

#include "connect/base64.hpp"

namespace base64_test {
using namespace denwaban;
using connect::from_base64;

namespace {

[[nodiscard]] std::string random_bytes(std::mt19937& random, std::size_t size) {
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

/// Whether many digits at once are what they are one by one.
[[nodiscard]] bool agree(const std::string& text) {
    return from_base64(text, connect::decode_front_here()) == from_base64(text, connect::decode_no_front);
}

}  // namespace

TEST_CASE("what is written as base64 is read again, whatever its length") {
    std::mt19937 random{1};
    for (std::size_t size = 0; size < 300; ++size) {
        const auto bytes = random_bytes(random, size);
        auto text = connect::to_base64(bytes);
        CHECK(from_base64(text) == bytes);
        while (text.ends_with('=')) text.pop_back();
        CHECK(from_base64(text) == bytes);
        CHECK(from_base64(text, connect::decode_no_front) == bytes);
    }
}

TEST_CASE("base64 of any length with any byte at any place is refused as if read digit by digit") {
    std::mt19937 random{2};
    std::size_t different = 0, refused = 0;
    for (std::size_t size = 0; size < 56; ++size) {
        auto text = connect::to_base64(random_bytes(random, size));
        while (text.ends_with('=')) text.pop_back();
        for (char& place : text) {
            const char digit = place;
            for (int byte = 0; byte < 256; ++byte) {
                place = static_cast<char>(byte);
                different += agree(text) ? 0 : 1;
                refused += from_base64(text) ? 0 : 1;
            }
            place = digit;
        }
        CHECK(agree(text + "A"));
        CHECK(agree(text + "=A"));
        CHECK(agree('=' + text));
    }
    CHECK(different == 0);
    CHECK(refused > 350'000);
}

}  // namespace base64_test
