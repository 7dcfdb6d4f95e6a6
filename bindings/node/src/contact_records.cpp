#include "contact_records.hpp"

#include <optional>
#include <utility>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/delivery.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/documents/records_json.hpp>

#include "environment.hpp"
#include "records.hpp"

namespace denwaban::node {

namespace {

/// Null at the end; otherwise they live as long as the argument.
[[nodiscard]] std::optional<std::string_view> bytes_argument(const Napi::CallbackInfo& info, std::size_t index) {
    if (info[index].IsNull()) return std::nullopt;
    const auto bytes = info[index].As<Napi::Uint8Array>();
    return std::string_view{reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength()};
}

}  // namespace

Napi::Value with_unknown(Napi::Env env, std::string_view words, const std::vector<JsonPointer>& unknown) {
    auto list = Napi::Array::New(env, 2);
    list.Set(0U, text(env, words));
    list.Set(1U, array(env, unknown, [env](const JsonPointer& place) { return text(env, place.text); }));
    return list;
}

Napi::Function ContactRecordStreamHandle::define(Napi::Env env) {
    return DefineClass(env, "ContactRecordStream",
                       {
                           InstanceMethod<&ContactRecordStreamHandle::read>("read"),
                           InstanceMethod<&ContactRecordStreamHandle::add_to>("addTo"),
                       });
}

Napi::Value ContactRecordStreamHandle::make(const Napi::CallbackInfo& info) {
    return wrap(Environment::of(info.Env()).contact_record_stream, std::make_shared<ContactRecordStream>());
}

Napi::Value ContactRecordStreamHandle::read(const Napi::CallbackInfo& info) {
    return text(info.Env(), streamed_to_json(*value(), bytes_argument(info, 0)));
}

Napi::Value ContactRecordStreamHandle::add_to(const Napi::CallbackInfo& info) {
    return text(info.Env(), add_streamed(*CallFactsHandle::of(info[1]), *value(), bytes_argument(info, 0)));
}

Napi::Value read_contact_record(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto reading = value_or_raise(env, contact_record_from_json(text_argument(info, 0)));
    return with_unknown(env, denwaban::to_json(reading.value), reading.unknown);
}

Napi::Value read_kinesis_contact_records(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, denwaban::to_json(value_or_raise(env, contact_records_from_kinesis(text_argument(info, 0)))));
}

Napi::Value read_delivered_events(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, denwaban::to_json(value_or_raise(env, delivered_events_from_json(text_argument(info, 0)))));
}

Napi::Value is_redacted_key(const Napi::CallbackInfo& info) {
    Recording recording;
    recording.key = text_argument(info, 0);
    return Napi::Boolean::New(info.Env(), is_redacted(recording));
}

Napi::Value batch_item_failures(const Napi::CallbackInfo& info) {
    const auto shards = info[0].As<Napi::Array>();
    const auto sequences = info[1].As<Napi::Array>();
    const auto messages = info[2].As<Napi::Array>();
    const auto word = [](const Napi::Array& words, std::uint32_t place) {
        return words.Get(place).As<Napi::String>().Utf8Value();
    };
    std::vector<DeliveryPosition> failed;
    for (std::uint32_t place = 0; place < shards.Length() && place < sequences.Length(); ++place) {
        failed.emplace_back(KinesisPosition{word(shards, place), word(sequences, place)});
    }
    for (std::uint32_t place = 0; place < messages.Length(); ++place) {
        failed.emplace_back(MessageId{word(messages, place)});
    }
    return text(info.Env(), partial_batch_response(failed));
}

}  // namespace denwaban::node
