#pragma once

#include <napi.h>

namespace denwaban::node {

/// Everything that neither touches a disk nor waits: the same in Node and in WebAssembly. Once for each main thread or
/// worker, before all else.
Napi::Object add_doors(Napi::Env env, Napi::Object exports);

}  // namespace denwaban::node
