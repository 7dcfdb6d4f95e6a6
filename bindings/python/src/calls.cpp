#include <pybind11/stl.h>

#include <denwaban/connect/contact_attributes.hpp>
#include <denwaban/documents/calls_json.hpp>
#include <denwaban/documents/dispositions_json.hpp>
#include <denwaban/talk/hand_over.hpp>
#include <denwaban/zones.hpp>

#include "bindings.hpp"
#include "instants.hpp"
#include "refusal.hpp"
#include "text.hpp"
#include "zone_named.hpp"

/// What `_calls.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] WrapUpPolicy policy_of(const py::object& source) {
    return value_of(wrap_up_policy_from_json(json_text(source)));
}
[[nodiscard]] std::vector<Disposition> dispositions_of(const py::object& source, const Catalogue& catalogue) {
    return value_of(dispositions_from_json(json_text(source), catalogue));
}

[[nodiscard]] py::list checked(const Catalogue& catalogue, const py::object& source, const std::string& completeness) {
    const auto wanted = enumerator_named<Completeness>(completeness).value_or(Completeness::with_data);
    py::list all;
    for (const auto& error : check(dispositions_of(source, catalogue), catalogue, wanted)) {
        all.append(
            py::make_tuple(text_of(to_string(error.code)), text_of(error.message), text_of(to_string(error.where))));
    }
    return all;
}

[[nodiscard]] py::tuple applied(const Call& call, const py::object& source) {
    auto step = value_of(apply_if_room(call, value_of(call_occurrence_from_json(json_text(source)))));
    const auto effect = step.effect ? py::object{text_of(name_of(*step.effect))} : py::none();
    return py::make_tuple(std::move(step.call), effect);
}

[[nodiscard]] py::list due(const Call& call, const Catalogue& catalogue) {
    py::list all;
    if (!call.record) return all;
    for (const auto& one : follow_ups(*call.record, catalogue)) {
        const auto* escalate = std::get_if<Escalate>(&one.what);
        const auto to = escalate != nullptr ? py::object{text_of(escalate->to)} : py::none();
        all.append(py::make_tuple(text_of(one.code.text), text_of(follow_up_names[one.what.index()]), to,
                                  seconds_of(one.due)));
    }
    return all;
}

[[nodiscard]] py::str note(const Call& call, const std::string& by, const Catalogue& catalogue,
                           const std::string& restaurant, const std::string& agent, const std::string& zone) {
    const auto read = value_of(HandOverTemplate::parse(by));
    return text_of(hand_over(read, call, catalogue, {restaurant, agent, zone_named(zone)}));
}

[[nodiscard]] py::tuple attributes(const Call& call, const std::string& too_large) {
    const auto made =
        value_of(contact_attributes(call, enumerator_named<OnTooLarge>(too_large).value_or(OnTooLarge::refuse)));
    py::dict all;
    for (const auto& [key, value] : made.attributes) all[text_of(key)] = text_of(value);
    py::list shortened;
    for (const auto& key : made.shortened) shortened.append(text_of(key));
    return py::make_tuple(all, py::tuple{shortened});
}

void bind_catalogue(py::module_& module) {
    using Self = const Catalogue&;
    py::class_<Catalogue>(module, "CatalogueCore", py::is_final())
        .def_static("default", [] { return default_catalogue(); })
        .def_static("from_json",
                    [](const py::object& source) { return value_of(catalogue_from_json(json_text(source))); })
        .def("changed",
             [](Self self, const py::object& source) {
                 return value_of(self.with(value_of(catalogue_changes_from_json(json_text(source)))));
             })
        .def("check", checked, py::arg("dispositions"), py::arg("completeness"))
        .def("to_json", [](Self self) { return text_of(to_json(self)); })
        .def(
            "__eq__", [](Self a, Self b) { return a == b; }, py::is_operator());
}

void bind_call(py::module_& module) {
    using Self = const Call&;
    py::class_<Call>(module, "CallCore", py::is_final())
        .def_static("from_json", [](const py::object& source) { return value_of(call_from_json(json_text(source))); })
        .def("apply", applied, py::arg("occurrence"))
        .def("draft",
             [](Self self, const py::object& dispositions, const py::object& policy, const Catalogue& catalogue) {
                 return value_of(draft(self, dispositions_of(dispositions, catalogue), policy_of(policy)));
             })
        .def("extend", [](Self self, const py::object& policy,
                          At at) { return value_of(extend(self, policy_of(policy), at.instant)); })
        .def("complete", [](Self self, const py::object& policy, const Catalogue& catalogue, const std::string& by,
                            At at) { return value_of(complete(self, policy_of(policy), catalogue, {by}, at.instant)); })
        .def("expire", [](Self self, const py::object& policy, const Catalogue& catalogue, const std::string& by,
                          At at) { return value_of(expire(self, policy_of(policy), catalogue, {by}, at.instant)); })
        .def("amend",
             [](Self self, const py::object& dispositions, const Catalogue& catalogue, const std::string& by, At at,
                const std::string& reason) {
                 return value_of(
                     amend_record(self, dispositions_of(dispositions, catalogue), catalogue, {by}, at.instant, reason));
             })
        .def("wrap_up_due",
             [](Self self, const py::object& policy) { return seconds_of(wrap_up_due(self, policy_of(policy))); })
        .def("follow_ups", due, py::arg("catalogue"))
        .def("hand_over", note)
        .def("contact_attributes", attributes, py::arg("on_too_large"))
        .def("state", [](Self self) { return text_of(name_of(state_of(self))); })
        .def("outcome", [](Self self) { return text_of(to_string(outcome_of(self))); })
        .def("answered_at", [](Self self) { return seconds_of(answered_at(self)); })
        .def("closed_at", [](Self self) { return seconds_of(closed_at(self)); })
        .def("to_json", [](Self self) { return text_of(to_json(self)); })
        .def(
            "__eq__", [](Self a, Self b) { return a == b; }, py::is_operator());
}

[[nodiscard]] std::optional<std::string_view> event_of(const std::string& kind) {
    const auto found = enumerator_named<ContactNoticeKind>(kind);
    if (!found) throw Refusal{{{ErrorCode::invalid_value, "is no kind of notice of a contact", {}}}};
    const auto event = call_event_of(*found);
    if (!event) return std::nullopt;
    return name_of(CallEvent{*event});
}

}  // namespace

void bind_calls(py::module_& module) {
    bind_catalogue(module);
    bind_call(module);
    py::dict templates;
    templates["mail_subject"] = text_of(hand_over_mail_subject);
    templates["mail"] = text_of(hand_over_mail);
    templates["line"] = text_of(hand_over_line);
    templates["print"] = text_of(hand_over_print);
    module.attr("hand_over_templates") = templates;
    module.def("call_event_of", &event_of, py::arg("kind"));
}

}  // namespace denwaban::python
