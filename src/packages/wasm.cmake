# Toolchain of denwaban.wasm: zig's Clang and C library, and exceptions of WebAssembly's own as every browser of today has
# them. wasm.py writes the compilers' wrappers and fills the prefix before.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_EXECUTABLE_SUFFIX .wasm)
include(${CMAKE_CURRENT_LIST_DIR}/zig_compilers.cmake)
