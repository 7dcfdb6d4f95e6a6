# denwaban_hours.hpp: denwaban/hours.hpp, denwaban/zones.hpp and `date` in one file that needs nothing and links nothing.
find_package(Python3 3.9 QUIET COMPONENTS Interpreter)
if(NOT Python3_Interpreter_FOUND)
  return()
endif()
file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/denwaban/*.hpp)
set(amalgamate ${PROJECT_SOURCE_DIR}/src/tools/amalgamate.py)
set(zones ${PROJECT_SOURCE_DIR}/src/zones/zones.cpp)
set(single_header ${PROJECT_BINARY_DIR}/single_header/denwaban_hours.hpp)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/single_header)
add_custom_command(OUTPUT ${single_header}
  COMMAND Python3::Interpreter ${amalgamate}
    --title "denwaban ${PROJECT_VERSION}: opening hours, and every time zone"
    "--include=$<JOIN:$<TARGET_PROPERTY:date::date,INTERFACE_INCLUDE_DIRECTORIES>,;--include=>"
    --include ${PROJECT_BINARY_DIR}/src/zones --source ${zones} --output ${single_header} denwaban/hours.hpp
  DEPENDS ${amalgamate} ${zones} ${PROJECT_BINARY_DIR}/src/zones/zone_tables.inc ${headers} ${PROJECT_SOURCE_DIR}/LICENSE
  COMMENT "Making denwaban_hours.hpp" COMMAND_EXPAND_LISTS VERBATIM)
add_custom_target(denwaban_single_header DEPENDS ${single_header})
add_dependencies(denwaban_single_header denwaban_zone_tables)
