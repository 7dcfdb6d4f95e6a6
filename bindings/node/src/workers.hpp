#pragma once

#include <napi.h>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace denwaban::node {

/// Threads for what blocks, of one main thread or worker of Node. libuv's own are four for all that a process does:
/// whoever waited for a lock or a pause on them would keep files and names waiting.
class Workers {
public:
    /// What is left to do on Node's thread.
    using Settle = std::function<void(Napi::Env)>;
    /// Is done on one of ours; may leave nothing to do.
    using Work = std::function<Settle()>;

    Workers(Napi::Env env, std::size_t most_threads);
    ~Workers() { stop(); }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// As long as there is work, Node goes on. Only on Node's thread.
    void post(Napi::Env env, Work work);
    /// Lets go of what takes its time to go; Node does not wait for that. From any thread.
    void release(std::shared_ptr<void> what);
    /// Drops what has not begun, and waits for what has. Only on Node's thread.
    void stop();
    [[nodiscard]] bool is_stopping() const noexcept { return is_stopping_; }

private:
    static void settle(Napi::Env env, Napi::Function, Workers* workers, Settle* settle);
    using Channel = Napi::TypedThreadSafeFunction<Workers, Settle, settle>;

    [[nodiscard]] bool enqueue(Work work);
    void serve();

    Channel channel_;
    std::size_t most_threads_;
    std::size_t unsettled_ = 0;  ///< of Node's thread

    std::mutex mutex_;
    std::condition_variable awake_;
    std::deque<Work> queue_;
    std::size_t idle_ = 0;
    std::atomic<bool> is_stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace denwaban::node
