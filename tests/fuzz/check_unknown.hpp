#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include <denwaban/core/error.hpp>

#include "is_there.hpp"
#include "require.hpp"

/// What is called unknown is there; a document with half a pair of surrogates in it is read, and is no JSON.
inline void check_unknown(const std::vector<denwaban::JsonPointer>& unknown, std::string_view text) {
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (document.is_discarded()) return;
    for (const auto& place : unknown) require(is_there(document, place));
}
