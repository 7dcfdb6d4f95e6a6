#pragma once

#include <napi.h>

namespace denwaban::node {

/// (text, hearing as text, hours or undefined) → a meaning, as text
[[nodiscard]] Napi::Value understand(const Napi::CallbackInfo& info);

}  // namespace denwaban::node
