#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>

#include <denwaban/core/error.hpp>

#include "is_there.hpp"
#include "require.hpp"

/// Every error of a document is about a place that is there, unless a key that stands twice took it away.
inline void check_errors(const denwaban::Errors& errors, std::string_view text) {
    require(!errors.empty());
    const auto document = nlohmann::json::parse(text, nullptr, false);
    const bool twice = std::any_of(errors.begin(), errors.end(), [](const denwaban::Error& error) {
        return error.code == denwaban::ErrorCode::duplicate_key;
    });
    for (const auto& error : errors) {
        require(!error.message.empty());
        if (const auto* bytes = std::get_if<denwaban::ByteRange>(&error.where)) {
            require(bytes->begin <= bytes->end && bytes->end <= text.size());
        } else if (!document.is_discarded() && !twice) {
            require(is_there(document, std::get<denwaban::JsonPointer>(error.where)));
        }
    }
}
