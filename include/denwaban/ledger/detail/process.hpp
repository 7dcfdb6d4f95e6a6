#pragma once

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace denwaban::detail {

/// Where something was made: not in the child of a fork that came after.
class MadeHere {
public:
    [[nodiscard]] bool is_here() const noexcept { return id_ == current(); }

private:
#if __has_include(<unistd.h>)
    [[nodiscard]] static pid_t current() noexcept { return getpid(); }
    pid_t id_ = current();
#else
    [[nodiscard]] static int current() noexcept { return 0; }
    int id_ = current();
#endif
};

}  // namespace denwaban::detail
