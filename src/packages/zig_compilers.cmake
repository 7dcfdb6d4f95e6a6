# What every toolchain of zig's has.
set(CMAKE_SYSTEM_PROCESSOR $ENV{DENWABAN_PROCESSOR})
set(CMAKE_C_COMPILER $ENV{DENWABAN_TARGET_FOLDER}/bin/cc)
set(CMAKE_CXX_COMPILER $ENV{DENWABAN_TARGET_FOLDER}/bin/c++)
set(CMAKE_AR $ENV{DENWABAN_TARGET_FOLDER}/bin/ar)
set(CMAKE_RANLIB $ENV{DENWABAN_TARGET_FOLDER}/bin/ranlib)

# Nothing of this machine's libraries; headers of Python and CMake packages of pip may lie anywhere.
set(CMAKE_FIND_ROOT_PATH $ENV{DENWABAN_TARGET_FOLDER}/prefix)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE BOTH)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
# What is tried is compiled, not linked: a link of another kind than ours makes zig build its C++ library once more.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
