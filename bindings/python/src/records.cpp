#include <pybind11/stl.h>

#include <utility>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/documents/arrow.hpp>
#include <denwaban/documents/bigquery.hpp>
#include <denwaban/documents/call_results_json.hpp>
#include <denwaban/documents/record_questions.hpp>
#include <denwaban/documents/records_json.hpp>
#include <denwaban/pictures/call_pictures.hpp>
#include <denwaban/pictures/call_report.hpp>
#include <denwaban/zones.hpp>

#include "bindings.hpp"
#include "contact_records.hpp"
#include "directory.hpp"
#include "instants.hpp"
#include "months.hpp"
#include "record_words.hpp"
#include "refusal.hpp"
#include "text.hpp"
#include "zone_named.hpp"

/// What `_records.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] py::tuple add_records(CallFacts& facts, const py::object& source) {
    auto reading = value_of(contact_record_from_json(json_text(source)));
    const auto change = facts.add(std::move(reading.value));
    return with_unknown(to_json(change), reading.unknown);
}

[[nodiscard]] py::str add_kinesis(CallFacts& facts, const py::object& source) {
    auto batch = value_of(contact_records_from_kinesis(json_text(source)));
    return text_of(to_json(add_to(facts, std::move(batch))));
}

[[nodiscard]] py::object find_fact(const CallFacts& facts, const py::str& contact) {
    const auto fact = facts.find({utf8_of(contact)});
    return fact ? py::object{text_of(to_json(*fact))} : py::none();
}

[[nodiscard]] py::object place(const CallFacts& facts, const py::str& contact, const AnsweringDirectory& directory) {
    const auto fact = facts.find({utf8_of(contact)});
    if (!fact) return py::none();
    const auto place = value_of(place_of(*fact, *directory.directory));
    return place ? py::object{text_of(to_json(*place))} : py::none();
}

[[nodiscard]] PictureForm form_of(const std::string& name) {
    return word_of<PictureForm>(name, "there is no such form");
}
/// Null where there is none.
[[nodiscard]] const Directory* core_of(const AnsweringDirectory* directory) noexcept {
    return directory != nullptr ? directory->directory.get() : nullptr;
}

[[nodiscard]] py::str figures_by(const CallFacts& facts, const std::string& group, std::int64_t threshold,
                                 const AnsweringDirectory* directory, const std::string& zone,
                                 const std::optional<std::string>& channel) {
    const auto calls = placed(facts.all(), core_of(directory));
    const auto clocks = zone_named(zone);
    return text_of(
        to_json(service_figures_by(group_of(group), calls, Duration{threshold}, clocks, channel_of(channel))));
}

[[nodiscard]] py::str results(const CallFacts& facts, const AnsweringDirectory* directory, const std::string& zone,
                              const std::string& question) {
    const auto clocks = zone_named(zone);
    return text_of(value_of(call_results_json(facts, core_of(directory), clocks, question)));
}

[[nodiscard]] py::str report(const CallFacts& facts, const AnsweringDirectory* directory, const std::string& zone,
                             const GivenMonth& month, std::int64_t threshold, const std::string& question) {
    const auto clocks = zone_named(zone);
    return text_of(
        value_of(call_report_html(facts, core_of(directory), clocks, month_of(month), Duration{threshold}, question)));
}

/// None of a call that there is none of; else what `write` makes of it and its place.
template <class Write>
[[nodiscard]] py::object written(const CallFacts& facts, const py::str& contact, const AnsweringDirectory* directory,
                                 Write&& write) {
    const auto fact = facts.find({utf8_of(contact)});
    if (!fact) return py::none();
    return write(*fact, place_if_known(*fact, core_of(directory)));
}
[[nodiscard]] py::object row(const CallFacts& facts, const py::str& contact, const AnsweringDirectory* directory) {
    return written(facts, contact, directory, [](const CallFact& fact, const std::optional<CallPlace>& place) {
        const auto row = bigquery_row(fact, place);
        return py::make_tuple(text_of(row.insert_id), text_of(row.json));
    });
}
[[nodiscard]] py::list legs(const CallFacts& facts, const py::str& contact) {
    py::list rows;
    for (const auto& record : facts.records_of({utf8_of(contact)})) {
        const auto leg = bigquery_leg(record);
        rows.append(py::make_tuple(text_of(leg.insert_id), text_of(leg.json)));
    }
    return rows;
}
[[nodiscard]] py::object message(const CallFacts& facts, const py::str& contact, const AnsweringDirectory* directory) {
    return written(facts, contact, directory, [](const CallFact& fact, const std::optional<CallPlace>& place) {
        return py::bytes{bigquery_message(fact, place)};
    });
}

