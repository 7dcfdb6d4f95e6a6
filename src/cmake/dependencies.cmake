# Each dependency: an installed package first, its published source after (FetchContent with FIND_PACKAGE_ARGS),
# at a commit, because a tag can be moved.
include(FetchContent)
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})

macro(denwaban_require_date)
  FetchContent_Declare(date
    GIT_REPOSITORY https://github.com/HowardHinnant/date.git
    GIT_TAG 5bdb7e6f31fac909c090a46dbd9fea27b6e609a4 # v3.0.3
    FIND_PACKAGE_ARGS 3.0)
  FetchContent_MakeAvailable(date)
endmacro()

macro(denwaban_require_json)
  FetchContent_Declare(nlohmann_json
    GIT_REPOSITORY https://github.com/nlohmann/json.git
    GIT_TAG 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 # v3.11.3
    FIND_PACKAGE_ARGS 3.11)
  FetchContent_MakeAvailable(nlohmann_json)
endmacro()

macro(denwaban_require_doctest)
  FetchContent_Declare(doctest
    GIT_REPOSITORY https://github.com/doctest/doctest.git
    GIT_TAG ae7a13539fb71f270b87eb2e874fbac80bc8dda2 # v2.4.11
    FIND_PACKAGE_ARGS 2.4)
  FetchContent_MakeAvailable(doctest)
endmacro()

macro(denwaban_require_rapidcheck)
  FetchContent_Declare(rapidcheck
    GIT_REPOSITORY https://github.com/emil-e/rapidcheck.git
    GIT_TAG 08b505857e32d52a20b2240b5125d937d67a6d86 # that of Debian 12
    FIND_PACKAGE_ARGS)
  FetchContent_MakeAvailable(rapidcheck)
endmacro()

# Debian's libcctz-dev has no CMake package file, so its library is looked for by hand.
# Fetched, it would want GMock for its tests and install itself with us; its CMake is older than CMP0077 and CMake 4.
macro(denwaban_require_cctz)
  set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)
  set(CMAKE_POLICY_VERSION_MINIMUM 3.5)
  foreach(extra TESTING TOOLS EXAMPLES BENCHMARK)
    set(BUILD_${extra} OFF)
  endforeach()
  FetchContent_Declare(cctz
    GIT_REPOSITORY https://github.com/google/cctz.git
    GIT_TAG 981dc6b192121ebbae8431c26069cadbb86b5930 # v2.4
    FIND_PACKAGE_ARGS)
  FetchContent_MakeAvailable(cctz)
  if(cctz_SOURCE_DIR)
    set_property(DIRECTORY ${cctz_SOURCE_DIR} PROPERTY EXCLUDE_FROM_ALL ON)
  endif()
endmacro()
