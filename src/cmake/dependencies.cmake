# Each dependency: an installed package first, its published source after (FetchContent with FIND_PACKAGE_ARGS).
include(FetchContent)
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})

macro(denwaban_require_date)
  FetchContent_Declare(date
    GIT_REPOSITORY https://github.com/HowardHinnant/date.git
    GIT_TAG v3.0.3
    FIND_PACKAGE_ARGS 3.0)
  FetchContent_MakeAvailable(date)
endmacro()

macro(denwaban_require_json)
  FetchContent_Declare(nlohmann_json
    GIT_REPOSITORY https://github.com/nlohmann/json.git
    GIT_TAG v3.11.3
    FIND_PACKAGE_ARGS 3.11)
  FetchContent_MakeAvailable(nlohmann_json)
endmacro()

macro(denwaban_require_doctest)
  FetchContent_Declare(doctest
    GIT_REPOSITORY https://github.com/doctest/doctest.git
    GIT_TAG v2.4.11
    FIND_PACKAGE_ARGS 2.4)
  FetchContent_MakeAvailable(doctest)
endmacro()

macro(denwaban_require_rapidcheck)
  FetchContent_Declare(rapidcheck
    GIT_REPOSITORY https://github.com/emil-e/rapidcheck.git
    GIT_TAG master
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
    GIT_TAG v2.4
    FIND_PACKAGE_ARGS)
  FetchContent_MakeAvailable(cctz)
  if(cctz_SOURCE_DIR)
    set_property(DIRECTORY ${cctz_SOURCE_DIR} PROPERTY EXCLUDE_FROM_ALL ON)
  endif()
endmacro()
