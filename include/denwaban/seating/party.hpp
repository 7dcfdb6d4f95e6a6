#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace denwaban {

/// How many people (名), 0 to 999.
class Covers {
public:
    /// The most people of a party.
    static constexpr int max = 999;

    constexpr Covers() = default;

    /// `Covers::of(4)`; a number past 999 or below 0 does not compile.
    [[nodiscard]] static consteval Covers of(int count) {
        if (count < 0 || count > max) throw "covers must be 0 to 999";
        return Covers{count};
    }
    /// None below 0 and above `max`.
    [[nodiscard]] static constexpr std::optional<Covers> make(int count) noexcept {
        if (count < 0 || count > max) return std::nullopt;
        return Covers{count};
    }

    /// People, 0 to `max`.
    [[nodiscard]] constexpr int count() const noexcept { return count_; }
    friend constexpr auto operator<=>(Covers, Covers) = default;

private:
    constexpr explicit Covers(int count) noexcept : count_(static_cast<std::int16_t>(count)) {}

    std::int16_t count_ = 0;
};

/// Who comes together.
struct Party {
    Covers adults;
    Covers children{};   ///< each has a chair
    Covers infants{};    ///< on a lap or in a pram: no chair
    Covers strollers{};  ///< ベビーカー that come along, for whoever seats them to know
    friend constexpr auto operator<=>(const Party&, const Party&) = default;
};

/// The chairs that a party takes. Nothing past 999.
[[nodiscard]] constexpr std::optional<Covers> chairs(const Party& party) noexcept {
    return Covers::make(party.adults.count() + party.children.count());
}

}  // namespace denwaban
