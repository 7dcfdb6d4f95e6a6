#include "findings.hpp"

#include "instants.hpp"
#include "text.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] py::tuple to_python(const std::vector<Date>& dates) {
    py::list list;
    for (const auto date : dates) list.append(date);
    return py::tuple{list};
}

}  // namespace

py::tuple to_python(const Findings& findings, const AnswerTypes& types) {
    py::list list;
    for (const auto& found : findings) {
        list.append(types.finding(to_string(found.kind), to_string(found.weight), text_of(found.message),
                                  text_of(to_string(found.where)), text_of(found.words), found.part,
                                  to_python(found.dates)));
    }
    return py::tuple{list};
}

py::object to_python(const RulesWriting& writing, const AnswerTypes& types) {
    return types.rules_writing(text_of(writing.text), to_python(writing.findings, types));
}

py::object to_python(const JapaneseListing& listing, const AnswerTypes& types) {
    return types.japanese_listing(text_of(listing.open), text_of(listing.close), to_python(listing.findings, types));
}

}  // namespace denwaban::python
