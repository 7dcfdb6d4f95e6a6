#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours.hpp>

#include "told_errors.hpp"

/// What the tests of readers of JSON documents ask of them.
namespace read_document {

using namespace denwaban;
using Texts = std::vector<std::string>;
using Reader = Expected<RulesReading, Errors> (*)(std::string_view);

inline RulesReading reading(Reader reader, const std::string& text) {
    CAPTURE(text);
    auto read = reader(text);
    REQUIRE(read);
    CHECK(validate(read->rules).empty());
    return *std::move(read);
}

/// Each finding as its weight, kind and place.
inline Texts findings(Reader reader, const std::string& text) {
    Texts all;
    for (const auto& finding : reading(reader, text).findings) {
        all.push_back(std::string{to_string(finding.weight)} + " " + std::string{to_string(finding.kind)} + " " +
                      to_string(finding.where));
    }
    return all;
}

/// Each error as its code and place; none of a document that is read.
inline Texts errors(Reader reader, const std::string& text) { return told(reader(text)); }

inline Hours compiled(Rules rules) {
    const auto hours = Hours::compile(std::move(rules), HolidayCalendar::japan(), TimeZone::tokyo());
    REQUIRE(hours);
    return *hours;
}

}  // namespace read_document
