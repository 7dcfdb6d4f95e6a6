#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>
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
/// `CallFacts` as its records, so that it can be kept and go on elsewhere. Cost: n log n.
[[nodiscard]] std::string to_json(const CallFacts& facts);
/// Some of them.
[[nodiscard]] std::string to_json(const std::vector<ContactRecord>& records);
[[nodiscard]] std::string to_json(const std::vector<CallFact>& facts);
[[nodiscard]] std::string to_json(const CallFacts::Change& change);
[[nodiscard]] std::string to_json(const CallPlace& place);
/// Means in seconds.
[[nodiscard]] std::string to_json(const ServiceFigures& figures);

/// By what calls are counted by.
[[nodiscard]] std::string to_json(const std::map<std::string, ServiceFigures>& figures);

/// What `to_json` wrote of it, also by a newer minor version: keys that are not known are passed over. Errors: those of
/// reading, at their places. Cost: n log n.
[[nodiscard]] Expected<CallFacts, Errors> kept_call_facts_from_json(std::string_view text);

}  // namespace denwaban
