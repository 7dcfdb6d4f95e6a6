#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// FlatBuffers, from the front: a table is written before what it refers to ("FlatBuffers Internals").
namespace denwaban::arrow {

/// A member of a table: as many bytes of a value, or 4 for what is referred to and follows; 0 of one that is not there.
struct Cell {
    std::size_t size = 0;
    std::int64_t value = 0;
};
inline constexpr Cell absent{}, reference{4, 0};

class FlatBuffer {
public:
    FlatBuffer() { add(0, 4); }

    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    /// Where the buffer's first table is referred to.
    static constexpr std::size_t root = 0;

    /// A table that is referred to from there; answers where each of its members stands.
    std::vector<std::size_t> add_table(std::size_t referred_from, std::initializer_list<Cell> cells) {
        std::vector<std::size_t> places;
        std::size_t size = 4;
        for (const auto& cell : cells) {
            if (cell.size > 0) size = aligned(size, cell.size);
            places.push_back(size);
            size += cell.size;
        }
        const auto table_of_places = 4 + 2 * cells.size();
        while ((bytes_.size() + table_of_places) % 8 != 0) bytes_ += '\0';
        add(static_cast<std::int64_t>(table_of_places), 2);
        add(static_cast<std::int64_t>(size), 2);
        auto place = places.begin();
        for (const auto& cell : cells) add(cell.size > 0 ? static_cast<std::int64_t>(*place) : 0, 2), ++place;
        const auto begin = bytes_.size();
        refer(referred_from, begin);
        add(static_cast<std::int64_t>(table_of_places), 4);
        place = places.begin();
        for (const auto& cell : cells) {
            bytes_.resize(begin + *place);
            add(cell.value, cell.size);
            *place++ += begin;
        }
        return places;
    }
    void add_text(std::size_t referred_from, std::string_view text) {
        align(4);
        refer(referred_from, bytes_.size());
        add(static_cast<std::int64_t>(text.size()), 4);
        bytes_ += text;
        bytes_ += '\0';
    }
    /// A vector of tables; answers where each is referred to.
    std::vector<std::size_t> add_references(std::size_t referred_from, std::size_t count) {
        align(4);
        refer(referred_from, bytes_.size());
        add(static_cast<std::int64_t>(count), 4);
        std::vector<std::size_t> places;
        for (std::size_t place = 0; place < count; ++place) {
            places.push_back(bytes_.size());
            add(0, 4);
        }
        return places;
    }
    /// A vector of structs of two whole numbers of 64 bits.
    void add_pairs(std::size_t referred_from, const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs) {
        while ((bytes_.size() + 4) % 8 != 0) bytes_ += '\0';
        refer(referred_from, bytes_.size());
        add(static_cast<std::int64_t>(pairs.size()), 4);
        for (const auto& [first, second] : pairs) {
            add(first, 8);
            add(second, 8);
        }
    }
    void align(std::size_t to) { bytes_.resize(aligned(bytes_.size(), to)); }

private:
    [[nodiscard]] static std::size_t aligned(std::size_t size, std::size_t to) { return (size + to - 1) / to * to; }
    /// The lowest byte first.
    void add(std::int64_t value, std::size_t size) {
        for (std::size_t byte = 0; byte < size; ++byte) bytes_ += byte_of(value, byte);
    }
    void refer(std::size_t from, std::size_t to) {
        for (std::size_t byte = 0; byte < 4; ++byte) {
            bytes_[from + byte] = byte_of(static_cast<std::int64_t>(to - from), byte);
        }
    }
    [[nodiscard]] static char byte_of(std::int64_t value, std::size_t byte) {
        return static_cast<char>(static_cast<std::uint64_t>(value) >> (8U * byte));
    }

    std::string bytes_;
};

}  // namespace denwaban::arrow
