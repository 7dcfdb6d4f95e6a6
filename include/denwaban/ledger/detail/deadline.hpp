#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>

namespace denwaban::detail {

/// Whatever this thread waits for, it gives up once somebody says so, as long as this lives.
class GivesUp {
public:
    explicit GivesUp(const std::atomic<bool>& when) noexcept : before_(of_thread()) { of_thread() = &when; }
    ~GivesUp() { of_thread() = before_; }
    GivesUp(const GivesUp&) = delete;
    GivesUp& operator=(const GivesUp&) = delete;

    [[nodiscard]] static bool now() noexcept { return of_thread() != nullptr && *of_thread(); }

private:
    [[nodiscard]] static const std::atomic<bool>*& of_thread() noexcept {
        thread_local const std::atomic<bool>* when = nullptr;
        return when;
    }

    const std::atomic<bool>* before_;
};

/// Until when whatever this thread waits for is waited for, as long as it lives.
class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    explicit Deadline(std::chrono::milliseconds time) : before_(of_thread()) {
        constexpr std::chrono::hours a_long_time{24 * 365};
        until_ = Clock::now() + std::min<std::chrono::milliseconds>(time, a_long_time);
        of_thread() = before_ ? std::min(*before_, until_) : until_;
    }
    ~Deadline() { of_thread() = before_; }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    [[nodiscard]] bool is_over() const { return Clock::now() >= until_; }
    /// As much of a time as there is left.
    [[nodiscard]] static std::chrono::milliseconds within(std::chrono::milliseconds time) {
        if (GivesUp::now()) return std::chrono::milliseconds{0};
        if (!of_thread()) return time;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*of_thread() - Clock::now());
        return std::max(std::chrono::milliseconds{0}, std::min(left, time));
    }

private:
    [[nodiscard]] static std::optional<Clock::time_point>& of_thread() {
        thread_local std::optional<Clock::time_point> until;
        return until;
    }

    std::optional<Clock::time_point> before_;
    Clock::time_point until_;
};

}  // namespace denwaban::detail
