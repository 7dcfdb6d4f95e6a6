#include <denwaban/ledger/dynamodb_errand.hpp>
#include <denwaban/ledger/dynamodb_lines.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "alone.hpp"
#include "bindings.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// What `dynamodb.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] Alone<DynamoDbExchange> exchange_of(const py::str& table, LedgerQuestion question, std::uint64_t seed) {
    auto name = utf8_of(table);
    const py::gil_scoped_release others_may_run;
    return Alone{DynamoDbExchange{std::move(name), std::move(question), seed}};
}

template <auto parse, class Question>
[[nodiscard]] Alone<DynamoDbExchange> exchange(const py::str& table, const py::object& source, std::uint64_t seed) {
    return exchange_of(table, Question{value_of(parse(json_text(source)))}, seed);
}

/// Decides while others may run.
[[nodiscard]] Alone<DynamoDbErrand> errand(const py::str& table, const py::object& source, std::uint64_t seed) {
    auto name = utf8_of(table);
    const auto text = json_text(source);
    const py::gil_scoped_release others_may_run;
    return Alone{DynamoDbErrand{std::move(name), value_of(errand_from_json(text, seed)), seed}};
}

template <class Work>
[[nodiscard]] py::object task_of(Alone<Work>& self) {
    return self.with(
        [](const Work& work) { return work.task() != nullptr ? py::object{text_of(*work.task())} : py::none(); });
}

template <class Work>
void give_dynamodb(Alone<Work>& self, const py::object& source) {
    const auto text = json_text(source);
    self.with([&](Work& work) {
        const py::gil_scoped_release others_may_run;
        work.give(text);
    });
}

void require_end(const auto& work) {
    if (work.task() != nullptr) throw Refusal{{{ErrorCode::not_allowed, "the exchange is not over", {}}}};
}

/// The result as text, or its errors thrown.
struct Tell {
    [[nodiscard]] std::string operator()(const Errors& errors) const { throw Refusal{errors}; }
    [[nodiscard]] std::string operator()(PauseOver) const { return "null"; }
    [[nodiscard]] std::string operator()(const auto& result) const { return to_json(result); }
};

[[nodiscard]] py::str result_of(Alone<DynamoDbExchange>& self) {
    return self.with([](const DynamoDbExchange& exchange) {
        require_end(exchange);
        return text_of(std::visit(Tell{}, exchange.result()));
    });
}

[[nodiscard]] py::str answer_of(Alone<DynamoDbErrand>& self) {
    return self.with([](const DynamoDbErrand& errand) {
        require_end(errand);
        return text_of(value_of(errand.answer()));
    });
}

template <class Lines>
[[nodiscard]] Alone<Lines> lines(const py::str& table, std::uint64_t seed) {
    return Alone{Lines{utf8_of(table), seed}};
}
template <class Lines>
void end_of(Alone<Lines>& self) {
    self.with([](const Lines& lines) {
        require_end(lines);
        value_of(lines.result());
    });
}

[[nodiscard]] py::str taken(Alone<DynamoDbExport>& self) {
    return self.with([](DynamoDbExport& lines) { return text_of(lines.take()); });
}

using Importing = Alone<DynamoDbImport>;
template <auto take>
void take_line(Importing& self, const py::str& line) {
    const auto text = utf8_of(line);
    self.with([&](DynamoDbImport& lines) { value_of((lines.*take)(text)); });
}

}  // namespace

void bind_dynamodb(py::module_& module) {
    py::class_<Alone<DynamoDbExchange>>(module, "DynamoDbExchangeCore", py::is_final())
        .def_static("read", exchange<keys_from_json, ReadTask>)
        .def_static("query", exchange<query_from_json, Query>)
        .def_static("commit", exchange<commit_from_json, Commit>)
        .def("task", task_of<DynamoDbExchange>)
        .def("give", give_dynamodb<DynamoDbExchange>)
        .def("result", result_of);
    py::class_<Alone<DynamoDbErrand>>(module, "DynamoDbErrandCore", py::is_final())
        .def_static("from_json", errand)
        .def("task", task_of<DynamoDbErrand>)
        .def("give", give_dynamodb<DynamoDbErrand>)
        .def("result", answer_of);
    py::class_<Alone<DynamoDbExport>>(module, "DynamoDbExportCore", py::is_final())
        .def_static("begin", lines<DynamoDbExport>)
        .def("task", task_of<DynamoDbExport>)
        .def("give", give_dynamodb<DynamoDbExport>)
        .def("take", taken)
        .def("result", end_of<DynamoDbExport>);
    py::class_<Alone<DynamoDbImport>>(module, "DynamoDbImportCore", py::is_final())
        .def_static("begin", lines<DynamoDbImport>)
        .def("check", take_line<&DynamoDbImport::check>)
        .def("end_check",
             [](Importing& self) { self.with([](DynamoDbImport& lines) { value_of(lines.end_check()); }); })
        .def("write", take_line<&DynamoDbImport::write>)
        .def("end", [](Importing& self) { self.with([](DynamoDbImport& lines) { lines.end(); }); })
        .def("task", task_of<DynamoDbImport>)
        .def("give", give_dynamodb<DynamoDbImport>)
        .def("result", end_of<DynamoDbImport>);
    module.def("dynamodb_table_definition",
               [](const py::str& name) { return text_of(dynamodb_table_definition(utf8_of(name))); });
    module.def("dynamodb_time_to_live",
               [](const py::str& name) { return text_of(dynamodb_time_to_live(utf8_of(name))); });
}

}  // namespace denwaban::python
