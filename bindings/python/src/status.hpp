#pragma once

#include <denwaban/hours/hours.hpp>

#include "zoned_hours.hpp"

namespace denwaban::python {

/// A status, and the hours that its texts belong to.
struct AnsweredStatus {
    ZonedHours hours;
    Status status;
    Instant at;
};

}  // namespace denwaban::python
