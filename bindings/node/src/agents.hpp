#pragma once

#include <memory>

#include <denwaban/agent/agent_timeline.hpp>
#include <denwaban/agent/contact_history.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

using SharedTimeline = std::shared_ptr<AgentTimeline>;
using SharedHistory = std::shared_ptr<ContactHistory>;

class TimelineHandle : public Wrapped<TimelineHandle, SharedTimeline> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (window, longest silence: milliseconds or undefined)
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);
    /// (text)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    /// (text) → [how it was applied, notices as JSON]
    Napi::Value apply(const Napi::CallbackInfo& info);
    /// (at)
    Napi::Value state(const Napi::CallbackInfo& info);
    /// (until) → [names and milliseconds in turn, of states], [of statuses]
    Napi::Value times(const Napi::CallbackInfo& info);
    /// (until, shift, since or undefined) → text
    Napi::Value day(const Napi::CallbackInfo& info);
    /// → text, or null before the first event
    Napi::Value latest(const Napi::CallbackInfo& info);
    /// (limits, at)
    Napi::Value exceeded(const Napi::CallbackInfo& info);
    /// (limits)
    Napi::Value after_contact_work_ends(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
};

class HistoryHandle : public Wrapped<HistoryHandle, SharedHistory> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    [[nodiscard]] static Napi::Value make(const Napi::CallbackInfo& info);
    /// (text)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    /// (text)
    Napi::Value add(const Napi::CallbackInfo& info);
    Napi::Value state(const Napi::CallbackInfo& info);
    /// (kind)
    Napi::Value first(const Napi::CallbackInfo& info);
    Napi::Value abandoned_at(const Napi::CallbackInfo& info);
    Napi::Value line(const Napi::CallbackInfo& info);
    Napi::Value reports(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
};

/// (agent_event, streams or contact_event; text) → [text, places of what is unknown]
[[nodiscard]] Napi::Value read_connect(const Napi::CallbackInfo& info);

/// (agent, contact or call)
[[nodiscard]] Napi::Value lifecycle(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
