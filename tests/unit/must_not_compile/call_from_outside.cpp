/// What happens to a call is told from outside, but not that its wrap-up is complete.

#include <denwaban/call/call.hpp>

using namespace denwaban;

CallStep told(Call call) {
    call = apply(std::move(call), {"1", CallEvent::answered, Instant{}}).call;
#ifdef COMPLETED_FROM_OUTSIDE
    call = apply(std::move(call), {"2", CallEvent::wrap_up_completed, Instant{}}).call;
#endif
    return apply(std::move(call), {"3", CallEvent::ended, Instant{}});
}
