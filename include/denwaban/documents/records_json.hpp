#pragma once

#include <map>
#include <string>
#include <vector>

#include <denwaban/records/call_fact.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/call_groups.hpp>
#include <denwaban/records/call_place.hpp>
#include <denwaban/records/contact_record.hpp>
#include <denwaban/records/service_figures.hpp>

namespace denwaban {

/// Contact records and what is made of them, as JSON in our own words: times in ISO 8601, spans in milliseconds, null
/// for what is not told.
[[nodiscard]] std::string to_json(const ContactRecord& record);
[[nodiscard]] std::string to_json(const CallFact& fact);
[[nodiscard]] std::string to_json(const std::vector<CallFact>& facts);
[[nodiscard]] std::string to_json(const CallFacts::Change& change);
[[nodiscard]] std::string to_json(const CallPlace& place);
/// Means in seconds.
[[nodiscard]] std::string to_json(const ServiceFigures& figures);

/// By what calls are counted by.
[[nodiscard]] std::string to_json(const std::map<std::string, ServiceFigures>& figures);

}  // namespace denwaban
