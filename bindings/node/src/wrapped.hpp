#pragma once

#include <napi.h>

#include <utility>

#include "environment.hpp"

namespace denwaban::node {

/// A value of C++ inside an object of JavaScript. Only we make such objects, and index.js hands none of them out.
template <class Self, class Value>
class Wrapped : public Napi::ObjectWrap<Self> {
public:
    explicit Wrapped(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Self>(info), value_(taken(info)) {}

    [[nodiscard]] const Value& value() const noexcept { return value_; }

protected:
    [[nodiscard]] static Napi::Object wrap(const Napi::FunctionReference& constructor, Value value) {
        return constructor.New({Napi::External<Value>::New(constructor.Env(), &value)});
    }

private:
    [[nodiscard]] static Value taken(const Napi::CallbackInfo& info) {
        if (!info[0].IsExternal()) throw Napi::TypeError::New(info.Env(), "Illegal constructor");
        return std::move(*info[0].As<Napi::External<Value>>().Data());
    }

    Value value_;
};

}  // namespace denwaban::node
