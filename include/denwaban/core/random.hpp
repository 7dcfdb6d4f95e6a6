#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

namespace denwaban {

/// How often, and after how long, one tries again. A pause is drawn evenly from nothing to `shortest`, which doubles up
/// to `longest`.
struct Patience {
    std::size_t attempts = 24;
    std::chrono::milliseconds shortest{4};
    std::chrono::milliseconds longest{500};
};

/// SplitMix64 (Steele, Lea, Flood 2014): for pauses and samples, not for secrets.
class SplitMix64 {
public:
    /// As the standard asks of a generator of random bits.
    using result_type = std::uint64_t;

    explicit constexpr SplitMix64(std::uint64_t seed) noexcept : state_(seed) {}

    /// The least that is drawn.
    [[nodiscard]] static constexpr result_type min() noexcept { return 0; }
    /// The most that is drawn.
    [[nodiscard]] static constexpr result_type max() noexcept { return std::numeric_limits<result_type>::max(); }
    constexpr result_type operator()() noexcept {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

private:
    std::uint64_t state_;
};

/// Pauses between attempts that fail.
class Backoff {
public:
    constexpr Backoff(Patience patience, std::uint64_t seed) noexcept : patience_(patience), random_(seed) {}

    /// Draws the pauses to come anew.
    constexpr void reseed(std::uint64_t seed) noexcept { random_ = SplitMix64{seed}; }
    /// Forgets the attempts that failed.
    constexpr void begin_anew() noexcept { failed_ = 0; }

    /// How long to wait before the next attempt; nothing where it has been tried often enough.
    [[nodiscard]] constexpr std::optional<std::chrono::milliseconds> pause() noexcept {
        if (++failed_ >= patience_.attempts) return std::nullopt;
        const auto doublings = std::min<std::size_t>(failed_ - 1, 30);
        const auto longest = std::min(patience_.shortest * (std::int64_t{1} << doublings), patience_.longest);
        const auto drawn = random_() % (static_cast<std::uint64_t>(longest.count()) + 1);
        return std::chrono::milliseconds{static_cast<std::int64_t>(drawn)};
    }

private:
    Patience patience_;
    SplitMix64 random_;
    std::size_t failed_ = 0;
};

}  // namespace denwaban
