#include "ledger/system/forks.hpp"

#include <pthread.h>

namespace denwaban::forks {

void call_around(void (*before)(), void (*after)()) { pthread_atfork(before, after, after); }

}  // namespace denwaban::forks
