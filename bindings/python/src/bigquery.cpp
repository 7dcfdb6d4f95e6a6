#include <pybind11/stl.h>

#include <optional>
#include <string>

#include <denwaban/documents/bigquery.hpp>
#include <denwaban/documents/call_results_json.hpp>
#include <denwaban/documents/record_questions.hpp>

#include "bindings.hpp"
#include "record_words.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// Tables of records, and what is asked of them there.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] BigQueryTable table_of(const std::string& name) {
    return word_of<BigQueryTable>(name, "there is no such table");
}

[[nodiscard]] std::string results_sql(const std::string& calls, const std::string& bookings,
                                      const std::string& reconciled, const std::optional<std::string>& group,
                                      const std::string& terms, const std::string& zone) {
    const auto by = group ? std::optional{group_of(*group)} : std::nullopt;
    return value_of(
        bigquery_results_sql({calls, bookings, reconciled}, by, value_of(result_terms_from_json(terms)), zone));
}

}  // namespace

void bind_bigquery(py::module_& module) {
    module.def("bigquery_schema", [](const std::string& of) { return text_of(bigquery_schema(table_of(of))); });
    module.def("bigquery_descriptor",
               [](const std::string& of) { return py::bytes{bigquery_descriptor(table_of(of))}; });
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

}  // namespace denwaban::python
