#include <denwaban/connect/kinesis.hpp>

#include <algorithm>
#include <map>

#include <denwaban/connect/contact_record.hpp>

#include "documents/records/record_shapes.hpp"
#include "kinesis_data.hpp"
#include "open_object.hpp"

namespace denwaban {

namespace {

using connect::Node;
using formats::Json;

/// A batch of Lambda has at most 10,000 records and 6 MB.
constexpr std::size_t most_records = 10'000;

/// `shardId-000000000006` of `shardId-000000000006:4959…`
[[nodiscard]] std::string shard_of(const Node& record) {
    const auto id = record.if_any("eventID");
    if (!id || !id->value().is_string()) return {};
    const auto text = id->value().text();
    return std::string{text.substr(0, text.find(':'))};
}

[[nodiscard]] bool is_number(std::string_view text) noexcept {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// By their numbers: they have no leading zeros, and shorter is less.
[[nodiscard]] bool comes_first(const std::string& a, const std::string& b) noexcept {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// A batch on its way in.
struct Intake {
    ContactRecordReader reader;
    ContactRecordBatch batch;

    void read(std::string_view text, const KinesisPosition& position) {
        if (auto& reading = reader.read(text)) {
            batch.records.push_back({position, *std::move(reading)});
        } else {
            batch.poisoned.push_back({position, reading.error().front(), std::string{text}});
        }
    }
    [[nodiscard]] std::size_t size() const noexcept { return batch.records.size() + batch.poisoned.size(); }
};

void read_data(std::string_view data, const KinesisPosition& position, Intake& intake) {
    const auto poison = [&](Error error, std::string_view bytes) {
        intake.batch.poisoned.push_back({position, std::move(error), std::string{bytes}});
    };
    const auto bytes = connect::from_base64(data);
    if (!bytes) return poison({ErrorCode::invalid_value, "is no base64", {}}, data);
    const auto known = intake.size();
    connect::each_json_text(
        *bytes, [&](std::string_view text) { intake.read(text, position); }, poison);
    // Nothing that came may pass in silence.
    if (intake.size() == known) poison({ErrorCode::invalid_value, "has no contact record", {}}, *bytes);
}

void read_record(const Node& node, Intake& intake) {
    if (!node.is_object()) return;
    const auto kinesis = node.if_any("kinesis");
    if (!kinesis) return node.lacks("kinesis");
    if (!kinesis->is_object()) return;
    const auto sequence = kinesis->if_any("sequenceNumber");
    const auto data = kinesis->if_any("data");
    if (!sequence) return kinesis->lacks("sequenceNumber");
    if (!data) return kinesis->lacks("data");
    const KinesisPosition position{shard_of(node), sequence->string()};
    if (!is_number(position.sequence)) sequence->fail(ErrorCode::invalid_value, "must be a decimal number");
    if (data->value().is_string()) {
        read_data(data->value().text(), position, intake);
    } else {
        data->fail(ErrorCode::wrong_type, "must be base64");
    }
}

[[nodiscard]] ContactRecordBatch read_batch(const Node& node) {
    Intake intake;
    if (!node.is_object()) return {};
    const auto records = node.if_any("Records");
    if (!records) {
        node.lacks("Records");
        return {};
    }
    if (!records->is_array()) return {};
    if (records->value().size() > most_records) {
        records->fail(ErrorCode::too_large, "are more than " + std::to_string(most_records));
        return {};
    }
    records->each([&](const Node& record) { read_record(record, intake); });
    return std::move(intake.batch);
}

[[nodiscard]] Json written(const KinesisPosition& position) {
    return {{"shard", position.shard}, {"sequence", position.sequence}};
}
[[nodiscard]] Json written(const std::vector<JsonPointer>& places) {
    auto all = Json::array();
    for (const auto& place : places) all.push_back(place.text);
    return all;
}
[[nodiscard]] Json written(const std::vector<PoisonedRecord>& poisoned) {
    auto all = Json::array();
    for (const auto& one : poisoned) {
        auto told = written(one.position);
        told["code"] = name_of(one.error.code);
        told["message"] = one.error.message;
        told["where"] = to_string(one.error.where);
        told["bytes"] = connect::to_base64(one.bytes);
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
    added.poisoned = std::move(batch.poisoned);
    return added;
}

std::string to_json(const ContactRecordBatch& batch) {
    auto records = Json::array();
    for (const auto& [position, reading] : batch.records) {
        auto one = written(position);
        one["record"] = shapes::written_as(reading.value);
        one["unknown"] = written(reading.unknown);
        records.push_back(std::move(one));
    }
    return formats::write_document({{"records", std::move(records)}, {"poisoned", written(batch.poisoned)}});
}

std::string to_json(const AddedBatch& added) {
    auto changes = Json::array();
    for (const auto& [position, change, unknown] : added.changes) {
        auto one = written(position);
        one["added"] = name_of(change.added);
        one["call"] = change.call.text;
        one["replaced"] = shapes::written_as(change)["replaced"];
        one["unknown"] = written(unknown);
        changes.push_back(std::move(one));
    }
    return formats::write_document({{"changes", std::move(changes)}, {"poisoned", written(added.poisoned)}});
}

std::string batch_item_failures(std::span<const KinesisPosition> failed) {
    std::map<std::string, std::string> first;
    for (const auto& [shard, sequence] : failed) {
        const auto [known, is_new] = first.try_emplace(shard, sequence);
        if (!is_new && comes_first(sequence, known->second)) known->second = sequence;
    }
    auto items = Json::array();
    for (const auto& [shard, sequence] : first) items.push_back({{"itemIdentifier", sequence}});
    return formats::write_document({{"batchItemFailures", std::move(items)}});
}

}  // namespace denwaban
