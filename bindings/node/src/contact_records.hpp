#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <denwaban/connect/contact_record_stream.hpp>
#include <denwaban/core/error.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

class ContactRecordStreamHandle : public Wrapped<ContactRecordStreamHandle, std::shared_ptr<ContactRecordStream>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);

private:
    /// (bytes, or null at the end) → records
    Napi::Value read(const Napi::CallbackInfo& info);
    /// (bytes, or null at the end, facts) → what became of them
    Napi::Value add_to(const Napi::CallbackInfo& info);
};

/// [text, places of what is unknown]
[[nodiscard]] Napi::Value with_unknown(Napi::Env env, std::string_view words, const std::vector<JsonPointer>& unknown);

/// (text) → [text, places of what is unknown]
[[nodiscard]] Napi::Value read_contact_record(const Napi::CallbackInfo& info);
/// (text) → text
[[nodiscard]] Napi::Value read_kinesis_contact_records(const Napi::CallbackInfo& info);
/// (text) → text
[[nodiscard]] Napi::Value read_delivered_events(const Napi::CallbackInfo& info);
/// (key) → whether it is of a recording that was blacked out
[[nodiscard]] Napi::Value is_redacted_key(const Napi::CallbackInfo& info);
/// (shards, sequences, messages) → text
[[nodiscard]] Napi::Value batch_item_failures(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
