#pragma once

#include <optional>
#include <string>
#include <vector>

#include "person.hpp"

/// How a person is erased: a step of one kind after the other, each one commit.
namespace denwaban::ledger {

/// What is done together; nothing where there was nothing left of the kind.
struct ErasingStep {
    std::vector<Write> writes;
    Forgotten told;
    std::vector<std::string> words;
    std::vector<Key> indifferent{};
};
using MaybeStep = Known<std::optional<ErasingStep>>;

/// As many visits as fit, which go with the books' reservations.
[[nodiscard]] MaybeStep erase_visits(const Readings& known, const Person& person);
/// Reservations of one of their numbers that no visit leads to, one book at a time.
[[nodiscard]] MaybeStep erase_by_phone(const Readings& known, const Person& person);
[[nodiscard]] MaybeStep erase_calls(const Readings& known, const Person& person);
/// One call's contact records, if one of their numbers that nobody else has leads there.
[[nodiscard]] MaybeStep erase_contact_records(const Readings& known, const Person& person);

}  // namespace denwaban::ledger
