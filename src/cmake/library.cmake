# What every compiled library of ours has: denwaban::NAME, a version, and no more to see than it means to show.
function(denwaban_library name)
  set(target denwaban_${name})
  add_library(denwaban::${name} ALIAS ${target})
  # Before 1.0 a minor version may change the ABI (docs/versions.md).
  set(abi ${PROJECT_VERSION_MAJOR})
  if(abi EQUAL 0)
    set(abi 0.${PROJECT_VERSION_MINOR})
  endif()
  # DEFINE_SYMBOL: shared and static are compiled alike, so that a cache knows them again.
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
    VISIBILITY_INLINES_HIDDEN ON DEFINE_SYMBOL "" VERSION ${PROJECT_VERSION} SOVERSION ${abi}
    WINDOWS_EXPORT_ALL_SYMBOLS ON INSTALL_RPATH "$<IF:$<PLATFORM_ID:Darwin>,@loader_path,$ORIGIN>")
  target_compile_options(${target} PRIVATE $<TARGET_PROPERTY:denwaban_warnings,INTERFACE_COMPILE_OPTIONS>)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL SHARED_LIBRARY AND CMAKE_SYSTEM_NAME STREQUAL Linux)
    set(exports ${PROJECT_SOURCE_DIR}/src/cmake/exports.map)
    target_link_options(${target} PRIVATE LINKER:--version-script=${exports} LINKER:-z,defs)
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${exports})
  endif()
endfunction()
