#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

/// A noun that crosses a border, said once: its fields with key, member, presence, range and a sentence. Readers,
/// writers, schemas and types in every language walk these tables; whatever depends on a type stands in a few functions
/// of one line, so that a shape costs a compiler little.
namespace denwaban::formats {
class Node;
class Sink;
}  // namespace denwaban::formats

namespace denwaban::shapes {

using formats::Node;
using formats::Sink;
struct Field;
struct Form;

/// What sort of value a shape is.
enum class Sort : std::uint8_t {
    label,         ///< a few words, at most 500 bytes; may be empty
    name,          ///< a label with something in it; ids too
    text,          ///< words for people, at most 2,000 bytes
    string,        ///< whatever a string holds
    date,          ///< 2026-11-23
    minute,        ///< 26:00
    instant,       ///< 2026-11-23T09:00:00Z
    phone_number,  ///< read as it is dialled, written as E.164
    whole,         ///< a whole number from `least` to `most`
    boolean,
    word,    ///< one of `words`
    list,    ///< of `of`, at most `most`
    record,  ///< `fields`
    forms,   ///< one of `forms`
    open,    ///< whatever JSON there is
    custom,  ///< read and written by hand; described by `of`, or by its own `schema`
};

/// What a list of any type can do.
struct ListOps {
    void* (*add)(void* list);
    std::size_t (*size)(const void* list);
    const void* (*at)(const void* list, std::size_t place);
};

struct Shape {
    Sort sort = Sort::open;
    std::string_view name{};   ///< of the noun; none of what has no name of its own
    std::string_view about{};  ///< a sentence
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::span<const std::string_view> words{};
    const Shape* of = nullptr;
    std::span<const Field> fields{};
    std::span<const Form> forms{};
    std::string_view tag{};  ///< the member that tells forms apart; without one, each is an object of one key
    void (*read)(const Shape& shape, const Node& node, void* value) = nullptr;
    void (*write)(const Shape& shape, const void* value, Sink& sink) = nullptr;
    const ListOps* list = nullptr;
    void (*check)(const Node& node, void* record) = nullptr;  ///< once its fields are read
    std::string_view schema{};                                ///< of what is read by hand, as JSON Schema
};

/// Whether a member must be there, and when it is written.
enum class Presence : std::uint8_t {
    required,  ///< must be there
    if_any,    ///< missing or null where there is none
    or_null,   ///< the same, and written as null
    or_else,   ///< its default where it is missing; the default is not written
    always,    ///< its default where it is missing; always written
    told,      ///< only written, for whoever reads; passed over when it is read
};
using enum Presence;

/// What an optional member of any type can do.
struct MaybeOps {
    void* (*emplace)(void* maybe);
    const void* (*get)(const void* maybe);  ///< null where there is none
};

struct Field {
    std::string_view key;
    Presence presence;
    Shape shape;
    std::string_view about;
    void* (*at)(void* record);
    bool (*is_plain)(const void* record);  ///< it is as in a new record
    const MaybeOps* maybe;
};

/// One alternative of a variant: by its only key, or by the word of the tag.
struct Form {
    std::string_view word;
    Shape shape;
    std::string_view about;
    void* (*emplace)(void* variant);
    const void* (*get)(const void* variant);  ///< null where it holds another
};

/// The shape of a type; each noun specialises it beside its fields.
template <class T>
inline constexpr Shape shape_of{};

namespace detail {

void read_text(const Shape& shape, const Node& node, std::string& text);
[[nodiscard]] std::int64_t read_whole(const Shape& shape, const Node& node);
[[nodiscard]] std::size_t read_word(const Shape& shape, const Node& node);
void write_text(Sink& sink, std::string_view text);
void write_whole(Sink& sink, std::int64_t value);
void read_date(const Shape& shape, const Node& node, void* value);
void write_date(const Shape& shape, const void* value, Sink& sink);
void read_minute(const Shape& shape, const Node& node, void* value);
void write_minute(const Shape& shape, const void* value, Sink& sink);
void read_instant(const Shape& shape, const Node& node, void* value);
void write_instant(const Shape& shape, const void* value, Sink& sink);
void read_boolean(const Shape& shape, const Node& node, void* value);
void write_boolean(const Shape& shape, const void* value, Sink& sink);
void read_phone(const Shape& shape, const Node& node, void* value);
void write_phone(const Shape& shape, const void* value, Sink& sink);

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
void write_whole_from(const Shape&, const void* value, Sink& sink) {
    write_whole(sink, Whole<T>::count(*static_cast<const T*>(value)));
}
template <class Enum>
void read_word_into(const Shape& shape, const Node& node, void* value) {
    *static_cast<Enum*>(value) = static_cast<Enum>(read_word(shape, node));
}
template <class Enum>
void write_word_from(const Shape& shape, const void* value, Sink& sink) {
    write_text(sink, shape.words[static_cast<std::size_t>(*static_cast<const Enum*>(value))]);
}
inline void read_string_into(const Shape& shape, const Node& node, void* value) {
    read_text(shape, node, *static_cast<std::string*>(value));
}
inline void write_string_from(const Shape&, const void* value, Sink& sink) {
    write_text(sink, *static_cast<const std::string*>(value));
}
template <class Id>
void read_id_into(const Shape& shape, const Node& node, void* value) {
    read_text(shape, node, static_cast<Id*>(value)->text);
}
template <class Id>
void write_id_from(const Shape&, const void* value, Sink& sink) {
    write_text(sink, static_cast<const Id*>(value)->text);
}

/// What is read into. A telephone number is never empty, so some number stands for one that is not read yet: where it
/// can't be read, nobody gets the value.
template <class T>
struct New {
    static T make() { return T{}; }
};
template <>
struct New<PhoneNumber> {
    static PhoneNumber make() { return *PhoneNumber::parse("+81312345678"); }
};

template <class T>
inline constexpr ListOps vector_ops{
    [](void* list) -> void* { return &static_cast<std::vector<T>*>(list)->emplace_back(New<T>::make()); },
    [](const void* list) { return static_cast<const std::vector<T>*>(list)->size(); },
    [](const void* list, std::size_t place) -> const void* {
        return &(*static_cast<const std::vector<T>*>(list))[place];
    },
};
template <class T>
inline constexpr MaybeOps optional_ops{
    [](void* maybe) -> void* { return &static_cast<std::optional<T>*>(maybe)->emplace(New<T>::make()); },
    [](const void* maybe) -> const void* {
        const auto& value = *static_cast<const std::optional<T>*>(maybe);
        return value ? &*value : nullptr;
    },
};

template <class T>
struct Unwrapped {
    using Type = T;
    static constexpr const MaybeOps* maybe = nullptr;
};
template <class T>
struct Unwrapped<std::optional<T>> {
    using Type = T;
    static constexpr const MaybeOps* maybe = &optional_ops<T>;
};

/// A member, or a member of a member.
template <auto First, auto... Rest>
struct Member;
template <class R, class T, T R::*Pointer>
struct Member<Pointer> {
    using Record = R;
    using Type = T;
    static const Type& of(const Record& record) { return record.*Pointer; }
};
template <class R, class T, T R::*Pointer, auto Second, auto... Rest>
struct Member<Pointer, Second, Rest...> {
    using Record = R;
    using Next = Member<Second, Rest...>;
    using Type = typename Next::Type;
    static const Type& of(const Record& record) { return Next::of(record.*Pointer); }
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
template <std::same_as<std::string> T>
[[nodiscard]] constexpr Shape shape_as(TextKind kind) {
    return {.sort = kind.sort, .read = detail::read_string_into, .write = detail::write_string_from};
}
template <class T>
[[nodiscard]] constexpr Shape shape_as(WholeKind kind) {
    return {.sort = Sort::whole,
            .least = kind.least,
            .most = kind.most,
            .read = detail::read_whole_into<T>,
            .write = detail::write_whole_from<T>};
}
template <class T, auto Kind>
inline constexpr Shape kind_of_shape = shape_as<T>(Kind);

/// At most so many of a kind.
template <auto Kind>
struct Some {
    std::int64_t most;
};
template <auto Kind = ByType{}>
[[nodiscard]] constexpr Some<Kind> some(std::int64_t most) {
    return {most};
}
template <class List, auto Kind>
[[nodiscard]] constexpr Shape shape_as(Some<Kind> some) {
    using Item = typename List::value_type;
    return {.sort = Sort::list, .most = some.most, .of = &kind_of_shape<Item, Kind>, .list = &detail::vector_ops<Item>};
}

/// No list of ours is longer, unless it says so.
inline constexpr std::int64_t most_items = 1'000'000;

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
DENWABAN_LEAF(Instant, instant, instant);
DENWABAN_LEAF(bool, boolean, boolean);
DENWABAN_LEAF(PhoneNumber, phone_number, phone);
#undef DENWABAN_LEAF

/// `record<Details>("Details", "What the book keeps …", details_fields)`
template <class T>
[[nodiscard]] constexpr Shape record(std::string_view name, std::string_view about, std::span<const Field> fields) {
    return {.sort = Sort::record, .name = name, .about = about, .fields = fields};
}
/// The same, and what must hold among its fields: `check(node, value)`, once all of them are read.
template <class T, void (*Check)(const Node&, T&)>
[[nodiscard]] constexpr Shape checked(Shape shape) {
    shape.check = [](const Node& node, void* value) { Check(node, *static_cast<T*>(value)); };
    return shape;
}

/// One alternative of a variant.
template <class Variant, class T, class Kind = ByType>
[[nodiscard]] constexpr Form form(std::string_view word, Kind kind = {}, std::string_view about = {}) {
    return {word, shape_as<T>(kind), about,
            [](void* variant) -> void* { return &static_cast<Variant*>(variant)->template emplace<T>(); },
            [](const void* variant) -> const void* { return std::get_if<T>(static_cast<const Variant*>(variant)); }};
}

/// Read and written by hand, as what `of` describes.
template <class T, void (*Read)(const Node&, T&), void (*Write)(const T&, Sink&)>
[[nodiscard]] constexpr Shape by_hand(const Shape* of, std::string_view schema = {}) {
    return {.sort = Sort::custom,
            .of = of,
            .read = [](const Shape&, const Node& node, void* value) { Read(node, *static_cast<T*>(value)); },
            .write = [](const Shape&, const void* value, Sink& sink) { Write(*static_cast<const T*>(value), sink); },
            .schema = schema};
}

/// `field<&Details::name>("name", or_else, kind::label, "As it is written.")`
template <auto... Members, class Kind>
requires(!std::convertible_to<Kind, std::string_view>) [[nodiscard]] constexpr Field
    field(std::string_view key, Presence presence, Kind kind, std::string_view about = {}) {
    using To = detail::Member<Members...>;
    using Unwrapped = detail::Unwrapped<typename To::Type>;
    return {key,
            presence,
            shape_as<typename Unwrapped::Type>(kind),
            about,
            [](void* record) -> void* {
                return const_cast<typename To::Type*>(&To::of(*static_cast<const typename To::Record*>(record)));
            },
            [](const void* record) {
                static const typename To::Record plain{};
                return To::of(*static_cast<const typename To::Record*>(record)) == To::of(plain);
            },
            Unwrapped::maybe};
}
template <auto... Members>
[[nodiscard]] constexpr Field field(std::string_view key, Presence presence, std::string_view about = {}) {
    return field<Members...>(key, presence, ByType{}, about);
}

}  // namespace denwaban::shapes
