#include "lambda_records.hpp"

#include "base64.hpp"

namespace denwaban::connect {

namespace {

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

}  // namespace

void each_record(const Node& event, const std::function<void(const Node&)>& read) {
    if (!event.is_object()) return;
    const auto records = event.if_any("Records");
    if (!records) return event.lacks("Records");
    if (!records->is_array()) return;
    if (records->value().size() > most_records) {
        return records->fail(ErrorCode::too_large, "are more than " + std::to_string(most_records));
    }
    records->each(read);
}

std::optional<KinesisRecord> kinesis_record(const Node& record) {
    if (!record.is_object()) return std::nullopt;
    const auto kinesis = record.if_any("kinesis");
    if (!kinesis) record.lacks("kinesis");
    if (!kinesis || !kinesis->is_object()) return std::nullopt;
    const auto sequence = kinesis->if_any("sequenceNumber");
    const auto data = kinesis->if_any("data");
    if (!sequence) kinesis->lacks("sequenceNumber");
    if (!sequence) return std::nullopt;
    KinesisPosition position{shard_of(record), sequence->string()};
    if (!is_number(position.sequence)) sequence->fail(ErrorCode::invalid_value, "must be a decimal number");
    const bool has_data = data && data->value().is_string();
    return KinesisRecord{std::move(position), has_data ? data->value().text() : std::string_view{}};
}

void each_text_in_base64(std::string_view data, const TakePart& part, const TakePoison& poison) {
    const auto bytes = from_base64(data);
    if (!bytes) return poison({ErrorCode::invalid_value, "is no base64", {}}, data);
    bool is_empty = true;
    each_json_text(
        *bytes,
        [&](std::string_view text) {
            is_empty = false;
            return part(text);
        },
        [&](Error error, std::string_view bad) {
            is_empty = false;
            poison(std::move(error), bad);
        });
    // Nothing that came may pass in silence.
    if (is_empty) poison({ErrorCode::invalid_value, "has nothing in it", {}}, *bytes);
}

Json written(const KinesisPosition& position) { return {{"shard", position.shard}, {"sequence", position.sequence}}; }

Json written(const std::vector<JsonPointer>& places) {
    auto all = Json::array();
    for (const auto& place : places) all.push_back(place.text);
    return all;
}

void tell_poison(const Error& error, std::string_view bytes, Json& told) {
    told["code"] = name_of(error.code);
    told["message"] = error.message;
    told["where"] = to_string(error.where);
    told["bytes"] = to_base64(bytes);
}

}  // namespace denwaban::connect
