#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include <denwaban/connect/kinesis.hpp>

#include "kinesis_data.hpp"
#include "open_object.hpp"

namespace denwaban::connect {

/// Each of the `Records` that a Lambda is invoked with; told where there are none, or more than a batch may have.
void each_record(const Node& event, const std::function<void(const Node&)>& read);

/// A record of Kinesis, its data as they came: in base64.
struct KinesisRecord {
    KinesisPosition position;
    std::string_view data;  ///< in base64; empty where there is none, which is poison and holds nothing up
};
/// None, and told, where it is no such record.
[[nodiscard]] std::optional<KinesisRecord> kinesis_record(const Node& record);

/// The JSON texts in a record's data, in their order; what is none, and data without any, are poison.
void each_text_in_base64(std::string_view data, const TakePart& part, const TakePoison& poison);

[[nodiscard]] Json written(const KinesisPosition& position);
[[nodiscard]] Json written(const std::vector<JsonPointer>& places);
/// Adds what a Lambda names of those it could not deal with: of each shard the first.
void add_first_failures(std::span<const KinesisPosition> failed, Json& items);
/// Beside its position, what is told of poison.
void tell_poison(const Error& error, std::string_view bytes, Json& told);

}  // namespace denwaban::connect
