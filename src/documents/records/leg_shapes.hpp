#pragma once

#include <array>
#include <cstdint>

#include <denwaban/records/record_moment.hpp>

#include "record_shapes.hpp"

namespace denwaban {

/// What a table of legs has beside their records.
struct RecordMoment {
    std::int64_t moment = 0;
};

namespace shapes {

inline constexpr std::array record_moment_fields{
    field<&RecordMoment::moment>("moment", required, whole(0, denwaban::detail::records::most_revisions),
                                 "Of two records of a contact the greater is the newer."),
};
template <>
inline constexpr Shape shape_of<RecordMoment> = record<RecordMoment>("RecordMoment", "Which of its records it is.",
                                                                     record_moment_fields);

}  // namespace shapes

}  // namespace denwaban
