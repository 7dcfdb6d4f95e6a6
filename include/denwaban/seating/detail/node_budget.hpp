#pragma once

#include <cstddef>

namespace denwaban::detail {

/// How many more places a search may look at.
class NodeBudget {
public:
    explicit constexpr NodeBudget(std::size_t nodes) noexcept : nodes_(nodes), left_(nodes) {}

    /// Whether there were so many more.
    constexpr bool spend(std::size_t nodes = 1) noexcept {
        if (left_ < nodes) {
            left_ = 0;
            is_overdrawn_ = true;
            return false;
        }
        left_ -= nodes;
        return true;
    }
    [[nodiscard]] constexpr std::size_t spent() const noexcept { return nodes_ - left_; }
    [[nodiscard]] constexpr std::size_t left() const noexcept { return left_; }
    /// Whether anything was left unlooked at.
    [[nodiscard]] constexpr bool is_overdrawn() const noexcept { return is_overdrawn_; }

private:
    std::size_t nodes_;
    std::size_t left_;
    bool is_overdrawn_ = false;
};

}  // namespace denwaban::detail
