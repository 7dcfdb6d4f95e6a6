#pragma once

#include <functional>
#include <string_view>

#include <denwaban/formats/rules_reading.hpp>

namespace denwaban::formats::japanese {

/// How the two texts of a listing are read.
using Reader = std::function<RulesReading(std::string_view open, std::string_view close)>;

/// 定休日は木曜、土日 11:00～20:00: where statements run on, a line may have ended. If the text, read with a line
/// there, stands as well and says something else, nobody knows which was meant: a doubt, and the days on which the two
/// differ are unknown. Cost: as often as there are such places what one reading costs, of which there are a few.
void doubt_what_reads_otherwise(RulesReading& reading, std::string_view open, std::string_view close,
                                const Reader& read);

}  // namespace denwaban::formats::japanese
