#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <denwaban/connect/contact_record_stream.hpp>

#include "documents/records/record_shapes.hpp"

namespace denwaban {

namespace {

using formats::Json;

void take_streamed(ContactRecordStream& stream, std::optional<std::string_view> bytes,
                   const ContactRecordStream::Take& take) {
    bytes ? stream.add(*bytes, take) : stream.finish(take);
}

[[nodiscard]] FailedLine failed_line(const StreamedContactRecord& one) {
    return {one.line, one.reading.error().front()};
}
[[nodiscard]] Json written(const FailedLine& failed) {
    const auto& error = failed.error;
    return {{"line", failed.line},
            {"code", name_of(error.code)},
            {"message", error.message},
            {"where", to_string(error.where)}};
}

}  // namespace

std::string streamed_to_json(ContactRecordStream& stream, std::optional<std::string_view> bytes) {
    auto all = Json::array();
    take_streamed(stream, bytes, [&](const StreamedContactRecord& one) {
        if (!one.reading) return all.push_back(written(failed_line(one)));
        auto unknown = Json::array();
        for (const auto& place : one.reading->unknown) unknown.push_back(place.text);
        Json read{{"line", one.line}, {"record", shapes::written_as(one.reading->value)}};
        read["unknown"] = std::move(unknown);
        all.push_back(std::move(read));
    });
    return formats::write_document(all);
}

StreamedRecords read_streamed(ContactRecordStream& stream, std::optional<std::string_view> bytes) {
    constexpr std::size_t usual_record = 2'048, most_foreseen = 1'000;
    StreamedRecords part;
    if (bytes) part.records.reserve(std::min(bytes->size() / usual_record + 1, most_foreseen));
    take_streamed(stream, bytes, [&](const StreamedContactRecord& one) {
        if (!one.reading) return part.failed.push_back(failed_line(one));
        part.records.push_back(std::move(one.reading->value));
    });
    return part;
}

std::string add_streamed(CallFacts& facts, StreamedRecords part) {
    std::array<std::size_t, count_of<RecordAdded>> counts{};
    for (auto& record : part.records) ++counts[static_cast<std::size_t>(facts.add(std::move(record)).added)];
    auto told = Json::object();
    for (std::size_t added = 0; added < counts.size(); ++added) told[names_of<RecordAdded>[added]] = counts[added];
    auto failed = Json::array();
    for (const auto& line : part.failed) failed.push_back(written(line));
    told["failed"] = std::move(failed);
    return formats::write_document(told);
}

std::string add_streamed(CallFacts& facts, ContactRecordStream& stream, std::optional<std::string_view> bytes) {
    return add_streamed(facts, read_streamed(stream, bytes));
}

}  // namespace denwaban
