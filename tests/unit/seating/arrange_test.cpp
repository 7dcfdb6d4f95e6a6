#include <doctest/doctest.h>

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/seating/arrange.hpp>

namespace arrange_test {
using namespace denwaban;

namespace {

/// An evening, its guests named as they come.
class Evening {
public:
    explicit Evening(std::vector<std::pair<const char*, int>> tables, std::vector<Chain> chains = {})
        : plan_(*FloorPlan::make(made(tables), {}, std::move(chains))) {}

    Evening& seated(int covers, MinuteOfDay from, MinuteOfDay until, const char* at,
                    Standing standing = Standing::movable) {
        add(covers, from, until);
        const auto& seatings = plan_.seatings();
        for (std::size_t seating = 0; seating < seatings.size(); ++seating) {
            if (name(seating) == at) stays_.back().seated = seating;
        }
        stays_.back().standing = standing;
        return *this;
    }
    Evening& comes(int covers, MinuteOfDay from, MinuteOfDay until) {
        add(covers, from, until);
        return *this;
    }

    /// `A B`, where everybody sits; `full`.
    [[nodiscard]] std::string arranged() const {
        const auto found = arrange(plan_, stays_);
        const auto* arrangement = std::get_if<Arrangement>(&found);
        if (arrangement == nullptr) return std::holds_alternative<NoArrangement>(found) ? "full" : "not known";
        std::string text;
        for (const auto seating : arrangement->seatings) text += (text.empty() ? "" : " ") + name(seating);
        return text;
    }

private:
    static std::vector<Table> made(const std::vector<std::pair<const char*, int>>& tables) {
        std::vector<Table> all;
        for (const auto& [id, most] : tables) {
            all.emplace_back();
            all.back().id = {id};
            all.back().most = *Covers::make(most);
        }
        return all;
    }
    void add(int covers, MinuteOfDay from, MinuteOfDay until) {
        choices_.push_back(choices_for(plan_, *Covers::make(covers), {}, Seller::anyone));
        stays_.push_back({from, until, choices_.back(), std::nullopt, Standing::movable});
    }
    [[nodiscard]] std::string name(std::size_t seating) const {
        std::string text;
        for (const auto table : plan_.seatings()[seating].tables) text += plan_.tables()[table].id.text;
        return text;
    }

    FloorPlan plan_;
    std::deque<std::vector<SeatingChoice>> choices_;
    std::vector<Stay> stays_;
};

constexpr auto six_pm = MinuteOfDay::clock(18, 0), half_past_six = MinuteOfDay::clock(18, 30),
               seven = MinuteOfDay::clock(19, 0), eight = MinuteOfDay::clock(20, 0), nine = MinuteOfDay::clock(21, 0),
               one_am = MinuteOfDay::clock(25, 0), two_am = MinuteOfDay::clock(26, 0);

}  // namespace

TEST_CASE("a party sits at the smallest table that is free, and nobody moves without need") {
    CHECK(Evening{{{"A", 4}, {"B", 2}}}.comes(2, six_pm, eight).arranged() == "B");
    CHECK(Evening{{{"A", 4}, {"B", 2}}}.seated(2, six_pm, eight, "A").comes(2, six_pm, eight).arranged() == "A B");
}

TEST_CASE("another party moves where that lets everybody fit") {
    const Evening evening{{{"A", 4}, {"B", 2}}};
    CHECK(Evening{evening}.seated(2, six_pm, eight, "A").comes(4, seven, nine).arranged() == "B A");
    CHECK(Evening{evening}.seated(2, six_pm, eight, "A", Standing::fixed).comes(4, seven, nine).arranged() == "full");
    CHECK(Evening{evening}.seated(3, six_pm, eight, "A").comes(4, seven, nine).arranged() == "full");
}

TEST_CASE("a party moves out of the way of one that moves out of the way") {
    CHECK(Evening{{{"A", 6}, {"B", 4}, {"C", 2}}}
              .seated(4, six_pm, eight, "A")
              .seated(2, six_pm, eight, "B")
              .comes(6, six_pm, eight)
              .arranged() == "B C A");
}

TEST_CASE("one follows another at a table at the same minute") {
    CHECK(Evening{{{"A", 2}}}.seated(2, six_pm, eight, "A").comes(2, eight, nine).arranged() == "A A");
}

TEST_CASE("a shorter stay inside a longer one is in its way") {
    CHECK(Evening{{{"A", 2}}}.seated(2, six_pm, nine, "A").comes(2, seven, eight).arranged() == "full");
    CHECK(Evening{{{"A", 2}}}.seated(2, seven, eight, "A").comes(2, six_pm, nine).arranged() == "full");
}

TEST_CASE("a minute more is too much, and stays need not be equal") {
    CHECK(Evening{{{"A", 2}}}.seated(2, six_pm, seven, "A").comes(2, half_past_six, eight).arranged() == "full");
    CHECK(Evening{{{"A", 2}, {"B", 2}}}
              .seated(2, six_pm, nine, "A")
              .seated(2, six_pm, seven, "B")
              .comes(2, half_past_six, eight)
              .arranged() == "full");
}

TEST_CASE("tables that are joined are taken, each of them") {
    const Evening evening{{{"A", 2}, {"B", 2}, {"C", 2}}, {{{{"A"}, {"B"}, {"C"}}, 2, 0}}};
    CHECK(Evening{evening}.seated(4, six_pm, eight, "AB").comes(2, seven, nine).arranged() == "AB C");
    CHECK(Evening{evening}.seated(2, six_pm, eight, "B").comes(4, seven, nine).arranged() == "C AB");
    CHECK(Evening{evening}.seated(4, six_pm, eight, "AB").comes(4, seven, nine).arranged() == "full");
}

TEST_CASE("a day goes on past midnight") {
    CHECK(Evening{{{"A", 2}}}.seated(2, nine, one_am, "A").comes(2, one_am, two_am).arranged() == "A A");
    CHECK(Evening{{{"A", 2}}}.seated(2, nine, two_am, "A").comes(2, one_am, two_am).arranged() == "full");
}

TEST_CASE("a party that fits nowhere is not seated, and a budget of nothing proves nothing") {
    CHECK(Evening{{{"A", 2}}}.comes(3, six_pm, eight).arranged() == "full");
    const auto plan = *FloorPlan::make({Table{.id = {"A"}, .most = Covers::of(2), .area = {}}});
    const auto choices = choices_for(plan, Covers::of(2), {}, Seller::anyone);
    const std::vector<Stay> stays{{six_pm, eight, choices, std::nullopt, Standing::movable},
                                  {six_pm, eight, choices, std::nullopt, Standing::movable}};
    CHECK_FALSE(std::holds_alternative<Arrangement>(arrange(plan, stays, {0})));
}

}  // namespace arrange_test
