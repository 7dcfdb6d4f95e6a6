#pragma once

#include <utility>

#include "refusal.hpp"

namespace denwaban::python {

/// What changes while others may run, for one at a time. Whoever asks has the interpreter's lock, before and after.
template <class Work>
class Alone {
public:
    Alone() = default;
    explicit Alone(Work work) : work_(std::move(work)) {}

    /// Throws `not_allowed` while something else is done with it.
    template <class Do>
    decltype(auto) with(Do&& what) {
        if (is_taken_) throw Refusal{{{ErrorCode::not_allowed, "something else is being done with it", {}}}};
        const Taken taken{is_taken_};
        return std::forward<Do>(what)(work_);
    }

private:
    class Taken {
    public:
        explicit Taken(bool& whether) : whether_(whether) { whether_ = true; }
        ~Taken() { whether_ = false; }
        Taken(const Taken&) = delete;
        Taken& operator=(const Taken&) = delete;

    private:
        bool& whether_;
    };

    Work work_;
    bool is_taken_ = false;
};

}  // namespace denwaban::python
