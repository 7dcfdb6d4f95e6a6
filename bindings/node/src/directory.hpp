#pragma once

#include <memory>

#include <denwaban/restaurant/directory.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

using SharedDirectory = std::shared_ptr<const Directory>;

class DirectoryHandle : public Wrapped<DirectoryHandle, SharedDirectory> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static std::size_t bytes_of(const SharedDirectory& directory) noexcept;
    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (text, calendar, first, last)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    Napi::Value restaurants(const Napi::CallbackInfo& info);
    /// (id or number) → its place among the restaurants, or null
    Napi::Value find(const Napi::CallbackInfo& info);
    Napi::Value contact_flow(const Napi::CallbackInfo& info);
};

}  // namespace denwaban::node
