#include "stretches.hpp"

#include <algorithm>
#include <utility>

namespace denwaban::formats::osm {

Stretches without(const Stretches& from, const Stretches& cut) {
    auto left = from;
    for (const auto& hole : cut) {
        Stretches next;
        for (const auto& stretch : left) {
            if (hole.end <= stretch.begin || stretch.end <= hole.begin) {
                next.push_back(stretch);
                continue;
            }
            if (stretch.begin < hole.begin) next.push_back({stretch.begin, hole.begin, stretch.state, stretch.comment});
            if (hole.end < stretch.end) next.push_back({hole.end, stretch.end, stretch.state, stretch.comment});
        }
        left = std::move(next);
    }
    return left;
}

bool meets(const Stretches& some, const Stretches& others) {
    return std::any_of(some.begin(), some.end(), [&](const Stretch& a) {
        return std::any_of(others.begin(), others.end(),
                           [&](const Stretch& b) { return a.begin < b.end && b.begin < a.end; });
    });
}

Stretches together(Stretches stretches, const Stretches& more) {
    stretches.insert(stretches.end(), more.begin(), more.end());
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
    Stretches joined;
    for (auto& stretch : stretches) {
        const bool same =
            !joined.empty() && joined.back().state == stretch.state && joined.back().comment == stretch.comment;
        if (same && stretch.begin < joined.back().end) {
            joined.back().end = std::max(joined.back().end, stretch.end);
        } else {
            joined.push_back(std::move(stretch));
        }
    }
    return joined;
}

}  // namespace denwaban::formats::osm
