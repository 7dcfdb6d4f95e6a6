#pragma once

#include <napi.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>

#include "environment.hpp"

namespace denwaban::node {

/// A value of C++ inside an object of JavaScript. Only we make such objects, and index.js hands none of them out.
template <class Self, class Value>
class Wrapped : public Napi::ObjectWrap<Self> {
public:
    explicit Wrapped(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Self>(info), value_(taken(info)) {
        this->Value().TypeTag(&tag());
        account(bytes());
    }
    ~Wrapped() override { account(-bytes()); }
    Wrapped(const Wrapped&) = delete;
    Wrapped& operator=(const Wrapped&) = delete;

    [[nodiscard]] const Value& value() const noexcept { return value_; }

    /// About how much a value takes up, for V8 to know when to look for what is no longer used. What is small says
    /// nothing.
    [[nodiscard]] static std::size_t bytes_of(const Value&) noexcept { return 0; }

    /// The value in an argument. Throws a TypeError if there is none, or one of another kind.
    [[nodiscard]] static const Value& of(Napi::Value given) {
        if (given.IsObject() && given.As<Napi::Object>().CheckTypeTag(&tag())) {
            return Self::Unwrap(given.As<Napi::Object>())->value();
        }
        throw Napi::TypeError::New(given.Env(), "an object of another kind is wanted");
    }

protected:
    [[nodiscard]] static Napi::Object wrap(const Napi::FunctionReference& constructor, Value value) {
        given_ = &value;
        const Forget forget;
        return constructor.New(std::initializer_list<napi_value>{});
    }

private:
    /// A worker that is told to end makes no object, and so takes nothing.
    struct Forget {
        Forget() = default;
        Forget(const Forget&) = delete;
        Forget& operator=(const Forget&) = delete;
        ~Forget() { given_ = nullptr; }
    };

    /// No two kinds have the same, nor has any of another addon, even another copy of this one.
    [[nodiscard]] static const napi_type_tag& tag() noexcept {
        static const napi_type_tag mine{0x64656e7761626121, reinterpret_cast<std::uintptr_t>(&given_)};
        return mine;
    }
    [[nodiscard]] static Value taken(const Napi::CallbackInfo& info) {
        if (given_ == nullptr) throw Napi::TypeError::New(info.Env(), "Illegal constructor");
        return std::move(*std::exchange(given_, nullptr));
    }
    [[nodiscard]] std::int64_t bytes() const noexcept { return static_cast<std::int64_t>(Self::bytes_of(value_)); }
    void account(std::int64_t change) const noexcept {
        std::int64_t all = 0;
        if (change != 0) napi_adjust_external_memory(this->Env(), change, &all);
    }

    /// What the next object is made of; nothing where it is not us who makes it.
    static inline thread_local Value* given_ = nullptr;

    Value value_;
};

}  // namespace denwaban::node
