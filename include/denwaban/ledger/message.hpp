#pragma once

#include <string>
#include <vector>

#include <denwaban/core/time.hpp>
#include <denwaban/ledger/errand.hpp>

namespace denwaban {

/// Something to send: a hand-over note, a reminder. It is kept in the commit of its cause, and is there until whoever
/// sends it says that it was sent: at least once, so whoever receives it knows it by its id.
struct Message {
    std::string id;
    Instant due{};
    std::string channel;  ///< mail, line, sms: the sender's words
    std::string to;
    std::string text;
    friend bool operator==(const Message&, const Message&) = default;
};

/// Some of what is kept by the time when it is due.
struct DueQuestion {
    Instant until{};          ///< what is due then or before
    std::size_t limit = 100;  ///< 1 to 1000
    std::string after;        ///< where the page before ended; empty at first
    friend bool operator==(const DueQuestion&, const DueQuestion&) = default;
};

/// Answers `{"messages": [{"id", "due", "channel", "to", "text"}], "next": "…"}`, the oldest first; `next` is null
/// after the last.
[[nodiscard]] Errand find_messages(const DueQuestion& question);

/// Forgets messages that were sent. Answers how many were still there: `{"sent": 2}`.
[[nodiscard]] Errand drop_messages(std::vector<Message> sent, ErrandRequest request);

}  // namespace denwaban
