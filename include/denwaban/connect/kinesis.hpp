#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/connect/reading.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/contact_record.hpp>

namespace denwaban {

/// Where a record stands in a Kinesis stream.
struct KinesisPosition {
    std::string shard;
    std::string sequence;  ///< a decimal number of up to some sixty digits
    friend bool operator==(const KinesisPosition&, const KinesisPosition&) = default;
};

/// A contact record, and the Kinesis record that brought it: one may bring several.
struct DeliveredContactRecord {
    KinesisPosition position;
    ConnectReading<ContactRecord> reading;
    friend bool operator==(const DeliveredContactRecord&, const DeliveredContactRecord&) = default;
};

/// What no reader will ever read: for a queue of dead letters, and not to be asked for again.
struct PoisonedRecord {
    KinesisPosition position;
    Error error;        ///< the first, with its place in the data
    std::string bytes;  ///< the data, or the part of it that can't be read; base64 that is none, as it came
    friend bool operator==(const PoisonedRecord&, const PoisonedRecord&) = default;
};

/// What a batch of a Kinesis stream brought, in its order.
struct ContactRecordBatch {
    std::vector<DeliveredContactRecord> records;
    std::vector<PoisonedRecord> poisoned;
    friend bool operator==(const ContactRecordBatch&, const ContactRecordBatch&) = default;
};

/// Reads the event that a Kinesis stream of contact records invokes a Lambda with. Its data are base64; within are
/// JSON, several values one after the other, what the Kinesis Producer Library aggregated, and each of these in gzip.
///
/// Errors: what is no JSON or no event of Kinesis, each at its place; a record that can't be read is no error but
/// poisoned. Cost: linear; what gzip unfolds into more than 64 MiB is poisoned.
[[nodiscard]] Expected<ContactRecordBatch, Errors> contact_records_from_kinesis(std::string_view event);

/// What a record of a batch changed.
struct DeliveredChange {
    KinesisPosition position;
    CallFacts::Change change;
    std::vector<JsonPointer> unknown;  ///< as `ConnectReading` has it
    friend bool operator==(const DeliveredChange&, const DeliveredChange&) = default;
};
/// What a batch changed, in its order.
struct AddedBatch {
    std::vector<DeliveredChange> changes;
    std::vector<PoisonedRecord> poisoned;
    friend bool operator==(const AddedBatch&, const AddedBatch&) = default;
};
/// Adds each record of a batch.
[[nodiscard]] AddedBatch add_to(CallFacts& facts, ContactRecordBatch batch);

/// `{"records": [{"shard", "sequence", "record", "unknown"}], "poisoned": [{"shard", "sequence", "code", "message",
/// "where", "bytes"}]}`, the bytes in base64; of what was added, `changes` in place of records.
[[nodiscard]] std::string to_json(const ContactRecordBatch& batch);
[[nodiscard]] std::string to_json(const AddedBatch& added);

/// The answer of a Lambda that could not deal with these: of each shard the first, because Kinesis sends it and all
/// that came behind it again. `{"batchItemFailures":[]}` if there is none.
[[nodiscard]] std::string batch_item_failures(std::span<const KinesisPosition> failed);

}  // namespace denwaban
