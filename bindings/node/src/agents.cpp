#include "agents.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <denwaban/agent/agent_limits.hpp>
#include <denwaban/call/call_lifecycle.hpp>
#include <denwaban/connect/agent_event.hpp>
#include <denwaban/connect/agent_event_stream.hpp>
#include <denwaban/connect/contact_event.hpp>
#include <denwaban/connect/streams_snapshot.hpp>
#include <denwaban/documents/agent_timeline_json.hpp>
#include <denwaban/documents/agents_json.hpp>
#include <denwaban/documents/contact_history_json.hpp>
#include <denwaban/reservation/reservation_lifecycle.hpp>

namespace denwaban::node {

namespace {

[[nodiscard]] Duration milliseconds_argument(const Napi::CallbackInfo& info, std::size_t index) {
    return Duration{static_cast<std::int64_t>(info[index].As<Napi::Number>().DoubleValue())};
}

[[nodiscard]] AgentLimits limits_argument(const Napi::CallbackInfo& info, std::size_t index) {
    AgentLimits limits;
    if (!info[index].IsUndefined()) limits.after_contact_work = milliseconds_argument(info, index);
    if (!info[index + 1].IsUndefined()) {
        limits.missed_in_a_row = static_cast<int>(info[index + 1].As<Napi::Number>().Int32Value());
    }
    const auto channels = info[index + 2].As<Napi::Array>(), spans = info[index + 3].As<Napi::Array>();
    for (std::uint32_t place = 0; place < channels.Length() && place < spans.Length(); ++place) {
        const auto name = channels.Get(place).As<Napi::String>().Utf8Value();
        const auto channel = enumerator_named<Channel>(name);
        if (!channel) {
            raise(info.Env(),
                  Error{ErrorCode::invalid_value, "is no channel", JsonPointer{"/afterContactWorkByChannel/" + name}});
        }
        const auto span = spans.Get(place);
        limits.by_channel.push_back({*channel, std::nullopt});
        if (!span.IsUndefined()) {
            limits.by_channel.back().after_contact_work =
                Duration{static_cast<std::int64_t>(span.As<Napi::Number>().DoubleValue())};
        }
    }
    return limits;
}

[[nodiscard]] Napi::Array milliseconds_by_name(Napi::Env env, const AgentTimes& times) {
    auto list = Napi::Array::New(env);
    std::uint32_t place = 0;
    for (std::size_t state = 0; state < times.by_state.size(); ++state) {
        if (times.by_state[state] == Duration{0}) continue;
        list.Set(place++, text(env, names_of<AgentState>[state]));
        list.Set(place++, Napi::Number::New(env, static_cast<double>(times.by_state[state].count())));
    }
    return list;
}

}  // namespace

Napi::Function TimelineHandle::define(Napi::Env env) {
    return DefineClass(env, "AgentTimeline",
                       {
                           InstanceMethod<&TimelineHandle::apply>("apply"),
                           InstanceMethod<&TimelineHandle::state>("state"),
                           InstanceMethod<&TimelineHandle::times>("times"),
                           InstanceMethod<&TimelineHandle::day>("day"),
                           InstanceMethod<&TimelineHandle::latest>("latest"),
                           InstanceMethod<&TimelineHandle::exceeded>("exceeded"),
                           InstanceMethod<&TimelineHandle::after_contact_work_ends>("afterContactWorkEnds"),
                           InstanceMethod<&TimelineHandle::to_json>("toJson"),
                       });
}

Napi::Value TimelineHandle::make(const Napi::CallbackInfo& info) {
    const auto given = [&](std::size_t index) { return !info[index].IsUndefined(); };
    TimelineTerms terms;
    if (given(0)) terms.window = milliseconds_argument(info, 0);
    if (given(1)) terms.longest_silence = milliseconds_argument(info, 1);
    return wrap(Environment::of(info.Env()).timeline, std::make_shared<AgentTimeline>(terms));
}

Napi::Value TimelineHandle::from_json(const Napi::CallbackInfo& info) {
    auto timeline = value_or_raise(info.Env(), agent_timeline_from_json(text_argument(info, 0)));
    return wrap(Environment::of(info.Env()).timeline, std::make_shared<AgentTimeline>(std::move(timeline)));
}

Napi::Value TimelineHandle::apply(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto event = std::move(value_or_raise(env, agent_event_from_json(text_argument(info, 0))).value);
    // One text for all: each crossing costs more than what crosses.
    std::string told = "[";
    const auto applied = value()->apply(std::move(event), [&](const Notice& notice) {
        if (told.size() > 1) told += ',';
        told += denwaban::to_json(notice);
    });
    told += ']';
    auto list = Napi::Array::New(env, 2);
    list.Set(0U, text(env, to_string(applied)));
    list.Set(1U, text(env, told));
    return list;
}

Napi::Value TimelineHandle::state(const Napi::CallbackInfo& info) {
    return text(info.Env(), name_of(value()->state(instant_argument(info, 0))));
}

Napi::Value TimelineHandle::times(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto until = instant_argument(info, 0);
    if (value()->looks_back_to() > until) {
        raise(env, Error{ErrorCode::out_of_range, "is before what the window still holds", JsonPointer{"/until"}});
    }
    const auto times = value()->times(until);
    auto statuses = Napi::Array::New(env);
    std::uint32_t place = 0;
    for (const auto& status : times.by_status) {
        statuses.Set(place++, text(env, status.name));
        statuses.Set(place++, Napi::Number::New(env, static_cast<double>(status.time.count())));
    }
    auto list = Napi::Array::New(env, 2);
    list.Set(0U, milliseconds_by_name(env, times));
    list.Set(1U, statuses);
    return list;
}

Napi::Value TimelineHandle::day(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto since = info[2].IsUndefined() ? std::nullopt : std::optional{instant_argument(info, 2)};
    return text(
        env, value_or_raise(env, agent_day_json(*value(), instant_argument(info, 0), text_argument(info, 1), since)));
}

Napi::Value TimelineHandle::latest(const Napi::CallbackInfo& info) {
    const auto* entry = value()->latest();
    return entry == nullptr ? info.Env().Null() : text(info.Env(), denwaban::to_json(*entry));
}

Napi::Value TimelineHandle::exceeded(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto at = instant_argument(info, 4);
    return array(env, denwaban::exceeded(*value(), limits_argument(info, 0), at), [env](const LimitExceeded& limit) {
        auto object = Napi::Object::New(env);
        if (const auto* work = std::get_if<AfterContactWorkTooLong>(&limit)) {
            object.Set("limit", text(env, "afterContactWork"));
            object.Set("since", Napi::Date::New(env, milliseconds(work->since)));
            object.Set("by", Napi::Number::New(env, static_cast<double>(work->by.count())));
            if (work->contact) object.Set("contact", text(env, work->contact->text));
        } else {
            object.Set("limit", text(env, "missedInARow"));
            object.Set("missed", Napi::Number::New(env, std::get<MissedTooMany>(limit).in_a_row));
        }
        return object;
    });
}

Napi::Value TimelineHandle::after_contact_work_ends(const Napi::CallbackInfo& info) {
    const auto ends = denwaban::after_contact_work_ends(*value(), limits_argument(info, 0));
    return Napi::Number::New(info.Env(), milliseconds(ends));
}

Napi::Value TimelineHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(*value()));
}

