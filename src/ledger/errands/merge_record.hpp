#pragma once

#include <string>

#include "documents/reservations/customer_shapes.hpp"
#include "kept.hpp"

namespace denwaban::ledger {

/// Two customers as they were before they became one, and who saw to it.
struct MergeRecord {
    Customer kept;
    Customer absorbed;
    Instant at{};
    std::string who;
};

}  // namespace denwaban::ledger

namespace denwaban::shapes {

inline constexpr std::array merge_record_fields{
    field<&ledger::MergeRecord::kept>("kept", required),
    field<&ledger::MergeRecord::absorbed>("absorbed", required),
    field<&ledger::MergeRecord::at>("at", required),
    field<&ledger::MergeRecord::who>("who", or_else, kind::label),
};
template <>
inline constexpr Shape shape_of<ledger::MergeRecord> = record<ledger::MergeRecord>({}, {}, merge_record_fields);

}  // namespace denwaban::shapes
