#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <denwaban/core/names.hpp>
#include <denwaban/records/call_fact.hpp>

namespace denwaban {

/// Which share of calls a service level is: three are in use, and they differ.
enum class ServiceLevelFormula : std::uint8_t {
    answered_of_all,             ///< answered in time / (answered + abandoned)
    without_short_abandons,      ///< answered in time / (answered + abandoned too late)
    short_abandons_as_answered,  ///< (answered + abandoned in time) / (answered + abandoned)
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<ServiceLevelFormula>{
    "answered_of_all", "without_short_abandons", "short_abandons_as_answered"};

/// What a contact centre counts of the calls that came in. Spans are means, none where there is nothing to divide by.
struct ServiceFigures {
    std::size_t offered = 0;  ///< that came in
    std::size_t queued = 0;   ///< of them, that waited for an agent
    std::size_t answered = 0;
    std::size_t abandoned = 0;          ///< in a queue, as Amazon Connect counts them
    std::size_t abandoned_in_flow = 0;  ///< before any queue or after the last
    std::size_t answered_in_time = 0;
    std::size_t abandoned_in_time = 0;
    std::optional<double> speed_of_answer;  ///< ASA: seconds in queues until they were answered
    std::optional<double> handle_time;  ///< AHT: seconds of interaction, hold and after-contact work of the answered
    friend bool operator==(const ServiceFigures&, const ServiceFigures&) = default;
};

namespace detail::records {

[[nodiscard]] inline double in_seconds(Duration span) noexcept { return static_cast<double>(span.count()) / 1000; }

[[nodiscard]] inline std::optional<double> share(std::size_t part, std::size_t of) noexcept {
    if (of == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(of);
}

[[nodiscard]] inline std::optional<double> mean(Duration sum, std::size_t count) noexcept {
    if (count == 0) return std::nullopt;
    return in_seconds(sum) / static_cast<double>(count);
}

/// Adds up one call that came in after another.
class Counting {
public:
    explicit Counting(Duration threshold) noexcept : threshold_(threshold) {}

    void add(const CallFact& call) noexcept {
        ++figures_.offered;
        if (!call.waits.empty()) ++figures_.queued;
        const auto waited = time_to_answer(call);
        const bool in_time = waited <= threshold_;
        if (call.answered) {
            ++figures_.answered;
            if (in_time) ++figures_.answered_in_time;
            waited_ += waited;
            handled_ += call.interaction + call.customer_hold + call.after_contact_work;
        } else if (call.abandoned == Abandonment::in_queue) {
            ++figures_.abandoned;
            if (in_time) ++figures_.abandoned_in_time;
        } else if (call.abandoned == Abandonment::in_flow) {
            ++figures_.abandoned_in_flow;
        }
    }
    [[nodiscard]] ServiceFigures figures() const noexcept {
        auto figures = figures_;
        figures.speed_of_answer = mean(waited_, figures.answered);
        figures.handle_time = mean(handled_, figures.answered);
        return figures;
    }

private:
    Duration threshold_;
    ServiceFigures figures_;
    Duration waited_{0};
    Duration handled_{0};
};

}  // namespace detail::records

/// Of calls that came in; those that we made count nowhere, nor do chats, e-mails and tasks. In time is within
/// `threshold` of all that they waited in queues before an agent answered. A callback that was promised and then
/// answered is an answer. With a channel, of what came in `through` it and of nothing else.
[[nodiscard]] inline ServiceFigures service_figures(std::span<const CallFact> calls, Duration threshold,
                                                    std::optional<Channel> through = {}) {
    detail::records::Counting counting{threshold};
    for (const auto& call : calls) {
        if (came_in(call, through)) counting.add(call);
    }
    return counting.figures();
}

/// A share of 0 to 1; none where nobody was answered or gave up.
[[nodiscard]] inline std::optional<double> service_level(const ServiceFigures& figures,
                                                         ServiceLevelFormula formula) noexcept {
    auto good = figures.answered_in_time;
    auto all = figures.answered + figures.abandoned;
    switch (formula) {
        case ServiceLevelFormula::answered_of_all:
            break;
        case ServiceLevelFormula::without_short_abandons:
            all -= figures.abandoned_in_time;
            break;
        case ServiceLevelFormula::short_abandons_as_answered:
            good += figures.abandoned_in_time;
            break;
    }
    return detail::records::share(good, all);
}

}  // namespace denwaban
