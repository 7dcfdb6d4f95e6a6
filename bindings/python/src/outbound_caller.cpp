#include <pybind11/stl.h>

#include <denwaban/connect/outbound_contact.hpp>
#include <denwaban/connect/outbound_whisper.hpp>
#include <denwaban/documents/outbound_caller_json.hpp>

#include "bindings.hpp"
#include "directory.hpp"
#include "pickles.hpp"
#include "refusal.hpp"
#include "restaurant.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

/// `str` or `PhoneNumber`, as `text` reads it.
using GivenNumber = std::variant<py::str, PhoneNumber>;
using GivenText = std::optional<py::str>;

[[nodiscard]] std::string given(const GivenNumber& number) {
    const auto* read = std::get_if<PhoneNumber>(&number);
    return read != nullptr ? std::string{read->e164()} : utf8_of(std::get<py::str>(number));
}
[[nodiscard]] std::optional<std::string> given(const std::optional<GivenNumber>& number) {
    return number ? std::optional{given(*number)} : std::nullopt;
}
[[nodiscard]] std::optional<std::string> given(const GivenText& text) {
    return text ? std::optional{utf8_of(*text)} : std::nullopt;
}
[[nodiscard]] std::map<std::string, std::string> given(const std::optional<py::dict>& texts) {
    std::map<std::string, std::string> all;
    for (const auto& [key, value] : texts.value_or(py::dict{})) {
        if (!py::isinstance<py::str>(key) || !py::isinstance<py::str>(value))
            throw py::type_error("only str is wanted");
        all.emplace(utf8_of(key.cast<py::str>()), utf8_of(value.cast<py::str>()));
    }
    return all;
}

[[nodiscard]] OutboundCallerPolicy policy_from_json(const py::object& source) {
    return value_of(outbound_caller_policy_from_json(json_text(source)));
}

[[nodiscard]] CallerDelivery delivery_of(const std::optional<std::vector<py::str>>& queues) {
    if (!queues) return ByNumber{};
    ByQueue by_queue;
    for (const auto& queue : *queues) by_queue.queues.push_back({utf8_of(queue)});
    return by_queue;
}

[[nodiscard]] py::tuple to_python(const Types& types, const std::vector<PassedOver>& passed_over) {
    py::list all;
    for (const auto& one : passed_over) {
        all.append(
            types->passed_over(text_of(to_string(one.source)), text_of(one.number), text_of(to_string(one.reason))));
    }
    return py::tuple{all};
}

[[nodiscard]] py::object to_python(const Types& types, const OutboundCaller& caller) {
    const auto* chosen = std::get_if<ChosenCaller>(&caller);
    if (chosen == nullptr) return types->no_caller(to_python(types, std::get<NoCaller>(caller).passed_over));
    const auto queue = chosen->queue ? py::object{text_of(chosen->queue->text)} : py::none();
    return types->chosen_caller(chosen->number, text_of(to_string(chosen->source)), queue, text_of(chosen->label),
                                to_python(types, chosen->passed_over));
}

[[nodiscard]] py::object choose(const Types& types, const OutboundCallerPolicy& policy,
                                const AnsweringRestaurant* restaurant, const std::optional<GivenNumber>& callee,
                                const std::optional<std::vector<py::str>>& queues,
                                const std::optional<GivenNumber>& choice,
                                const std::optional<GivenNumber>& last_called) {
    OutboundCall call{restaurant != nullptr ? &restaurant->said() : nullptr,
                      {},
                      delivery_of(queues),
                      given(choice),
                      given(last_called)};
    if (callee) call.callee = value_of(PhoneNumber::parse(given(*callee)));
    return to_python(types, choose_outbound_caller(policy, call));
}

[[nodiscard]] py::dict whisper(const py::object& event, const OutboundCallerPolicy& policy,
                               const AnsweringDirectory& directory) {
    const auto json = event_text(event);
    const auto ask = [&] {
        const py::gil_scoped_release others_may_run;
        return outbound_whisper(json, policy, *directory.directory);
    };
    py::dict attributes;
    for (const auto& [key, value] : ask()) attributes[text_of(key)] = text_of(value);
    return attributes;
}

