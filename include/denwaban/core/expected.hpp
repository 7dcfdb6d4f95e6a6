#pragma once

#include <cassert>
#include <concepts>
#include <functional>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <variant>

#include <denwaban/core/error.hpp>

namespace denwaban {

/// Wraps an error on its way into an `Expected`: `return Unexpected{Error{...}};`
template <class E>
struct Unexpected {
    E error;
};
template <class E>
Unexpected(E) -> Unexpected<E>;

/// Thrown by `Expected::value` alone, for programs that have no other way on. `what()` is `to_string` of the error.
template <class E>
class BadExpectedAccess : public std::logic_error {
public:
    explicit BadExpectedAccess(E error) : std::logic_error(to_string(error)), error_(std::move(error)) {}

    /// Code, message and place; of `Errors`, every one.
    [[nodiscard]] const E& error() const noexcept { return error_; }

private:
    E error_;
};

/// A value, or the reason why there is none: the shape of C++23's `std::expected`.
///
/// `Expected<bool>` has no conversion to bool, because `if (hours.is_open(now))` would ask the wrong question.
template <class T, class E = Error>
class [[nodiscard]] Expected {
public:
    /// As `std::expected` names them.
    using value_type = T;
    /// Likewise.
    using error_type = E;

    Expected(const T& value) : state_(std::in_place_index<0>, value) {}
    Expected(T&& value) : state_(std::in_place_index<0>, std::move(value)) {}
    template <class... Args>
    explicit Expected(std::in_place_t, Args&&... args) : state_(std::in_place_index<0>, std::forward<Args>(args)...) {}
    template <class G>
    requires std::constructible_from<E, G&&> Expected(Unexpected<G> unexpected)
        : state_(std::in_place_index<1>, std::move(unexpected.error)) {}

    /// For any `T`, also bool.
    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept requires(!std::same_as<T, bool>) { return has_value(); }

    /// Precondition of the four below: `has_value()`.
    [[nodiscard]] T& operator*() & noexcept { return value_in(state_); }
    [[nodiscard]] const T& operator*() const& noexcept { return value_in(state_); }
    /// By value, so that `for (const auto& opening : *hours.openings_on(date))` holds what it walks.
    [[nodiscard]] T operator*() && { return std::move(value_in(state_)); }
    [[nodiscard]] T* operator->() noexcept { return &value_in(state_); }
    [[nodiscard]] const T* operator->() const noexcept { return &value_in(state_); }

    /// The value; throws `BadExpectedAccess` with the error where there is none.
    [[nodiscard]] const T& value() const& {
        if (!has_value()) throw BadExpectedAccess<E>{error()};
        return **this;
    }
    /// By value, as `*` is.
    [[nodiscard]] T value() && {
        if (!has_value()) throw BadExpectedAccess<E>{std::move(*this).error()};
        return *std::move(*this);
    }

    /// Precondition: `!has_value()`.
    [[nodiscard]] E& error() & noexcept { return error_in(state_); }
    [[nodiscard]] const E& error() const& noexcept { return error_in(state_); }
    [[nodiscard]] E&& error() && noexcept { return std::move(error_in(state_)); }

    /// The value, or `fallback` where there is none.
    [[nodiscard]] T value_or(T fallback) const& { return has_value() ? **this : std::move(fallback); }
    [[nodiscard]] T value_or(T fallback) && { return has_value() ? *std::move(*this) : std::move(fallback); }

    /// The value mapped by `f`, or the same error.
    template <class F>
    [[nodiscard]] auto transform(F&& f) const& -> Expected<std::invoke_result_t<F, const T&>, E> {
        if (!has_value()) return Unexpected{error()};
        return std::invoke(std::forward<F>(f), **this);
    }

    /// What `f` makes of the value (itself an `Expected`), or the same error.
    template <class F>
    [[nodiscard]] auto and_then(F&& f) const& -> std::invoke_result_t<F, const T&> {
        if (!has_value()) return Unexpected{error()};
        return std::invoke(std::forward<F>(f), **this);
    }

    friend bool operator==(const Expected&, const Expected&) = default;

private:
    template <class State>
    static auto& value_in(State& state) noexcept {
        auto* value = std::get_if<0>(&state);
        assert(value != nullptr);
        return *value;
    }
    template <class State>
    static auto& error_in(State& state) noexcept {
        auto* error = std::get_if<1>(&state);
        assert(error != nullptr);
        return *error;
    }

    std::variant<T, E> state_;
};

}  // namespace denwaban
