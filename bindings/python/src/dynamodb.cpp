#include <denwaban/ledger/dynamodb.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include <denwaban/ledger/ledger_json.hpp>

#include "bindings.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// What `dynamodb.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] DynamoDbExchange asked(const py::str& table, LedgerQuestion question, std::uint64_t seed) {
    auto name = utf8_of(table);
    const py::gil_scoped_release others_may_run;
    return {std::move(name), std::move(question), seed};
}

template <auto parse, class Question>
[[nodiscard]] DynamoDbExchange exchange(const py::str& table, const py::object& source, std::uint64_t seed) {
    return asked(table, Question{value_of(parse(json_text(source)))}, seed);
}

[[nodiscard]] py::object task_of(const DynamoDbExchange& self) {
    return self.task() != nullptr ? py::object{text_of(*self.task())} : py::none();
}

void give(DynamoDbExchange& self, const py::object& source) {
    const auto text = json_text(source);
    const py::gil_scoped_release others_may_run;
    self.give(text);
}

/// The result as text, or its errors thrown.
struct Tell {
    [[nodiscard]] std::string operator()(const Errors& errors) const { throw Refusal{errors}; }
    [[nodiscard]] std::string operator()(PauseOver) const { return "null"; }
    [[nodiscard]] std::string operator()(const auto& result) const { return to_json(result); }
};

[[nodiscard]] py::str result_of(const DynamoDbExchange& self) {
    if (self.task() != nullptr) {
        throw Refusal{{{ErrorCode::not_allowed, "the exchange is not over", {}}}};
    }
    return text_of(std::visit(Tell{}, self.result()));
}

}  // namespace

void bind_dynamodb(py::module_& module) {
    py::class_<DynamoDbExchange>(module, "DynamoDbExchangeCore", py::is_final())
        .def_static("read", exchange<keys_from_json, ReadTask>)
        .def_static("query", exchange<query_from_json, Query>)
        .def_static("commit", exchange<commit_from_json, Commit>)
        .def("task", task_of)
        .def("give", give)
        .def("result", result_of);
    module.def("dynamodb_table_definition",
               [](const py::str& name) { return text_of(dynamodb_table_definition(utf8_of(name))); });
    module.def("dynamodb_time_to_live",
               [](const py::str& name) { return text_of(dynamodb_time_to_live(utf8_of(name))); });
}

}  // namespace denwaban::python
