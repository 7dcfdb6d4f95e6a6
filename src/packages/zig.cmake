# Toolchain of a package for DENWABAN_TARGET: zig's Clang, whose C++ library goes into what is linked, for an old C library.
# make.py writes the compilers' wrappers and fills the prefix before.
set(CMAKE_SYSTEM_NAME Linux)
include(${CMAKE_CURRENT_LIST_DIR}/zig_compilers.cmake)
