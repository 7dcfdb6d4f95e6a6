#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include <denwaban/seating/floor_plan.hpp>

namespace denwaban::detail {

/// Finds a plan's tables by their ids, and the seatings that they make together.
class SeatingFinder {
public:
    explicit SeatingFinder(const FloorPlan& plan) {
        for (std::size_t table = 0; table < plan.tables().size(); ++table) tables_[plan.tables()[table].id] = table;
        for (std::size_t seating = plan.tables().size(); seating < plan.seatings().size(); ++seating) {
            joined_[plan.seatings()[seating].tables] = seating;
        }
    }

    [[nodiscard]] std::optional<std::size_t> table(const TableId& id) const { return look_up(tables_, id); }

    [[nodiscard]] std::optional<std::size_t> find(const std::vector<TableId>& ids) const {
        if (ids.size() == 1) return table(ids.front());
        std::vector<std::size_t> places;
        for (const auto& id : ids) {
            const auto place = table(id);
            if (!place) return std::nullopt;
            places.push_back(*place);
        }
        std::sort(places.begin(), places.end());
        return look_up(joined_, places);
    }

private:
    template <class Map, class Key>
    [[nodiscard]] static std::optional<std::size_t> look_up(const Map& map, const Key& key) {
        const auto found = map.find(key);
        return found == map.end() ? std::nullopt : std::optional{found->second};
    }

    std::map<TableId, std::size_t> tables_;
    std::map<std::vector<std::size_t>, std::size_t> joined_;
};

}  // namespace denwaban::detail
