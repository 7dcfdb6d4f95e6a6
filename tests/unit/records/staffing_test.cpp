#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/records/staffing.hpp>

namespace staffing_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

/// To so many places as a table prints.
bool is_about(double value, double printed, double half_of_last_place) {
    return std::abs(value - printed) <= half_of_last_place * 1.01;
}

/// The states of the queue, one by one: so many calls are here. Slow and plain.
struct Chain {
    Chain(double arrival, double service, double patience, int agents) : agents_(agents) {
        double weight = 1, sum = 0;
        for (int here = 0; here < agents || weight > sum * 1e-16; ++here) {
            of_.push_back(weight);
            sum += weight;
            const auto next = here + 1;
            weight *= arrival / (std::min(next, agents) * service + std::max(0, next - agents) * patience);
        }
        for (auto& one : of_) one /= sum;
    }
    [[nodiscard]] double waiting() const {
        double all = 0;
        for (auto here = static_cast<std::size_t>(agents_); here < of_.size(); ++here) all += of_[here];
        return all;
    }
    [[nodiscard]] double queue_length() const {
        double all = 0;
        for (auto here = static_cast<std::size_t>(agents_); here < of_.size(); ++here) {
            all += of_[here] * static_cast<double>(here - static_cast<std::size_t>(agents_));
        }
        return all;
    }

private:
    int agents_;
    std::vector<double> of_;
};

}  // namespace

