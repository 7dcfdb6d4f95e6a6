#pragma once

#include <denwaban/records/contact_record.hpp>

#include "open_object.hpp"

namespace denwaban::connect {

[[nodiscard]] ContactRecord read_contact_record(const Node& node, UnknownPlaces& unknown);

}  // namespace denwaban::connect
