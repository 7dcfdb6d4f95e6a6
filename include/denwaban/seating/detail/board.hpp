#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <denwaban/seating/floor_plan.hpp>
#include <denwaban/seating/stay.hpp>

namespace denwaban::detail {

/// Who sits where, as it is being tried.
class Board {
public:
    Board(const FloorPlan& plan, std::span<const Stay> stays)
        : plan_(&plan), stays_(stays), first_(plan.tables().size(), none), seated_(stays.size()) {
        sittings_.reserve(stays.size() * 2);
        for (std::size_t stay = 0; stay < stays.size(); ++stay) {
            if (stays[stay].seated) sit(stay, *stays[stay].seated);
        }
    }

    [[nodiscard]] const std::vector<std::optional<std::size_t>>& seated() const noexcept { return seated_; }

    void sit(std::size_t stay, std::size_t seating) {
        seated_[stay] = seating;
        for (const auto table : tables_of(seating)) {
            const auto place = spare();
            sittings_[place] = {stays_[stay].begin, stays_[stay].end, static_cast<Place>(stay), first_[table]};
            first_[table] = place;
        }
    }

    void leave(std::size_t stay) {
        for (const auto table : tables_of(*seated_[stay])) {
            auto* link = &first_[table];
            while (sittings_[*link].stay != stay) link = &sittings_[*link].next;
            const auto place = *link;
            *link = sittings_[place].next;
            sittings_[place].next = spare_;
            spare_ = place;
        }
        seated_[stay].reset();
    }

    /// Shows those who sit there at the time of `stay`, who sits at several tables several times, as long as `each`
    /// wants to see more. Whether it has seen all.
    template <class Each>
    bool each_in_the_way(std::size_t stay, std::size_t seating, Each&& each) const {
        const auto begin = stays_[stay].begin, end = stays_[stay].end;
        for (const auto table : tables_of(seating)) {
            for (auto place = first_[table]; place != none; place = sittings_[place].next) {
                const auto& other = sittings_[place];
                if (other.begin < end && begin < other.end && !each(std::size_t{other.stay})) return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool is_free(std::size_t stay, std::size_t seating) const {
        return each_in_the_way(stay, seating, [](std::size_t) { return false; });
    }

private:
    using Place = std::uint32_t;
    static constexpr Place none = static_cast<Place>(-1);

    /// At one table; a list of them for each table, one of those that are left over.
    struct Sitting {
        MinuteOfDay begin;
        MinuteOfDay end;
        Place stay;
        Place next;
    };

    [[nodiscard]] Place spare() {
        if (spare_ == none) {
            sittings_.push_back({{}, {}, none, none});
            return static_cast<Place>(sittings_.size() - 1);
        }
        const auto place = spare_;
        spare_ = sittings_[place].next;
        return place;
    }

    [[nodiscard]] const std::vector<std::size_t>& tables_of(std::size_t seating) const noexcept {
        return plan_->seatings()[seating].tables;
    }

    const FloorPlan* plan_;
    std::span<const Stay> stays_;
    std::vector<Place> first_;  ///< by table
    std::vector<Sitting> sittings_;
    Place spare_ = none;
    std::vector<std::optional<std::size_t>> seated_;
};

}  // namespace denwaban::detail
