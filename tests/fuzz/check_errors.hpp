#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>

#include <denwaban/core/error.hpp>

#include "require.hpp"

/// Every error of a document is about a place that is there.
inline void check_errors(const denwaban::Errors& errors, std::string_view text) {
    require(!errors.empty());
    const auto document = nlohmann::json::parse(text, nullptr, false);
    for (const auto& error : errors) {
        require(!error.message.empty());
        if (const auto* bytes = std::get_if<denwaban::ByteRange>(&error.where)) {
            require(bytes->begin <= bytes->end && bytes->end <= text.size());
        } else if (!document.is_discarded()) {
            const auto& place = std::get<denwaban::JsonPointer>(error.where).text;
            require(document.contains(nlohmann::json::json_pointer{place}));
        }
    }
}
