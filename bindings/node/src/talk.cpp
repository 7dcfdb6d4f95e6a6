#include "talk.hpp"

#include <denwaban/documents/talk_json.hpp>

#include "environment.hpp"
#include "hours.hpp"
#include "restaurant.hpp"

namespace denwaban::node {

Napi::Value understand(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto note = value_or_raise(env, hearing_from_json(text_argument(info, 1)));
    const auto* hours = info[2].IsUndefined() ? nullptr : &CompiledHours::of(info[2]);
    return text(env, to_json(value_or_raise(env, denwaban::understand(text_argument(info, 0), note, hours))));
}

Napi::Function LiveTranscriptHandle::define(Napi::Env env) {
    return DefineClass(env, "LiveTranscript",
                       {
                           InstanceMethod<&LiveTranscriptHandle::apply>("apply"),
                           InstanceMethod<&LiveTranscriptHandle::settled>("settled"),
                           InstanceMethod<&LiveTranscriptHandle::unsettled>("unsettled"),
                       });
}
Napi::Value LiveTranscriptHandle::make(const Napi::CallbackInfo& info) {
    return wrap(Environment::of(info.Env()).live_transcript, std::make_shared<LiveTranscript>());
}
void LiveTranscriptHandle::apply(const Napi::CallbackInfo& info) {
    for (const auto& result : value_or_raise(info.Env(), transcript_from_json(text_argument(info, 0)))) {
        value()->apply(result);
    }
}
Napi::Value LiveTranscriptHandle::settled(const Napi::CallbackInfo& info) {
    return text(info.Env(), value()->settled());
}
Napi::Value LiveTranscriptHandle::unsettled(const Napi::CallbackInfo& info) {
    return text(info.Env(), value()->unsettled());
}

Napi::Function TalkHandle::define(Napi::Env env) {
    return DefineClass(env, "Talk",
                       {
                           InstanceMethod<&TalkHandle::greet>("greet"),
                           InstanceMethod<&TalkHandle::hear>("hear"),
                           InstanceMethod<&TalkHandle::given>("given"),
                           InstanceMethod<&TalkHandle::hear_lex>("hearLex"),
                           InstanceMethod<&TalkHandle::answer_lex>("answerLex"),
                           InstanceMethod<&TalkHandle::hear_flow>("hearFlow"),
                           InstanceMethod<&TalkHandle::answer_flow>("answerFlow"),
                       });
}

Napi::Value TalkHandle::make(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto policy = value_or_raise(env, talk_policy_from_json(text_argument(info, 1)));
    if (!info[2].IsUndefined()) policy.humans = CompiledHours::of(info[2]);
    return wrap(Environment::of(env).talk,
                std::make_shared<const JsonTalk>(RestaurantHandle::of(info[0]), std::move(policy)));
}

Napi::Value TalkHandle::greet(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, value()->greet(text_argument(info, 0), instant_argument(info, 1))));
}
Napi::Value TalkHandle::hear(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, value()->hear(text_argument(info, 0), text_argument(info, 1),
                                                       instant_argument(info, 2))));
}
Napi::Value TalkHandle::given(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, value()->given(text_argument(info, 0), text_argument(info, 1),
                                                        instant_argument(info, 2))));
}
Napi::Value TalkHandle::hear_lex(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, value()->hear_lex(text_argument(info, 0), text_argument(info, 1),
                                                           instant_argument(info, 2))));
}
Napi::Value TalkHandle::answer_lex(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, value()->answer_lex(text_argument(info, 0), text_argument(info, 1),
                                                             instant_argument(info, 2))));
}
Napi::Value TalkHandle::hear_flow(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, value()->hear_flow(text_argument(info, 0), text_argument(info, 1),
                                                            instant_argument(info, 2))));
}
Napi::Value TalkHandle::answer_flow(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, value()->answer_flow(text_argument(info, 0), instant_argument(info, 1))));
}

}  // namespace denwaban::node
