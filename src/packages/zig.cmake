# Toolchain of a package for DENWABAN_TARGET: zig's Clang, whose C++ library goes into what is linked, for an old C library.
# make.py writes the compilers' wrappers and fills the prefix before.
set(CMAKE_SYSTEM_NAME $ENV{DENWABAN_SYSTEM})
include(${CMAKE_CURRENT_LIST_DIR}/zig_compilers.cmake)
if(CMAKE_SYSTEM_NAME STREQUAL Darwin)
  # CMake wants one; nothing that is packed names a library of ours.
  set(CMAKE_INSTALL_NAME_TOOL false)
  set(CMAKE_USER_MAKE_RULES_OVERRIDE_CXX ${CMAKE_CURRENT_LIST_DIR}/zig_macos.cmake)
elseif(CMAKE_SYSTEM_NAME STREQUAL Windows)
  # CMake wants one of these, too; we have no resources.
  find_program(CMAKE_RC_COMPILER true REQUIRED)
endif()
