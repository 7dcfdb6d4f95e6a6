#include "people_rows.hpp"

namespace denwaban::talk {

namespace {

[[nodiscard]] bool is_pair_or_person(const Reading& reading, std::size_t at) {
    return reading.word(at) == Word::pair || reading.word(at) == Word::person;
}

/// 私たち of 私たち夫婦.
[[nodiscard]] bool says_whose_pair(const Reading& reading, std::size_t at) {
    const auto next = reading.skip(at + 1, {Word::no});
    return reading.word(at) == Word::person && reading.word(next) == Word::pair;
}

}  // namespace

std::optional<RowOfPeople> row_of_people(const Reading& reading, std::size_t at) {
    RowOfPeople row{at, 0};
    int named = 0;
    bool couple = false;
    while (row.end < at + Reading::reach && is_pair_or_person(reading, row.end)) {
        if (says_whose_pair(reading, row.end)) {
            row.end = reading.skip(row.end + 1, {Word::no});
            continue;
        }
        const bool pair = reading.word(row.end) == Word::pair;
        couple = couple || (pair && reading.tokens[row.end].value == 2);
        row.count += pair ? 2 : 1;
        ++named, ++row.end;
        if (reading.word(row.end) != Word::to || !is_pair_or_person(reading, row.end + 1)) break;
        ++row.end;
    }
    return couple && named > 1 ? std::optional{row} : std::nullopt;
}

bool is_someone(const Reading& reading, std::size_t at) {
    return is_pair_or_person(reading, at) && reading.word(at + 1) != Word::no;
}

}  // namespace denwaban::talk
