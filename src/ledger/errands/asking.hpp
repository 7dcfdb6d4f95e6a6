#pragma once

#include <array>
#include <limits>
#include <string>
#include <string_view>

#include <denwaban/ledger/errand.hpp>

#include "documents/engine/shapes.hpp"

/// What questions of every noun are asked with.
namespace denwaban::ledger {

/// JSON that is read once more is known than stands in it.
struct LaterJson {
    std::string text;
    friend bool operator==(const LaterJson&, const LaterJson&) = default;
};

}  // namespace denwaban::ledger

namespace denwaban::shapes {

using ledger::LaterJson;

void read_later(const Shape& shape, const Node& node, void* value);
void write_later(const Shape& shape, const void* value, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<LaterJson>{.sort = Sort::open, .read = read_later, .write = write_later};

inline constexpr auto keep_for = whole(1, std::numeric_limits<int>::max());

template <auto... Keep>
inline constexpr auto answer_kept = field<Keep...>("keep", or_else, keep_for,
                                                   "How long the answer is remembered, in seconds.");
template <auto... Now>
inline constexpr auto asked_at = field<Now...>("now", required, "When it is asked.");

/// Who asks for something to be kept.
template <auto Request>
inline constexpr std::array request_rows{
    field<Request, &ErrandRequest::key>("key", or_else, "The same again gets the same answer."),
    asked_at<Request, &ErrandRequest::now>,
    answer_kept<Request, &ErrandRequest::keep>,
};

/// What a form was made from.
inline constexpr std::string_view made_from = "As it was read: then only what is otherwise in the form is changed.";

inline constexpr auto one_to_a_hundred = whole(1, 100);
template <auto After>
inline constexpr auto page_after = field<After>("after", if_any, kind::string,
                                                "Where the page before ended: its `next`.");

}  // namespace denwaban::shapes
