#pragma once

#include <array>
#include <cmath>
#include <optional>

#include <denwaban/agent/contact_times.hpp>
#include <denwaban/core/expected.hpp>

/// How many agents a queue needs: Erlang C where callers wait for ever, Erlang A where they lose patience.
namespace denwaban {

/// What comes to a queue in a span in which nothing changes: a quarter of an hour of a forecast.
struct Workload {
    double calls = 0;        ///< expected to come in `interval`
    Duration interval{};     ///< more than nothing
    Duration handle_time{};  ///< AHT: what a call keeps an agent, after-contact work and all; more than nothing
    std::optional<Duration> patience;  ///< how long callers wait on average before they give up; none: for ever
    friend bool operator==(const Workload&, const Workload&) = default;
};

/// What is promised to callers, and to agents.
struct StaffingGoal {
    double service_level = 0.8;  ///< of the calls that come, the share to be answered within `threshold`
    Duration threshold = std::chrono::seconds{20};
    double occupancy = 1;  ///< the most of an agent's time that calls may take
    double shrinkage = 0;  ///< 縮小率: the share of paid time in which an agent takes no calls; less than 1
    friend bool operator==(const StaffingGoal&, const StaffingGoal&) = default;
};

/// What a queue will be like, in the long run of its span.
struct QueueForecast {
    double occupancy = 0;      ///< of an agent's time, what calls take
    double waiting = 0;        ///< of all calls, how many find no agent free
    double service_level = 0;  ///< of all calls, how many are answered within the threshold
    double abandoned = 0;      ///< of all calls, how many give up
    /// Seconds that a call waits, answered or not; none where the queue only grows.
    std::optional<double> wait;
    friend bool operator==(const QueueForecast&, const QueueForecast&) = default;
};

/// How many it takes.
struct Staffing {
    int agents = 0;    ///< at their telephones
    int rostered = 0;  ///< at work, so that so many are at their telephones
    QueueForecast queue;
    friend bool operator==(const Staffing&, const Staffing&) = default;
};

/// The largest number of agents that is reckoned with.
inline constexpr int most_agents = 10'000;

namespace detail::staffing {

[[nodiscard]] inline double seconds(Duration span) noexcept { return static_cast<double>(span.count()) / 1000; }

/// 1 / Erlang B of so many agents, by its recursion; infinite where nobody is ever refused.
[[nodiscard]] inline double inverse_erlang_b(int agents, double load) noexcept {
    double inverse = 1;
    for (int agent = 1; agent <= agents; ++agent) inverse = 1 + inverse * agent / load;
    return inverse;
}

/// The logarithm of Σ yʲ / ((x+1) … (x+j)), j from 0: x eʸ γ(x, y) / yˣ, of which all that impatience does is made.
[[nodiscard]] inline double log_series(double x, double y) noexcept {
    constexpr double large = 1e200;
    constexpr double negligible = 1e-17;
    double sum = 1, term = 1, log_scale = 0;
    for (double step = x + 1; term > sum * negligible; ++step) {
        term *= y / step;
        sum += term;
        if (sum > large) {
            sum /= large;
            term /= large;
            log_scale += std::log(large);
        }
    }
    return std::log(sum) + log_scale;
}

struct Rates {
    double arrival;   ///< λ, a second
    double service;   ///< nμ: all agents together
    double patience;  ///< θ
};

/// log ∫ exp(λ H(x) − (nμ + more·θ) x) dx from t on, H(x) being (1 − e^−θx)/θ.
[[nodiscard]] inline double log_integral(const Rates& rates, double from, double more) noexcept {
    const double decay = rates.service + more * rates.patience;
    const double left = std::exp(-rates.patience * from);
    const double reached = rates.arrival * (1 - left) / rates.patience - decay * from;
    return reached + log_series(decay / rates.patience, rates.arrival * left / rates.patience) - std::log(decay);
}

[[nodiscard]] inline QueueForecast erlang_c(double load, int agents, double handle_time, double threshold) noexcept {
    QueueForecast queue;
    if (load >= agents) {
        queue.occupancy = 1;
        queue.waiting = 1;
        return queue;
    }
    const double spare = agents - load;
    queue.occupancy = load / agents;
    queue.waiting = agents / (spare * inverse_erlang_b(agents, load) + load);
    queue.service_level = 1 - queue.waiting * std::exp(-spare * threshold / handle_time);
    queue.wait = queue.waiting * handle_time / spare;
    return queue;
}

/// Mandelbaum and Zeltyn, "The Palm/Erlang-A Queue, with Applications to Call Centers" (2005), section 4.
[[nodiscard]] inline QueueForecast erlang_a(double load, int agents, double handle_time, double patience,
                                            double threshold) noexcept {
    const Rates rates{load / handle_time, agents / handle_time, 1 / patience};
    const double log_waits = std::log(rates.arrival) + log_integral(rates, 0, 0);
    const double at_once = inverse_erlang_b(agents - 1, load) * std::exp(-log_waits);
    QueueForecast queue;
    queue.waiting = 1 / (1 + at_once);
    // What those who wait find is longer than their patience: one less what all agents serve.
    const double given_up_by_waiting = 1 - rates.service / rates.arrival + std::exp(-log_waits);
    queue.abandoned = std::fmax(0, given_up_by_waiting * queue.waiting);
    queue.wait = queue.abandoned * patience;
    queue.occupancy = load * (1 - queue.abandoned) / agents;
    const double late = std::exp(std::log(rates.arrival) + log_integral(rates, threshold, 1) - log_waits);
    queue.service_level = std::fmax(0, 1 - queue.abandoned - late * queue.waiting);
    return queue;
}

[[nodiscard]] inline Error refused(const char* what, const char* where) {
    return {ErrorCode::out_of_range, what, JsonPointer{where}};
}

[[nodiscard]] inline std::optional<Error> fault_of(const Workload& load) {
    if (!(load.calls >= 0 && load.calls <= 1e9)) return refused("calls must be 0 to 1,000,000,000", "/load/calls");
    if (load.interval <= Duration{0}) return refused("an interval must be longer than nothing", "/load/interval");
    if (load.handle_time <= Duration{0})
        return refused("a handle time must be longer than nothing", "/load/handle_time");
    if (load.patience && *load.patience <= Duration{0})
        return refused("patience must be longer than nothing", "/load/patience");
    return std::nullopt;
}

struct Share {
    double StaffingGoal::*share;
    bool (*is_right)(double);
    const char* what;
    const char* where;
};
inline constexpr std::array shares{
    Share{&StaffingGoal::service_level, [](double share) { return share >= 0 && share < 1; },
          "a service level must be 0 to less than 1", "/goal/service_level"},
    Share{&StaffingGoal::occupancy, [](double share) { return share > 0 && share <= 1; },
          "an occupancy must be more than 0, and at most 1", "/goal/occupancy"},
    Share{&StaffingGoal::shrinkage, [](double share) { return share >= 0 && share < 1; },
          "a shrinkage must be 0 to less than 1", "/goal/shrinkage"},
};
[[nodiscard]] inline std::optional<Error> fault_of(const StaffingGoal& goal) {
    if (goal.threshold < Duration{0}) return refused("a threshold must not be below nothing", "/goal/threshold");
    for (const auto& [share, is_right, what, where] : shares) {
        if (!is_right(goal.*share)) return refused(what, where);
    }
    return std::nullopt;
}

/// What decimal shares lose as numbers of the machine: 21 / (1 - 0.3) is no more than 30.
inline constexpr double rounding = 1e-12;

/// In erlangs: how many agents it would keep busy without a pause.
[[nodiscard]] inline double offered(const Workload& load) noexcept {
    return load.calls * seconds(load.handle_time) / seconds(load.interval);
}

[[nodiscard]] inline QueueForecast forecast(const Workload& load, int agents, Duration threshold) noexcept {
    if (load.calls == 0) return {0, 0, 1, 0, 0.0};
    const auto offered = staffing::offered(load);
    const auto handle_time = seconds(load.handle_time);
    if (!load.patience) return erlang_c(offered, agents, handle_time, seconds(threshold));
    return erlang_a(offered, agents, handle_time, seconds(*load.patience), seconds(threshold));
}

}  // namespace detail::staffing

/// A queue with so many agents, in the long run. Calls come at random (Poisson), and how long they are handled and how
/// long callers are patient is spread exponentially. Without patience it is Erlang C, and where that has too few agents
/// nobody is answered in time; with it, Erlang A. Cost: linear in agents; of Erlang A, in calls within their patience
/// too.
///
/// Errors: `out_of_range` of what is no load, of agents that are not 1 to `most_agents`, of a threshold below nothing.
[[nodiscard]] inline Expected<QueueForecast> queue_forecast(const Workload& load, int agents, Duration threshold) {
    if (auto fault = detail::staffing::fault_of(load)) return Unexpected{*std::move(fault)};
    if (threshold < Duration{0})
        return Unexpected{detail::staffing::refused("a threshold must not be below nothing", "/threshold")};
    if (agents < 1 || agents > most_agents)
        return Unexpected{detail::staffing::refused("agents must be 1 to 10,000", "/agents")};
    return detail::staffing::forecast(load, agents, threshold);
}

/// The fewest agents that reach the goal; at least one. Errors: as `queue_forecast`; `out_of_range` of a share that is
/// none; `beyond_limit` where it takes more than `most_agents`. Cost: that of `queue_forecast`, 14 times at most.
[[nodiscard]] inline Expected<Staffing> staffing_for(const Workload& load, const StaffingGoal& goal) {
    if (auto fault = detail::staffing::fault_of(load)) return Unexpected{*std::move(fault)};
    if (auto fault = detail::staffing::fault_of(goal)) return Unexpected{*std::move(fault)};
    const auto is_enough = [&](int agents) {
        const auto queue = detail::staffing::forecast(load, agents, goal.threshold);
        return queue.service_level >= goal.service_level &&
               queue.occupancy <= goal.occupancy * (1 + detail::staffing::rounding);
    };
    if (!is_enough(most_agents))
        return Unexpected{Error{ErrorCode::beyond_limit, "it takes more than 10,000", JsonPointer{"/load"}}};
    // More agents never make a caller wait longer.
    int few = 0, enough = most_agents;
    while (enough - few > 1) {
        const int middle = few + (enough - few) / 2;
        (is_enough(middle) ? enough : few) = middle;
    }
    const double rostered = enough / (1 - goal.shrinkage);
    const auto whole = static_cast<int>(std::ceil(rostered * (1 - detail::staffing::rounding)));
    return Staffing{enough, whole, detail::staffing::forecast(load, enough, goal.threshold)};
}

}  // namespace denwaban
