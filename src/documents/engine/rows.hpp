#pragma once

#include <functional>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

#include "kinds.hpp"

/// The shapes of nouns: a row a field, a row a form.
namespace denwaban::shapes {

namespace detail {

/// A new record, for what is by default.
template <class T>
[[nodiscard]] const T& plain() {
    static const T record = New<T>::make();
    return record;
}

template <class T>
inline constexpr MaybeOps optional_ops{
    [](void* maybe) -> void* { return &static_cast<std::optional<T>*>(maybe)->emplace(New<T>::make()); },
    [](const void* maybe) -> const void* {
        const auto& value = *static_cast<const std::optional<T>*>(maybe);
        return value ? &*value : nullptr;
    },
};

template <class Variant, class T, auto Part>
inline constexpr MaybeOps alternative_ops{
    [](void* variant) -> void* { return &std::invoke(Part, static_cast<Variant*>(variant)->template emplace<T>()); },
    [](const void* variant) -> const void* {
        const auto* held = std::get_if<T>(static_cast<const Variant*>(variant));
        return held != nullptr ? &std::invoke(Part, *held) : nullptr;
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

/// What a schema says of it beside what its sort says: `also(shape, R"("minItems": 1)")`
[[nodiscard]] constexpr Shape also(Shape shape, std::string_view schema) {
    shape.also = schema;
    return shape;
}

/// `record<Details>("Details", "What the book keeps …", details_fields)`
template <class T>
[[nodiscard]] constexpr Shape record(std::string_view name, std::string_view about, std::span<const Field> fields) {
    return {.sort = Sort::record, .name = name, .about = about, .fields = fields};
}
/// The same, and what must hold of it: `check(node, value)`, once it is read without a mistake.
template <class T, void (*Check)(const Node&, T&)>
[[nodiscard]] constexpr Shape checked(Shape shape) {
    shape.check = [](const Node& node, void* value, std::size_t known) {
        if (detail::mistakes_of(node) == known) Check(node, *static_cast<T*>(value));
    };
    return shape;
}
/// The same, with whatever mistakes it was read.
template <class T, void (*Check)(const Node&, T&, std::size_t known)>
[[nodiscard]] constexpr Shape checked_anyhow(Shape shape) {
    shape.check = [](const Node& node, void* value, std::size_t known) { Check(node, *static_cast<T*>(value), known); };
    return shape;
}

/// One alternative of a variant.
template <class Variant, class T, class Kind = ByType>
[[nodiscard]] constexpr Form form(std::string_view word, Kind kind = {}, std::string_view about = {}) {
    return {word, shape_as<T>(kind), about,
            [](void* variant) -> void* {
                return &static_cast<Variant*>(variant)->template emplace<T>(detail::New<T>::make());
            },
            [](const void* variant) -> const void* { return std::get_if<T>(static_cast<const Variant*>(variant)); }};
}

/// What stands for a value that is made of it and checks it, as a plan is made of its tables: read as what `parts` are
/// and made by `make(node, parts, value)`, if there was no mistake; written as what `parts_of(value)` gives.
template <class T, auto MakeIt, auto PartsOf>
[[nodiscard]] constexpr Shape made_of(const Shape& parts) {
    using Parts = std::decay_t<std::invoke_result_t<decltype(PartsOf), const T&>>;
    auto shape = parts;
    shape.of = &parts;
    shape.check = nullptr;
    shape.read = [](const Shape& made, const Node& node, void* value) {
        const auto known = detail::mistakes_of(node);
        auto read = detail::New<Parts>::make();
        read_shape(*made.of, node, &read);
        if (detail::mistakes_of(node) == known) MakeIt(node, std::move(read), *static_cast<T*>(value));
    };
    shape.write = [](const Shape& made, const void* value, Sink& sink, const Value* before) {
        const auto& written = std::invoke(PartsOf, *static_cast<const T*>(value));
        write_shape(*made.of, &written, sink, before);
    };
    return shape;
}
/// A value that is written as its only member is.
template <auto Member, auto Kind = ByType{}>
[[nodiscard]] constexpr Shape bare() {
    using To = detail::Member<Member>;
    constexpr const Shape& inner = kind_of_shape<typename To::Type, Kind>;
    auto shape = inner;
    shape.read = [](const Shape&, const Node& node, void* value) {
        read_shape(kind_of_shape<typename To::Type, Kind>, node,
                   const_cast<typename To::Type*>(&To::of(*static_cast<const typename To::Record*>(value))));
    };
    shape.write = [](const Shape&, const void* value, Sink& sink, const Value* before) {
        write_shape(kind_of_shape<typename To::Type, Kind>, &To::of(*static_cast<const typename To::Record*>(value)),
                    sink, before);
    };
    shape.check = nullptr;
    return shape;
}
/// Read and written by hand, in one of these ways.
template <class T, void (*Read)(const Node&, T&), void (*Write)(const T&, Sink&, const Value* before)>
[[nodiscard]] constexpr Shape by_hand(Shape described) {
    described.read = [](const Shape&, const Node& node, void* value) { Read(node, *static_cast<T*>(value)); };
    described.write = [](const Shape&, const void* value, Sink& sink, const Value* before) {
        Write(*static_cast<const T*>(value), sink, before);
    };
    return described;
}
[[nodiscard]] constexpr Shape forms(std::string_view name, std::string_view about, std::span<const Form> forms,
                                    std::string_view tag = {}) {
    return {.sort = Sort::forms, .name = name, .about = about, .forms = forms, .tag = tag};
}
/// Values by the words of an enumeration; read and written by hand, with `read_words` and `write_words`.
template <Named Key>
[[nodiscard]] constexpr Shape map_by(const Shape& of) {
    return {.sort = Sort::map, .words = names_of<Key>, .of = &of};
}
[[nodiscard]] constexpr Shape either(std::span<const Shape* const> ways, std::string_view name = {},
                                     std::string_view about = {}) {
    return {.sort = Sort::either, .name = name, .about = about, .ways = ways};
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
                return To::of(*static_cast<const typename To::Record*>(record)) ==
                       To::of(detail::plain<typename To::Record>());
            },
            Unwrapped::maybe,
            []() -> const void* { return &To::of(detail::plain<typename To::Record>()); }};
}
template <auto... Members>
[[nodiscard]] constexpr Field field(std::string_view key, Presence presence, std::string_view about = {}) {
    return field<Members...>(key, presence, ByType{}, about);
}

struct ItIs {
    template <class T>
    constexpr T& operator()(T& value) const noexcept {
        return value;
    }
};
/// An alternative of a variant as a field of the record that the variant is a member of. `Part` of the alternative is
/// what is written.
template <auto Variant, class T, auto Part, class Kind = ByType>
[[nodiscard]] constexpr Field alternative(std::string_view key, Presence presence, Kind kind = {},
                                          std::string_view about = {}) {
    using In = detail::Member<Variant>;
    using Of = std::decay_t<std::invoke_result_t<decltype(Part), T&>>;
    return {key,
            presence,
            shape_as<Of>(kind),
            about,
            [](void* record) -> void* {
                return const_cast<typename In::Type*>(&In::of(*static_cast<const typename In::Record*>(record)));
            },
            nullptr,
            &detail::alternative_ops<typename In::Type, T, Part>};
}

/// What is only told of a record: `Of(record)`, which lives as long as it does.
template <class Record, auto Of, class Kind = ByType>
[[nodiscard]] constexpr Field told_field(std::string_view key, std::string_view about, Kind kind = {}) {
    using Type = std::decay_t<std::invoke_result_t<decltype(Of), const Record&>>;
    return {key,
            told,
            shape_as<Type>(kind),
            about,
            [](void* record) -> void* { return const_cast<Type*>(&Of(*static_cast<const Record*>(record))); },
            nullptr,
            nullptr};
}
/// A field that follows from the other members where it is missing: `Fill(record)`.
template <class Record, void (*Fill)(Record&)>
[[nodiscard]] constexpr Field or_as(Field field) {
    field.fill = [](void* record) { Fill(*static_cast<Record*>(record)); };
    return field;
}
/// Rows one behind the other.
template <std::size_t... Counts>
[[nodiscard]] constexpr auto rows(const std::array<Field, Counts>&... parts) {
    return std::apply([](const auto&... all) { return std::array<Field, sizeof...(all)>{all...}; },
                      std::tuple_cat(parts...));
}

}  // namespace denwaban::shapes
