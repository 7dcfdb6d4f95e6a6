#include <pybind11/stl.h>

#include <utility>
#include <vector>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/connect/contact_record_stream.hpp>
#include <denwaban/connect/delivery.hpp>
#include <denwaban/connect/kinesis.hpp>
#include <denwaban/documents/arrow.hpp>
#include <denwaban/documents/bigquery.hpp>
#include <denwaban/documents/call_results_json.hpp>
#include <denwaban/documents/record_questions.hpp>
#include <denwaban/documents/records_json.hpp>
#include <denwaban/pictures/call_pictures.hpp>
#include <denwaban/pictures/call_report.hpp>
#include <denwaban/zones.hpp>

#include "alone.hpp"
#include "bindings.hpp"
#include "directory.hpp"
#include "instants.hpp"
#include "months.hpp"
#include "refusal.hpp"
#include "text.hpp"
#include "zone_named.hpp"

/// What `_records.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] py::tuple with_unknown(const std::string& words, const std::vector<JsonPointer>& unknown) {
    py::list places;
    for (const auto& place : unknown) places.append(text_of(place.text));
    return py::make_tuple(text_of(words), py::tuple{places});
}

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

[[nodiscard]] py::str failures(const std::vector<std::pair<std::string, std::string>>& records,
                               const std::vector<std::string>& messages) {
    std::vector<DeliveryPosition> positions;
    for (const auto& [shard, sequence] : records) positions.emplace_back(KinesisPosition{shard, sequence});
    for (const auto& message : messages) positions.emplace_back(MessageId{message});
    return text_of(partial_batch_response(positions));
}

template <Named Enum>
[[nodiscard]] Enum word_of(const std::string& name, const char* if_none) {
    const auto found = enumerator_named<Enum>(name);
    if (found) return *found;
    return value_of(Expected<Enum>{Unexpected{Error{ErrorCode::invalid_value, if_none, {}}}});
}
[[nodiscard]] CallGroup group_of(const std::string& name) {
    return word_of<CallGroup>(name, "calls are counted by no such thing");
}
[[nodiscard]] std::optional<Channel> channel_of(const std::optional<std::string>& name) {
    return name ? std::optional{word_of<Channel>(*name, "there is no such channel")} : std::nullopt;
}
[[nodiscard]] PictureForm form_of(const std::string& name) {
    return word_of<PictureForm>(name, "there is no such form");
}
[[nodiscard]] BigQueryTable table_of(const std::string& name) {
    return word_of<BigQueryTable>(name, "there is no such table");
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

[[nodiscard]] std::string results_sql(const std::string& calls, const std::string& bookings,
                                      const std::string& reconciled, const std::optional<std::string>& group,
                                      const std::string& terms, const std::string& zone) {
    const auto by = group ? std::optional{group_of(*group)} : std::nullopt;
    return value_of(
        bigquery_results_sql({calls, bookings, reconciled}, by, value_of(result_terms_from_json(terms)), zone));
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

/// What any object shows of its bytes; none at the end of a file.
class Bytes {
public:
    explicit Bytes(const py::object& source) {
        if (source.is_none()) return;
        if (PyObject_GetBuffer(source.ptr(), &view_.emplace(), PyBUF_SIMPLE) == 0) return;
        view_.reset();
        throw py::error_already_set{};
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    ~Bytes() {
        if (view_) PyBuffer_Release(&*view_);
    }
    [[nodiscard]] std::optional<std::string_view> view() const noexcept {
        if (!view_) return std::nullopt;
        return std::string_view{static_cast<const char*>(view_->buf), static_cast<std::size_t>(view_->len)};
    }

private:
    std::optional<Py_buffer> view_;
};
/// What is read while others run, by whoever has the stream alone.
template <class Read>
[[nodiscard]] auto read_apart(const py::object& source, Read&& read) {
    const Bytes bytes{source};
    const py::gil_scoped_release others_may_run;
    return read(bytes.view());
}
using ReadStream = Alone<ContactRecordStream>;
[[nodiscard]] py::str read_stream(ReadStream& self, const py::object& source) {
    return self.with([&](ContactRecordStream& stream) {
        return text_of(read_apart(source, [&](auto bytes) { return streamed_to_json(stream, bytes); }));
    });
}
[[nodiscard]] py::str add_stream(ReadStream& self, const py::object& source, CallFacts& facts) {
    return self.with([&](ContactRecordStream& stream) {
        return text_of(
            add_streamed(facts, read_apart(source, [&](auto bytes) { return read_streamed(stream, bytes); })));
    });
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

void bind_analysis(py::module_& module) {
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
    module.def("bigquery_schema", [](const std::string& of) { return text_of(bigquery_schema(table_of(of))); });
    module.def("bigquery_descriptor",
               [](const std::string& of) { return py::bytes{bigquery_descriptor(table_of(of))}; });
    module.def("arrow_schema", [] { return capsule_of(arrow_schema()); });
    module.def("bigquery_table_sql", [](const std::string& table, const std::string& of) {
        return value_of(bigquery_table_sql(table, table_of(of)));
    });
    module.def(
        "bigquery_reconcile_sql", [](const std::string& calls, const std::string& bookings, const std::string& window) {
            return value_of(bigquery_reconcile_sql(calls, bookings, value_of(reconcile_window_from_json(window))));
        });
    module.def("bigquery_results_sql", results_sql);
    module.def("bigquery_figures_sql", [](const std::string& table, const std::string& group, std::int64_t threshold,
                                          const std::string& zone, const std::optional<std::string>& channel) {
        return value_of(bigquery_figures_sql(table, group_of(group), Duration{threshold}, zone, channel_of(channel)));
    });
    module.def("bigquery_stitch_sql", [](const std::string& from, const std::string& staging) {
        return value_of(bigquery_stitch_sql(from, staging));
    });
    module.def("bigquery_merge_sql", [](const std::string& table, const std::string& staging) {
        return value_of(bigquery_merge_sql(table, staging));
    });
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
    py::class_<ReadStream>(module, "ContactRecordStreamCore", py::is_final())
        .def(py::init<>())
        .def("read", read_stream, py::arg("source").none(true), py::pos_only())
        .def("add_to", add_stream, py::arg("source").none(true), py::arg("facts"), py::pos_only());
    module.def("read_contact_record", [](const py::object& source) {
        const auto reading = value_of(contact_record_from_json(json_text(source)));
        return with_unknown(to_json(reading.value), reading.unknown);
    });
    module.def("read_kinesis_contact_records", [](const py::object& source) {
        return text_of(to_json(value_of(contact_records_from_kinesis(json_text(source)))));
    });
    module.def("read_delivered_events", [](const py::object& source) {
        return text_of(to_json(value_of(delivered_events_from_json(json_text(source)))));
    });
    module.def("is_redacted", [](const py::str& key) {
        Recording recording;
        recording.key = utf8_of(key);
        return is_redacted(recording);
    });
    module.def("batch_item_failures", failures);
    bind_analysis(module);
}

}  // namespace denwaban::python