/// A capsule of Arrow's C interface, as the PyCapsule interface names it. What nobody has taken is released with it.
template <class T>
inline constexpr const char* capsule_name = nullptr;
template <>
inline constexpr const char* capsule_name<ArrowSchema> = "arrow_schema";
template <>
inline constexpr const char* capsule_name<ArrowArrayStream> = "arrow_array_stream";
template <class T>
[[nodiscard]] py::capsule capsule_of(const T& value) {
    return py::capsule{new T{value}, capsule_name<T>, [](PyObject* capsule) {
                           auto* held = static_cast<T*>(PyCapsule_GetPointer(capsule, capsule_name<T>));
                           if (held->release != nullptr) held->release(held);
                           delete held;
                       }};
}
[[nodiscard]] py::capsule stream_of(const CallFacts& facts, const AnsweringDirectory* directory) {
    return capsule_of(arrow_stream(placed(facts.all(), core_of(directory))));
}
[[nodiscard]] py::bytes ipc(const CallFacts& facts, const AnsweringDirectory* directory) {
    auto calls = placed(facts.all(), core_of(directory));
    return value_of([&] {
        const py::gil_scoped_release others_may_run;
        return arrow_ipc(std::move(calls));
    }());
}

[[nodiscard]] py::str traces(const CallFacts& facts, const AnsweringDirectory* directory) {
    return text_of(to_json(traces_of(facts.all(), core_of(directory))));
}

[[nodiscard]] py::str answer_records(const std::string& name, const std::string& asked) {
    const auto question = enumerator_named<RecordQuestion>(name);
    if (!question) throw py::key_error(name);
    return text_of(value_of([&] {
        const py::gil_scoped_release released;
        return answer(*question, asked);
    }()));
}

}  // namespace

void bind_records(py::module_& module) {
    using Self = const CallFacts&;
    py::class_<CallFacts>(module, "CallFactsCore", py::is_final())
        .def(py::init<>())
        .def("add", add_records)
        .def("add_kinesis", add_kinesis)
        .def("find", find_fact)
        .def("all", [](Self self) { return text_of(to_json(self.all())); })
        .def("service_figures",
             [](Self self, std::int64_t threshold, const std::optional<std::string>& channel) {
                 return text_of(to_json(service_figures(self.all(), Duration{threshold}, channel_of(channel))));
             })
        .def("place", place)
        .def("service_figures_by", figures_by, py::arg("group"), py::arg("threshold"), py::arg("directory").none(true),
             py::arg("zone"), py::arg("channel").none(true))
        .def("bigquery_row", row, py::arg("contact"), py::arg("directory").none(true))
        .def("bigquery_legs", legs)
        .def("bigquery_message", message, py::arg("contact"), py::arg("directory").none(true))
        .def("arrow_stream", stream_of, py::arg("directory").none(true))
        .def("arrow_ipc", ipc, py::arg("directory").none(true))
        .def("traces", traces, py::arg("directory").none(true))
        .def("results", results, py::arg("directory").none(true), py::arg("zone"), py::arg("question"))
        .def("report", report, py::arg("directory").none(true), py::arg("zone"), py::arg("month"), py::arg("threshold"),
             py::arg("question"))
        .def("picture",
             [](Self self, const std::string& which, const std::string& zone, const std::string& title,
                const std::string& form) {
                 const auto picture = word_of<CallPicture>(which, "there is no such picture");
                 return text_of(value_of(call_picture(picture, self, zone_named(zone), title, form_of(form))));
             })
        .def(
            "funnel",
            [](Self self, const AnsweringDirectory* directory, const std::string& question, const std::string& title,
               const std::string& form) {
                return text_of(value_of(funnel_picture(self, core_of(directory), question, title, form_of(form))));
            },
            py::arg("directory").none(true), py::arg("question"), py::arg("title"), py::arg("form"))
        .def("calls_by_quarter_hour",
             [](Self self, const std::string& zone, const std::optional<std::string>& channel) {
                 return text_of(
                     to_json(value_of(calls_by_quarter_hour(self.all(), zone_named(zone), channel_of(channel)))));
             })
        .def("forget_before", [](CallFacts& self, At at) { self.forget_before(at.instant); })
        .def("copy", [](Self self) { return self; })
        .def("to_json", [](Self self) { return text_of(to_json(self)); })
        .def("records_of",
             [](Self self, const py::str& contact) { return text_of(to_json(self.records_of({utf8_of(contact)}))); })
        .def_static("from_json",
                    [](const py::object& source) { return value_of(kept_call_facts_from_json(json_text(source))); })
        .def("__len__", &CallFacts::size);
    py::class_<Reconciler>(module, "ReconcilerCore", py::is_final())
        .def(py::init(
            [](const std::string& window) { return Reconciler{value_of(reconcile_window_from_json(window))}; }))
        .def("add_call",
             [](Reconciler& self, const std::string& call) { return self.add(value_of(call_trace_from_json(call))); })
        .def("add_booking",
             [](Reconciler& self, const std::string& booking) {
                 return self.add(value_of(booking_trace_from_json(booking)));
             })
        .def("advance", [](Reconciler& self, At at) { return text_of(to_json(self.advance(at.instant))); })
        .def("finish", [](Reconciler& self) { return text_of(to_json(self.finish())); })
        .def("__len__", &Reconciler::size);
    module.def("answer_records", answer_records);
    module.def("arrow_schema", [] { return capsule_of(arrow_schema()); });
}

}  // namespace denwaban::python
