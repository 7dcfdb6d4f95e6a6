#include <denwaban/connect/kinesis.hpp>

#include <map>

#include <denwaban/connect/contact_record.hpp>

#include "documents/records/record_shapes.hpp"
#include "lambda_records.hpp"

namespace denwaban {

namespace {

using connect::Node;
using formats::Json;

/// By their numbers: they have no leading zeros, and shorter is less.
[[nodiscard]] bool comes_first(const std::string& a, const std::string& b) noexcept {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// A batch on its way in.
struct Intake {
    ContactRecordReader reader;
    ContactRecordBatch batch;

    /// Whether it could be read.
    bool read(std::string_view text, const KinesisPosition& position) {
        auto& reading = reader.read(text);
        const bool is_read = reading.has_value();
        if (is_read) {
            batch.records.push_back({position, *std::move(reading)});
        } else {
            batch.poisoned.push_back({position, reading.error().front(), std::string{text}});
        }
        return is_read;
    }
};

[[nodiscard]] ContactRecordBatch read_batch(const Node& node) {
    Intake intake;
    connect::each_record(node, [&](const Node& record) {
        const auto read = connect::kinesis_record(record);
        if (!read) return;
        const auto& position = read->position;
        connect::each_text_in_base64(
            read->data, [&](std::string_view text) { return intake.read(text, position); },
            [&](Error error, std::string_view bytes) {
                intake.batch.poisoned.push_back({position, std::move(error), std::string{bytes}});
            });
    });
    return std::move(intake.batch);
}

[[nodiscard]] Json written(const std::vector<PoisonedRecord>& poisoned) {
    auto all = Json::array();
    for (const auto& one : poisoned) {
        auto told = connect::written(one.position);
        connect::tell_poison(one.error, one.bytes, told);
        all.push_back(std::move(told));
    }
    return all;
}

}  // namespace

Expected<ContactRecordBatch, Errors> contact_records_from_kinesis(std::string_view event) {
    return formats::read_document(event, read_batch);
}

AddedBatch add_to(CallFacts& facts, ContactRecordBatch batch) {
    AddedBatch added;
    for (auto& [position, reading] : batch.records) {
        auto change = facts.add(std::move(reading.value));
        added.changes.push_back({std::move(position), std::move(change), std::move(reading.unknown)});
    }
    // What a call was called in the midst of the batch may be its name at the end.
    for (auto& one : added.changes) {
        std::erase_if(one.change.replaced, [&](const ContactId& id) { return facts.call_of(id) == id; });
    }
    added.poisoned = std::move(batch.poisoned);
    return added;
}

std::string to_json(const ContactRecordBatch& batch) {
    auto records = Json::array();
    for (const auto& [position, reading] : batch.records) {
        auto one = connect::written(position);
        one["record"] = shapes::written_as(reading.value);
        one["unknown"] = connect::written(reading.unknown);
        records.push_back(std::move(one));
    }
    return formats::write_document({{"records", std::move(records)}, {"poisoned", written(batch.poisoned)}});
}

std::string to_json(const AddedBatch& added) {
    auto changes = Json::array();
    for (const auto& [position, change, unknown] : added.changes) {
        auto one = connect::written(position);
        one["added"] = name_of(change.added);
        one["call"] = change.call.text;
        one["replaced"] = shapes::written_as(change)["replaced"];
        one["unknown"] = connect::written(unknown);
        changes.push_back(std::move(one));
    }
    return formats::write_document({{"changes", std::move(changes)}, {"poisoned", written(added.poisoned)}});
}

void connect::add_first_failures(std::span<const KinesisPosition> failed, Json& items) {
    std::map<std::string, std::string> first;
    for (const auto& [shard, sequence] : failed) {
        const auto [known, is_new] = first.try_emplace(shard, sequence);
        if (!is_new && comes_first(sequence, known->second)) known->second = sequence;
    }
    for (const auto& [shard, sequence] : first) items.push_back({{"itemIdentifier", sequence}});
}

std::string batch_item_failures(std::span<const KinesisPosition> failed) {
    auto items = Json::array();
    connect::add_first_failures(failed, items);
    return formats::write_document({{"batchItemFailures", std::move(items)}});
}

}  // namespace denwaban
