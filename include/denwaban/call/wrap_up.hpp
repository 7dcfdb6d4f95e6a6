#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include <denwaban/call/catalogue.hpp>
#include <denwaban/core/names.hpp>

namespace denwaban {

/// What a call must have before its wrap-up is complete.
enum class WrapUpDemand : std::uint8_t {
    not_allowed,         ///< nothing is recorded
    optional,            ///< what is recorded must be right
    required,            ///< at least one disposition
    required_with_data,  ///< and every field that its code requires
};
template <>
inline constexpr std::array<std::string_view, 4> names_of<WrapUpDemand>{"not_allowed", "optional", "required",
                                                                        "required_with_data"};

/// When the time is up, the call stays open until somebody completes it.
struct StayOpen {
    friend bool operator==(StayOpen, StayOpen) = default;
};

/// How long wrap-up may take.
struct WrapUpTimer {
    std::chrono::seconds limit{0};
    std::chrono::seconds extension{0};
    int extensions = 0;  ///< how often the agent may extend it
    friend bool operator==(const WrapUpTimer&, const WrapUpTimer&) = default;
};

/// A centre's rules for wrap-up (後処理).
struct WrapUpPolicy {
    WrapUpDemand demand = WrapUpDemand::required_with_data;
    std::optional<WrapUpTimer> timer{};
    /// What is recorded when the time is up and what was typed is not fit to be.
    std::variant<StayOpen, DispositionCode> default_outcome;
    friend bool operator==(const WrapUpPolicy&, const WrapUpPolicy&) = default;
};

}  // namespace denwaban
