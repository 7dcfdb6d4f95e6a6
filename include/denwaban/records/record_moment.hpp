#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/records/contact_record.hpp>

/// Which of two records of a contact is the later one.
namespace denwaban::detail::records {

/// How much a record says, and a digest of it (FNV-1a): the same on every machine.
class Told {
public:
    void text(std::string_view words) noexcept {
        told_ += words.empty() ? 0 : 1;
        for (const char c : words) digest_ = (digest_ ^ static_cast<std::uint8_t>(c)) * 16'777'619U;
    }
    void texts(const std::map<std::string, std::string>& all) noexcept {
        for (const auto& [key, value] : all) {
            text(key);
            text(value);
        }
    }
    void moment(const std::optional<Instant>& at) noexcept {
        if (!at) return;
        ++told_;
        const auto count = static_cast<std::uint64_t>(at->time_since_epoch().count());
        digest_ = (digest_ ^ static_cast<std::uint32_t>(count ^ (count >> 32U))) * 16'777'619U;
    }
    /// Less than `ranks`.
    [[nodiscard]] std::int64_t rank() const noexcept {
        const auto folded = digest_ ^ (digest_ >> 16U);
        return std::min(told_, most_told) * digests + folded % digests;
    }

    static constexpr std::uint32_t most_told = 61, digests = 16;
    static constexpr std::int64_t ranks = std::int64_t{most_told + 1} * digests;

private:
    std::uint32_t told_ = 0;
    std::uint32_t digest_ = 2'166'136'261U;
};

/// Of two records of one second the greater is taken for the later.
[[nodiscard]] inline std::int64_t rank_in_second(const ContactRecord& record) noexcept {
    Told told;
    told.texts(record.attributes);
    told.texts(record.tags);
    for (const auto* at : {&record.connected_to_system, &record.disconnected, &record.transferred}) told.moment(*at);
    told.text(record.disconnect_reason);
    if (record.next) told.text(record.next->text);
    for (const auto& recording : record.recordings) {
        told.text(recording.key);
        told.text(name_of(recording.status));
    }
    if (record.queue) {
        told.text(record.queue->queue.arn);
        told.moment(record.queue->enqueued);
        told.moment(record.queue->dequeued);
    }
    if (record.agent) {
        told.text(record.agent->agent.text);
        told.moment(record.agent->connected);
        told.moment(record.agent->after_contact_work_until);
    }
    return told.rank();
}

/// LastUpdateTimestamp has whole seconds, in which a contact can be sent twice: then the rest of the second is what
/// tells them apart. Whoever forgets a person moves their records by a millisecond: what was sent in that second must
/// never again be later than that.
[[nodiscard]] inline Instant moment_of(const ContactRecord& record) noexcept {
    constexpr std::int64_t second = 1000;
    const auto within = record.updated.time_since_epoch() % Duration{second};
    if (within == Duration{0}) return record.updated + Duration{rank_in_second(record)};
    return record.updated - within + Duration{Told::ranks + within.count() * (second - Told::ranks) / second};
}

}  // namespace denwaban::detail::records
