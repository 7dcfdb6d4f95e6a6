#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <denwaban/seating/stay.hpp>

namespace denwaban::detail {

using SharedChoices = std::shared_ptr<const std::vector<SeatingChoice>>;

/// The choices of parties, worked out once for those that are alike.
class ChoiceCache {
public:
    explicit ChoiceCache(const FloorPlan& plan) : plan_(&plan) {}

    [[nodiscard]] SharedChoices get(Covers chairs, const Needs& needs, Seller seller) {
        for (const auto& known : known_) {
            if (known.chairs == chairs && known.seller == seller && known.needs == needs) return known.choices;
        }
        auto choices = std::make_shared<const std::vector<SeatingChoice>>(choices_for(*plan_, chairs, needs, seller));
        known_.push_back({chairs, needs, seller, choices});
        return choices;
    }

private:
    struct Known {
        Covers chairs;
        Needs needs;
        Seller seller;
        SharedChoices choices;
    };

    const FloorPlan* plan_;
    std::vector<Known> known_;
};

}  // namespace denwaban::detail
