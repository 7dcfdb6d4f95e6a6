#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <string>
#include <type_traits>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

#include "shape.hpp"

/// The shapes of what has no members: by the type, or by a kind where the type alone does not say it.
namespace denwaban::shapes {

namespace detail {

[[nodiscard]] std::size_t mistakes_of(const Node& node);
void require_items(const Node& node);
void read_text(const Shape& shape, const Node& node, std::string& text);
[[nodiscard]] std::int64_t read_whole(const Shape& shape, const Node& node);
[[nodiscard]] std::size_t read_word(const Shape& shape, const Node& node);
void write_text(Sink& sink, std::string_view text);
void write_whole(Sink& sink, std::int64_t value);
void read_date(const Shape& shape, const Node& node, void* value);
void write_date(const Shape& shape, const void* value, Sink& sink, const Value* before);
void read_minute(const Shape& shape, const Node& node, void* value);
void write_minute(const Shape& shape, const void* value, Sink& sink, const Value* before);
void read_month_day(const Shape& shape, const Node& node, void* value);
void write_month_day(const Shape& shape, const void* value, Sink& sink, const Value* before);
void read_instant(const Shape& shape, const Node& node, void* value);
void write_instant(const Shape& shape, const void* value, Sink& sink, const Value* before);
void read_number(const Shape& shape, const Node& node, void* value);
void write_number(const Shape& shape, const void* value, Sink& sink, const Value* before);
void read_boolean(const Shape& shape, const Node& node, void* value);
void write_boolean(const Shape& shape, const void* value, Sink& sink, const Value* before);
void read_true(const Shape& shape, const Node& node, void* value);
void write_true(const Shape& shape, const void* value, Sink& sink, const Value* before);
void read_phone(const Shape& shape, const Node& node, void* value);
void write_phone(const Shape& shape, const void* value, Sink& sink, const Value* before);

template <class T>
struct Whole {
    static T make(std::int64_t value) { return static_cast<T>(value); }
    static std::int64_t count(T value) { return static_cast<std::int64_t>(value); }
};
template <class Rep, class Period>
struct Whole<std::chrono::duration<Rep, Period>> {
    using Span = std::chrono::duration<Rep, Period>;
    static Span make(std::int64_t value) { return Span{static_cast<Rep>(value)}; }
    static std::int64_t count(Span value) { return static_cast<std::int64_t>(value.count()); }
};

template <class T>
void read_whole_into(const Shape& shape, const Node& node, void* value) {
    *static_cast<T*>(value) = Whole<T>::make(read_whole(shape, node));
}
template <class T>
void write_whole_from(const Shape&, const void* value, Sink& sink, const Value*) {
    write_whole(sink, Whole<T>::count(*static_cast<const T*>(value)));
}
template <class Enum>
void read_word_into(const Shape& shape, const Node& node, void* value) {
    *static_cast<Enum*>(value) = static_cast<Enum>(read_word(shape, node));
}
template <class Enum>
void write_word_from(const Shape& shape, const void* value, Sink& sink, const Value*) {
    write_text(sink, shape.words[static_cast<std::size_t>(*static_cast<const Enum*>(value))]);
}
inline void read_string_into(const Shape& shape, const Node& node, void* value) {
    read_text(shape, node, *static_cast<std::string*>(value));
}
inline void write_string_from(const Shape&, const void* value, Sink& sink, const Value*) {
    write_text(sink, *static_cast<const std::string*>(value));
}
template <class Id>
void read_id_into(const Shape& shape, const Node& node, void* value) {
    read_text(shape, node, static_cast<Id*>(value)->text);
}
template <class Id>
void write_id_from(const Shape&, const void* value, Sink& sink, const Value*) {
    write_text(sink, static_cast<const Id*>(value)->text);
}

/// A telephone number is never empty, so some number stands for one that is not read yet: where it can't be read,
/// nobody gets the value.
struct SomeNumber {
    operator PhoneNumber() const { return *PhoneNumber::parse("+81312345678"); }
};
/// What is read into; of what has no default, a number is the first member.
template <class T>
struct New {
    static T make() {
        if constexpr (std::is_default_constructible_v<T>) {
            return T{};
        } else if constexpr (requires { T{SomeNumber{}, {}, {}}; }) {
            return T{SomeNumber{}, {}, {}};
        } else if constexpr (requires { T{SomeNumber{}, {}}; }) {
            return T{SomeNumber{}, {}};
        } else {
            return T{SomeNumber{}};
        }
    }
};

template <class T>
inline constexpr ListOps vector_ops{
    [](void* list) { static_cast<std::vector<T>*>(list)->clear(); },
    [](void* list) -> void* { return &static_cast<std::vector<T>*>(list)->emplace_back(New<T>::make()); },
    [](const void* list) { return static_cast<const std::vector<T>*>(list)->size(); },
    [](const void* list, std::size_t place) -> const void* {
        return &(*static_cast<const std::vector<T>*>(list))[place];
    },
};
}  // namespace detail

/// How a member is written where its type alone does not say it.
struct TextKind {
    Sort sort;
};
/// Each as the `Sort` of its name.
namespace kind {
inline constexpr TextKind label{Sort::label}, name{Sort::name}, text{Sort::text}, string{Sort::string};
}  // namespace kind
struct WholeKind {
    std::int64_t least;
    std::int64_t most;
};
[[nodiscard]] constexpr WholeKind whole(std::int64_t least, std::int64_t most) { return {least, most}; }
struct ByType {};

template <class T>
[[nodiscard]] constexpr Shape shape_as(ByType) {
    return shape_of<T>;
}
template <class T>
[[nodiscard]] constexpr Shape shape_as(const Shape& shape) {
    return shape;
}
/// What can be said of a template.
template <class T>
[[nodiscard]] constexpr Shape shape_as(const Shape* shape) {
    return *shape;
}
template <std::same_as<std::string> T>
[[nodiscard]] constexpr Shape shape_as(TextKind kind) {
    return {.sort = kind.sort, .read = detail::read_string_into, .write = detail::write_string_from};
}
template <class T>
requires std::same_as<decltype(T::text), std::string>
[[nodiscard]] constexpr Shape shape_as(TextKind kind) {
    return {.sort = kind.sort, .read = detail::read_id_into<T>, .write = detail::write_id_from<T>};
}
/// The words of these values of an enumeration, and no others.
template <auto... Values>
struct Only {
    static constexpr std::array values{Values...};
    static constexpr std::array<std::string_view, sizeof...(Values)> words{name_of(Values)...};
};
template <class Enum, auto... Values>
[[nodiscard]] constexpr Shape shape_as(Only<Values...>) {
    return {.sort = Sort::word,
            .words = Only<Values...>::words,
            .read =
                [](const Shape& shape, const Node& node, void* value) {
                    *static_cast<Enum*>(value) = Only<Values...>::values[detail::read_word(shape, node)];
                },
            .write = [](const Shape&, const void* value, Sink& sink,
                        const Value*) { detail::write_text(sink, name_of(*static_cast<const Enum*>(value))); }};
}
template <class T>
[[nodiscard]] constexpr Shape shape_as(WholeKind kind) {
    return {.sort = std::same_as<T, std::chrono::milliseconds> ? Sort::span : Sort::whole,
            .least = kind.least,
            .most = kind.most,
            .read = detail::read_whole_into<T>,
            .write = detail::write_whole_from<T>};
}
template <class T, auto Kind>
inline constexpr Shape kind_of_shape = shape_as<T>(Kind);

/// From `least` to `most` of a kind.
template <auto Kind>
struct Some {
    std::int64_t least;
    std::int64_t most;
};
template <auto Kind = ByType{}>
[[nodiscard]] constexpr Some<Kind> some(std::int64_t most) {
    return {0, most};
}
template <class List, auto Kind>
[[nodiscard]] constexpr Shape shape_as(Some<Kind> some) {
    using Item = typename List::value_type;
    return {.sort = Sort::list,
            .least = some.least,
            .most = some.most,
            .of = &kind_of_shape<Item, Kind>,
            .list = &detail::vector_ops<Item>};
}

/// No list of ours is longer, unless it says so.
inline constexpr std::int64_t most_items = 1'000'000;
template <auto Kind = ByType{}>
inline constexpr Some<Kind> any_number{0, most_items};
template <auto Kind = ByType{}>
inline constexpr Some<Kind> at_least_one{1, most_items};

template <Named Enum>
inline constexpr Shape shape_of<Enum>{.sort = Sort::word,
                                      .words = names_of<Enum>,
                                      .read = detail::read_word_into<Enum>,
                                      .write = detail::write_word_from<Enum>};
template <class Tag>
inline constexpr Shape shape_of<Id<Tag>>{
    .sort = Sort::name, .read = detail::read_id_into<Id<Tag>>, .write = detail::write_id_from<Id<Tag>>};
template <class T>
inline constexpr Shape shape_of<std::vector<T>> = shape_as<std::vector<T>>(some(most_items));
template <>
inline constexpr Shape shape_of<std::string> = shape_as<std::string>(kind::string);
#define DENWABAN_LEAF(type, sort_, functions)                                                     \
    template <>                                                                                   \
    inline constexpr Shape shape_of<type> {                                                       \
        .sort = Sort::sort_, .read = detail::read_##functions, .write = detail::write_##functions \
    }
DENWABAN_LEAF(Date, date, date);
DENWABAN_LEAF(MinuteOfDay, minute, minute);
DENWABAN_LEAF(date::month_day, month_day, month_day);
DENWABAN_LEAF(Instant, instant, instant);
DENWABAN_LEAF(double, number, number);
DENWABAN_LEAF(bool, boolean, boolean);
DENWABAN_LEAF(PhoneNumber, phone_number, phone);
#undef DENWABAN_LEAF
/// Of what can only be said, as `{"closed": true}`.
inline constexpr Shape only_true{
    .sort = Sort::boolean, .least = 1, .read = detail::read_true, .write = detail::write_true};

}  // namespace denwaban::shapes