Napi::Function HistoryHandle::define(Napi::Env env) {
    return DefineClass(env, "ContactHistory",
                       {
                           InstanceMethod<&HistoryHandle::add>("add"),
                           InstanceMethod<&HistoryHandle::state>("state"),
                           InstanceMethod<&HistoryHandle::first>("first"),
                           InstanceMethod<&HistoryHandle::abandoned_at>("abandonedAt"),
                           InstanceMethod<&HistoryHandle::line>("line"),
                           InstanceMethod<&HistoryHandle::reports>("reports"),
                           InstanceMethod<&HistoryHandle::to_json>("toJson"),
                       });
}

Napi::Value HistoryHandle::make(const Napi::CallbackInfo& info) {
    return wrap(Environment::of(info.Env()).history, std::make_shared<ContactHistory>());
}

Napi::Value HistoryHandle::from_json(const Napi::CallbackInfo& info) {
    auto history = value_or_raise(info.Env(), contact_history_from_json(text_argument(info, 0)));
    return wrap(Environment::of(info.Env()).history, std::make_shared<ContactHistory>(std::move(history)));
}

Napi::Value HistoryHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(*value()));
}

Napi::Value HistoryHandle::add(const Napi::CallbackInfo& info) {
    auto reading = value_or_raise(info.Env(), contact_report_from_json(text_argument(info, 0)));
    const auto added = value()->add(std::move(reading.value));
    if (added == ContactHistory::Added::another_contact) {
        const Expected<bool, Errors> refused{Unexpected{
            Errors{{ErrorCode::invalid_value, "is of another contact than those before it", JsonPointer{}}}}};
        std::ignore = value_or_raise(info.Env(), refused);
    }
    return Napi::Boolean::New(info.Env(), added == ContactHistory::Added::yes);
}

