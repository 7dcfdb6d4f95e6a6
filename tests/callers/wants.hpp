#pragma once

#include <string>
#include <utility>
#include <vector>

#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/talk/meaning.hpp>

#include "chance.hpp"

namespace callers {

/// How somebody is called; `written` as recognition writes it, if it does.
struct Surname {
    std::string kana;
    std::string hiragana;
    std::string written;
};

/// What somebody calls for.
enum class Goal {
    book,
    book_with_needs,
    book_and_ask,
    book_between,
    change,
    cancel,
    cancel_and_book,
    tell,
    ask_hours,
    ask_last_order,
    ask_parking,
    ask_vacancy,
    lost_property,
    late,
    complaint,
    human,
    sales,
};
inline const std::vector<std::string> goal_names{
    "books",          "books, with needs", "books, and asks",    "books between two times",
    "changes",        "cancels",           "cancels, and books", "asks for theirs",
    "asks for hours", "last order",        "asks of parking",    "vacancy",
    "lost something", "is late",           "complains",          "wants a human",
    "sells",
};

/// How somebody is on the telephone.
enum class Kind {
    terse,
    polite,
    all_at_once,
    in_pieces,
    corrects,
    impatient,
    silent,
    yes_but,
    changes_mind,
    abroad,
};
inline const std::vector<std::string> kind_names{
    "terse",     "polite",          "all at once", "in pieces",        "corrects himself",
    "impatient", "silent at times", "yes, but",    "changes her mind", "speaks English",
};

/// A booking as somebody wants it.
struct Wants {
    denwaban::Date day{};
    denwaban::MinuteOfDay time{};
    int adults = 2;
    int children = 0;
    Surname name{};
    denwaban::PhoneNumber phone = denwaban::PhoneNumber::parse("0312345678").value();
    std::vector<denwaban::Need> needs{};

    [[nodiscard]] int people() const { return adults + children; }
};

}  // namespace callers
