#pragma once

#include <string_view>

#include <denwaban/agent/contact_history.hpp>
#include <denwaban/connect/reading.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Reads a contact event ("Amazon Connect contact events"), with EventBridge's envelope or its `detail` alone. Its time
/// is that of what it reports (`disconnectTimestamp`, …), else that of the envelope.
///
/// Errors: what is no JSON or has another shape, no `contactId`, no `eventType`, no time. Each at its place.
[[nodiscard]] Expected<ConnectReading<ContactReport>, Errors> contact_report_from_json(std::string_view text);

}  // namespace denwaban
