#pragma once

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

#include <denwaban/records/contact_record.hpp>

/// Which of two records of a contact is the later one.
namespace denwaban::detail::records {

/// How much a record says, and a digest of it: the same on every machine.
class Told {
public:
    void text(std::string_view words) noexcept {
        told_ += words.empty() ? 0 : 1;
        const auto size = words.size();
        std::size_t place = 0;
        for (; place + word_size <= size; place += word_size) mix(first_word(words.substr(place)));
        const auto rest = size - place;
        // Of the last eight bytes those that are not mixed yet, as if nothing stood behind them.
        mix(size < word_size ? short_word(words)
            : rest == 0      ? 0
                             : first_word(words.substr(size - word_size)) >> 8 * (word_size - rest));
        mix(size);
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
        mix(static_cast<std::uint64_t>(at->time_since_epoch().count()));
    }
    /// Less than `ranks`.
    [[nodiscard]] std::int64_t rank() const noexcept {
        return static_cast<std::int64_t>(std::min(told_, most_told) * digests + digest_ % digests);
    }

    static constexpr std::uint64_t most_told = 61, digests = 512;
    static constexpr std::int64_t ranks = std::int64_t{(most_told + 1) * digests};

private:
    static constexpr std::size_t word_size = 8;

    /// Least byte first, whatever the machine.
    [[nodiscard]] static std::uint64_t short_word(std::string_view words) noexcept {
        std::uint64_t word = 0;
        for (std::size_t place = 0; place < words.size(); ++place) {
            word |= std::uint64_t{static_cast<std::uint8_t>(words[place])} << (8 * place);
        }
        return word;
    }
    /// Precondition: there are eight bytes.
    [[nodiscard]] static std::uint64_t first_word(std::string_view words) noexcept {
        if constexpr (std::endian::native != std::endian::little) return short_word(words.substr(0, word_size));
        std::uint64_t word = 0;
        std::memcpy(&word, words.data(), word_size);
        return word;
    }
    void mix(std::uint64_t word) noexcept {
        digest_ = (digest_ ^ word) * 0x9e37'79b9'7f4a'7c15U;
        digest_ ^= digest_ >> 32U;
    }

    std::uint64_t told_ = 0;
    std::uint64_t digest_ = 0;
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

/// Of what a revision counts there are so many to a second.
inline constexpr std::int64_t moments_a_second = 32'768;

/// LastUpdateTimestamp has whole seconds, in which a contact can be sent twice: then the rest of the second is what
/// tells them apart, but for one pair in 512 that say equally much. Whoever forgets a person moves their records by a
/// millisecond: what was sent in that second must never again be later than that.
[[nodiscard]] inline std::int64_t moment_of(const ContactRecord& record) noexcept {
    static_assert(Told::ranks + 1000 <= moments_a_second);
    constexpr std::int64_t most_seconds = std::int64_t{1} << 37U;
    const auto since = record.updated.time_since_epoch();
    const auto seconds = date::floor<std::chrono::seconds>(since);
    const auto within = (since - seconds).count();
    const auto rest = within == 0 ? rank_in_second(record) : Told::ranks + within;
    return std::clamp<std::int64_t>(seconds.count(), 1, most_seconds) * moments_a_second + rest;
}

}  // namespace denwaban::detail::records
