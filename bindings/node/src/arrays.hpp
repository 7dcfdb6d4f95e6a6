#pragma once

#include <napi.h>

#ifdef __wasm__
#include <emnapi.h>
#endif

namespace denwaban::node {

#ifdef __wasm__

// The memory of WebAssembly is not that of JavaScript's arrays: `Data()` is a copy there, which may be an old one.

[[nodiscard]] inline Napi::TypedArray copied(Napi::TypedArray array, bool from_javascript) {
    napi_value same = array;
    emnapi_sync_memory(array.Env(), from_javascript, &same, 0, array.ByteLength());
    return {array.Env(), same};
}

/// The array, whose `Data()` is what JavaScript has written.
template <class Array>
[[nodiscard]] Array taken_over(Array array) {
    return copied(array, true).template As<Array>();
}
/// The array, for JavaScript to see what was written into its `Data()`.
template <class Array>
[[nodiscard]] Array handed_over(Array array) {
    return copied(array, false).template As<Array>();
}

#else

template <class Array>
[[nodiscard]] Array taken_over(Array array) {
    return array;
}
template <class Array>
[[nodiscard]] Array handed_over(Array array) {
    return array;
}

#endif

}  // namespace denwaban::node
