#pragma once

#include <vector>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "answer_types.hpp"
#include "text.hpp"
#include "zoned_hours.hpp"

namespace denwaban::python {

[[nodiscard]] inline std::optional<std::string_view> service_name(const Service* service) noexcept {
    return service != nullptr ? unless_empty(service->name) : std::nullopt;
}

[[nodiscard]] inline pybind11::list to_python(const std::vector<Opening>& openings, const ZonedHours& hours,
                                              const AnswerTypes& types) {
    pybind11::list list;
    for (const auto& opening : openings) {
        list.append(types.opening(hours.datetime(opening.begins), hours.datetime(opening.ends),
                                  types.words.of(opening.state), service_name(opening.service), opening.business_date));
    }
    return list;
}

}  // namespace denwaban::python
