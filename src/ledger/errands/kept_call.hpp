#pragma once

#include <vector>

#include <denwaban/ledger/call_errands.hpp>

#include "kept.hpp"

namespace denwaban::ledger {

/// What has to be done after a call, as it is now; what is done already stays so.
[[nodiscard]] std::vector<KeptFollowUp> follow_ups_of(const KeptCall& kept, const Catalogue& catalogue);

/// A call, what leads to it, and what is to be done after it, in place of what was kept before.
[[nodiscard]] std::vector<Write> writes_of(const KeptCall& kept, const KeptCall* before);

}  // namespace denwaban::ledger
