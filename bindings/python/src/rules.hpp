#pragma once

#include <optional>
#include <string>

#include <pybind11/pybind11.h>

#include <denwaban/hours/rules.hpp>

namespace denwaban::python {

/// Rules, and what their reader had to say.
struct ReadRules {
    Rules rules;
    pybind11::tuple findings{};
    bool is_complete = true;
    std::optional<std::string> zone{};  ///< as the format states it, if it does

    /// Where the rules hold, unless Python says otherwise.
    [[nodiscard]] std::string zone_or(const std::optional<std::string>& given) const {
        return given.value_or(zone.value_or("Asia/Tokyo"));
    }
};

}  // namespace denwaban::python
