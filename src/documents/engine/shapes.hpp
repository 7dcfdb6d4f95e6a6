#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <denwaban/core/expected.hpp>

#include "documents/json_document.hpp"
#include "rows.hpp"
#include "sink.hpp"

namespace denwaban::shapes {

using formats::Json;
using formats::JsonSink;
using formats::TextSink;
using formats::Value;

/// Into an open record, what `before` has by keys that are not known.
template <class Knows>
void write_unknown(Sink& sink, const Value* before, Knows&& knows) {
    if (before == nullptr || !before->is_object()) return;
    for (auto member = before->first(); member; member = member->next()) {
        if (knows(member->key())) continue;
        sink.key(member->key());
        sink.json(*member);
    }
}

/// Precondition of these: the type has a shape.
template <class T>
[[nodiscard]] T read_as(const Node& node) {
    auto value = detail::New<T>::make();
    read_shape(shape_of<T>, node, &value);
    return value;
}
template <class T>
[[nodiscard]] std::vector<T> read_some(const Node& node, std::int64_t most) {
    std::vector<T> items;
    read_shape(shape_as<std::vector<T>>(some(most)), node, &items);
    return items;
}
template <class T>
[[nodiscard]] Expected<T, Errors> value_from_json(std::string_view text, Reading reading = Reading::asked) {
    return formats::read_document(text, read_as<T>, reading);
}
template <class T>
[[nodiscard]] std::string json_of(const Shape& shape, const T& value) {
    std::string text;
    TextSink sink{text};
    write_shape(shape, &value, sink);
    return text;
}
template <class T>
[[nodiscard]] std::string json_of(const T& value) {
    return json_of(shape_of<T>, value);
}
/// Into a document that is made by hand.
template <class T>
[[nodiscard]] Json written_as(const T& value) {
    JsonSink sink;
    write_shape(shape_of<T>, &value, sink);
    return sink.take();
}

/// Calls `read(key, member)` for every word of an enumeration.
template <Named Key, class Read>
void read_words(const Node& node, Read&& read) {
    node.each_member([&](std::string_view word, const Node& member) {
        if (const auto key = enumerator_named<Key>(word)) return read(*key, member);
        member.is_not_known([] { return Node::listed(names_of<Key>); });
    });
}
/// Writes what `value(key)` points to for each word, if anything, and what stood by other words before.
template <Named Key, class Get>
void write_words(Sink& sink, const Value* before, const Shape& of, Get&& value) {
    sink.open_record(of);
    for (std::size_t place = 0; place < count_of<Key>; ++place) {
        const auto* item = value(static_cast<Key>(place));
        if (item == nullptr) continue;
        sink.key(names_of<Key>[place]);
        write_shape(of, item, sink);
    }
    write_unknown(sink, before, [](std::string_view word) { return enumerator_named<Key>(word).has_value(); });
    sink.close_record();
}

/// The text of `now`, with what `before` has that the shape does not know.
[[nodiscard]] std::string with_unknown_of(const Shape& shape, const void* now, std::string_view before);

}  // namespace denwaban::shapes
