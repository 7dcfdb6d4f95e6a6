#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

namespace denwaban::formats {

/// Of a share, as every picture and table has it: rounded.
[[nodiscard]] inline std::string percent(std::optional<double> share) {
    return share ? std::to_string(std::lround(*share * 100)) + "%" : "–";
}
[[nodiscard]] inline std::string percent(std::size_t part, std::size_t of) {
    return percent(of == 0 ? std::nullopt : std::optional{static_cast<double>(part) / static_cast<double>(of)});
}

}  // namespace denwaban::formats
