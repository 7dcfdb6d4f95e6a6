#include "bindings.hpp"
#include "refusal.hpp"

namespace {

PyObject* new_object(PyTypeObject* type, PyObject* arguments, PyObject* named) {
    return type->tp_base->tp_new(type, arguments, named);
}

/// Objects without a value, as `Class.__new__(Class)` made them, are made no more: Python refuses to make one by the
/// function of another class, as that of its base now is. What is called, and what C++ answers, is made as before.
void let_nobody_make_what_is_empty(const pybind11::module_& module) {
    const auto members = module.attr("__dict__").cast<pybind11::dict>();
    for (const auto& [name, member] : members) {
        if (!PyType_Check(member.ptr())) continue;
        auto* const type = reinterpret_cast<PyTypeObject*>(member.ptr());
        if (type->tp_base != nullptr && type->tp_new == type->tp_base->tp_new) type->tp_new = new_object;
    }
}

}  // namespace

// Timelines, histories, customers and errands have no lock of their own: the GIL is theirs.
PYBIND11_MODULE(_denwaban, module, pybind11::multiple_interpreters::not_supported()) {
    using namespace denwaban::python;
    module.attr("__version__") = DENWABAN_VERSION;
    // What is defined from here on gives this as its module, and pickles find it there.
    module.attr("__module__") = "denwaban";

    translate_refusals();
    const Types types;
    bind_phone_number(module, types);
    bind_calendar(module, types);
    bind_status(module, types);
    auto rules = bind_rules(module, types);
    auto hours = bind_hours(module, types);
    bind_rules_hours(rules, hours);
    bind_rules_writing(rules, types);
    bind_bulk(hours);
    bind_explanation(hours, types);
    bind_restaurant(module, types);
    bind_directory(module);
    bind_contact_flow(module);
    bind_outbound_caller(module, types);
    bind_agents(module);
    bind_calls(module);
    bind_day_books(module);
    bind_customers(module);
    bind_records(module);
    bind_contact_records(module);
    bind_bigquery(module);
    bind_talk(module);
    bind_ledger(module);
    bind_dynamodb(module);
    let_nobody_make_what_is_empty(module);
    pybind11::delattr(module, "__module__");
}