[[nodiscard]] py::object parsed(const std::string& json) {
    return py::module_::import("json").attr("loads")(text_of(json));
}

[[nodiscard]] py::object start(const GivenNumber& destination, const py::str& instance_id,
                               const py::str& contact_flow_id, const std::optional<GivenNumber>& source,
                               const GivenText& queue, const GivenText& client_token,
                               const GivenText& related_contact_id, const GivenText& name, const GivenText& description,
                               std::optional<int> ring_timeout_seconds, const std::optional<py::dict>& attributes,
                               const GivenText& traffic_type) {
    const OutboundVoiceContact contact{
        utf8_of(instance_id), utf8_of(contact_flow_id), given(destination),        given(source),
        given(queue),         given(client_token),      given(related_contact_id), given(name),
        given(description),   ring_timeout_seconds,     given(attributes),         given(traffic_type)};
    return parsed(value_of(start_outbound_voice_contact(contact)));
}

[[nodiscard]] py::object connect(const GivenNumber& callee, const py::str& queue, const GivenText& related_contact_id) {
    return parsed(value_of(agent_connect({given(callee), utf8_of(queue), given(related_contact_id)})));
}

void bind_requests(py::module_& module) {
    module.def("start_outbound_voice_contact", start, py::kw_only(), py::arg("destination"), py::arg("instance_id"),
               py::arg("contact_flow_id"), py::arg("source") = py::none(), py::arg("queue") = py::none(),
               py::arg("client_token") = py::none(), py::arg("related_contact_id") = py::none(),
               py::arg("name") = py::none(), py::arg("description") = py::none(),
               py::arg("ring_timeout_seconds") = py::none(), py::arg("attributes") = py::none(),
               py::arg("traffic_type") = py::none(),
               "The arguments of boto3's `start_outbound_voice_contact`. Raises with everything that is wrong.");
    module.def("agent_connect", connect, py::kw_only(), py::arg("callee"), py::arg("queue"),
               py::arg("related_contact_id") = py::none(),
               "What a page hands to amazon-connect-streams: `endpoint`, `queueARN`, `relatedContactId`.");
}

}  // namespace

void bind_outbound_caller(py::module_& module, const Types& types) {
    using Self = const OutboundCallerPolicy&;
    py::class_<OutboundCallerPolicy> policy(module, "OutboundCallerPolicy", py::is_final(),
                                            "Which number a callee sees.");
    policy
        .def_static("from_json", policy_from_json, py::arg("source"),
                    "Reads JSON, or what `json.loads` made of it. The errors are all that are in it.")
        .def(
            "choose",
            [types](Self self, const AnsweringRestaurant* restaurant, const std::optional<GivenNumber>& callee,
                    const std::optional<std::vector<py::str>>& queues, const std::optional<GivenNumber>& choice,
                    const std::optional<GivenNumber>& last_called) {
                return choose(types, self, restaurant, callee, queues, choice, last_called);
            },
            py::kw_only(), py::arg("restaurant") = py::none(), py::arg("callee") = py::none(),
            py::arg("queues") = py::none(), py::arg("choice") = py::none(), py::arg("last_called") = py::none(),
            "The number to show, or why there is none. `queues` are the ARNs of the agent's queues, one of which has "
            "to show the number; without them, any claimed number will do.")
        .def("to_json", [](Self self) { return to_json(self); })
        .def("to_dict", [](Self self) { return parsed(to_json(self)); })
        .def(
            "__eq__", [](Self a, Self b) { return a == b; }, py::is_operator())
        .def("__hash__", [](Self self) { return std::hash<std::string>{}(to_json(self)); })
        .def("__repr__", [](Self self) {
            return "<denwaban.OutboundCallerPolicy of " + std::to_string(self.claimed.size()) + " numbers>";
        });
    def_pickle(
        policy, [](Self self) { return py::make_tuple(to_json(self)); },
        [](const py::tuple& state) { return policy_from_json(state[0]); });
    module.def("outbound_whisper", whisper, py::arg("event"), py::arg("policy"), py::arg("directory"),
               "Answers an outbound whisper flow's event. Whatever the event says, there is an answer: `result` is "
               "`chosen`, `fallback` or `no_caller`.");
    bind_requests(module);
}

}  // namespace denwaban::python
