#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace denwaban::detail {

/// `condition.wait(lock, is_so)`, which with GCC 12 asks for a libstdc++ (GLIBCXX_3.4.30) that Amazon Linux 2023 does
/// not have; this is all in headers.
template <class IsSo>
void wait(std::condition_variable& condition, std::unique_lock<std::mutex>& lock, IsSo is_so) {
    while (!condition.wait_for(lock, std::chrono::hours{1}, is_so)) {
    }
}

}  // namespace denwaban::detail
