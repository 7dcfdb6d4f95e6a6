#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace denwaban::connect {

inline constexpr std::size_t md5_size = 16;

/// RFC 1321. It tells damage from what is whole, and is no proof of who wrote it. Cost: linear.
[[nodiscard]] std::array<char, md5_size> md5_of(std::string_view bytes);

}  // namespace denwaban::connect
