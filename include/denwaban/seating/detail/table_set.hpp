#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace denwaban::detail {

/// Tables of a floor plan, by their places in it.
class TableSet {
public:
    static constexpr std::size_t capacity = 512;

    constexpr void insert(std::size_t table) noexcept { words_[table / 64] |= bit(table); }
    [[nodiscard]] constexpr bool intersects(const TableSet& other) const noexcept {
        std::uint64_t common = 0;
        for (std::size_t word = 0; word < words_.size(); ++word) common |= words_[word] & other.words_[word];
        return common != 0;
    }

    constexpr TableSet& operator|=(const TableSet& other) noexcept {
        for (std::size_t word = 0; word < words_.size(); ++word) words_[word] |= other.words_[word];
        return *this;
    }

    friend constexpr bool operator==(const TableSet&, const TableSet&) = default;

private:
    [[nodiscard]] static constexpr std::uint64_t bit(std::size_t table) noexcept {
        return std::uint64_t{1} << (table % 64);
    }

    std::array<std::uint64_t, capacity / 64> words_{};
};

}  // namespace denwaban::detail
