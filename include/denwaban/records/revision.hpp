#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <denwaban/records/contact_record.hpp>
#include <denwaban/records/leg_links.hpp>
#include <denwaban/records/record_moment.hpp>

/// How much is known of a call, in one number.
namespace denwaban::detail::records {

/// Beyond it a number of JSON is not exact.
inline constexpr std::int64_t most_revisions = (std::int64_t{1} << 53) - 1;

/// As much as a leg of thirty years more: whoever knows how a call began knows more of it than who knows one later leg,
/// however much later that came.
inline constexpr std::int64_t worth_of_beginning = 1'000'000'000 * moments_a_second;

/// Up to here a revision tells moments, for calls of 150 legs; beyond it whole seconds, for 19,000 more.
inline constexpr std::int64_t most_exact_revisions = most_revisions - (std::int64_t{1} << 45);

/// When legs were last written, together, and how many are awaited: whatever becomes known, it is more, and never less.
/// A leg that comes is worth more than it was while it was awaited, since no moment is less than a second's.
class Revision {
public:
    void add(const ContactRecord& leg) noexcept {
        constexpr std::int64_t most_told = std::int64_t{1} << 61;
        told_ = std::min(told_ + moment_of(leg), most_told);
        begins_ = begins_ || leg.was_first || is_first(leg);
    }
    void await(std::size_t legs) noexcept { awaited_ = static_cast<std::int64_t>(legs); }
    [[nodiscard]] std::int64_t value() const noexcept {
        const auto told = told_ + (begins_ ? worth_of_beginning : 0);
        const auto exact = std::min(told, most_exact_revisions);
        return std::min(exact + (told - exact) / moments_a_second + awaited_, most_revisions);
    }

private:
    std::int64_t told_ = 0;
    std::int64_t awaited_ = 0;
    bool begins_ = false;
};

}  // namespace denwaban::detail::records
