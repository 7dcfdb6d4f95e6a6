#pragma once

#include <memory>
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

/// Reads contact records one behind the other, at several times the speed of `contact_record_from_json`: what is
/// written as the service writes it is read in one pass and into the memory of the record before, everything else as
/// there.
///
/// ```cpp
/// ContactRecordReader reader;
/// for (const auto line : lines) {
///     if (auto& reading = reader.read(line)) facts.add(std::move(reading->value));
/// }
/// ```
class ContactRecordReader {
public:
    /// What `contact_record_from_json` answers.
    using Reading = Expected<ConnectReading<ContactRecord>, Errors>;

    ContactRecordReader();
    ~ContactRecordReader();
    ContactRecordReader(ContactRecordReader&&) noexcept;
    ContactRecordReader& operator=(ContactRecordReader&&) noexcept;

    /// The same as `contact_record_from_json` gives. Good until the next is read; it may be moved from. Cost: linear;
    /// no allocation once records like it have been read and were not moved away.
    [[nodiscard]] Reading& read(std::string_view text);

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

}  // namespace denwaban
