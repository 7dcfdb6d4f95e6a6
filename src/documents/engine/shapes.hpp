#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/expected.hpp>

#include "documents/json_document.hpp"
#include "shape.hpp"
#include "sink.hpp"

namespace denwaban::shapes {

using formats::Json;
using formats::JsonSink;
using formats::TextSink;
using formats::Value;

/// Reads a value into `value`, which is a new one of the shape's type; tells every mistake at its place. Cost: linear.
void read_shape(const Shape& shape, const Node& node, void* value);

/// Writes a value. What `before` has that the shape does not know, because whoever wrote it knew more, stands after
/// what is known; items of lists are the same if their first field is.
void write_shape(const Shape& shape, const void* value, Sink& sink, const Value* before = nullptr);

/// Precondition of these: the type has a shape.
template <class T>
[[nodiscard]] T read_as(const Node& node) {
    T value{};
    read_shape(shape_of<T>, node, &value);
    return value;
}
template <class T>
[[nodiscard]] Expected<T, Errors> value_from_json(std::string_view text, Reading reading = Reading::asked) {
    return formats::read_document(text, read_as<T>, reading);
}
template <class T>
[[nodiscard]] std::string json_of(const T& value) {
    std::string text;
    TextSink sink{text};
    write_shape(shape_of<T>, &value, sink);
    return text;
}
/// Into a document that is made by hand.
template <class T>
[[nodiscard]] Json written_as(const T& value) {
    JsonSink sink;
    write_shape(shape_of<T>, &value, sink);
    return sink.take();
}

/// The text of `now`, with what `before` has that the shape does not know.
[[nodiscard]] std::string with_unknown_of(const Shape& shape, const void* now, std::string_view before);

}  // namespace denwaban::shapes
