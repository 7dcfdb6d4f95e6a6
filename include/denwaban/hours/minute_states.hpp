#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include <denwaban/hours/state.hpp>

namespace denwaban {

namespace detail {

/// The state of each minute of a date by the clock, what reaches into it from the day before included; two bits a
/// minute: an answer without a branch to mispredict.
class MinuteStates {
public:
    static constexpr int minutes = 24 * 60;

    /// Which states there are among the minutes.
    struct Held {
        bool closed;
        bool open;
        bool unknown;
    };

    /// Says it of the minutes from `begin` until `end`, of those that the date has.
    void fill(int begin, int end, State state) noexcept {
        auto minute = static_cast<std::size_t>(std::clamp(begin, 0, minutes));
        const auto last = static_cast<std::size_t>(std::clamp(end, 0, minutes));
        for (; minute < last && minute % 4 != 0; ++minute) set(minute, state);
        for (; minute + 4 <= last; minute += 4) {
            states_[minute / 4] = static_cast<std::uint8_t>(static_cast<unsigned>(state) * 0b01'01'01'01U);
        }
        for (; minute < last; ++minute) set(minute, state);
    }
    /// Precondition: `minute` < 1440.
    [[nodiscard]] State operator[](std::size_t minute) const noexcept {
        return static_cast<State>((states_[minute / 4] >> (minute % 4 * 2)) & 3U);
    }
    [[nodiscard]] Held held() const noexcept {
        unsigned any = 0;
        unsigned all = ~0U;
        for (const auto four : states_) {
            any |= four;
            all &= four | (four >> 1U);
        }
        return {(all & 0b01'01'01'01U) != 0b01'01'01'01U, (any & 0b01'01'01'01U) != 0, (any & 0b10'10'10'10U) != 0};
    }

private:
    void set(std::size_t minute, State state) noexcept {
        auto& four = states_[minute / 4];
        const auto shift = static_cast<unsigned>(minute % 4) * 2;
        four = static_cast<std::uint8_t>((four & ~(3U << shift)) | (static_cast<unsigned>(state) << shift));
    }

    std::array<std::uint8_t, static_cast<std::size_t>(minutes) / 4> states_{};
};

}  // namespace detail
}  // namespace denwaban
