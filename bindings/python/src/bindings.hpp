#pragma once

#include <pybind11/pybind11.h>

#include "answer_types.hpp"
#include "rules.hpp"
#include "zoned_hours.hpp"

namespace denwaban::python {

using HoursClass = pybind11::class_<ZonedHours>;
using RulesClass = pybind11::class_<ReadRules>;

void bind_phone_number(pybind11::module_& module, const Types& types);
void bind_calendar(pybind11::module_& module, const Types& types);
void bind_status(pybind11::module_& module, const Types& types);
[[nodiscard]] RulesClass bind_rules(pybind11::module_& module, const Types& types);
[[nodiscard]] HoursClass bind_hours(pybind11::module_& module, const Types& types);
void bind_rules_hours(RulesClass& rules, HoursClass& hours);
void bind_rules_writing(RulesClass& rules, const Types& types);
void bind_bulk(HoursClass& hours);
void bind_explanation(HoursClass& hours, const Types& types);
void bind_restaurant(pybind11::module_& module, const Types& types);
void bind_directory(pybind11::module_& module);
void bind_contact_flow(pybind11::module_& module);
void bind_agents(pybind11::module_& module);
void bind_calls(pybind11::module_& module);
void bind_day_books(pybind11::module_& module);
void bind_customers(pybind11::module_& module);
void bind_records(pybind11::module_& module);
void bind_contact_records(pybind11::module_& module);
void bind_bigquery(pybind11::module_& module);
void bind_talk(pybind11::module_& module);
void bind_ledger(pybind11::module_& module);
void bind_dynamodb(pybind11::module_& module);
void bind_outbound_caller(pybind11::module_& module, const Types& types);

}  // namespace denwaban::python
