#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <denwaban/core/time.hpp>

namespace denwaban::detail {

/// Which tables are taken, minute by minute.
class Occupancy {
public:
    explicit Occupancy(std::size_t tables) : minutes_(tables) {}

    void take(std::size_t table, MinuteOfDay begin, MinuteOfDay end) {
        each_word(begin, end, [&](std::size_t word, std::uint64_t mask) { minutes_[table][word] |= mask; });
    }

    [[nodiscard]] bool is_free(std::size_t table, MinuteOfDay begin, MinuteOfDay end) const {
        std::uint64_t taken = 0;
        each_word(begin, end, [&](std::size_t word, std::uint64_t mask) { taken |= minutes_[table][word] & mask; });
        return taken == 0;
    }

private:
    static constexpr std::size_t bits = 64;

    template <class Do>
    static void each_word(MinuteOfDay begin, MinuteOfDay end, Do&& act) {
        auto from = static_cast<std::size_t>(begin.count());
        const auto until = static_cast<std::size_t>(end.count());
        while (from < until) {
            const auto word = from / bits;
            const auto stop = std::min(until, (word + 1) * bits);
            const auto length = stop - from;
            const auto ones = length == bits ? ~std::uint64_t{0} : (std::uint64_t{1} << length) - 1;
            act(word, ones << (from % bits));
            from = stop;
        }
    }

    std::vector<std::array<std::uint64_t, MinuteOfDay::max / bits>> minutes_;
};

}  // namespace denwaban::detail
