#include <denwaban/ledger/dynamodb_errand.hpp>
#include <denwaban/ledger/dynamodb_lines.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "bindings.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// What `dynamodb.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] DynamoDbExchange exchange_of(const py::str& table, LedgerQuestion question, std::uint64_t seed) {
    auto name = utf8_of(table);
    const py::gil_scoped_release others_may_run;
    return {std::move(name), std::move(question), seed};
}

template <auto parse, class Question>
[[nodiscard]] DynamoDbExchange exchange(const py::str& table, const py::object& source, std::uint64_t seed) {
    return exchange_of(table, Question{value_of(parse(json_text(source)))}, seed);
}

/// Decides while others may run.
[[nodiscard]] DynamoDbErrand errand(const py::str& table, const py::object& source, std::uint64_t seed) {
    auto name = utf8_of(table);
    const auto text = json_text(source);
    const py::gil_scoped_release others_may_run;
    return {std::move(name), value_of(errand_from_json(text, seed)), seed};
}

template <class Work>
[[nodiscard]] py::object task_of(const Work& self) {
    return self.task() != nullptr ? py::object{text_of(*self.task())} : py::none();
}

template <class Work>
void give_dynamodb(Work& self, const py::object& source) {
    const auto text = json_text(source);
    const py::gil_scoped_release others_may_run;
    self.give(text);
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

[[nodiscard]] py::str result_of(const DynamoDbExchange& self) {
    require_end(self);
    return text_of(std::visit(Tell{}, self.result()));
}

[[nodiscard]] py::str answer_of(const DynamoDbErrand& self) {
    require_end(self);
    return text_of(value_of(self.answer()));
}

template <class Lines>
[[nodiscard]] Lines lines(const py::str& table, std::uint64_t seed) {
    return {utf8_of(table), seed};
}
template <class Lines>
void end_of(const Lines& self) {
    require_end(self);
    value_of(self.result());
}

}  // namespace

void bind_dynamodb(py::module_& module) {
    py::class_<DynamoDbExchange>(module, "DynamoDbExchangeCore", py::is_final())
        .def_static("read", exchange<keys_from_json, ReadTask>)
        .def_static("query", exchange<query_from_json, Query>)
        .def_static("commit", exchange<commit_from_json, Commit>)
        .def("task", task_of<DynamoDbExchange>)
        .def("give", give_dynamodb<DynamoDbExchange>)
        .def("result", result_of);
    py::class_<DynamoDbErrand>(module, "DynamoDbErrandCore", py::is_final())
        .def_static("from_json", errand)
        .def("task", task_of<DynamoDbErrand>)
        .def("give", give_dynamodb<DynamoDbErrand>)
        .def("result", answer_of);
    py::class_<DynamoDbExport>(module, "DynamoDbExportCore", py::is_final())
        .def_static("begin", lines<DynamoDbExport>)
        .def("task", task_of<DynamoDbExport>)
        .def("give", give_dynamodb<DynamoDbExport>)
        .def("take", [](DynamoDbExport& self) { return text_of(self.take()); })
        .def("result", end_of<DynamoDbExport>);
    py::class_<DynamoDbImport>(module, "DynamoDbImportCore", py::is_final())
        .def_static("begin", lines<DynamoDbImport>)
        .def("check", [](DynamoDbImport& self, const py::str& line) { value_of(self.check(utf8_of(line))); })
        .def("end_check", [](DynamoDbImport& self) { value_of(self.end_check()); })
        .def("write", [](DynamoDbImport& self, const py::str& line) { value_of(self.write(utf8_of(line))); })
        .def("end", &DynamoDbImport::end)
        .def("task", task_of<DynamoDbImport>)
        .def("give", give_dynamodb<DynamoDbImport>)
        .def("result", end_of<DynamoDbImport>);
    module.def("dynamodb_table_definition",
               [](const py::str& name) { return text_of(dynamodb_table_definition(utf8_of(name))); });
    module.def("dynamodb_time_to_live",
               [](const py::str& name) { return text_of(dynamodb_time_to_live(utf8_of(name))); });
}

}  // namespace denwaban::python