TEST_CASE("queues are as tables print them") {
    struct Row {
        Workload load;
        int agents;
        Duration threshold;
        double waiting, service_level, wait, abandoned;
    };
    // Of Erlang C, the examples that textbooks for call centres reckon through: 48 erlangs, and 10; then the two
    // columns of table 1 of Mandelbaum and Zeltyn: 90% wait no longer than 58.1 s, and impatience of 2 min takes 3.1%.
    const std::vector<Row> rows{
        {{720, 1h, 240s, {}}, 55, 15s, 0.239, 0.846, 8.2, 0},
        {{100, 30min, 180s, {}}, 14, 20s, 0.174, 0.888, 7.8, 0},
        {{48, 1min, 1min, {}}, 50, 58'100ms, 0.694, 0.9, 20.8, 0},
        {{48, 1min, 1min, 2min}, 50, 0s, 0.468, 0.532, 3.7, 0.031},
    };
    for (const auto& row : rows) {
        CAPTURE(row.agents);
        const auto queue = queue_forecast(row.load, row.agents, row.threshold);
        REQUIRE(queue);
        CHECK(is_about(queue->waiting, row.waiting, 0.0005));
        CHECK(is_about(queue->service_level, row.service_level, 0.0005));
        CHECK(is_about(queue->wait.value(), row.wait, 0.05));
        CHECK(is_about(queue->abandoned, row.abandoned, 0.0005));
    }
}

TEST_CASE("a queue whose callers give up is what its states make it") {
    std::mt19937 random{7};
    for (int run = 0; run < 300; ++run) {
        const int agents = 1 + static_cast<int>(random() % 60);
        const Duration handle_time{1000 * (20 + random() % 400)};
        const Duration patience{1000 * (5 + random() % 600)};
        const double load = agents * (0.2 + 0.0001 * static_cast<double>(random() % 15'000));
        const double per_second = 1000.0 / static_cast<double>(handle_time.count());
        const Workload work{load * per_second * 900, 15min, handle_time, patience};
        CAPTURE(run);
        const auto queue = queue_forecast(work, agents, 20s);
        REQUIRE(queue);
        const double impatience = 1000.0 / static_cast<double>(patience.count());
        const Chain chain{load * per_second, per_second, impatience, agents};
        CHECK(queue->waiting == doctest::Approx(chain.waiting()).epsilon(1e-9));
        const double abandoned = impatience * chain.queue_length() / (load * per_second);
        CHECK(queue->abandoned == doctest::Approx(abandoned).epsilon(1e-6).scale(1e-6));
        CHECK(queue->service_level <= 1 - queue->abandoned);
        CHECK(queue->service_level >= 1 - queue->waiting - 1e-12);
        const auto patient = queue_forecast({work.calls, work.interval, work.handle_time, 1000h}, agents, 20s);
        const auto for_ever = queue_forecast({work.calls, work.interval, work.handle_time, {}}, agents, 20s);
        if (load < 0.9 * agents)
            CHECK(patient->service_level == doctest::Approx(for_ever->service_level).epsilon(1e-3));
    }
}

TEST_CASE("the fewest agents that reach the goal") {
    const Workload quarter{25, 15min, 180s, {}};
    const auto found = staffing_for(quarter, {0.8, 20s, 1, 0.3});
    REQUIRE(found);
    CHECK(found->agents == 8);
    CHECK(found->rostered == 12);
    CHECK(found->queue == *queue_forecast(quarter, 8, 20s));
    CHECK(queue_forecast(quarter, 7, 20s)->service_level < 0.8);
    CHECK(staffing_for(quarter, {0.8, 20s, 0.5, 0})->agents == 10);
    // 21 / 0.7 and 47.6 / 68 are whole and a share in decimals, and not quite in binary.
    const auto shrunk = staffing_for({276, 15min, 1min, {}}, {0.8, 20s, 1, 0.3});
    REQUIRE(shrunk);
    CHECK(shrunk->agents == 21);
    CHECK(shrunk->rostered == 30);
    CHECK(staffing_for({238, 15min, 3min, {}}, {0, 20s, 0.7, 0})->agents == 68);
    const Workload nobody{0, 15min, 180s, {}};
    CHECK(staffing_for(nobody, {})->agents == 1);
    CHECK(staffing_for(nobody, {})->queue.occupancy == 0);
}

TEST_CASE("too few agents for callers who wait for ever answer nobody in time") {
    const auto queue = queue_forecast({100, 15min, 180s, {}}, 20, 20s);
    REQUIRE(queue);
    CHECK(queue->service_level == 0);
    CHECK(queue->occupancy == 1);
    CHECK_FALSE(queue->wait);
    const auto impatient = queue_forecast({100'000, 1min, 60s, 30min}, 9'000, 20s);
    REQUIRE(impatient);
    CHECK(impatient->abandoned == doctest::Approx(0.91));
}

TEST_CASE("what is no load, and no goal, is refused") {
    const Workload right{10, 15min, 180s, 60s};
    const auto refused = [](const auto& answer) {
        CHECK(answer.error().code == ErrorCode::out_of_range);
        return to_string(answer.error().where);
    };
    const std::vector<std::pair<Workload, std::string>> loads{{{-1, 15min, 180s, {}}, "/load/calls"},
                                                              {{std::nan(""), 15min, 180s, {}}, "/load/calls"},
                                                              {{10, 0s, 180s, {}}, "/load/interval"},
                                                              {{10, 15min, 0s, {}}, "/load/handle_time"},
                                                              {{10, 15min, 180s, 0s}, "/load/patience"}};
    for (const auto& [wrong, where] : loads) {
        CHECK(refused(queue_forecast(wrong, 5, 20s)) == where);
        CHECK(refused(staffing_for(wrong, {})) == where);
    }
    CHECK(refused(queue_forecast(right, 0, 20s)) == "/agents");
    CHECK(refused(queue_forecast(right, 5, -1s)) == "/threshold");
    const std::vector<std::pair<StaffingGoal, std::string>> goals{{{1, 20s, 1, 0}, "/goal/service_level"},
                                                                  {{0.8, -1s, 1, 0}, "/goal/threshold"},
                                                                  {{0.8, 20s, 0, 0}, "/goal/occupancy"},
                                                                  {{0.8, 20s, std::nan(""), 0}, "/goal/occupancy"},
                                                                  {{0.8, 20s, 1, 1}, "/goal/shrinkage"}};
    for (const auto& [wrong, where] : goals) CHECK(refused(staffing_for(right, wrong)) == where);
    CHECK(staffing_for({1e9, 1s, 1h, {}}, {}).error().code == ErrorCode::beyond_limit);
}

}  // namespace staffing_test
