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

[[nodiscard]] Json failed_line(const StreamedContactRecord& one) {
    const auto& error = one.reading.error().front();
    return {{"line", one.line},
            {"code", name_of(error.code)},
            {"message", error.message},
            {"where", to_string(error.where)}};
}

}  // namespace

std::string streamed_to_json(ContactRecordStream& stream, std::optional<std::string_view> bytes) {
    auto all = Json::array();
    take_streamed(stream, bytes, [&](const StreamedContactRecord& one) {
        if (!one.reading) return all.push_back(failed_line(one));
        auto unknown = Json::array();
        for (const auto& place : one.reading->unknown) unknown.push_back(place.text);
        Json read{{"line", one.line}, {"record", shapes::written_as(one.reading->value)}};
        read["unknown"] = std::move(unknown);
        all.push_back(std::move(read));
    });
    return formats::write_document(all);
}

std::string add_streamed(CallFacts& facts, ContactRecordStream& stream, std::optional<std::string_view> bytes) {
    std::array<std::size_t, count_of<RecordAdded>> counts{};
    auto failed = Json::array();
    take_streamed(stream, bytes, [&](const StreamedContactRecord& one) {
        if (!one.reading) return failed.push_back(failed_line(one));
        ++counts[static_cast<std::size_t>(facts.add(std::move(one.reading->value)).added)];
    });
    auto told = Json::object();
    for (std::size_t added = 0; added < counts.size(); ++added) told[names_of<RecordAdded>[added]] = counts[added];
    told["failed"] = std::move(failed);
    return formats::write_document(told);
}

}  // namespace denwaban
