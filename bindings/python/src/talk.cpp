#include <denwaban/connect/live_transcript.hpp>
#include <denwaban/documents/talk_json.hpp>
#include <denwaban/ledger/json_talk.hpp>
#include <denwaban/ledger/tool_desk.hpp>

#include "bindings.hpp"
#include "instants.hpp"
#include "refusal.hpp"
#include "restaurant.hpp"
#include "text.hpp"

/// What `_talk.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] py::str hear(const py::str& text, const py::object& hearing, const ZonedHours* hours) {
    const auto note = value_of(hearing_from_json(json_text(hearing)));
    return text_of(to_json(value_of(understand(utf8_of(text), note, hours != nullptr ? &hours->hours : nullptr))));
}

[[nodiscard]] JsonTalk opened(const AnsweringRestaurant& restaurant, const py::object& source,
                              const ZonedHours* humans) {
    auto policy = value_of(talk_policy_from_json(json_text(source)));
    if (humans != nullptr) policy.humans = humans->hours;
    return {restaurant.opened, std::move(policy)};
}

/// A step, while others may run.
template <class Step>
[[nodiscard]] py::str stepped(Step&& step) {
    const auto text = [&] {
        const py::gil_scoped_release others_may_run;
        return value_of(step());
    };
    return text_of(text());
}

void bind_talk_desk(py::module_& module) {
    using Self = const JsonTalk&;
    py::class_<JsonTalk>(module, "TalkCore", py::is_final())
        .def(py::init(&opened), py::arg("restaurant"), py::arg("policy"), py::arg("humans").none(true), py::pos_only())
        .def("greet",
             [](Self self, const py::object& greeted, At now) {
                 return stepped([&, who = json_text(greeted)] { return self.greet(who, now.instant); });
             })
        .def("hear",
             [](Self self, const py::object& conversation, const py::object& said, At now) {
                 return stepped([&, before = json_text(conversation), words = json_text(said)] {
                     return self.hear(before, words, now.instant);
                 });
             })
        .def("hear_lex",
             [](Self self, const py::object& event, const py::object& found, At now) {
                 return stepped([&, sent = json_text(event), before = json_text(found)] {
                     return self.hear_lex(sent, before, now.instant);
                 });
             })
        .def("answer_lex",
             [](Self self, const py::object& event, const py::object& conversation, At now) {
                 return stepped([&, sent = json_text(event), after = json_text(conversation)] {
                     return self.answer_lex(sent, after, now.instant);
                 });
             })
        .def("hear_flow",
             [](Self self, const py::object& event, const py::object& found, At now) {
                 return stepped([&, sent = json_text(event), before = json_text(found)] {
                     return self.hear_flow(sent, before, now.instant);
                 });
             })
        .def("answer_flow",
             [](Self self, const py::object& conversation, At now) {
                 return stepped([&, after = json_text(conversation)] { return self.answer_flow(after, now.instant); });
             })
        .def("given", [](Self self, const py::object& conversation, const py::object& answer, At now) {
            return stepped([&, before = json_text(conversation), words = json_text(answer)] {
                return self.given(before, words, now.instant);
            });
        });
}

void bind_live_transcript(py::module_& module) {
    py::class_<LiveTranscript>(module, "LiveTranscriptCore", py::is_final())
        .def(py::init<>())
        .def("apply",
             [](LiveTranscript& self, const py::object& event) {
                 for (const auto& result : value_of(transcript_from_json(json_text(event)))) self.apply(result);
             })
        .def("settled", [](LiveTranscript& self) { return text_of(self.settled()); })
        .def("unsettled", [](const LiveTranscript& self) { return text_of(self.unsettled()); });
}

}  // namespace

void bind_talk(py::module_& module) {
    bind_live_transcript(module);
    bind_talk_desk(module);
    module.def("tools_json", [] { return text_of(denwaban::tools_json()); });
    module.def("understand", &hear, py::arg("text"), py::arg("hearing"), py::arg("hours").none(true), py::pos_only());
}

}  // namespace denwaban::python