Napi::Value HistoryHandle::state(const Napi::CallbackInfo& info) { return text(info.Env(), name_of(value()->state())); }

Napi::Value HistoryHandle::first(const Napi::CallbackInfo& info) {
    const auto word = text_argument(info, 0);
    const auto found = enumerator_named<ContactReportKind>(word);
    if (!found) raise(info.Env(), Error{ErrorCode::invalid_value, "no such kind of event", {}});
    const auto at = value()->first(*found);
    return Napi::Number::New(info.Env(), milliseconds(at));
}

Napi::Value HistoryHandle::abandoned_at(const Napi::CallbackInfo& info) {
    return Napi::Number::New(info.Env(), milliseconds(value()->abandoned_at()));
}

Napi::Value HistoryHandle::line(const Napi::CallbackInfo& info) {
    const auto line = value()->line();
    return line ? text(info.Env(), line->e164()) : info.Env().Null();
}

Napi::Value HistoryHandle::reports(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return array(env, value()->reports(),
                 [env](const ContactReport& report) { return text(env, denwaban::to_json(report)); });
}

namespace {

template <class T>
[[nodiscard]] Napi::Value read_document(Napi::Env env, const ConnectReading<T>& reading) {
    auto list = Napi::Array::New(env, 2);
    list.Set(0U, text(env, denwaban::to_json(reading.value)));
    list.Set(1U, array(env, reading.unknown, [env](const JsonPointer& place) { return text(env, place.text); }));
    return list;
}

template <Named State, Named Event, Named Effect>
[[nodiscard]] Napi::Value describe(Napi::Env env, const StateMachine<State, Event, Effect>& machine) {
    auto rows = array(env, machine.rows(), [env](const auto& answer) {
        auto row = Napi::Object::New(env);
        row.Set("state", text(env, name_of(answer.from)));
        row.Set("event", text(env, name_of(answer.on)));
        const auto* moved = std::get_if<Moved<State, Effect>>(&answer.step);
        row.Set("to", moved != nullptr ? text(env, name_of(moved->to)) : env.Null());
        const bool acts = moved != nullptr && moved->effect;
        row.Set("effect", acts ? text(env, name_of(*moved->effect)) : env.Null());
        const auto* refused = std::get_if<Refused>(&answer.step);
        row.Set("refused", refused != nullptr ? text(env, refused->reason) : env.Null());
        return row;
    });
    auto object = Napi::Object::New(env);
    object.Set("rows", rows);
    object.Set("mermaid", text(env, to_mermaid(machine)));
    return object;
}

}  // namespace

Napi::Value read_connect(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto kind = text_argument(info, 0);
    const auto document = text_argument(info, 1);
    if (kind == "agent_event") return read_document(env, value_or_raise(env, agent_stream_record_from_json(document)));
    if (kind == "streams") return read_document(env, value_or_raise(env, streams_snapshot_from_json(document)));
    return read_document(env, value_or_raise(env, contact_report_from_json(document)));
}

Napi::Value lifecycle(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto name = text_argument(info, 0);
    if (name == "agent") return describe(env, agent_lifecycle);
    if (name == "contact") return describe(env, contact_lifecycle);
    if (name == "call") return describe(env, call_lifecycle);
    if (name == "commitment") return describe(env, commitment_lifecycle);
    if (name == "presence") return describe(env, presence_lifecycle);
    if (name == "allocation") return describe(env, allocation_lifecycle);
    raise(env, Error{ErrorCode::invalid_value, "must be agent, contact, call, commitment, presence or allocation", {}});
}

}  // namespace denwaban::node
