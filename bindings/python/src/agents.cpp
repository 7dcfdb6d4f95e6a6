#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <tuple>

#include <denwaban/agent/agent_limits.hpp>
#include <denwaban/call/call_lifecycle.hpp>
#include <denwaban/connect/agent_event.hpp>
#include <denwaban/connect/agent_event_stream.hpp>
#include <denwaban/connect/contact_event.hpp>
#include <denwaban/connect/streams_snapshot.hpp>
#include <denwaban/documents/agent_timeline_json.hpp>
#include <denwaban/documents/agents_json.hpp>
#include <denwaban/documents/bigquery_agents.hpp>
#include <denwaban/documents/contact_history_json.hpp>
#include <denwaban/reservation/reservation_lifecycle.hpp>

#include "bindings.hpp"
#include "instants.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// What `_agents.py` is made of: answers cross as JSON in the core's own words, and become Python's there.
namespace denwaban::python {

namespace py = pybind11;

namespace {

using Milliseconds = std::int64_t;

[[nodiscard]] py::tuple apply(AgentTimeline& timeline, const py::object& source) {
    auto event = std::move(value_of(agent_event_from_json(json_text(source))).value);
    py::list told;
    const auto applied =
        timeline.apply(std::move(event), [&](const Notice& notice) { told.append(text_of(to_json(notice))); });
    return py::make_tuple(text_of(to_string(applied)), py::tuple{told});
}

[[nodiscard]] py::tuple times(const AgentTimeline& timeline, At until) {
    if (timeline.looks_back_to() > until.instant) {
        throw Refusal{{{ErrorCode::out_of_range, "is before what the window still holds", JsonPointer{"/until"}}}};
    }
    const auto times = timeline.times(until.instant);
    py::dict states, statuses;
    for (std::size_t state = 0; state < times.by_state.size(); ++state) {
        if (times.by_state[state] == Duration{0}) continue;
        states[text_of(names_of<AgentState>[state])] = times.by_state[state].count();
    }
    for (const auto& status : times.by_status) statuses[text_of(status.name)] = status.time.count();
    return py::make_tuple(states, statuses);
}

using SpansByChannel = std::vector<std::pair<std::string, std::optional<Milliseconds>>>;

[[nodiscard]] AgentLimits limits_of(std::optional<Milliseconds> work, const SpansByChannel& by_channel,
                                    std::optional<int> missed) {
    AgentLimits limits;
    for (const auto& [name, span] : by_channel) {
        const auto channel = enumerator_named<Channel>(name);
        if (!channel) {
            throw Refusal{
                {{ErrorCode::invalid_value, "is no channel", JsonPointer{"/after_contact_work_by_channel/" + name}}}};
        }
        limits.by_channel.push_back({*channel, std::nullopt});
        if (span) limits.by_channel.back().after_contact_work = Duration{*span};
    }
    if (work) limits.after_contact_work = Duration{*work};
    limits.missed_in_a_row = missed;
    return limits;
}

[[nodiscard]] py::list exceeded(const AgentTimeline& timeline, std::optional<Milliseconds> work,
                                const SpansByChannel& by_channel, std::optional<int> missed, At at) {
    py::list all;
    for (const auto& limit : denwaban::exceeded(timeline, limits_of(work, by_channel, missed), at.instant)) {
        if (const auto* late = std::get_if<AfterContactWorkTooLong>(&limit)) {
            all.append(py::make_tuple("after_contact_work", seconds_of(late->since), late->by.count(),
                                      late->contact ? py::object{text_of(late->contact->text)} : py::none()));
        } else {
            all.append(py::make_tuple("missed_in_a_row", std::get<MissedTooMany>(limit).in_a_row));
        }
    }
    return all;
}

template <class T>
[[nodiscard]] py::tuple written(const ConnectReading<T>& reading) {
    py::list unknown;
    for (const auto& place : reading.unknown) unknown.append(text_of(place.text));
    return py::make_tuple(text_of(to_json(reading.value)), py::tuple{unknown});
}

template <Named State, Named Event, Named Effect>
[[nodiscard]] py::tuple described(const StateMachine<State, Event, Effect>& machine) {
    py::list rows;
    for (const auto& answer : machine.rows()) {
        const auto* moved = std::get_if<Moved<State, Effect>>(&answer.step);
        const auto* refused = std::get_if<Refused>(&answer.step);
        const auto word = [](std::optional<std::string_view> text) -> py::object {
            return text ? py::object{text_of(*text)} : py::none();
        };
        std::optional<std::string_view> to, effect, reason;
        if (moved != nullptr) to = name_of(moved->to);
        if (moved != nullptr && moved->effect) effect = name_of(*moved->effect);
        if (refused != nullptr) reason = refused->reason;
        rows.append(py::make_tuple(text_of(name_of(answer.from)), text_of(name_of(answer.on)), word(to), word(effect),
                                   word(reason)));
    }
    return py::make_tuple(py::tuple{rows}, text_of(to_mermaid(machine)));
}

[[nodiscard]] py::tuple lifecycle(const std::string& name) {
    if (name == "agent") return described(agent_lifecycle);
    if (name == "contact") return described(contact_lifecycle);
    if (name == "call") return described(call_lifecycle);
    if (name == "commitment") return described(commitment_lifecycle);
    if (name == "presence") return described(presence_lifecycle);
    if (name == "allocation") return described(allocation_lifecycle);
    throw Refusal{{{ErrorCode::invalid_value, "must be agent, contact, call, commitment, presence or allocation", {}}}};
}

[[nodiscard]] py::object first(const ContactHistory& history, const std::string& kind) {
    const auto found = enumerator_named<ContactReportKind>(kind);
    if (!found) throw Refusal{{{ErrorCode::invalid_value, "no such kind of event", {}}}};
    return seconds_of(history.first(*found));
}

void bind_timeline(py::module_& module) {
    using Self = const AgentTimeline&;
    py::class_<AgentTimeline>(module, "Timeline", py::is_final())
        .def(py::init([](Milliseconds window, std::optional<Milliseconds> silence) {
                 TimelineTerms terms{Duration{window}, std::nullopt};
                 if (silence) terms.longest_silence = Duration{*silence};
                 return AgentTimeline{terms};
             }),
             py::arg("window"), py::arg("longest_silence"))
        .def_static("from_json",
                    [](const py::object& source) { return value_of(agent_timeline_from_json(json_text(source))); })
        .def("apply", apply, py::arg("source"))
        .def("state", [](Self self, At at) { return text_of(name_of(self.state(at.instant))); })
        .def("times", times, py::arg("until"))
        .def("day",
             [](Self self, At until, const std::string& shift, std::optional<At> since) {
                 const auto begins = since ? std::optional{since->instant} : std::nullopt;
                 return text_of(value_of(agent_day_json(self, until.instant, shift, begins)));
             })
        .def("bigquery_states",
             [](Self self, const std::string& agent, At now) {
                 py::list rows;
                 for (const auto& row : bigquery_states(self, agent, now.instant)) {
                     rows.append(py::make_tuple(text_of(row.insert_id), text_of(row.json)));
                 }
                 return rows;
             })
        .def("latest",
             [](Self self) -> py::object {
                 const auto* entry = self.latest();
                 return entry == nullptr ? py::object{py::none()} : py::object{text_of(to_json(*entry))};
             })
        .def("exceeded", exceeded, py::arg("after_contact_work"), py::arg("by_channel"), py::arg("missed_in_a_row"),
             py::arg("at"))
        .def("after_contact_work_ends",
             [](Self self, std::optional<Milliseconds> work, const SpansByChannel& by_channel) {
                 return seconds_of(after_contact_work_ends(self, limits_of(work, by_channel, std::nullopt)));
             })
        .def("copy", [](Self self) { return self; })
        .def("to_json", [](Self self) { return text_of(to_json(self)); })
        .def(
            "__eq__", [](Self a, Self b) { return a == b; }, py::is_operator());
}

void bind_history(py::module_& module) {
    using Self = const ContactHistory&;
    py::class_<ContactHistory>(module, "History", py::is_final())
        .def(py::init<>())
        .def_static("from_json",
                    [](const py::object& source) { return value_of(contact_history_from_json(json_text(source))); })
        .def("to_json", [](Self self) { return text_of(to_json(self)); })
        .def(py::self == py::self)
        .def("add",
             [](ContactHistory& self, const py::object& source) {
                 const auto added = self.add(value_of(contact_report_from_json(json_text(source))).value);
                 if (added == ContactHistory::Added::another_contact) {
                     const Expected<bool, Errors> refused{Unexpected{Errors{
                         {ErrorCode::invalid_value, "is of another contact than those before it", JsonPointer{}}}}};
                     std::ignore = value_of(refused);
                 }
                 return added == ContactHistory::Added::yes;
             })
        .def("state", [](Self self) { return text_of(name_of(self.state())); })
        .def("first", first, py::arg("kind"))
        .def("abandoned_at", [](Self self) { return seconds_of(self.abandoned_at()); })
        .def("line",
             [](Self self) -> py::object {
                 const auto line = self.line();
                 return line ? py::object{text_of(line->e164())} : py::none();
             })
        .def("reports", [](Self self) {
            py::list all;
            for (const auto& report : self.reports()) all.append(text_of(to_json(report)));
            return all;
        });
}

}  // namespace

void bind_agents(py::module_& module) {
    bind_timeline(module);
    bind_history(module);
    module.def("read_agent_event", [](const py::object& source) {
        return written(value_of(agent_stream_record_from_json(json_text(source))));
    });
    module.def("read_streams_snapshot", [](const py::object& source) {
        return written(value_of(streams_snapshot_from_json(json_text(source))));
    });
    module.def("read_contact_event",
               [](const py::object& source) { return written(value_of(contact_report_from_json(json_text(source)))); });
    module.def("lifecycle", lifecycle, py::arg("name"));
    module.def("bigquery_agent_days_sql",
               [](const std::string& states, const std::string& shifts, At until, const std::string& zone) {
                   return value_of(bigquery_agent_days_sql(states, shifts, until.instant, zone));
               });
}

}  // namespace denwaban::python
