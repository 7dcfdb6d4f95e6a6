#pragma once

namespace denwaban::forks {

/// Has `before` called by whoever forks, and `after` by it and by its child. Where processes never fork, by nobody.
void call_around(void (*before)(), void (*after)());

}  // namespace denwaban::forks
