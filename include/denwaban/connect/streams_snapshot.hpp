#pragma once

#include <string_view>

#include <denwaban/agent/agent_snapshot.hpp>
#include <denwaban/connect/reading.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Reads an agent snapshot of amazon-connect-streams: what its `agent::update` carries, as a whole
/// (`{"snapshot": …, "configuration": …}`) or the snapshot alone. Times are seconds since 1970 with a fraction, as the
/// service sends them, milliseconds, or ISO 8601, as JSON has a JavaScript Date; told apart by their size.
///
/// Errors: what is no JSON or has another shape, a snapshot without `snapshotTimestamp` or `state`, a contact without
/// `contactId` or `state`, each at its place.
[[nodiscard]] Expected<ConnectReading<AgentSnapshot>, Errors> streams_snapshot_from_json(std::string_view text);

}  // namespace denwaban
