include(CMakePackageConfigHelpers)

set(denwaban_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/denwaban)
set(denwaban_targets denwaban_core)
foreach(part zones seating talk documents formats connect ledger)
  if(TARGET denwaban_${part})
    list(APPEND denwaban_targets denwaban_${part})
  endif()
endforeach()

install(TARGETS ${denwaban_targets} EXPORT denwaban)
if(TARGET denwaban_cli)
  file(RELATIVE_PATH from_bin_to_lib ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(denwaban_cli PROPERTIES
    INSTALL_RPATH "$<$<BOOL:${BUILD_SHARED_LIBS}>:$<IF:$<PLATFORM_ID:Darwin>,@loader_path,$ORIGIN>/${from_bin_to_lib}>")
  install(TARGETS denwaban_cli)
endif()
install(DIRECTORY include/denwaban DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT denwaban NAMESPACE denwaban:: FILE denwabanTargets.cmake DESTINATION ${denwaban_package_dir})
export(EXPORT denwaban NAMESPACE denwaban:: FILE denwabanTargets.cmake)

configure_package_config_file(src/cmake/denwabanConfig.cmake.in ${PROJECT_BINARY_DIR}/denwabanConfig.cmake
  INSTALL_DESTINATION ${denwaban_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/denwabanConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/denwabanConfig.cmake ${PROJECT_BINARY_DIR}/denwabanConfigVersion.cmake
  DESTINATION ${denwaban_package_dir})

# Who calls `cmake --install --prefix` may choose the prefix late, so the file finds it from where it stands.
set(denwaban_pkgconfig_libs)
foreach(part ledger connect formats documents talk seating zones)
  if(TARGET denwaban_${part})
    set(denwaban_pkgconfig_libs "-L\${libdir} ${denwaban_pkgconfig_libs} -ldenwaban_${part}")
  endif()
endforeach()
# What they stand upon is linked by whoever links static ones.
set(denwaban_pkgconfig_private)
if(TARGET denwaban_ledger)
  string(APPEND denwaban_pkgconfig_private " -lsqlite3")
endif()
if(TARGET denwaban_connect)
  string(APPEND denwaban_pkgconfig_private " -lz")
endif()
if(NOT BUILD_SHARED_LIBS)
  string(APPEND denwaban_pkgconfig_libs "${denwaban_pkgconfig_private}")
  set(denwaban_pkgconfig_private)
endif()
file(RELATIVE_PATH denwaban_pkgconfig_prefix
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(src/cmake/denwaban.pc.in ${PROJECT_BINARY_DIR}/denwaban.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/denwaban.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
