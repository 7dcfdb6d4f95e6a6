#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include <denwaban/core/time.hpp>

namespace denwaban::detail {

/// Moments at which there is no room for a party, whoever moves: nor then for a stay that includes one of them.
class FullMoments {
public:
    void add(std::optional<MinuteOfDay> moment) {
        if (moment) moments_.push_back(*moment);
    }

    /// Half open.
    [[nodiscard]] bool has_any(MinuteOfDay begin, MinuteOfDay end) const {
        return std::any_of(moments_.begin(), moments_.end(),
                           [=](MinuteOfDay moment) { return begin <= moment && moment < end; });
    }

private:
    std::vector<MinuteOfDay> moments_;
};

}  // namespace denwaban::detail
