#include "progress.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

namespace denwaban::cli {

void Progress::add(std::uint64_t bytes) {
    constexpr std::chrono::milliseconds often_enough{100};
    constexpr std::size_t width = 30;
    done_ += bytes;
    if (terminal_ == nullptr || total_ == 0) return;
    const auto now = clock_();
    if (now - shown_ < often_enough) return;
    shown_ = now;
    const auto part = std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_));
    const auto seconds = std::chrono::duration<double>(now - began_).count();
    const auto left = static_cast<long>(seconds / part * (1 - part) + 0.5);
    const auto full = static_cast<std::size_t>(part * width);
    std::array<char, 80> figures{};
    std::snprintf(figures.data(), figures.size(), " %3d %% %8.1f MB/s  ETA %ld:%02ld", static_cast<int>(part * 100),
                  static_cast<double>(done_) / seconds / 1e6, left / 60, left % 60);
    *terminal_ << "\r\x1b[K[" << std::string(full, '#') << std::string(width - full, ' ') << ']' << figures.data();
    terminal_->flush();
    is_shown_ = true;
}

void Progress::clear() {
    if (!is_shown_) return;
    *terminal_ << "\r\x1b[K";
    terminal_->flush();
    is_shown_ = false;
}

}  // namespace denwaban::cli
