option(DENWABAN_UNITY "Compile the sources of a folder as one: a clean build in a third of the time" ON)

# The sources of a target that share a folder are one translation unit, so that what they include is read once. Of those in
# LARGE every second source goes into another, so that a core does not wait for the other.
function(denwaban_one_unit_a_folder target)
  cmake_parse_arguments(unit "" "" "LARGE" ${ARGN})
  if(NOT DENWABAN_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  foreach(source ${sources})
    cmake_path(GET source PARENT_PATH folder)
    # Named alike wherever the tree lies, so that a cache knows it again.
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    string(MAKE_C_IDENTIFIER "unit_${folder}" group)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group}${other_of_${group}})
    cmake_path(GET folder FILENAME name)
    if(name IN_LIST unit_LARGE AND NOT other_of_${group})
      set(other_of_${group} _other)
    else()
      set(other_of_${group})
    endif()
  endforeach()
endfunction()

# denwaban::NAME, compiled from all that lies in this folder, and in others (FOLDERS ...), or from some of it (ONLY ...); of
# those, LARGE ones as two. It links what its headers need (PUBLIC ...); JSON is read by its own code alone, so that nobody
# who links it has to find nlohmann_json.
function(denwaban_part name)
  cmake_parse_arguments(part "" "" "FOLDERS;ONLY;LARGE;PUBLIC" ${ARGN})
  set(target denwaban_${name})
  set(sources)
  if(part_ONLY)
    list(TRANSFORM part_ONLY PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE sources)
  else()
    foreach(folder . ${part_FOLDERS})
      file(GLOB_RECURSE found CONFIGURE_DEPENDS ${folder}/*.cpp)
      list(APPEND sources ${found})
    endforeach()
  endif()
  add_library(${target} ${sources})
  denwaban_library(${name})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_include_directories(${target} SYSTEM PRIVATE
    $<TARGET_PROPERTY:nlohmann_json::nlohmann_json,INTERFACE_INCLUDE_DIRECTORIES>)
  target_link_libraries(${target} PUBLIC ${part_PUBLIC})
  denwaban_one_unit_a_folder(${target} LARGE ${part_LARGE})
endfunction()
