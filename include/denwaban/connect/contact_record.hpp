#pragma once

#include <string_view>

#include <denwaban/connect/reading.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/records/contact_record.hpp>

namespace denwaban {

/// Reads a contact record, as Amazon Connect puts them into a Kinesis stream ("Contact records data model"). What the
/// model has and a call fact has no use for is passed over; keys and words that are in no published model are told.
///
/// Errors: what is no JSON or has another shape; no ContactId, no LastUpdateTimestamp. Each at its place.
[[nodiscard]] Expected<ConnectReading<ContactRecord>, Errors> contact_record_from_json(std::string_view text);

}  // namespace denwaban
