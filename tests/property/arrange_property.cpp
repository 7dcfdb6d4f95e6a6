/// Everybody is seated if they can be, with the fewest moves: as trying everything would have it.

#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <denwaban/seating/arrange.hpp>
#include <denwaban/seating/detail/crowds.hpp>

namespace arrange_property {
using namespace denwaban;

namespace {

/// Enough to settle every evening here.
constexpr SearchBudget plenty{1'000'000};

int below(int most) { return *rc::gen::inRange(0, most); }
Covers covers(int count) { return *Covers::make(count); }

FloorPlan some_plan() {
    std::vector<Table> tables;
    const int count = 2 + below(4);
    for (int number = 0; number < count; ++number) {
        Table table;
        table.id = {std::string(1, static_cast<char>('A' + number))};
        table.most = covers(1 + below(4));
        table.least = covers(1 + below(table.most.count()));
        table.rank = below(3);
        table.smoking = below(3) == 0 ? Smoking::allowed : Smoking::forbidden;
        tables.push_back(std::move(table));
    }
    std::vector<Combination> combinations;
    if (below(2) == 0)
        combinations.push_back({{tables[0].id, tables[1].id}, covers(2), covers(2 + below(6)), below(3)});
    std::vector<Chain> chains;
    if (below(2) == 0) {
        std::vector<TableId> row;
        for (const auto& table : tables) row.push_back(table.id);
        chains.push_back({row, 2 + static_cast<std::size_t>(below(count - 1)), below(3)});
    }
    return *FloorPlan::make(std::move(tables), std::move(combinations), std::move(chains));
}

struct Guest {
    int begin;
    int end;
    std::vector<SeatingChoice> choices;
};

std::vector<Guest> some_guests(const FloorPlan& plan) {
    std::vector<Guest> guests;
    const int count = 1 + below(6);
    for (int number = 0; number < count; ++number) {
        const int begin = 17 * 60 + 15 * below(12);
        Needs needs;
        if (below(5) == 0) needs.smoking = Smoking::forbidden;
        guests.push_back(
            {begin, begin + 15 * (1 + below(8)), choices_for(plan, covers(1 + below(6)), needs, Seller::anyone)});
    }
    return guests;
}

std::vector<Stay> stays_of(const std::vector<Guest>& guests) {
    std::vector<Stay> stays;
    for (const auto& guest : guests) {
        stays.push_back({*MinuteOfDay::make(guest.begin), *MinuteOfDay::make(guest.end), guest.choices, std::nullopt,
                         Standing::movable});
    }
    return stays;
}

bool share_a_table(const FloorPlan& plan, std::size_t a, std::size_t b) {
    for (const auto table : plan.seatings()[a].tables) {
        for (const auto other : plan.seatings()[b].tables) {
            if (table == other) return true;
        }
    }
    return false;
}

bool is_right(const FloorPlan& plan, const std::vector<Stay>& stays, const std::vector<std::size_t>& seatings) {
    for (std::size_t a = 0; a < stays.size(); ++a) {
        const auto suits = [&](const SeatingChoice& choice) { return choice.seating == seatings[a]; };
        const bool keeps = stays[a].seated == seatings[a];
        if (!keeps && std::none_of(stays[a].choices.begin(), stays[a].choices.end(), suits)) return false;
        if (!keeps && stays[a].standing == Standing::fixed) return false;
        for (std::size_t b = 0; b < a; ++b) {
            if (overlap(stays[a], stays[b]) && share_a_table(plan, seatings[a], seatings[b])) return false;
        }
    }
    return true;
}

/// Moves, chairs wasted, ranks.
using Price = std::tuple<int, int, int>;

/// The least price of any arrangement: tries them all.
class Naive {
public:
    Naive(const FloorPlan& plan, const std::vector<Stay>& stays) : plan_(plan), stays_(stays) {}

    std::optional<Price> run() {
        seat(0, {0, 0, 0});
        return best_;
    }

private:
    void seat(std::size_t next, Price price) {
        if (next == stays_.size()) {
            if (!best_ || price < *best_) best_ = price;
            return;
        }
        for (const auto& choice : stays_[next].choices) {
            const bool keeps = stays_[next].seated == choice.seating;
            if (!keeps && stays_[next].standing == Standing::fixed) continue;
            bool is_free = true;
            for (std::size_t other = 0; other < next; ++other) {
                if (overlap(stays_[next], stays_[other]) && share_a_table(plan_, choice.seating, seatings_[other])) {
                    is_free = false;
                }
            }
            if (!is_free) continue;
            seatings_.push_back(choice.seating);
            const auto [moves, wasted, rank] = price;
            seat(next + 1,
                 {moves + (stays_[next].seated && !keeps ? 1 : 0), wasted + choice.wasted, rank + choice.rank});
            seatings_.pop_back();
        }
    }

