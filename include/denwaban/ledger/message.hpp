#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban {

/// Something to send: a hand-over note, a reminder. It is kept in the commit of its cause, and is there until whoever
/// sends it says that it was sent: at least once, so whoever receives it knows it by its id.
struct Message {
    std::string id{};
    Instant due{};
    std::string channel{};  ///< mail, line, sms: the sender's words
    std::string to{};
    std::string text{};
    friend bool operator==(const Message&, const Message&) = default;
};

/// Some of what is kept by the time when it is due.
struct DueQuestion {
    Instant until{};          ///< what is due then or before
    std::size_t limit = 100;  ///< 1 to 1000
    std::string after{};      ///< where the page before ended; empty at first
    friend bool operator==(const DueQuestion&, const DueQuestion&) = default;
};

/// Some of what is due, the oldest first.
struct DueMessages {
    std::vector<Message> messages{};
    std::optional<std::string> next{};  ///< what the next page comes after; none after the last
    friend bool operator==(const DueMessages&, const DueMessages&) = default;
};
/// Those that are due.
[[nodiscard]] Errand<DueMessages> find_messages(const DueQuestion& question);

/// How many messages were still there.
struct DroppedMessages {
    std::size_t sent = 0;
    friend bool operator==(DroppedMessages, DroppedMessages) = default;
};
/// Forgets messages that were sent.
[[nodiscard]] Errand<DroppedMessages> drop_messages(std::vector<Message> sent, ErrandRequest request);

}  // namespace denwaban
