#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>

namespace denwaban::cli {

/// How far the reading of so many bytes has come, on one line of a terminal. Without a terminal it says nothing.
class Progress {
public:
    /// `clock` tells the time since whenever.
    Progress(std::ostream* terminal, std::uint64_t total, std::chrono::milliseconds (*clock)())
        : terminal_(terminal), total_(total), clock_(clock), began_(clock()), shown_(began_) {}
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void add(std::uint64_t bytes);
    /// Before something else is written to the terminal.
    void clear();

private:
    std::ostream* terminal_;
    std::uint64_t total_;
    std::chrono::milliseconds (*clock_)();
    std::chrono::milliseconds began_;
    std::chrono::milliseconds shown_;
    std::uint64_t done_ = 0;
    bool is_shown_ = false;
};

}  // namespace denwaban::cli
