#include "workers.hpp"

#include <utility>

#include <denwaban/ledger/detail/deadline.hpp>
#include <denwaban/ledger/detail/wait.hpp>

namespace denwaban::node {

Workers::Workers(Napi::Env env, std::size_t most_threads)
    : channel_(Channel::New(env, "denwaban", 0, 1, this)), most_threads_(most_threads) {
    channel_.Unref(env);
    // Registered after the channel, and so called before it goes.
    env.AddCleanupHook([](Workers* workers) { workers->stop(); }, this);
}

bool Workers::enqueue(Work work) {
    const std::lock_guard lock{mutex_};
    if (is_stopping_) return false;
    queue_.push_back(std::move(work));
    if (idle_ < queue_.size() && threads_.size() < most_threads_) threads_.emplace_back([this] { serve(); });
    awake_.notify_one();
    return true;
}

void Workers::post(Napi::Env env, Work work) {
    if (enqueue(std::move(work)) && unsettled_++ == 0) channel_.Ref(env);
}

void Workers::release(std::shared_ptr<void> what) {
    static_cast<void>(enqueue([what = std::move(what)] { return Settle{}; }));
}

void Workers::serve() {
    const detail::GivesUp at_the_end{is_stopping_};
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        detail::wait(awake_, lock, [this] { return is_stopping_ || !queue_.empty(); });
        --idle_;
        if (is_stopping_) return;
        auto work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        auto settle = std::make_unique<Settle>(work());
        // What it held is let go before anybody hears of it.
        work = nullptr;
        if (*settle && channel_.NonBlockingCall(settle.get()) == napi_ok) settle.release();
        lock.lock();
    }
}

void Workers::settle(Napi::Env env, Napi::Function, Workers* workers, Settle* settle) {
    const std::unique_ptr<Settle> owned{settle};
    if (env == nullptr) return;
    if (--workers->unsettled_ == 0) workers->channel_.Unref(env);
    try {
        (*settle)(env);
    } catch (const Napi::Error&) {
        // A worker that is told to end runs no JavaScript any more: nobody is there to hear of it.
    }
}

void Workers::stop() {
    std::deque<Work> dropped;
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
        dropped.swap(queue_);
    }
    awake_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

}  // namespace denwaban::node
