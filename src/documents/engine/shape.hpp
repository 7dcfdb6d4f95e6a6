#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// A noun that crosses a border, said once: its fields with key, member, presence, range and a sentence. Readers,
/// writers, schemas and types in every language walk these tables; whatever depends on a type stands in a few functions
/// of one line, so that a shape costs a compiler little.
namespace denwaban::formats {
class Node;
class Sink;
class Value;
}  // namespace denwaban::formats

namespace denwaban::shapes {

using formats::Node;
using formats::Sink;
using formats::Value;
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
    month_day,     ///< 12-31
    instant,       ///< 2026-11-23T09:00:00Z
    phone_number,  ///< read as it is dialled, written as E.164
    whole,         ///< a whole number from `least` to `most`
    span,          ///< a span of time, in milliseconds from `least` to `most`
    number,        ///< any finite number
    boolean,       ///< only true, where `least` is 1
    word,          ///< one of `words`
    list,          ///< of `of`, from `least` to `most`
    map,           ///< of `of` by a name, or by one of `words`
    record,        ///< `fields`
    forms,         ///< one of `forms`
    either,        ///< as one of `ways`, which its own reader tells apart
    open,          ///< whatever JSON there is
};

/// What a list of any type can do.
struct ListOps {
    void (*clear)(void* list);
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
    std::span<const Shape* const> ways{};
    std::string_view tag{};  ///< the member that tells forms apart; without one, each is an object of one key
    /// Where they are there, they go before what the sort says.
    void (*read)(const Shape& shape, const Node& node, void* value) = nullptr;
    void (*write)(const Shape& shape, const void* value, Sink& sink, const Value* before) = nullptr;
    const ListOps* list = nullptr;
    /// What must hold of it once it is read; of its mistakes, `known` were told before.
    void (*check)(const Node& node, void* value, std::size_t known) = nullptr;
    std::string_view also{};  ///< what else a schema says of it, as members of a JSON object
};

/// Whether a member must be there, and when it is written.
enum class Presence : std::uint8_t {
    identity,  ///< must be there, and tells the items of a list apart
    required,  ///< must be there
    nullable,  ///< must be there, null where there is none
    if_any,    ///< missing or null where there is none
    if_said,   ///< the same, but null is a mistake
    or_null,   ///< the same, and written as null
    or_else,   ///< its default where it is missing; the default is not written
    always,    ///< its default where it is missing; always written
    if_known,  ///< the same, and where it is null
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
    const void* (*by_default)() = nullptr;  ///< the member of a new record
    void (*fill)(void* record) = nullptr;   ///< from the other members, where it is missing
};

/// One alternative of a variant: by its only key, or by the word of the tag.
struct Form {
    std::string_view word;
    Shape shape;
    std::string_view about;
    void* (*emplace)(void* variant);
    const void* (*get)(const void* variant);  ///< null where it holds another
};

namespace detail {
/// The field of that key, which stands at `from` or soon after it; as many as there are, where it is none.
[[nodiscard]] std::size_t place_of(std::span<const Field> fields, std::string_view key, std::size_t from);
/// Null where there is none.
[[nodiscard]] const Form* form_named(std::span<const Form> forms, std::string_view word);
}  // namespace detail

/// The shape of a type; each noun specialises it beside its fields.
template <class T>
inline constexpr Shape shape_of{};

/// Reads a value into `value`, which is a new one of the shape's type; tells every mistake at its place. Cost: linear.
void read_shape(const Shape& shape, const Node& node, void* value);
/// Writes a value. What `before` has that the shape does not know, because whoever wrote it knew more, stands after
/// what is known.
void write_shape(const Shape& shape, const void* value, Sink& sink, const Value* before = nullptr);

}  // namespace denwaban::shapes
