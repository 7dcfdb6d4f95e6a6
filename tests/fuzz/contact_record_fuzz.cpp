/// A contact record that is read counts once, and is a call that can be told; what is refused is refused for places
/// that are there.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/documents/records_json.hpp>

#include "check_errors.hpp"
#include "check_unknown.hpp"

using namespace denwaban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = contact_record_from_json(text);
    if (!reading) {
        check_errors(reading.error(), text);
        return 0;
    }
    check_unknown(reading->unknown, text);
    CallFacts facts;
    require(facts.add(reading->value).added == RecordAdded::kept);
    require(facts.add(reading->value).added == RecordAdded::as_known);
    const auto fact = facts.find(reading->value.id);
    require(fact.has_value() == (reading->value.initiation != Initiation::monitor));
    if (fact) require(!to_json(*fact).empty());
    return 0;
}
