#pragma once

#include <nlohmann/json.hpp>

#include <denwaban/connect/contact_flow.hpp>

#include "require.hpp"

/// What every answer promises: these keys, UTF-8, and less than 32 KB as a Lambda returns it.
inline void check_answer(const denwaban::FlowAttributes& answer) {
    for (const auto* key : {"result", "state", "route", "say", "ssml"}) require(answer.contains(key));
    require(nlohmann::json(answer).dump().size() < std::size_t{32} * 1024);
}
