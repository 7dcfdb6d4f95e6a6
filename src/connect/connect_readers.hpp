#pragma once

#include <denwaban/agent/contact_history.hpp>

#include "agent_readers.hpp"
#include "contact_record_reader.hpp"

namespace denwaban::connect {

/// A contact event, with EventBridge's envelope or without.
[[nodiscard]] ContactReport read_contact_report(const Node& node, UnknownPlaces& unknown);

}  // namespace denwaban::connect
