#include "ledger/system/forks.hpp"

namespace denwaban::forks {

void call_around(void (* /*before*/)(), void (* /*after*/)()) {}

}  // namespace denwaban::forks
