#pragma once

#include <memory>

#include <denwaban/connect/live_transcript.hpp>
#include <denwaban/ledger/json_talk.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

/// (text, hearing as text, hours or undefined) → a meaning, as text
[[nodiscard]] Napi::Value understand(const Napi::CallbackInfo& info);

/// What is heard of somebody who is still speaking.
class LiveTranscriptHandle : public Wrapped<LiveTranscriptHandle, std::shared_ptr<LiveTranscript>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);

private:
    /// (event as text)
    void apply(const Napi::CallbackInfo& info);
    /// () → text
    Napi::Value settled(const Napi::CallbackInfo& info);
    Napi::Value unsettled(const Napi::CallbackInfo& info);
};

/// A restaurant's conversations, for whoever asks the ledger in JavaScript.
class TalkHandle : public Wrapped<TalkHandle, std::shared_ptr<const JsonTalk>> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (restaurant, policy as text, hours in which humans are there or undefined)
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);

private:
    /// (who calls, now) → turn, as text
    Napi::Value greet(const Napi::CallbackInfo& info);
    /// (conversation, what is said, now) → turn, or what is to be asked, as text
    Napi::Value hear(const Napi::CallbackInfo& info);
    /// (conversation, answer, now) → the same
    Napi::Value given(const Napi::CallbackInfo& info);
    /// (event, conversation that was found or empty, now) → turn, or what is to be asked or found, as text
    Napi::Value hear_lex(const Napi::CallbackInfo& info);
    Napi::Value hear_flow(const Napi::CallbackInfo& info);
    /// (event, conversation, now) → what Lex is answered, and what is to be kept before, as text
    Napi::Value answer_lex(const Napi::CallbackInfo& info);
    /// (conversation, now) → a flow's attributes, likewise
    Napi::Value answer_flow(const Napi::CallbackInfo& info);
};

}  // namespace denwaban::node