    const FloorPlan& plan_;
    const std::vector<Stay>& stays_;
    std::vector<std::size_t> seatings_;
    std::optional<Price> best_;
};

/// Where a moment alone is said to prove that somebody has no seat, those who are there then have not enough.
bool is_full_where_it_says(const FloorPlan& plan, std::vector<Stay> stays, const ArrangementSearch& found) {
    const auto* none = std::get_if<NoArrangement>(&found);
    if (none == nullptr || !none->full_at) return true;
    std::erase_if(stays, [moment = *none->full_at](const Stay& stay) { return !is_there(stay, moment); });
    return !Naive{plan, stays}.run().has_value();
}

Price price_of(const std::vector<Stay>& stays, const Arrangement& arrangement) {
    Price price{static_cast<int>(arrangement.moved.size()), 0, 0};
    for (std::size_t stay = 0; stay < stays.size(); ++stay) {
        for (const auto& choice : stays[stay].choices) {
            if (choice.seating != arrangement.seatings[stay]) continue;
            std::get<1>(price) += choice.wasted;
            std::get<2>(price) += choice.rank;
        }
    }
    return price;
}

/// Everybody but the last is where some arrangement has them, some of them for good.
bool seat_all_but_the_last(const FloorPlan& plan, std::vector<Stay>& stays) {
    std::vector<Stay> before{stays.begin(), stays.end() - 1};
    const auto found = arrange(plan, before, plenty);
    const auto* arrangement = std::get_if<Arrangement>(&found);
    if (arrangement == nullptr) return false;
    for (std::size_t stay = 0; stay + 1 < stays.size(); ++stay) {
        stays[stay].seated = arrangement->seatings[stay];
        stays[stay].standing = below(4) == 0 ? Standing::fixed : Standing::movable;
    }
    return true;
}

bool everybody_or_nobody() {
    return rc::check("everybody is seated exactly if trying everything finds a way", [] {
        const auto plan = some_plan();
        const auto guests = some_guests(plan);
        const auto stays = stays_of(guests);
        const auto found = arrange(plan, stays, plenty);
        const auto naive = Naive{plan, stays}.run();
        RC_ASSERT(std::holds_alternative<Arrangement>(found) == naive.has_value());
        RC_ASSERT(std::holds_alternative<NoArrangement>(found) == !naive.has_value());
        RC_ASSERT(is_full_where_it_says(plan, stays, found));
        if (naive) RC_ASSERT(is_right(plan, stays, std::get<Arrangement>(found).seatings));
    });
}

bool as_few_moves_as_can_be() {
    return rc::check("one more party moves the fewest, wastes the fewest chairs, and respects the ranks", [] {
        const auto plan = some_plan();
        const auto guests = some_guests(plan);
        auto stays = stays_of(guests);
        RC_PRE(seat_all_but_the_last(plan, stays));
        const auto found = arrange(plan, stays, plenty);
        const auto naive = Naive{plan, stays}.run();
        RC_ASSERT(std::holds_alternative<Arrangement>(found) == naive.has_value());
        RC_ASSERT(is_full_where_it_says(plan, stays, found));
        if (!naive) return;
        const auto& arrangement = std::get<Arrangement>(found);
        RC_ASSERT(is_right(plan, stays, arrangement.seatings));
        RC_ASSERT(arrangement.proof == Proof::best);
        RC_ASSERT(price_of(stays, arrangement) == *naive);
    });
}

bool prices_prove_no_lie() {
    return rc::check("where prices prove of a stretch of the evening that it is too full, nobody finds a way", [] {
        const auto plan = some_plan();
        const auto guests = some_guests(plan);
        const auto stays = stays_of(guests);
        const detail::Crowds crowds{plan, stays};
        bool is_proven = false;
        for (std::size_t length = 1; length <= crowds.moments(); ++length) {
            detail::NodeBudget budget{100'000};
            const bool is_too_full = crowds.overfull([](MinuteOfDay) { return true; }, budget, length).has_value();
            RC_ASSERT(!budget.is_overdrawn());
            RC_ASSERT((is_too_full || !is_proven));
            is_proven = is_too_full;
        }
        RC_CLASSIFY(is_proven);
        if (is_proven) RC_ASSERT(!Naive(plan, stays).run().has_value());
    });
}

bool no_budget_no_lie() {
    return rc::check("a small budget gives no wrong answer, and the same one again", [] {
        const auto plan = some_plan();
        const auto guests = some_guests(plan);
        const auto stays = stays_of(guests);
        const SearchBudget budget{static_cast<std::size_t>(below(12))};
        const auto found = arrange(plan, stays, budget);
        const auto again = arrange(plan, stays, budget);
        RC_ASSERT(found.index() == again.index());
        const auto naive = Naive{plan, stays}.run();
        if (std::holds_alternative<NoArrangement>(found)) RC_ASSERT(!naive.has_value());
        if (const auto* arrangement = std::get_if<Arrangement>(&found)) {
            RC_ASSERT(is_right(plan, stays, arrangement->seatings));
            RC_ASSERT(arrangement->seatings == std::get<Arrangement>(again).seatings);
        }
    });
}

}  // namespace

int run() {
    const bool all[] = {everybody_or_nobody(), as_few_moves_as_can_be(), prices_prove_no_lie(), no_budget_no_lie()};
    return std::all_of(std::begin(all), std::end(all), [](bool holds) { return holds; }) ? 0 : 1;
}

}  // namespace arrange_property
